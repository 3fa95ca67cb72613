import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptedMethod as method } from '../../../src/coach/assess/accepted.js';
import { assess } from '../../../src/coach/assess/assessment.js';
import { answersTo, describeMethod } from './method-suite.js';

describeMethod(method, ['rescind', 'keep', 'advice'], { notice: ['yes', 'no', 'none'] });

const out = { how: 'spoken', move: 'none', mends: 'no', sure: 'yes' };

describe('a yes that is regretted (K91)', () => {
  test('only said, sure, and past mending: take it back', () => {
    expect(method.decide(out)).toBe('rescind');
    expect(assess(method, out).reasons).toEqual(['sure', 'not-signed', 'not-mended']);
  });

  test.each([{ how: 'signed' }, { move: 'filed' }, { sure: 'unsure' }])('%o: ask for advice first', (more) =>
    expect(method.decide({ ...out, ...more })).toBe('advice'),
  );

  test.each([{ sure: 'no' }, { mends: 'yes' }])('%o: keep it for now', (more) =>
    expect(method.decide({ ...out, ...more })).toBe('keep'),
  );

  test('planned, and nothing filed: the sooner the better (K93)', () => {
    const planned = { ...out, move: 'planned' };
    expect(method.decide(planned)).toBe('rescind');
    expect(assess(method, planned).reasons).toContain('not-filed');
  });

  test('what is signed or filed is never taken back without a word about advice', () => {
    fc.assert(
      fc.property(answersTo(method), (chosen) => {
        if (chosen['how'] !== 'signed' && chosen['move'] !== 'filed') return;
        expect(method.decide(chosen)).not.toBe('rescind');
      }),
    );
  });
});
