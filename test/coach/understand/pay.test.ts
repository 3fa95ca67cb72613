import { describe, expect, it } from 'vitest';
import { readPay } from '../../../src/coach/understand/pay.js';

describe('pay with other parts', () => {
  it('keeps the base, and the rest as parts', () => {
    expect(readPay('base 140k, 20k bonus and 10k sign on', { locale: 'en-US' })).toEqual({
      min: 140_000,
      max: 140_000,
      currency: null,
      period: null,
      quote: '140k',
      parts: [
        { role: 'bonus', min: 20_000, max: 20_000, currency: null, period: null },
        { role: 'sign-on', min: 10_000, max: 10_000, currency: null, period: null },
      ],
    });
  });

  it('names no pay where only a part is named', () => {
    expect(readPay('a 10k signing bonus', { locale: 'en-US' })).toBeNull();
  });

  it('takes a total where no base is named', () => {
    expect(readPay('Total comp $200k', { locale: 'en-US' })).toMatchObject({
      min: 200_000,
      currency: 'USD',
      parts: [],
    });
  });
});

describe('a currency', () => {
  it.each([
    ['$90k', 'en-US', 'USD'],
    ['$90k', 'en-CA', 'CAD'],
    ['$90k', 'en-AU', 'AUD'],
    ['50 000 kr', 'sv-SE', 'SEK'],
    ['50 000 kr', 'en-US', null],
    ['¥8,000,000', 'ja-JP', 'JPY'],
    ['¥300,000', 'zh-CN', 'CNY'],
    ['90k', 'en-GB', null],
    ['12 LPA', 'en-US', 'INR'],
  ])('of "%s" in %s is %s', (text, locale, currency) => {
    expect(readPay(text, { locale })?.currency).toBe(currency);
  });
});

describe('a factor of a thousand', () => {
  it.each([
    ['USD 150000', 'en-US', 150_000],
    ['€85.000', 'de-DE', 85_000],
    ["CHF 120'000", 'de-CH', 120_000],
    ['1,20,000', 'en-IN', 120_000],
    ['38 000', 'fr-FR', 38_000],
    ['38\u202f000 €', 'fr-FR', 38_000],
    ['1.200.000', 'de-DE', 1_200_000],
    ['1.250,50 a month', 'de-DE', 1250.5],
    ['0.500 a day', 'en-US', 0.5],
    ['1.125 crore', 'en-IN', 11_250_000],
  ])('is never lost in "%s"', (text, locale, min) => {
    expect(readPay(text, { locale })?.min).toBe(min);
  });

  it('is asked about where a number is too small to tell', () => {
    expect(readPay('8', { locale: 'en-US' })).toBeNull();
  });
});
