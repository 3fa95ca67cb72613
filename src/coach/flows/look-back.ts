import type { Flow } from '../conversation/flow.js';

/** Why the yes came too early, and what to do otherwise the next time (K91, K98). */
export const lookBack: Flow = {
  id: 'look-back',
  version: 1,
  steps: [
    {
      id: 'early',
      kind: 'choice',
      fact: 'early',
      options: ['hurry', 'reaction', 'unclear', 'leverage', 'changed'],
      optional: true,
    },
    { id: 'next', kind: 'text', fact: 'lesson', optional: true },
  ],
  conclude: ({ answers }) => ({ events: [], say: String(answers['early'] ?? 'none') }),
};
