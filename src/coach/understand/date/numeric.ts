import { type Day, dayOf, distinct, type Here, nextDayAndMonth } from './calendar.js';
import { after, before, DAY_AFTER, type DateRule, type Reading } from './rule.js';

/** Fractions, ratings, ranges and shifts that look like a day and a month. */
const NO_DATE_AFTER =
  /^ ?(?:%|k\b|m\b|€|£|\$|of\b|chance|rating|stars?|people|lpa|lakh|million|percent|hours?|hour|day|week|month|year|minute|am\b|pm\b|gpa|star|split|job|shift|schedule|x\b|usd|eur|gbp|inr|chf|per\b|\/)/;
const NO_DATE_BEFORE =
  /(?:[$£€₹#]|\b(?:rate it|rating|score|give it|a solid|about a|version|v|section|phase|ratio|like a|a|at|gpa|rated|level|usd|eur|rs\.?|from) ?) ?$/;
const DATE_BEFORE =
  /(?:^|[,;:(-] ?|\b(?:by|on|until|before|due|deadline|is|the|it's|its|for|end|day|than|from|since|after|vor|or) (?:the )?)$/;
const WHOLE_ANSWER = /^[\s.!?,]*$/;

function withoutYear(today: Day, first: number, second: number, order: Here['order']): Day[] {
  const dayFirst = nextDayAndMonth(today, second, first);
  const monthFirst = nextDayAndMonth(today, first, second);
  return ordered(dayFirst, monthFirst, order);
}

/** The reading that the locale prefers, the only valid one, or both. */
function ordered(dayFirst: Day | null, monthFirst: Day | null, order: Here['order']): Day[] {
  const [preferred, other] = order === 'month-first' ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  if (preferred && other && order === 'ask') return distinct([preferred, other]);
  const one = preferred ?? other;
  return one ? [one] : [];
}

const some = (days: readonly Day[]): Reading | null => (days.length > 0 ? { days } : null);

const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

/** "I scored 8/10", "round 3/4", "they gave me 6/10": a mark or a part stands where a date would have its word. */
const COUNTED =
  /\b(?:(?:scor\w+|rated|rank\w*|mark(?:s|ed)?|graded?|got|gets?|gave|gives?)(?: me| them| it| us| him| her)?|i'm|i am|we're|we are|round|page|part|step|slide|task|question|chapter|attempt|stage|about|only|roughly|almost|nearly) $/;

/** Out of ten or five, where what is marked is named: "my mood is 3/10". */
const isMark = (outOf: number, left: string): boolean =>
  (outOf === 10 || outOf === 5) &&
  /\b(?:mood|feel\w*|confidence|energy|stress|health|happiness|score|result|salary|commute|culture|interest|motivation|boss|manager|company|place|vibe|pain)\b[^.;!?]{0,20} (?:is|are|was|at) (?:an? )?$/.test(
    left,
  );

function slashed(match: RegExpMatchArray, { today, order }: Here): Reading | null {
  const [first, second] = [Number(match[1]), Number(match[3])];
  const dash = match[2] === '-';
  if (first === 24 && second === 7) return null;
  const [left, right] = [before(match), after(match)];
  if (NO_DATE_AFTER.test(right) || NO_DATE_BEFORE.test(left)) return null;
  if (!dash && (COUNTED.test(left) || isMark(second, left))) return null;
  if (
    dash &&
    !(DATE_BEFORE.test(left) && (left !== '' || (WHOLE_ANSWER.test(right) && /\d\d/.test(match[0]))))
  )
    return null;
  return some(withoutYear(today, first, second, order));
}

function dotted(match: RegExpMatchArray, { today }: Here): Reading | null {
  const [, first, second, dot] = match;
  const [left, right] = [before(match), after(match)];
  if (NO_DATE_AFTER.test(right) || NO_DATE_BEFORE.test(left)) return null;
  if (dot === '' && !(DATE_BEFORE.test(left) && DAY_AFTER.test(right))) return null;
  const day = nextDayAndMonth(today, Number(second), Number(first));
  return day ? { days: [day] } : null;
}

export const numericRules: readonly DateRule[] = [
  {
    pattern: /(?<![\d/.,:-])(\d{1,2}) ?([/-]) ?(\d{1,2})(?!\d| ?[/:-]|\.\d|[a-z])/g,
    read: slashed,
  },
  {
    pattern: /(?<![\d/.,:-])(\d{1,2}) ?([/-]) ?(\d{1,2}) ?\2 ?(20\d\d|\d\d)(?![\d/-])/g,
    read: ([, first, , second, year], { order }) => {
      const at = fullYear(year as string);
      const [a, b] = [Number(first), Number(second)];
      return some(ordered(dayOf(at, b, a), dayOf(at, a, b), order));
    },
  },
  {
    pattern: /(?<![\d/.,:-])(\d{1,2})\. ?(\d{1,2})(\.?)(?! ?\d|[a-z]|,\d|\.\d)/g,
    read: dotted,
  },
  {
    pattern: /(?<![\d/.,:-])(\d{1,2})\. ?(\d{1,2})\. ?(20\d\d|\d\d)(?![\d])/g,
    read: ([, day, month, year]) =>
      some(ordered(dayOf(fullYear(year as string), Number(month), Number(day)), null, 'day-first')),
  },
];
