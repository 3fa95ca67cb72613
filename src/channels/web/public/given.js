/**
 * What the server wrote into the page.
 * @typedef {Readonly<Record<string, string>>} Texts
 */
const given = JSON.parse(document.querySelector('meta[name=given]')?.getAttribute('content') ?? '');

/** True when the browser had no cookie yet, so that the coach can greet at once. @type {boolean} */
export const newcomer = given.newcomer;

/** @param {Texts} texts @param {string} name */
function find(texts, name) {
  const text = texts[name];
  if (text === undefined) throw new Error(`The page has no words "${name}": add them to web.yaml.`);
  return text;
}

/** @param {string} name */
export const word = (name) => find(given.words.page, name);

/** @param {string} name */
export const clockWord = (name) => find(given.words.clock, name);
