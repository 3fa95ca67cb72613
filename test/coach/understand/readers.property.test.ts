import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readChoice } from '../../../src/coach/understand/choice.js';
import { readCommand } from '../../../src/coach/understand/command.js';
import { readCompany } from '../../../src/coach/understand/company.js';
import { readDate } from '../../../src/coach/understand/date.js';
import { readDistress } from '../../../src/coach/understand/distress.js';
import { readEmployerReply } from '../../../src/coach/understand/employer-reply.js';
import { readOpening } from '../../../src/coach/understand/opening.js';
import { readPay } from '../../../src/coach/understand/pay.js';
import { readYesNo } from '../../../src/coach/understand/yes-no.js';

const OPTIONS = [
  { id: 'accept', label: 'Accept the offer', synonyms: ['take it'] },
  { id: 'decline', label: 'Decline' },
  { id: 'wait', label: 'Ask for more time' },
];
const BERLIN = { now: '2026-11-20T16:00:00Z', zone: 'Europe/Berlin', locale: 'en-GB' };

const readAll = (text: string): void => {
  readDate(text, BERLIN);
  readPay(text, { locale: 'en-IN' });
  readChoice(text, OPTIONS);
  readYesNo(text);
  readCommand(text);
  readOpening(text);
  readCompany(text);
  readEmployerReply(text);
  readDistress(text);
};

const WORDS =
  'the offer from Acme by Friday 27 November at 5pm 85k base no not yes change deadline to $120,000 a week on Monday before after or and interview declined accepted they want two days 1,20,000 LPA end of month 27/11 q1 mid- ? . , - + % ( ) I'.split(
    ' ',
  );

describe('every reader', () => {
  it('answers any string without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), readAll), { numRuns: 200 });
  });

  it('answers any mixture of the words it knows', () => {
    const mixture = fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }).map((words) => words.join(' '));
    fc.assert(fc.property(mixture, readAll), { numRuns: 300 });
  });

  it.each([
    ['emoji', '👍🏽🎉'],
    ['right-to-left text', 'مرحبا שלום '],
    ['marks that join', 'e\u0301\u200d\u202e '],
    ['one letter', 'a'],
    ['digits', '1234567890'],
    ['spaces', ' '],
    ['dots', '.'],
    ['dates', 'by friday or monday 27/11 '],
    ['amounts', '85k to 90k a year '],
    ['refusals', 'i said no and they came back '],
    ['questions', 'why did you? '],
    ['half a word', 'not really sure about the the '],
  ])('reads 10,000 characters of %s', (_, unit) => {
    readAll(unit.repeat(Math.ceil(10_000 / unit.length)).slice(0, 10_000));
  });
});

describe('any date that is read', () => {
  const phrase = fc.oneof(
    fc.constantFrom(
      'monday',
      'next friday',
      'a week on tuesday',
      'end of the month',
      'mid-month',
      'the 31st',
      '29 feb',
      'in 3 business days',
      'end of Q1',
      'tomorrow',
      'in a fortnight',
      'first monday of next month',
      'before christmas',
      '30/1',
      '2.3.',
    ),
    fc
      .tuple(
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('days', 'weeks', 'months', 'working days', 'hours'),
      )
      .map(([n, unit]) => `in ${n} ${unit}`),
    fc
      .tuple(fc.integer({ min: 1, max: 31 }), fc.constantFrom('jan', 'feb', 'june', 'nov'))
      .map(([day, month]) => `${day} ${month}`),
    fc
      .tuple(fc.constantFrom('monday', 'tomorrow', 'the 5th'), fc.integer({ min: 0, max: 23 }))
      .map(([day, hour]) => `${day} at ${hour}:30`),
  );
  const instant = fc.integer({ min: 1_700_000_000, max: 2_000_000_000 });
  const zone = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'UTC',
    'America/St_Johns',
  );

  it('is a day of the calendar, or a minute that the zone has', () => {
    fc.assert(
      fc.property(phrase, instant, zone, (text, seconds, timeZone) => {
        const now = new Date(seconds * 1000).toISOString();
        const { value, candidates } = readDate(text, { now, zone: timeZone, locale: 'en-GB' });
        for (const candidate of candidates) {
          if (!candidate.includes('T')) {
            expect(Temporal.PlainDate.from(candidate, { overflow: 'reject' }).toString()).toBe(candidate);
            continue;
          }
          const local = Temporal.PlainDateTime.from(candidate, { overflow: 'reject' });
          expect(local.toZonedDateTime(timeZone).toPlainDateTime().equals(local)).toBe(true);
        }
        expect(value).toBe(candidates.length === 1 ? candidates[0] : null);
        expect([...candidates]).toEqual([...new Set(candidates)].sort());
      }),
      { numRuns: 300 },
    );
  });

  it('reads hours as elapsed hours in every zone and on every night', () => {
    fc.assert(
      fc.property(instant, zone, fc.integer({ min: 1, max: 72 }), (seconds, timeZone, hours) => {
        const start = Temporal.Instant.fromEpochMilliseconds(Math.floor(seconds / 60) * 60_000);
        const { value } = readDate(`in ${hours} hours`, {
          now: start.toString(),
          zone: timeZone,
          locale: 'en-GB',
        });
        const later = start.add({ hours }).toZonedDateTimeISO(timeZone).toPlainDateTime();
        expect(value).toBe(later.toString({ smallestUnit: 'minute' }));
      }),
    );
  });
});
