import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../src/coach/remind/calendar.js';
import { type CalendarEvent, writeCalendar } from '../../../src/coach/remind/ics.js';

/* ical.js is what Thunderbird reads calendars with; it shares nothing with what writes them here. */

const ZONES = [
  'Europe/Berlin',
  'Europe/London',
  'Europe/Dublin',
  'Africa/Casablanca',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Santiago',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Apia',
  'UTC',
];

const event = (change: Partial<CalendarEvent>): CalendarEvent => ({
  uid: 'o1:reply-by:24h@abc.bowout',
  sequence: 1,
  startsAt: '2026-11-26T08:00:00Z',
  title: 'the date you were given (A)',
  ...change,
});

function readBack(events: readonly CalendarEvent[]): ICAL.Event[] {
  const file = writeCalendar(events, { name: 'Notes I asked for', now: '2026-11-20T15:00:00Z' });
  const calendar = new ICAL.Component(ICAL.parse(file));
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

/** What a clock on the wall shows then. */
function wallClock(instant: Date, timeZone: string): string {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return shown.format(instant).replace(' ', 'T');
}

const shownIn = (zone: string, local: string): string => {
  const [read] = readBack([event({ startsAt: instantOf(local, zone) })]);
  return wallClock(read?.startDate.toJSDate() ?? new Date(0), zone);
};

describe('in a parser that did not write it, a calendar', () => {
  for (const zone of ZONES)
    test(`shows the promised hour on every day of two years in ${zone}`, () => {
      const first = Date.UTC(2026, 10, 20);
      for (let day = 0; day < 2 * 366; day += 1) {
        const local = `${new Date(first + day * 86_400_000).toISOString().slice(0, 10)}T09:00`;
        expect(shownIn(zone, local)).toBe(local);
      }
    });

  test.each([
    // An hour that comes twice is the first of the two; one that is skipped comes as soon as the clock has moved on.
    ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00Z'],
    ['Europe/Berlin', '2027-03-28T02:30', '2027-03-28T01:30:00Z'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00Z'],
    ['America/New_York', '2027-03-14T02:30', '2027-03-14T07:30:00Z'],
    ['Australia/Lord_Howe', '2027-04-04T01:45', '2027-04-03T14:45:00Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45:00Z'],
  ])('has one time in the hour of a clock change: %s %s', (zone, local, instant) => {
    const [read] = readBack([event({ startsAt: instantOf(local, zone) })]);
    expect(read?.startDate.toJSDate().toISOString()).toBe(instant.replace('Z', '.000Z'));
  });

  test('shows any minute that there is, in any zone', () => {
    const minutes = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...ZONES), (minute, zone) => {
        const local = wallClock(new Date(minute * 60_000), zone);
        expect(shownIn(zone, local)).toBe(local);
      }),
      { numRuns: 500 },
    );
  });

  test('has each entry with its title, its alarm and its version, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), { maxLength: 5 }),
        (titles) => {
          const events = titles.map((title, n) =>
            event({ uid: `o${n}:plan-item@abc.bowout`, sequence: n, title }),
          );
          const read = readBack(events);
          expect(read.map(({ uid, sequence }) => [uid, sequence])).toEqual(
            events.map(({ uid, sequence }) => [uid, sequence]),
          );
          expect(read.map(({ summary }) => summary)).toEqual(
            titles.map((title) => title.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, '')),
          );
          for (const { component } of read) {
            const [alarm] = component.getAllSubcomponents('valarm');
            expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
          }
        },
      ),
    );
  });
});
