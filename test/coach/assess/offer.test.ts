import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/coach/assess/assessment.js';
import { offerMethod as method } from '../../../src/coach/assess/offer.js';
import { answersTo, describeMethod } from './method-suite.js';

describeMethod(method, ['accept', 'negotiate', 'find-out', 'decline'], {
  alternatives: ['present-job', 'another-offer', 'in-progress', 'nothing'],
});

const good = {
  goals: 'forward',
  mobility: 'fits',
  alternatives: 'present-job',
  compare: 'better',
  people: 'fit',
  warning: 'none',
  gap: 'none',
};

describe('decline at once (K19)', () => {
  test.each([
    ['people', 'clash', 'people-clash'],
    ['goals', 'away', 'goals-away'],
    ['warning', 'distrust', 'distrust'],
    ['warning', 'legal-money', 'legal-money'],
    ['warning', 'timing-visa', 'timing-visa'],
    ['mobility', 'clashes', 'mobility-clashes'],
  ])('%s: %s, whatever else is said', (question, answer, reason) => {
    fc.assert(
      fc.property(answersTo(method), (chosen) => {
        const answered = { ...chosen, [question]: answer };
        expect(method.decide(answered)).toBe('decline');
        expect(assess(method, answered).reasons).toContain(reason);
      }),
    );
  });
});

describe('negotiate (K18)', () => {
  test.each(['pay', 'time-place', 'move'])('the rest fits and only %s falls short', (gap) => {
    expect(method.decide({ ...good, gap, bends: 'yes' })).toBe('negotiate');
    expect(method.decide({ ...good, gap, bends: 'unknown' })).toBe('negotiate');
  });

  test('not with an employer who said that it is final: then the alternative decides', () => {
    const final = { ...good, gap: 'pay', bends: 'no' };
    expect(method.decide(final)).toBe('accept');
    expect(method.decide({ ...final, compare: 'same' })).toBe('decline');
  });

  test('not over a long list', () => {
    expect(method.decide({ ...good, gap: 'several', compare: 'same' })).toBe('decline');
    expect(method.decide({ ...good, gap: 'several' })).toBe('find-out');
  });
});

describe('accept (K20), or find out first', () => {
  test('everything fits', () => {
    expect(assess(method, good)).toMatchObject({ verdict: 'accept', against: [] });
    expect(assess(method, good).reasons).toEqual(['no-gap', 'goals-forward', 'people-fit', 'best-there-is']);
  });

  test.each(['people', 'goals', 'warning', 'compare'])('%s is not known yet', (question) => {
    expect(method.decide({ ...good, [question]: 'unsure' })).toBe('find-out');
  });

  test('a sideways step with mixed feelings has to bring something else', () => {
    expect(method.decide({ ...good, goals: 'sideways', people: 'mixed' })).toBe('find-out');
  });
});
