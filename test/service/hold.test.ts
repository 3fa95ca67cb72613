import { expect, test } from 'vitest';
import { advance } from '../../src/coach/conversation/advance.js';
import type { Context } from '../../src/coach/conversation/talk.js';
import type { Message } from '../../src/coach/message.js';
import { createHold } from '../../src/service/hold.js';
import type { Delivery, Look } from '../../src/service/ports.js';
import { loadWords } from '../../src/templates.js';

const HOUR = 3_600_000;
const words = loadWords('en');
const contextAt = (now: string): Context => ({
  now,
  zone: 'Europe/Berlin',
  locale: 'en-US',
  words,
  reminders: [],
});
// Quiet from 18:00 to 09:00 and at weekends, as for everybody who has said nothing else.
const { state } = advance(null, { type: 'hello' }, contextAt('2026-11-20T12:00:00Z'));

const hoursHeld = async (
  now: string,
  delivery: Partial<Delivery>,
  stored: unknown = state,
): Promise<number> => {
  const look: Look = async (_, see) => see(stored, contextAt(now));
  const held = await createHold(look)({
    id: 'd',
    who: { tenant: 'slack:T1', person: 'U1' },
    address: { channel: 'slack', to: {} },
    message: aReminder('reply-by'),
    attempt: 2,
    waitedMs: 0,
    ...delivery,
  });
  return held / HOUR;
};
const aReminder = (kind: string): Message => ({
  kind: 'reminder',
  key: `reminders.${kind}`,
  preview: 'A reminder',
  text: 'It is time.',
  choices: [],
});

test('a reminder that could not go in the afternoon does not come in the night, but in the morning', async () => {
  // Thursday, 23:00 in Berlin.
  expect(await hoursHeld('2026-11-19T22:00:00Z', {})).toBe(10);
  expect(await hoursHeld('2026-11-19T22:00:00Z', { attempt: 1, waitedMs: 5 * HOUR })).toBe(10);
  expect(await hoursHeld('2026-11-19T14:00:00Z', {})).toBe(0);
});

test('nor at the weekend, where it can wait', async () => {
  // Saturday, 12:00 in Berlin.
  expect(await hoursHeld('2026-11-21T11:00:00Z', { message: aReminder('review') })).toBe(45);
  expect(await hoursHeld('2026-11-21T11:00:00Z', {})).toBe(0);
});

test('what is of use for an hour is not held, nor what has only just fired, nor an answer', async () => {
  const night = '2026-11-19T22:00:00Z';
  expect(await hoursHeld(night, { message: aReminder('confirm-call') })).toBe(0);
  expect(await hoursHeld(night, { attempt: 1, waitedMs: 1_000 })).toBe(0);
  const answer: Message = { kind: 'text', key: 'k', preview: '', text: 'Yes', choices: [] };
  expect(await hoursHeld(night, { message: answer })).toBe(0);
});

test('of somebody of whom nothing is kept it is not held, nor one of a kind that is no more', async () => {
  const night = '2026-11-19T22:00:00Z';
  expect(await hoursHeld(night, {}, null)).toBe(0);
  expect(await hoursHeld(night, { message: aReminder('no-kind') })).toBe(0);
});
