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
