import type { Words } from '../words.js';
import { type DraftChannel, type DraftChoice, draftCultures, draftRegisters, readKind } from './catalogue.js';
import { type FactName, type Facts, factMeaning, readFacts } from './facts.js';
import { shapes } from './shapes.js';
import { countWords, WORD_LIMITS } from './size.js';
import { createVoice, type Part, type Voice } from './voice.js';

export interface DraftRequest extends DraftChoice {
  readonly facts: Facts;
}

/** A reply to send or to say. `text` holds the parts in order; `subjects` is empty where a channel has none. */
export interface Draft {
  readonly subjects: readonly string[];
  readonly text: string;
  readonly parts: readonly Part[];
}

/** What a draft leaves out to fit its channel: parts, facts, or the reason. */
interface Cut {
  readonly roles: readonly string[];
  readonly facts: readonly FactName[];
  readonly reason: boolean;
}

const WHOLE: Cut = { roles: [], facts: [], reason: false };
const SHORTER: readonly Cut[] = [
  WHOLE,
  { ...WHOLE, facts: ['role', 'company'] },
  { ...WHOLE, facts: ['role', 'company', 'appreciation'] },
];

/** What gives way, step by step, when a draft is too long. A voicemail's reason is in the email that follows. */
const CUTS: Readonly<Record<DraftChannel, readonly Cut[]>> = {
  email: [WHOLE, { ...WHOLE, roles: ['courtesy'] }],
  phone: [WHOLE],
  voicemail: [
    ...SHORTER,
    { roles: [], facts: ['role', 'company', 'appreciation', 'reasonForAsk'], reason: true },
  ],
  message: SHORTER,
};

/**
 * Writes the reply (K40-K46, K52-K77). The same request gives the same draft.
 * Throws when the combination does not exist or a required fact is missing, naming it and the remedy.
 */
export function composeDraft(request: DraftRequest, words: Words): Draft {
  refuseUnknown(request, words);
  refuseMissingFacts(request, words);
  const characters = readKind(request.kind, words).characters ?? Number.POSITIVE_INFINITY;
  const fits = ({ text }: Draft): boolean =>
    countWords(text) <= WORD_LIMITS[request.channel] &&
    (request.channel !== 'message' || text.length <= characters);
  const cuts = CUTS[request.channel];
  for (const cut of cuts.slice(0, -1)) {
    const draft = write(request, cut, words);
    if (fits(draft)) return draft;
  }
  return write(request, cuts.at(-1) as Cut, words);
}

function write(request: DraftRequest, cut: Cut, words: Words): Draft {
  const kept = Object.entries(request.facts).filter(([name]) => !cut.facts.includes(name as FactName));
  const choice = cut.reason ? { ...request, reason: 'none' } : request;
  const voice = createVoice(choice, Object.fromEntries(kept), words);
  const paragraphs = shapes[request.channel](voice, request.register)
    .map((parts) => parts.filter((part) => part.text !== '' && !cut.roles.includes(part.role)))
    .filter((parts) => parts.length > 0);
  const layOut = request.channel === 'phone' ? underHeading(voice) : asProse;
  return {
    subjects: request.channel === 'email' ? voice.listOfKind('subjects') : [],
    text: paragraphs.map(layOut).join('\n\n'),
    parts: paragraphs.flat(),
  };
}

const asProse = (parts: readonly Part[]): string => parts.map((part) => part.text).join(' ');

/** A script has one line a part, below a heading that the eye finds. */
function underHeading(voice: Voice) {
  return (parts: readonly Part[]): string => {
    const first = (parts[0] as Part).role;
    const heading = voice.ofKind(`headings.${first}`) ?? voice.shared(`phone.headings.${first}`);
    return [heading, ...parts.map((part) => part.text)].join('\n');
  };
}

function refuseUnknown({ kind, reason, channel, register, culture }: DraftRequest, words: Words): void {
  const { reasons, channels } = readKind(kind, words);
  const allowed: readonly [string, string, readonly string[]][] = [
    ['reason', reason, reasons],
    ['channel', channel, channels],
    ['register', register, draftRegisters],
    ['culture', culture, draftCultures(words)],
  ];
  for (const [field, value, all] of allowed) {
    if (!all.includes(value)) {
      throw new Error(`The draft "${kind}" has no ${field} "${value}": use one of ${all.join(', ')}.`);
    }
  }
}

function refuseMissingFacts({ kind, facts }: DraftRequest, words: Words): void {
  const given = readFacts(facts);
  const missing = readKind(kind, words).needs.filter((name) => given[name] === null);
  if (missing.length === 0) return;
  const named = missing.map((name) => `"${name}" (${factMeaning(name)})`).join(' and ');
  throw new Error(`The draft "${kind}" needs ${named}: add it to the facts.`);
}
