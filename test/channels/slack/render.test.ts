import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/channels/slack/parse.js';
import { render } from '../../../src/channels/slack/render.js';
import type { Choice, DraftMessage, Message, QuestionMessage } from '../../../src/coach/message.js';
import { loadWords } from '../../../src/templates.js';
import { problemsOf } from './block-kit.js';
import { hear } from './driver.js';
import { fixture } from './fixtures.js';
import { message } from './messages.js';

const words = loadWords('en');
const shown = (said: Message) => render(said, words);
const blockTypes = (said: Message) => shown(said).blocks.map((block) => block.type);

const choices = (...labels: string[]): Choice[] =>
  labels.map((label, i) => ({ label, action: `answer:offer:reason:${i}` }));

const question: QuestionMessage = {
  kind: 'question',
  key: 'offer.deadline',
  preview: 'A question for you',
  text: 'When do they want your answer?',
  progress: '3 of about 7',
  field: 'choice',
  answer: 'answer:offer:deadline',
  choices: choices('This week', 'Next week'),
  controls: choices('Go back', 'Skip this'),
  form: null,
};

const draft: DraftMessage = {
  kind: 'draft',
  key: 'draft.decline',
  preview: 'Your draft is ready',
  draft: 'd1',
  title: 'Your reply',
  subjects: ['Your offer'],
  body: 'Dear <!channel> & <@U123>,\n\nthank you — *really*.\n\n  Kind regards,\n  Sam :wave:',
  parts: [],
  findings: [{ quote: 'really', advice: 'You can leave this out.' }],
  edit: 'edit:d1',
  choices: choices('Shorter'),
};

describe('every message', () => {
  it('of every kind, with any content, is something that Slack takes', () => {
    fc.assert(
      fc.property(message, (said) => {
        expect(problemsOf(shown(said))).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('shows its preview in notifications, escaped, and nothing else', () => {
    const said: Message = { ...question, preview: 'R&D <!here>' };
    expect(shown(said).text).toBe('R&amp;D &lt;!here&gt;');
  });

  it('that says nothing shows its preview, however long', () => {
    const said: Message = { kind: 'text', key: 'k', preview: '"\\'.repeat(5_000), text: ' ', choices: [] };
    expect(problemsOf(shown(said))).toEqual([]);
    expect(shown({ ...said, preview: 'A word from Bowout' }).blocks).toMatchObject([
      { type: 'section', text: { text: 'A word from Bowout' } },
    ]);
  });

  it('says so when a part of it did not fit, above the buttons', () => {
    const { blocks } = shown({ ...draft, body: 'a long word '.repeat(2_000) });
    const { text, buttons } = hear({ text: '', blocks: blocks.map((block) => ({ ...block })) });
    expect(text).toContain('…');
    expect(text.endsWith(words.text('slack.cut'))).toBe(true);
    expect(buttons).toEqual(['Shorter']);
  });

  it('loses nothing when it is long and still fits', () => {
    const paragraphs = Array.from({ length: 12 }, (_, i) => `Paragraph ${i} ${'with words '.repeat(60)}end.`);
    const said: Message = {
      kind: 'text',
      key: 'k',
      preview: 'p',
      choices: [],
      text: paragraphs.join('\n\n'),
    };
    expect(blockTypes(said)).toEqual(['section', 'section', 'section']);
    const { text } = hear({ text: '', blocks: shown(said).blocks.map((block) => ({ ...block })) });
    expect(text).toBe(paragraphs.join('\n\n'));
  });
});

describe('a question', () => {
  it('has progress, text, answers and controls', () => {
    expect(blockTypes(question)).toEqual(['context', 'section', 'actions', 'actions']);
  });

  it('offers up to five answers as buttons and more as a menu', () => {
    const elements = (count: number) => {
      const labels = Array.from({ length: count }, (_, i) => `Answer ${i}`);
      const { blocks } = shown({ ...question, choices: choices(...labels), controls: [] });
      return blocks.flatMap((block) =>
        block.type === 'actions' ? block.elements.map(({ type }) => type) : [],
      );
    };
    expect(elements(5)).toEqual(['button', 'button', 'button', 'button', 'button']);
    expect(elements(6)).toEqual(['static_select']);
    expect(elements(0)).toEqual([]);
  });

  it('keeps buttons, in rows of 25, when the actions are too different for a menu', () => {
    const different = Array.from({ length: 26 }, (_, i) => ({
      label: `Answer ${i}`,
      action: `${i}-${'z'.repeat(90)}`,
    }));
    const { blocks } = shown({ ...question, choices: different, controls: [] });
    const rows = blocks.flatMap((block) => (block.type === 'actions' ? [block.elements.length] : []));
    expect(rows).toEqual([25, 1]);
  });

  it('for a date has a picker beside its answers', () => {
    const { blocks } = shown({ ...question, field: 'date' });
    expect(blocks[2]).toMatchObject({
      type: 'actions',
      elements: [{ type: 'datepicker', action_id: 'enter:answer:offer:deadline' }],
    });
  });
});

describe('a draft', () => {
  it('copies exactly as it was written', () => {
    const [body] = shown(draft).blocks.flatMap((block) =>
      block.type === 'rich_text'
        ? block.elements.filter(({ type }) => type === 'rich_text_preformatted')
        : [],
    );
    expect(body).toEqual({
      type: 'rich_text_preformatted',
      elements: [{ type: 'text', text: draft.body }],
    });
  });

  it('shows subjects above and findings below it', () => {
    const { text } = hear({ text: '', blocks: shown(draft).blocks.map((block) => ({ ...block })) });
    expect(text).toBe(
      [
        'Your reply',
        'Subject line\n• Your offer',
        draft.body,
        'Worth a second look\n• “really”: You can leave this out.',
        'Open in mail',
      ].join('\n\n'),
    );
  });
});

describe('why a draft says what it says', () => {
  it('is asked for by a button after the others', () => {
    const explain = { label: 'Why these words', action: 'why:d1' };
    expect(
      hear({ text: '', blocks: shown({ ...draft, explain }).blocks.map((block) => ({ ...block })) }).buttons,
    ).toEqual(['Shorter', 'Why these words']);
  });
});

describe('the button that edits a draft', () => {
  const edit: Choice = { label: 'Edit', action: 'edit:d1' };
  const actionIds = (said: DraftMessage) =>
    shown(said).blocks.flatMap((block) =>
      block.type === 'actions' ? block.elements.map((e) => e.action_id) : [],
    );

  it('opens a form', () => {
    expect(actionIds({ ...draft, choices: [...draft.choices, edit] })).toEqual(['do:0', 'form:1']);
  });
});

describe('the link that opens a draft in mail', () => {
  const linkIn = (said: DraftMessage, links = true) => {
    const pieces = render(said, words, { links }).blocks.flatMap((block) =>
      block.type === 'rich_text'
        ? block.elements.flatMap((one) => (one.type === 'rich_text_section' ? one.elements : []))
        : [],
    );
    return pieces.flatMap((piece) => (piece.type === 'link' ? [piece.url] : []))[0];
  };

  it('holds subject and text, and nobody to send it to', () => {
    const url = new URL(linkIn(draft) ?? '');
    expect([url.protocol, url.pathname]).toEqual(['mailto:', '']);
    expect(url.searchParams.get('subject')).toBe('Your offer');
    expect(url.searchParams.get('body')).toBe(draft.body.replace(/\n/g, '\r\n'));
  });

  it('is left out where there is no subject, where it would be too long, and on request', () => {
    expect(linkIn({ ...draft, subjects: [] })).toBeUndefined();
    expect(linkIn({ ...draft, body: 'ä'.repeat(600) })).toBeUndefined();
    expect(linkIn(draft, false)).toBeUndefined();
    expect(linkIn({ ...draft, body: 'ä'.repeat(400) })).toBeDefined();
  });
});

describe('a form', () => {
  const asked: QuestionMessage = {
    ...question,
    form: { title: 'The terms', fields: [], submit: { label: 'Save', action: 'form:f1:terms' } },
  };

  it('waits behind a button of the question, and the question can be answered without it', () => {
    const { buttons } = hear({ text: '', blocks: shown(asked).blocks.map((block) => ({ ...block })) });
    expect(buttons).toEqual(['This week', 'Next week', 'Fill in as a form', 'Go back', 'Skip this']);
    expect(shown(asked).blocks[3]).toMatchObject({
      block_id: 'once-form',
      elements: [{ action_id: 'form:0', value: 'form:f1:terms' }],
    });
  });

  it('of a card is its last button', () => {
    const card: Message = {
      kind: 'card',
      key: 'settings',
      preview: 'p',
      title: 'Settings',
      text: '',
      sections: [],
      choices: choices('Change the tone'),
      form: { label: 'All at once', action: 'settings' },
    };
    expect(shown(card).blocks.at(-1)).toMatchObject({
      elements: [{ action_id: 'do:0' }, { action_id: 'form:1', value: 'settings' }],
    });
  });
});

describe('a summary', () => {
  it('has a button on each line', () => {
    const said: Message = {
      kind: 'summary',
      key: 'summary',
      preview: 'What you told me',
      title: 'What you told me',
      lines: [
        {
          label: 'Employer',
          value: 'Acme <b>',
          change: { label: 'Change employer', action: 'change:employer' },
        },
      ],
      choices: choices('That is right'),
    };
    expect(shown(said).blocks[1]).toMatchObject({
      type: 'section',
      text: { type: 'plain_text', text: 'Employer: Acme <b>' },
      accessory: { type: 'button', value: 'change:employer' },
    });
  });
});

describe('an action', () => {
  /** The payload of a click on each control of a message, as Slack would send it. */
  const clicks = (said: Message) =>
    shown(said).blocks.flatMap((block) => {
      const elements = block.type === 'actions' ? block.elements : [];
      const accessory = block.type === 'section' && block.accessory ? [block.accessory] : [];
      return [...elements, ...accessory].flatMap((element): Record<string, unknown>[] => {
        const common = { block_id: 'row', action_ts: '1795161620.123456' };
        if (element.type === 'static_select') {
          return element.options.map((option) => ({ ...element, ...common, selected_option: option }));
        }
        return [
          {
            ...element,
            ...common,
            ...(element.type === 'datepicker' ? { selected_date: '2026-12-04' } : {}),
          },
        ];
      });
    });
  const actionOf = (control: Record<string, unknown>): string[] => {
    const parsed = parse({ ...fixture('click-button'), actions: [control] });
    return parsed.type === 'inbound' && parsed.inbound.input.type === 'click'
      ? [parsed.inbound.input.action]
      : [JSON.stringify(parsed)];
  };

  it('comes back from a click exactly as it was given, whatever the control', () => {
    fc.assert(
      fc.property(message, (said) => {
        const given = [
          ...said.choices,
          ...(said.kind === 'question' ? said.controls : []),
          ...(said.kind === 'question' && said.form ? [said.form.submit] : []),
          ...(said.kind === 'summary' ? said.lines.map(({ change }) => change) : []),
        ].map(({ action }) => action);
        if (said.kind === 'question' && said.field === 'date') given.push(said.answer);
        const back = clicks(said).flatMap(actionOf);
        expect(given).toEqual(expect.arrayContaining(back));
        const cut = JSON.stringify(shown(said)).includes(words.text('slack.cut'));
        if (!cut) expect(back.sort()).toEqual(given.sort());
      }),
    );
  });
});
