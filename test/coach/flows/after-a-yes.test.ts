import { describe, expect, test } from 'vitest';
import { accepted } from '../../../src/coach/flows/accepted.js';
import { lookBack } from '../../../src/coach/flows/look-back.js';
import { offerWithdrawn } from '../../../src/coach/flows/offer-withdrawn.js';
import { aView, beforeDecision, plain, words } from './view.js';

const regretted = {
  company: 'Acme',
  how: 'spoken',
  move: 'none',
  notice: 'no',
  why: 'doubts',
  mends: 'no',
  sure: 'yes',
};

describe('a yes that is regretted (K05, K91)', () => {
  test.each([
    [{ how: 'signed' }, 'A signed contract can have legal effects'],
    [{ how: 'written' }, 'differs from a signature'],
    [{ move: 'planned' }, 'before papers are filed'],
    [{ move: 'filed' }, 'tell your sponsor and your adviser at once'],
    [{ notice: 'yes' }, 'whether it can be taken back'],
  ])('%o: %s', (more, caution) => {
    const shown = beforeDecision(aView(accepted, { ...regretted, ...more }));
    expect(shown).toContain(caution);
    expect(shown).toContain('no legal advice. No lawyer has reviewed it. It was written on');
  });

  test('a note on law is shown for a year from its day, and after that only the advice to ask', () => {
    const asOf = words.text('coach.take-care.as-of');
    const inAYear = `${Number(asOf.slice(0, 4)) + 1}${asOf.slice(4)}`;
    expect(beforeDecision(aView(accepted, regretted, `${inAYear}T10:00`))).toContain(
      'differs from a signature',
    );
    const later = beforeDecision(aView(accepted, regretted, `${Number(asOf.slice(0, 4)) + 2}-01-01T10:00`));
    expect(later).toContain('older than a year');
    expect(later).not.toContain('differs from a signature');
  });

  test('taking it back leads to the call script, and keeps nobody from choosing the reason', () => {
    const { events, next } = accepted.conclude(aView(accepted, { ...regretted, decision: 'rescind' }));
    expect(events).toEqual([{ type: 'decided', decision: 'rescind' }]);
    expect(next).toEqual({ flow: 'reply', preset: { kind: 'rescind-acceptance' } });
  });

  test.each([
    [{ mends: 'no' }, 'keep', undefined],
    [{ mends: 'yes', how: 'signed' }, 'keep-and-talk', undefined],
    [{ mends: 'yes' }, 'keep-and-ask', 'reply'],
  ])('keeping it with %o: %s', (more, say, flow) => {
    const ending = accepted.conclude(aView(accepted, { ...regretted, ...more, decision: 'keep' }));
    expect(ending.say).toBe(say);
    expect(ending.next?.flow).toBe(flow);
  });

  test('advice first comes with a day to decide by', () =>
    expect(accepted.conclude(aView(accepted, { ...regretted, decision: 'advice' })).next?.flow).toBe(
      'decide-by',
    ));

  test('a decision without an ending is named', () =>
    expect(() => accepted.conclude(aView(accepted, { ...regretted, decision: 'faint' }))).toThrow('"faint"'));

  test('the look back answers each cause with a remedy, and none with peace', () => {
    for (const early of ['hurry', 'reaction', 'unclear', 'leverage', 'changed', null]) {
      const { say } = lookBack.conclude(aView(lookBack, { early, next: null }));
      expect(say).toBe(early ?? 'none');
    }
  });
});

const withdrawn = { company: 'Acme', told: 'spoken', yes: 'no', notice: 'no', costs: null };
const shownBefore = (answers: Parameters<typeof aView>[1]) => {
  const view = aView(offerWithdrawn, answers);
  return plain(offerWithdrawn.steps.at(-1)?.preface?.(view) ?? []);
};

describe('an offer that is taken back (K08, K92)', () => {
  test('costs are listed line by line, and counsel is named where somebody relied on it', () => {
    const shown = shownBefore({
      ...withdrawn,
      yes: 'signed',
      notice: 'yes',
      costs: 'a flight for 340 euros\n\nrent',
    });
    expect(shown).toContain('• a flight for 340 euros\n• rent');
    expect(shown).toContain('ask a lawyer before you answer');
    expect(shown).toContain('had costs');
    expect(shown).toContain('whether it can be taken back');
  });

  test('without costs, signature or notice there is nothing about law', () =>
    expect(shownBefore(withdrawn)).not.toContain('legal advice'));

  test('asking takes the costs along; where there are none it does not ask for them again', () => {
    const ending = (costs: string | null) =>
      offerWithdrawn.conclude(aView(offerWithdrawn, { ...withdrawn, costs, next: 'ask' }));
    const kind = 'ask-reason-for-withdrawal';
    expect(ending('rent').next).toEqual({ flow: 'reply', preset: { kind, costs: 'rent' } });
    expect(ending(null).next).toEqual({ flow: 'reply', preset: { kind, costs: null } });
  });

  test.each(['advice', 'leave'])('%s ends it as taken back by them', (next) => {
    const ending = offerWithdrawn.conclude(aView(offerWithdrawn, { ...withdrawn, next }));
    expect(ending.say).toBe(next);
    expect(ending.events).toEqual([{ type: 'settled', outcome: 'rescinded' }]);
  });
});
