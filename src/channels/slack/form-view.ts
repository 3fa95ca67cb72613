import { z } from 'zod';
import type { Form, FormField } from '../../coach/message.js';
import type { Words } from '../../coach/words.js';
import { type Block, header, label, type PlainText, prose } from './blocks.js';
import { LIMITS } from './limits.js';
import type { FieldState } from './payloads.js';
import { clean } from './text.js';

/** What the form has to know when it comes back. The action is opaque; without a channel it was opened at home. */
const origin = z.object({
  action: z.string(),
  channel: z.string().optional(),
  thread: z.string().optional(),
});
export type Origin = z.infer<typeof origin>;

export const FORM_VIEW = 'form';

/** The control in each field. */
const CONTROL = 'entry';
const FIELD = 'field:';

/** What `views.open` and `views.update` take. */
export interface View {
  readonly type: 'modal';
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly title: PlainText;
  readonly submit?: PlainText;
  readonly close: PlainText;
  readonly blocks: readonly (Block | Input)[];
}

interface Input {
  readonly type: 'input';
  readonly block_id: string;
  readonly optional: boolean;
  readonly label: PlainText;
  readonly hint?: PlainText;
  readonly element: Readonly<Record<string, unknown>>;
}

/** False where Slack's boxes can't hold what is entered already: then the conversation has to do. */
export function fitsView({ fields }: Form): boolean {
  const isShort = ({ value }: FormField): boolean => clean(value ?? '').length <= LIMITS.entry;
  return fields.length > 0 && fields.length < LIMITS.viewBlocks / 2 && fields.every(isShort);
}

/** The form as a modal: what is worth knowing, then one field below the other. */
export function formView(form: Form, origin: Origin, words: Words): View {
  const isShort = form.title.length <= LIMITS.viewTitle;
  return {
    ...frame(isShort ? form.title : words.text('slack.form.title'), origin, words),
    submit: label(form.submit.label, LIMITS.viewTitle),
    blocks: [
      ...(isShort ? [] : header(form.title)),
      ...(form.notes ?? []).flatMap((note) => prose(note)).slice(0, LIMITS.viewBlocks / 2 - 1),
      ...form.fields.map((field) => inputOf(field, words)),
    ],
  };
}

/** A modal with one line in it: that the form is on its way, or why it did not come. */
export function noteView(id: 'waiting' | 'answered' | 'failed', origin: Origin, words: Words): View {
  return {
    ...frame(words.text('slack.form.title'), origin, words),
    blocks: prose(words.text(`slack.form.${id}`)),
  };
}

function frame(title: string, origin: Origin, words: Words) {
  return {
    type: 'modal',
    callback_id: FORM_VIEW,
    private_metadata: JSON.stringify(origin),
    title: label(title, LIMITS.viewTitle),
    close: label(words.text('slack.form.close'), LIMITS.viewTitle),
  } as const;
}

function inputOf(field: FormField, words: Words): Input {
  const { id, required, hint } = field;
  return {
    type: 'input',
    block_id: FIELD + id,
    optional: !required,
    label: label(field.label, LIMITS.fieldLabel),
    ...(hint ? { hint: label(hint, LIMITS.hint) } : {}),
    element: { action_id: CONTROL, ...elementOf(field, words) },
  };
}

function elementOf({ field, options, value }: FormField, words: Words): Readonly<Record<string, unknown>> {
  const given = clean(value ?? '');
  switch (field) {
    case 'choice': {
      const shown = options.map((option) => ({ text: label(option.label), value: option.value }));
      const initial = shown.find((option) => option.value === given);
      return {
        type: 'static_select',
        placeholder: label(words.text('slack.choose')),
        options: shown,
        ...(initial && { initial_option: initial }),
      };
    }
    case 'date':
      return {
        type: 'datepicker',
        placeholder: label(words.text('slack.pick-date')),
        ...(/^\d{4}-\d{2}-\d{2}$/.test(given) && { initial_date: given }),
      };
    case 'time':
      return {
        type: 'timepicker',
        placeholder: label(words.text('slack.pick-time')),
        ...(/^\d{2}:\d{2}$/.test(given) && { initial_time: given }),
      };
    default:
      return {
        type: 'plain_text_input',
        multiline: field === 'long-text',
        max_length: LIMITS.entry,
        ...(given !== '' && { initial_value: given }),
      };
  }
}

/** Null when the form is not ours. */
export function readOrigin(metadata: string): Origin | null {
  try {
    return origin.safeParse(JSON.parse(metadata)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** What was entered, by the id of its field; what was left empty is an empty string. */
export function enteredIn(
  values: Readonly<Record<string, Readonly<Record<string, FieldState>>>>,
): Readonly<Record<string, string>> {
  const entries = Object.entries(values).flatMap(([block, controls]) => {
    const state = controls[CONTROL];
    if (!block.startsWith(FIELD) || !state) return [];
    const { value, selected_option: option, selected_date: date, selected_time: time } = state;
    return [[block.slice(FIELD.length), value ?? option?.value ?? date ?? time ?? ''] as const];
  });
  return Object.fromEntries(entries);
}

/** The problems of fields as Slack shows them, each below its own. */
export function errorsIn(problems: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(problems).map(([id, problem]) => [FIELD + id, problem]));
}
