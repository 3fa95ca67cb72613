import { Temporal } from 'temporal-polyfill';

/** A wall-clock time without a zone, `YYYY-MM-DDTHH:MM`. A date alone is `YYYY-MM-DD`. */
export type Local = string;

/** Hours in which nothing is sent, in the person's zone: `from` to `to` may wrap midnight, `to` is allowed again. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
  readonly weekends: boolean;
}

/**
 * The instant of a wall-clock time. A time that a clock change skips is moved on by the gap; one that happens twice
 * is the first (delivery.md §3). Throws a RangeError on an unknown zone.
 */
export function instantOf(local: Local, zone: string): string {
  return Temporal.PlainDateTime.from(local)
    .toZonedDateTime(zone, { disambiguation: 'compatible' })
    .toInstant()
    .toString();
}

/** The wall-clock time of an instant, to the minute. */
export function localOf(instant: string, zone: string): Local {
  return toMinute(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime());
}

/** The calendar date of a wall-clock time or of a date. */
export function dateOf(local: Local): string {
  return local.slice(0, 10);
}

/** True when the value says a clock time too. */
export function hasTime(local: Local): boolean {
  return local.includes('T');
}

export function at(date: string, time: string): Local {
  return `${dateOf(date)}T${time}`;
}

/** The same clock time some days later (or earlier). */
export function addDays(local: Local, days: number): Local {
  return toMinute(Temporal.PlainDateTime.from(local).add({ days }));
}

/** The same clock time some working days later: Monday to Friday, counted from the next one, without holidays. */
export function addWorkingDays(local: Local, days: number): Local {
  let day = local;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (Temporal.PlainDate.from(dateOf(day)).dayOfWeek < 6) left -= 1;
  }
  return day;
}

/** Months count from the anchor and keep to the month's last day: 31 August + 6 is 28 February (delivery.md §3). */
export function addMonths(local: Local, months: number): Local {
  return toMinute(Temporal.PlainDateTime.from(local).add({ months }, { overflow: 'constrain' }));
}

/** Elapsed hours: a clock change in between shifts the clock time. */
export function addHours(local: Local, hours: number, zone: string): Local {
  const instant = Temporal.Instant.from(instantOf(local, zone)).add({ minutes: Math.round(hours * 60) });
  return localOf(instant.toString(), zone);
}

/** Months, rounded down, between two dates. */
export function monthsBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(dateOf(from)).until(dateOf(to), { largestUnit: 'month' }).months;
}

/** The first instant at or after the given one that lies outside the quiet hours. */
export function nextAllowed(instant: string, zone: string, quiet: QuietHours): string {
  let local = localOf(instant, zone);
  let moved = false;
  // At most a night and a weekend lie ahead: four steps end outside both.
  for (let step = 0; step < 4; step += 1) {
    const next = nextOutside(local, quiet);
    if (next === local) break;
    local = next;
    moved = true;
  }
  return moved ? instantOf(local, zone) : instant;
}

function nextOutside(local: Local, quiet: QuietHours): Local {
  const weekday = Temporal.PlainDate.from(dateOf(local)).dayOfWeek;
  const time = local.slice(11, 16);
  const nights = quiet.from !== quiet.to;
  // Without quiet nights Monday would begin at midnight: the clock time that was asked for is kept instead.
  if (quiet.weekends && weekday >= 6) return at(addDays(local, 8 - weekday), nights ? quiet.to : time);
  if (!nights) return local;
  if (quiet.from < quiet.to) return time >= quiet.from && time < quiet.to ? at(local, quiet.to) : local;
  if (time >= quiet.from) return at(addDays(local, 1), quiet.to);
  return time < quiet.to ? at(local, quiet.to) : local;
}

/** "Friday, 27 November 2026", with the time where there is one. */
export function formatLocal(local: Local, locale: string): string {
  const date = Temporal.PlainDate.from(dateOf(local)).toLocaleString(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  if (!hasTime(local)) return date;
  const time = Temporal.PlainTime.from(local.slice(11, 16)).toLocaleString(locale, {
    hour: 'numeric',
    minute: '2-digit',
  });
  return `${date}, ${time}`;
}

/** True for a zone name that the platform knows; fixed offsets are no zones, since they know no clock change. */
export function isZone(zone: string): boolean {
  if (/^[+-]|^(UTC|GMT|Etc\/GMT)[+-]/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

function toMinute(time: Temporal.PlainDateTime): Local {
  return time.toString({ smallestUnit: 'minute' });
}

/** "Nov 27" */
export function shortDay(local: Local, locale: string): string {
  return Temporal.PlainDate.from(dateOf(local)).toLocaleString(locale, { day: 'numeric', month: 'short' });
}

/** "Nov 26", the year in two digits. */
export function shortMonth(local: Local, locale: string): string {
  return Temporal.PlainDate.from(dateOf(local)).toLocaleString(locale, { month: 'short', year: '2-digit' });
}

/** "November 2026" */
export function monthOf(local: Local, locale: string): string {
  return Temporal.PlainDate.from(dateOf(local)).toLocaleString(locale, { month: 'long', year: 'numeric' });
}

/** "in 7 days", "tomorrow", "3 months ago": how far a date is from today. */
export function awayFrom(today: string, date: string, locale: string): string {
  const days = Temporal.PlainDate.from(dateOf(today)).until(dateOf(date), { largestUnit: 'day' }).days;
  const months = monthsBetween(today, date);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return Math.abs(days) > 60 ? format.format(months, 'month') : format.format(days, 'day');
}
