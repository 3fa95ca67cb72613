import type { Words } from '../words.js';
import { type DraftChoice, draftCultures, draftRegisters, readKind } from './catalogue.js';
import { type FactName, type Facts, factMeaning, readFacts } from './facts.js';
import { shapes } from './shapes.js';
import { countWords, VOICEMAIL_WORDS } from './size.js';
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

/** What gives way, step by step, when a voicemail is too long: the email that follows holds it all. */
const LESS_FOR_THE_EAR: readonly ((request: DraftRequest) => DraftRequest)[] = [
  (request) => request,
  (request) => without(['role', 'company'], request),
  (request) => without(['role', 'company', 'appreciation'], request),
  (request) => ({ ...without(['role', 'company', 'appreciation', 'reasonForAsk'], request), reason: 'none' }),
];

/**
 * Writes the reply (K40-K46, K52-K77). The same request gives the same draft.
 * Throws when the combination does not exist or a required fact is missing, naming it and the remedy.
 */
export function composeDraft(request: DraftRequest, words: Words): Draft {
  refuseUnknown(request, words);
  refuseMissingFacts(request, words);
  if (request.channel !== 'voicemail') return write(request, words);
  const drafts = LESS_FOR_THE_EAR.map((shorten) => write(shorten(request), words));
  const shortest = drafts[drafts.length - 1] as Draft;
  return drafts.find((draft) => countWords(draft.text) <= VOICEMAIL_WORDS) ?? shortest;
}

function write(request: DraftRequest, words: Words): Draft {
  const voice = createVoice(request, request.facts, words);
  const paragraphs = shapes[request.channel](voice, request.register)
    .map((parts) => parts.filter((part) => part.text !== ''))
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

function without(names: readonly FactName[], request: DraftRequest): DraftRequest {
  const kept = Object.entries(request.facts).filter(([name]) => !names.includes(name as FactName));
  return { ...request, facts: Object.fromEntries(kept) };
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
