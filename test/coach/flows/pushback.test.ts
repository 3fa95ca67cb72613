import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/coach/conversation/flow.js';
import { optionsOf, relevant } from '../../../src/coach/conversation/flow.js';
import type { Draft } from '../../../src/coach/conversation/state.js';
import { givenReason, notedCard } from '../../../src/coach/flows/noted.js';
import { assessPushback, meaningOf, pushback } from '../../../src/coach/flows/pushback.js';
import { reconnect } from '../../../src/coach/flows/reconnect.js';
import { readEmployerReply } from '../../../src/coach/understand/employer-reply.js';
import { aView, plain, words } from './view.js';

const sentDraft = (kind: string, reason: string): Draft => ({
  id: 'd1',
  kind,
  reason,
  channel: 'email',
  register: 'warm',
  facts: {},
  subjects: [],
  body: 'No, thank you.',
  edited: false,
  sentAt: '2026-11-01T10:00',
});

const view = (answers: Answers, drafts: readonly Draft[] = [], facts = {}) => {
  const seen = aView(pushback, answers);
  return {
    ...seen,
    opportunity: { ...seen.opportunity, drafts: [...drafts], facts, decidedAt: '2026-11-01T09:00' },
  };
};

/** The steps that are asked after these answers, and what is taken as answered. */
const asked = (answers: Answers) =>
  relevant(
    pushback,
    Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, { value: value ?? null }])),
  );

const said = (...kinds: readonly string[]) => ({
  reply: 'choose',
  read: 'no',
  happened: kinds[0] ?? '',
  exactly: kinds[1] ?? '',
});

describe('what an answer is read as', () => {
  test('a sure reading stands without a question', () => {
    const { answers } = asked({
      company: 'Acme',
      reply: 'Could you tell us why you decided against our offer?',
    });
    expect(answers['read']).toBe('yes');
    expect(meaningOf(answers)).toBe('asks-why');
  });

  test('a word or two is left to the person, however it reads', () => {
    const { answers } = asked({ company: 'Acme', reply: 'see attached' });
    expect(answers['read']).toBe('no');
    expect(meaningOf(answers)).toBeNull();
  });

  test('a guess that the person confirms is what it means; one that they deny is dropped', () => {
    const reply = 'They were cold on the phone and hung up on me';
    expect(meaningOf({ reply, read: 'yes' })).not.toBeNull();
    expect(meaningOf({ reply, read: 'no', exactly: 'pressure' })).toBe('pressure');
  });

  test('what is at best a courtesy is left to the person: pressure must not be taken for thanks', () => {
    const { answers } = asked({ company: 'Acme', reply: 'qwerty asdf yxcv hjkl' });
    expect(readEmployerReply('qwerty asdf yxcv hjkl')).toMatchObject({
      certain: false,
      guess: 'acknowledged',
    });
    expect(answers['read']).toBe('no');
  });

  test('while the meaning is open, nothing is offered and nothing is owed', () => {
    for (const step of pushback.steps.filter(({ id }) => id === 'exactly' || id === 'next'))
      expect(optionsOf(step, {})).toEqual([]);
    expect(assessPushback(view({})).verdict).toBe('leave');
  });

  test('no answer is an answer', () => expect(meaningOf({ reply: 'no-answer' })).toBe('no-answer'));
});

describe('what follows (K85–K90)', () => {
  test('whether the person stood by it before is read from what was sent', () => {
    const answers = { ...said('pushes', 'pressure'), still: 'said-no' };
    expect(assessPushback(view(answers)).verdict).toBe('firm');
    expect(assessPushback(view(answers, [sentDraft('stand-by-decision', 'none')])).verdict).toBe('final');
    const unsent = { ...sentDraft('stand-by-decision', 'none'), sentAt: null };
    expect(assessPushback(view(answers, [unsent])).verdict).toBe('firm');
  });

  test('why: the reason that was given is given again, and asked only where none was (K41, K65)', () => {
    const answers = { ...said('asks', 'asks-why'), next: 'answer-why' };
    expect(pushback.conclude(view(answers, [sentDraft('decline-offer', 'pay')])).next?.preset).toEqual({
      kind: 'answer-why',
      reason: 'pay',
    });
    expect(pushback.conclude(view(answers, [sentDraft('decline-offer', 'none')])).next?.preset).toEqual({
      kind: 'answer-why',
    });
  });

  test('standing by it says whether they moved', () => {
    const preset = (happened: string, exactly: string) =>
      pushback.conclude(view({ ...said(happened, exactly), next: 'stand-by-decision' })).next?.preset;
    expect(preset('offers', 'better-terms')).toEqual({ kind: 'stand-by-decision', terms: 'better-terms' });
    expect(preset('pushes', 'persuades')).toEqual({ kind: 'stand-by-decision', terms: 'none' });
  });

  test('a new date moves the reminders, and a day to decide by is offered', () => {
    const { events, next } = pushback.conclude(
      view({ ...said('date', 'extends-deadline'), newDate: '2026-12-02' }),
    );
    expect(events).toContainEqual({ type: 'deadline-moved', date: '2026-12-02' });
    expect(next?.flow).toBe('decide-by');
  });

  test('new terms are weighed where the first ones were', () => {
    const answers = { ...said('offers', 'better-terms'), next: 'weigh' };
    const weighed = (decision: 'decline' | 'decline-counteroffer' | null, flow: string) => {
      const seen = view(answers);
      return pushback.conclude({ ...seen, opportunity: { ...seen.opportunity, decision, flow } }).next?.flow;
    };
    expect(weighed('decline', 'offer')).toBe('offer');
    expect(weighed('decline-counteroffer', 'pushback')).toBe('counteroffer');
    expect(weighed(null, 'counteroffer')).toBe('counteroffer');
  });

  test('an offer taken back leads to its own flow; silence is left alone or confirmed once', () => {
    const end = (next: string, ...kinds: string[]) => pushback.conclude(view({ ...said(...kinds), next }));
    expect(end('offer-withdrawn', 'date', 'rescinds-offer').next?.flow).toBe('offer-withdrawn');
    expect(end('leave', 'quiet', 'no-answer').say).toBe('silence');
    expect(end('leave', 'quiet', 'acknowledged').say).toBe('leave');
    expect(end('again', 'quiet', 'no-answer').events).toEqual([{ type: 'repeat' }]);
  });
});

describe('what is brought back from the notes (K83, K99)', () => {
  test('terms, pay, what fell short and the reason that was given', () => {
    const { opportunity } = view({}, [sentDraft('decline-offer', 'pay')], {
      role: 'Data engineer',
      extras: null,
      wouldChange: 'two days at home',
      pay: { min: 85_000, max: 85_000, currency: 'EUR', period: 'year' },
      gap: 'pay',
    });
    const card = notedCard(opportunity, words);
    expect(plain(card ? [card] : [])).toContain(
      [
        'You decided on Sunday, November 1, 2026',
        'Role: Data engineer',
        'What would have changed your answer: two days at home',
        'Pay: €85,000 a year',
        'What fell short: Pay or bonus',
        'The reason you gave: Pay',
      ].join('\n• '),
    );
  });

  test('nothing noted, no card; a reason that was only drafted was not given', () => {
    const { opportunity } = aView(pushback, {});
    expect(notedCard(opportunity, words)).toBeNull();
    const drafted = { ...sentDraft('decline-offer', 'pay'), sentAt: null };
    expect(givenReason({ ...opportunity, drafts: [drafted] })).toBeUndefined();
  });
});

describe('back in touch (K102, K103)', () => {
  const end = (toward: string, more: object) => {
    const seen = aView(reconnect, { company: 'Acme', toward });
    return reconnect.conclude({ ...seen, opportunity: { ...seen.opportunity, ...more } }).next?.preset;
  };

  test('the earlier contact is recalled by its month, from the decision or from what was sent', () => {
    expect(end('again', { decidedAt: '2026-05-04T10:00' })).toEqual({
      kind: 'reconnect',
      met: 'in May 2026',
    });
    const drafts = [sentDraft('decline-offer', 'pay')];
    expect(end('colleague', { drafts })).toEqual({ kind: 'refer-colleague', met: 'in November 2026' });
  });

  test('what the person said of it is kept, and what nobody knows is asked', () => {
    expect(end('again', { decidedAt: '2026-05-04T10:00', facts: { met: 'last spring' } })).toEqual({
      kind: 'reconnect',
    });
    expect(end('touch', {})).toEqual({ kind: 'stay-in-touch' });
  });
});
