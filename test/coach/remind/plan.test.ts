import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, at, instantOf, localOf } from '../../../src/coach/remind/calendar.js';
import * as plan from '../../../src/coach/remind/plan.js';
import { type Reminder, reminderKinds } from '../../../src/coach/remind/reminder.js';
import { clockChanges, localTimes, ZONES, zones } from './samples.js';

const about = (now: string, zone = 'Europe/Berlin'): plan.For => ({ about: 'o1', zone, now });
const times = (reminders: readonly Reminder[]): string[] =>
  reminders.map(({ id, at: local }) => `${id} ${local}`);

describe('which reminders follow', () => {
  const friday = about('2026-11-20T16:00');

  test('K105: 48 and 24 hours before the date of others, and on its morning', () => {
    expect(times(plan.replyBy('2026-11-27', friday))).toEqual([
      'o1:reply-by:48h 2026-11-25T09:00',
      'o1:reply-by:24h 2026-11-26T09:00',
      'o1:reply-by:day 2026-11-27T09:00',
    ]);
    expect(times(plan.replyBy('2026-11-27T08:00', friday))).toEqual([
      'o1:reply-by:48h 2026-11-25T08:00',
      'o1:reply-by:24h 2026-11-26T08:00',
      'o1:reply-by:day 2026-11-27T07:00',
    ]);
    expect(times(plan.replyBy('2026-11-21', friday))).toEqual(['o1:reply-by:day 2026-11-21T09:00']);
  });

  test('K106, K107, K108: the own deadline, a message not sent, a call to confirm', () => {
    expect(times(plan.personalDeadline('2026-11-24T12:00', friday))).toEqual([
      'o1:personal-deadline:24h 2026-11-23T12:00',
      'o1:personal-deadline:at 2026-11-24T12:00',
    ]);
    expect(times(plan.personalDeadline('2026-11-24', friday))[1]).toBe(
      'o1:personal-deadline:at 2026-11-24T09:00',
    );
    expect(times(plan.decidedNotSent(friday))).toEqual([
      'o1:decided-not-sent:24h 2026-11-21T16:00',
      'o1:decided-not-sent:72h 2026-11-23T16:00',
    ]);
    expect(times(plan.confirmCall(friday))).toEqual(['o1:confirm-call:1h 2026-11-20T17:00']);
  });

  test('K109: five working days after sending', () => {
    expect(times(plan.noAnswer(friday))).toEqual(['o1:no-answer:5d 2026-11-27T10:00']);
    expect(times(plan.noAnswer(about('2026-11-21T23:30')))).toEqual(['o1:no-answer:5d 2026-11-27T10:00']);
  });

  test('K110: the steps of the plan lie within 30 days, each on a day of its own', () => {
    const steps = plan.planSteps(plan.planItems, friday.now, friday);
    expect(steps).toHaveLength(plan.planItems.length);
    expect(new Set(steps.map(({ at: local }) => local.slice(0, 10))).size).toBe(steps.length);
    for (const { at: local } of steps)
      expect(local > friday.now && local <= addDays(friday.now, 30)).toBe(true);
  });

  test('K110: a step whose day is over is not promised again', () => {
    const late = about('2026-12-01T12:00');
    expect(times(plan.planSteps(['copy', 'cv'], '2026-11-20T16:00', late))).toEqual([
      'o1:plan-item:cv 2026-12-04T10:00',
    ]);
  });

  test('K112: months after the no, in the forenoon', () => {
    expect(times(plan.reconnect(6, about('2026-08-31T22:00')))).toEqual(['o1:reconnect:1 2027-02-28T10:00']);
  });
});

describe('K111: the looks back', () => {
  test('every one is a whole number of quarters after the anchor, whenever one fires; no month end drifts', () => {
    fc.assert(
      fc.property(localTimes, zones, (anchor, zone) => {
        let now = anchor;
        for (let quarter = 1; quarter <= 12; quarter += 1) {
          const [next] = plan.nextReview(anchor, { zone, now });
          expect(next?.at).toBe(addMonths(at(anchor, '10:00'), quarter * 3));
          expect(next?.id).toBe('all:review:quarter');
          now = next?.at ?? now;
        }
      }),
    );
  });

  test('after a long silence only the next one is planned', () => {
    const [next, ...others] = plan.nextReview('2026-08-31T17:00', { zone: 'UTC', now: '2028-01-01T00:00' });
    expect([next?.at, others]).toEqual(['2028-02-29T10:00', []]);
  });
});

test('every occurrence comes at its local time, also across every clock change', () => {
  for (const zone of ZONES) {
    for (const change of clockChanges(zone)) {
      for (const days of [1, 5, 20, 40]) {
        const now = addDays(at(localOf(change, zone), '16:00'), -days);
        const all = [
          ...plan.noAnswer(about(now, zone)),
          ...plan.planSteps(plan.planItems, now, about(now, zone)),
          ...plan.reconnect(6, about(now, zone)),
          ...plan.nextReview(now, { zone, now }),
          ...plan.replyBy(addDays(now, days + 1), about(now, zone)),
        ];
        for (const reminder of all) expect(localOf(instantOf(reminder.at, zone), zone)).toBe(reminder.at);
      }
    }
  }
});

test('what is planned can be forgotten: every id is among those of its kind, and is read back as what it was', () => {
  fc.assert(
    fc.property(localTimes, zones, fc.integer({ min: 1, max: 400 }), (now, zone, days) => {
      const here = about(now, zone);
      const all = [
        ...plan.replyBy(addDays(now, days), here),
        ...plan.personalDeadline(addDays(now, days), here),
        ...plan.decidedNotSent(here),
        ...plan.confirmCall(here),
        ...plan.noAnswer(here),
        ...plan.planSteps(plan.planItems, now, here),
        ...plan.nextReview(now, here),
        ...plan.reconnect(6, here),
      ];
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(reminderKinds));
      for (const { id, kind, about: what, at: local } of all) {
        expect(local > now).toBe(true);
        expect(plan.idsOf(kind, what)).toContain(id);
        expect(plan.parseReminderId(id)).toMatchObject({ about: what, kind });
      }
    }),
  );
});

test('a call in the hour that the clock repeats is confirmed after it (K108)', () => {
  const [reminder] = plan.confirmCall(about('2026-10-25T02:30', 'Europe/Berlin'));
  expect(reminder?.at).toBe('2026-10-25T03:30');
});

test('what is no id is none', () => {
  expect(plan.parseReminderId('o1:reply-by')).toBeNull();
});
