import { describe, expect, it } from 'vitest';
import { companyAt, readCompany } from '../../../src/coach/understand/company.js';

describe('an answer to "which company is it?"', () => {
  it.each([
    ['Acme', 'Acme'],
    ["it's Acme Corp", 'Acme Corp'],
    ['It’s Acme Corp.', 'Acme Corp'],
    ['the company is called Northwind Traders', 'Northwind Traders'],
    ['Procter & Gamble', 'Procter & Gamble'],
    ['Bank of America', 'Bank of America'],
    ['The Guardian', 'The Guardian'],
    ['Deutsche Bank AG in Frankfurt', 'Deutsche Bank AG'],
    ['offer from Contoso for 90k', 'Contoso'],
    ['I got an offer from Google', 'Google'],
    ['monday.com', 'monday.com'],
    ['3M', '3M'],
    ['7-Eleven', '7-Eleven'],
    ['eBay', 'eBay'],
    ['Yahoo!', 'Yahoo'],
    ["L'Oréal", "L'Oréal"],
    ['siemens ag', 'siemens ag'],
    ['infosys ltd please', 'infosys ltd'],
    ['Acme. They make anvils', 'Acme'],
    ['"Blue River"', 'Blue River'],
    ['no, Initech', 'Initech'],
    ['Company', 'Company'],
    ['the offer I got is from Globex because they wanted me', 'Globex'],
  ])('"%s" names %s for certain', (text, name) => {
    expect(readCompany(text)).toEqual({ name, certain: true });
  });

  it.each([
    ['at acme', 'acme'],
    ["it's a startup called blue river labs", 'blue river labs'],
    ['ok it is stripe', 'stripe'],
  ])('"%s" names %s, which is worth a question', (text, name) => {
    expect(readCompany(text)).toEqual({ name, certain: false });
  });

  it.each([
    "it's",
    "I don't know",
    'why?',
    'rather not say',
    "It's confidential",
    '',
    '???',
    '...',
    'skip',
    "it's a small company in Leeds",
    'is',
    'they have no name because I was told so',
  ])('"%s" names none', (text) => {
    expect(readCompany(text)).toBeNull();
  });
});

describe('a name inside a sentence', () => {
  it.each([
    ['Acme Corp as a designer by Friday', 'Acme Corp'],
    ['acme for a data analyst role', 'acme'],
    ['Bank of Ireland and I need', 'Bank of Ireland'],
    ['J.P. Morgan last week', 'J.P. Morgan'],
    ['Wayne Enterprises, deadline Friday', 'Wayne Enterprises'],
    ['Acme, Inc. by Friday', 'Acme Inc'],
    ["Acme's offer", 'Acme'],
    ["St Brannock's but far", "St Brannock's"],
    ['the Harbour Trust was', 'Harbour Trust'],
    ['Globex 2026 plan', 'Globex'],
    ['The Guardian today', 'The Guardian'],
    ['Bank of', 'Bank'],
    ['acme ltd and', 'acme ltd'],
    ['blue river labs north pole', 'blue river labs'],
    ['Ernst & Young by 5pm', 'Ernst & Young'],
  ])('begins "%s" with %s', (words, name) => {
    expect(companyAt(words)?.name).toBe(name);
  });

  it.each(['the bank', 'my manager', 'Monday', '9am tomorrow', 'the', 'Herr Weiss', '""', ''])(
    'is not in "%s"',
    (words) => {
      expect(companyAt(words)).toBeNull();
    },
  );
});
