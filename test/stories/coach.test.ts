import { describe, expect, test } from 'vitest';
import { type Message, toPlainText } from '../../src/coach/message.js';
import { buttonsOf, CoachAlone } from './coach-alone.js';
import { type Line, readStories, type Story } from './story.js';

function check(story: Story, coach: CoachAlone, line: Line, messages: readonly Message[]): void {
  const place = `${story.file}:${line.number}`;
  const left = [...messages];
  const heard = messages.map((message) => message.key).join(', ');
  for (const expected of line.expects) {
    if (expected.type === 'reminder') {
      const planned = coach.reminders.find((reminder) => reminder.id === expected.id);
      expect(planned?.at ?? null, `${place}: the reminder ${expected.id}`).toBe(expected.at);
      continue;
    }
    const at = left.findIndex((message) => message.key === expected.key);
    expect(at, `${place}: "${expected.key}" is said; heard: ${heard}`).toBeGreaterThanOrEqual(0);
    const [message] = left.splice(0, at + 1).slice(-1) as [Message];
    for (const text of expected.text) expect(toPlainText(message), place).toContain(text);
    const labels = buttonsOf(message).map((button) => button.label);
    for (const label of expected.buttons) expect(labels, place).toContain(label);
  }
  for (const message of messages) {
    if (message.kind === 'text' || message.kind === 'reminder')
      expect(message.text, `${place}: begins as a sentence does`).not.toMatch(/^\p{Ll}/u);
    for (const never of story.never) {
      if (never.type === 'key') expect(message.key, place).not.toBe(never.value);
      else expect(`${toPlainText(message)}\n${message.preview}`, place).not.toContain(never.value);
    }
  }
}

describe('the coach alone, saved and reloaded between any two lines', () => {
  for (const story of readStories()) {
    test(`${story.file}: ${story.title}`, () => {
      const coach = new CoachAlone(story.zone, story.now);
      for (const line of story.lines) check(story, coach, line, coach.play(line.does));
    });
  }
});
