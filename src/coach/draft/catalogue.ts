import * as z from 'zod';
import type { Texts, Words } from '../words.js';
import { type FactName, factNames } from './facts.js';

export const draftChannels = ['email', 'phone', 'voicemail', 'message'] as const;
export const draftRegisters = ['formal', 'warm', 'brief'] as const;
export type DraftChannel = (typeof draftChannels)[number];
export type DraftRegister = (typeof draftRegisters)[number];

/** One draft that exists. Kinds, reasons and cultures are named by the template files (K52-K77). */
export interface DraftChoice {
  readonly kind: string;
  readonly reason: string;
  readonly channel: DraftChannel;
  readonly register: DraftRegister;
  readonly culture: string;
}

const KINDS = 'drafts.kinds';
const CULTURES = 'drafts.cultures';

const kindSchema = z.looseObject({
  channels: z.array(z.enum(draftChannels)),
  reasons: z.array(z.string()),
  needs: z.array(z.enum(factNames)),
  uses: z.array(z.enum(factNames)),
  /** What the place can hold: LinkedIn takes 300 characters in a connection note. */
  characters: z.coerce.number().optional(),
});

/** The part of a kind's template file that says where it exists and what it needs. */
export type DraftKind = z.infer<typeof kindSchema>;

/** Every kind of draft, by its file name in `templates/<locale>/drafts/kinds`. */
export function draftKinds(words: Words): readonly string[] {
  return Object.keys(words.group(KINDS)).sort();
}

export function draftCultures(words: Words): readonly string[] {
  return Object.keys(words.group(CULTURES)).sort();
}

/** The texts of a kind. Throws when there is no such kind, naming those that exist. */
export function kindTexts(kind: string, words: Words): Texts {
  if (!draftKinds(words).includes(kind)) {
    throw new Error(`There is no kind of draft "${kind}": use one of ${draftKinds(words).join(', ')}.`);
  }
  return words.group(`${KINDS}.${kind}`);
}

export function readKind(kind: string, words: Words): DraftKind {
  const read = kindSchema.safeParse(kindTexts(kind, words));
  if (read.success) return read.data;
  throw new Error(`The draft kind "${kind}" in templates/${words.locale}: ${z.prettifyError(read.error)}`);
}

/** The facts without which a draft of this kind cannot be written. */
export function requiredFacts(kind: string, words: Words): readonly FactName[] {
  return readKind(kind, words).needs;
}

/** The facts that make a draft of this kind more personal; it reads naturally without them. */
export function optionalFacts(kind: string, words: Words): readonly FactName[] {
  return readKind(kind, words).uses;
}

/** Every draft that exists: kind by reason by channel by register by culture. */
export function listDrafts(words: Words): readonly DraftChoice[] {
  const cultures = draftCultures(words);
  return draftKinds(words).flatMap((kind) => {
    const { reasons, channels } = readKind(kind, words);
    return reasons.flatMap((reason) =>
      channels.flatMap((channel) =>
        draftRegisters.flatMap((register) =>
          cultures.map((culture) => ({ kind, reason, channel, register, culture })),
        ),
      ),
    );
  });
}
