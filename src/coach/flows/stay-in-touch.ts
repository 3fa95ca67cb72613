import type { Flow } from '../conversation/flow.js';

/** When to write again after a no: six to twelve months, the person's choice (K102, K112). */
export const stayInTouch: Flow = {
  id: 'stay-in-touch',
  version: 1,
  steps: [{ id: 'months', kind: 'choice', options: ['6', '9', '12', 'never'] }],
  conclude: ({ answers }) => {
    const months = Number(answers['months']);
    if (Number.isNaN(months)) return { events: [], say: 'never' };
    return { events: [{ type: 'reconnect-in', months }], say: 'done' };
  },
};
