import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Candidate,
  compare,
  criteria,
  type Rating,
  rated,
  ratings,
  totalPay,
  type Weighting,
  weights,
} from '../../../src/coach/assess/comparison.js';
import type { Pay } from '../../../src/coach/conversation/state.js';

const amount = fc.integer({ min: 1, max: 200_000 });
const pay: fc.Arbitrary<Pay> = fc
  .record({
    low: fc.option(amount),
    more: fc.option(fc.integer({ min: 0, max: 50_000 })),
    currency: fc.constantFrom('EUR', 'CHF', null),
    period: fc.constantFrom('hour' as const, 'month' as const, 'year' as const, null),
  })
  .map(({ low, more, currency, period }) => ({
    min: low,
    max: more === null ? null : (low ?? 0) + more,
    currency,
    period,
  }));
const yearly: fc.Arbitrary<Pay> = amount.map((value) => ({
  min: value,
  max: value,
  currency: 'EUR',
  period: 'year',
}));

const rating = fc.option(fc.constantFrom(...ratings), { nil: undefined });
const ratingsOf = fc
  .record({ work: rating, people: rating, place: rating, security: rating, values: rating })
  .map(
    (all) =>
      Object.fromEntries(Object.entries(all).filter(([, one]) => one !== undefined)) as Candidate['ratings'],
  );

const candidate = (of: fc.Arbitrary<Pay>): fc.Arbitrary<Candidate> =>
  fc.record({ pay: fc.option(of), onTop: fc.option(of, { freq: 3 }), ratings: ratingsOf });
const several = (of: fc.Arbitrary<Pay> = fc.oneof(pay, yearly, yearly)): fc.Arbitrary<Candidate[]> =>
  fc.array(candidate(of), { minLength: 2, maxLength: 4 });
const weighting: fc.Arbitrary<Weighting> = fc.record(
  Object.fromEntries(criteria.map((criterion) => [criterion, fc.constantFrom(...weights)])) as Record<
    keyof Weighting,
    fc.Arbitrary<Weighting['pay']>
  >,
);

const SAME: Weighting = {
  pay: 'matters',
  work: 'matters',
  people: 'matters',
  place: 'matters',
  security: 'matters',
  values: 'matters',
};
const ONLY_PAY: Weighting = {
  pay: 'matters',
  work: 'not',
  people: 'not',
  place: 'not',
  security: 'not',
  values: 'not',
};
const euros = (value: number, period: Pay['period'] = 'year', currency: string | null = 'EUR'): Pay => ({
  min: value,
  max: value,
  currency,
  period,
});
const paid = (value: Pay | null, onTop: Pay | null = null): Candidate => ({ pay: value, onTop, ratings: {} });
const all = (score: Rating): Candidate['ratings'] =>
  Object.fromEntries(rated.map((criterion) => [criterion, score]));

describe('whatever is known', () => {
  test('shares lie between nothing and all, and what is sure is possible', () => {
    fc.assert(
      fc.property(several(), weighting, (candidates, weighed) => {
        const { reach, leader, standing } = compare(candidates, weighed);
        expect(reach).toHaveLength(candidates.length);
        for (const { sure, possible } of reach) {
          expect(sure).toBeGreaterThanOrEqual(0);
          expect(possible).toBeGreaterThanOrEqual(sure);
          expect(possible).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(leader === null).toBe(standing === 'even' || standing === 'nothing');
      }),
    );
  });

  test('the order in which they are told does not matter', () => {
    fc.assert(
      fc.property(several(), weighting, (candidates, weighed) => {
        const there = compare(candidates, weighed);
        const back = compare(candidates.toReversed(), weighed);
        expect(back.standing).toBe(there.standing);
        const mirrored = back.leader === null ? null : candidates.length - 1 - back.leader;
        expect(mirrored).toBe(there.leader);
      }),
    );
  });

  test('a better rating never costs the lead', () => {
    fc.assert(
      fc.property(several(), weighting, fc.constantFrom(...rated), (candidates, weighed, criterion) => {
        const { leader } = compare(candidates, weighed);
        const before = leader === null ? undefined : candidates[leader]?.ratings[criterion];
        if (leader === null || before === undefined || before === 'good') return;
        const better = candidates.map((one, index) =>
          index === leader ? { ...one, ratings: { ...one.ratings, [criterion]: 'good' as const } } : one,
        );
        expect(compare(better, weighed).leader).toBe(leader);
      }),
    );
  });

  test('a clear lead holds however the unknown turns out', () => {
    fc.assert(
      fc.property(
        several(yearly),
        weighting,
        fc.infiniteStream(fc.constantFrom(...ratings)),
        fc.infiniteStream(yearly),
        (candidates, weighed, turned, sums) => {
          const { standing, leader } = compare(candidates, weighed);
          fc.pre(standing === 'clear');
          const known = candidates.map((one) => ({
            onTop: one.onTop,
            pay: one.pay ?? sums.next().value,
            ratings: Object.fromEntries(
              rated.map((criterion) => [criterion, one.ratings[criterion] ?? turned.next().value]),
            ),
          }));
          expect(compare(known, weighed).leader).toBe(leader);
        },
      ),
    );
  });

  test('every flip is true, and no other weight of a criterion without one would change the lead', () => {
    fc.assert(
      fc.property(several(), weighting, (candidates, weighed) => {
        const { leader, flips } = compare(candidates, weighed);
        for (const criterion of criteria) {
          const flip = flips.find((one) => one.criterion === criterion);
          if (flip)
            expect(compare(candidates, { ...weighed, [criterion]: flip.weight }).leader).toBe(flip.leader);
          else
            for (const weight of weights)
              expect([null, leader]).toContain(
                compare(candidates, { ...weighed, [criterion]: weight }).leader,
              );
        }
      }),
    );
  });

  test('every rating that is not known and counts is a question, and no other', () => {
    fc.assert(
      fc.property(several(), weighting, (candidates, weighed) => {
        const { open } = compare(candidates, weighed);
        const missing = candidates.flatMap((one, index) =>
          rated
            .filter((criterion) => weighed[criterion] !== 'not' && one.ratings[criterion] === undefined)
            .map((criterion) => `${index} ${criterion}`),
        );
        expect(open.map((one) => `${one.candidate} ${one.criterion}`).sort()).toEqual(missing.sort());
      }),
    );
  });
});

describe('pay', () => {
  test('of different currencies or periods is never compared: no amount changes anything, and it is asked about', () => {
    fc.assert(
      fc.property(amount, amount, fc.boolean(), (one, other, currency) => {
        const unlike = currency ? euros(other, 'year', 'CHF') : euros(other, 'hour');
        const { standing, payQuestions, reach } = compare([paid(euros(one)), paid(unlike)], ONLY_PAY);
        expect(standing).toBe('nothing');
        expect(reach).toEqual([
          { sure: 0, possible: 1 },
          { sure: 0, possible: 1 },
        ]);
        expect(payQuestions).toEqual([{ id: currency ? 'currency' : 'period', of: [0, 1] }]);
      }),
    );
  });

  test('counts by its share of the highest, whatever the size of the money', () => {
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 2, max: 9 }), (one, other, times) => {
        const once = compare([paid(euros(one)), paid(euros(other))], ONLY_PAY);
        const grown = compare([paid(euros(one * times)), paid(euros(other * times))], ONLY_PAY);
        for (const [index, { sure }] of grown.reach.entries())
          expect(sure).toBeCloseTo(once.reach[index]?.sure ?? -1);
        expect(once.leader).toBe(one === other ? null : one > other ? 0 : 1);
      }),
    );
  });

  test('a month is a twelfth of a year, and the coach asks for a thirteenth', () => {
    const { standing, payQuestions } = compare([paid(euros(5_000, 'month')), paid(euros(60_000))], ONLY_PAY);
    expect([standing, payQuestions]).toEqual(['even', [{ id: 'months', of: [0] }]]);
  });

  test('sure money on top is added when it is of the same kind, and asked about when not', () => {
    expect(totalPay({ pay: euros(80_000), onTop: euros(500, 'month') })?.sure).toBe(86_000);
    expect(totalPay({ pay: euros(80_000), onTop: euros(1_000, 'year', 'USD') })).toBeNull();
    const { payQuestions } = compare([paid(euros(80_000), euros(9, 'hour')), paid(euros(70_000))], ONLY_PAY);
    expect(payQuestions).toEqual([{ id: 'on-top', of: [0] }]);
  });

  test('of one that is not known leaves it open for all', () => {
    const upTo: Pay = { min: null, max: 90_000, currency: 'EUR', period: 'year' };
    for (const unknown of [null, upTo]) {
      const { standing, payQuestions } = compare([paid(euros(80_000)), paid(unknown)], ONLY_PAY);
      expect([standing, payQuestions]).toEqual(['nothing', [{ id: 'unknown', of: [1] }]]);
    }
  });

  test('in a range, or without currency and period, is counted as it stands, asked about, and never makes a lead clear', () => {
    const range: Pay = { min: 90_000, max: 99_000, currency: 'EUR', period: 'year' };
    const ranged = compare(
      [
        { ...paid(range), ratings: all('good') },
        { ...paid(euros(50_000)), ratings: all('poor') },
      ],
      SAME,
    );
    expect([ranged.standing, ranged.leader, ranged.payQuestions]).toEqual([
      'ahead',
      0,
      [{ id: 'range', of: [0] }],
    ]);
    const bare = compare([paid(euros(9, null, null)), paid(euros(8, null, null))], ONLY_PAY);
    expect([bare.standing, bare.payQuestions]).toEqual(['ahead', [{ id: 'unstated', of: [0, 1] }]]);
  });

  test('of nothing everywhere is even', () => {
    expect(compare([paid(euros(0)), paid(euros(0))], ONLY_PAY).standing).toBe('even');
  });

  test('asks nothing where pay does not count', () => {
    expect(compare([paid(null), paid(null)], { ...SAME, pay: 'not' }).payQuestions).toEqual([]);
  });
});

test('where nothing counts nothing leads', () => {
  const nothing = { ...ONLY_PAY, pay: 'not' as const };
  const { standing, flips } = compare(
    [
      { ...paid(euros(2)), ratings: all('good') },
      { ...paid(euros(1)), ratings: all('poor') },
    ],
    nothing,
  );
  expect(standing).toBe('nothing');
  expect(flips.map(({ criterion, weight, leader }) => [criterion, weight, leader])).toEqual(
    criteria.map((criterion) => [criterion, 'little', 0]),
  );
});
