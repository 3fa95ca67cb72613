import { rewrite, type Traced } from './text.js';

const UNITS = [
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['thirteen', 13],
  ['fourteen', 14],
  ['fifteen', 15],
  ['sixteen', 16],
  ['seventeen', 17],
  ['eighteen', 18],
  ['nineteen', 19],
] as const;

const TENS = [
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fourty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
] as const;

const ORDINALS = [
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['nineth', 9],
  ['tenth', 10],
  ['eleventh', 11],
  ['twelfth', 12],
  ['twelth', 12],
  ['thirteenth', 13],
  ['fourteenth', 14],
  ['fifteenth', 15],
  ['sixteenth', 16],
  ['seventeenth', 17],
  ['eighteenth', 18],
  ['nineteenth', 19],
  ['twentieth', 20],
  ['thirtieth', 30],
] as const;

const CARDINAL = new Map<string, number>([...UNITS, ...TENS]);
const ORDINAL = new Map<string, number>(ORDINALS);

const alternatives = (words: Iterable<string>): string =>
  [...words].sort((a, b) => b.length - a.length).join('|');
const UNIT = alternatives(UNITS.map(([word]) => word));
const TEN = alternatives(TENS.map(([word]) => word));
const NTH = alternatives(ORDINAL.keys());

const ORDINAL_WORDS = new RegExp(`\\b(?:(twenty|thirty)[ -]?)?(${NTH})\\b`, 'g');
const CARDINAL_WORDS = new RegExp(`\\b(?:(${TEN})(?:[ -]?(${UNIT}))?|(${UNIT}))\\b`, 'g');

export function suffixed(day: number): string {
  const teen = day % 100 > 10 && day % 100 < 14;
  return `${day}${(!teen && ['th', 'st', 'nd', 'rd'][day % 10]) || 'th'}`;
}

/** "twenty-seventh" becomes "27th". */
export function ordinalsToDigits(traced: Traced): Traced {
  return rewrite(traced, ORDINAL_WORDS, (match) =>
    suffixed((CARDINAL.get(match[1] ?? '') ?? 0) + (ORDINAL.get(match[2] as string) as number)),
  );
}

/** "twenty-seven" becomes "27", "five" becomes "5"; hundreds and more stay words. */
export function cardinalsToDigits(traced: Traced): Traced {
  return rewrite(traced, CARDINAL_WORDS, ([, tens = '', unit = '', alone = '']) =>
    String((CARDINAL.get(tens) ?? 0) + (CARDINAL.get(unit) ?? 0) + (CARDINAL.get(alone) ?? 0)),
  );
}
