import type { Day, Here, Moment } from './calendar.js';
import { MONTHS, WEEKDAYS } from './vocabulary.js';

/** What a phrase can mean: days, or exact moments when hours or minutes were said. */
export type Reading =
  | { readonly days: readonly Day[]; readonly firm?: boolean }
  | { readonly moments: readonly Moment[] };

/** A phrase that means a date. `pattern` has the global flag and matches canonical text. */
export interface DateRule {
  readonly pattern: RegExp;
  read(match: RegExpMatchArray, here: Here): Reading | null;
}

export const WEEKDAY = `(?:${WEEKDAYS.join('|')})`;
export const MONTH = `(?:${MONTHS.join('|')})`;

export const oneDay = (day: Day | null): Reading | null => (day ? { days: [day] } : null);

export const monthNumber = (name: string): number => MONTHS.indexOf(name as (typeof MONTHS)[number]) + 1;

/** What may follow a bare number that is a day: an end, or words that go on about an answer or a time. */
export const DAY_AFTER =
  /^(?: ?(?:$|[.,;:!?)(-])| (?:at|by|on|before|or|and|latest|please|pls|is|was|works|would|if|to|so|for|then|but|because|noon|\d|morning|afternoon|evening|endofday|which|midnight|i\b|they|we|he|she|that|this|instead|now|sounds|thanks|close|oclock|around|about|until|i'm|i'll|im|my|last|next|also|too|as|from|will|should|could|can|end|lunch ?time|tonight|only|sharp|ok|fine|after|not|maybe|with|because|when|has|had|have|deadline|it|you|the (?:latest|very latest|deadline)))/;

const VIEW = 60;

/** The text just before a match, to judge it by its company; begins with "…" where it is cut. */
export function before(match: RegExpMatchArray): string {
  const end = match.index as number;
  return end > VIEW
    ? `…${(match.input as string).slice(end - VIEW, end)}`
    : (match.input as string).slice(0, end);
}

/** The text just after a match. */
export function after(match: RegExpMatchArray): string {
  const start = (match.index as number) + match[0].length;
  return (match.input as string).slice(start, start + VIEW);
}
