import { distance } from 'fastest-levenshtein';
import { cardinalsToDigits, ordinalsToDigits } from '../numbers.js';
import { rewrite, type Traced } from '../text.js';

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

const SHORT: Readonly<Record<string, string>> = {
  mon: 'monday',
  tue: 'tuesday',
  tues: 'tuesday',
  weds: 'wednesday',
  thu: 'thursday',
  thur: 'thursday',
  thurs: 'thursday',
  fri: 'friday',
  jan: 'january',
  feb: 'february',
  febr: 'february',
  mar: 'march',
  apr: 'april',
  jun: 'june',
  jul: 'july',
  aug: 'august',
  sep: 'september',
  sept: 'september',
  oct: 'october',
  nov: 'november',
  dec: 'december',
  tmrw: 'tomorrow',
  tmr: 'tomorrow',
  tmw: 'tomorrow',
  tmrow: 'tomorrow',
  tomo: 'tomorrow',
  tomoz: 'tomorrow',
  tomorow: 'tomorrow',
  morrow: 'tomorrow',
  '2moro': 'tomorrow',
  '2morrow': 'tomorrow',
  '2mrw': 'tomorrow',
  tonite: 'tonight',
  '2day': 'today',
  '2nite': 'tonight',
  '2night': 'tonight',
  midnite: 'midnight',
  nxt: 'next',
  thru: 'through',
  untill: 'until',
  til: 'until',
  till: 'until',
  "'til": 'until',
  eod: 'endofday',
  cob: 'endofday',
  cop: 'endofday',
  eob: 'endofday',
  eobd: 'endofday',
  eow: 'end of week',
  eom: 'end of month',
  eoq: 'end of quarter',
  eoy: 'end of year',
};

const GUARDED: Readonly<Record<string, string>> = { sat: 'saturday', sun: 'sunday', wed: 'wednesday' };
const BEFORE_GUARDED =
  /(?:^|[,;:(/-] ?|\b(?:by|on|until|till|before|this|next|coming|last|or|and|following|endofday|due|is|was|for|to|past|week) )$/;
const AFTER_GUARDED =
  /^(?:[,.!?)/-]|$| (?:\d|the \d|week|morning|afternoon|evening|night|next|after|at|by|noon|or|and|would|is (?:fine|ok|good|the|best|my)|works|pls|please|thanks|coming|if|latest|same))/;

const FUZZY = [...WEEKDAYS, ...MONTHS.filter((month) => month.length > 6), 'tomorrow', 'yesterday'];
const KNOWN = new Set<string>([...WEEKDAYS, ...MONTHS, 'tomorrow', 'yesterday']);
const NO_TYPO = new Set([
  'sundry',
  'sundae',
  'frida',
  'friary',
  'janitor',
  'monkey',
  'tuesdays',
  'saturdays',
]);

const sorted = (word: string): string => [...word].sort().join('');

/** The day or month that a word is a slip of the keyboard away from, when only one is. */
function mistyped(word: string): string | null {
  if (word.length < 5 || word.length > 11 || KNOWN.has(word) || NO_TYPO.has(word) || word.endsWith('days')) {
    return null;
  }
  const near = FUZZY.filter((target) => {
    if (target[0] !== word[0]) return false;
    const slips = distance(word, target);
    if (slips === 1) return true;
    return slips === 2 && (target.length >= 8 || sorted(word) === sorted(target));
  });
  if (near.length < 2) return near[0] ?? null;
  const closest = near.filter((target) => distance(word, target) === 1 || sorted(word) === sorted(target));
  return closest.length === 1 ? (closest[0] as string) : null;
}

function knownWord(match: RegExpMatchArray): string | null {
  const word = match[0];
  const text = match.input as string;
  const at = match.index as number;
  const guarded = GUARDED[word];
  if (guarded !== undefined) {
    const fits = BEFORE_GUARDED.test(text.slice(Math.max(0, at - 12), at));
    return fits && AFTER_GUARDED.test(text.slice(at + word.length, at + word.length + 14)) ? guarded : null;
  }
  return (Object.hasOwn(SHORT, word) ? SHORT[word] : null) ?? mistyped(word);
}

const UNIT_NAMES: ReadonlyArray<readonly [RegExp, string]> = [
  [
    /\b(?:business|working|work|bus|biz|office) ?(?:days?|d)\b|\bworkdays?\b|\bweekdays?\b(?! off)/g,
    'workday',
  ],
  [/\b(?:days|dys)\b/g, 'day'],
  [/\b(?:weeks|wks?)\b/g, 'week'],
  [/\b(?:months|mths?|mos)\b/g, 'month'],
  [/\b(?:quarters|qtrs?)\b/g, 'quarter'],
  [/\b(?:years|yrs?)\b/g, 'year'],
  [/\b(?:hours|hrs?)\b/g, 'hour'],
  [/\b(?:minutes|mins?)\b/g, 'minute'],
];

const NUMBER_BEFORE_UNIT: Readonly<Record<string, string>> = {
  d: 'day',
  day: 'day',
  days: 'day',
  w: 'week',
  wk: 'week',
  wks: 'week',
  mo: 'month',
  mth: 'month',
  h: 'hour',
  hr: 'hour',
  hrs: 'hour',
  min: 'minute',
  mins: 'minute',
};

type Step = readonly [pattern: RegExp, replace: (match: RegExpMatchArray) => string | null];

const UNIT = 'workday|day|week|month|quarter|year|hour|minute';

/** Each step writes what people say in many ways in one way that the rules know. Order matters. */
const STEPS: readonly Step[] = [
  [/(\d{4}-\d{2}-\d{2})t(?=\d{2}:\d{2})/g, ([, date]) => `${date} `],
  [/\b(?:cob|eod|end)(?:of)?(?=(?:mon|tue|wed|thu|fri)[a-z]*day)/g, ([word]) => `${word} `],
  [
    /(?<=\b(?:at|by|before|until|til|till|@|um) ?)([01]?\d|2[0-3])h\b|\b([01]?\d|2[0-3])h(?= (?:on|today|tomorrow|tonight|mon|tue|wed|thu|fri|sat|sun))/g,
    ([, hour, other]) => `${hour ?? other}:00`,
  ],
  [/\b([01]?\d|2[0-3])h([0-5]\d)\b/g, ([, hour, minute]) => `${hour}:${minute}`],
  [
    /\b(\d{1,2})(?=(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b)|\b((?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)[a-z]*)(?=\d{1,2}\b)/g,
    ([joined]) => `${joined} `,
  ],
  [/[a-z0-9']*[a-z][a-z]+/g, knownWord],
  [
    /\b(day|week|month|quarter|year|hour|minute|today|tomorrow|yesterday|tonight|[a-z]+day)s?'s?(?![a-z])/g,
    ([, word]) => word as string,
  ],
  ...UNIT_NAMES.map(([pattern, name]): Step => [pattern, () => name]),
  [
    /(?<![\d.,:/-])(\d{1,3}) ?-?(days?|d|wks?|w|mth|mo|hrs?|h|mins?)\b(?!')/g,
    (m) => `${m[1]} ${NUMBER_BEFORE_UNIT[m[2] as string]}`,
  ],
  [/\b(\d{1,3})-(?=(?:workday|day|week|month|year|hour|minute)\b)/g, ([, count]) => `${count} `],
  [/\b(?:fortnights?|fortnite)\b/g, () => 'fortnight'],
  [
    /\b(?:(a|one|1|two|2) )?fortnight('s)?\b/g,
    ([, count]) => (count === 'two' || count === '2' ? '4 week' : '2 week'),
  ],
  [/\b(?:a )?couple(?: of)?(?: more)? (?=workday|day|week|month|hour|year|minute)/g, () => '2 '],
  [/\bhalf an hour\b|(?<!and a )\bhalf hour\b/g, () => '30 minute'],
  [/\b(?:an|one|1) hour and a half\b/g, () => '90 minute'],
  [/\b(?:half a year|half year)\b/g, () => '6 month'],
  [/\b(?:a|one|1) year and a half\b/g, () => '18 month'],
];

const LATE_STEPS: readonly Step[] = [
  [
    new RegExp(`\\b(?:a|an|another|1 more) (?=(?:full |whole |single |further )?(?:${UNIT})\\b)`, 'g'),
    () => '1 ',
  ],
  [
    new RegExp(`\\b(?:another|a further|an extra|an additional|extra) (?=\\d{1,3} (?:${UNIT})\\b)`, 'g'),
    () => '',
  ],
  [
    new RegExp(
      `\\b(\\d{1,3}) (?:full|whole|single|more|further|extra|additional|calendar|clear|short) (?=(?:${UNIT})\\b)`,
      'g',
    ),
    ([, n]) => `${n} `,
  ],
  [/\b(\d{1,3}) (?:and a half|1\/2) hour\b/g, ([, hours]) => `${Number(hours) * 60 + 30} minute`],
  [/\b(\d{1,2})[.,]5 hour\b/g, ([, hours]) => `${Number(hours) * 60 + 30} minute`],
];

const END_OF_DAY =
  /\b(?:the )?(?:end|close|closing|finish) (?:of )?(?:the )?(?:(?:business|working|work|trading|office)(?: (?:hour|day|workday))?|play|day|workday)(?: today)?\b(?! (?:in|of) )|\bthe close of (?:business|play|day)\b/g;

/** Writes days, months, units and numbers in one spelling. */
export function canonical(traced: Traced): Traced {
  let result = traced;
  for (const [pattern, replace] of STEPS) result = rewrite(result, pattern, replace);
  result = cardinalsToDigits(ordinalsToDigits(result));
  for (const [pattern, replace] of LATE_STEPS) result = rewrite(result, pattern, replace);
  return rewrite(result, END_OF_DAY, () => 'endofday');
}

const GERMAN: readonly Step[] = [
  [/\b(?:bis (?:spätestens )?(?:zum|am)|bis|spätestens(?: am| bis)?)\b/g, () => 'by'],
  [/(?<!\p{L})übermorgen\b/gu, () => 'day after tomorrow'],
  [/(?<!guten )\bmorgen\b/g, () => 'tomorrow'],
  [/\bheute\b/g, () => 'today'],
  [/\bgestern\b/g, () => 'yesterday'],
  [/\bmontag\b/g, () => 'monday'],
  [/\bdienstag\b/g, () => 'tuesday'],
  [/\bmittwoch\b/g, () => 'wednesday'],
  [/\bdonnerstag\b/g, () => 'thursday'],
  [/\bfreitag\b/g, () => 'friday'],
  [/\b(?:samstag|sonnabend)\b/g, () => 'saturday'],
  [/\bsonntag\b/g, () => 'sunday'],
  [/(?<!\p{L})(?:jan(?:uar|ner)|jänner)\b/gu, () => 'january'],
  [/\bfebruar\b/g, () => 'february'],
  [/(?<!\p{L})märz\b/gu, () => 'march'],
  [/\bmai\b/g, () => 'may'],
  [/\bjuni\b/g, () => 'june'],
  [/\bjuli\b/g, () => 'july'],
  [/\boktober\b/g, () => 'october'],
  [/\bdezember\b/g, () => 'december'],
  [/\b(?:nächste[nrsm]?)(?!\p{L})/gu, () => 'next'],
  [/\bkommende[nrsm]?\b/g, () => 'coming'],
  [/\bdiese[nrsm]?\b/g, () => 'this'],
  [/\b(?:ende der|ende des|ende)\b/g, () => 'end of'],
  [/\b(?:arbeitstag|werktag)(?:e|en|es)?\b/g, () => 'workday'],
  [/\btag(?:e|en)\b/g, () => 'day'],
  [/\bwochen?\b/g, () => 'week'],
  [/\bmonat(?:s|e|en)?\b/g, () => 'month'],
  [/\bstunden?\b/g, () => 'hour'],
  [/\b(?:einer|einem|einen|eine|ein)\b/g, () => '1'],
  [/\bzwei\b/g, () => '2'],
  [/\bdrei\b/g, () => '3'],
  [/\bvier\b/g, () => '4'],
  [/(?<!\p{L})fünf\b/gu, () => '5'],
  [/\bsechs\b/g, () => '6'],
  [/\bzehn\b/g, () => '10'],
  [/\bvierzehn\b/g, () => '14'],
  [/\bum (?=\d)/g, () => 'at '],
  [/(?<=\d) uhr\b/g, () => ' oclock'],
  [
    /(?<=\d) ?\.(?= (?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/g,
    () => '.',
  ],
  [/\bvor (?:dem )?/g, () => 'before '],
  [/\b(?:am|der|den|dem) (?=\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)/g, () => 'on '],
];

/** German date words in English, word by word: enough for the dates people write in a reply. */
export function fromGerman(traced: Traced): Traced {
  return GERMAN.reduce((result, [pattern, replace]) => rewrite(result, pattern, replace), traced);
}
