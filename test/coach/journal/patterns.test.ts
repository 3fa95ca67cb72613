import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reviewCard } from '../../../src/coach/journal/cards.js';
import { entries } from '../../../src/coach/journal/log.js';
import { ideas, patterns } from '../../../src/coach/journal/patterns.js';
import { bar, gauge } from '../../../src/coach/journal/picture.js';
import { toPlainText } from '../../../src/coach/message.js';
import { loadWords } from '../../../src/templates.js';
import { draft, opportunity } from './samples.js';

const words = loadWords('en-US');

interface Made {
  readonly reason: string;
  readonly asked?: boolean;
  readonly at?: string;
  readonly flow?: string;
}

const log = (...made: readonly Made[]) =>
  entries(
    made.map(({ reason, asked = false, at = '2026-11-20T10:00', flow = 'offer' }, index) =>
      opportunity({
        id: `o${index}`,
        flow,
        outcome: 'declined',
        decidedAt: at,
        drafts: [...(asked ? [draft('negotiate', 'market', at)] : []), draft('decline-offer', reason, at)],
      }),
    ),
  );

describe('what the log shows (K100)', () => {
  test('is nothing without entries, and no pattern with fewer than three', () => {
    expect(patterns([]).finding).toBe('none');
    expect(patterns(log({ reason: 'pay' }, { reason: 'pay' })).finding).toBe('few');
  });

  test('is a reason when one stands out, and says so when none does or none was given', () => {
    expect(patterns(log({ reason: 'pay' }, { reason: 'fit' }, { reason: 'pay' })).finding).toBe('one-reason');
    expect(patterns(log({ reason: 'pay' }, { reason: 'fit' }, { reason: 'growth' })).finding).toBe('even');
    expect(
      patterns(log({ reason: 'pay' }, { reason: 'fit' }, { reason: 'pay' }, { reason: 'fit' })).finding,
    ).toBe('even');
    expect(patterns(log({ reason: 'none' }, { reason: 'none' }, { reason: 'none' })).finding).toBe(
      'no-reason',
    );
  });

  test('counts reasons, stages and quarters, each with how often a change was asked for', () => {
    const found = patterns(
      log(
        { reason: 'pay', asked: true, at: '2026-03-31T23:00' },
        { reason: 'pay', at: '2026-04-01T01:00', flow: 'counteroffer' },
        { reason: 'fit', asked: true, at: '2026-12-31T10:00' },
      ),
    );
    expect(found).toEqual({
      count: 3,
      negotiated: 2,
      reasons: [
        { id: 'pay', count: 2, negotiated: 1 },
        { id: 'fit', count: 1, negotiated: 1 },
      ],
      stages: [
        { id: 'offer', count: 2, negotiated: 2 },
        { id: 'counteroffer', count: 1, negotiated: 0 },
      ],
      quarters: [
        { id: '2026-1', count: 1, negotiated: 1 },
        { id: '2026-2', count: 1, negotiated: 0 },
        { id: '2026-4', count: 1, negotiated: 1 },
      ],
      finding: 'one-reason',
    });
  });

  test('every entry is counted once by stage and by quarter, in any log', () => {
    const made = fc.array(
      fc.record({
        reason: fc.constantFrom('pay', 'fit', 'none'),
        asked: fc.boolean(),
        flow: fc.constantFrom('offer', 'invited', 'accepted'),
      }),
    );
    fc.assert(
      fc.property(made, (all) => {
        const found = patterns(log(...all));
        for (const counts of [found.stages, found.quarters]) {
          expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(found.count);
          expect(counts.reduce((sum, { negotiated }) => sum + negotiated, 0)).toBe(found.negotiated);
        }
        expect(ideas(found).length).toBeLessThanOrEqual(3);
        expect(toPlainText(reviewCard(found, null, words))).not.toMatch(/undefined|NaN|\{\{/);
      }),
    );
  });

  test('leads to ideas that follow from it', () => {
    const of = (...made: readonly Made[]): string[] => ideas(patterns(log(...made)));
    expect(of({ reason: 'pay' }, { reason: 'pay' }, { reason: 'pay' })).toEqual([
      'ask-once',
      'pay-early',
      'note-terms',
    ]);
    expect(of({ reason: 'fit', asked: true }, { reason: 'fit' }, { reason: 'fit' })).toEqual([
      'check-early',
      'ask-more',
      'note-terms',
    ]);
    expect(of({ reason: 'fit', asked: true })).toEqual(['note-terms', 'note-feedback']);
  });

  test('is drawn beside what was set out last time', () => {
    const found = patterns(log({ reason: 'pay', asked: true }, { reason: 'pay' }, { reason: 'fit' }));
    const text = toPlainText(
      reviewCard(found, { at: '2026-08-20T10:00', adjustments: ['Ask first'] }, words),
    );
    expect(text).toContain('Pay  ██ 2, 1 with a change asked for');
    expect(text).toContain('What you set out to do on Thursday, August 20, 2026\n• Ask first');
  });
});

describe('bars of plain characters', () => {
  test('a count is its own length up to ten, then in proportion, and never vanishes', () => {
    expect([bar(0, 3), bar(2, 3), bar(1, 40), bar(40, 40)]).toEqual(['', '██', '█', '██████████']);
  });

  test('a gauge is always ten wide, and never shows more as sure than is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, other) => {
          const [sure, possible] = one < other ? [one, other] : [other, one];
          const drawn = gauge(sure, possible);
          expect(drawn).toMatch(/^█*▒*░*$/);
          expect(drawn).toHaveLength(10);
          expect(Math.abs(drawn.replace(/[^█]/g, '').length - sure * 10)).toBeLessThanOrEqual(0.5);
        },
      ),
    );
  });
});
