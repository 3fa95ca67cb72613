import { describe, expect, test } from 'vitest';
import { checkDraft } from '../../../src/coach/draft/check.js';
import { beforeNo } from '../../../src/coach/flows/before-no.js';
import { rehearse } from '../../../src/coach/flows/rehearse.js';
import { aView, plain, words } from './view.js';

const rounds = rehearse.steps.map(({ id }) => id);

/** What the coach says about a line that was tried in the first round. */
const about = (line: string | null) =>
  plain(rehearse.steps[1]?.preface?.(aView(rehearse, { why: line })) ?? []);

describe('the call, rehearsed', () => {
  test('five kinds of pushback, one at a time', () =>
    expect(rounds).toEqual(['why', 'better', 'hurry', 'guilt', 'silence']));

  test.each([
    ['I would love to talk about the weather.', 'your decision is not in it yet'],
    ['I am so sorry, I really apologise, sorry again, my decision stands.', 'is plenty'],
    ['My decision stands because your manager was rude and lied to me.', 'blame'],
    ['My decision stands. Globex pays me 95,000 euros.', 'more than they need'],
  ])('"%s": %s', (line, advice) => {
    expect(about(line)).toContain(advice);
    expect(about(line)).toContain('You could say: “');
  });

  test('a line that restates the decision holds; a skipped one is passed over in silence', () => {
    expect(about('Thank you, and my decision stands.')).toContain('That holds');
    expect(about(null)).toBe('');
  });

  test('every line that the coach would say passes its own check', () => {
    for (const round of rounds) {
      const text = words.text(`coach.rehearse.lines.${round}.no`);
      const found = checkDraft({ text, channel: 'phone', kind: 'stand-by-decision' }, words).map(
        ({ id }) => id,
      );
      for (const id of [
        'no-decision',
        'hedged',
        'several-reasons',
        'over-apologising',
        'criticism',
        'private-detail',
      ])
        expect(found, `${round}: ${text}`).not.toContain(id);
    }
  });

  test('each finding that a line can have has its own mend', () => {
    for (const id of [
      'no-decision',
      'hedged',
      'several-reasons',
      'over-apologising',
      'criticism',
      'private-detail',
    ])
      expect(words.has(`coach.rehearse.advice.${id}`)).toBe(true);
  });
});

describe('what makes a no hard (K93, K94, K96)', () => {
  const end = (worry: string | null) => beforeNo.conclude(aView(beforeNo, { kind: 'withdraw', worry }));

  test('might need them later: not now instead of no', () =>
    expect(end('later').next).toEqual({ flow: 'reply', preset: { kind: 'keep-option-open' } }));

  test('a friend: a call', () =>
    expect(end('friend').next).toEqual({ flow: 'reply', preset: { kind: 'withdraw', channel: 'phone' } }));

  test('a big chance, or nothing in writing: slow down, and nothing is decided yet', () => {
    expect(end('chance').next?.flow).toBe('decide-by');
    expect(end('chance').events).toEqual([]);
  });

  test.each(['bridges', 'papers', null])('%s: the no as it was meant', (worry) => {
    expect(end(worry).next).toEqual({ flow: 'reply', preset: { kind: 'withdraw' } });
    expect(end(worry).say).toBe(worry ?? undefined);
    expect(end(worry).events).toEqual([{ type: 'decided', decision: 'withdraw' }]);
  });

  test.each([
    ['decline-offer', 'decline'],
    ['decline-invitation', 'decline-invitation'],
    ['withdraw-short', 'withdraw'],
  ])('%s is the decision %s', (kind, decision) =>
    expect(beforeNo.conclude(aView(beforeNo, { kind, worry: null })).events).toEqual([
      { type: 'decided', decision },
    ]),
  );

  test('nobody calls a friend for two sentences', () =>
    expect(
      beforeNo.conclude(aView(beforeNo, { kind: 'withdraw-short', worry: 'friend' })).next?.preset,
    ).toEqual({ kind: 'withdraw', channel: 'phone' }));
});
