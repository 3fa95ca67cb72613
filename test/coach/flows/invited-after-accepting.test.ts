import { describe, expect, test } from 'vitest';
import { invitedAfterAccepting as flow } from '../../../src/coach/flows/invited-after-accepting.js';
import { aView, beforeDecision, plain, words } from './view.js';

const SETTLED = {
  final: 'signed',
  inside: 'no',
  goals: 'yes',
  terms: 'same',
  place: 'same',
  beyond: 'nothing',
  duties: 'no',
};
const conclude = (answers: Readonly<Record<string, string>>) => flow.conclude(aView(flow, answers));

describe('declining after a yes elsewhere (K02, K78)', () => {
  test('one reason, which names nobody: another position was accepted', () => {
    expect(conclude({ ...SETTLED, decision: 'decline' })).toEqual({
      events: [{ type: 'decided', decision: 'decline-invitation' }],
      next: { flow: 'reply', preset: { kind: 'decline-invitation', reason: 'accepted-another' } },
    });
  });

  test('a move inside the company changes nothing in the reply, and the coach says so', () => {
    const inside = conclude({ ...SETTLED, inside: 'yes', decision: 'decline' });
    expect(inside.say).toBe('inside');
    expect(inside.next).toEqual(conclude({ ...SETTLED, decision: 'decline' }).next);
  });

  test('under 24 hours: a call, then the email', () => {
    const { say, next } = conclude({ ...SETTLED, interview: '2026-11-21T09:00', decision: 'decline' });
    expect(say).toBe('call-first');
    expect(next?.preset).toMatchObject({ channel: 'phone', reason: 'accepted-another' });
  });
});

describe('the other decisions', () => {
  test('a day that has passed is named before a late no; less than a day ahead, waiting is', () => {
    expect(conclude({ ...SETTLED, interview: '2026-11-18', decision: 'decline' }).say).toBe('passed');
    expect(conclude({ ...SETTLED, interview: '2026-11-21T09:00', decision: 'later' }).say).toBe('soon-later');
  });

  test('go for information: openly, with the yes said aloud', () => {
    const { events, show = [] } = conclude({ ...SETTLED, decision: 'go' });
    expect(events).toEqual([{ type: 'decided', decision: 'go' }]);
    expect(plain(show)).toContain('That you have said yes elsewhere');
  });

  test('later: a day of their own', () =>
    expect(conclude({ ...SETTLED, decision: 'later' }).next).toEqual({ flow: 'decide-by', preset: {} }));

  test('a decision that nobody offers is an error that names it', () =>
    expect(() => conclude({ decision: 'dance' })).toThrow('"dance"'));
});

describe('before the decision: the checklist and the cautions (K34, K97)', () => {
  const item = (id: string): string => words.text(`coach.checklist.items.${id}`);
  const [settled, open] = ['done', 'open'].map((id) => words.text(`coach.checklist.${id}`));

  test('final, nothing unique and duties are settled by the answers; channel and message come with the draft', () => {
    const shown = beforeDecision(aView(flow, SETTLED));
    const [, rest = ''] = shown.split(`\n${settled}\n`);
    const [done, todo] = rest.split(`${open}\n`);
    for (const id of ['final', 'nothing-unique', 'duties']) expect(done).toContain(item(id));
    for (const id of ['channel', 'message']) expect(todo).toContain(item(id));
  });

  test('what was signed and is in question: counsel is due', () => {
    const doubted = { ...SETTLED, goals: 'no', terms: 'this' };
    expect(beforeDecision(aView(flow, doubted))).toContain(words.text('coach.assess.cautions.counsel'));
    expect(beforeDecision(aView(flow, SETTLED))).not.toContain(words.text('coach.assess.cautions.counsel'));
  });

  test.each(['2026-11-18', '2027-01-15', '2026-11-21'])(
    'an interview on %s is named among the cautions',
    (interview) =>
      expect(beforeDecision(aView(flow, { ...SETTLED, interview }))).toContain(
        words.text('coach.assess.headings.cautions'),
      ),
  );
});
