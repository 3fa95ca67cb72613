import type { Figure } from './amount.js';

export type Period = 'hour' | 'day' | 'week' | 'month' | 'year';

/** What a figure is for. `base` is the pay itself, also when nothing was said. */
export type Role =
  | 'base'
  | 'total'
  | 'bonus'
  | 'sign-on'
  | 'equity'
  | 'allowance'
  | 'commission'
  | 'benefits';

const ROLES: readonly (readonly [pattern: string, role: Role])[] = [
  [
    '(?<!(?:car|housing|home office|relocation|travel|food|moving|education|training|transport|learning|wellness|meal|phone|internet) )stipend|base(?: salary| pay| comp(?:ensation)?)?|basic(?: salary| pay)?|fixed(?: part| salary| pay| comp(?:ensation)?| ctc| component)?|guaranteed|grundgehalt|fixum',
    'base',
  ],
  [
    'sign(?:ing)?[ -]?on(?: bonus| fee)?|signing(?: bonus)?|joining(?: bonus)?|welcome bonus|golden hello|retention(?: bonus)?|starter bonus',
    'sign-on',
  ],
  [
    'bonus(?:es)?|variable(?: pay| part| component| comp)?|incentives?|profit share|13th|performance pay|pbb',
    'bonus',
  ],
  ['equity|stocks?|rsus?|shares?|(?:stock )?options?|esops?|esop|vesting|stock grant|grants?', 'equity'],
  ['commissions?', 'commission'],
  [
    '(?:car |housing |home office |relocation |travel |food |moving |education |training |transport )?(?:allowance|stipend|budget|package for relocation)|relocation(?: package| support| bonus)?|hra|lta|per diem|expenses|reimbursement|lump sum',
    'allowance',
  ],
  [
    'pension|super(?:annuation)?|401#?k?|#{3}\\(?k?\\)?|benefits|health insurance|insurance|vouchers?|match(?:ing)?|pf|gratuity',
    'benefits',
  ],
  [
    'total(?: comp(?:ensation)?| package| cash| pay| ctc)?|tc|ote|on[- ]target earnings|ctc|all[- ]in|package|overall|altogether|in all',
    'total',
  ],
];

const ANY_ROLE = ROLES.map(([pattern]) => `(${pattern})`).join('|');
const ROLE_AFTER = new RegExp(
  `^(?:[ ,]|\\b(?:in|as|of|for|a|an|the|annual|annually|yearly|year|per|p\\.?a\\.?|gross|net|target|performance|cash|worth|guaranteed|sort of|one[- ]time|one[- ]off|company|my|your|euros?|dollars?|pounds?|is the|is)\\b\\.?|/)*?\\b(?:${ANY_ROLE})\\b`,
);
const LINKED =
  '(?:(?: |:|=|\\b(?:of|is|at|about|around|worth|up to|was|would be|will be|comes to|comes out at|only|just|roughly|approx\\.?|approximately|ca\\.?|circa|offered|offer|now|to|went|moved|from|being|stands at|they offered|comp|salary|pay|component|part|rate|@|~|amounting|and then|are|=)\\b\\.?)+)';
const ROLE_BEFORE = new RegExp(`\\b(?:${ANY_ROLE})${LINKED}$`);
const LINK_BEFORE = /\b(?:of|is|at|worth|was|to)\s*$|[:=]\s*$/;

const roleOf = (groups: readonly (string | undefined)[]): Role | null => {
  const index = groups.findIndex((group) => group !== undefined);
  return (ROLES[index] as (typeof ROLES)[number])[1];
};

/** What is said right before and after a figure, up to its neighbours. */
export interface Surroundings {
  readonly left: string;
  readonly right: string;
}

export function surroundings(text: string, figures: readonly Figure[], index: number): Surroundings {
  const { start, end } = figures[index] as Figure;
  const last = figures[index - 1]?.end;
  const from = Math.max(last === undefined ? 0 : last - 1, start - 90);
  const next = figures[index + 1]?.start;
  const to = Math.min(next === undefined ? text.length : next + 1, end + 70);
  return { left: text.slice(from, start), right: text.slice(end, to) };
}

/** The role named beside a figure; a list that begins with a role names each one first ("base 140, bonus 20"). */
export function roleBeside({ left, right }: Surroundings, namedFirst: boolean): Role | null {
  const before = ROLE_BEFORE.exec(left);
  const after = ROLE_AFTER.exec(
    right.split(
      /[;.] |,(?! ?(?:base|bonus|basic|fixed|total|ote|ctc)\b)| (?:plus|and|with|\+) /,
    )[0] as string,
  );
  const first = before && roleOf(before.slice(1));
  const second = after && roleOf(after.slice(1));
  if (first && (LINK_BEFORE.test(left) || namedFirst)) return first;
  return second ?? first ?? null;
}

const PERIODS: readonly (readonly [pattern: string, period: Period])[] = [
  ['hour|hr|h|std|stunde|heure', 'hour'],
  ['day|d|tag|diem', 'day'],
  ['week|wk|w|woche', 'week'],
  ['month|mth|mo|c\\.?m|monat|mois', 'month'],
  ['year|yr|y|annum|a|annual|jahr|anno|an', 'year'],
];
const ANY_PERIOD = PERIODS.map(([pattern]) => `(${pattern})`).join('|');
const PERIOD_AFTER = new RegExp(
  `^(?:[ ,(]|\\b(?:gross|net|brutto|netto|brut|bruts|bruto|brutos|before tax(?:es)?|after tax(?:es)?|base|basic|fixed|salary|pay|cash|in hand|take[- ]home|dollars|ctc|total|all in|flat|guaranteed|roughly|about|paid|plus|to start|ish|max|min|bonus|of)\\b)*?(?:(?:per|each|every|an?|pro|im|par|in the|the) |(?:per ?)?/ ?|p\\.? ?/ ?|p\\. ?)(?:${ANY_PERIOD})(?![a-z])`,
);
const ADVERBS: readonly (readonly [RegExp, Period])[] = [
  [/\b(?:hourly|per hour|an hour|by the hour|p\/h|\/ ?hr?|\/ ?hour|ph)(?![a-z])/, 'hour'],
  [/\b(?:daily|day rate|per day|a day|tagessatz|p\/d|pd|\/ ?day)(?![a-z])/, 'day'],
  [/\b(?:weekly|per week|a week|p\/w|pw|\/ ?week)(?![a-z])/, 'week'],
  [
    /[x×*] ?##(?!\d)|## ?(?:x|×|\*|mal|times|salaries|payments|(?:monats)?gehälter)(?![a-z])|\b(?:monthly|per month|a month|i månaden|per månad|par mois|miesięcznie|al mes|por mes|al mese|w miesiącu|p\/m|pcm|p\.?m\.?|im monat|monatlich|\/ ?month|mensual|mensuel)(?![a-z])/,
    'month',
  ],
  [
    /\b(?:yearly|annual(?:ly|ised|ized)?|annually|per year|a year|per annum|p\.a\.?|pa|ote|on[- ]target earnings|ctc|lpa|im jahr|jährlich|jahresgehalt|\/ ?year|\/ ?yr|p\/a)(?![a-z])/,
    'year',
  ],
];
const SHORT_AFTER: readonly (readonly [RegExp, Period])[] = [
  [/^ ?(?:p\/?h|ph)(?![a-z])/, 'hour'],
  [/^ ?(?:p\/?d|pd)(?![a-z])/, 'day'],
  [/^ ?(?:p\/?w|pw)(?![a-z])/, 'week'],
  [/^ ?(?:p\/?c?m|pcm|pm)(?![a-z])/, 'month'],
  [/^ ?(?:p\.? ?a\.?|p\/a)(?![a-z])/, 'year'],
];

/** How often a figure is paid, from what stands beside it, else from the rest of its sentence. */
export function periodOf({ left, right }: Surroundings): Period | null {
  const short = SHORT_AFTER.find(([pattern]) => pattern.test(right));
  if (short) return short[1];
  const after = PERIOD_AFTER.exec(right);
  if (after) {
    const index = after.slice(1).findIndex((group) => group !== undefined);
    return (PERIODS[index] as (typeof PERIODS)[number])[1];
  }
  const clause = right.split(/[;.!?](?: |$)/)[0] as string;
  const spoken =
    ADVERBS.find(([pattern]) => pattern.test(clause)) ?? ADVERBS.find(([pattern]) => pattern.test(left));
  return spoken?.[1] ?? null;
}

const CEILING_BEFORE =
  /\b(?:up to|upto|up ?to|max(?:imum)?(?: of| is)?|at (?:the )?most|no more than|not more than|not above|capped at|cap(?: of| is)?|under|below|less than|tops? out at|ceiling(?: of| is)?|as much as|no higher than|bis zu|limit(?: of| is)?|can't go (?:above|over|beyond)|won't go (?:above|over|beyond))(?: about| around| a| the| roughly)*[ :=]*$/;
const CEILING_AFTER =
  /^[ ,]*(?:max(?:imum)?|tops|at (?:the )?(?:very )?most|or less|or below|ceiling|and no more|and not a penny more|cap)\b/;
const FLOOR_BEFORE =
  /\b(?:at (?:the )?(?:very )?least|min(?:imum)?(?: of| is)?|from|starting (?:at|from)|starts (?:at|from)|start at|over|above|more than|no less than|not less than|not below|not under|upwards? of|north of|exceeding|exceeds|in excess of|greater than|higher than|beyond|floor(?: of| is)?|beginning at|well over|just over|slightly over|a bit over|a little over|ab|mindestens)(?: about| around| a| the| roughly)*[ :=]*$/;
const FLOOR_AFTER =
  /^(?:\+(?! ?\d)(?! ?\w)|\+(?= (?:base|salary|a year|per|p\.?a|total|ote|tc|gross|easily|for sure)\b)|[ ,]*(?:plus(?= ?(?:[.!?,]|$))|or more|and (?:up|above|upwards?|more)|or (?:above|higher|better|over)|upwards?|minimum|min\b|at least|at the least|and over|\+$))/;

/** "not a cent above 75" is a ceiling; "from 88 up to 93" is none. */
const NO_MORE =
  /\b(?:not|no|never|nothing|can't|won't|cannot)\b[^.!?]{0,16}\b(?:above|over|more than|beyond|higher than|exceeding)(?: about| around)? *$/;
const ROSE_TO =
  /^\S up to *$|\b(?:came|come|went|gone|moved|rose|risen|got|bumped|raised|brought)(?: it| me| them)? up to *$/;

const NO_LESS = /\b(?:no|not|never) (?:less|under|below)\b/;

/** Which ends of an amount were left open: "up to 60k", "from 52k", "100k+". */
export function openEnds({ left, right }: Surroundings): { ceiling: boolean; floor: boolean } {
  const noMore = NO_MORE.test(left);
  const upTo = CEILING_BEFORE.test(left) && !NO_LESS.test(left) && !ROSE_TO.test(left);
  return {
    ceiling: noMore || upTo || CEILING_AFTER.test(right),
    floor: !noMore && (FLOOR_BEFORE.test(left) || FLOOR_AFTER.test(right)),
  };
}

const COMPANY_MONEY =
  /\b(?:raised|raising|raise of|funding|funded|fundraise|series [a-h]|seed round|valuation|valued|revenues?|turnover|sales|market cap|arr|mrr|profits?|company (?:makes|is worth|earns|does)|they make|worth|assets|aum|investment|investors?|invested|deal size|quota|p&l|acquired|acquisition|ipo|grossed|pipeline|portfolio)\b/;
const COUNTED_AFTER =
  /^ ?-?(?:%|percent|per cent|pct|people|persons?|employees?|staff|folks|engineers|developers|colleagues|reports|team|members|strong|days?|weeks?|months?|years?|yrs?|hours?|hrs?|minutes?|mins?|km|kms|kilomet|miles?|mi\b|options?|shares?|rsus?|units|stocks?|points?|rounds?|interviews?|offers?|figures?|floors?|x\b|times?|clients?|customers?|users|countries|offices|stars?|°|sq|square|interns|candidates|applicants|levels?|steps?|per ?cent|kg|kilos?|kilograms?|grams?|lbs|lit(?:er|re)s?|met(?:er|re)s?|cm|mm|inch(?:es)?|feet|degrees?|basis points|bps|vacation|holidays?|pto)(?![a-z])/;
const LABEL_BEFORE =
  /(?:[#]|\b(?:level|band|grade|tier|step|room|floor|age|aged|section|phone|call|tel|number is|ext|extension|code|form|series|team of|team is|team has|q|ic|l|e|sde|sde-?|page|version|v|option|round|zone|postcode|zip|suite|building|flat|apartment|gate|bus|line|highway|route|article|clause|chapter|class|year|day|week|month|paragraph):? ?)$/;
const ALLOWED_AFTER =
  /^(?:$|[ ]*[.,;:!?)(+/~-]|[ ](?:base|basic|gross|net|brutto|netto|plus|and|or|but|total|fixed|salary|pay|an?|per|p\.?a\.?|pa|before|after|ote|ctc|for|as|with|now|offered|at|all|is|was|i|they|would|max|min|minimum|maximum|if|to|which|depending|outside|inside|though|excluding|including|ish|tops|something|cash|each|every|versus|vs|compared|against|yearly|annual(?:ly)?|hourly|daily|weekly|monthly|guaranteed|they|he|she|we|said|not|on|take|in hand|flat|ex|excl|incl|pcm|pm|pw|pd|ph|it|so|because|since|then|instead|actually|probably|maybe|roughly|about|lol|thanks|please|from|by|until|pro|im|comp|tc|package|ideally|including|plus|super|bonus|euros?|too|right|im|per|tbh|i'd|minus|less|\+))/;

/** A difference to another amount, not an amount. */
const DIFFERENCE =
  /^ ?(?:(?:more|less|higher|lower|above|below) than|(?:a year |per year |a month )?(?:extra|on top|less than|more than|increase|raise|rise|hike|bump|cut|difference|gap)\b)/;

/** What the difference is reckoned from: "3 grand more than the 55 I get". */
const COMPARED = /^\S (?:\w+ )?(?:more|less|higher|lower|better|above|over) than (?:the |my |what )?$/;

const ADDRESS_BEFORE = /\b(?:suite|room|flat|apartment|apt|unit|po box|building|zip|postcode) $/;
const ADDRESS_AFTER =
  /^ (?:\p{L}+ ){1,3}(?:street|st|road|rd|avenue|ave|lane|drive|boulevard|blvd|square|way)\b/u;

/** "since 2015", "founded in 1998": four plain digits are a year unless pay is spoken of right beside them. */
const isYear = (figure: Figure, { left, right }: Surroundings): boolean =>
  figure.currency === null &&
  figure.scale === null &&
  figure.end - figure.start === 4 &&
  figure.low >= 1900 &&
  figure.low < 2100 &&
  (figure.low % 100 !== 0 || YEAR_BEFORE.test(left)) &&
  !PAID_BEFORE.test(left) &&
  !PAID_AFTER.test(right);
const YEAR_BEFORE =
  /\b(?:since|in|from|founded|established|est\.?|born|graduated|started|until|till|by|year|of|class of|around|before|after|summer|spring|autumn|winter|fall) (?:in )?$/;
const PAID_BEFORE =
  /\b(?:salary|pay|pays|paid|base|wage|stipend|earn(?:s|ing)?|gross|net|brutto|netto|offer(?:ed|ing)?(?: me)?|get|gives? me)(?: is| of| was| at|:)? ?$/;
const PAID_AFTER =
  /^ ?(?:\/|per\b|an? |p\.?[amhwd]\b|monthly|weekly|gross|net\b|brutto|netto|base|in hand|im monat|each|i månaden|before tax|after tax)/;

/** True for figures that count something else, or that are the company's own money. */
export function isOther(figure: Figure, { left, right }: Surroundings): boolean {
  if (ADDRESS_BEFORE.test(left) || ADDRESS_AFTER.test(right)) return true;
  if (COMPARED.test(left)) return true;
  if (isYear(figure, { left, right })) return true;
  if (COUNTED_AFTER.test(right) || DIFFERENCE.test(right)) return true;
  const aboutCompany = COMPANY_MONEY.test(left) || COMPANY_MONEY.test(right);
  if (figure.scale === 'bn' || (figure.scale === 'm' && aboutCompany)) return true;
  if (figure.scale === 'm' && figure.high > MOST_PAY && WESTERN.test(figure.currency ?? 'USD')) return true;
  if (figure.marked) return figure.currency === null && TO_CALL.test(left);
  return LABEL_BEFORE.test(left) || !ALLOWED_AFTER.test(right);
}

/** Nobody is paid more in these currencies; more is a company's money. */
const MOST_PAY = 2e7;
const WESTERN = /USD|EUR|GBP|CHF|AUD|CAD|NZD|SGD/;
const TO_CALL = /\b(?:phone|call me|my number|tel|ext)\b[^.]*$/;

const REJECTED =
  /\b(?:ask(?:ed|ing)?(?: (?:them|him|her))?(?: for)?|wanted|want|hoping(?: for)?|hoped|expect(?:ed|ing|ation)?|target(?:ed|ing)?|counter(?:ed|ing)?(?:[- ]?offer(?:ed)?)?(?: with| at)?|requested|request|proposed|said i|i said|i need|i'd need|i would need|looking for|aim(?:ing|ed)?|current(?:ly)?|present(?:ly)?|i'm on|i am on|im on|i make|i earn|earning|i get|my (?:salary|pay|old|last|previous)|making|used to|previous(?:ly)?|before|original(?:ly)?|initial(?:ly)?|first|at first|was|were|from|instead of|not|rather than|up from|down from|compared (?:to|with)|market(?: rate)?|average|median|elsewhere|other (?:offer|company)|rival|competing|started (?:at|with)|opened (?:at|with)|lowball(?:ed)?|advertised|posted|listed|advert said|job ad|range was|already have|have now|right now i|at the moment i|today i)\b[^.;!?]*$/;
const OFFERED =
  /\b(?:offered|offer(?:ing|s)?(?: is| was| of)?|now|new|newest|latest|final(?:ly|ised|ized)?|revised|updated|increased?|raised|bumped|upped|improved|went (?:up )?to|moved (?:up )?to|came (?:back|up)|come (?:back|up)|ended up|settled|actually|make it|make that|sorry|i mean|i meant|correction|agreed|they (?:said|gave|give|will pay|pay|'ll pay|would pay|can do|went|proposed|put)|would be|will be|to|contract says|letter says|written)\b[^.;!?]*$/;
const REPLACED_AFTER =
  /^[^.;!?]{0,30}\b(?:(?:that )?i (?:make|earn|get|have|am on|'m on)|but (?:now|they|the offer|it)|was (?:the )?(?:first|initial|original|old)|(?:at )?(?:first|initially|originally)|before|now\b(?! it)|right now|currently|at the moment|at my current)/;

/** How well a figure suits as the pay that is offered, or the newest. */
export function standing({ left, right }: Surroundings): number {
  const clause = left.split(/[.;!?,] |\b(?:and|but|while|whereas)\b/).at(-1) as string;
  let points = 0;
  if (REJECTED.test(clause)) points -= 2;
  if (OFFERED.test(clause)) points += 2;
  if (REPLACED_AFTER.test(right)) points -= 1;
  return points;
}

/** "went up from 60 to 68": a change, not a range. */
export const CHANGE =
  /\b(?:went|going|goes|gone|raised|raise|increased?|increases|bumped|bump|moved|up|upped|improved|jump(?:ed)?|rose|risen|revised|changed|adjusted|climbed|negotiat(?:ed|ing)|talked them|haggled|took it|brought it|pushed(?: them| it)?|got them)\b[^.;!?]{0,40}\bfrom (?:about |around |a |the |my )?$/;
