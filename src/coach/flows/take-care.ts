import type { View } from '../conversation/flow.js';
import type { CardMessage } from '../message.js';
import { addMonths, at, dateOf, formatLocal } from '../remind/calendar.js';
import { card } from './cards.js';

/** After this many months a note about law is not shown any more (evidence.md §4). */
const GOOD_FOR = 12;

/**
 * What to take care of where law may be touched (K91–K93, K97): general, without a forecast, with the day as of which
 * it was written, and the word that no lawyer has reviewed it. Past its time only the advice to ask one is left.
 */
export function takeCareCard({ words, today }: View, ids: readonly string[]): CardMessage {
  const asOf = words.text('coach.take-care.as-of');
  const expired = dateOf(today) > dateOf(addMonths(at(asOf, '12:00'), GOOD_FOR));
  const shown = expired ? ['expired'] : ids;
  return card('take-care', words, words.text('coach.take-care.intro'), [
    {
      heading: words.text('coach.take-care.heading'),
      items: shown.map((id) => words.text(`coach.take-care.items.${id}`)),
    },
    {
      heading: words.text('coach.take-care.about'),
      items: [words.text('coach.take-care.foot', { date: formatLocal(asOf, words.locale) })],
    },
  ]);
}
