import type { View } from '../conversation/flow.js';
import { lawAsOf, noLegalAdvice } from '../evidence/law.js';
import { isFresh } from '../evidence/notes.js';
import type { CardMessage } from '../message.js';
import { card } from './cards.js';

/**
 * What to take care of where law may be touched (K91–K93, K97): general, without a forecast, with the day as of which
 * it was written, and the word that no lawyer has reviewed it. Past its time only the advice to ask one is left.
 */
export function takeCareCard(view: View, ids: readonly string[]): CardMessage {
  const { words, today } = view;
  const shown = isFresh(lawAsOf(words), today) ? ids : ['expired'];
  return card('take-care', words, words.text('coach.take-care.intro'), [
    {
      heading: words.text('coach.take-care.heading'),
      items: shown.map((id) => words.text(`coach.take-care.items.${id}`)),
    },
    {
      heading: words.text('coach.take-care.about'),
      items: [noLegalAdvice(view)],
    },
  ]);
}
