/** @import { Choice, Form, FormField } from '../../../coach/message.js' */
/** @import { View } from '../render.js' */
/** @import { Input } from '../../../coach/input.js' */
import { button, element, once, paragraphsOf } from './dom.js';
import { word } from './given.js';
import { keep } from './keep.js';
import { sayDate } from './times.js';

/**
 * Does something, and shows `said` as the person's words; `on` is the entry whose button was pressed.
 * @typedef {(input: Input, said: string, on?: string) => void} Act
 */

/**
 * @param {Choice} choice
 * @param {Act} act
 * @param {string} [className]
 */
export function choiceButton(choice, act, className = 'choice') {
  const style = choice.style ? ` ${choice.style}` : '';
  const attributes = { type: 'button', class: className + style, 'data-action': choice.action };
  const made = element('button', attributes, choice.label);
  once(made, 'click', () => {
    const entry = made.closest('[data-id]');
    const on = entry instanceof HTMLElement ? entry.dataset['id'] : undefined;
    act({ type: 'click', action: choice.action }, choice.label, on);
  });
  return made;
}

/** @param {readonly Choice[]} choices @param {Act} act */
export function choiceRow(choices, act) {
  if (choices.length === 0) return null;
  return element('div', { class: 'choices' }, ...choices.map((choice) => choiceButton(choice, act)));
}

/**
 * @param {Extract<View, { kind: 'question' }>} view
 * @param {string} id
 * @param {Act} act
 */
export function questionBody(view, id, act) {
  const form = view.form ? formOf(view.form, id, act) : null;
  return [
    view.progress ? progressOf(view.progress) : null,
    element('div', { class: 'ask' }, ...paragraphsOf(view.paragraphs)),
    numbered(view.choices, act),
    view.field === 'date' || view.field === 'time' ? picker(view.field, view.answer, act) : null,
    controls(view.controls, form, act),
    form,
  ];
}

/** @param {{ label: string, share: number | null }} progress */
function progressOf({ label, share }) {
  const bar = share === null ? null : element('progress', { max: 1, value: share, 'aria-hidden': 'true' });
  return element('p', { class: 'progress' }, bar, element('span', {}, label));
}

/** The number is typed as an answer too. @param {readonly Choice[]} choices @param {Act} act */
function numbered(choices, act) {
  if (choices.length < 2) return choiceRow(choices, act);
  const items = choices.map((choice) => element('li', {}, choiceButton(choice, act)));
  return element('ol', { class: 'choices numbered' }, ...items);
}

/** @param {'date' | 'time'} kind @param {string} answer @param {Act} act */
function picker(kind, answer, act) {
  const input = element('input', { type: kind, required: true });
  const form = element(
    'form',
    { class: 'picker' },
    element('label', {}, element('span', {}, kind === 'date' ? word('date') : word('time')), input),
    element('button', { type: 'submit' }, kind === 'date' ? word('use-date') : word('use-time')),
  );
  once(form, 'submit', () => {
    const { value } = input;
    act({ type: 'click', action: answer, value }, kind === 'date' ? sayDate(value) : value);
  });
  return form;
}

/**
 * @param {readonly Choice[]} choices
 * @param {HTMLFormElement | null} form
 * @param {Act} act
 */
function controls(choices, form, act) {
  if (choices.length === 0 && !form) return null;
  const row = element('div', { class: 'controls' });
  if (form) row.append(formToggle(form));
  row.append(...choices.map((choice) => choiceButton(choice, act, 'control')));
  return row;
}

/** @param {HTMLFormElement} form */
function formToggle(form) {
  const toggle = button({ class: 'control', 'aria-expanded': 'false' }, word('several'), () => {
    form.hidden = !form.hidden;
    toggle.setAttribute('aria-expanded', String(!form.hidden));
    toggle.textContent = word(form.hidden ? 'several' : 'one-by-one');
    if (!form.hidden) form.scrollIntoView({ block: 'nearest' });
  });
  return toggle;
}

/** @param {Form} form @param {string} id @param {Act} act */
function formOf({ title, fields, submit }, id, act) {
  const entries = fields.map((field) => {
    const input = inputOf(field);
    return { field, input, kept: keep(input, `${id}.${field.id}`) };
  });
  const made = element(
    'form',
    { class: 'several', hidden: true, 'aria-label': title },
    element('h3', {}, title),
    ...entries.map(({ field, input }) => element('label', {}, element('span', {}, field.label), input)),
    element('button', { type: 'submit', class: 'primary', 'data-action': submit.action }, submit.label),
  );
  once(made, 'submit', () => {
    const values = Object.fromEntries(entries.map(({ field, input }) => [field.id, input.value]));
    const said = entries
      .filter(({ input }) => input.value !== '')
      .map(({ field, input }) => `${field.label}: ${shown(field, input.value)}`);
    act({ type: 'click', action: submit.action, values }, said.join('\n') || submit.label);
    for (const { kept } of entries) kept.forget();
    made.hidden = true;
  });
  return made;
}

/** @param {FormField} field */
function inputOf({ field, options, value }) {
  if (field === 'choice') return selectOf(options, value ?? '');
  if (field === 'long-text') {
    const area = element('textarea', { rows: 3, dir: 'auto' });
    area.value = value ?? '';
    return area;
  }
  const type = field === 'date' || field === 'time' ? field : 'text';
  return element('input', { type, value: value ?? '', dir: 'auto', autocomplete: 'off' });
}

/** @param {FormField['options']} options @param {string} value */
function selectOf(options, value) {
  const all = [{ value: '', label: word('no-answer') }, ...options];
  const select = element(
    'select',
    {},
    ...all.map((each) => element('option', { value: each.value }, each.label)),
  );
  select.value = value;
  return select;
}

/** @param {FormField} field @param {string} value */
function shown({ field, options }, value) {
  if (field === 'date') return sayDate(value);
  return options.find((option) => option.value === value)?.label ?? value;
}
