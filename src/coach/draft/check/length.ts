import { countWords } from '../size.js';
import type { Letter, Span } from './letter.js';

/** Clearly over the limits of K46, so that a word too many is no finding. */
const WORDS: Readonly<Record<string, number>> = { email: 150, voicemail: 65, phone: 200, message: 95 };
const MESSAGE_SENTENCES = 5;

/** What is said beyond what the channel holds, or null. */
export function tooLong(letter: Letter, channel: string): Span | null {
  const limit = WORDS[channel] ?? (WORDS['email'] as number);
  const spoken = letter.sentences.filter(({ text }) => !text.endsWith(',') && text.split(/\s+/u).length > 3);
  const [beyond] = channel === 'message' ? spoken.slice(MESSAGE_SENTENCES) : [];
  if (beyond) return beyond;
  let words = 0;
  for (const sentence of letter.sentences) {
    words += countWords(sentence.text);
    if (words > limit) return sentence;
  }
  return null;
}
