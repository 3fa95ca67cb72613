import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { QuietHours } from '../../../src/coach/remind/calendar.js';

/** Zones with clock changes in spring and in autumn, by half an hour, in Ramadan, at midnight, and without any. */
export const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Kolkata',
] as const;

/** The instants of every clock change from 2024 to 2032. */
export function clockChanges(zone: string): string[] {
  const found: string[] = [];
  let next = Temporal.ZonedDateTime.from(`2024-01-01T00:00[${zone}]`).getTimeZoneTransition('next');
  while (next && next.year < 2033) {
    found.push(next.toInstant().toString());
    next = next.getTimeZoneTransition('next');
  }
  return found;
}

export const zones = fc.constantFrom(...ZONES);

const two = (value: number): string => String(value).padStart(2, '0');

export const clockTimes = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45))
  .map(([hour, minute]) => `${two(hour)}:${two(minute)}`);

export const localTimes = fc
  .tuple(fc.integer({ min: 0, max: 3_000 }), clockTimes)
  .map(([day, time]) => `${Temporal.PlainDate.from('2024-01-01').add({ days: day }).toString()}T${time}`);

export const quietHours: fc.Arbitrary<QuietHours> = fc.record({
  from: clockTimes,
  to: clockTimes,
  weekends: fc.boolean(),
});
