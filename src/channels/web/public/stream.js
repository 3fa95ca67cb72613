/** @import { Entry } from '../history.js' */
/** @import { ClockView } from '../stream.js' */

const PAUSE_MS = 2_000;

/**
 * Listens to the conversation and connects again whenever it breaks off.
 * @param {{
 *   entry: (entry: Entry) => void,
 *   ready: (clock: ClockView) => void,
 *   clock: (clock: ClockView) => void,
 *   removed: (id: string) => void,
 *   cleared: () => void,
 *   lost: () => void,
 *   elsewhere: () => void,
 * }} on
 */
export function listen(on) {
  /** @type {string | null} */
  let position = null;

  function connect() {
    const since = position === null ? '' : `?since=${encodeURIComponent(position)}`;
    const source = new EventSource(`/playground/stream${since}`);
    source.addEventListener('entry', (event) => {
      position = event.lastEventId;
      on.entry(JSON.parse(event.data));
    });
    source.addEventListener('ready', (event) => on.ready(JSON.parse(event.data)));
    source.addEventListener('clock', (event) => on.clock(JSON.parse(event.data)));
    source.addEventListener('removed', (event) => on.removed(JSON.parse(event.data).id));
    source.addEventListener('cleared', () => on.cleared());
    source.addEventListener('elsewhere', () => {
      source.close();
      on.elsewhere();
    });
    source.addEventListener('error', () => {
      on.lost();
      // After an answer that is no stream the browser gives up by itself.
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, PAUSE_MS);
    });
  }

  connect();
  return { connect };
}
