/** @import { View } from '../render.js' */
/** @import { Act } from './question.js' */
import { button, element } from './dom.js';
import { word } from './given.js';
import { keep } from './keep.js';
import { choiceRow } from './question.js';

/** How long the word that something was copied stays. */
const CONFIRM_MS = 4_000;

/**
 * @param {Extract<View, { kind: 'draft' }>} view
 * @param {string} id
 * @param {Act} act
 */
export function letterBody(view, id, act) {
  const sheet = element(
    'div',
    { class: 'sheet', dir: 'auto', role: 'group', 'aria-label': word('letter') },
    ...view.pieces.map(pieceOf),
  );
  let text = view.body;
  const status = element('span', { class: 'copied', role: 'status' });
  const copy = button({ class: 'primary' }, word('copy-letter'), () => void copyText(text, sheet, status));
  const editChoice = view.choices.find((choice) => choice.action === view.edit);
  const editing = { 'aria-expanded': 'false', 'data-action': view.edit };
  const edit = button(editing, editChoice?.label ?? word('edit'), () => editor.open(text));
  const tools = element('div', { class: 'letter-tools' }, copy, edit, status);
  const editor = createEditor(id, {
    opened() {
      sheet.hidden = true;
      tools.hidden = true;
      edit.setAttribute('aria-expanded', 'true');
    },
    closed() {
      sheet.hidden = false;
      tools.hidden = false;
      edit.setAttribute('aria-expanded', 'false');
      edit.focus();
    },
    saved(edited) {
      if (edited === text) return;
      text = edited;
      sheet.replaceChildren(edited);
      act({ type: 'click', action: view.edit, value: edited }, word('edited'));
    },
  });
  if (editor.kept()) editor.open(text);
  return [
    element('h3', {}, view.title),
    subjectsOf(view.subjects),
    sheet,
    editor.form,
    tools,
    findingsOf(view.findings),
    reasonsOf(view.parts),
    choiceRow(
      view.choices.filter((choice) => choice !== editChoice),
      act,
    ),
  ];
}

/** @param {{ text: string, finding: number | null }} piece */
function pieceOf({ text, finding }) {
  return finding === null ? text : element('mark', { 'data-finding': finding }, text);
}

/** @param {readonly string[]} subjects */
function subjectsOf(subjects) {
  if (subjects.length === 0) return null;
  const items = subjects.map((subject) => {
    const text = element('span', { dir: 'auto' }, subject);
    const status = element('span', { class: 'copied', role: 'status' });
    const label = `${word('copy')}: ${subject}`;
    const copy = button(
      { class: 'control', 'aria-label': label },
      word('copy'),
      () => void copyText(subject, text, status),
    );
    return element('li', {}, text, status, copy);
  });
  return element(
    'section',
    { class: 'subjects' },
    element('h4', {}, word('subjects')),
    element('ul', {}, ...items),
  );
}

/** @param {Extract<View, { kind: 'draft' }>['findings']} findings */
function findingsOf(findings) {
  if (findings.length === 0) return null;
  const items = findings.map(({ quote, advice }) =>
    element('li', {}, quote ? element('q', { dir: 'auto' }, quote) : null, ' ', element('span', {}, advice)),
  );
  return element(
    'section',
    { class: 'findings' },
    element('h4', {}, word('findings')),
    element('ol', {}, ...items),
  );
}

/** @param {Extract<View, { kind: 'draft' }>['parts']} parts */
function reasonsOf(parts) {
  if (parts.length === 0) return null;
  const rows = parts.flatMap(({ text, why }) => [
    element('dt', { dir: 'auto' }, text),
    element('dd', {}, why),
  ]);
  return element(
    'details',
    { class: 'reasons' },
    element('summary', {}, word('why')),
    element('dl', {}, ...rows),
  );
}

/**
 * @param {string} id
 * @param {{ opened: () => void, closed: () => void, saved: (text: string) => void }} on
 */
function createEditor(id, on) {
  const area = element('textarea', { dir: 'auto', rows: 4, 'aria-label': word('edit-label') });
  const kept = keep(area, `${id}.letter`);
  const grow = () => {
    // For browsers that cannot size a field by its content.
    area.rows = Math.min(30, area.value.split('\n').length + 2);
  };
  const close = () => {
    kept.forget();
    form.hidden = true;
    on.closed();
  };
  const form = element(
    'form',
    { class: 'editor', hidden: true },
    area,
    element(
      'div',
      { class: 'letter-tools' },
      element('button', { type: 'submit', class: 'primary' }, word('save')),
      button({}, word('cancel'), close),
    ),
  );
  area.addEventListener('input', grow);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    close();
    on.saved(area.value);
  });
  return {
    form,
    kept: kept.kept,
    /** @param {string} text */
    open(text) {
      if (!kept.kept()) area.value = text;
      grow();
      form.hidden = false;
      on.opened();
      area.focus({ preventScroll: true });
      form.scrollIntoView({ block: 'nearest' });
    },
  };
}

/**
 * Copies, and says so where it was clicked.
 * @param {string} text
 * @param {HTMLElement} source
 * @param {HTMLElement} status
 */
async function copyText(text, source, status) {
  const copied = (await writeClipboard(text)) || copySelected(source);
  status.textContent = word(copied ? 'copied' : 'copy-by-hand');
  if (copied) setTimeout(() => status.replaceChildren(), CONFIRM_MS);
}

/** @param {string} text */
async function writeClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused, or absent because the page came over plain HTTP from another machine.
    return false;
  }
}

/** @param {HTMLElement} source */
function copySelected(source) {
  getSelection()?.selectAllChildren(source);
  return document.execCommand('copy');
}
