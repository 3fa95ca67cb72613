import type { Conclusion, Flow, View } from '../conversation/flow.js';
import type { Decision } from '../conversation/state.js';

const decisions: Readonly<Record<string, Decision>> = {
  'decline-offer': 'decline',
  'decline-invitation': 'decline-invitation',
  withdraw: 'withdraw',
  'withdraw-short': 'withdraw',
};

/** The longer form of what goes out in two sentences: nobody calls a friend for two sentences. */
const whole = (kind: string): string => kind.replace(/-short$/, '');

function conclude({ answers: { kind, worry } }: View): Conclusion {
  const declined = { type: 'decided', decision: decisions[String(kind)] as Decision } as const;
  const reply = (preset: Readonly<Record<string, string>> = {}) =>
    ({ flow: 'reply', preset: { kind: String(kind), ...preset } }) as const;
  switch (worry) {
    case 'later':
      return { events: [declined], say: worry, next: reply({ kind: 'keep-option-open' }) };
    case 'friend':
      return { events: [declined], say: worry, next: reply({ kind: whole(String(kind)), channel: 'phone' }) };
    case 'chance':
      return { events: [], say: worry, next: { flow: 'decide-by', preset: {} } };
    case 'bridges':
    case 'papers':
      return { events: [declined], say: worry, next: reply() };
    default:
      return { events: [declined], next: reply() };
  }
}

/** What makes a no hard or risky, asked once between the decision and its words (K93, K94, K96). */
export const beforeNo: Flow = {
  id: 'before-no',
  version: 1,
  steps: [
    { id: 'kind', kind: 'choice', options: Object.keys(decisions) },
    {
      id: 'worry',
      kind: 'choice',
      options: ['later', 'friend', 'chance', 'bridges', 'papers'],
      optional: true,
    },
  ],
  conclude,
};
