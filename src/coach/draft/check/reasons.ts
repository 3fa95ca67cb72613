import { countWords } from '../size.js';
import { isClosing } from './closing.js';
import type { Decision } from './decision.js';
import type { Letter, Span } from './letter.js';
import { within } from './letter.js';
import { givesThanks } from './thanks.js';

/** What a reason is about. */
export type Topic =
  | 'pay'
  | 'place'
  | 'growth'
  | 'fit'
  | 'family'
  | 'personal'
  | 'health'
  | 'another-job'
  | 'staying'
  | 'timing'
  | 'contract'
  | 'hours'
  | 'study'
  | 'culture';

const TOPICS: readonly [Topic, RegExp][] = [
  [
    'another-job',
    /\b(?:(?:another|other|different|new|competing|second) (?:\w+ )?(?:position|role|job|offer|opportunity|post|company|employer|place|firm)|accepted an?\b|\bi(?:'ve|'m| have| am)? (?:\w+ )?(?:took|taken|found|signed|accepted|got) (?:a|an|another|the other) |elsewhere|accepted another|going with|joining|have offered me|offered me|signed with)\b/iu,
  ],
  [
    'staying',
    /\b(?:(?:stay|remain)(?:ing)?\b(?! in (?:touch|contact))(?: \w+){0,3}? (?:where|at|in|with|put|on)\b|present (?:employer|job|role|position|post)|current (?:employer|job|role|position|team)|training course)\b/iu,
  ],
  [
    'pay',
    /\b(?:salar(?:y|ies)|pay(?:s|ing|check|cheque)?(?! attention)|paid(?! attention)|compensation|package|remuneration|money|wages?|bonus|financ(?:e|es|ial|ially)|ctc|lpa|stipend|benefits?|pensions?|allowance|equity|buy-?out|hike|earn(?:ings?)?|income|gross|net|\d+k?(?= (?:more|less|extra)))\b/iu,
  ],
  [
    'place',
    /\b(?:commut\w*|travel\w*|distance|too far|far (?:away|from)|(?:on|by) the train|train|drive|driving|journey|relocat\w*|mov(?:e|ing) (?:to|house|home|abroad|away|there|cit|countr|my family|our|in|of)|(?:a|the|this|another) move(?! into)\b|visa|sponsor\w*|work permit|on-?site|location|abroad|city|miles|kilomet\w+|km)\b/iu,
  ],
  [
    'hours',
    /\b(?:hours|shifts?|night(?:s| shift)?|weekends?|roster|rota|on-?call|overtime|remote(?:ly)?|hybrid|home ?office|work[- ]life|flexib\w*|schedule|timings|office days|days in the office|days a week|nights a week)\b/iu,
  ],
  [
    'growth',
    /\b(?:gr(?:ow|ows|owing|owth)|career|develop(?:ment|ing)?|advance(?:ment)?|progress(?:ion)?|promotion|too (?:senior|junior)|junior|senior(?:ity)?|lead(?:s|ing)? (?:nobody|people|a team)|people management|step up|next level|long-?term|ambitions?|prospects?|closer to|learn(?:ing)?)\b/iu,
  ],
  [
    'contract',
    /\b(?:contract(?:ual|or|ing)?|permanent|temporary|fixed[- ]term|freelance|agency|third[- ]party|payroll|part-?time|full-?time (?:contract|job|role)|employment model|direct employment|umbrella|probation|twelve months|employment status)\b/iu,
  ],
  [
    'study',
    /\b(?:stud(?:y|ies|ying)|degree|university|college|master'?s|phd|doctorate|back to school|sabbatical|exams?)\b/iu,
  ],
  [
    'family',
    /\b(?:famil(?:y|ies)|children|child|kids?|sons?|daughters?|wife|husband|partner|spouse|parents?|mother|father|mum|mom|dad|father-in-law|mother-in-law|baby|childcare|school)\b/iu,
  ],
  ['health', /\b(?:health|medical|illness|doctor|diagnos\w+|surgery)\b/iu],
  [
    'personal',
    /\b(?:personal|private) (?:reasons?|circumstances|situation|matters?|grounds|life|commitments|obligations)\b|\bmy (?:circumstances|situation)\b/iu,
  ],
  [
    'timing',
    /\b(?:timing|(?:right|wrong|bad|good) (?:time|moment)|capacity|bandwidth|too busy|no (?:time|room)|commitments?|workload|availability|start date|notice period|prior engagement|busy|lease|landlord|flat|apartment)\b/iu,
  ],
  [
    'culture',
    /\b(?:culture|values|leadership|management style|atmosphere|stability|unstable|uncertain\w*|restructur\w*|reputation|layoffs?|merger)\b/iu,
  ],
  [
    'fit',
    /\b(?:fit|match(?:es)?|align\w*|direction|role (?:is|leans|was|seems)|work is|job is|position is|focus(?:es|ed)?|content|tasks|duties|responsibilit\w+|(?:type|kind) of work|technical|operational|hands-on|industr(?:y|ies)|sector|field|profile|interests?|strengths|skills?|sales|support|research|design|product|charity|what i want|i want to (?:do|work|remain|stay|build|keep))\b/iu,
  ],
];

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

export function topicsOf(text: string): readonly Topic[] {
  return TOPICS.filter(([, pattern]) => pattern.test(text)).map(([topic]) => topic);
}

/** Where a reason is given, and what it is about. */
export interface Reason {
  readonly span: Span;
  readonly topics: readonly Topic[];
}

/** A reason that stands apart from the decision. */
const ANNOUNCED =
  /\b(?:because|due to|owing to|on account of|(?:the|my|main|simple|only|honest|another|other) (?:\w+ )?reason|comes? down to|came down to|partly|it was (?:about|the|my|for)|(?:several|a few|two|three|various|many|a number of) (?:\w+ )?(?:reasons|things|factors))\b|^(?:also|besides|moreover|furthermore|in addition|on top of that|apart from that|plus|second(?:ly)?|third(?:ly)?|finally|another thing|the other thing)\b/iu;

const CONNECTIVE =
  /\b(?:because|since|due to|owing to|on account of|given (?:that|my|the)|as (?:i|i'm|i've|my|the|it|this|that|your|we|our|another|there|relocat\w+|a)\b|for (?:\w+ )?(?:reasons?|family|personal)|(?:the|my|main|simple|only|honest) (?:\w+ )?reason|comes? down to|came down to|so that|in view of|thanks to|partly|it's (?:just )?that|which is why|in order to|seeing as|considering)\b/iu;

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
  /\b(?:also|too\b|as well|besides|moreover|furthermore|in addition|additionally|on top|plus|partly|another reason|(?:first|second|third|last)ly|finally|not only|both|secondly|several (?:things|reasons)|(?:two|three|four|a few|a number of|many|various|multiple) (?:\w+ )?(?:reasons|things|points|factors|issues)|and because|apart from that|what is more|what's more)\b/iu;

/** A clause that draws the conclusion or goes on about the same thing. */
const CONSEQUENCE =
  /^(?:so|thus|therefore|hence|which|who|that|where|then|thereby|but|my (?:no|decision|answer))\b/iu;

/** Two or more separate reasons (K41): the first one that is about something else than the one before, or null. */
export function secondReason(letter: Letter, reasons: readonly Reason[]): Span | null {
  const stated = reasons.filter(({ span, topics }) => topics.length > 0 && !CONSEQUENCE.test(span.text));
  const listed = letter.sentences.some(({ text }) => LISTED.test(text)) || stated.length > 2;
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
export function longReason(letter: Letter, decision: Decision | null): Span | null {
  const start = decision?.index ?? letter.sentences.findIndex(({ text }) => CONNECTIVE.test(text));
  if (start < 0) return null;
  const [said, ...after] = letter.sentences.slice(start);
  const begun = said && CONNECTIVE.test(said.text) ? [said] : [];
  const chain = [...begun, ...takeWhile(after, explains)];
  const words = chain.reduce((sum, { text }) => sum + countWords(text), 0);
  const about = chain.some(({ text }) => CONNECTIVE.test(text) || topicsOf(text).length > 0);
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
