/** Longer messages are read up to here; nobody answers a question in more, and rules stay fast. */
export const READ_LIMIT = 4_000;

/**
 * Text prepared for rules that still knows where each character came from,
 * so that what was understood can be quoted in the person's own words.
 */
export interface Traced {
  readonly text: string;
  readonly original: string;
  /** For each character of `text`: where its source starts and ends in `original`. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const SAME: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‛': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': ' - ',
  '−': '-',
  '½': ' 1/2',
};

const INVISIBLE = /^[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]$|^\uFE0F$/;

/** Most messages: no character of theirs needs more than lower case. */
const SIMPLE = /^[ !-_a-~]*$/;

function plainCharacter(character: string): string {
  const same = SAME[character];
  if (same !== undefined) return same;
  if (INVISIBLE.test(character)) return '';
  return character.normalize('NFKC').toLowerCase().replace(/\s/g, ' ');
}

/** Lower case, one kind of quote, dash and space; every character keeps its place in the original. */
export function trace(written: string): Traced {
  const read = written.slice(0, READ_LIMIT);
  if (SIMPLE.test(read) && !read.includes('  ')) {
    const places = Array.from(read, (_, i) => i);
    return { text: read.toLowerCase(), original: read, from: places, to: places.map((at) => at + 1) };
  }
  const original = read.normalize('NFC');
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const character of original) {
    const end = at + character.length;
    const plain = plainCharacter(character);
    const kept = plain === ' ' && text.endsWith(' ') ? '' : plain;
    text += kept;
    for (let i = 0; i < kept.length; i++) {
      from.push(at);
      to.push(end);
    }
    at = end;
  }
  return { text, original, from, to };
}

/** Replaces what matches; the new characters point at the words they stand for. `null` leaves a match alone. */
export function rewrite(
  traced: Traced,
  pattern: RegExp,
  replace: (match: RegExpMatchArray) => string | null,
): Traced {
  if (traced.text.search(pattern) < 0) return traced;
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let done = 0;
  const keep = (end: number): void => {
    text += traced.text.slice(done, end);
    for (let i = done; i < end; i++) {
      from.push(traced.from[i] as number);
      to.push(traced.to[i] as number);
    }
    done = end;
  };
  for (const match of traced.text.matchAll(pattern)) {
    const replacement = replace(match);
    if (replacement === null) continue;
    keep(match.index);
    const end = match.index + match[0].length;
    text += replacement;
    for (let i = 0; i < replacement.length; i++) {
      from.push(traced.from[match.index] as number);
      to.push(traced.to[end - 1] as number);
    }
    done = end;
  }
  keep(traced.text.length);
  return { text, original: traced.original, from, to };
}

/** The person's own words behind `text.slice(start, end)`, without surrounding space. */
export function quote(traced: Traced, start: number, end: number): string {
  const first = traced.from[start] as number;
  const last = traced.to[end - 1] as number;
  return traced.original.slice(first, last).trim();
}

/** For rules that need no quotation. */
export function plain(written: string): string {
  const read = written.slice(0, READ_LIMIT);
  const text = SIMPLE.test(read) ? read.toLowerCase() : trace(read).text;
  return text.replace(/ +/g, ' ').trim();
}
