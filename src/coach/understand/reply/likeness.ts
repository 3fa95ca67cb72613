import { plain } from '../text.js';
import { ACKNOWLEDGED } from './examples/acknowledged.js';
import { ASKS_FEEDBACK } from './examples/asks-feedback.js';
import { ASKS_WHY } from './examples/asks-why.js';
import { BETTER_TERMS } from './examples/better-terms.js';
import { EXTENDS_DEADLINE } from './examples/extends-deadline.js';
import { OTHER_ROLE } from './examples/other-role.js';
import { PERSUADES } from './examples/persuades.js';
import { PRESSURE } from './examples/pressure.js';
import { REFUSES_EXTENSION } from './examples/refuses-extension.js';
import { RESCINDS_OFFER } from './examples/rescinds-offer.js';
import type { ReplyKind } from './kind.js';

const EXAMPLES: Readonly<Record<ReplyKind, readonly string[]>> = {
  acknowledged: ACKNOWLEDGED,
  'asks-why': ASKS_WHY,
  'asks-feedback': ASKS_FEEDBACK,
  persuades: PERSUADES,
  'better-terms': BETTER_TERMS,
  'other-role': OTHER_ROLE,
  pressure: PRESSURE,
  'rescinds-offer': RESCINDS_OFFER,
  'extends-deadline': EXTENDS_DEADLINE,
  'refuses-extension': REFUSES_EXTENSION,
};

export const REPLY_KINDS = Object.keys(EXAMPLES) as ReplyKind[];

/** Keeps a word that one kind never used from deciding alone. */
const SMOOTHING = 0.1;

/** The words of a text and their pairs; numbers count as one word. */
function features(text: string): Set<string> {
  const words = text.replace(/\d+/g, '#').match(/[\p{Ll}']+|[#?%$£€₹]/gu) ?? [];
  return new Set(words.flatMap((word, i) => (i === 0 ? [word] : [word, `${words[i - 1]} ${word}`])));
}

interface Learnt {
  /** In how many examples of each kind a feature stands; the last number is their sum. */
  readonly counts: ReadonlyMap<string, readonly number[]>;
  readonly sizes: readonly number[];
  readonly all: number;
}

function learn(): Learnt {
  const counts = new Map<string, number[]>();
  const sizes = REPLY_KINDS.map((kind) => EXAMPLES[kind].length);
  for (const [at, kind] of REPLY_KINDS.entries()) {
    for (const example of EXAMPLES[kind]) {
      for (const feature of features(plain(example))) {
        const row = counts.get(feature) ?? new Array<number>(REPLY_KINDS.length + 1).fill(0);
        row[at] = (row[at] as number) + 1;
        row[REPLY_KINDS.length] = (row[REPLY_KINDS.length] as number) + 1;
        counts.set(feature, row);
      }
    }
  }
  return { counts, sizes, all: sizes.reduce((sum, size) => sum + size, 0) };
}

const LEARNT = learn();

const share = (count: number, size: number): number => (count + SMOOTHING) / (size + 2 * SMOOTHING);

/**
 * How much more each word of a text belongs to one kind's examples than to all of them, summed
 * (naive Bayes, natural logarithms). A text without a known word is 0 for every kind.
 */
export function likeness(text: string): ReadonlyMap<ReplyKind, number> {
  const rows = [...features(text)].flatMap((feature) => LEARNT.counts.get(feature) ?? []);
  const width = REPLY_KINDS.length + 1;
  return new Map(
    REPLY_KINDS.map((kind, at) => {
      let sum = 0;
      for (let row = 0; row < rows.length; row += width) {
        const own = share(rows[row + at] as number, LEARNT.sizes[at] as number);
        sum += Math.log(own / share(rows[row + width - 1] as number, LEARNT.all));
      }
      return [kind, sum];
    }),
  );
}
