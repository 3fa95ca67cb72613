import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeAction } from '../../../src/coach/conversation/action.js';
import { remindNow } from '../../../src/coach/conversation/reminders.js';
import { newState } from '../../../src/coach/conversation/state.js';
import type { Context } from '../../../src/coach/conversation/talk.js';
import { toPlainText } from '../../../src/coach/message.js';
import { addDays, instantOf, localOf } from '../../../src/coach/remind/calendar.js';
import { loadWords } from '../../../src/templates.js';
import { CoachAlone } from '../../stories/coach-alone.js';

const words = loadWords('en-US');
const ZONE = 'Europe/Berlin';

type Step =
  | { readonly do: 'snooze' | 'cancel' | 'done'; readonly pick: number }
  | { readonly do: 'move'; readonly pick: number; readonly days: number }
  | { readonly do: 'deadline'; readonly days: number }
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'zone'; readonly zone: string };

const pick = fc.nat(20);
const days = fc.integer({ min: 1, max: 40 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constantFrom('snooze' as const, 'cancel' as const, 'done' as const), pick }),
    fc.record({ do: fc.constant('move' as const), pick, days }),
    fc.record({ do: fc.constant('deadline' as const), days }),
    fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 6 }) }),
    fc.record({
      do: fc.constant('zone' as const),
      zone: fc.constantFrom('America/New_York', 'Asia/Tokyo', ZONE),
    }),
  ),
  { maxLength: 15 },
);

/** A person with a date to keep, a no behind them, and a plan: eight promises and more. */
function someone(): CoachAlone {
  const coach = new CoachAlone(ZONE, '2026-11-20T10:00');
  const says = (...lines: string[]): void => {
    for (const text of lines) coach.do({ type: 'text', text });
  };
  says(
    'I only need the words to decline an offer',
    '1',
    '1',
    'Acme',
    'skip',
    'no reason',
    'skip',
    'skip',
    'Robin',
    'email',
    'warm',
  );
  coach.click('I sent it');
  says('perhaps', 'skip', '6');
  coach.click('Make the plan');
  says('I got an offer from Globex, they want an answer by December 18');
  expect(coach.reminders.length).toBeGreaterThan(8);
  return coach;
}

const localNow = (coach: CoachAlone): string => localOf(coach.now, ZONE);
const dayIn = (coach: CoachAlone, count: number): string => addDays(localNow(coach), count).slice(0, 10);
const planned = (coach: CoachAlone): Map<string, string> =>
  new Map(coach.reminders.map(({ id, at }) => [id, at]));

/** Does the step and says which id it was about. */
function perform(coach: CoachAlone, step: Step): string | null {
  if (step.do === 'wait') coach.moveClock(addDays(localNow(coach), step.days));
  if (step.do === 'deadline')
    coach.do({ type: 'text', text: `change the deadline to ${dayIn(coach, step.days)}` });
  if (step.do === 'zone') {
    coach.do({ type: 'text', text: 'time zone' });
    coach.do({ type: 'text', text: step.zone });
  }
  if (!('pick' in step) || coach.reminders.length === 0) return null;
  const { id } = coach.reminders[step.pick % coach.reminders.length] ?? { id: '' };
  coach.do({ type: 'click', action: encodeAction({ do: 'reminder', reminder: id, deed: step.do }) });
  if (step.do === 'move') coach.do({ type: 'text', text: `${dayIn(coach, step.days)} 10:00` });
  return id;
}

describe('any sequence of planning, moving, snoozing, ticking and cancelling', () => {
  test('leaves each promise pending once or not at all, at the time last chosen, and the others as they were', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const coach = someone();
        for (const step of sequence) {
          const before = planned(coach);
          const id = perform(coach, step);
          const after = planned(coach);
          expect(after.size, 'no id is pending twice').toBe(coach.reminders.length);
          if (id === null) continue;
          const review = id.startsWith('all:');
          if (step.do === 'cancel' || (step.do === 'done' && !review)) expect(after.has(id)).toBe(false);
          if (step.do === 'done' && review) expect(after.has(id)).toBe(true);
          if (step.do === 'move') expect(after.get(id)).toBe(`${dayIn(coach, step.days)}T10:00`);
          if (step.do === 'snooze') expect(String(after.get(id)) > localNow(coach).slice(0, 10)).toBe(true);
          for (const [other, at] of before) if (other !== id) expect(after.get(other)).toBe(at);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a reminder that falls due', () => {
  const context = (now: string): Context => ({
    now: instantOf(now, ZONE),
    zone: ZONE,
    locale: 'en-US',
    words,
    reminders: [],
  });
  const review = {
    id: 'all:review:quarter',
    kind: 'review',
    about: 'all',
    at: '2026-11-20T10:00',
    zone: ZONE,
    until: null,
  } as const;
  const state = {
    ...newState(ZONE),
    profile: { ...newState(ZONE).profile, reviewsFrom: '2026-08-31T12:00' },
  };

  test('is nothing to someone who is gone, and about nothing that is gone', () => {
    const due = { ...review, dueAt: instantOf(review.at, ZONE) };
    expect(remindNow(null, due, context(review.at))).toBeNull();
    expect(remindNow(state, { ...due, kind: 'reconnect', about: 'o9' }, context(review.at))).toBeNull();
    expect(remindNow(state, { ...due, until: '2026-11-20T09:00' }, context(review.at))).toBeNull();
  });

  test('is put off from the night to the morning', () => {
    const at = '2026-11-20T21:00';
    const result = remindNow(state, { ...review, at, dueAt: instantOf(at, ZONE) }, context(at));
    expect(result).toEqual({ putOff: instantOf('2026-11-23T09:00', ZONE) });
  });

  test('says that it is late after an outage, plans its next time, and the list says so too', () => {
    const result = remindNow(
      state,
      { ...review, dueAt: instantOf(review.at, ZONE) },
      context('2026-11-25T11:00'),
    );
    if (result === null || 'putOff' in result) throw new Error('it was to be sent');
    expect(result.messages.map(toPlainText).join()).toContain(
      "This comes late, and I'm sorry. It was meant for Friday, November 20, 2026, 10:00 AM",
    );
    expect(result.effects).toMatchObject([
      { type: 'remind', reminder: { id: review.id, at: '2026-11-30T10:00' } },
    ]);
    expect(result.state.reminded).toEqual({
      last: { at: '2026-11-25T11:00', kind: 'review', about: 'all', late: true },
      day: '2026-11-25',
    });
    const coach = new CoachAlone(ZONE, '2026-11-25T12:00');
    coach.state = result.state;
    expect(coach.do({ type: 'text', text: 'reminders' }).map(toPlainText).join()).toContain(
      'It went out late, and it said so.',
    );
  });

  test('names no company, no pay and no intent, whatever it is about', () => {
    const coach = someone();
    const said = coach.moveClock('2027-12-31T12:00');
    expect(said.length).toBeGreaterThan(8);
    for (const message of said) {
      const text = `${toPlainText(message)} ${message.preview}`;
      expect(text).not.toMatch(/acme|globex|salary|offer|resign|\bCV\b|linkedin|decline|€|\$/i);
    }
  });
});

describe('a button of a reminder', () => {
  const click = (coach: CoachAlone, reminder: string, deed: 'open' | 'snooze' | 'done' | 'show'): string => {
    const action = encodeAction({ do: 'reminder', reminder, deed });
    return coach
      .do({ type: 'click', action })
      .map((message) => message.key)
      .join(' ');
  };

  const dateOfOthers = (coach: CoachAlone): string =>
    coach.reminders.find(({ id }) => id.endsWith(':reply-by:day'))?.id ?? '';

  test('that belongs to nothing any more says so', () => {
    const coach = someone();
    for (const id of ['o9:reply-by:day', 'nonsense', 'a:b'])
      expect(click(coach, id, 'snooze')).toContain('conversation.gone');
  });

  test('about a look back plans none while there is nothing to look back on', () => {
    const coach = new CoachAlone(ZONE, '2026-11-20T10:00');
    expect(click(coach, 'all:review:quarter', 'done')).toContain('reminders.done');
    expect(coach.reminders).toEqual([]);
  });

  test('waits a month for a hello, a week for a look back, an hour for a call', () => {
    const coach = someone();
    const at = (id: string): string | undefined => planned(coach).get(id);
    click(coach, 'o1:reconnect:1', 'snooze');
    expect(at('o1:reconnect:1')).toBe('2026-12-20T10:00');
    click(coach, 'all:review:quarter', 'snooze');
    expect(at('all:review:quarter')).toBe('2026-11-27T10:00');
    click(coach, 'o1:confirm-call:1h', 'snooze');
    expect(at('o1:confirm-call:1h')).toBe('2026-11-20T11:00');
  });

  test('never waits past the date of others', () => {
    const coach = someone();
    const id = dateOfOthers(coach);
    coach.moveClock('2026-12-18T09:30');
    click(coach, id, 'snooze');
    expect(planned(coach).get(id)).toBe('2026-12-18T12:30');
  });

  test('opens what it is about, and shows it by its name', () => {
    const coach = someone();
    expect(click(coach, 'o1:plan-item:cv', 'open')).toContain('plan plan.which');
    expect(click(coach, 'all:review:quarter', 'open')).toContain('journal.review quarterly-review.first');
    expect(click(coach, 'o1:reconnect:1', 'open')).toContain('reconnect.');
    expect(click(coach, 'o1:no-answer:5d', 'open')).toContain('pushback.');
    expect(planned(coach).has('o1:no-answer:5d')).toBe(false);
    expect(click(coach, 'o1:decided-not-sent:24h', 'open')).toContain('drafts.decline-offer');
    expect(click(coach, 'o1:confirm-call:1h', 'open')).toContain('drafts.');
    expect(click(coach, dateOfOthers(coach), 'show')).toContain('reminders.one');
  });
});
