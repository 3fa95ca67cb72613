import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../src/coach/remind/calendar.js';
import { type CalendarEvent, writeCalendar } from '../../../src/coach/remind/ics.js';

const event = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'o1:reply-by:24h@abc.bowout',
  sequence: 1,
  startsAt: '2026-11-26T08:00:00Z',
  title: 'the date you were given (A)',
  ...change,
});
const written = (...events: CalendarEvent[]): string =>
  writeCalendar(events, { name: 'Notes I asked for', now: '2026-11-20T15:00:00Z' });
const unfolded = (file: string): string[] => file.replace(/\r\n[ \t]/g, '').split('\r\n');
const property = (file: string, name: string): string =>
  unfolded(file)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1) ?? '';

describe('a calendar file', () => {
  test('is an iCalendar with one entry a reminder, each with an alarm', () => {
    const file = written(event(), event({ uid: 'o2:reconnect:1@abc.bowout' }));
    expect(file.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(file.match(/BEGIN:VALARM/g)).toHaveLength(2);
    expect(property(file, 'DTSTART')).toBe('20261126T080000Z');
    expect(property(file, 'DTSTAMP')).toBe('20261120T150000Z');
  });

  test('without reminders is still a calendar', () => {
    expect(written()).toContain('END:VCALENDAR\r\n');
  });

  test('keeps nine in the morning on both sides of a clock change', () => {
    const starts = ['2026-10-24T09:00', '2026-10-25T09:00', '2027-03-27T09:00', '2027-03-28T09:00'].map(
      (local) => property(written(event({ startsAt: instantOf(local, 'Europe/Berlin') })), 'DTSTART'),
    );
    expect(starts).toEqual(['20261024T070000Z', '20261025T080000Z', '20270327T080000Z', '20270328T070000Z']);
  });

  test('holds any text as text, in lines of at most 75 octets, no character cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200, size: 'max' }), (title) => {
        const file = written(event({ title }));
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const read = property(file, 'SUMMARY').replace(/\\([\\;,n])/g, (_, sign) =>
          sign === 'n' ? '\n' : sign,
        );
        expect(read).toBe(title.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ''));
      }),
    );
  });

  test('takes no line of its own from a text', () => {
    const file = written(event({ title: 'x\r\nEND:VEVENT\r\nATTACH:https://example.com' }));
    expect(unfolded(file).filter((line) => line === 'END:VEVENT')).toHaveLength(1);
    expect(unfolded(file).some((line) => line.startsWith('ATTACH'))).toBe(false);
  });
});
