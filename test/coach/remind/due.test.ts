import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf, instantOf, localOf, nextAllowed } from '../../../src/coach/remind/calendar.js';
import { canWait, dueAt, sendAt } from '../../../src/coach/remind/due.js';
import { type Reminder, reminderKinds } from '../../../src/coach/remind/reminder.js';
import { localTimes, quietHours, zones } from './samples.js';

const QUIET = { from: '18:00', to: '09:00', weekends: true };

const reminder = (
  kind: Reminder['kind'],
  at: string,
  zone = 'Europe/Berlin',
  until: string | null = null,
): Reminder => ({
  id: `o1:${kind}:1`,
  kind,
  about: 'o1',
  at,
  zone,
  until,
});
const due = (one: Reminder): string => localOf(dueAt(one, QUIET), one.zone);

describe('when a reminder is due', () => {
  test('what can wait waits for the night and the weekend', () => {
    expect(due(reminder('plan-item', '2026-11-20T19:00'))).toBe('2026-11-23T09:00');
    expect(due(reminder('personal-deadline', '2026-11-21T12:00'))).toBe('2026-11-23T09:00');
  });

  test('a date that others set waits for the night alone, and not beyond itself', () => {
    expect(due(reminder('reply-by', '2026-11-20T19:00'))).toBe('2026-11-21T09:00');
    expect(due(reminder('reply-by', '2026-11-20T19:00', 'Europe/Berlin', '2026-11-20T23:00'))).toBe(
      '2026-11-20T19:00',
    );
  });

  test('a call is confirmed within the hour, at any hour', () => {
    expect(due(reminder('confirm-call', '2026-11-21T22:00'))).toBe('2026-11-21T22:00');
  });
});

describe('at most one a day that can wait', () => {
  const kinds = fc.constantFrom(...reminderKinds);

  test('a second one waits for the next day at its own clock time, outside the quiet hours', () => {
    const now = instantOf('2026-11-25T10:00', 'Europe/Berlin');
    const put = sendAt(reminder('plan-item', '2026-11-25T10:00'), QUIET, now, '2026-11-25');
    expect(localOf(put, 'Europe/Berlin')).toBe('2026-11-26T10:00');
  });

  test('what can not wait comes all the same', () => {
    const now = instantOf('2026-11-27T10:00', 'Europe/Berlin');
    expect(sendAt(reminder('reply-by', '2026-11-27T10:00'), QUIET, now, '2026-11-27')).toBe(now);
  });

  test('never before now, never twice a day, and what may be sent may still be sent when its time comes', () => {
    fc.assert(
      fc.property(kinds, localTimes, zones, quietHours, fc.boolean(), (kind, local, zone, quiet, another) => {
        const now = instantOf(local, zone);
        const one = reminder(kind, local, zone);
        const lastDay = another ? dateOf(local) : null;
        const send = sendAt(one, quiet, now, lastDay);
        expect(send >= now).toBe(true);
        if (lastDay !== null && canWait(kind)) expect(dateOf(localOf(send, zone)) > lastDay).toBe(true);
        expect(sendAt(one, quiet, send, lastDay)).toBe(send);
      }),
    );
  });

  test('a backlog of any size comes one a day, all of it, and outside the quiet hours', () => {
    fc.assert(
      fc.property(
        fc.array(localTimes, { minLength: 1, maxLength: 8 }),
        zones,
        quietHours,
        (locals, zone, quiet) => {
          const pending = locals.map((local) => ({
            one: reminder('plan-item', local, zone),
            due: instantOf(local, zone),
          }));
          const days: string[] = [];
          for (let turn = 0; pending.length > 0 && turn < 200; turn += 1) {
            pending.sort((a, b) => a.due.localeCompare(b.due));
            const next = pending[0] as (typeof pending)[number];
            const send = sendAt(next.one, quiet, next.due, days.at(-1) ?? null);
            if (send > next.due) {
              next.due = send;
              continue;
            }
            expect(nextAllowed(send, zone, quiet)).toBe(send);
            days.push(dateOf(localOf(send, zone)));
            pending.shift();
          }
          expect(days).toHaveLength(locals.length);
          expect(new Set(days).size).toBe(days.length);
        },
      ),
    );
  });
});
