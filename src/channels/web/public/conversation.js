/** @import { Entry } from '../history.js' */
/** @import { Act } from './question.js' */
/** @import { Problem, State } from './sender.js' */
import { button, element } from './dom.js';
import { word } from './given.js';
import { coachMessage, meta, personMessage } from './messages.js';
import { dayOf, wallClock } from './times.js';

/**
 * The visible conversation.
 * @param {HTMLElement} log
 * @param {Act} act
 */
export function createConversation(log, act) {
  let day = '';

  const find = (/** @type {string} */ id) => log.querySelector(`[data-id="${CSS.escape(id)}"]`);

  const startDay = (/** @type {string} */ at) => {
    const here = wallClock(at).slice(0, 10);
    if (here === day) return;
    day = here;
    log.append(element('h2', { class: 'day' }, element('time', { datetime: here }, dayOf(at))));
  };

  return {
    /** Adds an entry, or dates the one that the page had put there itself. @param {Entry} entry */
    add(entry) {
      const known = find(entry.id);
      if (known) {
        if (entry.from === 'person') known.querySelector('.meta')?.replaceWith(meta(word('you'), entry.at));
        return null;
      }
      startDay(entry.at);
      const made = entry.from === 'coach' ? coachMessage(entry, act) : personMessage(entry);
      if (entry.from === 'person') markChosen(log, entry.text);
      log.append(made);
      return made;
    },
    /** Shows at once what the person did. @param {string} id @param {string} text */
    say(id, text) {
      if (find(id)) return null;
      markChosen(log, text);
      const made = personMessage({ id, at: null, text });
      log.append(made);
      return made;
    },
    /**
     * Shows how far it got.
     * @param {string} id
     * @param {State} state
     * @param {Problem | null} problem
     * @param {(() => void) | null} putBack
     */
    mark(id, state, problem, putBack) {
      const message = find(id);
      if (!(message instanceof HTMLElement)) return;
      message.dataset['state'] = state;
      message.querySelector('.fate')?.remove();
      if (state === 'unsent') message.append(element('p', { class: 'fate' }, word('unsent')));
      if (problem) message.append(refusal(message, problem, putBack));
    },
    /** @param {string} id */
    remove(id) {
      find(id)?.remove();
    },
    clear() {
      log.replaceChildren();
      day = '';
    },
    isEmpty: () => log.querySelector('.message') === null,
  };
}

/**
 * @param {HTMLElement} message
 * @param {Problem} problem
 * @param {(() => void) | null} putBack
 */
function refusal(message, problem, putBack) {
  const text = `${word('refused')} ${problem.message} ${problem.remedy}`;
  const again = putBack
    ? button({ class: 'control' }, word('put-back'), () => {
        message.remove();
        putBack();
      })
    : null;
  return element('p', { class: 'fate' }, text, ' ', again);
}

/** Marks the button of the newest question that says the same, be it clicked, typed, or shown again by a reload. */
function markChosen(/** @type {HTMLElement} */ log, /** @type {string} */ text) {
  const newest = [...log.querySelectorAll('.coach')].findLast((each) => each.querySelector('.choice'));
  for (const choice of newest?.querySelectorAll('.choice') ?? []) {
    if (choice.textContent === text) choice.classList.add('chosen');
  }
}
