import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderAnswered, renderMessage } from '../../../src/channels/teams/render.js';
import type { Message } from '../../../src/coach/message.js';
import { loadWords } from '../../../src/templates.js';
import { lintActivity, lintCard } from './card-lint.js';
import { cardsOf, labels, type Node, readable, textOf, walk } from './card-view.js';
import { admitted, parse } from './fixtures.js';
import { anyMessage, anyText, examples } from './messages.js';

const words = loadWords('en');
const render = (message: Message) => renderMessage(message, words, 'card-1') as unknown as Node[];
const cardOf = (message: Message): Node => {
  const card = render(message).flatMap(cardsOf)[0];
  if (!card) throw new Error('no card');
  return card;
};
const executes = (card: Node) => walk(card).filter((node) => node['type'] === 'Action.Execute');

describe('any message with any content', () => {
  it('becomes one or two activities that Teams takes and phones show', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const activities = render(message);
        expect(activities.length).toBeGreaterThanOrEqual(1);
        expect(activities.length).toBeLessThanOrEqual(2);
        for (const activity of activities) {
          expect(lintActivity(activity)).toEqual([]);
          expect(activity['summary']).toBe(message.preview);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('keeps every button: each can be clicked and comes back as it was', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const offered = [...message.choices, ...('controls' in message ? message.controls : [])];
        const cards = render(message).flatMap(cardsOf);
        const actions = cards.flatMap(walk).flatMap((node) => {
          if (node['id'] === 'choice') return (node['choices'] as Node[]).map(({ value }) => value);
          return node['type'] === 'Action.Execute' ? [(node['data'] as Node)['action']] : [];
        });
        for (const { action } of offered) expect(actions).toContain(action);
      }),
      { numRuns: 200 },
    );
  });

  it('says a letter word for word in the message under its card', () => {
    fc.assert(
      fc.property(
        anyText.filter((body) => body !== ''),
        (body) => {
          const [, letter] = render({ ...examples.draft, body });
          const readable = body.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
          expect(textOf(letter as Node)).toBe(readable);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is replaced after a click by a card that says the same without buttons', () => {
    fc.assert(
      fc.property(anyMessage, anyText, (message, answer) => {
        for (const execute of executes(cardOf(message))) {
          const keep = (execute['data'] as { keep?: never })['keep'] ?? null;
          const card = renderAnswered({ keep, answer }, words) as Node | null;
          if (card === null) continue;
          expect(lintCard(card)).toEqual([]);
          expect(labels(card)).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('what a person sees', () => {
  it('a text, paragraph by paragraph and line by line', () => {
    const blocks = walk(cardOf(examples.text)).filter(({ type }) => type === 'RichTextBlock');
    expect(blocks.map(({ spacing, inlines }) => [spacing, (inlines as Node[])[0]?.['text']])).toEqual([
      ['Medium', 'First.'],
      ['Medium', 'Second,'],
      ['Small', 'third.'],
    ]);
  });

  it('a question with its answers, then the controls in a row of their own', () => {
    const card = cardOf(examples.question);
    expect(readable(card)).toBe('1 of about 4\nIs it in writing?');
    const rows = walk(card).filter(({ type }) => type === 'ActionSet');
    expect(rows.map((row) => labels(row))).toEqual([['Yes', 'No'], ['Back']]);
    expect(executes(card).map(({ style }) => style)).toEqual(['positive', 'destructive', undefined]);
  });

  it('two rows of buttons for more than six choices', () => {
    const choices = Array.from({ length: 8 }, (_, i) => ({ label: `Choice ${i}`, action: `c:${i}` }));
    const rows = walk(cardOf({ ...examples.text, choices })).filter(({ type }) => type === 'ActionSet');
    expect(rows.map((row) => labels(row).length)).toEqual([6, 2]);
  });

  it('a list in place of buttons when there are more than twelve, or one is long', () => {
    const many = Array.from({ length: 13 }, (_, i) => ({ label: `Choice ${i}`, action: `c:${i}` }));
    const long = [{ label: 'The pay is too low, and they said that it will not move', action: 'c:0' }];
    for (const choices of [many, long]) {
      const card = cardOf({ ...examples.question, choices });
      const list = walk(card).find(({ type }) => type === 'Input.ChoiceSet');
      expect(list?.['choices']).toEqual(
        choices.map(({ label, action }) => ({ title: label, value: action })),
      );
    }
  });

  it('a date entry, and the form behind a button', () => {
    const card = cardOf(examples.date);
    const inputs = walk(card).filter(({ type }) => String(type).startsWith('Input.'));
    expect(inputs.map(({ type, id, value }) => [type, id, value])).toEqual([
      ['Input.Date', 'value', undefined],
      ['Input.Text', 'field-pay', undefined],
      ['Input.Date', 'field-start', '2027-01-01'],
      ['Input.ChoiceSet', 'field-place', 'home'],
      ['Input.Text', 'field-terms', 'Bonus'],
      ['Input.Time', 'field-call', undefined],
    ]);
    expect(walk(card).find(({ id }) => id === 'form')?.['isVisible']).toBe(false);
    expect(labels(card)).toEqual(['Use this date', 'Answer several at once', 'At home', 'Keep these']);
  });

  it('a form with what is worth knowing, and a field that must not be empty', () => {
    const [pay] = examples.date.form.fields;
    const form = {
      ...examples.date.form,
      notes: ['Take your time.'],
      fields: [{ ...pay, hint: 'Before tax?', required: true }],
    };
    const inputIn = (message: Message) => walk(cardOf(message)).find(({ id }) => id === 'field-pay');
    const alone = { ...examples.date, field: 'pay', form } as const;
    expect(readable(cardOf(alone))).toContain('Take your time.\nYearly pay\nBefore tax?');
    expect(inputIn(alone)).toMatchObject({
      isRequired: true,
      errorMessage: 'This one is needed. A rough answer is enough.',
    });
    // Beside a date that is sent by its own button it would block that button.
    expect(inputIn({ ...examples.date, form })).not.toHaveProperty('isRequired');
  });

  it('a time entry', () => {
    const card = cardOf({ ...examples.date, field: 'time', form: null });
    expect(walk(card).find(({ id }) => id === 'value')?.['type']).toBe('Input.Time');
  });

  it('no entry where typing is easiest', () => {
    for (const field of ['text', 'long-text', 'pay'] as const)
      expect(
        walk(cardOf({ ...examples.question, field })).some(({ type }) => String(type).startsWith('Input.')),
      ).toBe(false);
  });

  it('a summary with a button beside each line', () => {
    const card = cardOf(examples.summary);
    expect(readable(card)).toBe('What I noted\nCompany\nAcme\nReply by\nFriday');
    expect(labels(card)).toEqual(['Change company', 'Change date', 'Yes']);
  });

  it('a recommendation with its reasons', () => {
    expect(readable(cardOf(examples.card))).toBe(
      'Decline\nTwo things weigh most.\nWhy\n• The commute\n• The role',
    );
  });

  it('a picture as a chart of its own, which says nothing that the words do not', () => {
    const picture = {
      kind: 'columns',
      title: 'Reasons over time',
      facts: ['The commute: 3 (October 2026: 1, November 2026: 2)'],
      columns: ['Oct 26', 'Nov 26'],
      series: [{ label: 'The commute', counts: [1, 2] }],
    } as const;
    const sections = [
      { heading: picture.title, items: picture.facts },
      { heading: 'After it', items: ['More'] },
    ];
    const card = cardOf({ ...examples.card, sections, picture });
    const order = (card['body'] as Node[]).map((element) => String(element['type']).split('.')[0]);
    expect(order.indexOf('Chart')).toBe(order.length - 4);
    const single = { ...picture, columns: ['Nov 26'], series: [{ label: 'The commute', counts: [1] }] };
    expect(JSON.stringify(cardOf({ ...examples.card, sections, picture: single }))).not.toContain('Chart.');
    expect(walk(card).find(({ type }) => String(type).startsWith('Chart.'))).toMatchObject({
      type: 'Chart.VerticalBar.Grouped',
      data: [
        {
          legend: 'The commute',
          values: [
            { x: 'Oct 26', y: 1 },
            { x: 'Nov 26', y: 2 },
          ],
        },
      ],
      fallback: 'drop',
    });
    expect(readable(card)).toContain('• The commute: 3 (October 2026: 1, November 2026: 2)');
  });

  it('a range as a bar of what is sure and what is possible', () => {
    const picture = {
      kind: 'ranges',
      title: 'Side by side',
      facts: [],
      names: { sure: 'sure', possible: 'possible' },
      rows: [
        { label: 'A', from: 40, to: 70 },
        { label: 'B', from: 50, to: 50 },
      ],
    } as const;
    const shown = walk(cardOf({ ...examples.card, picture })).find(({ type }) =>
      String(type).startsWith('Chart.'),
    );
    expect(shown).toMatchObject({
      stacked: true,
      data: [
        {
          legend: 'sure',
          values: [
            { x: 'A', y: 40 },
            { x: 'B', y: 50 },
          ],
        },
        {
          legend: 'possible',
          values: [
            { x: 'A', y: 30 },
            { x: 'B', y: 0 },
          ],
        },
      ],
    });
  });

  it('no chart where two bars would have one name', () => {
    const rows = [
      { label: 'Acme', from: 40, to: 70 },
      { label: 'Acme', from: 50, to: 50 },
    ];
    const names = { sure: 'sure', possible: 'possible' };
    const picture = { kind: 'ranges', title: 'Side by side', facts: [], names, rows } as const;
    expect(JSON.stringify(cardOf({ ...examples.card, picture }))).not.toContain('Chart.');
  });

  it('no chart where Teams has none', () => {
    const picture = {
      kind: 'timeline',
      title: 'Dates',
      facts: [],
      now: { at: '2026-11-20T10:00', label: 'Now' },
      marks: [],
    } as const;
    expect(
      walk(cardOf({ ...examples.card, picture })).some(({ type }) => String(type).startsWith('Chart.')),
    ).toBe(false);
  });

  it('a letter to change in place, what was noticed, and the reasons behind a button', () => {
    const [activity, letter] = render(examples.draft);
    const card = cardOf(examples.draft);
    expect(cardsOf(activity as Node)).toEqual([card]);
    expect(readable(card)).toContain('“not” Clear enough.');
    expect(walk(card).find(({ id }) => id === 'value')).toMatchObject({
      isMultiline: true,
      value: examples.draft.body,
    });
    expect(walk(card).find(({ id }) => id === 'why')?.['isVisible']).toBe(false);
    expect(labels(card)).toEqual(['Keep my changes', 'Why each part is there', 'I sent it']);
    expect(letter).toEqual({
      type: 'message',
      summary: 'Your reply is ready',
      text: 'Dear Sam,<br/><br/>thank you. I have decided *not* to accept.<br/><br/>Robin',
      textFormat: 'xml',
      suggestedActions: { actions: [{ type: 'imBack', title: 'I sent it', value: 'I sent it' }] },
    });
  });

  it('nothing but the preview when there is nothing to say', () => {
    expect(readable(cardOf({ ...examples.text, text: '' }))).toBe('A note from your coach');
  });
});

describe('messages that are too large for Teams', () => {
  const huge = 'word '.repeat(5_000);

  it('stop carrying their own text in each button', () => {
    const card = cardOf({ ...examples.question, text: huge });
    expect(readable(card)).toContain(huge);
    expect(executes(card).every((execute) => !('keep' in (execute['data'] as Node)))).toBe(true);
  });

  it('move their text into a plain message before the buttons', () => {
    for (const example of [examples.summary, examples.card] as const) {
      const message = { ...example, title: 'line\n'.repeat(2_000) };
      const [text, rest] = render(message);
      expect(textOf(text as Node)).toContain(message.title);
      expect(labels(cardsOf(rest as Node)[0] as Node)).toEqual(
        expect.arrayContaining(message.choices.map(({ label }) => label)),
      );
    }
  });

  it('say so when even a plain message cannot hold them', () => {
    const [text] = render({ ...examples.text, text: '<'.repeat(50_000) });
    expect(textOf(text as Node)).toMatch(/…\n\nThis text was too long for Teams/);
    expect(String(text?.['text']).length).toBeGreaterThan(6_000);
    expect(lintActivity(text as Node)).toEqual([]);
  });
});

describe('what a card says after a click', () => {
  it('its words and the answer', () => {
    const card = renderAnswered(
      { keep: [{ style: 'text', text: 'In writing?' }], answer: 'Yes & no' },
      words,
    );
    expect(readable(card as unknown as Node)).toBe('In writing?\nYou chose: Yes & no');
  });

  it('a picked date as people write it, and an impossible one as it came', () => {
    const shownFor = (answer: string) =>
      readable(renderAnswered({ keep: [], answer }, words) as unknown as Node);
    expect(shownFor('2026-11-27')).toBe('You chose: Friday, November 27, 2026');
    expect(shownFor('2026-99-99')).toBe('You chose: 2026-99-99');
  });

  it('no letter and no form again', () => {
    const card = renderAnswered({ keep: [], answer: null }, words);
    expect(readable(card as unknown as Node)).toBe('Noted, thank you.');
  });

  it('nothing new when the card could not carry its words', () => {
    expect(renderAnswered({ keep: null, answer: 'Yes' }, words)).toBeNull();
    expect(
      renderAnswered({ keep: [{ style: 'text', text: 'x'.repeat(50_000) }], answer: 'Yes' }, words),
    ).toBeNull();
  });
});

describe('there and back', () => {
  const clickOn = (message: Message, title: string, entered: Node = {}) => {
    const execute = executes(cardOf(message)).find((node) => node['title'] === title);
    const value = { action: { ...execute, data: { ...(execute?.['data'] as Node), ...entered } } };
    return parse(admitted('execute', { value }));
  };

  it.each<[string, Message, string, Node, object]>([
    ['a button', examples.question, 'Yes', {}, { type: 'click', action: 'q:yes' }],
    ['a control', examples.question, 'Back', {}, { type: 'click', action: 'c:back' }],
    [
      'a date',
      examples.date,
      'Use this date',
      { value: '2026-11-27' },
      { action: 'q:date', value: '2026-11-27' },
    ],
    ['a letter', examples.draft, 'Keep my changes', { value: 'New' }, { action: 'd:edit', value: 'New' }],
    [
      'a form',
      examples.date,
      'Keep these',
      { value: '', 'field-pay': '90', 'field-start': '2027-02-01', 'field-place': '' },
      { action: 'f:submit', values: { pay: '90', start: '2027-02-01', place: '', terms: '', call: '' } },
    ],
  ])('%s', (_name, message, title, entered, input) => {
    expect(clickOn(message, title, entered)).toMatchObject({ type: 'inbound', inbound: { input } });
  });
});
