import { addUnits, type Day, type Here, type Unit } from './calendar.js';
import { after, before, type DateRule, oneDay, type Reading } from './rule.js';

const UNIT = '(workday|day|week|month|quarter|year|hour|minute)';
const COUNT = '(\\d{1,3})';
const ABOUT =
  '(?:(?:the )?(?:next|coming|following) |about |around |roughly |approximately |at most |at the most |max |maximum |less than |no more than |not more than |just |exactly |another |like )*';

/** A length of time that is no deadline: what it measures follows or stands before. */
const NO_DEADLINE_AFTER =
  /^ ?(?:-? ?(?:notice|contract|fixed|probation|experience|trial|internship|placement|bootcamp|course|holiday|vacation|leave|parental|maternity|old|role|position|program|programme|assignment|secondment|commute|interview|call|meeting|trip|drive|flight|round|tenure|gap|rental|lease|cliff|vest|vesting|warranty|project|stint|break|sabbatical|visa|extension on|severance|window to (?:vest|exercise)|non-?compete|garden|clawback|career|degree|paid|unpaid|pto|remote|in the office|on site|onsite)\b|(?:a|per|\/|each|every) ?(?:workday|day|week|month|year)\b|(?:of|in|working|as|at|on|with|into) (?!(?:now|today|me to|the (?:offer|clock)|them|decide|think|decision|time)\b))/;
const NO_DEADLINE_BEFORE =
  /\b(?:notice(?: period)?(?: (?:is|of|was|are))?|contract(?: (?:is|of|for|was))?|probation(?: (?:is|of|period))?|for(?: the)?(?: last| past| next| over)?|last|past|over|every|worked|working|been|lasts?|lasting|took|takes|an? (?:initial|minimum)|commute(?: is| of)?|experience(?: of)?|only) $/;
const DEADLINE_BEFORE =
  /(?:^|\b(?:gave|give|given|giving|gives|have|has|had|got|get|gets|allowed|allow|allows|granted|need|needs|want|wants|take|leave|left|with|deadline(?: is| of|:)?|due|expires|them|me|us|you|answer|say|said|says|it's|its|is|within|maybe|probably|about|around|roughly|approx|like|think|only|just|exactly|decide|respond|reply|remind me|extension of|more|extra)[ ,:]*(?:about |around |roughly |only |just |like |exactly |the next |next |up to |maybe |another |something like |a |max )*)$/;
const DEADLINE_AFTER =
  /^(?:[.!?,;)]| ?$| (?:to (?:decide|reply|answer|respond|think|consider|get back|let|say|sign|accept|give|make|come back|mull|confirm)|left\b(?! on)|max|tops|maximum|at most|or so|i think|i guess|maybe|probably|please|pls|from (?:now|today)|before i|until i|window|deadline|turnaround|then\b|for (?:a|my|the|an) (?:decision|answer|reply|response)|they said|he said|she said|and then|later|(?:that )?(?:they|he|she)(?:'ve|'s| have| has)? (?:\w+ )?(?:gave|given|give|gives|allow(?:ed)?|offered|granted|left)|is (?:fine|ok|enough|what|all|the (?:most|limit|deadline|maximum|time))))/;

function spans(counts: readonly number[], unit: string, here: Here): Reading {
  if (unit === 'hour' || unit === 'minute') {
    const moments = counts.map((count) =>
      here.instant
        .add({ [`${unit}s`]: count })
        .toZonedDateTimeISO(here.zone)
        .toPlainDateTime(),
    );
    return { moments };
  }
  return { days: counts.map((count) => addUnits(here.today, count, unit as Unit)) };
}

/** What the person gives is a notice, not a deadline. */
const GIVEN_TO_THEM = /\bgive (?:them|him|her) (?:about )?$/;

const OPEN_FOR =
  /\b(?:valid|open|stands|good|available|held|hold it|on the table) (?:only )?for (?:another |only )?$/;

const isDeadline = (match: RegExpMatchArray): boolean => {
  const [left, right] = [before(match), after(match)];
  if (NO_DEADLINE_AFTER.test(right) || GIVEN_TO_THEM.test(left)) return false;
  if (match[2] === 'minute' && Number(match[1]) < 10) return false;
  const marked = DEADLINE_AFTER.test(right) && !/^(?:[.!?,;)]| ?$)/.test(right);
  if (marked) return true;
  if (OPEN_FOR.test(left)) return true;
  if (NO_DEADLINE_BEFORE.test(left) && !/\b(?:for|only) $/.test(left)) return false;
  return DEADLINE_BEFORE.test(left) && DEADLINE_AFTER.test(right);
};

const named = (pattern: RegExp, shift: (today: Day) => Day): DateRule => ({
  pattern,
  read: (_, here) => oneDay(shift(here.today)),
});

export const relativeRules: readonly DateRule[] = [
  named(
    /\b(?:(?:later |by |earlier )?today|tonight|this (?:very )?(?:morning|afternoon|evening|lunchtime|arvo)|later (?:this )?(?:morning|afternoon|evening)|same day)\b/g,
    (today) => today,
  ),
  named(/\btomorrow\b|\bfirst thing in the morning\b|\b1st thing in the morning\b/g, (today) =>
    today.add({ days: 1 }),
  ),
  named(/\b(?:the )?day after tomorrow\b|\bovermorrow\b/g, (today) => today.add({ days: 2 })),
  named(/\b(?:yesterday|last night)\b/g, (today) => today.subtract({ days: 1 })),
  named(/\b(?:the )?day before yesterday\b/g, (today) => today.subtract({ days: 2 })),
  {
    pattern: /\b(today|tomorrow|this day) (?:(?:in )?(\d) |next )?week\b/g,
    read: ([, day, weeks = '1'], { today }) =>
      oneDay(today.add({ days: (day === 'tomorrow' ? 1 : 0) + Number(weeks) * 7 })),
  },
  {
    pattern: new RegExp(
      `\\b(?:in|within|inside|inside of) ${ABOUT}${COUNT} ${UNIT}\\b(?: time| from (?:now|today))?`,
      'g',
    ),
    read: (match, here) =>
      /^ ?(?:of (?:experience|joining|starting)|notice|experience)\b/.test(after(match))
        ? null
        : spans([Number(match[1])], match[2] as string, here),
  },
  {
    pattern: new RegExp(
      `\\b${COUNT} ${UNIT}(?: and ${COUNT} ${UNIT})? (?:from (?:now|today|this moment)|hence|time|out|ahead|away|after today)\\b`,
      'g',
    ),
    read: ([whole, count, unit, more, moreUnit], here) => {
      if (/hour|minute/.test(unit as string) && /(?:out|ahead|away)$/.test(whole)) return null;
      const first = spans([Number(count)], unit as string, here);
      if (more === undefined || !('days' in first) || /hour|minute/.test(moreUnit as string)) return first;
      return { days: first.days.map((day) => addUnits(day, Number(more), moreUnit as Unit)) };
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:in |within )?${ABOUT}${COUNT}(?: ${UNIT})? ?(?:-|to|or|/) ?${COUNT}(?: ${UNIT})?\\b(?: time| from (?:now|today))?`,
      'g',
    ),
    read: (match, here) => {
      const [whole, low, lowUnit, high, highUnit] = match;
      const unit = highUnit ?? lowUnit;
      if (unit === undefined || (lowUnit ?? unit) !== unit) return null;
      if (!/^(?:in|within) | time$| from /.test(whole) && !isDeadline(match)) return null;
      return spans([Number(low), Number(high)], unit, here);
    },
  },
  {
    pattern: new RegExp(`\\b${COUNT} ${UNIT}\\b`, 'g'),
    read: (match, here) => (isDeadline(match) ? spans([Number(match[1])], match[2] as string, here) : null),
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:over |during |for )?(?:the )?next|the coming|the following) ${COUNT} ${UNIT}\\b`,
      'g',
    ),
    read: ([, count, unit], here) => spans([Number(count)], unit as string, here),
  },
  {
    pattern: new RegExp(`\\b${COUNT} ${UNIT} (?:ago|back)\\b`, 'g'),
    read: ([, count, unit], here) => spans([-Number(count)], unit as string, here),
  },
  {
    pattern: /\b(?:the )?(?:next|following) workday\b/g,
    read: (_, { today }) => oneDay(addUnits(today, 1, 'workday')),
  },
  {
    pattern: /\b(?:the )?next day\b(?! (?:off|rate))/g,
    read: (_, { today }) => oneDay(today.add({ days: 1 })),
  },
];
