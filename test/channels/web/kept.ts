import type { State } from '../../../src/coach/conversation/state.js';
import { draft, opportunity } from '../../coach/journal/samples.js';
import { CoachAlone } from '../../stories/coach-alone.js';
import type { Playground } from './playground.js';

const OLD = '2026-09-03T10:00';
const past = opportunity({
  id: 'o90',
  code: 'Z',
  facts: { company: 'Umbrella', role: 'Tester' },
  outcome: 'declined',
  decision: 'decline',
  decidedAt: OLD,
  drafts: [{ ...draft('decline-offer', 'pay', OLD), edited: true }],
});

/** What the coach keeps of somebody with an offer, a list, a comparison under way, and an earlier no. */
export function keepSomebody(playground: Playground): CoachAlone {
  const coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
  const lines = [
    'I got an offer from Initech as Analyst, they want an answer by November 27',
    "That's all I know",
    'ledger',
    'More pay\nA short way to work',
    'A smaller team',
    'skip',
    ...['compare', '2', '1', '90k a year', 'skip', '1', '1', '1', '1', '1'],
    ...['Globex', '80k a year', 'skip', '1', '2'],
  ];
  for (const text of lines) coach.do({ type: 'text', text });
  const state = coach.state as State;
  coach.state = { ...state, opportunities: [past, ...state.opportunities] };
  playground.keep(coach.state, coach.reminders);
  return coach;
}
