import { countWords } from '../size.js';
import type { Decision } from './decision.js';
import type { Letter, Span } from './letter.js';
import { givesThanks } from './thanks.js';

const COURTESY =
  /^(?:(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day))\b.{0,40}|.*\b(?:this is|it's|my name is|here is|speaking|here)\b.{0,40}|.*\?|.*\bhope (?:you|this|that|your|all)\b.*)$/isu;

const PREAMBLE_SENTENCES = 4;
const PREAMBLE_WORDS = 60;

/** The long run-up before the decision, or null. A line or two of courtesy is fine in every culture. */
export function lateDecision(letter: Letter, decision: Decision): Span | null {
  const before = letter.sentences.slice(0, decision.index);
  const runUp = before.filter(({ text }) => !isCourtesy(text));
  const words = before.reduce((sum, { text }) => sum + countWords(text), 0);
  const late = runUp.length >= PREAMBLE_SENTENCES || (words >= PREAMBLE_WORDS && runUp.length >= 2);
  return late ? decision.sentence : null;
}

function isCourtesy(text: string): boolean {
  return givesThanks(text) || COURTESY.test(text);
}
