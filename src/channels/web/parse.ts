import { z } from 'zod';
import { notEmpty, upTo } from '../../coach/checks.js';
import type { Inbound, PersonKey } from '../../service/ports.js';
import { limits } from './limits.js';

const text = z.string().refine(...upTo(limits.textLength));
const action = z
  .string()
  .refine(...notEmpty)
  .refine(...upTo(limits.actionLength));
const zone = z
  .string()
  .refine(...upTo(64))
  .refine(isZone, 'is no IANA time zone');
const eventId = z.string().regex(/^[A-Za-z0-9-]{16,64}$/);

const values = z
  .record(z.string().refine(...upTo(200)), text)
  .refine((given) => Object.keys(given).length <= limits.formValues, 'has too many values');

const input = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello') }),
  z.strictObject({ type: z.literal('text'), text: text.refine(...notEmpty) }),
  z.strictObject({
    type: z.literal('click'),
    action,
    value: text.exactOptional(),
    values: values.exactOptional(),
  }),
]);

const inputBody = z.strictObject({
  /** Made by the page, once for each thing a person does: a repeat has one effect. */
  id: eventId,
  input,
  /** The entry whose button was pressed. */
  on: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/)
    .exactOptional(),
  /** How the conversation shows it: what was typed, or the label of what was clicked; null shows nothing. */
  said: text.nullable(),
  zone: zone.nullable(),
  locale: z
    .string()
    .refine(...upTo(35))
    .regex(/^[A-Za-z0-9-]+$/)
    .nullable(),
});

const clockBody = z.strictObject({
  /** Wall-clock time in `zone`, `YYYY-MM-DDTHH:MM`. */
  to: z.iso.datetime({ local: true, precision: -1 }),
  zone,
});

export type Parsed<T> =
  | { readonly type: 'parsed'; readonly value: T }
  /** Where and what, without the value: it may be what a person wrote. */
  | { readonly type: 'malformed'; readonly problems: readonly string[] };

/** The body of `POST /playground/input`. */
export function parseInput(
  who: PersonKey,
  body: unknown,
): Parsed<{ readonly inbound: Inbound; readonly event: string; readonly said: string | null }> {
  const parsed = inputBody.safeParse(body);
  if (!parsed.success) return malformed(parsed.error);
  const { id, said, ...rest } = parsed.data;
  const inbound = {
    ...rest,
    id: `web:${who.person}:${id}`,
    who,
    address: { channel: 'web' as const, to: { person: who.person } },
  };
  return { type: 'parsed', value: { inbound, event: id, said } };
}

/** The body of `POST /playground/clock`. */
export function parseClock(body: unknown): Parsed<{ readonly to: string; readonly zone: string }> {
  const parsed = clockBody.safeParse(body);
  return parsed.success ? { type: 'parsed', value: parsed.data } : malformed(parsed.error);
}

/** An instant as wall-clock time in a zone, `YYYY-MM-DDTHH:MM`. */
export function wallClock(instant: string, timeZone: string): string {
  // Swedish writes dates as ISO does.
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return local.format(new Date(instant)).replace(' ', 'T');
}

function malformed(error: z.ZodError): Parsed<never> {
  return {
    type: 'malformed',
    problems: error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`),
  };
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
