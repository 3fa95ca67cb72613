import { describe, expect, test } from 'vitest';
import { beforeNo } from '../../../src/coach/flows/before-no.js';
import {
  assessInterviewed,
  interviewed as flow,
  questionsCard,
} from '../../../src/coach/flows/interviewed.js';
import { aView, beforeDecision, plain, words } from './view.js';

const conclude = (answers: Readonly<Record<string, string>>) => flow.conclude(aView(flow, answers));

describe('the decisions (K03, K25, K26)', () => {
  test.each([
    ['usual', 'withdraw'],
    ['short', 'withdraw-short'],
  ])('withdraw, %s: the reply %s, after what may make it risky was asked (K94)', (manner, kind) => {
    const ending = conclude({ settled: 'none', decision: 'withdraw', manner });
    expect(ending).toEqual({ events: [], next: { flow: 'before-no', preset: { kind } } });
    expect(beforeNo.conclude(aView(beforeNo, { kind, worry: null }))).toEqual({
      events: [{ type: 'decided', decision: 'withdraw' }],
      next: { flow: 'reply', preset: { kind } },
    });
  });

  test('another job accepted: the reason is known', () =>
    expect(conclude({ settled: 'accepted', decision: 'withdraw', manner: 'usual' }).next?.preset).toEqual({
      kind: 'withdraw',
      reason: 'accepted-another',
    }));

  test('something that was not right: the reason stays theirs to give, or not (K43)', () =>
    expect(conclude({ settled: 'ethics', decision: 'withdraw', manner: 'usual' }).next?.preset).toEqual({
      kind: 'withdraw',
    }));

  test('wait: the questions to ask, then a personal deadline', () => {
    const { show = [], next } = conclude({ decision: 'wait', doubt: 'people' });
    expect(plain(show)).toContain('Could I speak with one or two people on the team?');
    expect(next).toEqual({ flow: 'decide-by', preset: {} });
  });

  test('go on: nothing to send, and the ethical limit of leverage (K38)', () => {
    const { events, say } = conclude({ decision: 'go-on' });
    expect(events).toEqual([{ type: 'decided', decision: 'go-on' }]);
    expect(words.text(`coach.interviewed.end.${say}`)).toContain('only for a better offer elsewhere is not');
  });

  test('a decision that nobody offers is an error that names it', () =>
    expect(() => conclude({ decision: 'dance' })).toThrow('"dance"'));
});

describe('how much time there is (K24)', () => {
  const answers = { doubt: 'people', sure: 'told', weight: 'hard', mend: 'unlikely', leaving: 'chance' };
  const verdict = (deadline: string): string =>
    assessInterviewed({ ...answers, deadline }, '2026-11-20T10:00').verdict;

  test('a date within a week leaves none; a later one does; one that has passed says nothing', () => {
    expect(verdict('2026-11-27')).toBe('withdraw');
    expect(verdict('2026-11-20T18:00')).toBe('withdraw');
    expect(verdict('2026-11-28')).toBe('go-on');
    expect(verdict('2026-11-19')).toBe('go-on');
  });
});

describe('two lists: said, and felt (K21)', () => {
  const told = { contract: 'agency', reporting: 'Ms Ito', doubt: 'contract', felt: 'rushed\n\ncold room' };

  test('a doubt that was confirmed stands among the facts', () => {
    const shown = beforeDecision(aView(flow, { ...told, sure: 'told' }));
    expect(shown).toMatch(
      /Said or written\n.*agency.*\n.*Ms Ito\n.*Main doubt.*\n\nFelt.*\n.*rushed\n.*cold room/,
    );
  });

  test.each(['heard', 'felt'])('a doubt that was only %s stands among the feelings', (sure) => {
    const shown = beforeDecision(aView(flow, { ...told, sure }));
    expect(shown).toMatch(/Felt, or heard elsewhere\n.*rushed\n.*cold room\n.*Main doubt/);
    expect(shown).toContain('so a question comes before a decision');
  });

  test('pay is shown with its range, and skipped answers are left out', () => {
    const pay = { min: 60_000, max: 70_000, currency: 'USD', period: 'year' } as const;
    const shown = beforeDecision(aView(flow, { contract: null, pay, place: 'Oslo', sure: null }));
    expect(shown).toMatch(/Said or written\n.*\$60,000 to \$70,000 a year\n.*Oslo/);
  });

  test('one line alone is no list, and what is settled needs none', () => {
    const title = words.text('coach.interviewed.two-lists.title');
    expect(beforeDecision(aView(flow, { place: 'Oslo' }))).not.toContain(title);
    expect(beforeDecision(aView(flow, { ...told, settled: 'accepted' }))).not.toContain(title);
  });
});

describe('questions to ask (K21, K93)', () => {
  const headings = (answers: Readonly<Record<string, string>>): string[] =>
    questionsCard(answers, words).sections.map(({ heading }) => heading);
  const about = (topic: string): string => words.text(`coach.interviewed.questions.headings.${topic}`);

  test.each(['contract', 'move', 'pay', 'people', 'work'])('about %s, each a question', (doubt) => {
    const { sections } = questionsCard({ doubt }, words);
    expect(sections.map(({ heading }) => heading)).toEqual([about(doubt)]);
    for (const question of sections.flatMap(({ items }) => items)) expect(question).toMatch(/\?$/);
  });

  test('a vague visa, a time zone or an agency brings its own, once', () => {
    expect(headings({ doubt: 'people', move: 'vague' })).toEqual([about('people'), about('move')]);
    expect(headings({ doubt: 'pay', move: 'zones' })).toEqual([about('pay'), about('zones')]);
    expect(headings({ doubt: 'contract', contract: 'agency' })).toEqual([about('contract')]);
    expect(headings({ contract: 'contractor' })).toEqual([about('any'), about('contract')]);
  });

  test('a relocation package, housing, language and family are asked about', () =>
    expect(plain([questionsCard({ doubt: 'move' }, words)])).toMatch(/family.*housing, language/s));
});

describe('what to take care of (K93, K97)', () => {
  test.each([
    [{ contract: 'agency' }, 'agency'],
    [{ contract: 'contractor' }, 'agency'],
    [{ move: 'vague' }, 'sponsorship-vague'],
    [{ move: 'refused' }, 'visa'],
    [{ move: 'zones' }, 'time-zones'],
    [{ settled: 'ethics' }, 'ethics'],
  ])('%o: %s', (answers, caution) =>
    expect(beforeDecision(aView(flow, answers))).toContain(words.text(`coach.assess.cautions.${caution}`)),
  );
});
