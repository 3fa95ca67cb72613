import { Temporal } from 'temporal-polyfill';
import {
  addWorkdays,
  coming,
  type Day,
  dayOf,
  distinct,
  type Here,
  inWeek,
  lastOfMonth,
  latest,
  nearest,
  nextDayAndMonth,
  nextDayOfMonth,
  weekdayNumber,
} from './calendar.js';
import {
  after,
  before,
  DAY_AFTER,
  type DateRule,
  MONTH,
  monthNumber,
  oneDay,
  type Reading,
  WEEKDAY,
} from './rule.js';

const YEAR = "(?:,? ?-?(?:in )?(20\\d\\d)\\b|,? '?(2[4-9]|3\\d)\\b(?! ?(?:[:.]\\d|am|pm|h\\b|oclock)))?";
const SUFFIX = '(?:st|nd|rd|th|\\.)?';
const JOIN = '(?:-|to|or|/|and|until|through|&)';

const fullYear = (four?: string, two?: string): number | null =>
  four ? Number(four) : two ? 2000 + Number(two) : null;

function dayInMonth(today: Day, month: number, day: number, year: number | null): Day | null {
  return year === null ? nextDayAndMonth(today, month, day) : dayOf(year, month, day);
}

function allDays(
  today: Day,
  month: string,
  days: readonly (string | undefined)[],
  year: number | null,
): Reading | null {
  const found = days
    .filter((day) => day !== undefined)
    .map((day) => dayInMonth(today, monthNumber(month), Number(day), year));
  const valid = found.filter((day) => day !== null);
  return valid.length === found.length ? { days: distinct(valid) } : null;
}

/** "they may 5": the verb, not the month. */
const isVerb = (match: RegExpMatchArray, month: string): boolean =>
  (month === 'may' || month === 'march') &&
  /\b(?:i|you|we|they|he|she|it|that|this|there|who|which|to) $/.test(before(match));

/** First, second and third count many things besides days: what stands around them decides. */
const COUNTED =
  /^ (?:round|interview|choice|floor|stage|party|year|time|person|offer|1|one|option|week|quarter|century|anniversary|grade|place|try|attempt|call|month|day|half|meeting|chat|reason|thing|job|company|role|employee|hire|of its|in line|line|gen|generation|grader|question|point|step|email|message|version|draft|level|tier|most|best|largest|biggest|biggest|avenue|street|ave|st\b|percentile|wheel|thought)/;
const DAY_BEFORE = new RegExp(
  `(?:^|[,;:(-] ?|\\b(?:the|on|by|until|before|due|${WEEKDAY}|or|and|is|to|for|than|since|from|after)(?: the)? )$`,
);

/** "the 30th of February": the rule for months has refused it already. */
const OF_MONTH = new RegExp(`^ (?:of )?(?:${MONTH}|next month|this month)\\b`);

function nthDay(match: RegExpMatchArray, { today }: Here): Reading | null {
  const day = Number(match[1]);
  const [left, right] = [before(match), after(match)];
  if (OF_MONTH.test(right)) return null;
  if (!(match[0].startsWith('the ') || DAY_BEFORE.test(left)) || COUNTED.test(right)) return null;
  if (!DAY_AFTER.test(right) || (day < 4 && left === '' && /^ \w/.test(right))) return null;
  return oneDay(nextDayOfMonth(today, day));
}

function nthWeekday(first: Day, nth: string, weekday: string): Day {
  if (weekday === 'workday' || weekday === 'day') {
    if (nth === 'last') {
      const end = lastOfMonth(first);
      return weekday === 'day' || end.dayOfWeek < 6 ? end : addWorkdays(end, -1);
    }
    const before = first.subtract({ days: 1 });
    return weekday === 'day' ? before.add({ days: Number(nth) }) : addWorkdays(before, Number(nth));
  }
  const number = weekdayNumber(weekday);
  if (nth === 'last') return latest(lastOfMonth(first).add({ days: 1 }), number);
  return coming(first.subtract({ days: 1 }), number).add({ weeks: Number(nth) - 1 });
}

/** The nth weekday of the present or next month; of a month without a year, the next one ahead. */
function nthOfMonth(
  [, ordinal, weekday, which, month, four, two]: RegExpMatchArray,
  { today }: Here,
): Reading | null {
  const nth = /last|final/.test(ordinal as string) ? 'last' : (ordinal as string).replace(/\D/g, '');
  const start = today.with({ day: 1 });
  const ahead = (firsts: readonly Day[]): Day => {
    const days = firsts.map((first) => nthWeekday(first, nth, weekday as string));
    return days.find((day) => Temporal.PlainDate.compare(day, today) >= 0) ?? (days[0] as Day);
  };
  if (month === undefined) {
    if (/next|following|coming/.test(which ?? 'nearest')) return oneDay(ahead([start.add({ months: 1 })]));
    return oneDay(
      ahead(/this|current/.test(which ?? 'nearest') ? [start] : [start, start.add({ months: 1 })]),
    );
  }
  const year = fullYear(four, two);
  const first = (at: number): Day => start.with({ month: 1 }).with({ year: at, month: monthNumber(month) });
  return oneDay(ahead(year === null ? [first(today.year), first(today.year + 1)] : [first(year)]));
}

const WHICH_MONTH = '(?:the )?(?:(next|following|coming|this|current) )?month';

export const monthRules: readonly DateRule[] = [
  {
    pattern: /(?<![\d.,-])(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?![\d-])/g,
    read: ([, year, month, day]) => oneDay(dayOf(Number(year), Number(month), Number(day))),
  },
  {
    pattern: new RegExp(
      `(?<![\\d:.,])(?:the )?(?:(\\d{1,2})${SUFFIX} ?${JOIN} ?(?:the )?)?(\\d{1,2})${SUFFIX}(?: day)? ?-?(?:of )?-?(${MONTH})\\b\\.?${YEAR}`,
      'g',
    ),
    read: (match, { today }) =>
      allDays(today, match[3] as string, [match[1], match[2]], fullYear(match[4], match[5])),
  },
  {
    pattern: new RegExp(
      `\\b(${MONTH})\\.?,? ?-?(?:the )?(\\d{1,2})(?!\\d|:\\d| ?(?:am|pm|oclock|%|k\\b))${SUFFIX}(?: ?${JOIN} ?(?:the )?(\\d{1,2})(?!\\d|:| ?(?:am|pm))${SUFFIX}(?![a-z]))?${YEAR}`,
      'g',
    ),
    read: (match, { today }) =>
      isVerb(match, match[1] as string)
        ? null
        : allDays(today, match[1] as string, [match[2], match[3]], fullYear(match[4], match[5])),
  },
  {
    pattern: /\b(?:the )?(\d{1,2})(?:st|nd|rd|th)\b/g,
    read: nthDay,
  },
  {
    pattern: new RegExp(
      `\\b(${WEEKDAY}),? (the )?(\\d{1,2})(?![\\d:.,/-]| ?(?:[ap]\\.? ?m\\b|oclock|o'clock|hour|${MONTH}|workday|day|week|month|minute))`,
      'g',
    ),
    read: ([, weekday, the, number], { today }) => {
      const day = nextDayOfMonth(today, Number(number));
      if (day === null) return null;
      const named = weekdayNumber(weekday as string);
      if (day.dayOfWeek === named) return oneDay(day);
      return the !== undefined || Number(number) > 12 ? { days: [day, nearest(day, named)] } : null;
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:the )?(\\d{1,2})(?:(?:st|nd|rd|th)(?: day)?(?: of)?|(?: day)? of) ${WHICH_MONTH}\\b`,
      'g',
    ),
    read: ([, day, which], { today }) => {
      if (which === undefined) return oneDay(nextDayOfMonth(today, Number(day)));
      const first = today.with({ day: 1 }).add({ months: /this|current/.test(which) ? 0 : 1 });
      return oneDay(dayOf(first.year, first.month, Number(day)));
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:the )?(?:very )?(1st|2nd|3rd|4th|last|final) (${WEEKDAY}|workday|day) (?:of|in) (?:${WHICH_MONTH}|(${MONTH})${YEAR})\\b`,
      'g',
    ),
    read: nthOfMonth,
  },
  {
    pattern:
      /\b(?:the )?(1st|last|final) (workday|day) (?:of|in) (this|the|next)(?: (?:working|work))? week\b/g,
    read: ([, nth, , which], { today }) =>
      oneDay(inWeek(today, which === 'next' ? 1 : 0, nth === '1st' ? 1 : 5)),
  },
];
