import { coming, type Day, distinct, inWeek, latest, weekdayNumber } from './calendar.js';
import { after, before, type DateRule, type Reading, WEEKDAY } from './rule.js';

const plus = (days: readonly Day[], weeks: number): Day[] => days.map((day) => day.add({ weeks }));

/** "Friday": the next one after today; said on a Friday it may be today or a week on. */
function bare(today: Day, weekday: number): Day[] {
  const next = coming(today, weekday);
  return today.dayOfWeek === weekday ? [today, next] : [next];
}

/** "next Friday": two readings while this week's is still ahead. */
function next(today: Day, weekday: number): Day[] {
  const first = coming(today, weekday);
  return weekday > today.dayOfWeek ? [first, first.add({ weeks: 1 })] : [first];
}

function modified(word: string, today: Day, weekday: number): Day[] {
  if (/coming|upcoming/.test(word)) return bare(today, weekday);
  if (/last|past|previous|gone/.test(word)) return [latest(today, weekday)];
  if (/this/.test(word)) return [inWeek(today, 0, weekday)];
  if (/next|following/.test(word)) return next(today, weekday);
  return bare(today, weekday);
}

function weekNamed(words: string, today: Day, weekday: number): Day[] {
  if (/after next/.test(words)) return [inWeek(today, 2, weekday)];
  if (/last|previous/.test(words)) return [inWeek(today, -1, weekday)];
  if (/this|same|current/.test(words)) return [inWeek(today, 0, weekday)];
  return [inWeek(today, 1, weekday)];
}

const WEEK =
  '(?:the )?(?:week after next|(?:(?:next|this|following|coming|last|previous|same|current) week)|week after)';
const MODIFIER =
  '(?:this coming|this upcoming|this next|this past|the next|the coming|the following|this|next|coming|upcoming|following|last|past|previous)';

/** Every Friday, or Fridays in general, is no date. */
const recurring = (match: RegExpMatchArray): boolean =>
  /\b(?:every|each|most|any|some|on an?)(?: (?:2nd|3rd|other|single))? $/.test(before(match));

const read = (days: (today: Day, match: RegExpMatchArray) => Day[]): DateRule['read'] => {
  return (match, { today }): Reading | null => (recurring(match) ? null : { days: days(today, match) });
};

export const weekdayRules: readonly DateRule[] = [
  {
    // "not this Friday but the one after"
    pattern: new RegExp(
      `\\bnot (?:on )?(?:this |the |next |this coming |coming )?(${WEEKDAY}),?(?: but)? (?:the )?(?:next )?(?:1|week|${WEEKDAY}) (?:after|later|following)(?: that| it)?\\b|\\bnot (?:this|the coming) (${WEEKDAY}),?(?: but)? (?:the )?(?:next|following)(?: 1| week)?\\b`,
      'g',
    ),
    read: read((today, [, first, second]) => [
      coming(today, weekdayNumber((first ?? second) as string)).add({ weeks: 1 }),
    ]),
  },
  {
    pattern: new RegExp(
      `\\b(?:(${MODIFIER}) )?(${WEEKDAY})(?: (coming|next|gone|past|just gone)\\b(?! (?:week|month)))?`,
      'g',
    ),
    read: (match, { today }) => {
      const [, modifier = '', weekday, trailing = ''] = match;
      if (recurring(match) || /^s\b/.test(after(match))) return null;
      return { days: modified(modifier || trailing, today, weekdayNumber(weekday as string)) };
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:this |the |coming )?(${WEEKDAY}) (?:(\\d) )?week\\b(?! (?:of|long|notice|trial|contract|after|before))`,
      'g',
    ),
    read: read((today, [, weekday, weeks = '1']) =>
      plus(bare(today, weekdayNumber(weekday as string)), Number(weeks)),
    ),
  },
  {
    pattern: new RegExp(`\\b(${WEEKDAY})(?: of| in| on|,)? (${WEEK})\\b`, 'g'),
    read: read((today, [, weekday, week]) =>
      weekNamed(week as string, today, weekdayNumber(weekday as string)),
    ),
  },
  {
    pattern: new RegExp(`\\b(${WEEK})(?: on|,| -| by)? ?(?:the )?(${WEEKDAY})\\b`, 'g'),
    read: read((today, [, week, weekday]) =>
      weekNamed(week as string, today, weekdayNumber(weekday as string)),
    ),
  },
  {
    pattern: new RegExp(`\\b(?:the )?(${WEEKDAY}) (?:after next|after the next(?: 1| ${WEEKDAY})?)\\b`, 'g'),
    read: read((today, [, weekday]) => plus(next(today, weekdayNumber(weekday as string)), 1)),
  },
  {
    pattern: new RegExp(`\\b(?:in )?(\\d) week(?: time)?,? (?:on )?(?:the |a )?(${WEEKDAY})\\b`, 'g'),
    read: read((today, [whole, weeks, weekday]) => {
      const number = weekdayNumber(weekday as string);
      const onward = plus(bare(today, number), Number(weeks));
      return /^in /.test(whole) ? distinct([...onward, inWeek(today, Number(weeks), number)]) : onward;
    }),
  },
  {
    pattern: new RegExp(
      `\\b(${WEEKDAY})(?: in| ,)? (\\d) week(?: time| from (?:now|today))\\b|\\b(${WEEKDAY}) in (\\d) week\\b`,
      'g',
    ),
    read: read((today, [, first, weeks, second, others]) => {
      const number = weekdayNumber((first ?? second) as string);
      const count = Number(weeks ?? others);
      return distinct([...plus([coming(today, number)], count), inWeek(today, count, number)]);
    }),
  },
];
