import { describe, expect, it } from 'vitest';
import { readYesNo } from '../../../src/coach/understand/yes-no.js';

describe('informal answers', () => {
  it.each([
    ['yes', ['obv', 'bet', 'i can do that', 'if possible yes', 'all clear', 'they did say so']],
    [
      'no',
      [
        'rather not, if it is ok',
        "I'd rather not tell them",
        "I'd prefer not to tell them",
        'not at all, why would I',
        'not at all, why would I?',
        'nowhere near',
        'they said nothing',
        "couldn't say yes to that",
      ],
    ],
    [
      'other',
      [
        'my start date is the 4th of may',
        'they want me from may',
        'she never says no to anybody',
        'he always says yes',
        "I'd rather not say",
      ],
    ],
  ] as const)('reads %s', (value, texts) => {
    for (const text of texts) expect([text, readYesNo(text)]).toEqual([text, value]);
  });
});
