import { formatLocal, type Local } from '../remind/calendar.js';
import type { Words } from '../words.js';
import { isFresh } from './notes.js';

/** The day as of which the notes that touch on law were written. */
export const lawAsOf = (words: Words): string => words.text('coach.take-care.as-of');

/** That a note is no legal advice, that no lawyer has reviewed it, and as of when; past its time, to ask one (K97). */
export function noLegalAdvice({ words, today }: { readonly words: Words; readonly today: Local }): string {
  const asOf = lawAsOf(words);
  const foot = words.text('coach.take-care.foot', { date: formatLocal(asOf, words.locale) });
  return isFresh(asOf, today) ? foot : `${foot} ${words.text('coach.take-care.old')}`;
}
