import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/coach/assess/assessment.js';
import { invitedAfterAcceptingMethod as method } from '../../../src/coach/assess/invited-after-accepting.js';
import { answersTo, describeMethod } from './method-suite.js';

describeMethod(method, ['decline', 'go', 'settle'], { standing: ['nothing', 'bridges', 'contact'] });

const settled = {
  final: 'signed',
  goals: 'yes',
  terms: 'accepted',
  place: 'same',
  beyond: 'nothing',
  duties: 'no',
};

describe('five questions after a yes (K33)', () => {
  test('a signed yes that serves the goals: decline', () => {
    expect(method.decide(settled)).toBe('decline');
    expect(assess(method, settled).reasons).toEqual([
      'signed',
      'goals-served',
      'terms-as-good',
      'nothing-beyond',
    ]);
  });

  test.each(['information', 'network'])('%s that is to be had only here: go, for information', (beyond) =>
    expect(method.decide({ ...settled, beyond })).toBe('go'),
  );

  test('a fallback counts only where the yes is in question', () => {
    expect(method.decide({ ...settled, beyond: 'fallback' })).toBe('decline');
    expect(method.decide({ ...settled, beyond: 'fallback', terms: 'this' })).toBe('go');
  });

  test('two doubts about the accepted job: look at that one first', () =>
    expect(method.decide({ ...settled, goals: 'no', terms: 'this' })).toBe('settle'));
});

describe('the checklist (K34)', () => {
  test.each(['said-yes', 'open'])('a yes that is %s is never traded for a no elsewhere', (final) => {
    fc.assert(
      fc.property(answersTo(method), (chosen) => {
        expect(method.decide({ ...chosen, final })).toBe('settle');
      }),
    );
  });

  test('duties at work come before an hour of curiosity', () =>
    expect(method.decide({ ...settled, beyond: 'information', duties: 'duties' })).toBe('decline'));
});
