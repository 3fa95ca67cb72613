import * as z from 'zod';
import { draftChannels, draftRegisters, listDrafts } from '../coach/draft/catalogue.js';
import { composeDraft } from '../coach/draft/compose.js';
import { factsSchema } from '../coach/draft/facts.js';
import type { Words } from '../coach/words.js';
import { answerLine } from './line.js';

const requestSchema = z.object({
  kind: z.string(),
  reason: z.string(),
  channel: z.enum(draftChannels),
  register: z.enum(draftRegisters),
  culture: z.string(),
  facts: factsSchema.default({}),
});

/** Every draft that exists, one JSON line each: kind, reason, channel, register and culture. */
export function draftList(words: Words): string[] {
  return listDrafts(words).map((choice) => JSON.stringify(choice));
}

/** One line of `draftList` with `facts` → a line with `subjects` and `text`, or with `error`. */
export function draft(line: string, words: Words): string {
  return answerLine(line, requestSchema, (request) => {
    const { subjects, text } = composeDraft(request, words);
    return { subjects, text };
  });
}
