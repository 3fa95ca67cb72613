import { Temporal } from 'temporal-polyfill';
import { type Day, type Here, here, type Moment } from './date/calendar.js';
import { choose, isDeadline } from './date/choose.js';
import { type ClockMention, findTimes } from './date/clock.js';
import { findMentions, isPast, joinAll, type Mention, modifyAll } from './date/mention.js';
import { canonical, fromGerman } from './date/vocabulary.js';
import { quote, type Traced, trace } from './text.js';

/** Where and when something was said: an ISO instant with any offset, an IANA zone, a BCP 47 locale. */
export interface DateContext {
  readonly now: string;
  readonly zone: string;
  readonly locale: string;
}

/**
 * What a phrase means, in the person's zone. `value` is `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM` when a clock
 * time or hours were said. Two or more `candidates` are readings to ask about; then `value` is null.
 */
export interface DateReading {
  readonly value: string | null;
  readonly candidates: readonly string[];
  readonly past: boolean;
  /** The words that were read, as typed. */
  readonly quote: string | null;
}

const NOTHING: DateReading = { value: null, candidates: [], past: false, quote: null };

/**
 * Reads the date that a reply or a reminder is due. Rules: `readings.md`, Dates.
 * Throws a RangeError when `now` is no instant or `zone` is no IANA zone.
 */
export function readDate(text: string, context: DateContext): DateReading {
  const place = here(context.now, context.zone, context.locale);
  const traced = trace(text);
  const german = context.locale.startsWith('de');
  const first = readTraced(canonical(german ? fromGerman(traced) : traced), place);
  if (german || first !== NOTHING) return first;
  const inEnglish = fromGerman(traced);
  return inEnglish === traced ? NOTHING : readTraced(canonical(inEnglish), place);
}

function readTraced(traced: Traced, place: Here): DateReading {
  const { text } = traced;
  const found = findMentions(text, place);
  const all = findTimes(text);
  const times = all.filter((time) => !found.some((date) => time.start < date.end && time.end > date.start));
  const mentions = joinAll(text, modifyAll(text, found, times), times);
  const chosen = choose(text, mentions, place);
  if (chosen === null) {
    const time = times.at(-1);
    return time ? answer(traced, time, nextMoments(time, place), place) : NOTHING;
  }
  if (chosen.moments.length > 0) return answer(traced, chosen, chosen.moments, place);
  const time = timeOf(text, chosen, mentions, times);
  if (time === null) return answer(traced, chosen, chosen.days, place, isPast(chosen, place));
  const span = { start: Math.min(chosen.start, time.start), end: Math.max(chosen.end, time.end) };
  return answer(traced, span, momentsOn(chosen, time, place), place);
}

/** The clock time nearest to the chosen date, unless another date lies nearer to it. */
function timeOf(
  text: string,
  chosen: Mention,
  mentions: readonly Mention[],
  times: readonly ClockMention[],
): ClockMention | null {
  const gap = (time: ClockMention, date: Mention): number => {
    const between =
      time.start >= date.end
        ? text.slice(date.end, time.start)
        : text.slice(time.end, Math.max(time.end, date.start));
    return between.length + (/[.;!?]/.test(between) ? 30 : 0);
  };
  const own = times.filter((time) => mentions.every((other) => gap(time, chosen) <= gap(time, other)));
  const near = own.filter((time) => gap(time, chosen) <= 40).sort((a, b) => gap(a, chosen) - gap(b, chosen));
  return near[0] ?? null;
}

function local(day: Day, time: Temporal.PlainTime, zone: string | null, place: Here): Moment {
  const said = day.toZonedDateTime({ timeZone: zone ?? place.zone, plainTime: time });
  return said.withTimeZone(place.zone).toPlainDateTime();
}

/** Midnight on a day that is named begins it or ends it; "midnight tonight" can only end it. */
function momentsOn(date: Mention, time: ClockMention, place: Here): Moment[] {
  return date.days.flatMap((day) => {
    if (time.midnight) {
      const ends = local(day.add({ days: 1 }), time.times[0] as Temporal.PlainTime, time.zone, place);
      return day.equals(place.today) ? [ends] : [ends.subtract({ days: 1 }), ends];
    }
    return time.times.map((at) => local(day, at, time.zone, place));
  });
}

/** A time without a date is the next such time. */
function nextMoments(time: ClockMention, place: Here): Moment[] {
  return time.times.map((at) => {
    const today = local(place.today, at, time.zone, place);
    const ahead = Temporal.PlainDateTime.compare(today, place.now) > 0;
    return ahead ? today : local(place.today.add({ days: 1 }), at, time.zone, place);
  });
}

function answer(
  traced: Traced,
  span: { start: number; end: number },
  readings: readonly Day[] | readonly Moment[],
  place: Here,
  past = false,
): DateReading {
  const written = readings.map((reading) =>
    reading instanceof Temporal.PlainDate ? reading.toString() : reading.toString({ smallestUnit: 'minute' }),
  );
  const now = place.now.toString({ smallestUnit: 'minute' });
  const moments = written.some((reading) => reading.includes('T'));
  const ahead = moments && written.length > 1 ? written.filter((reading) => reading >= now) : written;
  const candidates = [...new Set(ahead.length > 0 ? ahead : written)].sort();
  return {
    value: candidates.length === 1 ? (candidates[0] as string) : null,
    candidates,
    past: moments ? candidates.every((reading) => reading < now) : past,
    quote: quote(traced, span.start, span.end),
  };
}

/** Any moment does: which words are a date hardly depends on when they are said. */
const ANY_PLACE = here('2026-01-07T09:00:00Z', 'UTC', 'en-GB');

/** Times blanked out: "by 5pm Friday" says by Friday. */
function withoutTimes(text: string, times: readonly ClockMention[]): string {
  return times.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  );
}

/** The words by which something must be answered ("Friday", "48 hours"), as typed; null when none say so. */
export function deadlinePhrase(text: string): string | null {
  const place = ANY_PLACE;
  const traced = canonical(trace(text));
  const found = findMentions(traced.text, place);
  const times = findTimes(traced.text).filter(
    (time) => !found.some((date) => time.start < date.end && time.end > date.start),
  );
  const mentions = joinAll(traced.text, modifyAll(traced.text, found, times), times);
  const due = mentions.filter((mention) => isDeadline(withoutTimes(traced.text, times), mention, place));
  const chosen = choose(traced.text, due, place);
  if (chosen === null) return null;
  const time = timeOf(traced.text, chosen, mentions, times);
  const start = time ? Math.min(chosen.start, time.start) : chosen.start;
  const end = time ? Math.max(chosen.end, time.end) : chosen.end;
  return quote(traced, start, end).replace(/^(?:by|at|until|till|til|around|about) /i, '');
}
