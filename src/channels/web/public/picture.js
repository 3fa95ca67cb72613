/** @import { Picture } from '../../../coach/picture.js' */
import { element } from './dom.js';

/** As in limits.ts: CSS pixels of a drawing for a narrow place, and of one for a message on a wide screen. */
const NARROW = 340;
const WIDE = 600;

/**
 * A picture that the server draws. All that it shows stands in its alternative text, and in words beside it.
 * @param {string} name
 * @param {Picture} picture
 * @param {{ version?: string, isNarrow?: boolean }} [how]
 */
export function pictureOf(name, { title, facts }, { version = '', isNarrow = false } = {}) {
  const address = (/** @type {number} */ width) =>
    `/playground/picture/${encodeURIComponent(name)}?width=${width}&v=${version}`;
  const image = element('img', { src: address(NARROW), alt: [title, ...facts].join('. '), loading: 'lazy' });
  const wide = element('source', { srcset: address(WIDE), media: '(min-width: 48rem)' });
  return element('figure', { class: 'picture' }, element('picture', {}, isNarrow ? null : wide, image));
}
