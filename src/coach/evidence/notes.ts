import { z } from 'zod';
import { addMonths, at, dateOf, type Local } from '../remind/calendar.js';
import type { Words } from '../words.js';

/** A legal or statistical text serves for so long; then someone has to look at it again. */
const MONTHS = 12;

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const note = z.object({
  text: z.string(),
  /** A solid research, B one decent survey or agency figure, C folklore; with a sign where it leans. */
  grade: z.string().regex(/^[ABC][+-]?$/),
  source: z.string(),
  /** The day on which it was last looked at. */
  asOf: date,
  /** Flows, and `flow.verdict` where it stands beside a recommendation. */
  topics: z.array(z.string()),
});

const caution = z.object({ title: z.string(), lines: z.array(z.string()), source: z.string(), asOf: date });

export type Note = z.infer<typeof note>;
export type Caution = z.infer<typeof caution> & { readonly country: string };

/** Every graded note. Throws when one has no grade, source or date. */
export function readNotes(words: Words): Note[] {
  return Object.entries(words.group('coach.evidence.notes')).map(([id, texts]) => parse(note, id, texts));
}

/** What is usual in a country, never a prediction. Throws when one has no source or date. */
export function readCautions(words: Words): Caution[] {
  return Object.entries(words.group('coach.evidence.cautions')).map(([country, texts]) => ({
    country,
    ...parse(caution, country, texts),
  }));
}

function parse<T>(schema: z.ZodType<T>, id: string, texts: unknown): T {
  const read = schema.safeParse(texts);
  if (read.success) return read.data;
  throw new Error(`coach/evidence.yaml, "${id}": ${z.prettifyError(read.error)}`);
}

/** Whether a note of this day may still be shown on another. */
export function isFresh(asOf: string, today: Local): boolean {
  return dateOf(today) <= dateOf(addMonths(at(asOf, '00:00'), MONTHS));
}

/** What may stand beside a recommendation: fresh, and never folklore. */
export function notesBeside(topic: string, words: Words, today: Local): Note[] {
  return readNotes(words).filter(
    ({ topics, grade, asOf }) => topics.includes(topic) && !grade.startsWith('C') && isFresh(asOf, today),
  );
}
