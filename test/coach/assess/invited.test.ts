import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/coach/assess/assessment.js';
import { invitedMethod as method } from '../../../src/coach/assess/invited.js';
import { answersTo, describeMethod } from './method-suite.js';

describeMethod(method, ['go', 'ask-first', 'decline', 'unclear'], {
  standing: ['nothing', 'bridges', 'need', 'friend'],
});

const fine = {
  career: 'forward',
  logistics: 'fits',
  timing: 'yes',
  readiness: 'yes',
  flag: 'none',
  anyway: 'none',
};

describe('the four lenses (K27–K30)', () => {
  test('all of them say yes: go', () => expect(method.decide(fine)).toBe('go'));

  test.each([
    { career: 'away' },
    { career: 'sideways' },
    { logistics: 'clashes' },
    { timing: 'no' },
    { readiness: 'no' },
  ])('one says no (%o): ask first', (no) => {
    expect(method.decide({ ...fine, ...no })).toBe('ask-first');
    expect(assess(method, { ...fine, ...no }).reasons).toContain('one-lens');
  });

  test.each([
    { career: 'away', timing: 'no' },
    { career: 'sideways', readiness: 'no' },
    { logistics: 'clashes', readiness: 'no' },
  ])('several say no (%o): decline', (noes) => expect(method.decide({ ...fine, ...noes })).toBe('decline'));

  test('a sideways step that buys learning, people or pay is no no (K27)', () =>
    expect(method.decide({ ...fine, career: 'gains', logistics: 'strains' })).toBe('go'));

  test('an unknown about place or visa is asked about first (K28)', () =>
    expect(method.decide({ ...fine, logistics: 'unsure' })).toBe('ask-first'));

  test('a courteous no rarely harms: fear of burning a bridge speaks for saying it, not for going (K29, K96)', () => {
    const { against } = assess(method, { ...fine, standing: 'bridges' });
    expect(against).toContain('no-harm');
    expect(method.decide({ ...fine, standing: 'bridges' })).toBe('go');
  });
});

describe('red flags (K31)', () => {
  test.each(['employer', 'process'])('%s: decline, whatever else speaks for it', (flag) => {
    fc.assert(
      fc.property(answersTo(method), (chosen) => {
        expect(method.decide({ ...chosen, flag })).toBe('decline');
      }),
    );
  });

  test.each(['gap', 'duties'])('%s: decline, unless there is a reason to go anyway', (flag) => {
    expect(method.decide({ ...fine, flag })).toBe('decline');
    expect(method.decide({ ...fine, flag, anyway: 'meet' })).toBe('go');
  });
});

describe('reasons to go anyway (K32, K38)', () => {
  const noes = { ...fine, career: 'sideways', logistics: 'clashes' };

  test.each(['curious', 'meet', 'practice', 'leverage'])('%s: go, although two lenses say no', (anyway) => {
    expect(method.decide({ ...noes, anyway })).toBe('go');
    expect(assess(method, { ...noes, anyway }).reasons).toContain(anyway);
  });

  test('curiosity counts only where preparing is cheap', () =>
    expect(method.decide({ ...noes, readiness: 'no', anyway: 'curious' })).toBe('decline'));

  test('leverage counts only where a yes is possible: never only for a better offer elsewhere (K38)', () => {
    for (const impossible of [{ timing: 'no' }, { career: 'away' }]) {
      const chosen = { ...noes, ...impossible, anyway: 'leverage' };
      expect(method.decide(chosen)).toBe('decline');
      expect(assess(method, chosen).reasons).toContain('only-leverage');
    }
  });

  test('what speaks against going never turns a no into a yes', () => {
    const worse = fc.constantFrom(
      { career: 'away' },
      { logistics: 'clashes' },
      { timing: 'no' },
      { readiness: 'no' },
      { flag: 'gap' },
      { flag: 'process' },
      { anyway: 'none' },
    );
    fc.assert(
      fc.property(answersTo(method), worse, (chosen, change) => {
        if (method.decide(chosen) === 'decline') {
          const flagged = chosen['flag'] !== undefined && chosen['flag'] !== 'none' && 'flag' in change;
          if (!flagged) expect(method.decide({ ...chosen, ...change })).toBe('decline');
        }
      }),
    );
  });

  test('too little said: no recommendation is made up', () => {
    expect(method.decide({})).toBe('unclear');
    expect(method.decide({ career: 'forward' })).toBe('unclear');
    expect(method.decide({ career: 'forward', timing: 'yes' })).toBe('go');
  });
});
