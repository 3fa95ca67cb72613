import { showPay } from '../conversation/show.js';
import type { Opportunity } from '../conversation/state.js';
import type { CardMessage } from '../message.js';
import { formatLocal } from '../remind/calendar.js';
import type { Words } from '../words.js';
import { card } from './cards.js';
import { sayAgain } from './reply-kinds.js';

/** The reason that this employer was given with a no, if it was one that can be given again (K41, K65). */
export function givenReason({ drafts }: Opportunity): string | undefined {
  return drafts.findLast((draft) => draft.sentAt !== null && sayAgain.includes(draft.reason))?.reason;
}

/** What was noted when the no was said, brought back for comparison (K83, K99); null when there is nothing. */
export function notedCard(opportunity: Opportunity, words: Words): CardMessage | null {
  const { facts, decidedAt } = opportunity;
  const item = (id: string, value: string): string => words.text(`coach.noted.items.${id}`, { value });
  const { pay, gap } = facts;
  const reason = givenReason(opportunity);
  const items = [
    ...(decidedAt === null ? [] : [item('decided', formatLocal(decidedAt.slice(0, 10), words.locale))]),
    ...['role', 'extras', 'promises', 'wouldChange'].flatMap((id) => {
      const fact = facts[id];
      return typeof fact === 'string' ? [item(id, fact)] : [];
    }),
    ...(typeof pay === 'object' && pay !== null ? [item('pay', showPay(pay, words))] : []),
    ...(typeof gap === 'string' ? [item('gap', words.text(`coach.offer.steps.gap.options.${gap}`))] : []),
    ...(reason === undefined
      ? []
      : [item('reason', words.text(`coach.reply.steps.reason.options.${reason}`))]),
  ];
  if (items.length === 0) return null;
  return card('noted', words, '', [{ heading: words.text('coach.noted.heading'), items }]);
}
