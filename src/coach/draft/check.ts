import type { Words } from '../words.js';
import { pileOfApologies } from './check/apology.js';
import { findBlanks } from './check/blanks.js';
import { closes } from './check/closing.js';
import { findCriticism } from './check/criticism.js';
import { type Decision, findDecision, type Purpose, purposeOf } from './check/decision.js';
import { findHedge } from './check/hedges.js';
import { lateDecision } from './check/late.js';
import { tooLong } from './check/length.js';
import { type Letter, readLetter, type Span } from './check/letter.js';
import { findPrivate } from './check/privacy.js';
import { contradicts, findReasons, type Reason, type TooMuchReason, weighReasons } from './check/reasons.js';
import { givesThanks } from './check/thanks.js';

/** The thirteen things the draft check can notice (K79), in the order in which they are told. */
export const findingIds = [
  'blank-left',
  'no-thanks',
  'no-decision',
  'late-decision',
  'hedged',
  'several-reasons',
  'reason-too-long',
  'contradicts-earlier',
  'over-apologising',
  'criticism',
  'private-detail',
  'too-long',
  'no-closing',
] as const;
export type FindingId = (typeof findingIds)[number];

export interface CheckRequest {
  readonly text: string;
  /** `email`, `phone`, `voicemail` or `message`; anything else is read as an email. */
  readonly channel: string;
  /** A kind of draft or a general word for one; without it, a decision or a request will do. */
  readonly kind?: string | undefined;
  /** The reason this employer was given before, in words or as a reason id. */
  readonly earlierReason?: string | undefined;
  /** The employer written to, whose name is no private detail. */
  readonly known?: { readonly company?: string | null | undefined } | undefined;
}

/** What the check noticed: the words, where they stand in the text, and a mend. It advises; the person decides. */
export interface Finding {
  readonly id: FindingId;
  /** Words of the message, exactly; empty where nothing in it is near. */
  readonly quote: string;
  readonly advice: string;
  /** Offsets of the quote in the text. */
  readonly start: number;
  readonly end: number;
}

interface Reading {
  readonly letter: Letter;
  readonly request: CheckRequest;
  readonly purpose: Purpose;
  readonly decision: Decision | null;
  readonly reasons: readonly Reason[];
  readonly tooMuch: TooMuchReason;
}

const NOWHERE: Span = { text: '', start: 0, end: 0 };

/** Each rule gives the words it is about, or null when the message is fine. */
const rules: Readonly<Record<FindingId, (reading: Reading) => Span | null>> = {
  'blank-left': ({ letter }) => findBlanks(letter)[0] ?? null,
  'no-thanks': ({ letter }) => (givesThanks(letter.text) ? null : (letter.sentences[0] ?? NOWHERE)),
  'no-decision': (reading) =>
    reading.decision || reading.purpose === 'nothing' || hedge(reading) ? null : NOWHERE,
  'late-decision': ({ letter, decision }) => decision && lateDecision(letter, decision),
  hedged: hedge,
  'several-reasons': ({ purpose, tooMuch }) => (explains(purpose) ? tooMuch.second : null),
  'reason-too-long': ({ purpose, tooMuch }) => (explains(purpose) ? tooMuch.spunOut : null),
  'contradicts-earlier': ({ reasons, request }) =>
    request.earlierReason ? contradicts(reasons, request.earlierReason) : null,
  'over-apologising': ({ letter }) => pileOfApologies(letter),
  criticism: ({ letter, request }) =>
    request.kind?.includes('feedback') ? null : (findCriticism(letter)[0] ?? null),
  'private-detail': ({ letter, request, purpose }) =>
    purpose === 'yes' ? null : (findPrivate(letter, request.known?.company ?? null)[0] ?? null),
  'too-long': ({ letter, request }) => tooLong(letter, request.channel),
  'no-closing': ({ letter, decision }) =>
    closes(letter, decision) ? null : (letter.sentences[letter.sentences.length - 1] ?? NOWHERE),
};

function hedge({ letter, purpose }: Reading): Span | null {
  return findHedge(
    letter,
    purpose,
    (text) => findDecision({ text, sentences: [{ text, start: 0, end: text.length }] }, purpose) !== null,
  );
}

/** A request may give grounds, and a yes may say how glad it is; a no is what gets argued with. */
function explains(purpose: Purpose): boolean {
  return purpose === 'no' || purpose === 'nothing' || purpose === 'either';
}

/** Reads a reply against the rules for every draft (K40-K46, K79). A good message comes back with nothing. */
export function checkDraft(request: CheckRequest, words: Words): readonly Finding[] {
  const letter = readLetter(request.text, request.channel);
  const purpose = purposeOf(request.kind ?? '');
  const decision = findDecision(letter, purpose);
  const reasons = findReasons(letter, decision);
  const tooMuch = weighReasons(letter, decision, reasons);
  const reading: Reading = { letter, request, purpose, decision, reasons, tooMuch };
  return findingIds.flatMap((id) => {
    const span = rules[id](reading);
    return span ? [finding(id, span, request.text, words)] : [];
  });
}

function finding(id: FindingId, { start, end }: Span, text: string, words: Words): Finding {
  return { id, quote: text.slice(start, end), advice: words.text(`drafts.check.advice.${id}`), start, end };
}
