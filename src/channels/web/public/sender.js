/** @import { Input } from '../../../coach/input.js' */
import { zone } from './times.js';

/**
 * @typedef {{ id: string, input: Input, said: string | null, on?: string }} Act
 * @typedef {'sending' | 'unsent' | 'sent' | 'refused'} State
 * @typedef {{ code: string, message: string, remedy: string }} Problem
 * @typedef {{ type: 'taken', body: any } | { type: 'refused' | 'failed', problem: Problem } | { type: 'unreachable' }} Reply
 */

const KEY = 'bowout.unsent';
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;
const TIMEOUT_MS = 15_000;
/** After so many answers that it could not be saved, the next in line gets its turn. */
const TRIES = 4;

/**
 * Posts JSON. Refused is final; after failed (nothing was saved) or unreachable the same can be sent again.
 * @param {string} path
 * @param {unknown} body
 * @returns {Promise<Reply>}
 */
export async function post(path, body) {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const answer = await response.json();
    if (response.ok) return { type: 'taken', body: answer };
    return { type: response.status >= 500 ? 'failed' : 'refused', problem: answer.error };
  } catch {
    // No connection, no answer in time, an answer that broke off, or a proxy speaking for a server that is gone.
    return { type: 'unreachable' };
  }
}

/**
 * Sends what the person does, one after the other, until each is taken or refused. It is kept in the browser
 * until then, so neither a lost connection nor a reload loses it; its id makes a second arrival harmless.
 * @param {(act: Act, state: State, problem: Problem | null) => void} tell
 */
export function createSender(tell) {
  /** @type {Act[]} */
  let waiting = read();
  let running = false;
  let wake = () => {};

  const drop = (/** @type {string} */ id) => {
    waiting = waiting.filter((act) => act.id !== id);
    // Another tab may have added its own.
    write(read().filter((act) => act.id !== id));
    count();
  };
  const count = () => {
    document.documentElement.dataset['unsent'] = String(waiting.length);
  };

  async function run() {
    if (running) return;
    running = true;
    let pause = FIRST_PAUSE_MS;
    let failures = 0;
    for (let act = waiting[0]; act; act = waiting[0]) {
      tell(act, pause === FIRST_PAUSE_MS ? 'sending' : 'unsent', null);
      const reply = await post('/playground/input', { ...act, zone, locale: navigator.language });
      if (reply.type === 'failed') failures += 1;
      if (reply.type === 'unreachable' || (reply.type === 'failed' && failures < TRIES)) {
        tell(act, 'unsent', null);
        await new Promise((resolve) => {
          wake = () => resolve(null);
          setTimeout(wake, pause);
        });
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
        continue;
      }
      pause = FIRST_PAUSE_MS;
      failures = 0;
      if (reply.type === 'taken') tell(act, 'sent', null);
      else tell(act, 'refused', reply.problem);
      drop(act.id);
    }
    running = false;
  }

  count();
  return {
    /** What an earlier page could not send. */
    left: () => [...waiting],
    /** @param {Input} input @param {string | null} said @param {string} [on] */
    send(input, said, on) {
      const act = { id: newId(), input, said, ...(on === undefined ? {} : { on }) };
      waiting.push(act);
      write([...read(), act]);
      count();
      void run();
    },
    /** Tries again now. */
    wake() {
      wake();
      void run();
    },
  };
}

/** @returns {Act[]} */
function read() {
  return JSON.parse(localStorage.getItem(KEY) ?? '[]');
}

/** @param {readonly Act[]} acts */
function write(acts) {
  if (acts.length === 0) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify(acts));
}

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
