import { type Talk, today, when } from '../conversation/talk.js';
import { awayFrom, type Local } from '../remind/calendar.js';

/** A date for programs and for people. */
export interface DateInWords {
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, the person's wall clock. */
  readonly at: Local;
  /** "Friday, 27 November 2026" */
  readonly words: string;
  /** "in 7 days" */
  readonly away: string;
}

export function dateInWords(talk: Talk, at: Local): DateInWords {
  return { at, words: when(talk, at), away: awayFrom(today(talk), at, talk.context.words.locale) };
}
