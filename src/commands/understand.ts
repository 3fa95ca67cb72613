import { z } from 'zod';
import { readCommand } from '../coach/understand/command.js';
import { readDate } from '../coach/understand/date.js';
import { readEmployerReply } from '../coach/understand/employer-reply.js';
import { readOpening } from '../coach/understand/opening.js';
import { readPay } from '../coach/understand/pay.js';
import { readYesNo } from '../coach/understand/yes-no.js';

const text = z.string({ error: 'give the words that were typed, as a string' });
const locale = z
  .string()
  .refine((value) => isLocale(value), { error: 'give a BCP 47 locale such as "en-GB"' })
  .default('en-US');
const zone = z
  .string()
  .refine((value) => isZone(value), { error: 'give an IANA time zone such as "Europe/London"' })
  .default('UTC');
const now = z.iso.datetime({
  offset: true,
  error: 'give an ISO 8601 instant such as "2026-11-20T16:00:00Z"',
});

function isLocale(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

function isZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

const justText = z.object({ text });

/** A task answers one decoded line, or tells what zod finds wrong with it. */
type Task = (line: unknown) => { readonly answer: object } | { readonly problem: z.core.$ZodIssue };

function task<Input>(schema: z.ZodType<Input>, run: (input: Input) => object): Task {
  return (line) => {
    const parsed = schema.safeParse(line);
    if (parsed.success) return { answer: run(parsed.data) };
    return { problem: parsed.error.issues[0] as z.core.$ZodIssue };
  };
}

const TASKS: Readonly<Record<string, Task>> = {
  date: task(z.object({ text, now, tz: zone, locale }), (input) => {
    const { value, candidates } = readDate(input.text, {
      now: input.now,
      zone: input.tz,
      locale: input.locale,
    });
    return { value, candidates };
  }),
  pay: task(z.object({ text, locale }), (input) => {
    const pay = readPay(input.text, { locale: input.locale });
    return { value: pay && { min: pay.min, max: pay.max, currency: pay.currency, period: pay.period } };
  }),
  opening: task(justText, (input) => readOpening(input.text)),
  'employer-reply': task(justText, (input) => ({ kind: readEmployerReply(input.text).kind })),
  'yes-no': task(justText, (input) => ({ value: readYesNo(input.text) })),
  command: task(justText, (input) => ({ value: readCommand(input.text).command })),
};

/** The names that `understand` takes as a task. */
export const UNDERSTAND_TASKS: readonly string[] = Object.keys(TASKS);

/**
 * Answers one JSON line with one JSON line. A line that cannot be read gives `{"error"}` and no exception,
 * so that a run over many lines goes on. Throws when the task is unknown.
 */
export function understand(task: string, line: string): string {
  const run = Object.hasOwn(TASKS, task) ? TASKS[task] : undefined;
  if (run === undefined) {
    throw new Error(`The task "${task}" is unknown: use one of ${UNDERSTAND_TASKS.join(', ')}.`);
  }
  let decoded: unknown;
  try {
    decoded = JSON.parse(line);
  } catch {
    return JSON.stringify({ error: 'The line is no JSON: give one JSON object a line.' });
  }
  const result = run(decoded);
  if ('answer' in result) return JSON.stringify(result.answer);
  const field = result.problem.path.join('.') || 'the line';
  return JSON.stringify({ error: `"${field}" cannot be read: ${result.problem.message}.` });
}
