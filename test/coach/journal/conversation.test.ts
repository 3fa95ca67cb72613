import { beforeEach, describe, expect, test } from 'vitest';
import { type Action, encodeAction } from '../../../src/coach/conversation/action.js';
import { newState, type State } from '../../../src/coach/conversation/state.js';
import { candidatesOf } from '../../../src/coach/flows/comparison.js';
import { stayInTouch } from '../../../src/coach/flows/stay-in-touch.js';
import { toPlainText } from '../../../src/coach/message.js';
import { CoachAlone } from '../../stories/coach-alone.js';
import { draft, opportunity } from './samples.js';

const ZONE = 'Europe/Berlin';
const DAY = '2026-11-20T10:00';

let coach: CoachAlone;
let state: State;
beforeEach(() => {
  coach = new CoachAlone(ZONE, DAY);
  state = newState(ZONE);
  coach.state = state;
});

const keys = (text: string): string =>
  coach
    .do({ type: 'text', text })
    .map(({ key }) => key)
    .join(' ');
const click = (action: Action): string =>
  coach
    .do({ type: 'click', action: encodeAction(action) })
    .map(({ key }) => key)
    .join(' ');

function decide(count: number): void {
  state.opportunities = Array.from({ length: count }, (_, index) =>
    opportunity({
      id: `o${index}`,
      code: `C${index}`,
      outcome: 'declined',
      decision: 'decline',
      decidedAt: `2026-0${(index % 9) + 1}-01T10:00`,
      facts: { company: `Company ${index}` },
      drafts: [{ ...draft('decline-offer', 'pay', DAY), id: `d${index}` }],
    }),
  );
}

describe('the log', () => {
  test('is shown page by page, the latest first, and every page says how many there are', () => {
    decide(6);
    const first = coach.do({ type: 'text', text: 'log' }).map(toPlainText).join();
    expect(first).toContain('4 of 6');
    expect(first).toContain('Company 5');
    expect(first).not.toContain('Company 1');
    const second = coach.click('Earlier ones').map(toPlainText).join();
    expect(second).toContain('Company 1');
    expect(second).toContain('Company 0');
  });
});

test('a button about something that is gone says so', () => {
  for (const action of [
    { do: 'entry', about: 'o9' },
    { do: 'plan', about: 'o9', deed: 'cv' },
    { do: 'caution', country: 'atlantis' },
  ] as const)
    expect(click(action)).toContain('conversation.gone');
  expect(click({ do: 'log', from: 40 })).toContain('journal.log.none');
});

describe('three reasons and a story', () => {
  test('that belong to something deleted are written anew', () => {
    decide(1);
    state.profile.confidence = { at: DAY, about: 'gone', reasons: ['x'], story: null, action: null };
    expect(keys('confidence')).toContain('confidence.reason1');
  });

  test('are about the opportunity that is open, when it is decided', () => {
    decide(3);
    click({ do: 'start', flow: 'feedback', about: 'o1' });
    keys('confidence');
    expect((coach.state as State).frames.at(-1)?.about).toBe('o1');
  });
});

describe('the list of reminders', () => {
  test('is honest when nothing is planned and nothing was sent', () => {
    expect(coach.do({ type: 'text', text: 'reminders' }).map(toPlainText)[0]).toBe(
      'No reminders are planned at the moment.',
    );
  });
});

describe('moving a reminder', () => {
  test('asks which day is meant, and comes at the time that was clicked', () => {
    coach.do({ type: 'text', text: 'I got an offer from Acme, they want an answer by December 18' });
    const reminder = coach.reminders[0]?.id ?? '';
    click({ do: 'reminder', reminder, deed: 'move' });
    const [question] = coach.do({ type: 'text', text: 'Friday' });
    expect(question?.key).toBe('conversation.which');
    coach.click(question?.choices[1]?.label ?? '');
    expect(coach.reminders.find(({ id }) => id === reminder)?.at).toBe('2026-11-27T09:00');
  });
});

describe('after a no', () => {
  test('the answers of the first version stay, with an offer as what was declined', () => {
    const months = { months: { value: '6', raw: null, source: 'click' } };
    expect(stayInTouch.migrations?.[1]?.(months)).toEqual({
      ...months,
      after: { value: 'offer', raw: null, source: 'known' },
    });
  });

  for (const [after, interest, options] of [
    ['invitation', 'low', ['3', '4', '6', 'never']],
    ['invitation', 'high', ['1', '2', '3', 'never']],
    ['offer', 'medium', ['6', '9', '12', 'never']],
    ['offer', 'high', ['3', '6', '9', 'never']],
  ] as const)
    test(`an ${after} with ${interest} interest: ${options.join(', ')} months (K112)`, () => {
      const step = stayInTouch.steps.find(({ id }) => id === 'months');
      expect(typeof step?.options === 'function' && step.options({ after, interest })).toEqual(options);
    });
});

describe('putting things side by side', () => {
  test('fills in what is known of everything that is still going on, the latest first, and asks for the rest', () => {
    state.opportunities = [
      opportunity({ id: 'o1', code: 'A', facts: { company: 'Acme', goals: 'away' }, outcome: 'negotiating' }),
      opportunity({ id: 'o2', code: 'B', facts: { company: 'Globex' }, outcome: 'declined' }),
      opportunity({ id: 'o3', code: 'C', facts: { company: 'Initech' } }),
      opportunity({ id: 'o4', code: 'D', facts: {} }),
    ];
    const [question] = coach.do({ type: 'text', text: 'compare' });
    expect(question && toPlainText(question)).toContain('I know of Initech and Acme already');
    const cells = (coach.state as State).frames.at(-1)?.cells ?? {};
    expect(Object.entries(cells).map(([id, { value }]) => `${id} ${value}`)).toEqual([
      'name1 Initech',
      'name2 Acme',
      'work2 poor',
    ]);
  });

  test('takes what nobody was asked yet for not known', () => {
    expect(candidatesOf({ count: '2' })).toEqual([
      { pay: null, onTop: null, ratings: {} },
      { pay: null, onTop: null, ratings: {} },
    ]);
  });
});

describe('a button of a reminder', () => {
  const press = (reminder: string, deed: 'done' | 'snooze' | 'open'): string =>
    click({ do: 'reminder', reminder, deed });

  test('no answer to a question: one more is fine; to a no: nothing is owed, whether or not it was written here', () => {
    state.opportunities = [
      opportunity({ outcome: 'negotiating', drafts: [draft('negotiate', 'none', DAY)] }),
    ];
    expect(press('o1:no-answer:5d', 'done')).toContain('reminders.no-answer.ask-once');
    coach.state = { ...state, opportunities: [opportunity({ outcome: 'declined' })] };
    expect(press('o1:no-answer:5d', 'done')).toContain('reminders.no-answer.owed');
  });

  test('of a step that belongs to nothing is done with', () => {
    expect(press('all:plan-item:cv', 'done')).toContain('reminders.done');
    expect(press('all:no-answer:5d', 'done')).toContain('reminders.done');
  });

  test('waits a day where no date of others is known', () => {
    state.opportunities = [opportunity()];
    press('o1:reply-by:day', 'snooze');
    expect(coach.reminders.map(({ at }) => at)).toEqual(['2026-11-21T10:00']);
  });

  test('to confirm a call shows what is written, or where things stand', () => {
    state.opportunities = [
      opportunity({ drafts: [draft('decline-offer', 'none', null)], facts: { company: 'Acme' } }),
    ];
    state.profile.me = 'Robin';
    expect(press('o1:confirm-call:1h', 'open')).toContain('drafts.decline-offer');
    coach.state = { ...state, opportunities: [opportunity()] };
    expect(press('o1:confirm-call:1h', 'open')).toContain('offer.company');
  });

  test('that the stored prompt no longer knows is gone', () => {
    state.expecting = { type: 'reminder-time', reminder: 'nothing' };
    expect(keys('tomorrow 10am')).toContain('conversation.gone');
  });
});
