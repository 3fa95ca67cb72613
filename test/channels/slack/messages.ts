import fc from 'fast-check';
import type { Choice, Form, Message } from '../../../src/coach/message.js';

/** Texts that break renderers: mentions, markup, half characters, right-to-left, emoji, very long, empty, blank. */
const text = fc.oneof(
  fc.constantFrom(
    '',
    ' \n\t ',
    '<!channel> and <@U123> see <https://evil.example|the offer> & more',
    '*bold* _it_ `code` ```block``` ~no~ :tada: @here',
    '&amp;lt; &lt;b&gt;',
    'שלום, קיבלתי הצעה \u202Eevil\u202C مرحبا',
    '👩‍👩‍👧‍👦🏳️‍🌈 e\u0301 \uD83D lone',
    'nul \u0000 bell \u0007 line\r\nend',
    'x'.repeat(10_000),
    'a word '.repeat(1_500),
    '😀'.repeat(5_000),
    '"\\\n'.repeat(4_000),
  ),
  // One more and one less than each limit.
  fc.constantFrom(74, 75, 76, 149, 150, 151, 2_999, 3_000, 3_001).map((length) => 'y'.repeat(length)),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

/** Actions as the coach makes them: ASCII, at most 120 characters. */
const action = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 120 }),
  fc.integer({ min: 68, max: 78 }).map((length) => `answer:${'z'.repeat(length)}`),
  fc
    .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 60 })
    .map((end) => `answer:offer:reason:${end}`),
);

const choice: fc.Arbitrary<Choice> = fc
  .record({ label: text, action, style: fc.constantFrom('primary', 'danger', undefined) })
  .map(({ style, ...rest }) => (style ? { ...rest, style } : rest));

const choices = fc.oneof(
  fc.array(choice, { maxLength: 8 }),
  fc.array(choice, { maxLength: 120 }),
  // Short ones, so that a whole menu fits without being cut.
  fc.array(fc.record({ label: fc.constantFrom('Pay', 'Role', 'Team'), action }), {
    minLength: 6,
    maxLength: 30,
  }),
);
const many = { maxLength: 80 };

const few = { maxLength: 6 };

const field = fc
  .record({
    label: text,
    hint: fc.option(text, { nil: undefined }),
    required: fc.boolean(),
    field: fc.constantFrom('choice' as const, 'text', 'long-text', 'date', 'pay', 'time'),
    value: fc.option(fc.oneof(text, fc.constantFrom('b', '2026-12-04', '18:00'))),
  })
  .map(({ hint, ...rest }) => ({
    ...rest,
    ...(hint === undefined ? {} : { hint }),
    options: rest.field === 'choice' ? ['a', 'b', 'c'].map((value) => ({ value, label: rest.label })) : [],
  }));

/** Any form of the coach. */
export const form: fc.Arbitrary<Form> = fc
  .record({
    title: text,
    notes: fc.array(text, few),
    fields: fc.array(field, { maxLength: 20 }),
    submit: choice,
  })
  .map((one) => ({ ...one, fields: one.fields.map((field, i) => ({ ...field, id: `field${i}` })) }));

const said = { key: fc.constant('a.key'), preview: text, choices };

/** Any message of the coach, of any kind. */
export const message: fc.Arbitrary<Message> = fc.oneof(
  fc.record({ ...said, kind: fc.constant('text' as const), text }),
  fc.record({
    ...said,
    kind: fc.constant('question' as const),
    text,
    progress: fc.option(text),
    field: fc.constantFrom('choice' as const, 'text', 'long-text', 'date', 'pay', 'time'),
    answer: action,
    controls: fc.array(choice, { maxLength: 8 }),
    form: fc.option(form),
  }),
  fc.record({
    ...said,
    kind: fc.constant('summary' as const),
    title: text,
    lines: fc.array(fc.record({ label: text, value: text, change: choice }), many),
  }),
  fc.record({
    ...said,
    kind: fc.constant('card' as const),
    title: text,
    text,
    sections: fc.array(fc.record({ heading: text, items: fc.array(text, many) }), few),
  }),
  fc.record({
    ...said,
    kind: fc.constant('draft' as const),
    draft: fc.constant('d1'),
    title: text,
    subjects: fc.array(text, few),
    body: text,
    parts: fc.array(fc.record({ text, why: text }), few),
    findings: fc.array(fc.record({ quote: text, advice: text }), few),
    edit: action,
  }),
  fc.record({ ...said, kind: fc.constant('reminder' as const), text }),
);
