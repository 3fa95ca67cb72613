import { describe, expect, test } from 'vitest';
import { newState, type State } from '../../src/coach/conversation/state.js';
import { exportData, exportMarkdown, exportTexts } from '../../src/coach/export.js';
import type { Message } from '../../src/coach/message.js';
import type { Reminder } from '../../src/coach/remind/reminder.js';
import { loadWords } from '../../src/templates.js';
import { draft, opportunity } from './journal/samples.js';

const words = loadWords('en-US');
const reminder = (change: Partial<Reminder> = {}): Reminder => ({
  id: 'o1:reply-by:24h',
  kind: 'reply-by',
  about: 'o1',
  at: '2026-11-26T09:00',
  zone: 'Europe/Berlin',
  until: null,
  ...change,
});
const exported = (
  change: Partial<State>,
  reminders: readonly Reminder[] = [],
  unsent: readonly Message[] = [],
): string =>
  exportMarkdown(exportData({ ...newState('Europe/Berlin'), ...change }, reminders, unsent), words);

describe('what a person reads in their export', () => {
  test('is what they told about themselves, and what came of it', () => {
    const { profile } = newState('Europe/Berlin');
    const text = exported({
      profile: {
        ...profile,
        me: 'Robin',
        confidence: {
          at: '2026-11-20T10:00',
          about: 'o1',
          reasons: ['The team', 'The pay'],
          story: 'I chose the team.',
          action: 'Call Ana',
        },
        reviews: [{ at: '2026-11-20T10:00', adjustments: ['Ask earlier', 'Rest first'] }],
      },
      compared: {
        at: '2026-11-20T10:00',
        rows: [
          { label: 'Acme', from: 60, to: 80 },
          { label: 'Globex', from: 40, to: 40 },
        ],
      },
    });
    for (const kept of [
      'Robin',
      'The team; The pay',
      'I chose the team.',
      'Call Ana',
      'Friday, November 20, 2026, 10:00 AM: Ask earlier; Rest first',
      'Globex',
    ])
      expect(text).toContain(kept);
    expect(text).toContain('Nothing is planned.');
  });

  test('is the decision with its day, how it stands, and every text with the day it went out', () => {
    const text = exported({
      opportunities: [
        opportunity({
          decision: 'decline',
          decidedAt: '2026-11-20T10:00',
          outcome: 'declined',
          drafts: [
            { ...draft('decline-offer', 'pay', '2026-11-21T10:00'), body: 'Dear Ana,\n\nno, thank you.' },
            draft('final-no', 'none', null),
          ],
        }),
      ],
    });
    expect(text).toContain('Your decision: decline (Friday, November 20, 2026, 10:00 AM)');
    expect(text).toContain(`How it stands: ${words.text('coach.menu.status.declined')}`);
    expect(text).toContain('A text you sent: Saturday, November 21, 2026');
    expect(text).toContain('> Dear Ana,\n>\n> no, thank you.');
    expect(text).toContain('A text that is ready');
  });

  test('is each reminder with the opportunity that it is about, where it is about one', () => {
    const text = exported({ opportunities: [opportunity()] }, [
      reminder(),
      reminder({ id: 'all:review:1', kind: 'review', about: 'all' }),
    ]);
    const [first, second] = text.split('\n').filter((line) => line.includes('(Europe/Berlin)'));
    expect(first).toMatch(/\(A\)$/);
    expect(second).toMatch(new RegExp(`${words.text('coach.reminders.review.name')}$`));
  });

  test('is also what was said to them and never arrived', () => {
    const said = { kind: 'text', key: 'x', preview: 'x', text: 'Your answer is due.', choices: [] } as const;
    expect(exported({}, [], [said])).toContain('> Your answer is due.');
  });

  test('leaves nothing out that an earlier release asked for and this one does not', () => {
    const cell = (value: string) => ({ value, raw: null, source: 'typed' as const });
    const frame = (flow: string, cells: State['frames'][number]['cells']): State['frames'][number] => ({
      id: `f-${flow}`,
      flow,
      version: 1,
      about: 'o1',
      cells,
      again: null,
      undo: [],
      misses: 0,
      shown: 0,
      introduced: null,
    });
    const bonus = { min: 500, max: 500, currency: 'EUR', period: 'month' } as const;
    const text = exported({
      opportunities: [opportunity({ facts: { bonus, written: 'by-fax' } })],
      ended: [frame('offer', { people: cell('by-mail') }), frame('a-flow-of-before', { word: cell('x') })],
    });
    expect(text).toMatch(/bonus: .*500/);
    expect(text).toMatch(/: by-fax/);
    expect(text).toMatch(/: by-mail/);
    expect(text).not.toContain('a-flow-of-before');
  });
});

test('in a chat, a long passage is cut between lines, and nothing is lost', () => {
  const lines = Array.from({ length: 120 }, (_, index) => `line ${index} of a long letter 🎉`);
  const state: State = {
    ...newState('Europe/Berlin'),
    opportunities: [
      opportunity({ drafts: [{ ...draft('final-no', 'none', null), body: lines.join('\n') }] }),
    ],
  };
  const pieces = exportTexts(exportData(state, []), words, 1_000);
  for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(1_000);
  const together = pieces.join('\n').split('\n');
  for (const line of lines) expect(together).toContain(`> ${line}`);
});
