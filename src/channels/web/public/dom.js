/** @typedef {string | number | boolean | null} AttributeValue */

/**
 * Makes an element. A string among the children becomes text, never markup; null is left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, AttributeValue>>} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/**
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} with the id "${id}".`);
  return found;
}

/** Two clicks on one thing that follow each other as fast as this are a double click, whatever made them. */
const DOUBLE_CLICK_MS = 600;

/**
 * Does the work once for a double click, a double tap or a held key.
 * @param {HTMLElement} target
 * @param {'click' | 'submit'} type
 * @param {() => void} work
 */
export function once(target, type, work) {
  let last = Number.NEGATIVE_INFINITY;
  target.addEventListener(type, (event) => {
    event.preventDefault();
    // The first click may have moved another button under the pointer: the browser still counts the second.
    const second = event instanceof MouseEvent && event.detail > 1;
    const repeated = second || event.timeStamp - last < DOUBLE_CLICK_MS;
    if (repeated) return;
    last = event.timeStamp;
    work();
  });
}

/**
 * @param {Readonly<Record<string, AttributeValue>>} attributes
 * @param {string} label
 * @param {() => void} work
 */
export function button(attributes, label, work) {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', work);
  return made;
}

/**
 * @param {readonly (readonly string[])[]} paragraphs
 * @returns {HTMLParagraphElement[]}
 */
export function paragraphsOf(paragraphs) {
  return paragraphs.map((lines) => {
    const paragraph = element('p', { dir: 'auto' });
    for (const [i, line] of lines.entries()) {
      if (i > 0) paragraph.append(element('br'));
      paragraph.append(line);
    }
    return paragraph;
  });
}
