import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isExhausted, nextAfterBreakdown, nextAttempt } from '../../src/service/next-attempt.js';
import type { NextAttempt, Outcome } from '../../src/service/ports.js';

const MINUTE = 60_000;
const inDoubt = { doubt: { since: '2027-03-14T09:00:00Z', crashes: 0 } };
const UNKNOWN: Outcome = { type: 'unknown', reason: 'timeout' };
const NOT_SENT: Outcome = { type: 'not-sent', reason: 'ECONNREFUSED' };

const decide = (
  outcome: Outcome,
  { attempt = 1, canLookUp = false, random = 1, doubt = false } = {},
): NextAttempt => nextAttempt({ attempt, ...(doubt && inDoubt) }, outcome, { canLookUp, random });

describe('a message', () => {
  it.each<Outcome>([
    { type: 'sent', externalId: null },
    { type: 'refused', reason: 'is_archived', addressDead: true },
  ])('is done once it was $type', (outcome) => {
    expect(decide(outcome)).toEqual({ type: 'done' });
  });

  it('waits as long as the platform says, uncounted, and never not at all', () => {
    expect(decide({ type: 'throttled', retryAfterMs: 30_000 }, { attempt: 99 })).toEqual({
      type: 'retry',
      afterMs: 30_000,
      countsAsAttempt: false,
    });
    expect(decide({ type: 'throttled', retryAfterMs: 0 })).toMatchObject({ afterMs: 1_000 });
  });

  it('that did not leave is tried eight times, ever more rarely', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((attempt) => decide(NOT_SENT, { attempt }));

    expect(waits.map((next) => (next.type === 'retry' ? next.afterMs / MINUTE : next.type))).toEqual([
      0.5, 1, 2, 4, 8, 16, 32,
    ]);
    expect(decide(NOT_SENT, { attempt: 8 })).toEqual({ type: 'dead' });
  });

  it('spreads its tries over the whole wait, an hour at most', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempt, random) => {
          const next = decide(NOT_SENT, { attempt, random });
          const whole = Math.min(60 * MINUTE, 30_000 * 2 ** (attempt - 1));
          expect(next).toEqual({ type: 'retry', afterMs: Math.round(random * whole), countsAsAttempt: true });
        },
      ),
    );
  });

  it('in doubt is looked up two minutes later where the channel can', () => {
    const next = { type: 'retry', afterMs: 2 * MINUTE, countsAsAttempt: true };

    expect(decide(UNKNOWN, { canLookUp: true })).toEqual(next);
    expect(decide(UNKNOWN, { canLookUp: true, attempt: 7, doubt: true })).toEqual({
      ...next,
      afterMs: 32 * MINUTE,
    });
    expect(decide(UNKNOWN, { canLookUp: true, attempt: 8, doubt: true })).toEqual({ type: 'dead' });
  });

  it('in doubt that cannot be looked up is repeated once, and then not', () => {
    expect(decide(UNKNOWN)).toMatchObject({ type: 'retry', afterMs: 2 * MINUTE });
    expect(decide(UNKNOWN, { attempt: 2, doubt: true })).toEqual({ type: 'dead' });
  });

  it('that breaks the program is given up after three times', () => {
    const next = [1, 2, 3].map((attempt) => nextAfterBreakdown({ attempt }, 1).type);

    expect(next).toEqual(['retry', 'retry', 'dead']);
  });

  it('is exhausted after eight attempts, or three that killed the process', () => {
    expect(isExhausted({ attempt: 8 })).toBe(false);
    expect(isExhausted({ attempt: 9 })).toBe(true);
    expect(isExhausted({ attempt: 3, doubt: { since: '', crashes: 2 } })).toBe(false);
    expect(isExhausted({ attempt: 4, doubt: { since: '', crashes: 3 } })).toBe(true);
  });
});
