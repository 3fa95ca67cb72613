/** @import { ClockView } from '../stream.js' */
import { byId, once } from './dom.js';
import { clockWord } from './given.js';
import { post } from './sender.js';
import { addDays, dayOf, sayWallClock, shortDayOf, timeOf, wallClock, zone } from './times.js';

/**
 * The clock beside the conversation: what time it is for the coach, and how to move it on.
 * @param {() => void} onMove
 */
export function createClock(onMove) {
  const section = byId('clock', HTMLElement);
  const planned = byId('clock-planned', HTMLElement);
  const status = byId('clock-status', HTMLElement);
  const to = byId('clock-to', HTMLInputElement);
  const toggle = byId('clock-toggle', HTMLButtonElement);
  const nextButton = byId('clock-next', HTMLButtonElement);
  /** @type {ClockView | null} */
  let clock = null;
  let moving = false;

  /** @param {ClockView} view */
  function show(view) {
    clock = view;
    section.setAttribute('aria-busy', 'false');
    byId('clock-time', HTMLTimeElement).textContent = timeOf(view.now);
    byId('clock-time', HTMLTimeElement).dateTime = view.now;
    byId('clock-day', HTMLElement).textContent = dayOf(view.now);
    byId('clock-zone', HTMLElement).textContent = (zone ?? 'UTC').replaceAll('_', ' ');
    byId('clock-short', HTMLElement).textContent = `${shortDayOf(view.now)}, ${timeOf(view.now)}`;
    planned.textContent = view.next
      ? `${clockWord('next-at')}: ${sayWallClock(view.next)}`
      : clockWord('none');
    nextButton.setAttribute('aria-disabled', String(view.next === null));
    to.min = wallClock(view.now);
    // What somebody is picking is left alone.
    if (document.activeElement !== to && (to.value === '' || to.value < to.min)) to.value = to.min;
  }

  /** Only a small screen folds it. @param {boolean} open */
  function unfold(open) {
    const had = section.contains(document.activeElement);
    section.classList.toggle('open', open);
    toggle.setAttribute('aria-expanded', String(open));
    if (!open && had && toggle.checkVisibility()) toggle.focus({ preventScroll: true });
  }

  /** @param {string} local */
  async function move(local) {
    if (moving) return;
    moving = true;
    section.setAttribute('aria-busy', 'true');
    status.textContent = clockWord('moving');
    onMove();
    const reply = await post('/playground/clock', { to: local, zone: zone ?? 'UTC' });
    moving = false;
    section.setAttribute('aria-busy', 'false');
    if (reply.type === 'taken') {
      show(reply.body.clock);
      status.textContent = clockWord(reply.body.arrived ? 'arrived' : 'quiet');
      // On a small screen the clock would cover what arrived.
      if (reply.body.arrived) unfold(false);
    } else {
      status.textContent =
        reply.type === 'unreachable'
          ? clockWord('failed')
          : `${reply.problem.message} ${reply.problem.remedy}`;
    }
  }

  /** @param {number} days */
  const moveDays = (days) => {
    if (clock) void move(addDays(wallClock(clock.now), days));
  };

  once(byId('clock-day-on', HTMLButtonElement), 'click', () => moveDays(1));
  once(byId('clock-week-on', HTMLButtonElement), 'click', () => moveDays(7));
  once(nextButton, 'click', () => {
    if (!clock?.next) return;
    // One that is due already comes with the next tick; the clock does not go back for it.
    const here = wallClock(clock.now);
    const isDue = clock.next < here;
    void move(isDue ? here : clock.next);
  });
  once(byId('clock-pick', HTMLFormElement), 'submit', () => void move(to.value));
  toggle.addEventListener('click', () => unfold(!section.classList.contains('open')));
  section.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') unfold(false);
  });
  return { show };
}
