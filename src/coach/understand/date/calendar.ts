import { Temporal } from 'temporal-polyfill';
import { WEEKDAYS } from './vocabulary.js';

export type Day = Temporal.PlainDate;
export type Moment = Temporal.PlainDateTime;

/** Which part of a numeric date comes first. `ask`: both are usual, as in Canada. */
export type NumericOrder = 'month-first' | 'day-first' | 'ask';

/** Where and when something was said. */
export interface Here {
  readonly instant: Temporal.Instant;
  readonly zone: string;
  readonly now: Moment;
  readonly today: Day;
  readonly order: NumericOrder;
}

export function here(now: string, zone: string, locale: string): Here {
  const instant = Temporal.Instant.from(now);
  const local = instant.toZonedDateTimeISO(zone);
  return {
    instant,
    zone,
    now: local.toPlainDateTime(),
    today: local.toPlainDate(),
    order: locale === 'en-US' ? 'month-first' : locale === 'en-CA' ? 'ask' : 'day-first',
  };
}

/** ISO weekday, Monday 1 to Sunday 7, of a canonical English name. */
export function weekdayNumber(name: string): number {
  return WEEKDAYS.indexOf(name as (typeof WEEKDAYS)[number]) + 1;
}

/** The next such weekday strictly after `day`. */
export function coming(day: Day, weekday: number): Day {
  return day.add({ days: ((weekday - day.dayOfWeek + 6) % 7) + 1 });
}

/** The latest such weekday strictly before `day`. */
export function latest(day: Day, weekday: number): Day {
  return day.subtract({ days: ((day.dayOfWeek - weekday + 6) % 7) + 1 });
}

/** That weekday of the Monday-to-Sunday week that lies `weeks` away from the week of `day`. */
export function inWeek(day: Day, weeks: number, weekday: number): Day {
  return day.add({ days: weekday - day.dayOfWeek + weeks * 7 });
}

export function nearest(day: Day, weekday: number): Day {
  return day.add({ days: ((weekday - day.dayOfWeek + 10) % 7) - 3 });
}

/** Monday to Friday, counted from the next working day; negative counts go back. */
export function addWorkdays(day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1;
  let result = day;
  for (let left = Math.abs(count); left > 0; ) {
    result = result.add({ days: step });
    if (result.dayOfWeek < 6) left--;
  }
  return result;
}

export function lastOfMonth(day: Day): Day {
  return day.with({ day: day.daysInMonth });
}

export function lastOfQuarter(day: Day): Day {
  return lastOfMonth(day.with({ day: 1, month: Math.ceil(day.month / 3) * 3 }));
}

/** A calendar date, or null where the calendar has none (31 November). */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return day > first.daysInMonth ? null : first.with({ day });
}

/** The next such day and month, today included; 29 February waits for its year. */
export function nextDayAndMonth(today: Day, month: number, day: number): Day | null {
  for (let year = today.year; year <= today.year + 8; year++) {
    const found = dayOf(year, month, day);
    if (found && Temporal.PlainDate.compare(found, today) >= 0) return found;
  }
  return null;
}

/** The next day of the month with that number, today included. */
export function nextDayOfMonth(today: Day, day: number): Day | null {
  for (let months = 0; months < 3; months++) {
    const first = today.with({ day: 1 }).add({ months });
    const found = dayOf(first.year, first.month, day);
    if (found && Temporal.PlainDate.compare(found, today) >= 0) return found;
  }
  return null;
}

export type Unit = 'workday' | 'day' | 'week' | 'month' | 'quarter' | 'year';

export function addUnits(day: Day, count: number, unit: Unit): Day {
  if (unit === 'workday') return addWorkdays(day, count);
  if (unit === 'quarter') return day.add({ months: count * 3 });
  return day.add({ [`${unit}s`]: count });
}

/** Different days, earliest first. */
export function distinct(days: readonly Day[]): Day[] {
  const sorted = [...days].sort(Temporal.PlainDate.compare);
  return sorted.filter((day, i) => i === 0 || !day.equals(sorted[i - 1] as Day));
}
