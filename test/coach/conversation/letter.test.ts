import { describe, expect, test } from 'vitest';
import { companyIn, looksLikeLetter } from '../../../src/coach/conversation/letter.js';
import { pushback } from '../../../src/coach/flows/pushback.js';
import { aView } from '../flows/view.js';

describe('an employer’s letter, pasted', () => {
  test.each([
    'Hi Robin,\n\nthank you for letting us know. May I ask why?\n\nBest,\nAna',
    'Dear Ms Lee, we are sorry to hear that. Would you reconsider?',
    'Thanks for your message. We can raise the base salary for you to 95,000.',
    'We are sorry to hear about your decision. All doors stay open for you.',
    'It would help us to hear your reasons, if you can share them.\nKind regards,\nAna Silva',
  ])('%s', (letter) => expect(looksLikeLetter(letter)).toBe(true));

  test.each([
    'Hello, can you help me to decline an offer from Acme please?',
    'They said they would pay you more if you stay, what now?',
    'Hi there, I got an offer from Initech and need your help with it',
    'I declined Acme and they want to know the reasons, your advice?',
    'Thank you',
    'Best,\nAna',
    'The terms are fine with me, and the start date as well, thanks',
  ])('what a person says to the coach is none: %s', (said) => expect(looksLikeLetter(said)).toBe(false));

  test('the one known company that it names', () => {
    const { opportunity } = aView(pushback, { company: 'Acme' });
    const other = { ...opportunity, facts: { company: 'Globex' } };
    const nameless = { ...opportunity, facts: {} };
    expect(companyIn([opportunity, other, nameless], 'From all of us at ACME.')).toBe('Acme');
    expect(companyIn([opportunity, other], 'Acme and Globex')).toBeNull();
    expect(companyIn([opportunity], 'Kind regards, Ana')).toBeNull();
  });
});
