import { describe, expect, test } from 'vitest';
import { type Message, toPlainText } from '../../src/coach/message.js';

const common = { key: 'k', preview: 'p', choices: [] } as const;

describe('a message as plain text', () => {
  test.each<[string, Message, string]>([
    ['a text', { ...common, kind: 'text', text: 'Hello.' }, 'Hello.'],
    ['a reminder', { ...common, kind: 'reminder', text: 'It is time.' }, 'It is time.'],
    [
      'a question',
      {
        ...common,
        kind: 'question',
        text: 'Which?',
        progress: '2 of about 7',
        field: 'text',
        answer: 'a',
        controls: [],
        form: null,
      },
      'Which?\n(2 of about 7)',
    ],
    [
      'a question alone',
      {
        ...common,
        kind: 'question',
        text: 'Which?',
        progress: null,
        field: 'text',
        answer: 'a',
        controls: [],
        form: null,
      },
      'Which?',
    ],
    [
      'a summary',
      {
        ...common,
        kind: 'summary',
        title: 'Noted',
        lines: [{ label: 'Role', value: 'Cook', change: { label: 'c', action: 'x' } }],
      },
      'Noted\nRole: Cook',
    ],
    [
      'a card',
      {
        ...common,
        kind: 'card',
        title: 'So',
        text: '',
        sections: [{ heading: 'Because', items: ['it is', 'it was'] }],
      },
      'So\n\nBecause\n• it is\n• it was',
    ],
    [
      'a draft',
      {
        ...common,
        kind: 'draft',
        draft: 'd1',
        title: 'Here',
        subjects: ['Offer', 'My answer'],
        body: 'Dear Ana',
        parts: [],
        findings: [{ quote: 'x', advice: 'Say thanks.' }],
        edit: 'e',
      },
      'Here\n\n– Offer\n– My answer\n\nDear Ana\n\n• Say thanks.',
    ],
  ])('%s', (_, message, text) => expect(toPlainText(message)).toBe(text));
});
