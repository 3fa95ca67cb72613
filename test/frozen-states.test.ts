import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { flows } from '../src/coach/flows/registry.js';
import type { Message, QuestionMessage } from '../src/coach/message.js';
import { CoachAlone } from './stories/coach-alone.js';

/**
 * One half-finished conversation for each flow and release, as it was stored then. Each must load, go on and end for
 * ever. `FREEZE=1.2.0 npx vitest run test/frozen-states.test.ts` writes those of a new release.
 */
const FOLDER = fileURLToPath(new URL('fixtures/states/', import.meta.url));
const FROZEN_AT = '2026-11-20T16:00';
const LONGEST = 80;

const typedAnswers = {
  choice: '1',
  text: 'something true',
  'long-text': 'one thing\nanother thing',
  date: 'in ten days',
  pay: '80k a year',
  time: '10am',
} as const;

function openQuestion(messages: readonly Message[]): QuestionMessage | null {
  const last = messages.at(-1);
  return last?.kind === 'question' ? last : null;
}

/** Answers the open question as someone would who has an answer to everything. */
function answer(coach: CoachAlone, question: QuestionMessage): readonly Message[] {
  const [first] = question.choices;
  if (question.field === 'choice' && first) return coach.do({ type: 'click', action: first.action });
  return coach.do({ type: 'text', text: typedAnswers[question.field] });
}

/** Plays on until no question is open. Returns how many were answered. */
function finish(coach: CoachAlone, from: readonly Message[], most = LONGEST): number {
  let messages = from;
  for (let answered = 0; answered < most; answered += 1) {
    const question = openQuestion(messages);
    if (!question) return answered;
    messages = answer(coach, question);
  }
  return most;
}

function begun(flow: string): { coach: CoachAlone; messages: readonly Message[] } {
  const coach = new CoachAlone('Europe/Berlin', FROZEN_AT);
  coach.do({ type: 'hello' });
  return { coach, messages: coach.do({ type: 'click', action: JSON.stringify({ do: 'start', flow }) }) };
}

describe('every flow', () => {
  for (const flow of Object.keys(flows)) {
    test(`${flow} ends for someone who answers everything`, () => {
      const { coach, messages } = begun(flow);
      expect(finish(coach, messages)).toBeLessThan(LONGEST);
      expect(coach.state).toMatchObject({ frames: [] });
    });
  }
});

const release = process.env['FREEZE'];
if (release) {
  for (const flow of Object.keys(flows)) {
    const whole = begun(flow);
    const half = begun(flow);
    finish(half.coach, half.messages, Math.floor(finish(whole.coach, whole.messages) / 2));
    const file = `${FOLDER}${release}/${flow}.json`;
    mkdirSync(`${FOLDER}${release}`, { recursive: true });
    if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(half.coach.state, null, 1)}\n`);
  }
}

describe('a conversation stored by an earlier release goes on and ends', () => {
  const files = existsSync(FOLDER)
    ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
    : [];
  test('there are some', () => expect(files).not.toEqual([]));
  for (const file of files.sort()) {
    test(file, () => {
      const coach = new CoachAlone('Europe/Berlin', FROZEN_AT);
      coach.state = JSON.parse(readFileSync(`${FOLDER}${file}`, 'utf8'));
      const messages = coach.do({ type: 'text', text: 'repeat' });
      expect(openQuestion(messages), 'the open question is asked again').not.toBeNull();
      expect(finish(coach, messages)).toBeLessThan(LONGEST);
      expect(coach.state).toMatchObject({ frames: [] });
    });
  }
});
