import { cardinalsToDigits } from '../numbers.js';
import { rewrite, type Traced, trace } from '../text.js';
import { CURRENCY, currencyOf } from './currency.js';

/** A figure or a range in the text, before its meaning is known. `small`: no scale was said with it. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
  readonly currency: string | null;
  readonly scale: Scale | null;
  /** Written with groups of digits ("85,000"), a currency or a scale: surely an amount. */
  readonly marked: boolean;
  /** Written with two digits behind the mark, as cents and clock times are: "15.30". */
  readonly hasCents: boolean;
}

export type Scale = 'k' | 'm' | 'bn' | 'lakh' | 'crore' | 'lpa';

const FACTOR: Readonly<Record<Scale, number>> = { k: 1e3, m: 1e6, bn: 1e9, lakh: 1e5, crore: 1e7, lpa: 1e5 };

const SCALES: readonly (readonly [RegExp, Scale])[] = [
  [/^(?:k|ks|thousands?|thou|grands?|g|tsd|t|tausend|tk|mille)$/, 'k'],
  [/^(?:m|mn|mm|mil|mill|mio|millions?)$/, 'm'],
  [/^(?:b|bn|billions?|mrd|bil)$/, 'bn'],
  [/^(?:lakhs?|lacs?|lakh|l|laks?)$/, 'lakh'],
  [/^(?:crores?|cr|crs)$/, 'crore'],
  [/^(?:lpa|l\.?p\.?a\.?|lakhs? per annum|lakhs? pa)$/, 'lpa'],
];

const scaleOf = (said: string | undefined): Scale | null =>
  SCALES.find(([pattern]) => pattern.test(said ?? ''))?.[1] ?? null;

const NUMBER = "\\d{1,3}(?:[ .,'](?=\\d{2,3}(?!\\d))\\d{2,3})+(?:[.,]\\d{1,2}(?!\\d))?|\\d+(?:[.,]\\d+)?";
const SCALE =
  '(lpa|l\\.p\\.a\\.?|lakhs?|lacs?|laks?|crores?|crs?|thousands?|thou|grands?|tsd|tausend|millions?|mio|mill?|mn|mm|billions?|bn|bil|ks?|g|m|b|l|t)(?![a-z0-9])';
const MONEY = `(${CURRENCY})`;
const ONE = `(?:(?<![a-z])${MONEY} ?|(?<![\\d.,a-z']))(${NUMBER})(?![\\d])(?: ?-?${SCALE})?(?:\\.? ?${MONEY}(?![a-z]))?`;
const JOIN =
  '(?: ?(?:-|to|until|till|bis|through) ?| (?:and|or|und|oder) )(?:about |around |maybe |even |up to |possibly )?';
const FIGURE = new RegExp(`${ONE}(?:(${JOIN})${ONE})?`, 'g');

/** Continental or English, Indian or Swiss groups; three digits after a single mark are thousands. */
export function numberOf(written: string, scale: Scale | null): number {
  const text = written.replace(/[ ']/g, '');
  const marks = text.replace(/\d/g, '');
  if (marks === '') return Number(text);
  const last = marks.at(-1) as string;
  const tail = text.slice(text.lastIndexOf(last) + 1);
  const single = marks.length === 1;
  const grouped = single
    ? tail.length === 3 && !text.startsWith('0') && (scale === null || scale === 'k')
    : new Set(marks).size === 1;
  if (grouped) return Number(text.replace(/[.,]/g, ''));
  const whole = text.slice(0, text.lastIndexOf(last)).replace(/[.,]/g, '');
  return Number(`${whole}.${tail}`);
}

/** Numbers that are no money: phones, tax forms, dates, times, years, shifts. Their digits go. */
const MASKED: readonly RegExp[] = [
  /\+\d[\d ()-]{6,}\d/g,
  /\b\d{3}[ -]\d{3}[ -]\d{4}\b|\b\d{3}-\d{4}\b|\b0\d{3,4} ?\d{3} ?\d{3,4}\b/g,
  /\b\d{1,2}\.\d{1,2}\.\d{1,3}\b/g,
  // "13 x 4,000", "14 salaries of 2,800": how often a month's pay is paid.
  /(?<=[x×*] ?)1[2-5](?![\d.,]\d)\b(?! ?k)|\b1[2-5](?= ?(?:x|×|\*|mal|times|salaries|payments|monthly|months? of|(?:monats)?gehälter)(?![a-z]))/g,
  // A clock time: "kl 15.00", "at 15.30".
  /(?<=\b(?:kl|klo|um|at|by|until|till|gegen|around) ?\.? ?)(?:[01]?\d|2[0-4])\.[0-5]\d\b(?! ?(?:k|€|£|\$|eur|usd|gbp|chf|lpa|dollars|pounds|an? |per|\/|hourly|p\.?h))/g,
  /\b401 ?\(?k\)?|\bw-?[29]\b|\b1099\b|\bir ?35\b|\b24 ?\/ ?7\b/g,
  /\b\d{1,2}(?:st|nd|rd|th)\b/g,
  /\b\d{1,2}[:.]\d{2} ?(?:am|pm|uhr)\b|\b\d{1,2} ?(?:am|pm|uhr)\b|\b\d{1,2}:\d{2}\b/g,
  /\b\d{1,2}\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* ?\.? ?\d{1,2}(?! ?k)\b/g,
  /\b\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d\b|\b\d{1,2}\/\d{1,2}\b|\b20\d\d-\d\d-\d\d\b/g,
  /(?<=\b(?:in|since|until|till|by|from|of|for|q[1-4]|year|january|february|march|april|may|june|july|august|september|october|november|december) )20[2-4]\d(?!\d|[,.']\d|k| ?(?:€|eur|usd|a |per|\/))/g,
];

/** Number words as digits: "a hundred and twenty thousand", "one twenty", "ninety-five grand". */
const SPOKEN: readonly (readonly [RegExp, (match: RegExpMatchArray) => string])[] = [
  [/\b(?:half a|a half|1\/2 a) (million|mil|crore)\b/g, ([, scale]) => `0.5 ${scale}`],
  [/\b(?:a )?quarter (?:of a )?million\b/g, () => '250 k'],
  [/\b(\d+) and a half(?= (?:k|thousand|grand|million|mil|lakh|lac|crore|lpa)|$)/g, ([, n]) => `${n}.5`],
  [
    /\b(?:(\d{1,2}) |an? )?hundred(?:(?: and)? (\d{1,2}))?(?= (?:k|thousand|grand)\b)/g,
    ([, h, n]) => String(Number(h ?? 1) * 100 + Number(n ?? 0)),
  ],
  [
    /\b(\d{1,3}) (?:thousand|grand) (?:and )?(\d{1,3}) hundred(?: and (\d{1,2}))?\b/g,
    ([, t, h, n]) => String(Number(t) * 1000 + Number(h) * 100 + Number(n ?? 0)),
  ],
  [/\b(\d{1,3}) thousand (\d{3})\b/g, ([, t, n]) => String(Number(t) * 1000 + Number(n))],
  [
    /\b(?:(\d{1,2}) |an? )hundred(?:(?: and)? (\d{1,2}))?\b/g,
    ([, h, n]) => String(Number(h ?? 1) * 100 + Number(n ?? 0)),
  ],
  [/\b([1-3])[ -]([1-9]\d)(?= ?(?:k|grand|thousand|base|$))(?! ?%)/g, ([, h, n]) => `${h}${n}`],
  [/(?<![\d.,:/] ?)\b([2-9]\d|1\d\d) 5(?=[.! ]*$| (?:a year|base|gross|plus)\b)/g, ([, n]) => `${n}500`],
  [/\ba (?=k\b|grand\b|million\b|lakh\b|lac\b|crore\b)/g, () => '1 '],
  [/\b(?:a )?couple (?:of )?(?=hundred|grand|thousand|k\b|lakh)/g, () => '2 '],
];

export function prepared(text: string): Traced {
  let traced = cardinalsToDigits(trace(text.replace(/(?<=\d)[\u00a0\u202f\u2009](?=\d)/g, ' ')));
  for (const [pattern, replace] of SPOKEN) traced = rewrite(traced, pattern, replace);
  for (const pattern of MASKED) traced = rewrite(traced, pattern, ([all]) => all.replace(/\d/g, '#'));
  return traced;
}

const isMarked = (number: string, currency: string | null, scale: Scale | null): boolean =>
  currency !== null || scale !== null || numberOf(number, scale) >= 1000;

/** "90 but in euros": a currency named apart from the figure. */
const APART = new RegExp(
  `\\b(?:in|paid in) ${MONEY}(?![a-z])|(?:, ?|\\(|\\ball |\\bthat's |\\bthats )(us dollars?|dollars?|pounds?|euros?|rupees?|francs?|quid|yen|kronor|kroner|rand|dirhams?|usd|gbp|eur|inr|chf|aud|cad|nzd|sgd|sek|nok|dkk|pln|aed)(?![a-z])`,
);

/** Every figure and range of a prepared text, scaled; a range shares the scale and currency of its other end. */
export function findFigures(text: string, locale: string): Figure[] {
  const [, named, added] = APART.exec(text) ?? [];
  const apart = named ?? added;
  const figures = [...text.matchAll(FIGURE)].map((match) => {
    const [, before1, first, said1, after1, join, before2, second, said2, after2] = match as unknown as (
      | string
      | undefined
    )[];
    const money = [before1, after1, before2, after2].find((one) => one !== undefined) ?? apart;
    const currency = money === undefined ? null : currencyOf(money, locale);
    const scales = [scaleOf(said1), scaleOf(said2)] as const;
    const scale = scales[1] ?? scales[0];
    const shared = (own: Scale | null, number: number): number => {
      const used = own ?? (number < 1000 && second !== undefined ? scale : null);
      return used === null ? number : rounded(number * FACTOR[used]);
    };
    const low = shared(scales[0], numberOf(first as string, scales[0] ?? scale));
    const high = second === undefined ? low : shared(scales[1], numberOf(second, scale));
    const start = match.index;
    return {
      start,
      end: start + match[0].length,
      ...inOrder(low, high, join),
      currency: currency ?? (scale === 'lakh' || scale === 'crore' || scale === 'lpa' ? 'INR' : null),
      scale,
      hasCents: /^\d{1,2}[.,]\d{2}$/.test(first as string),
      marked: isMarked(second ?? (first as string), money === undefined ? null : money, scale) || low >= 1000,
    };
  });
  return figures.some(({ scale }) => IN_LAKHS.has(scale)) ? figures.map(inLakhs) : figures;
}

const IN_LAKHS: ReadonlySet<Scale | null> = new Set(['lakh', 'crore', 'lpa']);

/** "32 lakhs, fixed 27": beside lakhs a small figure without a scale is in lakhs too. */
function inLakhs(figure: Figure): Figure {
  if (figure.scale !== null || figure.marked || figure.high >= 1000) return figure;
  const { low, high } = figure;
  return { ...figure, low: low * FACTOR.lakh, high: high * FACTOR.lakh, currency: 'INR', scale: 'lakh' };
}

/** "90-120,000" means ninety thousand; "90k to 85k" is a range in any order. */
function inOrder(low: number, high: number, join: string | undefined): { low: number; high: number } {
  const lifted = join !== undefined && low < 1000 && high >= 10_000 ? low * 1000 : low;
  if (lifted > high * 3) return { low: high, high };
  return { low: Math.min(lifted, high), high: Math.max(lifted, high) };
}

const rounded = (amount: number): number => Math.round(amount * 100) / 100;
