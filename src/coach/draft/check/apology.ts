import { type Letter, places, type Span } from './letter.js';
import { anyOf } from './pattern.js';

const APOLOGY = anyOf(
  [
    'sorry|apolog(?:y|ies|i[sz]e[sd]?|i[sz]ing|etic)|forgive(?:ness)?|pardon|excuse me|mea culpa',
    '(?:feel|feeling|felt) (?:so |really |very |just |a bit |truly |quite )*(?:bad|terrible|awful|guilty|ashamed|horrible|dreadful|rotten|embarrassed|wretched)',
    "(?:i am|i'm) (?:so |really |very |deeply |truly )*(?:ashamed|embarrassed|mortified)",
    '(?:deeply|sincerely|truly|greatly) regret|(?:deepest|sincerest|heartfelt|sincere) regrets?',
    'hate (?:to|that i have to|doing) |my (?:fault|bad)',
  ],
  'giu',
);

/** A hope that nobody is sorry is no apology. */
const NOT_AN_APOLOGY = /\b(?:no need to (?:be )?|not |never |n't |nothing to be )(?:feel )?$/iu;

/** Heaped up: said with force, or once more. */
const HEAPED =
  /\b(?:so|really|very|terribly|truly|deeply|extremely|sincerely|humbly|awfully|dreadfully|most|again|once more|sincere|deepest|heartfelt|bottom)\b/iu;

const STRING_OF_APOLOGIES = 2.5;

/** The word with which apologies become a string, or null: one is fine, and a second plain one may be (K42). */
export function pileOfApologies(letter: Letter): Span | null {
  let weight = 0;
  for (const span of places(letter, APOLOGY)) {
    if (NOT_AN_APOLOGY.test(letter.text.slice(Math.max(0, span.start - 25), span.start))) continue;
    const around = letter.text.slice(Math.max(0, span.start - 15), span.end + 12);
    weight += HEAPED.test(around) ? 1.5 : 1;
    if (weight >= STRING_OF_APOLOGIES) return span;
  }
  return null;
}
