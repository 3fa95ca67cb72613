import { Temporal } from 'temporal-polyfill';
import {
  addUnits,
  coming,
  type Day,
  distinct,
  type Here,
  latest,
  type Moment,
  nearest,
  type Unit,
  weekdayNumber,
} from './calendar.js';
import type { ClockMention } from './clock.js';
import { monthRules } from './month.js';
import { numericRules } from './numeric.js';
import { periodRules } from './period.js';
import { relativeRules } from './relative.js';
import { type DateRule, WEEKDAY } from './rule.js';
import { weekdayRules } from './weekday.js';

/** One date in a text, with all its reasonable readings. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly kind: 'weekday' | 'date' | 'relative' | 'moment' | 'end-of-day';
  readonly days: readonly Day[];
  /** Exact moments, for hours and minutes from now. */
  readonly moments: readonly Moment[];
  /** "Before the end of the week" is still that week's Friday. */
  readonly firm: boolean;
}

const FAMILIES: readonly (readonly [Mention['kind'], readonly DateRule[]])[] = [
  ['date', monthRules],
  ['date', numericRules],
  ['date', periodRules],
  ['weekday', weekdayRules],
  ['relative', relativeRules],
];

/** All dates of a canonical text in order; where two rules match, the longer one wins. */
export function findMentions(text: string, here: Here): Mention[] {
  const found: Mention[] = [];
  for (const [kind, rules] of FAMILIES) {
    for (const rule of rules) {
      if (text.search(rule.pattern) < 0) continue;
      for (const match of text.matchAll(rule.pattern)) {
        const reading = rule.read(match, here);
        if (reading === null) continue;
        const span = { start: match.index, end: match.index + match[0].length };
        found.push(
          'days' in reading
            ? { ...span, kind, days: distinct(reading.days), moments: [], firm: reading.firm ?? false }
            : { ...span, kind: 'moment', days: [], moments: reading.moments, firm: true },
        );
      }
    }
  }
  for (const match of text.matchAll(/\bendofday\b|\blunch ?time\b/g)) {
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      kind: 'end-of-day',
      days: [here.today],
      moments: [],
      firm: true,
    });
  }
  found.sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: Mention[] = [];
  for (const mention of found) {
    if (kept.every((other) => mention.end <= other.start || mention.start >= other.end)) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}

const SHIFTED =
  /\b(?:the )?(?:(\d{1,3}) (workday|day|week|month)|(day|week)(?! of)) (before|prior to|ahead of|after|following|from|on|of) (?:the |on |that )?$/;
const WEEKS_ON = /\b(\d) week (?:this |come |on |from )?(?:the )?$/;
const WEEKDAY_BESIDE = new RegExp(`\\b(?:the )?(${WEEKDAY}) (before|after|following) (?:the )?$`);
const BEFORE =
  /(?<!\b(?:on|by) or )(?<!\bnot )\b(?:before|prior to|ahead of|in advance of|earlier than) (?:the |this |on )?$/;
const AFTER = /\b(?:after|later than) (?:the |this |on )?$/;
const NO_LATER = /\b(?:not|no|never|nothing|any) (?:later|after)[a-z ]*$/;

const shift = (mention: Mention, length: number, change: (day: Day) => Day | readonly Day[]): Mention => ({
  ...mention,
  start: mention.start - length,
  kind: mention.kind === 'weekday' ? 'relative' : mention.kind,
  days: distinct(mention.days.flatMap((day) => change(day))),
});

/** "two days before", "a week on", "the Friday after", "before": what stands in front moves a date. */
function modify(mention: Mention, prefix: string, timed: boolean): Mention {
  const shifted = SHIFTED.exec(prefix);
  if (shifted) {
    const [words, count = '1', named, alone, side] = shifted;
    const sign = /before|prior|ahead/.test(side as string) ? -1 : 1;
    return shift(mention, words.length, (day) =>
      addUnits(day, sign * Number(count), (named ?? alone) as Unit),
    );
  }
  const onward = mention.kind === 'date' ? null : WEEKS_ON.exec(prefix);
  if (onward) return shift(mention, onward[0].length, (day) => day.add({ weeks: Number(onward[1]) }));
  const beside = WEEKDAY_BESIDE.exec(prefix);
  if (beside) {
    const weekday = weekdayNumber(beside[1] as string);
    const find = beside[2] === 'before' ? latest : coming;
    return shift(mention, beside[0].length, (day) => find(day, weekday));
  }
  const ahead = BEFORE.exec(prefix);
  if (ahead && !mention.firm && !timed)
    return shift(mention, ahead[0].length, (day) => day.subtract({ days: 1 }));
  const behind = AFTER.exec(prefix);
  if (behind && !NO_LATER.test(prefix) && !timed) {
    return shift(mention, behind[0].length, (day) => [day.add({ days: 1 }), addUnits(day, 1, 'workday')]);
  }
  return mention;
}

/** "the week of the 23rd" names no day. */
const WEEK_OF = /\bweek of (?:the )?$/;

/** Applies the words in front of each mention; a mention that was swallowed ("the Friday before 5 May") goes. */
export function modifyAll(
  text: string,
  mentions: readonly Mention[],
  times: readonly ClockMention[],
): Mention[] {
  const dated = mentions.filter(
    (mention) => !WEEK_OF.test(text.slice(Math.max(0, mention.start - 20), mention.start)),
  );
  const modified = dated.map((mention) => {
    if (mention.days.length === 0) return mention;
    const timed = times.some((time) => time.start >= mention.end && time.start - mention.end < 6);
    return modify(mention, text.slice(Math.max(0, mention.start - 40), mention.start), timed);
  });
  return modified.filter(
    (mention) =>
      !modified.some((other) => other !== mention && other.start <= mention.start && other.end > mention.end),
  );
}

const CONNECTOR =
  /^(?:[ ,()=:/-]|\b(?:the|on|i\.?e\.?|which is|that is|that's|thats|so|namely|a|aka|meaning|being|this is|it's|at|by|in|latest|morning|afternoon|evening|night|first thing|1st thing|early|endofday|around|before|of|sharp|lunchtime)\b)*$/;
const OR =
  /^[ ,]*(?:\b(?:or|oder|and)\b|\/|-|to|through)[ ,]*(?:(?:by|on|the|maybe|possibly|perhaps|even|at the latest|until|else) )*$/;

/** "moved from Monday to Wednesday" names two dates, and means one. */
const MOVED = /\b(?:moved|pushed|extended|changed|postponed|shifted|bumped|brought forward|delayed|went)\b/;

const NEGATED = /\b(?:not|instead of|rather than) (?:on |by |the )*$/;

function agree(a: Mention, b: Mention): readonly Day[] {
  const shared = a.days.filter((day) => b.days.some((other) => other.equals(day)));
  if (shared.length > 0) return shared;
  const [weekday, date] = a.kind === 'weekday' ? [a, b] : [b, a];
  const names = new Set(weekday.days.map((day) => day.dayOfWeek));
  if (weekday.kind !== 'weekday' || names.size !== 1) return [...a.days, ...b.days];
  const fitting = date.days.filter((day) => names.has(day.dayOfWeek));
  if (fitting.length > 0 && date.kind === 'date') return fitting;
  if (date.kind !== 'date') return [...a.days, ...b.days];
  return date.days.flatMap((day) => [day, nearest(day, [...names][0] as number)]);
}

const blank = (text: string, times: readonly ClockMention[]): string => {
  let result = text;
  for (const { start, end } of times)
    result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  return result;
};

/** Joins what belongs together: "Friday, 27 November", "tomorrow (Tuesday)", "EOD Monday", "Thursday or Friday". */
export function joinAll(
  text: string,
  mentions: readonly Mention[],
  times: readonly ClockMention[],
): Mention[] {
  const quiet = blank(text, times);
  const joined: Mention[] = [];
  for (const mention of mentions) {
    const last = joined.at(-1);
    const gap = last ? quiet.slice(last.end, mention.start) : '';
    if (!last || gap.length > 40 || last.moments.length > 0 || mention.moments.length > 0) {
      joined.push(mention);
      continue;
    }
    const span = { ...last, end: mention.end, firm: false };
    if (CONNECTOR.test(gap) && !NEGATED.test(text.slice(0, last.start))) {
      const endOfDay = [last, mention].find((one) => one.kind === 'end-of-day');
      const other = endOfDay === last ? mention : last;
      const days = endOfDay ? other.days : agree(last, mention);
      joined[joined.length - 1] = { ...span, kind: endOfDay ? other.kind : 'date', days: distinct(days) };
    } else if (OR.test(gap) && last.kind !== 'end-of-day' && !MOVED.test(text.slice(0, last.start))) {
      const late = /^ (?:at the )?(?:very )?latest/.test(quiet.slice(mention.end));
      joined[joined.length - 1] = late
        ? mention
        : { ...span, days: distinct([...last.days, ...mention.days]) };
    } else {
      joined.push(mention);
    }
  }
  const dated = joined.filter((mention) => mention.kind !== 'end-of-day');
  return dated.length > 0 ? dated : joined;
}

export const isPast = (mention: Mention, here: Here): boolean =>
  mention.moments.length > 0
    ? mention.moments.every((at) => Temporal.PlainDateTime.compare(at, here.now) < 0)
    : mention.days.every((day) => Temporal.PlainDate.compare(day, here.today) < 0);
