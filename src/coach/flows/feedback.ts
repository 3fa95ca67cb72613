import type { Flow } from '../conversation/flow.js';

/** What the employer said about the person, for the log (K99). What was noted before stays beside it. */
export const feedback: Flow = {
  id: 'feedback',
  version: 1,
  steps: [
    { id: 'company', kind: 'company', fact: 'company' },
    { id: 'feedback', kind: 'long-text', optional: true },
  ],
  conclude: ({ answers }) => {
    const value = answers['feedback'];
    if (typeof value !== 'string') return { events: [], say: 'none' };
    return { events: [{ type: 'noted', fact: 'feedback', value, besides: true }], say: 'done' };
  },
};
