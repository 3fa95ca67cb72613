import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/coach/assess/assessment.js';
import { counterofferMethod as method } from '../../../src/coach/assess/counteroffer.js';
import { answersTo, describeMethod } from './method-suite.js';

const besides = {
  situation: ['made', 'expected'],
  leaving: ['pay', 'growth', 'people', 'life', 'goals'],
  whyNow: ['knew', 'surprised', 'unsure'],
  newJob: ['signed', 'said-yes', 'open'],
};
describeMethod(method, ['decline-counteroffer', 'name-terms', 'stay'], besides);

const mended = {
  situation: 'made',
  leaving: 'growth',
  mends: 'yes',
  lasting: 'yes',
  trust: 'fine',
  path: 'better',
  written: 'yes',
};

describe('money does not mend a reason that was not money (K81)', () => {
  test.each(['growth', 'people', 'goals'])('left for %s, offered pay', (leaving) => {
    const only = { ...mended, leaving, path: 'only-pay' };
    expect(method.decide(only)).toBe('decline-counteroffer');
    expect(assess(method, only).reasons).toContain('only-money');
  });

  test('but where pay was the reason, pay may be the answer', () => {
    expect(method.decide({ ...mended, leaving: 'pay', path: 'only-pay' })).toBe('stay');
  });
});

describe('decline, stay, or ask for named terms in writing (K80, K82)', () => {
  test.each([
    ['mends', 'no'],
    ['lasting', 'no'],
    ['trust', 'gone'],
  ])('%s: %s ends it, whatever else is said', (question, answer) => {
    fc.assert(
      fc.property(answersTo(method, besides), (chosen) => {
        const answered = { ...chosen, situation: 'made', [question]: answer };
        expect(method.decide(answered)).toBe('decline-counteroffer');
      }),
    );
  });

  test('staying takes all of it: the reason mended, for long, in trust, on a better path, in writing', () => {
    expect(method.decide(mended)).toBe('stay');
    for (const [question, answer] of [
      ['mends', 'partly'],
      ['lasting', 'unsure'],
      ['trust', 'strained'],
      ['written', 'promised'],
      ['path', 'unsure'],
    ] as const)
      expect(method.decide({ ...mended, [question]: answer }), question).toBe('name-terms');
  });
});

test('expecting one without wanting to stay: decline now (K84)', () => {
  expect(method.decide({ situation: 'expected', wanted: 'no' })).toBe('decline-counteroffer');
  expect(method.decide({ situation: 'expected', wanted: 'yes' })).toBe('name-terms');
});
