import { beforeEach, describe, expect, test } from 'vitest';
import type { State } from '../../../src/coach/conversation/state.js';
import type { DraftMessage, Message } from '../../../src/coach/message.js';
import { CoachAlone } from '../../stories/coach-alone.js';

let coach: CoachAlone;
beforeEach(() => {
  coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
  say('I got an offer from Acme, they want an answer by November 27');
});

const say = (...lines: readonly string[]): readonly Message[] =>
  lines.map((text) => coach.do({ type: 'text', text })).at(-1) ?? [];
const press = (action: object): readonly Message[] =>
  coach.do({ type: 'click', action: JSON.stringify(action) });
const keys = (messages: readonly Message[]): string[] => messages.map(({ key }) => key);
const offer = () => (coach.state as State).opportunities[0];

/** Answers the questions of a reply of this kind about the offer: options as wanted, words as given, the rest skipped. */
function write(family: string, kind: string, typed: Readonly<Record<string, string>> = {}): DraftMessage {
  const wanted = [family, kind, 'email', 'warm'];
  let latest = press({ do: 'start', flow: 'reply', about: 'o1' });
  for (let turn = 0; turn < 20; turn += 1) {
    const draft = latest.find((message) => message.kind === 'draft');
    if (draft?.kind === 'draft') return draft;
    const question = latest.at(-1);
    if (question?.kind !== 'question') break;
    const step = question.key.split('.')[1] ?? '';
    const option =
      question.choices.find(({ action }) => wanted.some((one) => action.includes(`"value":"${one}"`))) ??
      question.choices[0];
    if (question.field === 'choice' && option) latest = coach.do({ type: 'click', action: option.action });
    else latest = say(typed[step] ?? 'skip');
  }
  throw new Error(`No draft of ${kind}; last came ${keys(latest).join(', ')}.`);
}
const sent = ({ draft }: DraftMessage): readonly Message[] => press({ do: 'draft', draft, deed: 'sent' });

describe('a draft', () => {
  test('is also there as words for a call, beside the letter', () => {
    const letter = write('no', 'decline-offer', { me: 'Robin' });
    const [call] = press({ do: 'draft', draft: letter.draft, deed: 'phone' });
    expect(call).toMatchObject({ kind: 'draft', title: coach.words.text('coach.drafts.rewritten') });
    expect(offer()?.drafts.map(({ channel }) => channel)).toEqual(['email', 'phone']);
  });

  test('of somebody who keeps their name to themselves has a blank, and the check points at it', () => {
    const { body, findings } = write('no', 'decline-offer');
    expect(body).toContain(coach.words.text('coach.drafts.no-name'));
    expect(findings.map(({ advice }) => advice)).toContain(
      coach.words.text('drafts.check.advice.blank-left'),
    );
  });

  test('to the new employer names that one, not the one that is stayed with', () => {
    const { body } = write('yes', 'stay-decline-new-employer', { newCompany: 'Globex', me: 'Robin' });
    expect(body).toContain('Globex');
    expect(body).not.toContain('Acme');
  });

  test('is explained and noted as sent also in a break, which goes on', () => {
    const letter = write('yes', 'accept-offer', { me: 'Robin' });
    press({ do: 'start', flow: 'ledger', about: 'o1' });
    say('pause');
    expect(keys(press({ do: 'draft', draft: letter.draft, deed: 'why' }))).toEqual(['drafts.why']);
    expect(keys(sent(letter))).toEqual(['drafts.sent.accept-offer']);
    expect((coach.state as State).paused).toBe(true);
  });
});

test('a yes after a negotiation is the outcome, and that there was one stays in the log (K99)', () => {
  sent(write('ask', 'negotiate', { ask: 'a base of 80k', me: 'Robin' }));
  expect(offer()?.outcome).toBe('negotiating');
  sent(write('yes', 'accept-offer'));
  expect(offer()).toMatchObject({ outcome: 'accepted', closed: [{ result: 'negotiating' }] });
});
