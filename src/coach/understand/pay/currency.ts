/** Symbols and words for money, as a pattern over lower-case text, with the ISO 4217 code they stand for. */
const CODES: readonly (readonly [pattern: string, code: string])[] = [
  ['us ?\\$|usd|us dollars?|american dollars?', 'USD'],
  ['ca\\$|c\\$|can\\$|cad|canadian dollars?', 'CAD'],
  ['au\\$|a\\$|aud|australian dollars?|aussie dollars?', 'AUD'],
  ['nz\\$|nzd|new zealand dollars?|kiwi dollars?', 'NZD'],
  ['sg\\$|s\\$|sgd|singapore dollars?|sing dollars?', 'SGD'],
  ['hk\\$|hkd|hong kong dollars?', 'HKD'],
  ['nt\\$|ntd|twd', 'TWD'],
  ['r\\$|brl|reais|reals?', 'BRL'],
  ['mx\\$|mxn|mexican pesos?', 'MXN'],
  ['£|gbp|pounds? sterling|pounds?|quid|sterling', 'GBP'],
  ['€|eur|euros?|teur', 'EUR'],
  ['₹|inr|rs\\.?|rupees?|rupee', 'INR'],
  ['chf|sfr\\.?|fr\\.|swiss francs?|francs?|stutz', 'CHF'],
  ['sek|swedish kron(?:a|or)', 'SEK'],
  ['nok|norwegian kroner?', 'NOK'],
  ['dkk|danish kroner?', 'DKK'],
  ['zł|zl|pln|zlot(?:y|ys|ych|e)', 'PLN'],
  ['kč|czk|koruna', 'CZK'],
  ['huf|forints?|ft', 'HUF'],
  ['ron|lei', 'RON'],
  ['₺|try|turkish lira', 'TRY'],
  ['jpy|yen', 'JPY'],
  ['cny|rmb|yuan|renminbi', 'CNY'],
  ['₩|krw|korean won|won', 'KRW'],
  ['zar|rands?|r', 'ZAR'],
  ['aed|dirhams?', 'AED'],
  ['sar|saudi riyals?', 'SAR'],
  ['qar|qatari riyals?', 'QAR'],
  ['₪|ils|nis|shekels?', 'ILS'],
  ['php|₱', 'PHP'],
  ['₦|ngn|naira', 'NGN'],
  ['kes|ksh', 'KES'],
  ['myr|rm|ringgit', 'MYR'],
  ['idr|rp|rupiah', 'IDR'],
  ['thb|฿|baht', 'THB'],
  ['vnd|₫', 'VND'],
  ['\\$|dollars?|bucks', 'dollar'],
  ['¥|￥', 'yen-or-yuan'],
  ['kr\\.?|kronor|kroner|krona|crowns?', 'krone'],
  ['pesos?', 'peso'],
];

export const CURRENCY = CODES.map(([pattern]) => `(?:${pattern})`).join('|');

const EXACT = CODES.map(([pattern, code]) => [new RegExp(`^(?:${pattern})$`), code] as const);

/** Symbols that several countries share: the locale's country settles them, else null or the usual one. */
const SHARED: Readonly<
  Record<string, { readonly [region: string]: string | null; readonly else: string | null }>
> = {
  dollar: { CA: 'CAD', AU: 'AUD', NZ: 'NZD', SG: 'SGD', HK: 'HKD', TW: 'TWD', MX: 'MXN', else: 'USD' },
  'yen-or-yuan': { CN: 'CNY', else: 'JPY' },
  krone: { SE: 'SEK', NO: 'NOK', DK: 'DKK', IS: 'ISK', else: null },
  peso: { MX: 'MXN', PH: 'PHP', AR: 'ARS', CL: 'CLP', CO: 'COP', else: null },
};

/** The currency that a symbol or word says, or null when the locale does not settle it. */
export function currencyOf(said: string, locale: string): string | null {
  const [, code] = EXACT.find(([pattern]) => pattern.test(said)) as (typeof EXACT)[number];
  const shared = SHARED[code];
  if (shared === undefined) return code;
  const region = locale.split('-').at(-1) as string;
  const settled = Object.hasOwn(shared, region) ? shared[region] : shared.else;
  return settled ?? null;
}
