/** The person's IANA zone, or null when the browser does not tell. */
export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || null;

const here = { timeZone: zone ?? 'UTC' };
const time = new Intl.DateTimeFormat(undefined, { ...here, hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { ...here, dateStyle: 'full' });
const shortDay = new Intl.DateTimeFormat(undefined, {
  ...here,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});
// Swedish writes dates as ISO does.
const iso = new Intl.DateTimeFormat('sv-SE', { ...here, dateStyle: 'short', timeStyle: 'short' });
const plainDay = new Intl.DateTimeFormat(undefined, { timeZone: 'UTC', dateStyle: 'full' });
const plainTime = new Intl.DateTimeFormat(undefined, { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' });

/** @param {string} instant ISO */
export const timeOf = (instant) => time.format(new Date(instant));

/** @param {string} instant ISO */
export const dayOf = (instant) => day.format(new Date(instant));

/** @param {string} instant ISO */
export const shortDayOf = (instant) => shortDay.format(new Date(instant));

/** Wall-clock time here, `YYYY-MM-DDTHH:MM`. @param {string} instant ISO */
export const wallClock = (instant) => iso.format(new Date(instant)).replace(' ', 'T');

/** @param {string} local `YYYY-MM-DDTHH:MM` @param {number} days */
export function addDays(local, days) {
  const moved = new Date(`${local}:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 16);
}

/** In words. @param {string} local `YYYY-MM-DDTHH:MM` */
export function sayWallClock(local) {
  const at = new Date(`${local}:00Z`);
  return `${plainDay.format(at)}, ${plainTime.format(at)}`;
}

/** In words; what is no date stays as it is. @param {string} date `YYYY-MM-DD` */
export function sayDate(date) {
  const at = new Date(`${date}T00:00Z`);
  return Number.isNaN(at.getTime()) ? date : plainDay.format(at);
}
