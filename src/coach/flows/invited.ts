import { type Assessment, assess } from '../assess/assessment.js';
import { type InvitedVerdict, invitedMethod } from '../assess/invited.js';
import {
  type Answers,
  type Conclusion,
  chosen,
  type Flow,
  noEnding,
  type View,
} from '../conversation/flow.js';
import type { CardMessage, Message } from '../message.js';
import { assessmentCard, card, summary } from './cards.js';
import { nearness } from './interview-day.js';
import { dayCautions, goes, invitationSteps, waits } from './invitation.js';
import { contractStep, mobilityCards, moveStep } from './mobility.js';

const known = { group: 'known', optional: true } as const;
const lens = (id: string, options: readonly string[]) =>
  ({ id, kind: 'choice', fact: `invited.${id}`, options, optional: true }) as const;
const declines = (answers: Answers): boolean => answers['decision'] === 'decline';

/** The reply for each manner of saying no. */
const kinds: Readonly<Record<string, string>> = {
  usual: 'decline-invitation',
  short: 'decline-invitation-short',
  referring: 'decline-invitation-referring',
  'not-now': 'keep-option-open',
};

/** What the rules make of an invitation so far. */
export function assessInvited(answers: Answers): Assessment<InvitedVerdict> {
  return assess(invitedMethod, chosen(answers));
}

/** What to take care of whatever is decided (K32, K47, K94–K97). */
function cautions(view: View): string[] {
  const { answers } = view;
  return [
    ...dayCautions(view),
    ...(answers['flag'] === 'process' ? ['unfair'] : []),
    ...(answers['standing'] === 'need' ? ['need-them'] : []),
    ...(answers['anyway'] === 'leverage' ? ['leverage'] : []),
  ];
}

function preface(view: View): Message[] {
  return [
    summary(view),
    assessmentCard(view, assessInvited(view.answers), cautions(view)),
    ...mobilityCards(view),
  ];
}

function conclude(view: View): Conclusion {
  const decision = String(view.answers['decision']);
  const near = nearness(view.opportunity, view.today);
  switch (decision) {
    case 'go':
      return goes(view);
    case 'decline':
      return decline(view);
    case 'hold':
      return {
        events: [{ type: 'decided', decision: 'hold' }],
        ...(near === 'soon' ? { say: 'ring-too' } : {}),
        next: { flow: 'reply', preset: { kind: 'hold' } },
      };
    case 'later':
      return waits(view);
    default:
      throw noEnding('invited', decision);
  }
}

/** Under 24 hours to the interview a call comes first, then the email (K47); who knows the recruiter calls, too, and a big chance deserves a night (K94). */
function decline(view: View): Conclusion {
  const kind = String(kinds[String(view.answers['manner'])]);
  const near = nearness(view.opportunity, view.today);
  const calls = near === 'soon' && kind === 'decline-invitation';
  const said = ((): string | null => {
    if (near === 'passed') return 'passed';
    if (near === 'soon') return calls ? 'call-first' : 'ring-too';
    const { standing, source, career } = view.answers;
    if (standing === 'friend' || source === 'contact') return 'friend';
    return career === 'forward' ? 'upside' : null;
  })();
  return {
    events: [{ type: 'decided', decision: 'decline-invitation' }],
    show: view.answers['standing'] === 'bridges' ? [bridgesCard(view)] : [],
    ...(said === null ? {} : { say: said }),
    next: { flow: 'reply', preset: { kind, ...(calls ? { channel: 'phone' } : {}) } },
  };
}

/** For someone afraid of burning bridges (K96). */
function bridgesCard({ words }: View): CardMessage {
  return card('invited.bridges', words, words.text('coach.invited.bridges.text'), [
    {
      heading: words.text('coach.invited.bridges.heading'),
      items: words.list('coach.invited.bridges.steps'),
    },
  ]);
}

/** Invited to an interview and not yet gone: the four lenses, the red flags, the reasons to go anyway (K01, K27–K32, K93). */
export const invited: Flow = {
  id: 'invited',
  version: 1,
  steps: [
    ...invitationSteps,
    {
      id: 'source',
      kind: 'choice',
      fact: 'source',
      options: ['applied', 'employer', 'recruiter', 'contact'],
      ...known,
    },
    { ...contractStep, ...known },
    { ...moveStep, ...known },
    lens('career', ['forward', 'gains', 'sideways', 'away', 'unsure']),
    lens('logistics', ['fits', 'strains', 'clashes', 'unsure']),
    lens('timing', ['yes', 'perhaps', 'no']),
    lens('standing', ['nothing', 'bridges', 'need', 'friend']),
    lens('readiness', ['yes', 'roughly', 'no']),
    lens('flag', ['none', 'gap', 'employer', 'duties', 'process']),
    lens('anyway', ['none', 'curious', 'meet', 'practice', 'leverage']),
    { id: 'decision', kind: 'choice', options: ['go', 'decline', 'hold', 'later'], preface },
    {
      id: 'manner',
      kind: 'choice',
      options: Object.keys(kinds),
      reads: ['decision'],
      when: declines,
    },
  ],
  conclude,
};
