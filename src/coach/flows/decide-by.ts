import type { Flow } from '../conversation/flow.js';

/** A personal deadline to decide, kept as a reminder (K26, K106). */
export const decideBy: Flow = {
  id: 'decide-by',
  version: 1,
  steps: [{ id: 'date', kind: 'date', ahead: true, optional: true }],
  conclude: ({ answers }) => {
    const date = answers['date'];
    if (typeof date !== 'string') return { events: [], say: 'none' };
    return { events: [{ type: 'decide-by', date }], say: 'done' };
  },
};
