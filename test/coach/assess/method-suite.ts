import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, type Chosen, type Method } from '../../../src/coach/assess/assessment.js';
import { loadWords } from '../../../src/templates.js';

const words = loadWords('en-US');

/** Any answers that the method may be given, each question possibly skipped. `besides`: what only the reasons read. */
export function answersTo(
  method: Method<string>,
  besides: Readonly<Record<string, readonly string[]>> = {},
): fc.Arbitrary<Chosen> {
  const questions = Object.entries({ ...method.domain, ...besides });
  return fc.record(
    Object.fromEntries(
      questions.map(([question, answers]) => [
        question,
        fc.option(fc.constantFrom(...answers), { nil: undefined }),
      ]),
    ),
  );
}

/** What every method must keep: total, honest about its reasons, right about what would change it, and in words. */
export function describeMethod(
  method: Method<string>,
  verdicts: readonly string[],
  besides: Readonly<Record<string, readonly string[]>> = {},
): void {
  const answers = answersTo(method, besides);
  const key = `coach.assess.${method.topic}`;

  describe(`${method.topic}: what every method keeps`, () => {
    test('whatever is answered or skipped, there is a verdict, and it has words', () => {
      fc.assert(
        fc.property(answers, (chosen) => {
          const { verdict } = assess(method, chosen);
          expect(verdicts).toContain(verdict);
        }),
      );
      for (const verdict of verdicts) {
        expect(words.text(`${key}.verdicts.${verdict}`)).not.toBe('');
        expect(words.text(`${key}.lean.${verdict}`)).not.toBe('');
      }
    });

    test('what it says would change it does change it, by one answer, and has words', () => {
      fc.assert(
        fc.property(answers, (chosen) => {
          const { verdict, turnings } = assess(method, chosen);
          for (const turning of turnings) {
            const flipped = { ...chosen, [turning.question]: turning.answer };
            expect(method.decide(flipped)).toBe(turning.verdict);
            expect(turning.verdict).not.toBe(verdict);
            expect(words.text(`${key}.if.${turning.question}.${turning.answer}`)).not.toBe('');
          }
        }),
      );
    });

    test('each answer of each question has its clause, so that no turning can lack words', () => {
      for (const [question, values] of Object.entries(method.domain))
        for (const value of values) expect(words.has(`${key}.if.${question}.${value}`)).toBe(true);
    });

    test('each verdict and each reason comes up for some answers, and each reason has words', () => {
      const samples = fc.sample(answers, { numRuns: 20_000, seed: 20261120 });
      const met = new Set(samples.map((chosen) => method.decide(chosen)));
      expect([...met].sort()).toEqual([...verdicts].sort());
      for (const reason of method.reasons) {
        expect(words.has(`${key}.reasons.${reason.id}`), reason.id).toBe(true);
        expect(
          samples.some((chosen) => reason.when(chosen)),
          reason.id,
        ).toBe(true);
      }
    });
  });
}
