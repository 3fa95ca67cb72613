import { createRequire } from 'node:module';
import { advance } from '../../dist/coach/conversation/advance.js';
import { context, FOUR_ANSWERS } from '../bowout.mjs';
import { timed } from '../timing.mjs';
import { createWaterfall } from '../waterfall.mjs';

const { MemoryStorage } = createRequire(import.meta.url)('botbuilder');

export const measure = {
  title: 'The same four questions in memory',
  unit: 'ms a turn (p50)',
  better: 'lower',
  sides: ['bowout', 'botbuilder'],
  goals: [{ side: 'bowout', over: 'botbuilder', atMost: 0.5 }],
  note: 'Both keep the state as JSON text between two turns.',
};

export async function run(side, { quick }) {
  const people = quick ? 200 : 2_000;
  const turn = side === 'bowout' ? bowout() : createWaterfall(new MemoryStorage()).turn;
  for (let n = 0; n < 200; n++) for (const text of FOUR_ANSWERS) await turn(`W${n}`, text);
  const { p50, p95, cpuMs } = await timed(people * FOUR_ANSWERS.length, (n) =>
    turn(`U${n % people}`, FOUR_ANSWERS[Math.floor(n / people)] ?? ''),
  );
  return { value: p50, p95, cpuMs };
}

function bowout() {
  const states = new Map();
  return async (person, text) => {
    const before = states.get(person);
    const { state } = advance(before ? JSON.parse(before) : null, { type: 'text', text }, context);
    states.set(person, JSON.stringify(state));
  };
}
