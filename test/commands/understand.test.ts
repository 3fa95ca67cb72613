import { describe, expect, it } from 'vitest';
import { UNDERSTAND_TASKS, understand } from '../../src/commands/understand.js';

const answer = (task: string, line: object): unknown => JSON.parse(understand(task, JSON.stringify(line)));

describe('one JSON line in, one JSON line out', () => {
  it.each([
    [
      'date',
      { text: 'by monday', now: '2026-11-20T16:00:00Z', tz: 'Europe/London', locale: 'en-GB' },
      { value: '2026-11-23', candidates: ['2026-11-23'] },
    ],
    [
      'date',
      { text: 'tomorrow', now: '2026-11-20T16:00:00+01:00' },
      { value: '2026-11-21', candidates: ['2026-11-21'] },
    ],
    ['pay', { text: '$95k' }, { value: { min: 95_000, max: 95_000, currency: 'USD', period: null } }],
    ['pay', { text: 'no idea', locale: 'en-GB' }, { value: null }],
    [
      'opening',
      { text: 'Acme offered me a job, answer by Friday' },
      { stage: 'offer', company: 'Acme', role: null, deadline: 'Friday' },
    ],
    ['employer-reply', { text: 'We are withdrawing our offer.' }, { kind: 'rescinds-offer' }],
    ['yes-no', { text: 'not really' }, { value: 'no' }],
    ['command', { text: 'go back please' }, { value: 'back' }],
  ])('%s reads %j', (task, line, expected) => {
    expect(answer(task, line)).toEqual(expected);
  });

  it('names its tasks', () => {
    expect(UNDERSTAND_TASKS).toEqual(['date', 'pay', 'opening', 'employer-reply', 'yes-no', 'command']);
  });
});

describe('a line that cannot be read', () => {
  it.each([
    ['{', 'The line is no JSON: give one JSON object a line.'],
    ['{}', '"text" cannot be read: give the words that were typed, as a string.'],
    ['7', '"the line" cannot be read'],
    [
      '{"text":"x","now":"noon"}',
      '"now" cannot be read: give an ISO 8601 instant such as "2026-11-20T16:00:00Z".',
    ],
    [
      '{"text":"x","now":"2026-11-20T16:00:00Z","tz":"Mars"}',
      '"tz" cannot be read: give an IANA time zone such as "Europe/London".',
    ],
    [
      '{"text":"x","now":"2026-11-20T16:00:00Z","locale":"?"}',
      '"locale" cannot be read: give a BCP 47 locale such as "en-GB".',
    ],
  ])('%s gives an error that names the field and the remedy', (line, message) => {
    expect(JSON.parse(understand('date', line)).error).toContain(message);
  });

  it('is told from a task that does not exist', () => {
    expect(() => understand('mood', '{}')).toThrow(
      'The task "mood" is unknown: use one of date, pay, opening, employer-reply, yes-no, command.',
    );
    expect(() => understand('toString', '{}')).toThrow('unknown');
  });
});
