/** @import { PanelView } from '../panel.js' */
import { element } from './dom.js';
import { word } from './given.js';
import { sayWallClock } from './times.js';

/** How much of what is past is still shown. */
const PAST = 3;
const COMING = 7;

/** @typedef {{ kind: string, at: string, words: string, away: string, what: string, isPast: boolean }} Point */

/**
 * What was done, where now is, and what comes, from top to bottom. Null while there is nothing on it.
 * @param {PanelView['overview']} overview
 */
export function wayOf(overview) {
  const points = pointsOf(overview);
  if (points.length === 0) return null;
  const past = points.filter(({ isPast }) => isPast).slice(-PAST);
  const coming = points.filter(({ isPast }) => !isPast).slice(0, COMING);
  const now = element(
    'li',
    { class: 'now', 'aria-current': 'time' },
    element('p', {}, element('strong', {}, word('now')), ` · ${sayWallClock(overview.now)}`),
  );
  return element('ol', { class: 'way' }, ...past.map(pointOf), now, ...coming.map(pointOf));
}

/** Of every opportunity that is open, and the reminders about anything else. @returns {Point[]} */
function pointsOf(/** @type {PanelView['overview']} */ { opportunities, reminders, discreet }) {
  const open = opportunities.items.flatMap(({ code, timeline }) =>
    timeline.items.map(({ kind, when, what, isPast }) => ({
      kind,
      ...when,
      what: opportunities.items.length > 1 ? `${code}: ${what}` : what,
      isPast,
    })),
  );
  const known = new Set(opportunities.items.map(({ about }) => about));
  const others = reminders.items
    .filter(({ about }) => !known.has(about))
    .map(({ when, what }) => ({
      kind: 'reminder',
      ...when,
      what: discreet ? what.discreet : what.full,
      isPast: false,
    }));
  return [...open, ...others].sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** @param {Point} point */
function pointOf({ kind, at, words, away, what, isPast }) {
  return element(
    'li',
    { class: `${kind} ${isPast ? 'past' : 'coming'}` },
    element('p', { dir: 'auto' }, what),
    element('p', { class: 'soft' }, element('time', { datetime: at }, words), ` · ${away}`),
  );
}
