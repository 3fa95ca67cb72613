import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/coach/assess/assessment.js';
import { pushbackMethod as method } from '../../../src/coach/assess/pushback.js';
import { describeMethod } from './method-suite.js';

const meanings = [
  'acknowledged',
  'asks-why',
  'asks-feedback',
  'persuades',
  'better-terms',
  'other-role',
  'pressure',
  'rescinds-offer',
  'refuses-extension',
  'no-answer',
];

describeMethod(
  method,
  [
    'leave',
    'say-why',
    'firm',
    'final',
    'open',
    'pause',
    'weigh',
    'ask-details',
    'boundary',
    'feedback',
    'written',
    'decide',
  ],
  { meaning: meanings, stood: ['yes', 'no'] },
);

describe('what each kind of answer calls for (K85–K90)', () => {
  test.each([
    ['acknowledged', 'leave'],
    ['no-answer', 'leave'],
    ['asks-why', 'say-why'],
    ['asks-feedback', 'feedback'],
    ['other-role', 'ask-details'],
    ['rescinds-offer', 'written'],
    ['refuses-extension', 'decide'],
  ])('%s: %s', (meaning, verdict) => expect(method.decide({ meaning, stood: 'no' })).toBe(verdict));

  test('nothing at all is owed while nothing is known', () => expect(method.decide({})).toBe('leave'));

  test('whoever would not say yes even then stands by it once, and closes the second time (K86, K90)', () => {
    const wouldNot = { meaning: 'better-terms', meets: 'yes', would: 'no' };
    expect(method.decide({ ...wouldNot, stood: 'no' })).toBe('firm');
    expect(method.decide({ ...wouldNot, stood: 'yes' })).toBe('final');
    expect(assess(method, { ...wouldNot, stood: 'no' }).reasons).toContain('would-not');
    expect(assess(method, { ...wouldNot, stood: 'yes' }).reasons).toEqual([
      'stood-before',
      'would-not-still',
    ]);
  });

  test.each([
    [{ meets: 'yes', would: 'yes' }, 'weigh'],
    [{ meets: 'unsure', would: 'unsure' }, 'weigh'],
    [{ meets: 'partly', would: 'yes' }, 'open'],
    [{ meets: 'no', would: 'unsure' }, 'pause'],
  ])('better terms %o: %s (K83, K87)', (answers, verdict) =>
    expect(method.decide({ meaning: 'better-terms', stood: 'no', ...answers })).toBe(verdict),
  );

  test.each([
    ['yes', 'open'],
    ['unsure', 'pause'],
    ['no', 'firm'],
  ])('arguments alone, would say yes: %s → %s', (would, verdict) =>
    expect(method.decide({ meaning: 'persuades', would, stood: 'no' })).toBe(verdict),
  );

  test('pressure meets a date of one’s own, or a no that is repeated once (K89)', () => {
    expect(method.decide({ meaning: 'pressure', still: 'open', stood: 'no' })).toBe('boundary');
    expect(method.decide({ meaning: 'pressure', still: 'said-no', stood: 'no' })).toBe('firm');
    expect(method.decide({ meaning: 'pressure', still: 'said-no', stood: 'yes' })).toBe('final');
  });

  test('every answer that was told apart has a reason beside its verdict', () => {
    for (const meaning of meanings)
      for (const stood of ['yes', 'no'])
        for (const would of ['yes', 'no', 'unsure'])
          for (const meets of ['yes', 'partly', 'no', 'unsure'])
            for (const still of ['open', 'said-no']) {
              const asked = {
                meaning,
                stood,
                would: ['persuades', 'better-terms'].includes(meaning) ? would : undefined,
                meets: meaning === 'better-terms' ? meets : undefined,
                still: meaning === 'pressure' ? still : undefined,
              };
              expect(assess(method, asked).reasons, JSON.stringify(asked)).not.toEqual([]);
            }
  });
});
