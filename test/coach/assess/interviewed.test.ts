import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/coach/assess/assessment.js';
import { interviewedMethod as method } from '../../../src/coach/assess/interviewed.js';
import { answersTo, describeMethod } from './method-suite.js';

describeMethod(method, ['withdraw', 'verify', 'wait', 'go-on', 'unclear']);

const doubtful = {
  settled: 'none',
  doubt: 'people',
  sure: 'told',
  weight: 'hard',
  year: 'sideways',
  three: 'forward',
  move: 'none',
  leaving: 'chance',
  staying: 'little',
  mend: 'unknown',
};

describe('withdraw at once (K25)', () => {
  test.each(['accepted', 'ethics'])('%s: whatever else is said', (settled) => {
    fc.assert(
      fc.property(answersTo(method), (chosen) => {
        expect(method.decide({ ...chosen, settled })).toBe('withdraw');
      }),
    );
  });

  test.each(['contract', 'move', 'pay', 'people', 'work'])(
    'a deal-breaker that they confirmed (%s), unless they are likely to mend it',
    (doubt) => {
      const confirmed = { ...doubtful, doubt, sure: 'told', weight: 'deal-breaker' };
      expect(method.decide(confirmed)).toBe('withdraw');
      expect(assess(method, confirmed).reasons).toContain('confirmed');
      expect(method.decide({ ...confirmed, mend: 'likely' })).toBe('wait');
    },
  );

  test('a visa or move that is needed and refused', () => {
    expect(method.decide({ ...doubtful, move: 'refused' })).toBe('withdraw');
    expect(method.decide({ ...doubtful, move: 'refused', weight: 'fine' })).toBe('go-on');
  });
});

describe('facts or perceptions (K21), and when to wait (K26)', () => {
  test.each(['heard', 'felt'])('a worry that is only %s is asked about before it decides', (sure) => {
    expect(method.decide({ ...doubtful, sure, weight: 'deal-breaker' })).toBe('verify');
    expect(assess(method, { ...doubtful, sure }).reasons).toContain(sure);
  });

  test('a perception alone never withdraws, as long as it can be mended or there is time', () => {
    fc.assert(
      fc.property(
        answersTo(method),
        fc.constantFrom('heard', 'felt'),
        fc.constantFrom('deal-breaker', 'hard'),
        (chosen, sure, weight) => {
          const { timeline: _, ...rest } = chosen;
          const verdict = method.decide({
            ...rest,
            settled: 'none',
            doubt: 'people',
            move: 'none',
            sure,
            weight,
          });
          expect(verdict).toBe('verify');
        },
      ),
    );
  });

  test.each(['contract', 'move', 'pay'])(
    'terms that can still move (%s): wait for a written offer',
    (doubt) => expect(method.decide({ ...doubtful, doubt })).toBe('wait'),
  );

  test('nobody has asked: ask', () => expect(method.decide(doubtful)).toBe('verify'));

  test('a vague word on the visa or the move is asked about before committing (K93)', () =>
    expect(method.decide({ ...doubtful, weight: 'fine', move: 'vague' })).toBe('verify'));
});

describe('reversibility (K24)', () => {
  const noChance = { ...doubtful, mend: 'unlikely', timeline: 'short' };

  test('no chance and a short timeline: act', () => {
    expect(method.decide(noChance)).toBe('withdraw');
    expect(assess(method, noChance).reasons).toContain('no-way');
    expect(method.decide({ ...noChance, sure: 'felt', weight: 'deal-breaker' })).toBe('withdraw');
  });

  test('with more time, or for a mere feeling, it does not have to be now', () => {
    expect(method.decide({ ...noChance, timeline: 'open' })).toBe('go-on');
    expect(method.decide({ ...noChance, sure: 'felt' })).toBe('verify');
  });

  test('they are likely to mend it: wait', () =>
    expect(method.decide({ ...doubtful, mend: 'likely' })).toBe('wait'));
});

describe('alignment and costs (K22, K23)', () => {
  test('it leads away from the plans, and they would not mend it: withdraw', () =>
    expect(method.decide({ ...doubtful, three: 'away' })).toBe('withdraw'));

  test('no worry, but it leads away: what is lost and what it costs decide', () => {
    const away = { ...doubtful, weight: 'fine', year: 'away' };
    expect(method.decide(away)).toBe('verify');
    expect(method.decide({ ...away, leaving: 'nothing' })).toBe('withdraw');
    expect(method.decide({ ...away, staying: 'stress' })).toBe('withdraw');
  });

  test('a hard fact that stays: with little to lose, or at a cost, withdraw; otherwise go on', () => {
    const stays = { ...doubtful, mend: 'unlikely' };
    expect(method.decide(stays)).toBe('go-on');
    expect(method.decide({ ...stays, leaving: 'nothing' })).toBe('withdraw');
    expect(method.decide({ ...stays, staying: 'time' })).toBe('withdraw');
  });

  test('nothing to lose and only costs: withdraw, unless it leads where the person wants to go', () => {
    const idle = { ...doubtful, weight: 'fine', three: 'sideways', leaving: 'nothing', staying: 'time' };
    expect(method.decide(idle)).toBe('withdraw');
    expect(method.decide({ ...idle, three: 'forward' })).toBe('go-on');
  });

  test('something one can live with: go on', () =>
    expect(method.decide({ ...doubtful, weight: 'fine' })).toBe('go-on'));
});

test('too little said: no recommendation is made up', () => {
  expect(method.decide({ settled: 'none' })).toBe('unclear');
  expect(assess(method, { settled: 'none' }).reasons).toEqual(['little-said']);
});
