import fc from 'fast-check';
import type { Choice, Field, Message } from '../../../src/coach/message.js';

/** What people type, paste and leave out. */
const nasty = fc.constantFrom(
  '',
  ' ',
  '\n\n\n',
  '<at>everyone</at>',
  '**bold** _it_ [link](https://evil.example) ![x](https://evil.example/x.png)',
  '# heading\n- item\n1. item\n> quote\n| a | b |\n|---|---|',
  'https://evil.example mailto:sam@example.com',
  'שלום, תודה על ההצעה',
  '\u202emoc.live',
  '👩‍👩‍👧‍👦 \ud83d',
  '{{DATE(2026-11-20)}} {{name}}',
  '"quotes" \\ \u0000 \u2028 </script>',
  'x'.repeat(10_000),
  'long words '.repeat(900),
  'line\n'.repeat(2_000),
);
export const anyText = fc.oneof(
  nasty,
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

const anyAction = fc.string({ minLength: 1, maxLength: 100, unit: fc.constantFrom(...'abcXYZ0189:|.-_~ ') });
const anyChoice: fc.Arbitrary<Choice> = fc.record(
  { label: anyText, action: anyAction, style: fc.constantFrom('primary' as const, 'danger' as const) },
  { requiredKeys: ['label', 'action'] },
);
const anyChoices = fc.uniqueArray(anyChoice, { maxLength: 15, selector: ({ action }) => action });
const anyField = fc.constantFrom<Field>('choice', 'text', 'long-text', 'date', 'pay', 'time');
const anyId = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom(...'abcdef-') });

const anyPicture = fc.oneof(
  fc.record({
    kind: fc.constant('columns' as const),
    title: anyText,
    facts: fc.array(anyText, { maxLength: 3 }),
    columns: fc.constant(['October', 'November']),
    series: fc.array(fc.record({ label: anyText, counts: fc.constant([1, 2]) }), { maxLength: 8 }),
  }),
  fc.record({
    kind: fc.constant('ranges' as const),
    title: anyText,
    facts: fc.array(anyText, { maxLength: 3 }),
    names: fc.record({ sure: anyText, possible: anyText }),
    rows: fc.array(fc.record({ label: anyText, from: fc.constant(20), to: fc.constantFrom(20, 60) }), {
      maxLength: 4,
    }),
  }),
  fc.record({
    kind: fc.constant('timeline' as const),
    title: anyText,
    facts: fc.array(anyText, { maxLength: 3 }),
    now: fc.constant({ at: '2026-11-20T10:00', label: 'Now' }),
    marks: fc.constant([]),
  }),
);

const said = {
  key: fc.constant('any.key'),
  preview: fc.string({ minLength: 1, maxLength: 80 }).filter((text) => text.trim() !== ''),
  choices: anyChoices,
};

const anyForm = fc.record({
  title: anyText,
  notes: fc.array(anyText, { maxLength: 2 }),
  fields: fc.uniqueArray(
    fc.record({
      id: anyId,
      label: anyText,
      hint: anyText,
      required: fc.boolean(),
      field: anyField,
      options: fc.uniqueArray(fc.record({ value: anyId, label: anyText }), {
        maxLength: 5,
        selector: ({ value }) => value,
      }),
      value: fc.option(anyText),
    }),
    { minLength: 1, maxLength: 6, selector: ({ id }) => id },
  ),
  submit: anyChoice,
});

/** Every kind of message with any content. */
export const anyMessage: fc.Arbitrary<Message> = fc.oneof(
  fc.record({ ...said, kind: fc.constant('text' as const), text: anyText }),
  fc.record({ ...said, kind: fc.constant('reminder' as const), text: anyText }),
  fc.record({
    ...said,
    kind: fc.constant('question' as const),
    text: anyText,
    progress: fc.option(anyText),
    field: anyField,
    answer: anyAction,
    controls: anyChoices,
    form: fc.option(anyForm),
  }),
  fc.record({
    ...said,
    kind: fc.constant('summary' as const),
    title: anyText,
    lines: fc.array(fc.record({ label: anyText, value: anyText, change: anyChoice }), { maxLength: 12 }),
  }),
  fc.record({
    ...said,
    kind: fc.constant('card' as const),
    title: anyText,
    text: anyText,
    sections: fc.array(fc.record({ heading: anyText, items: fc.array(anyText, { maxLength: 4 }) }), {
      maxLength: 4,
    }),
    picture: fc.option(anyPicture),
  }),
  fc.record({
    ...said,
    kind: fc.constant('draft' as const),
    draft: fc.constant('decline-offer'),
    title: anyText,
    subjects: fc.array(anyText, { maxLength: 3 }),
    body: anyText,
    parts: fc.array(fc.record({ text: anyText, why: anyText }), { maxLength: 5 }),
    findings: fc.array(fc.record({ quote: anyText, advice: anyText }), { maxLength: 5 }),
    edit: anyAction,
  }),
);

const yes: Choice = { label: 'Yes', action: 'q:yes', style: 'primary' };
const no: Choice = { label: 'No', action: 'q:no', style: 'danger' };

/** One small message of each kind, for examples. */
export const examples = {
  text: {
    kind: 'text',
    key: 'k',
    preview: 'A note from your coach',
    choices: [],
    text: 'First.\n\nSecond,\nthird.',
  },
  question: {
    kind: 'question',
    key: 'k',
    preview: 'A question for you',
    choices: [yes, no],
    text: 'Is it in writing?',
    progress: '1 of about 4',
    field: 'choice',
    answer: 'q:answer',
    controls: [{ label: 'Back', action: 'c:back' }],
    form: null,
  },
  date: {
    kind: 'question',
    key: 'k',
    preview: 'A question for you',
    choices: [],
    text: 'When do they want an answer?',
    progress: null,
    field: 'date',
    answer: 'q:date',
    controls: [],
    form: {
      title: 'The offer on one page',
      fields: [
        { id: 'pay', label: 'Yearly pay', field: 'pay', options: [], value: null },
        { id: 'start', label: 'Start', field: 'date', options: [], value: '2027-01-01' },
        {
          id: 'place',
          label: 'Place',
          field: 'choice',
          options: [{ value: 'home', label: 'At home' }],
          value: 'home',
        },
        { id: 'terms', label: 'Terms', field: 'long-text', options: [], value: 'Bonus' },
        { id: 'call', label: 'Call at', field: 'time', options: [], value: 'noon' },
      ],
      submit: { label: 'Keep these', action: 'f:submit' },
    },
  },
  summary: {
    kind: 'summary',
    key: 'k',
    preview: 'Your answers so far',
    choices: [yes],
    title: 'What I noted',
    lines: [
      { label: 'Company', value: 'Acme', change: { label: 'Change company', action: 'l:company' } },
      { label: 'Reply by', value: 'Friday', change: { label: 'Change date', action: 'l:date' } },
    ],
  },
  card: {
    kind: 'card',
    key: 'k',
    preview: 'What speaks for each way',
    choices: [yes],
    title: 'Decline',
    text: 'Two things weigh most.',
    sections: [{ heading: 'Why', items: ['The commute', 'The role'] }],
  },
  draft: {
    kind: 'draft',
    key: 'k',
    preview: 'Your reply is ready',
    choices: [{ label: 'I sent it', action: 'd:sent', style: 'primary' }],
    draft: 'decline-offer',
    title: 'Decline the offer',
    subjects: ['Your offer', 'My answer'],
    body: 'Dear Sam,\n\nthank you. I have decided *not* to accept.\n\nRobin',
    parts: [{ text: 'thank you.', why: 'Thanks come first.' }],
    findings: [{ quote: 'not', advice: 'Clear enough.' }],
    edit: 'd:edit',
  },
  reminder: {
    kind: 'reminder',
    key: 'k',
    preview: 'A reminder',
    choices: [yes],
    text: 'Tomorrow is the day.',
  },
} as const satisfies Record<string, Message>;
