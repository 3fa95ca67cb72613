import { describe, expect, it } from 'vitest';
import { readDate } from '../../../src/coach/understand/date.js';

const read = (text: string) =>
  readDate(text, { now: '2027-06-16T08:31:00Z', zone: 'Europe/Dublin', locale: 'en-IE' });

describe('numbers that are marks, parts or the past', () => {
  it.each([
    'I scored 8/10 on their test',
    'they gave me 6/10',
    'my mood is 3/10',
    "I'm 5/8 sure",
    'we are 4/7 through the process',
    'round 3/4 is done',
    'page 3/12',
    'a 3 day weekend every month',
    'I was born on 3 May 1990',
    'my birthday is 12 june',
    'since 1 february',
  ])('"%s" is no date', (text) => {
    expect(read(text)).toMatchObject({ value: null, candidates: [] });
  });

  it.each([
    ['by 8/10', '2027-10-08'],
    ['they gave me until 6/10', '2027-10-06'],
    ['the deadline is 3/10', '2027-10-03'],
    ['remind me 3/7', '2027-07-03'],
    ['remind me on my birthday 12 june', '2028-06-12'],
    ['reply by my birthday, by 12 july', '2027-07-12'],
  ])('"%s" is %s', (text, date) => {
    expect(read(text).value).toBe(date);
  });
});
