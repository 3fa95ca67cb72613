import { describe, expect, test } from 'vitest';
import { decidedNotSent } from '../../../src/coach/remind/plan.js';

const planned = (interview: string | null, now = '2026-11-20T16:00'): string[] =>
  decidedNotSent({ about: 'o1', zone: 'Europe/Berlin', now }, interview).map(({ at }) => at);

describe('a no to an interview goes out before it, or the reminder is pointless (K47, K107)', () => {
  test('no interview, or one that has passed: after 24 and 72 hours', () => {
    expect(planned(null)).toEqual(['2026-11-21T16:00', '2026-11-23T16:00']);
    expect(planned('2026-11-19')).toEqual(['2026-11-21T16:00', '2026-11-23T16:00']);
  });

  test('less than a day ahead: within the hour', () => {
    expect(planned('2026-11-21T11:00')).toEqual(['2026-11-20T17:00']);
    expect(planned('2026-11-21')).toEqual(['2026-11-20T17:00']);
  });

  test('in half an hour: there is no time left to remind', () =>
    expect(planned('2026-11-20T16:30')).toEqual([]));

  test('two days ahead: once, and never after it has begun', () => {
    const [reminder, ...more] = decidedNotSent(
      { about: 'o1', zone: 'Europe/Berlin', now: '2026-11-20T16:00' },
      '2026-11-22T15:00',
    );
    expect(reminder).toMatchObject({ at: '2026-11-21T16:00', until: '2026-11-22T15:00' });
    expect(more).toEqual([]);
  });
});
