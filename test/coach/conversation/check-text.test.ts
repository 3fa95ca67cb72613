import { beforeEach, describe, expect, test } from 'vitest';
import { type Message, toPlainText } from '../../../src/coach/message.js';
import { CoachAlone } from '../../stories/coach-alone.js';

let coach: CoachAlone;
beforeEach(() => {
  coach = new CoachAlone('Europe/Berlin', '2026-11-20T10:00');
});

const say = (text: string): readonly Message[] => coach.do({ type: 'text', text });
const keys = (messages: readonly Message[]): string[] => messages.map((message) => message.key);

describe('checking a reply of the person’s own', () => {
  test('says what is noticed, keeps nothing of it, and goes on with what was open', () => {
    say('I have an offer');
    expect(keys(say('check'))).toEqual(['drafts.check.ask']);
    const said = say('I am so sorry, sorry again. Your offer is an insult.');
    expect(keys(said)).toEqual(['drafts.check.findings', 'offer.company']);
    expect(said.map(toPlainText).join('\n')).toContain('Your offer is an insult');
    expect(JSON.stringify(coach.state)).not.toContain('insult');
  });

  test('says when there is nothing, and can be left', () => {
    say('check');
    const clean =
      'Dear Kim,\n\nthank you for the offer and your time. I have decided to decline it.\n\nKind regards,\nSam';
    expect(keys(say(clean))).toEqual(['drafts.check.nothing']);
    say('check');
    expect(keys(say('cancel'))).toEqual(['conversation.left-as-it-was']);
  });
});

describe('checking a draft', () => {
  test('by its button says the same as stands below it', () => {
    say('I just need the words to decline the offer from Acme');
    for (const label of ['A no', 'No to an offer']) coach.click(label);
    for (const line of ['Data engineer', 'Pay', 'skip', 'Ana', 'Robin']) say(line);
    coach.click('By email');
    say('warm');
    expect(keys(coach.click('Check it'))).toEqual(['drafts.check.nothing']);
  });
});
