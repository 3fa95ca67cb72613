import { countWords } from '../size.js';
import { isClosing } from './closing.js';
import type { Decision } from './decision.js';
import type { Letter, Span } from './letter.js';
import { within } from './letter.js';
import { givesThanks } from './thanks.js';
import { CONNECTIVE, pointsToReason, type Topic, topicsOf } from './topics.js';

/** Reasons that go together within a letter: the second is the same one in other words, or its ground. */
const KINDRED: readonly (readonly Topic[])[] = [
  ['fit', 'growth', 'another-job'],
  ['fit', 'growth', 'staying'],
  ['fit', 'growth', 'culture'],
  ['family', 'personal', 'health', 'place'],
  ['family', 'hours', 'personal'],
  ['timing', 'study', 'personal', 'family'],
  ['timing', 'hours'],
  ['timing', 'place'],
  ['contract', 'fit'],
  ['staying', 'timing'],
];

/** Reasons that agree across letters: a general one told first, a closer one later. */
const AGREEING: readonly (readonly Topic[])[] = [
  ['fit', 'growth'],
  ['personal', 'family', 'health'],
  ['family', 'hours'],
  ['family', 'place'],
  ['timing', 'personal'],
];

const together = (groups: readonly (readonly Topic[])[], a: Topic, b: Topic): boolean =>
  a === b || groups.some((group) => group.includes(a) && group.includes(b));

/** Where a reason is given, and what it is about. */
export interface Reason {
  readonly span: Span;
  readonly topics: readonly Topic[];
}

/** A reason that stands apart from the decision. */
const ANNOUNCED =
  /\b(?:because|due to|owing to|on account of|(?:the|my|main|simple|only|honest|another|other) (?:\w+ )?reason|comes? down to|came down to|partly|it was (?:about|the|my|for)|(?:several|a few|two|three|various|many|a number of) (?:\w+ )?(?:reasons|things|factors))\b|^(?:also|besides|moreover|furthermore|in addition|on top of that|apart from that|plus|second(?:ly)?|third(?:ly)?|finally|another thing|the other thing)\b/iu;

/** Offers, facts about sending and courtesies explain nothing. */
const NO_REASON =
  /\b(?:hand(?:ing)? ?over|e-?mail|in writing|letter|confirm|call|i(?:'ll| will) (?:send|write|drop|put|make|help|gladly|prepare|return)|if it (?:helps|is useful)|introduce|recommend|let us|let's|last day|you asked|happy to|glad to|my decision|feel free|please)\b/iu;

const PRAISE =
  /\b(?:wonderful|lovely|great|fantastic|joy|admir\w+|inspir\w+|enjoy\w*|love[ds]?|like[ds]? (?:the|your|our|how|to)|best|excellent|warm|patient|kind(?:ness|ly)?|impress\w+|respect|delight\w*|beautiful|memorable|fun|learned|pleasure|hi to|hello to)\b/iu;

/** The clauses that say why: in the decision, in what follows at once, and from wherever one is announced. */
export function findReasons(letter: Letter, decision: Decision | null): readonly Reason[] {
  let goesOn = false;
  return letter.sentences.flatMap((sentence, index) => {
    if (decision && index === decision.index) {
      goesOn = true;
      return clauses(besides(sentence, decision)).map(reason);
    }
    goesOn = explains(sentence) && (goesOn || ANNOUNCED.test(sentence.text));
    return goesOn ? clauses(sentence).map(reason) : [];
  });
}

const reason = (span: Span): Reason => ({ span, topics: topicsOf(span.text) });

/** Where a clause of its own may begin. */
const BREAK = /[,;:]|\s-\s/u;

/** What a decision sentence says besides the decision and what is decided on: usually after it, else before it. */
function besides(sentence: Span, { words, outright }: Decision): Span {
  if (!outright) return sentence;
  const cut = words.end - sentence.start;
  const rest = sentence.text.slice(cut);
  const starts = [rest.search(CONNECTIVE), rest.search(BREAK)].filter((at) => at >= 0);
  const after = within(
    sentence,
    starts.length > 0 ? cut + Math.min(...starts) : sentence.text.length,
    sentence.text.length,
  );
  const before = within(sentence, 0, words.start - sentence.start);
  const ground = !givesThanks(before.text) && (CONNECTIVE.test(before.text) || /,? so\b/iu.test(before.text));
  return ground && topicsOf(after.text).length === 0 ? before : after;
}

export function explains({ text }: Span): boolean {
  return (
    /\s/u.test(text) &&
    !/[?,:]$/u.test(text) &&
    !givesThanks(text) &&
    !isClosing(text) &&
    !PRAISE.test(text) &&
    !NO_REASON.test(text) &&
    !APOLOGETIC.test(text)
  );
}

const APOLOGETIC = /\b(?:sorry|apolog\w+|forgive|trouble|inconvenience)\b/iu;

const PART =
  /[,;:]\s+(?:and |but |plus |as well as |also )?|\s(?:and|plus|as well as|besides|while)\s|\s-\s/giu;

function clauses(span: Span): Span[] {
  const parts: Span[] = [];
  let start = 0;
  for (const found of span.text.matchAll(PART)) {
    parts.push(within(span, start, found.index));
    start = found.index + found[0].length;
  }
  parts.push(within(span, start, span.text.length));
  return parts.filter((part) => part.text !== '');
}

const LISTED =
  /\b(?:also|too\b|as well|besides|moreover|furthermore|in addition|additionally|on top|plus|partly|anyway|another reason|(?:first|second|third|last)ly|finally|not only|both|secondly|several (?:things|reasons)|(?:two|three|four|a few|a number of|many|various|multiple) (?:\w+ )?(?:reasons|things|points|factors|issues)|and because|apart from that|what is more|what's more)\b/iu;

/** A clause that draws the conclusion or goes on about the same thing. */
const CONSEQUENCE =
  /^(?:so|thus|therefore|hence|which|who|that|where|then|thereby|but|my (?:no|decision|answer))\b/iu;

/** Said to be several, in so many words. */
const COUNTED =
  /\b(?:another reason|(?:first|second|third)(?:ly)?|finally|not only|several (?:things|reasons)|(?:two|three|four|a few|a number of|many|various|multiple) (?:\w+ )?(?:reasons|things|points|factors|issues)|and because|on top of (?:that|it)|what is more|what's more)\b/iu;

/** What is too much about the reasons: a second one, or one spun out. At most one of the two. */
export interface TooMuchReason {
  readonly second: Span | null;
  readonly spunOut: Span | null;
}

/** Weighs the reasons for a no (K41). A single reason named with the decision and spun out stays a single one. */
export function weighReasons(
  letter: Letter,
  decision: Decision | null,
  reasons: readonly Reason[],
): TooMuchReason {
  const second = secondReason(letter, reasons);
  const spunOut = longReason(letter, decision);
  const counted = letter.sentences.some(({ text }) => COUNTED.test(text));
  const named = decision !== null && CONNECTIVE.test(decision.sentence.text);
  if (second && spunOut && named && !counted) return { second: null, spunOut };
  return { second, spunOut: second ? null : spunOut };
}

const FIRSTLY = /\b(?:firstly|first of all|for one thing|first,)/iu;
const SECONDLY = /^(?:and )?(?:secondly\b|second,)/iu;

/** The first reason that is about something else than the one before, or null. */
function secondReason(letter: Letter, reasons: readonly Reason[]): Span | null {
  const counted = letter.sentences.find(({ text }) => SECONDLY.test(text));
  if (counted && letter.sentences.some(({ text }) => FIRSTLY.test(text))) return counted;
  const stated = reasons.filter(({ span, topics }) => topics.length > 0 && !CONSEQUENCE.test(span.text));
  const inOneSentence = letter.sentences.some(
    ({ start, end }) => stated.filter(({ span }) => span.start >= start && span.end <= end).length > 2,
  );
  const listed = inOneSentence || letter.sentences.some(({ text }) => LISTED.test(text));
  const separate: Reason[] = [];
  for (const one of stated) {
    const known = separate.some(({ topics }) => related(topics, one.topics, listed));
    if (!known) separate.push(one);
  }
  return separate[1]?.span ?? null;
}

/** In a list each item is a reason of its own; outside one, a new job or staying is what another reason led to. */
function related(before: readonly Topic[], now: readonly Topic[], listed: boolean): boolean {
  const consequence: readonly Topic[] = ['another-job', 'staying', 'personal'];
  const leads = (topics: readonly Topic[]): boolean => topics.some((topic) => consequence.includes(topic));
  if (!listed && (leads(before) || leads(now))) return true;
  return before.some((a) => now.some((b) => together(KINDRED, a, b)));
}

const LONG_SENTENCES = 3;
const LONG_WORDS = 40;

/** The sentence from which one reason is spun out over several, or null. */
function longReason(letter: Letter, decision: Decision | null): Span | null {
  const start = decision?.index ?? letter.sentences.findIndex(({ text }) => CONNECTIVE.test(text));
  if (start < 0) return null;
  const [said, ...after] = letter.sentences.slice(start);
  const begun = said && CONNECTIVE.test(said.text) ? [said] : [];
  const chain = [...begun, ...takeWhile(after, explains)];
  const words = chain.reduce((sum, { text }) => sum + countWords(text), 0);
  const about = chain.some(({ text }) => pointsToReason(text));
  const long = (chain.length >= LONG_SENTENCES && words >= LONG_WORDS) || chain.length > LONG_SENTENCES;
  return about && long ? (chain[1] as Span) : null;
}

function takeWhile(spans: readonly Span[], holds: (span: Span) => boolean): readonly Span[] {
  const end = spans.findIndex((span) => !holds(span));
  return end < 0 ? spans : spans.slice(0, end);
}

/** Whether what is said now differs from what this employer was told before. */
export function contradicts(reasons: readonly Reason[], earlier: string): Span | null {
  const before = topicsOf(earlier.replace(/[-_]/gu, ' '));
  const now = reasons.filter(({ topics }) => topics.length > 0);
  if (before.length === 0 || now.length === 0) return null;
  const same = now.some(({ topics }) => topics.some((a) => before.some((b) => together(AGREEING, a, b))));
  return same ? null : (now[0] as Reason).span;
}
