import { type Assessment, assess } from '../assess/assessment.js';
import { type CounterofferVerdict, counterofferMethod } from '../assess/counteroffer.js';
import {
  type Answers,
  type Conclusion,
  chosen,
  type Flow,
  noEnding,
  type View,
} from '../conversation/flow.js';
import { assessmentCard, summary } from './cards.js';
import { takeCareCard } from './take-care.js';

const made = (answers: Answers): boolean => answers['situation'] === 'made';
const ofMade = { reads: ['situation'], when: made } as const;
const terms = { group: 'terms', optional: true, ...ofMade } as const;

/** What the rules make of a counteroffer so far. */
export function assessCounteroffer(answers: Answers): Assessment<CounterofferVerdict> {
  return assess(counterofferMethod, chosen(answers));
}

/** What hangs on a visa or a contract in either job (K93), and on a new one that is not signed (K94). */
function cautions({ newJob, newMove }: Answers): string[] {
  const byMove: Readonly<Record<string, string>> = {
    here: 'permit-here',
    vague: 'sponsorship-vague',
    agency: 'agency',
  };
  const move = byMove[String(newMove)];
  return [...(newJob === 'signed' ? [] : ['unsigned-new']), ...(move === undefined ? [] : [move])];
}

function conclude({ answers }: View): Conclusion {
  const decision = String(answers['decision']);
  switch (decision) {
    case 'decline-counteroffer':
      return followUp('decline-counteroffer', 'decline-counteroffer');
    case 'stay':
      return followUp('stay', 'stay-decline-new-employer');
    case 'name-terms':
      return followUp('name-terms', 'name-the-change');
    case 'later':
      return { events: [], next: { flow: 'decide-by', preset: {} } };
    default:
      throw noEnding('counteroffer', decision);
  }
}

function followUp(decision: 'decline-counteroffer' | 'stay' | 'name-terms', kind: string): Conclusion {
  return { events: [{ type: 'decided', decision }], next: { flow: 'reply', preset: { kind } } };
}

/** Gave notice, and the present employer makes, or may make, a counteroffer (K06, K80–K84). */
export const counteroffer: Flow = {
  id: 'counteroffer',
  version: 1,
  steps: [
    { id: 'company', kind: 'company', fact: 'company', optional: true },
    { id: 'situation', kind: 'choice', fact: 'situation', options: ['made', 'expected'] },
    { id: 'leaving', kind: 'choice', fact: 'leaving', options: ['pay', 'growth', 'people', 'life', 'goals'] },
    {
      id: 'wanted',
      kind: 'choice',
      fact: 'wanted',
      options: ['yes', 'no', 'unsure'],
      reads: ['situation'],
      when: (answers) => answers['situation'] === 'expected',
    },
    { id: 'pay', kind: 'pay', fact: 'pay', ...terms },
    { id: 'promises', kind: 'text', fact: 'promises', ...terms },
    { id: 'written', kind: 'choice', fact: 'written', options: ['yes', 'promised', 'no'], ...terms },
    { id: 'deadline', kind: 'date', fact: 'deadline', ahead: true, ...terms },
    { id: 'mends', kind: 'choice', fact: 'mends', options: ['yes', 'partly', 'no', 'unsure'], ...ofMade },
    { id: 'lasting', kind: 'choice', fact: 'lasting', options: ['yes', 'no', 'unsure'], ...ofMade },
    {
      id: 'trust',
      kind: 'choice',
      fact: 'trust',
      options: ['fine', 'strained', 'gone', 'unsure'],
      ...ofMade,
    },
    { id: 'path', kind: 'choice', fact: 'path', options: ['better', 'only-pay', 'no', 'unsure'], ...ofMade },
    { id: 'whyNow', kind: 'choice', fact: 'whyNow', options: ['knew', 'surprised', 'unsure'], ...ofMade },
    { id: 'newJob', kind: 'choice', fact: 'newJob', options: ['signed', 'said-yes', 'open'], group: 'new' },
    {
      id: 'newMove',
      kind: 'choice',
      fact: 'newMove',
      options: ['none', 'here', 'vague', 'filed', 'agency'],
      optional: true,
      group: 'new',
    },
    { id: 'limits', kind: 'long-text', fact: 'me.limits', optional: true },
    {
      id: 'decision',
      kind: 'choice',
      options: ['decline-counteroffer', 'name-terms', 'stay', 'later'],
      preface: (view) => [
        summary(view),
        assessmentCard(view, assessCounteroffer(view.answers), cautions(view.answers)),
        ...(view.answers['newMove'] === 'filed' ? [takeCareCard(view, ['filed'])] : []),
      ],
    },
  ],
  conclude,
};
