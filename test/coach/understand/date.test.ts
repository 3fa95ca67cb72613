import { describe, expect, it } from 'vitest';
import { deadlinePhrase, readDate } from '../../../src/coach/understand/date.js';

const LONDON = { now: '2026-11-18T10:00:00Z', zone: 'Europe/London', locale: 'en-GB' };

describe('readDate', () => {
  it('quotes the words it read, as typed', () => {
    expect(readDate('They want it by FRIDAY, 20 Nov at 5pm!', LONDON).quote).toBe('FRIDAY, 20 Nov at 5pm');
    expect(readDate('maybe', LONDON).quote).toBeNull();
  });

  it('says when the date is past', () => {
    expect(readDate('yesterday', LONDON)).toEqual({
      value: '2026-11-17',
      candidates: ['2026-11-17'],
      past: true,
      quote: 'yesterday',
    });
    expect(readDate('3 hours ago', LONDON)).toMatchObject({ value: '2026-11-18T07:00', past: true });
  });

  it('reads the middle of the month as this one until it is past', () => {
    const on = (day: string) => readDate('mid-month', { ...LONDON, now: `2026-11-${day}T10:00:00Z` }).value;
    expect(on('03')).toBe('2026-11-15');
    expect(on('15')).toBe('2026-11-15');
    expect(on('16')).toBe('2026-12-15');
  });

  it("reads in the person's zone, whatever offset the clock came in", () => {
    const sydney = { zone: 'Australia/Sydney', locale: 'en-AU' };
    for (const now of ['2026-11-20T13:30:00Z', '2026-11-20T14:30:00+01:00', '2026-11-21T00:30:00+11:00']) {
      expect(readDate('today', { ...sydney, now }).value).toBe('2026-11-21');
    }
  });

  it('counts elapsed hours across a clock change, and keeps the clock time of a day', () => {
    const before = { now: '2026-03-28T12:00:00+01:00', zone: 'Europe/Berlin', locale: 'en-GB' };
    expect(readDate('in 24 hours', before).value).toBe('2026-03-29T13:00');
    expect(readDate('tomorrow at 12', before).value).toBe('2026-03-29T12:00');
  });

  it('moves a clock time that a spring night leaves out', () => {
    const before = { now: '2026-03-28T12:00:00+01:00', zone: 'Europe/Berlin', locale: 'en-GB' };
    expect(readDate('tomorrow at 2:30am', before).value).toBe('2026-03-29T03:30');
  });

  it('asks about every reading of an ambiguous time', () => {
    expect(readDate('friday at 7', LONDON).candidates).toEqual(['2026-11-20T07:00', '2026-11-20T19:00']);
    expect(readDate('at 7', { ...LONDON, now: '2026-11-18T05:00:00Z' }).candidates).toHaveLength(2);
  });

  it('leaves out a reading of today whose time is over', () => {
    expect(readDate('wednesday at 9am', LONDON)).toMatchObject({ value: '2026-11-25T09:00', past: false });
  });

  it('asks when two dates are equally likely', () => {
    const { value, candidates } = readDate('decide by thursday, reply by friday', LONDON);
    expect(value).toBeNull();
    expect(candidates).toEqual(['2026-11-19', '2026-11-20']);
  });

  it.each([
    ['5pm New York time tomorrow', '2026-11-19T22:00'],
    ['9am ist on friday', '2026-11-20T03:30'],
    ['friday noon UTC', '2026-11-20T12:00'],
  ])('brings "%s" into the person\'s zone', (text, value) => {
    expect(readDate(text, LONDON).value).toBe(value);
  });

  it('reads German after English, and first where German is spoken', () => {
    expect(readDate('bis übermorgen', LONDON).value).toBe('2026-11-20');
    expect(readDate('am Freitag um 14 Uhr', { ...LONDON, locale: 'de-DE' }).value).toBe('2026-11-20T14:00');
  });

  it('refuses a clock or a zone that is none', () => {
    expect(() => readDate('friday', { ...LONDON, now: 'noon' })).toThrow(RangeError);
    expect(() => readDate('friday', { ...LONDON, zone: 'Mars/Olympus' })).toThrow(RangeError);
  });
});

describe('deadlinePhrase', () => {
  it.each([
    ['they need an answer by Friday', 'Friday'],
    ['I have 48 hours to decide', '48 hours'],
    ['must reply until 15 December, start is 1 March', '15 December'],
    ['answer by 5pm Friday please', '5pm Friday'],
    ['the deadline is the 12th', 'the 12th'],
    ['my interview is next Tuesday', null],
    ['I start on 1 February', null],
    ['they called yesterday', null],
    ['hello', null],
  ])('finds in "%s": %s', (text, phrase) => {
    expect(deadlinePhrase(text)).toBe(phrase);
  });
});

describe('numbers that are no date', () => {
  it.each([
    "I'm 1,80 m tall",
    '1,80 m and 75 kg',
    '6.5 kilograms',
    "it's 3.5 km from home",
    'Version: 1.1.3',
    'I was the 12th man on the team',
    'the 20th anniversary of the company',
    'the 5th round of interviews',
    "3 months' notice",
    'section 4.2 of the contract',
  ])('"%s"', (text) => {
    expect(readDate(text, LONDON).candidates).toEqual([]);
  });
});

describe('dates said in a roundabout way', () => {
  it.each([
    ['the 25th they want an answer', '2026-11-25'],
    ["it's 3.12.", '2026-12-03'],
    ['3 days they gave', '2026-11-21'],
    ["five days is what I've got", '2026-11-23'],
    ['this day week', '2026-11-25'],
    ['today in 2 weeks', '2026-12-02'],
    ['tomorrow week', '2026-11-26'],
    ['not this friday but the one after', '2026-11-27'],
    ['not this Monday, the following one', '2026-11-30'],
  ])('"%s" is %s', (text, day) => {
    expect(readDate(text, LONDON).value).toBe(day);
  });
});
