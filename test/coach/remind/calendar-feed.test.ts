import { describe, expect, test } from 'vitest';
import { newState } from '../../../src/coach/conversation/state.js';
import { calendarFeed, type PlannedEntry } from '../../../src/coach/remind/calendar-feed.js';
import { loadWords } from '../../../src/templates.js';
import { opportunity } from '../journal/samples.js';

const entry = (change: Partial<PlannedEntry>): PlannedEntry => ({
  id: 'o1:reply-by:24h',
  kind: 'reply-by',
  about: 'o1',
  at: '2026-11-26T09:00',
  zone: 'Europe/Berlin',
  until: null,
  dueAt: '2026-11-26T08:00:00Z',
  occurrence: 1,
  ...change,
});
const summaries = (...entries: readonly PlannedEntry[]): string[] => {
  const state = {
    ...newState('Europe/Berlin'),
    opportunities: [opportunity({ facts: { company: 'Acme' } })],
  };
  const file = calendarFeed(state, entries, {
    words: loadWords('en-US'),
    now: '2026-11-20T15:00:00Z',
    owner: 'p7',
  });
  expect(file).not.toContain('Acme');
  return file.split('\r\n').filter((line) => line.startsWith('SUMMARY:'));
};

describe('the calendar of reminders', () => {
  test('names an opportunity by its code alone', () => {
    expect(summaries(entry({}))).toEqual([expect.stringContaining('(A)')]);
  });

  test('names none where a reminder is about all of them', () => {
    const [summary] = summaries(entry({ id: 'all:review:1', kind: 'review', about: 'all' }));
    expect(summary).not.toMatch(/\(|\)/);
  });
});
