import {
  coming,
  type Day,
  dayOf,
  type Here,
  inWeek,
  lastOfMonth,
  lastOfQuarter,
  nextDayAndMonth,
} from './calendar.js';
import { before, type DateRule, MONTH, monthNumber, oneDay, type Reading } from './rule.js';

/** The Friday of this week; at the weekend it is gone, and the coming one is meant. */
function endOfWeek(today: Day, weeks: number): Day {
  const friday = inWeek(today, weeks, 5);
  return weeks === 0 && today.dayOfWeek > 5 ? friday.add({ weeks: 1 }) : friday;
}

function endOf(unit: string, which: string, { today }: Here): Day {
  const steps = /after next/.test(which) ? 2 : /next|following|coming/.test(which) ? 1 : 0;
  switch (unit) {
    case 'week':
      return endOfWeek(today, steps);
    case 'month':
      return lastOfMonth(today.add({ months: steps }));
    case 'quarter':
      return lastOfQuarter(today.with({ day: 1 }).add({ months: steps * 3 }));
    default:
      return today.with({ month: 12, day: 31 }).add({ years: steps });
  }
}

function lastOfNamedMonth(today: Day, month: string, year: string | undefined): Day {
  const first = today.with({ day: 1, month: monthNumber(month) });
  if (year !== undefined) return lastOfMonth(first.with({ year: Number(year) }));
  return lastOfMonth(monthNumber(month) < today.month ? first.add({ years: 1 }) : first);
}

function lastOfNamedQuarter(today: Day, quarter: number, year: string | undefined): Day {
  const end = (at: number): Day => lastOfMonth(today.with({ day: 1, month: quarter * 3, year: at }));
  if (year !== undefined) return end(Number(year));
  return quarter * 3 < today.month ? end(today.year + 1) : end(today.year);
}

function startOf(unit: string, which: string, { today }: Here): Day {
  const first = today.with({ day: 1 });
  const present = /this|current/.test(which);
  switch (unit) {
    case 'week':
      return inWeek(today, 1, 1);
    case 'month':
      return present ? first : first.add({ months: 1 });
    case 'quarter':
      return lastOfQuarter(today).add({ days: 1 });
    default:
      return first.with({ month: 1 }).add({ years: 1 });
  }
}

function weekend(which: string, { today }: Here): Day[] {
  const saturday = inWeek(today, 0, 6);
  const sunday = saturday.add({ days: 1 });
  if (/next/.test(which)) {
    const later = [saturday.add({ weeks: 1 }), sunday.add({ weeks: 1 })];
    return today.dayOfWeek > 5 ? later : [saturday, sunday, ...later];
  }
  return today.dayOfWeek === 7 ? [sunday] : [saturday, sunday];
}

/** 4th Thursday of November in the United States. */
function thanksgiving(year: number): Day {
  const november = dayOf(year, 11, 1) as Day;
  return coming(november.subtract({ days: 1 }), 4).add({ weeks: 3 });
}

const FIXED_HOLIDAYS: readonly (readonly [pattern: string, month: number, day: number])[] = [
  ['(?:christmas|xmas|x-mas)(?: day)?', 12, 25],
  ['(?:christmas|xmas|x-mas) eve', 12, 24],
  ['boxing day', 12, 26],
  ["new year'?s? eve|nye|silvester", 12, 31],
  ["(?<!\\bin (?:the )?)(?:the )?new year'?s?(?: day)?", 1, 1],
  ["valentine'?s?(?: day)?", 2, 14],
  ['hallowe?en', 10, 31],
];

const END = '(?:(?:very |tail )?end|close|back end|last day|final day|ending)';
const WHICH =
  '(?:(next|following|coming|this|current|present|working|calendar|work|business|fiscal|financial) )*';

export const periodRules: readonly DateRule[] = [
  {
    pattern: new RegExp(
      `\\b(?:the )?(?:${END} (?:of|to) )?(?:the )?${WHICH}(week|month|quarter|year)(?:[- ]?(end))?(?: (after next))?\\b`,
      'g',
    ),
    read: (match, here) => {
      const [whole, , unit, trailing, later] = match;
      const isEnd = new RegExp(`^(?:the )?${END} (?:of|to) `).test(whole);
      if (isEnd === (trailing !== undefined)) return null;
      if (unit === 'week' && trailing !== undefined) return null;
      if (/fiscal|financial/.test(whole)) return null;
      const next = /\bnext|following|coming\b/.test(whole) ? 'next' : '';
      const end = endOf(unit as string, later ?? next, here);
      return { days: [end], firm: true };
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:the )?${END} (?:of )?(${MONTH})(?:,? (20\\d\\d))?\\b|\\b(${MONTH}) end\\b`,
      'g',
    ),
    read: ([, month, year, short], { today }) => ({
      days: [lastOfNamedMonth(today, (month ?? short) as string, year)],
      firm: true,
    }),
  },
  {
    pattern: new RegExp(`\\b(?:the )?${END} (?:of )?q([1-4])(?:,? (?:of )?(20\\d\\d))?\\b`, 'g'),
    read: ([, quarter, year], { today }) => ({
      days: [lastOfNamedQuarter(today, Number(quarter), year)],
      firm: true,
    }),
  },
  {
    pattern: new RegExp(`\\b(?:the )?${END} (?:of )?(20\\d\\d)\\b`, 'g'),
    read: ([, year]) => ({ days: [dayOf(Number(year), 12, 31) as Day], firm: true }),
  },
  {
    pattern: /\b(?:the )?(?:mid|middle)(?:-| )?(?:of )?(?:the |this )?(next )?month\b/g,
    read: ([, next], { today }) => {
      const middle = today.with({ day: 15 });
      const passed = today.day > 15;
      return oneDay(next !== undefined || passed ? middle.add({ months: 1 }) : middle);
    },
  },
  {
    pattern: new RegExp(`\\b(?:the )?(?:mid|middle)(?:-| )?(?:of )?(${MONTH})(?:,? (20\\d\\d))?\\b`, 'g'),
    read: ([, month, year], { today }) => {
      const number = monthNumber(month as string);
      return oneDay(
        year === undefined ? nextDayAndMonth(today, number, 15) : dayOf(Number(year), number, 15),
      );
    },
  },
  {
    pattern:
      /\b(?:the )?(?:start|beginning|top) of (?:the )?(next |following |coming |this |current )?(week|month|quarter|year)\b/g,
    read: ([, which = '', unit], here) => oneDay(startOf(unit as string, which, here)),
  },
  {
    pattern: new RegExp(`\\b(?:the )?(?:start|beginning) of (${MONTH})(?:,? (20\\d\\d))?\\b`, 'g'),
    read: ([, month, year], { today }) => {
      const number = monthNumber(month as string);
      return oneDay(year === undefined ? nextDayAndMonth(today, number, 1) : dayOf(Number(year), number, 1));
    },
  },
  {
    pattern: /\b(?:(?:over|during|at|on|by|until) )?(?:the |this coming |this |coming |(next ))?week ?end\b/g,
    read: (match, here): Reading | null =>
      /(?:\b(?:end of|after|before|prior to) (?:the )?|\b\d-? ?day (?:long )?)$/.test(before(match))
        ? null
        : { days: weekend(match[1] ?? '', here) },
  },
  {
    pattern: /\b(before|prior to|after|the end of|end of) (?:the |this |coming |this coming )?week ?end\b/g,
    read: ([, side], { today }) => {
      if (side === 'after') return oneDay(inWeek(today, 1, 1));
      if (side === 'before' || side === 'prior to') return oneDay(endOfWeek(today, 0));
      return oneDay(inWeek(today, 0, 7));
    },
  },
  ...FIXED_HOLIDAYS.map(
    ([pattern, month, day]): DateRule => ({
      pattern: new RegExp(`\\b(?:${pattern})(?!\\w| (?:party|bonus|holiday|break|do\\b|market))`, 'g'),
      read: (_, { today }) => oneDay(nextDayAndMonth(today, month, day)),
    }),
  ),
  {
    pattern: /\bthanksgiving(?: day)?\b/g,
    read: (_, { today }) => {
      const [first, second] = [thanksgiving(today.year), thanksgiving(today.year + 1)];
      return oneDay(first.since(today).sign >= 0 ? first : second);
    },
  },
];
