import { acceptedMethod } from '../assess/accepted.js';
import { assess } from '../assess/assessment.js';
import {
  type Answers,
  type Conclusion,
  chosen,
  type Flow,
  noEnding,
  type View,
} from '../conversation/flow.js';
import { assessmentCard, summary } from './cards.js';
import { contractStep } from './mobility.js';
import { takeCareCard } from './take-care.js';

/** What the law may have to do with it, by the answers (K91, K93). */
function cautions({ how, move, contract, notice }: Answers): string[] {
  return [
    how === 'signed' ? 'signed' : 'spoken',
    ...(move === 'planned' || move === 'vague' || move === 'filed' ? [move] : []),
    ...(contract === 'agency' || contract === 'contractor' ? ['agency'] : []),
    ...(notice === 'yes' ? ['notice'] : []),
  ];
}

function conclude({ answers }: View): Conclusion {
  const { decision } = answers;
  switch (decision) {
    case 'rescind':
      return {
        events: [{ type: 'decided', decision: 'rescind' }],
        say: 'rescind',
        next: { flow: 'reply', preset: { kind: 'rescind-acceptance' } },
      };
    case 'keep':
      return keep(answers);
    case 'advice':
      return { events: [], say: 'advice', next: { flow: 'decide-by', preset: {} } };
    default:
      throw noEnding('accepted', String(decision));
  }
}

/** The yes stands. What would mend it is asked for in writing, or in a talk where everything is signed. */
function keep({ mends, how }: Answers): Conclusion {
  const settled = { type: 'settled', outcome: 'accepted' } as const;
  if (mends !== 'yes') return { events: [settled], say: 'keep' };
  if (how === 'signed') return { events: [settled], say: 'keep-and-talk' };
  return {
    events: [{ type: 'decided', decision: 'keep' }],
    say: 'keep-and-ask',
    next: { flow: 'reply', preset: { kind: 'negotiate' } },
  };
}

/** Accepted, by word or by signature, and wants out (K05, K91). */
export const accepted: Flow = {
  id: 'accepted',
  version: 1,
  steps: [
    { id: 'company', kind: 'company', fact: 'company', optional: true },
    { id: 'how', kind: 'choice', options: ['spoken', 'written', 'signed'] },
    { id: 'move', kind: 'choice', options: ['none', 'planned', 'vague', 'filed'], group: 'bound' },
    { ...contractStep, optional: true, group: 'bound' },
    { id: 'notice', kind: 'choice', options: ['yes', 'no', 'none'] },
    { id: 'why', kind: 'choice', options: ['another', 'staying', 'doubts', 'life', 'move'] },
    { id: 'mends', kind: 'choice', options: ['yes', 'no', 'unsure'] },
    { id: 'sure', kind: 'choice', options: ['yes', 'no', 'unsure'] },
    {
      id: 'decision',
      kind: 'choice',
      options: ['rescind', 'keep', 'advice'],
      preface: (view) => [
        summary(view),
        assessmentCard(view, assess(acceptedMethod, chosen(view.answers))),
        takeCareCard(view, cautions(view.answers)),
      ],
    },
  ],
  conclude,
};
