/** A stretch of the message: the words as they stand there, and where they stand. */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A message taken apart. All offsets are into the message as it was given. */
export interface Letter {
  /** The message with straight quotes and plain spaces: the same length, so offsets hold. */
  readonly text: string;
  /** What is said, sentence by sentence: no headings, no stage directions. A greeting stays with its sentence. */
  readonly sentences: readonly Span[];
}

/** Dots that end no sentence. */
const ABBREVIATION =
  /(?:\b(?:mr|mrs|ms|mx|dr|prof|st|sr|jr|hr|fr|nr|ref|approx|ca|e\.g|i\.e|a\.m|p\.m|inc|ltd|corp|vs|etc|dept|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|messrs|resp|incl|ext|tel|dipl|ing)|\b\p{L}|\bno(?=\.\s*\d))\.$/iu;

/** A whole line in brackets is a stage direction; a short line without a stop in a script is a heading. */
const DIRECTION = /^[([*].*[)\]*]$/su;
const HEADING = /^(?:[^.!?,]{1,40}:?|[A-Z][A-Z ]+:.{0,0})$/u;

export function readLetter(given: string, channel: string): Letter {
  const text = plain(given);
  const sentences = lines(text)
    .filter((line) => !DIRECTION.test(line.text))
    .filter((line) => channel !== 'phone' || !isHeading(line, text))
    .flatMap(sentencesOf)
    .filter((sentence) => /\p{L}/u.test(sentence.text));
  return { text, sentences };
}

/** A heading is followed by what belongs to it; a name at the end is a signature. */
function isHeading(line: Span, text: string): boolean {
  return HEADING.test(line.text) && text.slice(line.end).trim() !== '';
}

function plain(given: string): string {
  return given
    .replace(/[‘’ʼ´`]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[\u00a0\u2007\u202f\t]/gu, ' ')
    .replace(/[–—]/gu, '-');
}

function lines(text: string): Span[] {
  return [...text.matchAll(/[^\n\r]+/gu)].map((found) =>
    trimmed(text, found.index, found.index + found[0].length),
  );
}

function sentencesOf(line: Span): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const found of line.text.matchAll(/[.!?…]+["')\]]*(?=\s|$)/gu)) {
    const end = found.index + found[0].length;
    if (ABBREVIATION.test(line.text.slice(start, found.index + 1)) && end < line.text.length) continue;
    spans.push(within(line, start, end));
    start = end;
  }
  if (start < line.text.length) spans.push(within(line, start, line.text.length));
  return spans;
}

/** A part of a span, by offsets into the span, without the spaces around it. */
export function within(span: Span, from: number, to: number): Span {
  const inner = trimmed(span.text, from, to);
  return { text: inner.text, start: span.start + inner.start, end: span.start + inner.end };
}

function trimmed(text: string, from: number, to: number): Span {
  const raw = text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const core = raw.trim();
  return { text: core, start, end: start + core.length };
}

/** Every place where a pattern stands in the message. The pattern must be global. */
export function places(letter: Letter, pattern: RegExp): Span[] {
  return [...letter.text.matchAll(pattern)].map((found) => ({
    text: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
}

const CLAUSE_END = /[;,:]|\s(?:and|but|though|although)\s/u;

/** The clause of a sentence in which an offset lies. */
export function clauseAround(text: string, at: number): string {
  const before = text.slice(0, at).split(CLAUSE_END);
  const after = text.slice(at).split(CLAUSE_END);
  return `${before[before.length - 1]}${after[0]}`;
}
