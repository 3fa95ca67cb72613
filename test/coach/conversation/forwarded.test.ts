import { beforeEach, describe, expect, test } from 'vitest';
import type { State } from '../../../src/coach/conversation/state.js';
import type { Message } from '../../../src/coach/message.js';
import { CoachAlone } from '../../stories/coach-alone.js';

let coach: CoachAlone;
beforeEach(() => {
  coach = new CoachAlone('Europe/Berlin', '2026-11-20T10:00');
});

const forward = (text: string): string[] => keys(coach.do({ type: 'forwarded', text }));
const keys = (messages: readonly Message[]): string[] => messages.map((message) => message.key);
const say = (...lines: readonly string[]): void => {
  for (const text of lines) coach.do({ type: 'text', text });
};
const state = (): State => coach.state as State;

describe('a message that the person wants to answer', () => {
  const INVITATION =
    "Hi Sam, we'd love to invite you to an interview for the Analyst role at Acme next Tuesday at 10. Does that work? Best, Kim";

  test('begins the flow that it is about, with what it says', () => {
    expect(forward(INVITATION)).toEqual([
      'greeting.hello',
      'greeting.privacy',
      'conversation.forwarded',
      'conversation.summary',
      'invited.deadline',
    ]);
    expect(state().opportunities[0]?.facts).toMatchObject({ company: 'Acme', role: 'Analyst' });
  });

  test('is asked about when it does not say by itself what it is', () => {
    const said = coach.do({ type: 'forwarded', text: 'Can we talk tomorrow?' });
    expect(keys(said).at(-1)).toBe('conversation.forwarded-unclear');
    expect(said.at(-1)?.choices.map(({ label }) => label)).toContain('They came back after my no');
    expect(state().opportunities).toEqual([]);
  });

  test('that is empty is said to be so', () => {
    expect(forward(' ')).toContain('conversation.forwarded-empty');
  });

  test('after something was sent is the answer to it', () => {
    say('I just need the words to decline the offer from Acme');
    for (const label of ['A no', 'No to an offer']) coach.click(label);
    say('Data engineer', 'Pay', 'skip', 'Ana', 'Robin');
    coach.click('By email');
    say('warm');
    coach.click('I sent it');
    const said = forward('Thanks for letting us know. Would you mind telling us why you declined?');
    expect(said[0]).toBe('conversation.forwarded');
    expect(state().frames.at(-1)?.flow).toBe('pushback');
    expect(state().opportunities).toHaveLength(1);
  });
});

describe('a file', () => {
  test('is said not to be read, calmly, and the words beside it are', () => {
    say('I have an offer');
    const said = coach.do({ type: 'text', text: 'Acme', files: true });
    expect(keys(said)[0]).toBe('conversation.files');
    expect(state().opportunities[0]?.facts['company']).toBe('Acme');
  });

  test('without words leaves the open question open', () => {
    say('I have an offer');
    expect(keys(coach.do({ type: 'text', text: '', files: true }))).toEqual([
      'conversation.files',
      'offer.company',
    ]);
    say('pause');
    expect(keys(coach.do({ type: 'text', text: '', files: true }))).toEqual(['conversation.files']);
  });
});
