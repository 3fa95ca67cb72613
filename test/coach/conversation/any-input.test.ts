import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance } from '../../../src/coach/conversation/advance.js';
import type { Input } from '../../../src/coach/input.js';
import { type Message, toPlainText } from '../../../src/coach/message.js';
import { buttonsOf, CoachAlone } from '../../stories/coach-alone.js';

/** What people type: words the coach knows, answers of every kind, and rubbish. */
const typed = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'back',
      'undo',
      'skip',
      'why',
      'repeat',
      'pause',
      'menu',
      'go on',
      'cancel',
      'yes',
      'no',
      '1',
      '2',
      '3',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'help',
      'list',
      'reminders',
      'privacy',
      'ledger',
      'checklist',
      'drafts',
      'delete',
      'time zone',
      'Europe/Berlin',
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'Acme',
      'Friday',
      '27 November',
      'next month',
      '85k',
      '€4,200 a month',
      'actually Monday',
      'change the company to Globex',
      'forward',
      'warm',
      'email',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'I got an offer from Initech, they want an answer by 3 December',
      'my boss made a counteroffer',
      'who can read this?',
      'help me say no to an interview',
    ),
  },
  { weight: 2, arbitrary: fc.string({ maxLength: 60, unit: 'binary' }) },
  { weight: 1, arbitrary: fc.constantFrom('', '🎉', '{{x}}', '<!channel>', '‮abc', 'x'.repeat(10_000)) },
);

/** Each deed is a text, or a number that picks one of the buttons seen so far. */
const deeds = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: typed },
    { weight: 3, arbitrary: fc.nat(400) },
    { weight: 1, arbitrary: fc.constant('@' as const) },
  ),
  {
    minLength: 5,
    maxLength: 60,
  },
);

function checkMessages(messages: readonly Message[]): void {
  for (const message of messages) {
    expect(toPlainText(message).trim()).not.toBe('');
    expect(message.preview.trim()).not.toBe('');
    for (const { label, action } of buttonsOf(message)) {
      expect(label.trim()).not.toBe('');
      expect(action, label).toMatch(/^[\x20-\x7e]{1,120}$/);
    }
  }
}

describe('whatever a person does', () => {
  test('the coach answers, keeps its state readable, and makes only buttons that fit', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        const coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
        const actions: string[] = [];
        for (const [turn, deed] of all.entries()) {
          const input: Input =
            typeof deed === 'number'
              ? { type: 'click', action: actions[deed % Math.max(actions.length, 1)] ?? 'rubbish' }
              : { type: 'text', text: deed };
          const messages =
            deed === '@'
              ? coach.moveClock(`2026-12-${String(1 + (turn % 28)).padStart(2, '0')}T10:00`)
              : coach.do(input);
          if (deed !== '@') expect(messages.length, JSON.stringify(input)).toBeGreaterThan(0);
          checkMessages(messages);
          for (const message of messages) actions.push(...buttonsOf(message).map((one) => one.action));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the same input to the same state gives the same turn', () => {
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 12 }), (texts) => {
        const coach = new CoachAlone('America/New_York', '2026-11-20T16:00');
        for (const text of texts) {
          const context = {
            now: coach.now,
            zone: coach.zone,
            locale: 'en-US',
            words: coach.words,
            reminders: coach.reminders,
          };
          const once = advance(coach.state, { type: 'text', text }, context);
          expect(advance(coach.state, { type: 'text', text }, context)).toEqual(once);
          coach.do({ type: 'text', text });
        }
      }),
      { numRuns: 50 },
    );
  });
});
