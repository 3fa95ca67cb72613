import { describe, expect, test } from 'vitest';
import { checkFlow } from '../../../src/coach/conversation/check.js';
import type { Conclusion, Flow, Step } from '../../../src/coach/conversation/flow.js';
import { createWords, type Texts } from '../../../src/coach/words.js';

const step = (id: string, more: Partial<Step> = {}): Step => ({ id, kind: 'text', ...more });
const said = (more: Texts = {}): Texts => ({ ask: 'What?', why: 'So.', label: 'It', ...more });

function check(steps: readonly Step[], texts: Texts, conclude: Conclusion = { events: [] }): string[] {
  const flow: Flow = { id: 'sample', version: 1, steps, conclude: () => conclude };
  return checkFlow(flow, createWords('en', { coach: { sample: { title: 'a sample', steps: texts } } }));
}

describe('the static check of a flow', () => {
  test('finds nothing in a sound one', () => {
    const steps = [
      step('a', { kind: 'choice', options: ['yes', 'no'], optional: true }),
      step('b', { kind: 'date', reads: ['a'], when: (answers) => answers['a'] === 'no' }),
    ];
    expect(check(steps, { a: said({ options: { yes: 'Yes', no: 'No' }, synonyms: {} }), b: said() })).toEqual(
      [],
    );
  });

  test.each<[string, readonly Step[], Texts, string]>([
    [
      'a step that is never asked',
      [step('a', { reads: [], when: () => false })],
      { a: said() },
      'sample.a is never asked.',
    ],
    ['two steps of one id', [step('a'), step('a')], { a: said() }, 'sample has two steps "a".'],
    [
      'a look ahead',
      [step('a', { reads: ['b'], when: () => true }), step('b')],
      { a: said(), b: said() },
      'sample.a reads "b", which is not asked before it.',
    ],
    [
      'a condition on who knows what',
      [step('a', { when: () => true })],
      { a: said() },
      'sample.a has a condition and does not say what it reads.',
    ],
    [
      'missing words',
      [step('a')],
      { a: { ask: 'What?', label: 'It' } },
      'The words coach.sample.steps.a.why are missing.',
    ],
    [
      'a question without an end',
      [step('a')],
      { a: said({ ask: 'x'.repeat(301) }) },
      'coach.sample.steps.a.ask has 301 characters, more than 300.',
    ],
    [
      'an option without words',
      [step('a', { kind: 'choice', options: ['yes'] })],
      { a: said({ options: { no: 'No' } }) },
      'The words coach.sample.steps.a.options.yes are missing.',
    ],
    [
      'options without other words for them',
      [step('a', { kind: 'choice', options: ['yes'] })],
      { a: said({ options: { yes: 'Yes' } }) },
      'The words coach.sample.steps.a.synonyms are missing.',
    ],
    [
      'a label that fits no button',
      [step('a', { kind: 'choice', options: ['yes'] })],
      { a: said({ options: { yes: 'y'.repeat(76) }, synonyms: {} }) },
      'coach.sample.steps.a.options.yes is longer than 75 characters.',
    ],
    [
      'a synonym of two options',
      [step('a', { kind: 'choice', options: ['one', 'two'] })],
      { a: said({ options: { one: 'Bread', two: 'Cake' }, synonyms: { one: ['sweet'], two: ['sweet'] } }) },
      '"sweet" is not understood as coach.sample.steps.a.options.one.',
    ],
    [
      'a group without a title',
      [step('a', { group: 'g' })],
      { a: said() },
      'The words coach.sample.forms.g are missing.',
    ],
    [
      'too many questions',
      Array.from({ length: 13 }, (_, i) => step(`s${i}`)),
      Object.fromEntries(Array.from({ length: 13 }, (_, i) => [`s${i}`, said()])),
      'sample asks 13 questions on one way, more than 12.',
    ],
  ])('finds %s', (_, steps, texts, problem) => {
    expect(check(steps, texts)).toContain(problem);
  });

  test('finds an end without words, and one that leads nowhere', () => {
    expect(check([step('a')], { a: said() }, { events: [], say: 'bye' })).toContain(
      'The words coach.sample.end.bye are missing.',
    );
    expect(check([step('a')], { a: said() }, { events: [], next: { flow: 'gone', preset: {} } })).toContain(
      'sample leads to "gone", which is no flow.',
    );
  });
});
