import type { Choice } from '../../coach/message.js';
import { type Actions, type Button, type DatePicker, label, type Select } from './blocks.js';
import { LIMITS } from './limits.js';

/**
 * How an action travels through Slack and back. Slack keeps nothing for us, so each control carries it whole: a button
 * in its `value`; a date picker in its `action_id`; a menu in both, since the value of an option is too short:
 * what all the options have in common goes into the `action_id`, the rest into the option.
 */
const ENTER = 'enter:';
const PICK = 'pick:';
/** A button that opens a form; pressed where it can't, it is a button like any other. */
export const FORM = 'form:';

/** Rows that one click uses up, such as the answers of a question; afterwards they are replaced by what was chosen. */
export const ONCE = 'once';
/** Rows that stay. */
export const AGAIN = 'again';
type Row = typeof ONCE | typeof AGAIN;

export function button(choice: Choice, index: number, does = 'do:'): Button {
  return {
    type: 'button',
    action_id: does + index,
    text: label(choice.label),
    value: choice.action,
    ...(choice.style ? { style: choice.style } : {}),
  };
}

export function datePicker(answer: string, placeholder: string): DatePicker {
  return { type: 'datepicker', action_id: ENTER + answer, placeholder: label(placeholder) };
}

/** A menu when there are many choices and it can carry them, otherwise buttons. Empty for no choices. */
export function answers(row: Row, choices: readonly Choice[], placeholder: string): Actions[] {
  const menu = choices.length > LIMITS.buttons ? select(choices, placeholder) : null;
  return menu ? [{ type: 'actions', block_id: `${row}-menu`, elements: [menu] }] : buttons(row, choices);
}

/** Buttons, however many. The one whose action is `form` opens a form. */
export function buttons(row: Row, choices: readonly Choice[], form?: string): Actions[] {
  const all = onePrimary(choices).map((choice, i) =>
    button(choice, i, choice.action === form ? FORM : undefined),
  );
  const rows: Actions[] = [];
  for (let at = 0; at < all.length; at += LIMITS.elementsInRow) {
    const elements = all.slice(at, at + LIMITS.elementsInRow);
    rows.push({ type: 'actions', block_id: `${row}-${at}`, elements });
  }
  return rows;
}

/** The action behind a clicked control, or null when the control is not ours. */
export function actionOf(control: {
  readonly actionId: string;
  readonly value: string | null;
}): string | null {
  const { actionId, value } = control;
  if (actionId.startsWith(ENTER)) return actionId.slice(ENTER.length);
  if (value === null) return null;
  if (!actionId.startsWith(PICK)) return value;
  return actionId.slice(PICK.length) + value.slice(value.indexOf(':') + 1);
}

/** Null when the actions have too little in common to fit. */
function select(choices: readonly Choice[], placeholder: string): Select | null {
  const start = commonStart(choices.map((choice) => choice.action)).slice(0, LIMITS.actionId - PICK.length);
  // The number makes every value different and never empty, as Slack wants.
  const options = choices.map((choice, i) => ({
    text: label(choice.label),
    value: `${i}:${choice.action.slice(start.length)}`,
  }));
  const fits =
    options.length <= LIMITS.options && options.every((option) => option.value.length <= LIMITS.optionValue);
  return fits
    ? { type: 'static_select', action_id: PICK + start, placeholder: label(placeholder), options }
    : null;
}

function commonStart(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}

/** Slack asks for at most one primary button in a set. */
function onePrimary(choices: readonly Choice[]): Choice[] {
  const first = choices.findIndex((choice) => choice.style === 'primary');
  return choices.map(({ style, ...choice }, i) =>
    style && (style !== 'primary' || i === first) ? { ...choice, style } : choice,
  );
}
