import { beforeEach, describe, expect, test } from 'vitest';
import { formBehind, problemsIn } from '../../../src/coach/conversation/forms.js';
import type { State } from '../../../src/coach/conversation/state.js';
import type { Context } from '../../../src/coach/conversation/talk.js';
import type { Form, Message } from '../../../src/coach/message.js';
import { CoachAlone } from '../../stories/coach-alone.js';

let coach: CoachAlone;
beforeEach(() => {
  coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
});

const context = (): Context => ({
  now: coach.now,
  zone: coach.zone,
  locale: 'en-US',
  words: coach.words,
  reminders: coach.reminders,
});
const say = (...lines: readonly string[]): readonly Message[] =>
  lines.map((text) => coach.do({ type: 'text', text })).at(-1) ?? [];
const press = (action: object): readonly Message[] =>
  coach.do({ type: 'click', action: JSON.stringify(action) });
const state = (): State => coach.state as State;
const formOf = (action: string): Form | null => formBehind(coach.state, action, context());
const problems = (action: string, values: Record<string, string>) =>
  problemsIn(coach.state, action, values, context()).problems;
const shownForm = (messages: readonly Message[]): Form => {
  const last = messages.at(-1);
  if (last?.kind !== 'question' || !last.form) throw new Error(`${last?.key} has no form.`);
  return last.form;
};

const OFFER = 'I got an offer from Acme, they want an answer by November 27';
const SETTINGS = JSON.stringify({ do: 'settings' });

describe('the form of several questions', () => {
  test('opens for no group that there is not', () => {
    const { submit } = shownForm(say(OFFER));
    const forged = JSON.stringify({ ...JSON.parse(submit.action), group: 'nowhere' });
    expect(formOf(forged)).toBeNull();
    expect(problems(forged, { role: 'x' })).toEqual({ role: expect.stringMatching(/./) });
  });

  test('holds what is still open when it is opened', () => {
    const { submit } = shownForm(say(OFFER));
    expect(formOf(submit.action)?.fields[0]).toMatchObject({ id: 'role', hint: 'What is the role called?' });
    say('Designer');
    const now = formOf(submit.action);
    expect(now?.title).toBe('The terms, as far as you know them');
    expect(now?.fields.map(({ id }) => id)).not.toContain('role');
    expect(now?.fields[0]).toMatchObject({ id: 'pay', field: 'pay', required: false });
    expect(now?.fields[0]?.hint).toMatch(/\?/);
  });

  test('says what it cannot take, field by field, and takes the rest', () => {
    const { action } = shownForm(say(OFFER)).submit;
    expect(problems(action, { role: 'Analyst', pay: 'plenty', written: 'partly', start: '' })).toEqual({
      pay: coach.words.text('coach.conversation.unread.pay'),
    });
    expect(problems(action, { role: '?!', extras: 'x'.repeat(301), start: 'Friday' })).toEqual({
      role: coach.words.text('coach.conversation.unread.text'),
      extras: coach.words.text('coach.conversation.unread.long', { longest: 300 }),
      start: coach.words.text('coach.forms.several'),
    });
    expect(problems(action, { role: 'Analyst', pay: '90k', start: '2029-01-01' })).toEqual({});
  });

  test('takes an option by its id, and a day that was picked however far ahead', () => {
    const { action } = shownForm(say(OFFER)).submit;
    coach.do({ type: 'click', action, values: { written: 'partly', start: '2029-01-01' } });
    expect(state().opportunities[0]?.facts).toMatchObject({ written: 'partly', start: '2029-01-01' });
  });

  test('of a date that must lie ahead says which day has passed, and takes one that was picked years ahead', () => {
    press({ do: 'start', flow: 'invited' });
    const { action } = shownForm(say('Acme')).submit;
    expect(problems(action, { deadline: '2026-11-19' })).toEqual({
      deadline: expect.stringContaining('Thursday, November 19, 2026 has passed already'),
    });
    expect(problems(action, { deadline: '2029-01-01' })).toEqual({});
    coach.do({ type: 'click', action, values: { deadline: '2029-01-01' } });
    expect(state().opportunities[0]?.facts['deadline']).toBe('2029-01-01');
  });

  test('opened where it cannot be shown asks the question again, with its button, and files nothing', () => {
    const { action } = shownForm(say(OFFER)).submit;
    const before = state().frames;
    const again = coach.do({ type: 'click', action });
    expect(shownForm(again).submit.action).toBe(action);
    expect(state().frames).toEqual(before);
  });

  test('of a flow that is over opens nothing, and what was typed into it stays in it', () => {
    const { action } = shownForm(say(OFFER)).submit;
    say('stop', 'yes');
    expect(formOf(action)).toBeNull();
    expect(problems(action, { role: 'Analyst' })).toEqual({ role: coach.words.text('coach.forms.closed') });
    expect(problemsIn(coach.state, action, {}, context()).closed).toBe(true);
    expect(formBehind(null, action, context())).toBeNull();
    expect(formOf('what nobody ever sent')).toBeNull();
    expect(formOf(JSON.stringify({ do: 'control', control: 'back' }))).toBeNull();
  });

  test('asks for what it cannot do without', () => {
    say(OFFER);
    coach.do({ type: 'click', action: JSON.stringify({ do: 'start', flow: 'confidence', about: 'o1' }) });
    const { action } = shownForm(coach.do({ type: 'text', text: 'repeat' })).submit;
    expect(problems(action, { reason1: ' ', reason2: 'The team' })).toEqual({
      reason1: coach.words.text('coach.forms.required'),
    });
  });
});

describe('the form of a draft', () => {
  const draft = (): { edit: string; body: string } => {
    say('I just need the words to decline the offer from Acme');
    for (const label of ['A no', 'No to an offer']) coach.click(label);
    say('Data engineer', 'Pay', 'skip', 'Ana', 'Robin');
    coach.click('By email');
    const shown = say('warm').at(-1);
    if (shown?.kind !== 'draft') throw new Error(`${shown?.key} came instead of a draft.`);
    return shown;
  };

  test('starts from the draft as it is kept, under what the check noticed in it', () => {
    const { edit, body } = draft();
    expect(formOf(edit)).toMatchObject({ notes: [], fields: [{ id: 'text', value: body }] });
    expect(formOf(edit.replace('"edit"', '"sent"'))).toBeNull();
    coach.do({ type: 'click', action: edit, values: { text: 'Sorry, sorry, I hate your stupid offer.' } });
    const now = formOf(edit);
    expect(now?.fields[0]?.value).toBe('Sorry, sorry, I hate your stupid offer.');
    expect(now?.notes?.length).toBeGreaterThan(0);
    expect(now?.notes?.[0]).toMatch(/^Worth a second look/);
  });

  test('cannot be handed in empty, or for a draft that is gone', () => {
    const { edit } = draft();
    expect(problems(edit, { text: ' ' })).toEqual({ text: coach.words.text('coach.forms.required') });
    expect(problems(edit, {})).toEqual({ text: coach.words.text('coach.forms.required') });
    expect(problems(edit, { text: 'Dear all, no.' })).toEqual({});
    expect(problems(JSON.stringify({ do: 'draft', draft: 'd99', deed: 'edit' }), { text: 'No.' })).toEqual({
      text: coach.words.text('coach.forms.closed'),
    });
  });
});

describe('the form of the settings', () => {
  test('shows them as they are, and keeps what was changed', () => {
    say(OFFER);
    expect(formOf(SETTINGS)?.fields.map(({ id, value }) => [id, value])).toEqual([
      ['register', null],
      ['culture', 'anglo'],
      ['quiet-from', '18:00'],
      ['quiet-to', '09:00'],
      ['weekends', 'true'],
      ['discreet', 'true'],
      ['zone', 'Europe/Berlin'],
    ]);
    const said = coach.do({
      type: 'click',
      action: SETTINGS,
      values: {
        register: 'formal',
        'quiet-from': '20:00',
        weekends: 'false',
        discreet: '',
        zone: 'Asia/Tokyo',
      },
    });
    expect(said[0]?.key).toBe('settings.done');
    expect(state().profile).toMatchObject({
      register: 'formal',
      culture: 'anglo',
      quiet: { from: '20:00', to: '09:00', weekends: false },
      discreet: true,
      zone: 'Asia/Tokyo',
      zoneChosen: true,
    });
    expect(coach.reminders.every(({ zone }) => zone === 'Asia/Tokyo')).toBe(true);
  });

  test('leaves as it is what was left empty, or not handed in at all', () => {
    say(OFFER);
    coach.do({
      type: 'click',
      action: SETTINGS,
      values: { register: 'formal', weekends: 'false', 'quiet-from': '20:00' },
    });
    const before = { profile: state().profile, reminders: coach.reminders };
    for (const values of [{}, { zone: ' ', 'quiet-from': '', weekends: '', register: '', discreet: '' }])
      expect(coach.do({ type: 'click', action: SETTINGS, values })[0]?.key).toBe('settings.done');
    expect({ profile: state().profile, reminders: coach.reminders }).toEqual(before);
    expect(problems(SETTINGS, {})).toEqual({});
  });

  test('says when a zone is none, and shows the settings where there is no form', () => {
    say(OFFER);
    expect(Object.keys(problems(SETTINGS, { zone: 'Berlin-ish' }))).toEqual(['zone']);
    expect(problems(SETTINGS, { zone: '' })).toEqual({});
    expect(coach.do({ type: 'click', action: SETTINGS })[0]?.key).toBe('settings');
  });
});
