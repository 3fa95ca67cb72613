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

describe('numbers that are no pay', () => {
  it.each([
    'since 2015',
    'they were founded in 1998',
    '1988',
    'since 2000',
    'kl 15.00',
    'the call is at 15.30, no numbers yet',
    '15.30',
    'sept . 30',
    'Version: 1.1.3',
    '6.5 kilograms',
    'they offered 3 grand more than the 55 I get',
  ])('"%s"', (text) => {
    expect(readPay(text, { locale: 'en-GB' })).toBeNull();
  });

  it.each([
    ["I've been there since 2019 and it's 48k now", 48_000],
    ['I graduated in 2015 and earn 2100 a month', 2100],
    ['my pay is 2050 net', 2050],
    ['2015 a month', 2015],
    ['2000', 2000],
  ])('"%s" still tells the pay beside a year', (text, amount) => {
    expect(readPay(text, { locale: 'en-GB' })?.max).toBe(amount);
  });
});

describe('how often a monthly pay is paid', () => {
  it.each([
    ['13 x 4,000 euros', 4000],
    ["9'200 francs a month x 13", 9200],
    ['14 salaries of 2.800€', 2800],
  ])('"%s"', (text, amount) => {
    expect(readPay(text, { locale: 'de-CH' })).toMatchObject({ max: amount, period: 'month' });
  });
});

describe('what one part of an answer lends another', () => {
  it.each([
    ['52 grand a year, pounds obviously', { max: 52_000, currency: 'GBP' }],
    ['Package is 32 lakhs, fixed 27', { max: 2_700_000, currency: 'INR' }],
    ['1.1 Cr total, 70L base', { max: 7_000_000, currency: 'INR' }],
    ['was 72, they came up to 78', { min: 78_000, max: 78_000 }],
    ['negotiated from 23 lpa to 26 lpa finally', { min: 2_600_000, max: 2_600_000 }],
    ['sixty-two five', { min: 62_500, max: 62_500 }],
    ['a stipend of 900 a month', { max: 900, period: 'month' }],
    ['Thirty one, two hundred - £31,200 a year', { min: 31_200, max: 31_200 }],
  ])('"%s"', (text, pay) => {
    expect(readPay(text, { locale: 'en-GB' })).toMatchObject(pay);
  });
});
