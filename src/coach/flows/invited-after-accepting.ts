import { type Assessment, assess } from '../assess/assessment.js';
import {
  type InvitedAfterAcceptingVerdict,
  invitedAfterAcceptingMethod,
} from '../assess/invited-after-accepting.js';
import {
  type Answers,
  type Conclusion,
  chosen,
  type Flow,
  noEnding,
  type View,
} from '../conversation/flow.js';
import type { Message } from '../message.js';
import { assessmentCard, checklistCard, summary } from './cards.js';
import { nearness } from './interview-day.js';
import { dayCautions, goes, invitationSteps, waits } from './invitation.js';

const question = (id: string, options: readonly string[]) =>
  ({ id, kind: 'choice', fact: `accepted.${id}`, options, optional: true }) as const;

/** What the rules make of an invitation that comes after a yes. */
export function assessInvitedAfterAccepting(answers: Answers): Assessment<InvitedAfterAcceptingVerdict> {
  return assess(invitedAfterAcceptingMethod, chosen(answers));
}

/** What to take care of whatever is decided (K47, K78, K91, K97). */
function cautions(view: View): string[] {
  const { answers } = view;
  const { verdict } = assessInvitedAfterAccepting(answers);
  return [
    ...dayCautions(view),
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
  switch (decision) {
    case 'decline':
      return decline(view);
    case 'go':
      return goes(view);
    case 'later':
      return waits(view);
    default:
      throw noEnding('invited-after-accepting', decision);
  }
}

/** One reason, the same to everyone: another position was accepted. Where that one is stays private (K44, K78). */
function decline(view: View): Conclusion {
  const near = nearness(view.opportunity, view.today);
  const soon = near === 'soon';
  const said = ((): string | null => {
    if (near === 'passed') return 'passed';
    if (soon) return 'call-first';
    return view.answers['inside'] === 'yes' ? 'inside' : null;
  })();
  return {
    events: [{ type: 'decided', decision: 'decline-invitation' }],
    ...(said === null ? {} : { say: said }),
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
    ...invitationSteps,
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
