/** @import { View } from '../render.js' */
/** @import { Entry } from '../history.js' */
/** @import { Act } from './question.js' */
import { element, paragraphsOf } from './dom.js';
import { word } from './given.js';
import { letterBody } from './letter.js';
import { pictureOf } from './picture.js';
import { choiceButton, choiceRow, questionBody } from './question.js';
import { timeOf } from './times.js';

/**
 * One message of the coach.
 * @param {Extract<Entry, { from: 'coach' }>} entry
 * @param {Act} act
 */
export function coachMessage({ id, at, view }, act) {
  const reminder = view.kind === 'reminder';
  return element(
    'article',
    { class: `message coach ${view.kind}`, 'data-id': id },
    meta(word(reminder ? 'reminder' : 'coach'), at),
    element('div', { class: 'body' }, ...bodyOf(view, id, act)),
  );
}

/**
 * What the person did. The time is told by the server, so a message that is not sent has none.
 * @param {{ id: string, at: string | null, text: string }} entry
 */
export function personMessage({ id, at, text }) {
  return element(
    'article',
    { class: 'message person', 'data-id': id },
    meta(word('you'), at),
    element('p', { class: 'body', dir: 'auto' }, text),
  );
}

/** @param {string} name @param {string | null} at */
export function meta(name, at) {
  const time = at === null ? null : element('time', { datetime: at }, timeOf(at));
  return element('p', { class: 'meta' }, element('span', {}, name), ' ', time);
}

/**
 * @param {View} view
 * @param {string} id
 * @param {Act} act
 * @returns {(HTMLElement | null)[]}
 */
function bodyOf(view, id, act) {
  switch (view.kind) {
    case 'text':
    case 'reminder':
      return [...paragraphsOf(view.paragraphs), choiceRow(view.choices, act)];
    case 'question':
      return questionBody(view, id, act);
    case 'summary':
      return [element('h3', {}, view.title), linesOf(view.lines, act), choiceRow(view.choices, act)];
    case 'card':
      return [
        element('h3', {}, view.title),
        element('div', { class: 'lead' }, ...paragraphsOf(view.paragraphs)),
        view.picture && pictureOf(id, view.picture),
        sectionsOf(view.sections),
        choiceRow(view.choices, act),
      ];
    case 'draft':
      return letterBody(view, id, act);
  }
}

/** @param {Extract<View, { kind: 'summary' }>['lines']} lines @param {Act} act */
function linesOf(lines, act) {
  const rows = lines.map(({ label, value, change }) =>
    element(
      'div',
      {},
      element('dt', {}, label),
      element('dd', { dir: 'auto' }, value),
      element('dd', { class: 'change' }, choiceButton(change, act, 'control')),
    ),
  );
  return element('dl', { class: 'lines' }, ...rows);
}

/** @param {Extract<View, { kind: 'card' }>['sections']} sections */
function sectionsOf(sections) {
  if (sections.length === 0) return null;
  const made = sections.map(({ heading, items }) =>
    element(
      'section',
      {},
      element('h4', {}, heading),
      element('ul', {}, ...items.map((item) => element('li', { dir: 'auto' }, item))),
    ),
  );
  return element('div', { class: 'sections' }, ...made);
}
