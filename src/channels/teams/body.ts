import type {
  CardMessage,
  Choice,
  DraftMessage,
  Form,
  FormField,
  Message,
  QuestionMessage,
  SummaryMessage,
} from '../../coach/message.js';
import type { Words } from '../../coach/words.js';
import {
  type ActionStyle,
  actionSet,
  button,
  type Carried,
  type Element,
  ownHeading,
  textBlocks,
  toggle,
} from './card.js';
import { type ButtonData, INPUT } from './card-data.js';
import { chart } from './chart.js';
import { MAX_ACTIONS_IN_SET, MAX_BUTTON_LABEL, MAX_BUTTONS, MAX_LABEL, shorten } from './limits.js';
import { passages, quoted, sections } from './passages.js';

/** How much of a message its card holds besides what its buttons carry: `said` are the texts. */
export interface Extent extends Carried {
  readonly words: Words;
  readonly said: boolean;
}

/** Everything on a message's card. Empty when the message says nothing and offers nothing. */
export function bodyOf(message: Message, extent: Extent): Element[] {
  const said = extent.said ? passages(message, extent.words).flatMap(textBlocks) : [];
  switch (message.kind) {
    case 'text':
    case 'reminder':
      return [...said, ...choices(message.choices, extent)];
    case 'card':
      return [...(extent.said ? pictured(message, extent.words) : []), ...choices(message.choices, extent)];
    case 'question':
      return [
        ...said,
        ...choices(message.choices, extent),
        ...entry(message, extent),
        ...(message.form && extent.said ? form(message.form, extent, collectsElsewhere(message)) : []),
        ...buttons(message.controls, extent),
      ];
    case 'summary':
      return [...lines(message, extent), ...choices(message.choices, extent)];
    case 'draft':
      return [
        ...said,
        ...(extent.said ? editor(message, extent) : []),
        ...(extent.said ? reasons(message, extent.words) : []),
        ...choices(message.choices, extent),
      ];
  }
}

/** A card's words, and the chart right under the section that says the same. */
function pictured(message: CardMessage, words: Words): Element[] {
  const facts = message.picture?.facts.join('\n');
  const at = message.sections.findIndex(({ items }) => items.join('\n') === facts);
  const until = at < 0 ? message.sections.length : at + 1;
  return [
    ...passages({ ...message, sections: message.sections.slice(0, until) }, words).flatMap(textBlocks),
    ...chart(message.picture),
    ...sections(message.sections.slice(until)).flatMap(textBlocks),
  ];
}

const areButtons = (offered: readonly Choice[]): boolean =>
  offered.length <= MAX_BUTTONS && offered.every(({ label }) => label.length <= MAX_BUTTON_LABEL);

const isPicked = ({ field }: QuestionMessage): boolean => field === 'date' || field === 'time';

/** Whether another button than the form's own sends what was entered, and would be blocked by a field that must not be empty. */
const collectsElsewhere = (question: QuestionMessage): boolean =>
  isPicked(question) || !areButtons(question.choices);

/** Buttons where they fit a phone, otherwise one list. A list holds plain text, so it is safe for any label. */
function choices(offered: readonly Choice[], extent: Extent): Element[] {
  if (areButtons(offered)) return buttons(offered, extent);
  const { words } = extent;
  const labels = Object.fromEntries(offered.map(({ label, action }) => [action, named(label, words)]));
  const data: ButtonData = { collect: INPUT.choice, labels };
  return [
    {
      type: 'Input.ChoiceSet',
      id: INPUT.choice,
      style: 'compact',
      label: words.text('teams.choose'),
      placeholder: words.text('teams.choose'),
      choices: offered.map(({ label, action }) => ({ title: named(label, words), value: action })),
    },
    actionSet([button(words.text('teams.use-choice'), data, extent, 'positive')]),
  ];
}

function buttons(offered: readonly Choice[], extent: Extent): Element[] {
  const actions = offered.map((choice) => {
    const label = named(choice.label, extent.words);
    return button(label, { action: choice.action, label }, extent, styleOf(choice));
  });
  return inRows(actions);
}

/** A label that can be read out: an empty one would leave a button without a name. */
function named(label: string, words: Words): string {
  return shorten(label.trim(), MAX_LABEL) || words.text('teams.use-choice');
}

function inRows(actions: readonly Element[]): Element[] {
  const rows: Element[] = [];
  for (let i = 0; i < actions.length; i += MAX_ACTIONS_IN_SET)
    rows.push(actionSet(actions.slice(i, i + MAX_ACTIONS_IN_SET), i === 0 ? 'Medium' : 'Small'));
  return rows;
}

function styleOf({ style }: Choice): ActionStyle {
  if (style === undefined) return undefined;
  return style === 'primary' ? 'positive' : 'destructive';
}

/** A date or a time is picked; everything else is typed into the chat. */
function entry(question: QuestionMessage, extent: Extent): Element[] {
  const { words } = extent;
  if (!isPicked(question)) return [];
  const kind = question.field === 'date' ? 'date' : 'time';
  return [
    {
      type: kind === 'date' ? 'Input.Date' : 'Input.Time',
      id: INPUT.value,
      label: words.text(`teams.pick-${kind}`),
    },
    actionSet([
      button(words.text(`teams.use-${kind}`), { action: question.answer, collect: INPUT.value }, extent),
    ]),
  ];
}

/**
 * The form waits behind a button: the question alone comes first. A field that is needed is marked only where it
 * cannot block another button; the coach asks for it in any case.
 */
function form({ title, notes = [], fields, submit }: Form, extent: Extent, isShared: boolean): Element[] {
  const { words } = extent;
  const data: ButtonData = { action: submit.action, collect: 'fields', fields: fields.map(({ id }) => id) };
  const send = named(submit.label, words);
  return [
    actionSet([toggle(words.text('teams.several'), 'form')]),
    {
      type: 'Container',
      id: 'form',
      isVisible: false,
      items: [
        ...textBlocks({ style: 'heading', text: title }),
        ...notes.flatMap((text) => textBlocks({ style: 'quiet', text })),
        ...fields.flatMap((field) => [
          formInput(field, words, isShared),
          ...close(textBlocks({ style: 'quiet', text: field.hint ?? '' })),
        ]),
        actionSet([button(send, data, extent, 'positive')]),
      ],
    },
  ];
}

/** Right under what they belong to. */
function close(blocks: readonly Element[]): Element[] {
  return blocks.map((block) => ({ ...block, spacing: 'Small' }));
}

function formInput(
  { id, label, required, field, options, value }: FormField,
  words: Words,
  isShared: boolean,
): Element {
  const entry = {
    id: INPUT.field + id,
    label: named(label, words),
    ...(required && !isShared ? { isRequired: true, errorMessage: words.text('teams.required') } : {}),
  };
  switch (field) {
    case 'choice':
      return {
        type: 'Input.ChoiceSet',
        ...entry,
        style: 'compact',
        placeholder: words.text('teams.choose'),
        choices: options.map((option) => ({ title: named(option.label, words), value: option.value })),
        ...(value === null ? {} : { value }),
      };
    case 'date':
      return { type: 'Input.Date', ...entry, ...(isDate(value) ? { value } : {}) };
    case 'time':
      return { type: 'Input.Time', ...entry, ...(isTime(value) ? { value } : {}) };
    case 'text':
    case 'pay':
    case 'long-text':
      return {
        type: 'Input.Text',
        ...entry,
        isMultiline: field === 'long-text',
        ...(value === null ? {} : { value }),
      };
  }
}

/** Each answer beside the button that changes it. */
function lines(summary: SummaryMessage, extent: Extent): Element[] {
  if (!extent.said)
    return buttons(
      summary.lines.map(({ change }) => change),
      extent,
    );
  const rows = summary.lines.map(
    ({ label, value, change }): Element => ({
      type: 'ColumnSet',
      columns: [
        {
          type: 'Column',
          width: 'stretch',
          items: [
            ...textBlocks({ style: 'quiet', text: label }),
            ...close(textBlocks({ style: 'text', text: value })),
          ],
        },
        {
          type: 'Column',
          width: 'auto',
          verticalContentAlignment: 'Center',
          items: buttons([change], extent),
        },
      ],
    }),
  );
  return [...textBlocks({ style: 'title', text: summary.title }), ...rows];
}

/** The letter, to read and to change in place. */
function editor(draft: DraftMessage, extent: Extent): Element[] {
  const { words } = extent;
  return [
    {
      type: 'Input.Text',
      id: INPUT.value,
      isMultiline: true,
      label: words.text('teams.letter'),
      value: draft.body,
    },
    actionSet([button(words.text('teams.save'), { action: draft.edit, collect: INPUT.value }, extent)]),
    { type: 'TextBlock', text: words.text('teams.copy-note'), wrap: true, isSubtle: true, size: 'Small' },
  ];
}

function reasons(draft: DraftMessage, words: Words): Element[] {
  if (draft.parts.length === 0) return [];
  const why = words.text('teams.why');
  const items = draft.parts.map(
    ({ text, why }) => ({ style: 'item', text: `${quoted(text)} ${why}` }) as const,
  );
  return [
    actionSet([toggle(why, 'why')]),
    {
      type: 'Container',
      id: 'why',
      isVisible: false,
      items: [ownHeading(why), ...items.flatMap(textBlocks)],
    },
  ];
}

function isDate(value: string | null): boolean {
  return value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function isTime(value: string | null): boolean {
  return value !== null && /^\d{2}:\d{2}$/.test(value);
}
