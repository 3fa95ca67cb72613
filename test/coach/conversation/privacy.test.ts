import { describe, expect, test } from 'vitest';
import type { State } from '../../../src/coach/conversation/state.js';
import { type Message, toPlainText } from '../../../src/coach/message.js';
import { buttonsOf, CoachAlone } from '../../stories/coach-alone.js';

const ADDRESS = 'https://bowout.example/calendar/secret.ics';

/** An offer, decided as given, its reply written and marked as sent. */
function decided(decision: string, calendar: string | null): { coach: CoachAlone; said: readonly Message[] } {
  const coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00', calendar);
  let messages = coach.do({ type: 'click', action: JSON.stringify({ do: 'start', flow: 'offer' }) });
  for (let turn = 0; turn < 60; turn += 1) {
    const draft = messages.find((message) => message.kind === 'draft');
    if (draft?.kind === 'draft')
      return {
        coach,
        said: coach.do({
          type: 'click',
          action: JSON.stringify({ do: 'draft', draft: draft.draft, deed: 'sent' }),
        }),
      };
    const question = messages.at(-1);
    if (question?.kind !== 'question') break;
    const option =
      question.choices.find(({ action }) => action.includes(`"value":"${decision}"`)) ?? question.choices[0];
    messages =
      question.field === 'choice' && option
        ? coach.do({ type: 'click', action: option.action })
        : coach.do({
            type: 'text',
            text: question.field === 'date' ? 'in ten days' : question.field === 'pay' ? '80k' : 'Acme',
          });
  }
  throw new Error(
    `no draft after deciding to ${decision}; last: ${messages.map(({ key }) => key).join(', ')}`,
  );
}
const keys = (messages: readonly Message[]): string[] => messages.map(({ key }) => key);

describe('a calendar of reminders', () => {
  test('is offered when the decision is to leave', () => {
    const { coach, said } = decided('accept', ADDRESS);
    expect(keys(said)).toContain('privacy.calendar.offer');
    const given = coach.click('Calendar address');
    expect(toPlainText(given[0] as Message)).toContain(ADDRESS);
    expect(coach.calendarIsOpen).toBe(true);
    expect(JSON.stringify(coach.state)).not.toContain(ADDRESS);
    coach.click('End the address');
    expect(coach.calendarIsOpen).toBe(false);
  });

  test('is not offered to somebody who stays, or where nothing could serve it', () => {
    expect(keys(decided('decline', ADDRESS).said)).not.toContain('privacy.calendar.offer');
    expect(keys(decided('accept', null).said)).not.toContain('privacy.calendar.offer');
  });
});

describe('deleting one opportunity', () => {
  test('leaves nothing of it in the state, and gives its code name to nobody while others came after', () => {
    const coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
    const says = (text: string) => coach.do({ type: 'text', text });
    says('I got an offer from Zorblatt, they want an answer by November 27');
    coach.do({ type: 'click', action: JSON.stringify({ do: 'start', flow: 'offer' }) });
    says('Globex');
    const codes = () => (coach.state as State).opportunities.map(({ code }) => code);
    expect(codes()).toEqual(['A', 'B']);
    says('delete A');
    coach.do({ type: 'click', action: JSON.stringify({ do: 'expected', value: 'delete' }) });
    expect(JSON.stringify(coach.state)).not.toContain('Zorblatt');
    expect(coach.reminders.filter(({ about }) => about === 'o1')).toEqual([]);
    coach.do({ type: 'click', action: JSON.stringify({ do: 'start', flow: 'offer' }) });
    says('Initech');
    expect(new Set(codes()).size).toBe(2);
  });

  test('asks first, and takes a no, a change of subject or another button for a no', () => {
    for (const instead of ['no', 'wait', 'menu', 'cancel']) {
      const coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
      coach.do({ type: 'text', text: 'I got an offer from Zorblatt, they want an answer by November 27' });
      expect(keys(coach.do({ type: 'text', text: 'delete Zorblatt' }))).toContain('privacy.delete.ask-one');
      coach.do({ type: 'text', text: instead });
      expect(JSON.stringify(coach.state)).toContain('Zorblatt');
    }
  });
});

test('an export is shown in pieces that fit every channel', () => {
  const coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
  coach.do({ type: 'text', text: 'I got an offer from Zorblatt, they want an answer by November 27' });
  coach.do({ type: 'click', action: JSON.stringify({ do: 'start', flow: 'confidence' }) });
  coach.do({ type: 'text', text: '🎉é line\n'.repeat(180) });
  coach.do({ type: 'text', text: 'export' });
  const shown = coach.click('Show it here').filter(({ key }) => key === 'export.piece');
  expect(shown.length).toBeGreaterThan(1);
  for (const piece of shown) {
    expect(toPlainText(piece).length).toBeLessThanOrEqual(2_400);
    expect(toPlainText(piece)).not.toMatch(/\p{Surrogate}/u);
    expect(buttonsOf(piece).map(({ label }) => label)).toEqual(['Delete this message']);
  }
});

describe('deleting messages', () => {
  test('where nothing can be taken out of a chat is said, and nothing is promised', () => {
    const coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00', null, false);
    for (const wish of ['delete messages', 'delete your last message']) {
      expect(keys(coach.do({ type: 'text', text: wish }))).toContain('removal.cannot');
      expect((coach.state as State).expecting).toBeNull();
    }
  });

  test('with nothing open, or in a break, asks nothing afterwards', () => {
    const coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
    const says = (...lines: readonly string[]) =>
      lines.map((text) => coach.do({ type: 'text', text })).at(-1);
    says('delete messages');
    expect(keys(says('yes') ?? [])).toEqual(['removal.going']);
    says('I got an offer from Zorblatt, they want an answer by November 27', 'pause', 'delete messages');
    expect(keys(says('yes') ?? [])).toEqual(['removal.going']);
  });
});
