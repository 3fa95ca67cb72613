/** @import { PanelView } from '../panel.js' */
/** @import { Choice } from '../../../coach/message.js' */
/** @import { Act } from './question.js' */
import { byId, element } from './dom.js';
import { word } from './given.js';
import { pictureOf } from './picture.js';
import { choiceButton } from './question.js';
import { wayOf } from './way.js';

/** Turns come in bunches: what was said, and what followed from it. */
const PAUSE_MS = 120;

/** @typedef {{ heading: string, isEmpty: boolean, body: (Node | null)[] }} Part */

/**
 * What stands beside the conversation: where everything is, with the buttons that go on with it.
 * @param {Act} act
 */
export function createPanel(act) {
  const root = byId('panel-parts', HTMLElement);
  /** What each part showed last, so that only a part that changed is made anew: a reader keeps their place. @type {Map<string, string>} */
  const shown = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  async function update() {
    const response = await fetch('/playground/panel').catch(() => null);
    // Without an answer the panel stays as it is; the next message asks again.
    if (!response?.ok) return;
    /** @type {PanelView} */
    const view = await response.json();
    for (const [id, part] of Object.entries(partsOf(view, act))) show(id, part);
    root.setAttribute('aria-busy', 'false');
  }

  /** @param {string} id @param {Part} part */
  function show(id, { heading, isEmpty, body }) {
    const known = root.querySelector(`[data-part="${id}"]`);
    const holder = element('div', { class: 'part-body' }, ...body.filter((each) => each !== null));
    const key = heading + holder.innerHTML;
    if (shown.get(id) === key) return;
    shown.set(id, key);
    if (known instanceof HTMLDetailsElement) {
      known.replaceChildren(summaryOf(heading), holder);
      if (known.classList.contains('empty') && !isEmpty) known.open = true;
      known.classList.toggle('empty', isEmpty);
      return;
    }
    const attributes = { 'data-part': id, class: isEmpty ? 'part empty' : 'part', open: !isEmpty };
    root.append(element('details', attributes, summaryOf(heading), holder));
  }

  return {
    /** Something may have changed. */
    refresh() {
      clearTimeout(timer);
      timer = setTimeout(() => void update(), PAUSE_MS);
    },
  };
}

/** @param {string} heading */
const summaryOf = (heading) => element('summary', {}, element('h3', {}, heading));

/** @param {PanelView} view @param {Act} act @returns {Record<string, Part>} */
function partsOf({ overview, pictures }, act) {
  const { opportunities, drafts, journal, comparison } = overview;
  const control = (/** @type {Choice} */ choice) => choiceButton(choice, act, 'control');
  const drawn = (
    /** @type {string} */ name,
    /** @type {import('../../../coach/picture.js').Picture | null} */ picture,
  ) => picture && pictureOf(name, picture, { version: pictures[name] ?? '', isNarrow: true });
  const way = wayOf(overview);
  const ledgers = opportunities.items.filter(({ ledger }) => !ledger.isEmpty);
  const [latest] = opportunities.items;
  return {
    open: {
      heading: opportunities.heading,
      isEmpty: opportunities.items.length === 0,
      body:
        opportunities.items.length === 0
          ? [soft(opportunities.empty)]
          : opportunities.items.map((item) => opportunityOf(item, act)),
    },
    way: {
      heading: word('way'),
      isEmpty: way === null,
      body: [way ?? soft(overview.reminders.empty), ...(way ? [control(overview.reminders.all)] : [])],
    },
    ledger: {
      heading: latest?.ledger.heading ?? word('ledger'),
      isEmpty: ledgers.length === 0,
      body: [
        ...ledgers.map(({ title, ledger }) => ledgerOf(title, ledger.parts)),
        ledgers.length === 0 ? soft(latest?.ledger.empty ?? word('ledger-empty')) : null,
        latest ? control(latest.ledger.fill) : null,
      ],
    },
    comparison: {
      heading: comparison.heading,
      isEmpty: comparison.picture === null,
      body: [
        soft(comparison.text),
        drawn('comparison', comparison.picture),
        factsOf(comparison.picture?.facts ?? []),
        control(comparison.start),
      ],
    },
    journal: {
      heading: journal.heading,
      isEmpty: journal.total === 0,
      body: [
        journal.total === 0 ? soft(journal.empty) : null,
        journal.picture && element('h4', {}, journal.picture.title),
        drawn('reasons', journal.picture),
        factsOf(journal.reasons.lines),
        linesOf(
          journal.items.map(({ line, open }) => ({ line, choice: open })),
          act,
        ),
        journal.total > 0 ? control(journal.all) : null,
      ],
    },
    drafts: {
      heading: drafts.heading,
      isEmpty: drafts.total === 0,
      body: [
        drafts.total === 0 ? soft(drafts.empty) : null,
        linesOf(
          drafts.items.map(({ line, open }) => ({ line, choice: open })),
          act,
        ),
      ],
    },
  };
}

/** @param {string} text */
const soft = (text) => element('p', { class: 'soft' }, text);

/** @param {PanelView['overview']['opportunities']['items'][number]} item @param {Act} act */
function opportunityOf({ code, name, title, stage, deadline, next }, act) {
  const shown = name !== null && title !== code;
  return element(
    'section',
    { class: 'opportunity', 'aria-label': title },
    element(
      'p',
      { class: 'named' },
      element('span', { class: 'code' }, code),
      shown ? element('span', { dir: 'auto' }, name) : null,
    ),
    element('p', {}, stage),
    deadline &&
      element('p', { class: 'deadline' }, element('strong', {}, deadline.away), ` · ${deadline.words}`),
    element('p', { class: 'soft' }, next.text),
    choiceButton(next.choice, act, 'choice'),
  );
}

/** @param {string} title @param {readonly { heading: string, items: readonly string[] }[]} parts */
function ledgerOf(title, parts) {
  const made = parts
    .filter(({ items }) => items.length > 0)
    .map(({ heading, items }) =>
      element(
        'div',
        {},
        element('h5', {}, heading),
        element('ul', {}, ...items.map((item) => element('li', { dir: 'auto' }, item))),
      ),
    );
  return element('div', { class: 'ledger' }, element('h4', { dir: 'auto' }, title), ...made);
}

/** @param {readonly string[]} facts */
function factsOf(facts) {
  if (facts.length === 0) return null;
  return element('ul', { class: 'facts' }, ...facts.map((fact) => element('li', { dir: 'auto' }, fact)));
}

/** @param {readonly { line: string, choice: Choice }[]} lines @param {Act} act */
function linesOf(lines, act) {
  if (lines.length === 0) return null;
  const items = lines.map(({ line, choice }) =>
    element('li', {}, element('span', { dir: 'auto' }, line), ' ', choiceButton(choice, act, 'control')),
  );
  return element('ul', { class: 'lines-of' }, ...items);
}
