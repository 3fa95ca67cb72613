import { type Assessment, assess } from '../assess/assessment.js';
import {
  type InvitedAfterAcceptingVerdict,
  invitedAfterAcceptingMethod,
} from '../assess/invited-after-accepting.js';
import { type Answers, type Conclusion, chosen, type Flow, type View } from '../conversation/flow.js';
import type { Message } from '../message.js';
import { assessmentCard, checklistCard, summary } from './cards.js';
import { goingCard } from './going.js';
import { nearness } from './interview-day.js';

const known = { group: 'known', optional: true } as const;
const question = (id: string, options: readonly string[]) =>
  ({ id, kind: 'choice', fact: `accepted.${id}`, options, optional: true }) as const;

/** What the rules make of an invitation that comes after a yes. */
export function assessInvitedAfterAccepting(answers: Answers): Assessment<InvitedAfterAcceptingVerdict> {
  return assess(invitedAfterAcceptingMethod, chosen(answers));
}

/** What to take care of whatever is decided (K47, K78, K91, K97). */
function cautions({ answers, opportunity, today }: View): string[] {
  const near = nearness(opportunity, today);
  const { verdict } = assessInvitedAfterAccepting(answers);
  return [
    ...(near === 'soon' || near === 'passed' || near === 'far' ? [`interview-${near}`] : []),
    ...(answers['inside'] === 'yes' ? ['inside'] : []),
    ...(verdict === 'settle' && answers['final'] !== 'open' ? ['counsel'] : []),
  ];
}

function preface(view: View): Message[] {
  return [
    summary(view),
    assessmentCard(view, assessInvitedAfterAccepting(view.answers), cautions(view)),
    checklistCard(view.opportunity, false, view.words),
  ];
}

function conclude(view: View): Conclusion {
  const decision = String(view.answers['decision']);
  const near = nearness(view.opportunity, view.today);
  switch (decision) {
    case 'decline':
      return decline(view);
    case 'go':
      return { events: [{ type: 'decided', decision: 'go' }], show: [goingCard(view, near)] };
    case 'later':
      return {
        events: [{ type: 'decided', decision: 'later' }],
        next: { flow: 'decide-by', preset: {} },
      };
    default:
      throw new Error(
        `The invited-after-accepting flow has no ending for the decision "${decision}": add one to flows/invited-after-accepting.ts.`,
      );
  }
}

/** One reason, the same to everyone: another position was accepted. Where that one is stays private (K44, K78). */
function decline(view: View): Conclusion {
  const soon = nearness(view.opportunity, view.today) === 'soon';
  const inside = view.answers['inside'] === 'yes';
  return {
    events: [{ type: 'decided', decision: 'decline-invitation' }],
    ...(soon || inside ? { say: soon ? 'call-first' : 'inside' } : {}),
    next: {
      flow: 'reply',
      preset: {
        kind: 'decline-invitation',
        reason: 'accepted-another',
        ...(soon ? { channel: 'phone' } : {}),
      },
    },
  };
}

/** Invited after accepting another offer: five questions and the acceptance checklist (K02, K33, K34, K78). */
export const invitedAfterAccepting: Flow = {
  id: 'invited-after-accepting',
  version: 1,
  steps: [
    { id: 'company', kind: 'company', fact: 'company' },
    { id: 'role', kind: 'text', fact: 'role', ...known },
    { id: 'interview', kind: 'date', fact: 'interview', ahead: true, ...known },
    { id: 'deadline', kind: 'date', fact: 'deadline', ahead: true, ...known },
    { id: 'contact', kind: 'text', fact: 'contact', ...known },
    { id: 'final', kind: 'choice', fact: 'accepted.final', options: ['signed', 'said-yes', 'open'] },
    { id: 'inside', kind: 'choice', fact: 'accepted.inside', options: ['no', 'yes'] },
    question('goals', ['yes', 'partly', 'no', 'unsure']),
    question('terms', ['accepted', 'same', 'this', 'unknown']),
    question('place', ['accepted', 'same', 'this', 'unknown']),
    question('beyond', ['nothing', 'information', 'network', 'fallback']),
    question('standing', ['nothing', 'bridges', 'contact']),
    question('duties', ['no', 'squeeze', 'duties']),
    { id: 'decision', kind: 'choice', options: ['decline', 'go', 'later'], preface },
  ],
  conclude,
};
