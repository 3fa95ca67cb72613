import type { Flow } from '../conversation/flow.js';

const adjustment = { kind: 'text', group: 'adjustments', optional: true } as const;

/** Three things to do differently, shown again at the next look back (K100). */
export const quarterlyReview: Flow = {
  id: 'quarterly-review',
  version: 1,
  steps: [
    { id: 'first', ...adjustment },
    { id: 'second', ...adjustment },
    { id: 'third', ...adjustment },
  ],
  conclude: ({ answers }) => {
    const given = [answers['first'], answers['second'], answers['third']];
    const adjustments = given.filter((one) => typeof one === 'string');
    if (adjustments.length === 0) return { events: [], say: 'none' };
    return { events: [{ type: 'reviewed', adjustments }], say: 'done' };
  },
};
