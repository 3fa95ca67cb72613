import { Temporal } from 'temporal-polyfill';
import { test } from 'vitest';
import { addMonths } from '../../src/coach/remind/calendar.js';
import { dueAt } from '../../src/coach/remind/due.js';
import type { Reminder } from '../../src/coach/remind/reminder.js';
import { row, sized } from './harness/table.js';

const ZONES = [
  ...['Africa/Cairo', 'Africa/Casablanca', 'Africa/El_Aaiun', 'America/Anchorage', 'America/Asuncion'],
  ...['America/Chicago', 'America/Denver', 'America/Halifax', 'America/Havana', 'America/Los_Angeles'],
  ...['America/New_York', 'America/Nuuk', 'America/Santiago', 'America/St_Johns', 'America/Tijuana'],
  ...['Asia/Beirut', 'Asia/Gaza', 'Asia/Jerusalem', 'Asia/Kathmandu', 'Atlantic/Azores'],
  ...['Australia/Adelaide', 'Australia/Lord_Howe', 'Australia/Sydney', 'Europe/Berlin', 'Europe/Chisinau'],
  ...['Europe/Dublin', 'Europe/London', 'Pacific/Apia', 'Pacific/Auckland', 'Pacific/Chatham'],
];
const DAY_MS = 86_400_000;
const NO_QUIET = { from: '00:00', to: '00:00', weekends: false };

/** A reminder for a wall-clock time; `time` in milliseconds of a clock without zones. */
const instantAt = (time: number, zone: string): number => {
  const at = new Date(time).toISOString().slice(0, 16);
  const reminder: Reminder = { id: 'o1:reply-by:24h', kind: 'reply-by', about: 'o1', at, zone, until: null };
  return Date.parse(dueAt(reminder, NO_QUIET));
};

/**
 * The rule, by another implementation of the zones than the program's: the first instant at which a wall there shows
 * the time; one that no wall shows is moved on by as much as the clock was.
 */
function ruleFor(zone: string): { shown(instant: number): number; instantOf(time: number): number } {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
  });
  const shown = (instant: number): number => {
    const part = Object.fromEntries(
      format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute);
  };
  return {
    shown,
    instantOf(time) {
      const offsets = [-1.5, 1.5].map((days) => shown(time + days * DAY_MS) - (time + days * DAY_MS));
      const candidates = offsets.map((offset) => time - offset);
      const right = candidates.filter((instant) => shown(instant) === time);
      return right.length > 0 ? Math.min(...right) : (candidates[0] ?? Number.NaN);
    },
  };
}

/** Midnights without a zone, two days around every clock change from 2024 to 2030. */
function daysAroundChanges(zone: string): number[] {
  const days = changesIn(zone).flatMap(({ year, month, day }) =>
    [-2, -1, 0, 1, 2].map((near) => Date.UTC(year, month - 1, day + near)),
  );
  return [...new Set(days)].sort((a, b) => a - b);
}

function changesIn(zone: string): Temporal.ZonedDateTime[] {
  const found: Temporal.ZonedDateTime[] = [];
  let next = Temporal.ZonedDateTime.from(`2024-01-01T00:00[${zone}]`).getTimeZoneTransition('next');
  for (; next && next.year < 2031; next = next.getTimeZoneTransition('next')) found.push(next);
  return found;
}

test('every clock change from 2024 to 2030 in thirty zones, and month ends', () => {
  const stepMinutes = sized(120, 30);
  let [cases, changes, wrong, unsteady, wrongMonths] = [0, 0, 0, 0, 0];
  for (const zone of ZONES) {
    const rule = ruleFor(zone);
    const days = daysAroundChanges(zone);
    changes += changesIn(zone).length;
    for (let minutes = 0; minutes < 1_440; minutes += stepMinutes) {
      let before = Number.NEGATIVE_INFINITY;
      for (const day of days) {
        const time = day + minutes * 60_000;
        const instant = instantAt(time, zone);
        cases++;
        if (instant !== rule.instantOf(time)) wrong++;
        // Each occurrence of a daily reminder comes, and none twice.
        if (instant <= before) unsteady++;
        before = instant;
      }
    }
    for (let month = 0; month < 84; month += sized(4, 1)) {
      for (const back of [0, 1, 2, 3]) {
        const anchor = new Date(Date.UTC(2024, month + 1, -back, 9, 30));
        for (const months of [1, 6, 12]) {
          cases++;
          const lastDay = new Date(Date.UTC(2024, month + months + 1, 0)).getUTCDate();
          const day = Math.min(anchor.getUTCDate(), lastDay);
          const expected = Date.UTC(2024, month + months, day, 9, 30);
          const local = addMonths(anchor.toISOString().slice(0, 16), months);
          const time = Date.parse(`${local}Z`);
          if (time !== expected || rule.shown(instantAt(time, zone)) !== expected) wrongMonths++;
        }
      }
    }
  }
  row(`${ZONES.length} zones, 2024 to 2030: clock changes and month ends`, [
    { what: 'clock changes', is: changes, atLeast: 300 },
    { what: 'cases', is: cases, atLeast: sized(20_000, 100_000) },
    { what: 'not at the local time, or by the stated rule', is: wrong, exactly: 0 },
    { what: 'not later than the day before', is: unsteady, exactly: 0 },
    { what: 'months not counted from the anchor', is: wrongMonths, exactly: 0 },
  ]);
});
