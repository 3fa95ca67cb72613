import { describe, expect, test } from 'vitest';
import type { State } from '../../../src/coach/conversation/state.js';
import { type Message, toPlainText } from '../../../src/coach/message.js';
import { CoachAlone } from '../../stories/coach-alone.js';

/** Someone whose typed messages are named by what they said first. */
class Person {
  readonly coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');

  says(...texts: readonly string[]): readonly Message[] {
    return texts.map((text) => this.coach.do({ type: 'text', text, message: text })).at(-1) ?? [];
  }

  edits(message: string, text: string): readonly Message[] {
    return this.coach.do({ type: 'edited', message, text });
  }

  get state(): State {
    return this.coach.state as State;
  }
}

const keys = (messages: readonly Message[]): string[] => messages.map(({ key }) => key);
const plain = (messages: readonly Message[]): string => messages.map(toPlainText).join('\n');

/** Someone who declined an offer by email and has the draft. */
function withDraft(): Person {
  const person = new Person();
  person.says('I just need the words to decline the offer from Acme', 'a no', 'no to an offer', 'Analyst');
  person.says('pay', 'skip', 'Ana', 'Robin', 'by email', 'warm');
  return person;
}

describe('an edited answer', () => {
  test('of a flow below the open one is corrected, and the open question is asked again', () => {
    const person = new Person();
    person.says('I got an offer from Acme, they want an answer by November 27', 'Analyst', '80k a year');
    person.says("that's all I know", 'I also got an offer from Globex, they need an answer by December 4');
    person.says('Engineer');
    const said = person.edits('80k a year', '90k a year');
    expect(keys(said)).toEqual(['conversation.edited.changed', 'offer.pay']);
    expect(plain(said)).toContain('90,000 a year (before: 80,000 a year)');
    expect(person.state.opportunities[0]?.facts['pay']).toMatchObject({ min: 90_000 });
    expect(plain(person.edits('80k a year', 'lots'))).toContain('could not read');
    expect(person.state.opportunities[0]?.facts['pay']).toMatchObject({ min: 90_000 });
  });

  test('that was skipped is an answer now', () => {
    const person = new Person();
    person.says('I got an offer from Acme, they want an answer by November 27', 'skip', '80k a year');
    expect(plain(person.edits('skip', 'Analyst'))).toContain('Role: Analyst');
  });

  test('while something else is asked for leaves that open', () => {
    const person = withDraft();
    person.coach.click('Edit');
    expect(keys(person.edits('pay', 'Room to grow'))[0]).toBe('conversation.edited.changed');
    const waiting = withDraft();
    waiting.says('time zone');
    const said = waiting.edits('pay', 'purple');
    expect(keys(said)).toEqual(['conversation.edited.changed']);
    expect(waiting.state.expecting).toEqual({ type: 'zone' });
  });

  test('that several questions rest on, or that asked for something, can only be sent anew', () => {
    const person = new Person();
    person.says('I got an offer from Acme, they want an answer by November 27', "that's all I know");
    expect(person.edits("that's all I know", 'hm')).toEqual([]);
    const opening = 'I got an offer from Acme, they want an answer by November 27';
    expect(keys(person.edits(opening, 'I was invited to an interview at Acme'))).toEqual([
      'conversation.edited.elsewhere',
    ]);
    expect(keys(person.edits('a message of long ago', 'undo'))).toEqual(['conversation.edited.elsewhere']);
    expect(person.edits('a message of long ago', 'nice weather')).toEqual([]);
  });

  test('to a question that is no longer asked changes nothing', () => {
    const person = new Person();
    person.says('I got an offer from Acme, they want an answer by November 27', "that's all I know");
    person.says('forward', 'fits', 'my present job', 'better');
    person.edits('my present job', 'nothing at the moment');
    expect(person.edits('better', 'worse')).toEqual([]);
  });

  test('a first sentence may tell more than it did', () => {
    const person = new Person();
    person.says('I got an offer from Acme');
    const said = person.edits('I got an offer from Acme', 'I got an offer from Acme, answer by December 4');
    expect(plain(said)).toContain('Noted: Friday, December 4, 2026');
  });

  test('of a first sentence that tells two things more brings both', () => {
    const person = new Person();
    person.says('I got an offer from Acme');
    const more = 'I got an offer from Acme for a data analyst role, answer by December 4';
    expect(plain(person.edits('I got an offer from Acme', more))).toMatch(
      /Reply by: Friday.*Role: data analyst/is,
    );
  });

  test('a correction is read as the new words alone', () => {
    const person = new Person();
    person.says('I got an offer from Acme, they want an answer by November 27', 'Analyst', '80k a year');
    person.says('actually 85k a year');
    expect(plain(person.edits('actually 85k a year', 'actually 95k a year'))).toContain('95,000 a year');
  });

  test('the same words again, as when a link unfolds, are passed over', () => {
    const person = withDraft();
    expect(person.edits('pay', 'pay')).toEqual([]);
    expect(person.state.offered.length).toBeGreaterThan(0);
  });
});

describe('an edited text of their own', () => {
  const own = 'Hi Ana, thank you for the offer. I have decided to decline it. All the best, Robin';
  const better = own.replace('Hi', 'Dear');

  function withOwn(): Person {
    const person = withDraft();
    person.coach.click('Edit');
    person.says(own);
    return person;
  }

  test('is the draft now; once sent, the one that went out stays filed', () => {
    const person = withOwn();
    expect(person.edits(own, own)).toEqual([]);
    expect(plain(person.edits(own, better))).toContain('Dear Ana');
    person.coach.click('I sent it');
    expect(plain(person.edits(own, own))).toContain('stays filed as it was');
    expect(person.state.opportunities[0]?.drafts.map(({ sentAt }) => sentAt !== null)).toEqual([true, false]);
  });

  test('a corrected fact leaves the own words alone and says so', () => {
    const person = new Person();
    const opening = 'I have an offer from Initech, I must answer by 1 December';
    person.says(opening, "that's all I know", 'forward', 'fits', 'nothing at the moment', 'fit');
    person.says('none', 'none of it', '1', 'accept', 'skip', 'Ana', 'Robin', 'by email', 'warm');
    person.coach.click('Edit');
    person.says(own);
    const said = person.edits(opening, 'I have an offer from Initek, I must answer by 1 December');
    expect(plain(said)).toContain('Your draft is in your own words');
  });
});

describe('what an ended flow led to', () => {
  test('without kept answers, the way on is to go through it again', () => {
    const person = new Person();
    person.says('I already accepted the offer from Acme and I want out', 'aloud', 'no', 'skip', 'not yet');
    person.says('doubts', 'no', 'yes', 'take it back');
    const said = person.edits('doubts', 'my life has changed');
    expect(plain(said)).toContain('nothing changes by itself');
    expect(said[0]?.choices.map(({ label }) => label)).toEqual(['Go through it again']);
  });

  test('what was set out at a look back is set out once', () => {
    const person = withDraft();
    person.coach.click('I sent it');
    person.says('Not much', 'skip', 'not at all', 'look back', 'name my terms sooner', "that's all I know");
    expect(person.state.profile.reviews).toHaveLength(1);
    person.edits('name my terms sooner', 'name my terms in the first talk');
    expect(person.state.profile.reviews.map(({ adjustments }) => adjustments)).toEqual([
      ['name my terms in the first talk'],
    ]);
  });

  test('feedback that is corrected stands there once', () => {
    const person = new Person();
    person.says('note feedback', 'Globex', 'clear and clam');
    person.edits('clear and clam', 'clear and calm');
    expect(person.state.opportunities[0]?.facts['feedback']).toBe('clear and calm');
  });

  test('feedback noted before stays beside what is corrected', () => {
    const person = new Person();
    person.says('I got some feedback from Globex: they liked my portfolio', 'Globex');
    person.says('note feedback', 'clear and clam');
    person.edits('clear and clam', 'clear and calm');
    expect(person.state.opportunities[0]?.facts['feedback']).toBe('they liked my portfolio\nclear and calm');
  });
});
