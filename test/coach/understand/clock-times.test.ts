import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockTimes } from '../../../src/coach/understand/clock-times.js';

describe('times of day', () => {
  test.each([
    ['20:00 to 7:30', ['20:00', '07:30']],
    ['from 10pm until 6 a.m.', ['22:00', '06:00']],
    ['21.15-08.00', ['21:15', '08:00']],
    ['12am to 12pm', ['00:00', '12:00']],
    ['24:00 to 7', ['00:00', '07:00']],
    ['13pm to 25:00', []],
    ['18:75', []],
    ['whenever', []],
  ])('%s', (said, times) => expect(clockTimes(said)).toEqual(times));

  test('every time of the clock is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        expect(clockTimes(`at ${time}`)).toEqual([time]);
      }),
    );
  });
});
