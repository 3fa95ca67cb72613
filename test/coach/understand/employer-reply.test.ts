import { describe, expect, it } from 'vitest';
import { readEmployerReply } from '../../../src/coach/understand/employer-reply.js';

/** None of these stands among the known answers. */
const SAID = {
  acknowledged: [
    'Thank you for letting me know, we wish you all the best.',
    'Okay, noted. Good luck with the new job!',
  ],
  'asks-why': ['May I ask the reason for your decision?', 'What made you decide against us?'],
  'asks-feedback': [
    'Would you fill in a short survey about our interview process?',
    'Do you have feedback on how we ran the interviews?',
  ],
  persuades: [
    'Please reconsider, you would be perfect for this team.',
    'Are you sure? Let us talk again before you decide.',
  ],
  'better-terms': [
    'We can raise the salary to 72k and add a signing bonus.',
    'We would be happy to offer you five more days of holiday and a higher base.',
  ],
  'other-role': [
    'We have another opening in Leeds that may suit you better, interested?',
    'Would you be interested in a different position in our other team?',
  ],
  pressure: [
    'If you do not sign by 5pm today the offer goes to someone else.',
    'This is unprofessional. You promised us, and you will never work here again.',
  ],
  'rescinds-offer': [
    'We regret to inform you that we are withdrawing our offer.',
    'Sorry, the position has been filled and the offer no longer stands.',
  ],
  'extends-deadline': [
    'Sure, you can take until Monday.',
    'Of course, we can extend the deadline by another week.',
  ],
  'refuses-extension': [
    'Unfortunately we cannot extend the deadline, we need your answer on Friday as agreed.',
    'Sorry, more time is not possible, the date is fixed.',
  ],
} as const;

describe("an employer's answer", () => {
  for (const [kind, texts] of Object.entries(SAID)) {
    it.each(texts)(`"%s" is ${kind}`, (text) => {
      expect(readEmployerReply(text)).toEqual({ kind, certain: true, guess: kind });
    });
  }

  it('is unclear when nothing tells its meaning', () => {
    expect(readEmployerReply('')).toMatchObject({ kind: 'unclear', certain: false });
    expect(readEmployerReply('Xyzzy.')).toMatchObject({ kind: 'unclear', certain: false });
    for (const few of ['one two three four five', 'see attached', 'ok then', 'call me'])
      expect(readEmployerReply(few), few).toMatchObject({ certain: false });
  });

  it('never takes pressure or a lost offer for an acknowledgement because of kind words', () => {
    const thanked = 'Thank you so much for your message, we appreciate it and wish you all the best. ';
    expect(readEmployerReply(`${thanked}We are withdrawing our offer.`).guess).toBe('rescinds-offer');
    expect(readEmployerReply(`${thanked}Sign by 5pm today or the offer goes to someone else.`).guess).toBe(
      'pressure',
    );
  });

  it.each([
    'I am out of the office until 3 December with limited access to email.',
    'Your message could not be delivered to the following recipients.',
    'Who is this?',
    'Wrong number mate',
    "I'm in meetings all day, will call you tomorrow.",
    'Let me check with my boss and get back to you',
    'Your message has been received. A member of our team will reply within two working days.',
    'I no longer work at Acme. Please contact jobs@acme.example.',
  ])('is unclear for what answers no decision: "%s"', (text) => {
    expect(readEmployerReply(text).kind).toBe('unclear');
  });

  it('takes a holding line beside the matter for no more than courtesy', () => {
    const answer = "I'm on holiday from Monday. We can raise the salary to 72k and add a signing bonus.";
    expect(readEmployerReply(answer).kind).toBe('better-terms');
  });
});
