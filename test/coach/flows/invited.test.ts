import { describe, expect, test } from 'vitest';
import { invited } from '../../../src/coach/flows/invited.js';
import { aView, beforeDecision, plain, words } from './view.js';

const TOMORROW = '2026-11-21T09:00';
const NEXT_WEEK = '2026-11-27T09:00';
const conclude = (answers: Readonly<Record<string, string>>, today?: string) =>
  invited.conclude(aView(invited, answers, today));

describe('declining an invitation (K47, K52, K53, K56)', () => {
  test.each([
    ['usual', 'decline-invitation'],
    ['short', 'decline-invitation-short'],
    ['referring', 'decline-invitation-referring'],
    ['not-now', 'keep-option-open'],
  ])('%s: the reply %s', (manner, kind) => {
    const { events, next, say } = conclude({ decision: 'decline', manner, interview: NEXT_WEEK });
    expect(events).toEqual([{ type: 'decided', decision: 'decline-invitation' }]);
    expect(next).toEqual({ flow: 'reply', preset: { kind } });
    expect(say).toBeUndefined();
  });

  test('under 24 hours: a call, then the email', () => {
    const { say, next } = conclude({ decision: 'decline', manner: 'usual', interview: TOMORROW });
    expect(say).toBe('call-first');
    expect(next?.preset).toEqual({ kind: 'decline-invitation', channel: 'phone' });
  });

  test.each(['short', 'referring'])(
    'under 24 hours and %s, which is only written: ring them too',
    (manner) => {
      const { say, next } = conclude({ decision: 'decline', manner, interview: TOMORROW });
      expect(say).toBe('ring-too');
      expect(next?.preset).not.toHaveProperty('channel');
    },
  );

  test('the day has passed: it is said that the no comes late', () =>
    expect(conclude({ decision: 'decline', manner: 'usual', interview: '2026-11-19T09:00' }).say).toBe(
      'passed',
    ));

  test.each([{ standing: 'friend' }, { source: 'contact' }])(
    'someone they know (%o): a call is kinder',
    (known) => expect(conclude({ decision: 'decline', manner: 'usual', ...known }).say).toBe('friend'),
  );

  test('afraid of burning bridges: one line, rehearsed, sent promptly to who scheduled, a warm close (K96)', () => {
    const { show = [] } = conclude({ decision: 'decline', manner: 'usual', standing: 'bridges' });
    expect(plain(show)).toMatch(/one line.*aloud.*to the person who set the time.*warmly/s);
    expect(conclude({ decision: 'decline', manner: 'usual', standing: 'nothing' }).show).toEqual([]);
  });
});

describe('the other decisions', () => {
  test('go: openly about timeline and interest, with the limit of leverage and one next step (K32, K38)', () => {
    const { events, show = [], next } = conclude({ decision: 'go', interview: NEXT_WEEK });
    expect(events).toEqual([{ type: 'decided', decision: 'go' }]);
    expect(plain(show)).toMatch(
      /Your timeline.*Your interest.*better offer elsewhere is not.*Confirm today/s,
    );
    expect(show[0]?.choices.map(({ label }) => label)).toEqual([
      words.text('coach.going.been-there'),
      words.text('coach.going.feedback'),
    ]);
    expect(next).toBeUndefined();
  });

  test('ask for a few days: the holding reply; under 24 hours, ring them too', () => {
    expect(conclude({ decision: 'hold', interview: NEXT_WEEK })).toMatchObject({
      next: { flow: 'reply', preset: { kind: 'hold' } },
    });
    expect(conclude({ decision: 'hold', interview: TOMORROW }).say).toBe('ring-too');
  });

  test('later: a day of their own; under 24 hours, an hour of today', () => {
    expect(conclude({ decision: 'later' })).toEqual({
      events: [{ type: 'decided', decision: 'later' }],
      next: { flow: 'decide-by', preset: {} },
    });
    expect(conclude({ decision: 'later', interview: TOMORROW }).say).toBe('soon-later');
  });

  test('a decision that nobody offers is an error that names it', () =>
    expect(() => conclude({ decision: 'dance' })).toThrow('"dance"'));
});

describe('what to take care of', () => {
  const cautions = (answers: Readonly<Record<string, string>>): string =>
    beforeDecision(aView(invited, { career: 'forward', timing: 'yes', ...answers }));

  test.each([
    [{ interview: TOMORROW }, 'interview-soon'],
    [{ interview: '2026-11-18' }, 'interview-passed'],
    [{ interview: '2027-01-15T10:00' }, 'interview-far'],
    [{ flag: 'process' }, 'unfair'],
    [{ standing: 'need' }, 'need-them'],
    [{ anyway: 'leverage' }, 'leverage'],
  ])('%o: %s', (answers, caution) => {
    expect(cautions(answers)).toContain(words.text(`coach.assess.cautions.${caution}`));
  });

  test('nothing special: no cautions', () =>
    expect(cautions({ interview: NEXT_WEEK })).not.toContain(words.text('coach.assess.headings.cautions')));
});
