import { describe, expect, test } from 'vitest';
import { isAcknowledgement } from '../../../src/coach/understand/acknowledgement.js';

describe('an acknowledgement', () => {
  test.each([
    'ok',
    'OK!',
    'okay, thanks',
    'Got it.',
    'got it, thank you so much',
    'Thanks',
    'thanks a lot for your help',
    'Great, thanks!',
    'ah ok',
    'that’s helpful',
    'understood',
    '👍',
    '👍🏽',
    '👍👍',
    'ok 👍',
    '❤️',
    ':+1:',
    ':+1::skin-tone-3:',
  ])('is %s', (typed) => expect(isAcknowledgement(typed)).toBe(true));

  test.each([
    'thanks, but how do I decline?',
    'ok I got an offer',
    'ok?',
    'okapi',
    'great offer from Acme',
    'yes',
    'no thanks',
    'not good',
    'I feel good about the offer',
    'noted in the contract',
    '👎',
    '',
    ' ',
  ])('is not %j', (typed) => expect(isAcknowledgement(typed)).toBe(false));

  test.each(['ok ', 'k', 'thanks,', ':+1:', 'o', 'all good '])(
    'is not %j again and again with a question mark',
    (one) => {
      expect(isAcknowledgement(`${one.repeat(79).slice(0, 79)}?`)).toBe(false);
    },
  );
});
