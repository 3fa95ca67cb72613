/** @import { Entry } from '../history.js' */
/** @import { Act, Problem, State } from './sender.js' */
import { createClock } from './clock.js';
import { createConversation } from './conversation.js';
import { button, byId, element, once } from './dom.js';
import { newcomer, word } from './given.js';
import { keep } from './keep.js';
import { createPanel } from './panel.js';
import { createScroll } from './scroll.js';
import { createSender } from './sender.js';
import { listen } from './stream.js';
import { createView } from './view.js';

const log = byId('log', HTMLElement);
const answer = byId('answer', HTMLTextAreaElement);
const notice = byId('notice', HTMLElement);
const starting = byId('starting', HTMLElement);
const goOn = byId('go-on', HTMLElement);
const title = document.title;

const scroll = createScroll(byId('composing', HTMLElement), byId('newer', HTMLButtonElement));
const clock = createClock(scroll.acted);
const typed = keep(answer, 'answer');
const sender = createSender(tell);
const conversation = createConversation(log, (input, said, on) => act(input, said, on));
const panel = createPanel((input, said) => act(input, said));
const view = createView(scroll.toEnd);
/** True until the past was shown: it is not read aloud, and does not scroll. */
let replaying = true;
let connected = true;

/** @param {import('../../../coach/input.js').Input} input @param {string | null} said @param {string} [on] */
function act(input, said, on) {
  goOn.hidden = true;
  view.showConversation();
  scroll.acted();
  sender.send(input, said, on);
}

/** @param {Act} sent @param {State} state @param {Problem | null} problem */
function tell(sent, state, problem) {
  if (sent.said === null) tellSilent(state, problem);
  else {
    const made = conversation.say(sent.id, sent.said);
    if (made) scroll.added(made);
  }
  const { input } = sent;
  const putBack = input.type === 'text' ? () => putInAnswer(input.text) : null;
  conversation.mark(sent.id, state, problem, putBack);
  scroll.follow();
  if (problem?.code === 'no-person') showNotice(word('cookie'), word('reload'), () => location.reload());
}

/** How far something got that shows no words of its own: the greeting. @param {State} state @param {Problem | null} problem */
function tellSilent(state, problem) {
  if (state === 'sent') notice.replaceChildren();
  if (state === 'unsent') showNotice(word('lost'));
  if (problem) {
    starting.hidden = true;
    goOn.hidden = false;
    showNotice(`${problem.message} ${problem.remedy}`);
  }
}

/** @param {string} text */
function putInAnswer(text) {
  answer.value = answer.value ? `${text}\n${answer.value}` : text;
  answer.dispatchEvent(new Event('input'));
  answer.focus();
}

/** @param {Entry} entry */
function show(entry) {
  starting.hidden = true;
  goOn.hidden = true;
  const made = conversation.add(entry);
  if (!made || replaying) return;
  panel.refresh();
  scroll.added(made);
  if (document.hidden && entry.from === 'coach') document.title = `${entry.view.preview} · ${title}`;
}

/**
 * @param {string} text
 * @param {string} [label]
 * @param {() => void} [work]
 */
function showNotice(text, label, work) {
  notice.replaceChildren(element('p', {}, text));
  if (label && work) notice.append(button({ class: 'control' }, label, work));
}

/** @param {import('../stream.js').ClockView} time */
function tellTime(time) {
  clock.show(time);
  panel.refresh();
}

function ready() {
  if (replaying) {
    replaying = false;
    for (const left of sender.left()) tell(left, 'unsent', null);
    log.setAttribute('aria-live', 'polite');
    log.setAttribute('aria-busy', 'false');
    scroll.toEnd();
    if (conversation.isEmpty() && sender.left().length === 0) start();
  }
  sender.wake();
  if (!connected) showNotice(word('back'));
  else notice.replaceChildren();
  connected = true;
}

/** The first page of a newcomer greets; a known person, whose past is gone from memory, decides. */
function start() {
  if (newcomer) act({ type: 'hello' }, null);
  starting.hidden = !newcomer;
  goOn.hidden = newcomer;
}

const stream = listen({
  entry: show,
  ready(time) {
    tellTime(time);
    ready();
  },
  removed: (id) => conversation.remove(id),
  clock: tellTime,
  cleared() {
    conversation.clear();
    panel.refresh();
  },
  lost() {
    if (connected) showNotice(word('lost'));
    connected = false;
  },
  elsewhere() {
    showNotice(word('elsewhere'), word('use-here'), () => stream.connect());
  },
});

byId('composer', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  const text = answer.value.trim();
  if (text === '') return;
  answer.value = '';
  answer.dispatchEvent(new Event('input'));
  typed.forget();
  act({ type: 'text', text }, text);
});

answer.addEventListener('keydown', (event) => {
  // While a word is composed (Japanese, Chinese…) Enter belongs to it.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.repeat) return;
  event.preventDefault();
  byId('composer', HTMLFormElement).requestSubmit();
});

const grow = () => {
  answer.rows = Math.min(
    8,
    Math.max(1, answer.value.split('\n').length, Math.ceil(answer.value.length / 60)),
  );
};
answer.addEventListener('input', grow);
grow();

once(/** @type {HTMLButtonElement} */ (goOn.querySelector('button')), 'click', () => {
  starting.hidden = false;
  act({ type: 'hello' }, null);
});
document.addEventListener('visibilitychange', () => {
  document.title = title;
});
