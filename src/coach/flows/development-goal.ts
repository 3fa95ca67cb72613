import type { Flow } from '../conversation/flow.js';

/** One goal to grow towards in the next 12 to 24 months; it ticks the roadmap of the 30-day plan (K101). */
export const developmentGoal: Flow = {
  id: 'development-goal',
  version: 1,
  steps: [{ id: 'goal', kind: 'text', optional: true }],
  conclude: ({ answers }) => {
    const value = answers['goal'];
    if (typeof value !== 'string') return { events: [], say: 'none' };
    return {
      events: [
        { type: 'noted', fact: 'plan.goal', value },
        { type: 'ticked', item: 'roadmap' },
      ],
    };
  },
};
