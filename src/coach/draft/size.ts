import type { DraftChannel } from './catalogue.js';

/** Words as a reader counts them: signs and dashes between spaces are none. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** How long a draft may be: K46 for email and voicemail, a screen of a phone for a message, two minutes for a call. */
export const WORD_LIMITS: Readonly<Record<DraftChannel, number>> = {
  email: 120,
  phone: 210,
  voicemail: 50,
  message: 75,
};
