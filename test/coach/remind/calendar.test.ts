import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addHours,
  addMonths,
  addWorkingDays,
  at,
  awayFrom,
  dateOf,
  formatLocal,
  hasTime,
  instantOf,
  isZone,
  localOf,
  monthsBetween,
  nextAllowed,
} from '../../../src/coach/remind/calendar.js';
import { clockChanges, localTimes, quietHours, ZONES, zones } from './samples.js';

describe('a wall-clock time and its instant', () => {
  for (const zone of ZONES) {
    test(`${zone}: around every clock change from 2024 to 2032 each half hour is itself again, or moved on by the gap`, () => {
      for (const change of clockChanges(zone)) {
        const start = addDays(localOf(change, zone), -1);
        for (let step = 0; step < 96; step += 1) {
          const local = Temporal.PlainDateTime.from(start)
            .add({ minutes: step * 30 })
            .toString({ smallestUnit: 'minute' });
          const instant = instantOf(local, zone);
          const back = localOf(instant, zone);
          const all = Temporal.PlainDateTime.from(local);
          const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
            all.toZonedDateTime(zone, { disambiguation }),
          ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
          const skipped = first.toPlainDateTime().toString() !== all.toString();
          if (skipped) expect(back > local, `${local} is skipped`).toBe(true);
          else expect(back).toBe(local);
          // Twice on the clock: the first of the two. Skipped: counted on with the offset from before.
          const expected = skipped ? second : first;
          expect(instant).toBe(expected.toInstant().toString());
        }
      }
    });
  }

  test('days keep the clock time across every clock change; hours are elapsed hours', () => {
    for (const zone of ZONES) {
      for (const change of clockChanges(zone)) {
        const before = addDays(at(localOf(change, zone), '10:00'), -1);
        for (const days of [1, 2, 3])
          expect(localOf(instantOf(addDays(before, days), zone), zone)).toBe(
            at(addDays(before, days), '10:00'),
          );
        const later = addHours(before, 48, zone);
        const elapsed = Date.parse(instantOf(later, zone)) - Date.parse(instantOf(before, zone));
        expect(elapsed).toBe(48 * 3_600_000);
      }
    }
  });
});

describe('months', () => {
  test('count from the anchor and keep to the last day of the month, for every month end and its neighbours', () => {
    for (let day = Temporal.PlainDate.from('2024-01-01'); day.year < 2029; day = day.add({ days: 1 })) {
      if (day.day < 27) continue;
      for (let months = 1; months <= 24; months += 1) {
        const there = Temporal.PlainDate.from(dateOf(addMonths(at(day.toString(), '10:00'), months)));
        const month = day.toPlainYearMonth().add({ months });
        expect(there.toPlainYearMonth().toString()).toBe(month.toString());
        expect(there.day).toBe(Math.min(day.day, month.daysInMonth));
      }
    }
  });

  test('between two dates are rounded down', () => {
    expect(monthsBetween('2026-08-31', '2027-02-28')).toBe(5);
    expect(monthsBetween('2026-11-20T09:00', '2027-11-20T08:00')).toBe(12);
  });
});

describe('how far a date is', () => {
  test.each([
    ['2026-11-20', 'today'],
    ['2026-11-21T08:00', 'tomorrow'],
    ['2026-11-18', '2 days ago'],
    ['2027-01-19', 'in 60 days'],
    ['2027-05-25', 'in 6 months'],
  ])('%s, seen from 20 November, is %s', (date, words) => {
    expect(awayFrom('2026-11-20T16:00', date, 'en-US')).toBe(words);
  });
});

describe('working days', () => {
  test('end on a working day at the same clock time, with exactly so many working days on the way', () => {
    fc.assert(
      fc.property(localTimes, fc.integer({ min: 1, max: 30 }), (local, days) => {
        const end = addWorkingDays(local, days);
        let counted = 0;
        for (let day = addDays(local, 1); day <= end; day = addDays(day, 1))
          if (Temporal.PlainDate.from(dateOf(day)).dayOfWeek < 6) counted += 1;
        expect(counted).toBe(days);
        expect(Temporal.PlainDate.from(dateOf(end)).dayOfWeek).toBeLessThan(6);
        expect(end.slice(10)).toBe(local.slice(10));
      }),
    );
  });

  test('five of them after a Thursday is the next Thursday, after a Saturday the next Friday', () => {
    expect(addWorkingDays('2026-11-19T10:00', 5)).toBe('2026-11-26T10:00');
    expect(addWorkingDays('2026-11-21T10:00', 5)).toBe('2026-11-27T10:00');
  });
});

describe('quiet hours', () => {
  test('the next allowed instant is outside them, not before, and the first such on the clock', () => {
    fc.assert(
      fc.property(localTimes, zones, quietHours, (local, zone, quiet) => {
        const instant = instantOf(local, zone);
        const allowed = nextAllowed(instant, zone, quiet);
        expect(allowed >= instant).toBe(true);
        expect(nextAllowed(allowed, zone, quiet), 'allowed is allowed').toBe(allowed);
        if (allowed === instant || quiet.from <= quiet.to) return;
        const said = localOf(allowed, zone);
        // Every quarter of an hour before it was quiet.
        for (let step = 1; step < 12; step += 1) {
          const earlier = Temporal.Instant.from(allowed)
            .subtract({ minutes: step * 15 })
            .toString();
          if (earlier < instant) break;
          expect(nextAllowed(earlier, zone, quiet), `${said} was the first`).toBe(allowed);
        }
      }),
    );
  });
});

test('a quiet weekend without quiet nights ends on Monday, at the clock time that was asked for', () => {
  const quiet = { from: '20:30', to: '20:30', weekends: true };
  expect(nextAllowed('2026-11-21T10:15:00Z', 'UTC', quiet)).toBe('2026-11-23T10:15:00Z');
  expect(nextAllowed('2026-11-20T10:15:00Z', 'UTC', quiet)).toBe('2026-11-20T10:15:00Z');
});

test('a value says whether it has a time, and is written out in the locale', () => {
  expect(hasTime('2026-11-20')).toBe(false);
  expect(formatLocal('2026-11-20', 'en-US')).toBe('Friday, November 20, 2026');
  expect(formatLocal('2026-11-20T09:30', 'en-US')).toBe('Friday, November 20, 2026, 9:30 AM');
});

test('a zone is one with a name: fixed offsets know no clock change', () => {
  expect(['Europe/Berlin', 'UTC', 'Asia/Kathmandu'].every(isZone)).toBe(true);
  expect(['+02:00', 'UTC+2', 'Etc/GMT-3', 'Mars/Base', ''].some(isZone)).toBe(false);
});
