import { beforeEach, describe, expect, test } from 'vitest';
import { advance } from '../../../src/coach/conversation/advance.js';
import type { State } from '../../../src/coach/conversation/state.js';
import { flowById } from '../../../src/coach/flows/registry.js';
import { type Message, type QuestionMessage, toPlainText } from '../../../src/coach/message.js';
import { loadWords } from '../../../src/templates.js';
import { CoachAlone } from '../../stories/coach-alone.js';

let coach: CoachAlone;
beforeEach(() => {
  coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
});

const say = (...lines: readonly string[]): readonly Message[] =>
  lines.map((text) => coach.do({ type: 'text', text })).at(-1) ?? [];
const press = (action: object, more: object = {}): readonly Message[] =>
  coach.do({ type: 'click', action: JSON.stringify(action), ...more });
const keys = (messages: readonly Message[]): string[] => messages.map((message) => message.key);
const read = (messages: readonly Message[]): string => messages.map(toPlainText).join('\n');
const state = (): State => coach.state as State;
const question = (messages: readonly Message[]): QuestionMessage => messages.at(-1) as QuestionMessage;

const OFFER = 'I got an offer from Acme, they want an answer by November 27';

describe('coming by', () => {
  test('a new person is greeted, someone known is left in peace, and who says hello is answered', () => {
    expect(keys(coach.do({ type: 'arrived' }))).toEqual(['greeting.hello', 'greeting.privacy', 'menu.text']);
    expect(coach.do({ type: 'arrived' })).toEqual([]);
    expect(keys(coach.do({ type: 'hello' }))).toEqual(['greeting.again', 'menu.text']);
  });

  test('the platform says another zone: reminders keep their clock time there', () => {
    say(OFFER);
    const context = { now: coach.now, locale: 'en-US', words: coach.words, reminders: coach.reminders };
    const moved = advance(coach.state, { type: 'arrived' }, { ...context, zone: 'Asia/Tokyo' });
    expect(moved.state.profile.zone).toBe('Asia/Tokyo');
    expect(moved.effects).toHaveLength(3);
    expect(moved.effects[0]).toMatchObject({ type: 'remind', dueAt: '2026-11-25T00:00:00Z' });
  });

  test('someone of whom the platform knows no zone starts in UTC', () => {
    const context = { now: coach.now, zone: null, locale: 'en-US', words: coach.words, reminders: [] };
    expect(advance(null, { type: 'hello' }, context).state.profile.zone).toBe('UTC');
  });

  test('distress comes before everything else, and nothing is lost', () => {
    say(OFFER);
    expect(keys(say('I want to kill myself'))).toEqual(['conversation.distress']);
    expect(keys(say('repeat'))).toEqual(['offer.role']);
  });
});

describe('a form', () => {
  const form = (values: Record<string, string>): readonly Message[] => {
    const { form: shown } = question(say(OFFER));
    return coach.do({ type: 'click', action: shown?.submit.action ?? '', values });
  };

  test('is taken whole; what is empty counts as not said', () => {
    const messages = form({ role: 'Analyst', pay: 'up to 90k', written: 'Partly', start: '2027-02-01' });
    expect(question(messages).key).toBe('offer.goals');
    expect(state().opportunities[0]?.facts).toMatchObject({
      role: 'Analyst',
      pay: { min: null, max: 90_000 },
      written: 'partly',
      start: '2027-02-01',
    });
    expect(state().frames[0]?.cells['extras']).toMatchObject({ value: null, source: 'form' });
  });

  test('loses nothing of what was typed when one field cannot be read: only that is asked', () => {
    const messages = form({ role: 'Analyst', pay: 'plenty' });
    expect(question(messages)).toMatchObject({ key: 'offer.pay' });
    expect(question(messages).text).toContain('except for: Base pay');
    expect(state().opportunities[0]?.facts).toMatchObject({ role: 'Analyst' });
  });

  test('leaves an answer as it is where nothing is entered over it', () => {
    const { form: shown } = question(say(OFFER));
    say('Designer');
    coach.do({ type: 'click', action: shown?.submit.action ?? '', values: {} });
    expect(state().opportunities[0]?.facts['role']).toBe('Designer');
  });

  test('of a flow that is over is answered as such', () => {
    expect(keys(press({ do: 'form', frame: 'f99', group: 'terms' }, { values: {} }))).toContain(
      'conversation.stale',
    );
    expect(keys(press({ do: 'form', frame: 'f99', group: 'terms' }))).toContain('conversation.stale');
  });
});

describe('a button', () => {
  test('of another flow, another step, or nobody changes nothing', () => {
    say(OFFER);
    const before = JSON.stringify(state().frames);
    for (const action of [
      { do: 'answer', frame: 'f99', step: 'role', value: 'x' },
      { do: 'answer', frame: 'f2', step: 'decision', value: 'accept' },
      { do: 'change', frame: 'f99', step: 'role' },
      { do: 'start', flow: 'nowhere' },
      { do: 'draft', draft: 'd99', deed: 'sent' },
      { do: 'reminder', reminder: 'o99:reply-by:24h', deed: 'done' },
    ])
      expect(keys(press(action))[0]).toMatch(/^conversation\.(stale|gone)$/);
    expect(JSON.stringify(state().frames)).toBe(before);
  });

  test('pressed twice answers once', () => {
    const { answer } = question(say('I got an offer from Acme'));
    coach.do({ type: 'click', action: answer, value: '2026-11-27' });
    expect(read(coach.do({ type: 'click', action: answer, value: '2026-11-27' }))).toContain(
      'That is noted already',
    );
    expect(read(coach.do({ type: 'click', action: answer, value: 'rubbish' }))).toContain(
      'an earlier question that is closed',
    );
  });

  test('that collects a value and brings none asks again', () => {
    const { answer } = question(say('I got an offer from Acme'));
    expect(keys(coach.do({ type: 'click', action: answer }))).toEqual(['offer.deadline']);
  });
});

describe('dates', () => {
  test('far ahead are asked about, and stand when they are meant', () => {
    say('I got an offer from Acme');
    const messages = say('1 March 2029');
    expect(keys(messages)).toEqual(['conversation.unread.far', 'offer.deadline']);
    expect(question(say('yes')).text).toContain('Thursday, March 1, 2029');
  });

  test('of two readings in a first sentence are both offered', () => {
    expect(keys(say('I got an offer from Acme, they want an answer by Friday'))).toContain(
      'conversation.which',
    );
  });

  test('taken back take their reminders with them', () => {
    say('I got an offer from Acme', 'November 27');
    expect(coach.reminders).toHaveLength(3);
    say('undo');
    expect(coach.reminders).toEqual([]);
  });
});

describe('corrections', () => {
  test('a field without a value is asked again; nothing named is the last answer', () => {
    say(OFFER);
    expect(question(say('change the deadline')).text).toContain('So far: Friday, November 27, 2026');
    say('keep it', 'Designer');
    expect(keys(say('change my answer')).join()).toMatch(/offer\.role|conversation\.which-answer/);
  });

  test('of what is not there yet say so', () => {
    coach.do({ type: 'hello' });
    press({ do: 'start', flow: 'offer' });
    expect(read(say('change the deadline to Monday'))).toContain('nothing to take back');
  });
});

describe('a draft', () => {
  const drafted = (): string => {
    let messages = press({ do: 'start', flow: 'reply' });
    for (let turn = 0; turn < 20 && messages.at(-1)?.kind === 'question'; turn += 1) {
      const { field, choices } = question(messages);
      const [first] = choices;
      messages =
        field === 'choice' && first
          ? coach.do({ type: 'click', action: first.action })
          : say(field === 'date' ? 'in a week' : 'Acme');
    }
    return state().opportunities.at(-1)?.drafts.at(-1)?.id ?? '';
  };

  test('edited in place, emptied, sent twice: nothing is lost, nothing is filed twice', () => {
    const draft = drafted();
    expect(read(press({ do: 'draft', draft, deed: 'edit' }, { value: 'Dear all, thank you.' }))).toContain(
      'word for word',
    );
    expect(read(press({ do: 'draft', draft, deed: 'edit' }, { value: '  ' }))).toContain(
      'left the draft as it was',
    );
    for (const deed of ['formal', 'warm', 'brief'] as const)
      expect(read(press({ do: 'draft', draft, deed }))).toContain('The earlier version is kept too');
    press({ do: 'draft', draft, deed: 'sent' });
    expect(keys(press({ do: 'draft', draft, deed: 'sent' }))).toContain('drafts.already-sent');
  });

  test('that was asked for in words and is gone is answered as such', () => {
    const draft = drafted();
    press({ do: 'draft', draft, deed: 'edit' });
    const stored = state();
    for (const opportunity of stored.opportunities) opportunity.drafts = [];
    coach.state = stored;
    expect(keys(say('My own words'))).toEqual(['conversation.gone']);
  });
});

describe('a stored conversation', () => {
  test('of an earlier version of a flow is taken to the present one', () => {
    say(OFFER);
    press({ do: 'start', flow: 'stay-in-touch', about: 'o1' });
    const stored = state();
    const [frame] = stored.frames.slice(-1);
    if (frame) frame.version = 1;
    coach.state = stored;
    say('repeat');
    expect(state().frames.at(-1)?.version).toBe(flowById('stay-in-touch').version);
  });

  test('whose flow is about nothing is an error that says so, never a guess', () => {
    say(OFFER);
    coach.state = { ...state(), opportunities: [] };
    expect(() => say('repeat')).toThrow('which is not in the state');
  });

  test('keeps code names apart when the letters run out', () => {
    for (let i = 0; i < 27; i += 1) press({ do: 'start', flow: 'offer' });
    expect(
      state()
        .opportunities.slice(-2)
        .map(({ code }) => code),
    ).toEqual(['Z', 'A2']);
  });
});

describe('what no version knows', () => {
  test.each(['offer', 'counteroffer'])('an ending of %s without a decision', (id) => {
    const flow = flowById(id);
    const view = { answers: { decision: 'fly' } } as unknown as Parameters<typeof flow.conclude>[0];
    expect(() => flow.conclude(view)).toThrow(`flows/${id}.ts`);
  });

  test('a flow', () => expect(() => flowById('nowhere')).toThrow('There is no flow "nowhere"'));
});

test('pay is read back as it was said', () => {
  const words = loadWords('en-US');
  expect(words.text('coach.pay.to', { max: '5' })).toBe('up to 5');
  const heard = (typed: string): string => {
    coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
    return read(say(OFFER, 'Analyst', typed));
  };
  expect(heard('up to €90k')).toContain('up to €90,000');
  expect(heard('at least 50 euros an hour')).toContain('from €50 an hour');
  expect(heard('€18.50 an hour')).toContain('€18.50 an hour');
  expect(heard('80 to 90k a year')).toContain('80,000 to 90,000 a year');
});

describe('said in passing', () => {
  test('what asks for a list, a deletion of nothing, or nothing at all', () => {
    expect(keys(say('hello'))).toContain('menu.text');
    expect(keys(say('remind me on Friday to answer them'))).toContain('reminders.none');
    expect(keys(say('forget the umbrella'))).toContain('conversation.not-understood');
    expect(keys(say('…?'))).toContain('conversation.not-understood');
    expect(keys(say('note what they said'))).toEqual(['feedback.company']);
  });

  test('what could not be corrected is the open question, so that the next words answer it', () => {
    say(OFFER, 'Analyst');
    expect(keys(say('change the deadline to bananas'))).toEqual(['offer.deadline']);
    expect(read(say('December 4'))).toContain('Changed. Reply by: Friday, December 4, 2026');
  });
});

describe('a draft while the questions rest', () => {
  const paused = (): readonly Message[] => {
    say('I just need the words to decline the offer from Acme', 'a no', 'no to an offer', 'Analyst', 'pay');
    say('skip', 'Ana', 'Robin', 'by email', 'warm', 'I have a counteroffer');
    return say('pause');
  };

  test('is explained, sent and shortened without a question after it', () => {
    paused();
    expect(keys(say('why this sentence?'))).toEqual(['drafts.why']);
    expect(keys(press({ do: 'draft', draft: draftId(), deed: 'short' }))).toEqual([
      'drafts.decline-offer-short',
    ]);
    expect(keys(press({ do: 'draft', draft: draftId(), deed: 'short' }))).toEqual([
      'drafts.decline-offer-short',
    ]);
    press({ do: 'draft', draft: draftId(), deed: 'sent' });
    expect(state().opportunities[0]?.outcome).toBe('declined');
  });

  const draftId = (): string => state().opportunities[0]?.drafts.at(-1)?.id ?? '';
});

describe('a word or a button that comes late', () => {
  test('to keep an answer, when nothing is open any more, leads to the menu', () => {
    expect(keys(press({ do: 'topic', topic: 'keep' }))).toEqual([
      'greeting.hello',
      'greeting.privacy',
      'menu.text',
    ]);
  });

  test('to correct something, before there was anything, is answered with the open question', () => {
    press({ do: 'start', flow: 'offer' });
    expect(read(say('change the deadline to Friday'))).toContain(
      coach.words.text('coach.conversation.nothing-to-undo'),
    );
  });
});

describe('the list of opportunities', () => {
  test('tells what is open from what is decided and has not gone out', () => {
    say(OFFER);
    expect(read(say('list'))).toContain('A: Acme, open');
    const stored = state();
    Object.assign(stored.opportunities[0] ?? {}, { decision: 'decline', decidedAt: '2026-11-20T16:00' });
    coach.state = stored;
    expect(read(say('list'))).toContain('A: Acme, decided, not sent yet');
  });
});

describe('an answer', () => {
  test('that fits two options is asked about, with both', () => {
    say(OFFER);
    press({ do: 'start', flow: 'pushback', about: 'o1' });
    coach.click(coach.words.text('coach.pushback.steps.reply.options.choose'));
    const [which] = say('money or deadline');
    expect(which?.key).toBe('conversation.which');
    expect(which?.choices.map(({ label }) => label).sort()).toEqual([
      'It is about the date, or the offer itself',
      'They offer something new',
    ]);
    coach.click('It is about the date, or the offer itself');
    expect(keys(say('They give me more time'))).toContain('pushback.newDate');
  });

  test('in several lines may be long, and says so when it is too long', () => {
    say(OFFER);
    press({ do: 'start', flow: 'ledger', about: 'o1' });
    expect(read(say('x'.repeat(2_001)))).toContain(
      coach.words.text('coach.conversation.unread.long', { longest: 2_000 }),
    );
    say('x'.repeat(2_000));
    expect(state().opportunities[0]?.facts['ledger.benefits']).toHaveLength(2_000);
  });
});

describe('stopping what took some answers', () => {
  const asked = (): string[] => {
    say(OFFER, 'Designer', '90k');
    return keys(say('stop'));
  };

  test('is asked about first, and a typed no leaves it as it was', () => {
    expect(asked()).toEqual(['conversation.cancel']);
    expect(keys(say('no'))).toContain('conversation.left-as-it-was');
    expect(state().frames).toHaveLength(1);
  });

  test('is done by a typed yes', () => {
    asked();
    expect(keys(say('yes'))).toContain('conversation.cancelled');
    expect(state().frames).toHaveLength(0);
  });
});

test('an answer that belongs to one talk alone can be taken back too', () => {
  say(OFFER);
  press({ do: 'start', flow: 'confidence', about: 'o1' });
  say('The team');
  const { facts } = state().opportunities[0] ?? {};
  expect(read(say('undo'))).toContain('Taken back');
  expect(state().frames.at(-1)?.cells['reason1']).toBeUndefined();
  expect(state().opportunities[0]?.facts).toEqual(facts);
});
