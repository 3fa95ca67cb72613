import type { Flow } from '../conversation/flow.js';
import { confidenceCard } from '../journal/cards.js';

/** A short routine after a decision: three reasons, the story in two lines, one concrete action (K104). */
export const confidence: Flow = {
  id: 'confidence',
  version: 1,
  steps: [
    { id: 'reason1', kind: 'text', group: 'reasons' },
    { id: 'reason2', kind: 'text', group: 'reasons', optional: true },
    { id: 'reason3', kind: 'text', group: 'reasons', optional: true },
    { id: 'story', kind: 'long-text', optional: true },
    { id: 'action', kind: 'text', optional: true },
  ],
  conclude: ({ answers, opportunity, words }) => {
    const text = (id: string): string | null => {
      const answer = answers[id];
      return typeof answer === 'string' ? answer : null;
    };
    const reasons = ['reason1', 'reason2', 'reason3'].map(text).filter((one) => one !== null);
    const kept = { reasons, story: text('story'), action: text('action') };
    return {
      events: [{ type: 'confident', ...kept }],
      show: [confidenceCard(kept, opportunity.code, words)],
      say: 'done',
    };
  },
};
