import { describe, expect, test } from 'vitest';
import { nearness } from '../../../src/coach/flows/interview-day.js';
import { invited } from '../../../src/coach/flows/invited.js';
import { aView } from './view.js';

const near = (interview: string | null, today: string): string =>
  nearness(aView(invited, { interview }).opportunity, today);

describe('how near the interview is (K47, K95)', () => {
  test.each([
    ['2026-11-21T10:00', '2026-11-20T10:00', 'soon', '24 hours to the minute'],
    ['2026-11-21T10:01', '2026-11-20T10:00', 'ahead', 'a minute more'],
    ['2026-11-20T10:00', '2026-11-20T10:00', 'passed', 'it begins now'],
    ['2026-11-20T10:01', '2026-11-20T10:00', 'soon', 'in a minute'],
    ['2026-11-20', '2026-11-20T10:00', 'soon', 'some time today'],
    ['2026-11-21', '2026-11-20T08:00', 'soon', 'some time tomorrow may be early tomorrow'],
    ['2026-11-22', '2026-11-20T23:00', 'ahead', 'the day after tomorrow'],
    ['2026-11-19', '2026-11-20T00:01', 'passed', 'yesterday'],
    ['2026-12-10', '2026-11-20T10:00', 'ahead', 'not quite three weeks'],
    ['2026-12-11T10:00', '2026-11-20T10:00', 'far', 'three weeks'],
  ])('%s, seen on %s: %s (%s)', (interview, today, expected) => {
    expect(near(interview, today)).toBe(expected);
  });

  test('nobody said when', () => expect(near(null, '2026-11-20T10:00')).toBe('unknown'));
});
