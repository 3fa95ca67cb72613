import * as z from 'zod';
import { checkDraft } from '../coach/draft/check.js';
import type { Words } from '../coach/words.js';
import { answerLine } from './line.js';

const requestSchema = z.object({
  text: z.string(),
  channel: z.string().default('email'),
  kind: z.string().optional(),
  earlierReason: z.string().optional(),
});

/** One line with `text`, `channel`, `kind` → a line with `findings`: id, quote and advice; or with `error`. */
export function check(line: string, words: Words): string {
  return answerLine(line, requestSchema, (request) => ({
    findings: checkDraft(request, words).map(({ id, quote, advice }) => ({ id, quote, advice })),
  }));
}
