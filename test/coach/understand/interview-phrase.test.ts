import { describe, expect, test } from 'vitest';
import { interviewPhrase } from '../../../src/coach/understand/opening/interview.js';

describe('where an opening says when the interview is: the clause after the word', () => {
  test.each([
    ["I'm invited to an interview at Acme on Friday", 'at Acme on Friday'],
    ['Acme invited me to an interview next Tuesday at 3pm, must answer by Friday', 'next Tuesday at 3pm'],
    ['I have an interview tomorrow at 9am but my new job starts on Monday', 'tomorrow at 9am'],
    ['They sent an interview invitation after I signed on 1 December', 'invitation'],
    ['I need help', null],
    ['The interview.', null],
    ['the interview and then Friday', null],
  ])('%s: %s', (said, phrase) => expect(interviewPhrase(said)).toBe(phrase));
});
