import type { Conclusion, Flow, View } from '../conversation/flow.js';
import { monthOf } from '../remind/calendar.js';
import { notedCard } from './noted.js';

const kinds: Readonly<Record<string, string>> = {
  again: 'reconnect',
  touch: 'stay-in-touch',
  colleague: 'refer-colleague',
};

/** The earlier contact is recalled by its month, where it is known. */
function conclude({ answers, opportunity, words }: View): Conclusion {
  const kind = String(kinds[String(answers['toward'])]);
  const { decidedAt, drafts, facts } = opportunity;
  const last = decidedAt ?? drafts.findLast(({ sentAt }) => sentAt !== null)?.sentAt ?? null;
  if (last === null || (facts['met'] ?? null) !== null)
    return { events: [], next: { flow: 'reply', preset: { kind } } };
  const met = words.text('coach.reconnect.met', { month: monthOf(last, words.locale) });
  return { events: [], next: { flow: 'reply', preset: { kind, met } } };
}

/** Back in touch some time after a no, or a colleague recommended (K10, K74, K102, K103). */
export const reconnect: Flow = {
  id: 'reconnect',
  version: 1,
  steps: [
    { id: 'company', kind: 'company', fact: 'company', optional: true },
    {
      id: 'toward',
      kind: 'choice',
      options: Object.keys(kinds),
      preface: ({ opportunity, words }) => {
        const noted = notedCard(opportunity, words);
        return noted ? [noted] : [];
      },
    },
  ],
  conclude,
};
