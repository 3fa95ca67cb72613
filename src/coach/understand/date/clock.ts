import { Temporal } from 'temporal-polyfill';

/** A clock time in the text: hours and minutes, usually one reading, and the zone that was named with it. */
export interface ClockMention {
  readonly start: number;
  readonly end: number;
  readonly times: readonly Temporal.PlainTime[];
  /** Midnight ends the day that is named, or begins it. */
  readonly midnight: boolean;
  readonly zone: string | null;
}

const ZONES: readonly (readonly [pattern: string, zone: string])[] = [
  ['utc|gmt|zulu|z', 'UTC'],
  ['bst|(?:london|uk|british|dublin|irish) time', 'Europe/London'],
  [
    'cest|cet|(?:berlin|german|paris|french|amsterdam|dutch|madrid|spanish|zurich|swiss|central european|vienna) time',
    'Europe/Berlin',
  ],
  ['eest|eet|(?:helsinki|athens) time', 'Europe/Helsinki'],
  ['est|edt|et|eastern(?: time)?|(?:new york|nyc|ny|boston|toronto|east coast) time', 'America/New_York'],
  ['cst|cdt|ct|central(?: time)?|(?:chicago|texas|austin) time', 'America/Chicago'],
  ['mst|mdt|mt|mountain(?: time)?|denver time', 'America/Denver'],
  [
    'pst|pdt|pt|pacific(?: time)?|(?:sf|san francisco|la|los angeles|seattle|west coast|california) time',
    'America/Los_Angeles',
  ],
  ['ist|(?:india|indian|bangalore|mumbai|delhi) time', 'Asia/Kolkata'],
  ['sgt|singapore time', 'Asia/Singapore'],
  ['hkt|hong kong time', 'Asia/Hong_Kong'],
  ['jst|(?:tokyo|japan) time', 'Asia/Tokyo'],
  ['gst|dubai time', 'Asia/Dubai'],
  ['aest|aedt|(?:sydney|melbourne) time', 'Australia/Sydney'],
];
const ZONE = `(?: ?(?:${ZONES.map(([pattern]) => `(${pattern})`).join('|')})(?![a-z]))?`;

function zoneOf(groups: readonly (string | undefined)[]): string | null {
  const index = groups.findIndex((group) => group !== undefined);
  return ZONES[index]?.[1] ?? null;
}

const time = (hour: number, minute = 0): Temporal.PlainTime => new Temporal.PlainTime(hour, minute);

/** An hour from 1 to 12 without am or pm: as people mean it in working life, both ways at 7. */
function workingHour(hour: number, minute: number, around: string): Temporal.PlainTime[] {
  if (hour > 12 || hour === 0) return [time(hour % 24, minute)];
  if (/\b(?:morning|am)\b/.test(around)) return [time(hour % 12, minute)];
  if (/\b(?:afternoon|evening|tonight|night|arvo)\b/.test(around)) return [time((hour % 12) + 12, minute)];
  if (hour === 7) return [time(7, minute), time(19, minute)];
  return [time(hour < 7 ? hour + 12 : hour, minute)];
}

const bareHour = (hour: number, around: string): Temporal.PlainTime[] | null =>
  hour > 0 && hour < 24 ? workingHour(hour, 0, around) : null;

const meridiem = (hour: number, minute: number, half: string): Temporal.PlainTime[] | null =>
  hour < 1 || hour > 12
    ? hour < 24
      ? [time(hour, minute)]
      : null
    : [time((hour % 12) + (half === 'p' ? 12 : 0), minute)];

interface ClockRule {
  readonly pattern: RegExp;
  /** The match's own groups; those of the zone follow them. */
  readonly groups: number;
  read(groups: readonly (string | undefined)[], around: string): Temporal.PlainTime[] | null;
}

const LEAD = '(?:at |by |before |until |around |about |@ ?)';
const BARE_END =
  '(?= ?(?:$|[.,;!?)])| (?:on|sharp|latest|today|tomorrow|tonight|this|in the|at the latest|at night|please|pls|mon|tues|wednes|thurs|fri|satur|sun|next|the (?:latest|day)|or so|ish|and|but|so|because|then)|ish\\b)';

const RULES: readonly ClockRule[] = [
  {
    pattern: /(?<![\d:.])(\d{1,2})(?:[:.h ]([0-5]\d))?(?::[0-5]\d)?(?: ?oclock)? ?([ap])\.? ?m\b\.?/,
    groups: 3,
    read: ([hour, minute, half]) => meridiem(Number(hour), Number(minute ?? 0), half as string),
  },
  {
    pattern:
      /(?<![\d:./-])([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?(?! ?[ap]\.? ?m\b)(?:(?: oclock| uhr| hour)(?! \d))?(?!\d)/,
    groups: 2,
    read: ([hour, minute], around) =>
      (hour as string).length === 2 && Number(hour) < 12
        ? [time(Number(hour), Number(minute))]
        : workingHour(Number(hour), Number(minute), around),
  },
  {
    pattern:
      /(?:\b(?:at|by|before|until|tomorrow|tonight|today|morning|evening|afternoon|noon)|day) ([01]?\d|2[0-3])\.([0-5]\d)(?![\d.])(?! ?[ap]\.? ?m\b)(?! ?(?:k|%|lpa))/,
    groups: 2,
    read: ([hour, minute], around) => workingHour(Number(hour), Number(minute), around),
  },
  {
    pattern: /(?<![\d:.])([01]\d|2[0-3])([0-5]\d) ?(?:hour|h\b)/,
    groups: 2,
    read: ([hour, minute]) => [time(Number(hour), Number(minute))],
  },
  {
    pattern:
      /\b(?:at|by|before|until) ([01]\d|2[0-3])(00|15|30|45)(?![\d:./-])(?! ?(?:hour|h\b|usd|eur|gbp|k\b))(?<!20[2-4]\d)/,
    groups: 2,
    read: ([hour, minute]) => [time(Number(hour), Number(minute))],
  },
  {
    pattern: /(?<![\d:.])(\d{1,2}) ?(?:o'?clock|o clock|uhr)(?: \(?(?:sharp|latest)\)?)?/,
    groups: 1,
    read: ([hour], around) => (Number(hour) < 25 ? workingHour(Number(hour), 0, around) : null),
  },
  {
    pattern: /\b(half|quarter|\d{1,2})(?: minute)? past (\d{1,2})(?! ?[ap]\.? ?m\b)\b/,
    groups: 2,
    read: ([part, hour], around) => past(Number(hour), part as string, around),
  },
  {
    pattern: /\bhalf (\d{1,2})(?! ?(?:day|week|month|hour|k\b|of))\b/,
    groups: 1,
    read: ([hour], around) => past(Number(hour), 'half', around),
  },
  {
    pattern: /\b(?:a )?quarter (?:to|of|til) (\d{1,2})\b/,
    groups: 1,
    read: ([hour], around) =>
      Number(hour) > 12
        ? null
        : workingHour(Number(hour), 0, around).map((at) => at.subtract({ minutes: 15 })),
  },
  {
    pattern:
      /(?<![\d:.-])(\d{1,2})(?= (?:in the|this|tomorrow|\w+day) (?:morning|afternoon|evening)\b| at night\b| tonight\b)/,
    groups: 1,
    read: ([hour], around) => bareHour(Number(hour), around),
  },
  {
    pattern: /\b(?:12 )?(?:noon|midday|mid-day)\b/,
    groups: 0,
    read: () => [time(12)],
  },
  {
    pattern: /\b(?:12 )?midnight\b/,
    groups: 0,
    read: () => [time(0)],
  },
  {
    pattern: /(?<![\d:.])(\d{1,2}) ?ish\b/,
    groups: 1,
    read: ([hour], around) => bareHour(Number(hour), around),
  },
  {
    pattern: new RegExp(`(?:\\b|(?=@))${LEAD}(\\d{1,2})${BARE_END}`),
    groups: 1,
    read: ([hour], around) => bareHour(Number(hour), around),
  },
  {
    pattern:
      /(?:day|tomorrow|tonight|today|morning|evening|afternoon),? (\d{1,2})(?=(?:ish)?(?: (?:sharp|latest|at the latest))?[ .!]*$)/,
    groups: 1,
    read: ([hour], around) => bareHour(Number(hour), around),
  },
];

/** Each rule with the zone that may follow its time. */
const ZONED = RULES.map((rule) => ({ ...rule, pattern: new RegExp(rule.pattern.source + ZONE, 'g') }));

/** Without one of these there is no clock time. */
const TELLS_TIME = /\d|noon|midday|mid-day|midnight/;

function past(hour: number, part: string, around: string): Temporal.PlainTime[] | null {
  const minute = part === 'half' ? 30 : part === 'quarter' ? 15 : Number(part);
  return hour > 24 || minute > 59 ? null : workingHour(hour, minute, around);
}

/** "an hour before 5pm" */
const EARLY = /\b(\d{1,2}) (hour|minute) before $/;
const earlier = (at: Temporal.PlainTime, [, count, unit]: RegExpExecArray): Temporal.PlainTime =>
  at.subtract({ [`${unit}s`]: Number(count) });

/** Every clock time of a canonical text, in order; where two rules match, the longer one wins. */
export function findTimes(text: string): ClockMention[] {
  if (!TELLS_TIME.test(text)) return [];
  const found: ClockMention[] = [];
  for (const rule of ZONED) {
    if (text.search(rule.pattern) < 0) continue;
    for (const match of text.matchAll(rule.pattern)) {
      const groups = match.slice(1);
      const start = match.index;
      const end = start + match[0].length;
      const around = text.slice(Math.max(0, start - 24), end + 24);
      const times = rule.read(groups, around);
      if (times === null) continue;
      const midnight = match[0].includes('midnight');
      const early = EARLY.exec(text.slice(Math.max(0, start - 24), start));
      found.push({
        start: start - (early?.[0].length ?? 0),
        end,
        times: early ? times.map((at) => earlier(at, early)) : times,
        midnight,
        zone: zoneOf(groups.slice(rule.groups)),
      });
    }
  }
  const longestFirst = found.sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: ClockMention[] = [];
  for (const mention of longestFirst) {
    if (kept.every((other) => mention.end <= other.start || mention.start >= other.end)) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}
