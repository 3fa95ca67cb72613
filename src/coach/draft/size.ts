/** Words as a reader counts them: signs and dashes between spaces are none. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** About 20 seconds aloud (K46). */
export const VOICEMAIL_WORDS = 50;
