import Mustache from 'mustache';

/** What a template file holds: named texts, in groups of any depth. Lists are several texts of one kind. */
export type Texts = { readonly [key: string]: string | Texts | readonly string[] };

/** What a template may say: strings for places, booleans and lists for Mustache sections. */
export type Variables = Readonly<Record<string, unknown>>;

/** Every word of one locale. Texts are Mustache templates; what they render to is plain text, never markup. */
export interface Words {
  readonly locale: string;
  has(key: string): boolean;
  /** Renders the text at a dotted key. Throws when the key is unknown or a variable it names is missing. */
  text(key: string, variables?: Variables): string;
  /** Renders each text of a list at a dotted key. Throws like `text`. */
  list(key: string, variables?: Variables): readonly string[];
  /** The unrendered texts at a dotted key, for checks and for listings. Throws when the key is unknown. */
  group(key: string): Texts;
}

type Token = [type: string, name: string, start: number, end: number, children?: Token[]];

/** Mustache fills an unknown name with nothing; a letter with a hole is worse than an error. */
function missingVariable(tokens: readonly Token[], scopes: readonly Variables[]): string | null {
  for (const [type, name, , , children = []] of tokens) {
    if (type === 'text' || type === '!' || type === '=') continue;
    if (name === '.') continue;
    const value = lookUp(name, scopes);
    if (value === undefined || (value === null && type !== '#' && type !== '^')) return name;
    if (type === '^' && !isTruthy(value)) {
      const missing = missingVariable(children, scopes);
      if (missing) return missing;
    }
    if (type === '#' && isTruthy(value)) {
      const items = Array.isArray(value) ? value : [value];
      for (const item of items) {
        const inner = typeof item === 'object' && item !== null ? [...scopes, item as Variables] : scopes;
        const missing = missingVariable(children, inner);
        if (missing) return missing;
      }
    }
  }
  return null;
}

function isTruthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function lookUp(name: string, scopes: readonly Variables[]): unknown {
  const [first = name, ...rest] = name.split('.');
  for (const scope of [...scopes].reverse()) {
    if (!Object.hasOwn(scope, first)) continue;
    let value: unknown = scope[first];
    for (const part of rest) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
      value = (value as Variables)[part];
    }
    return value;
  }
  return undefined;
}

const writer = new Mustache.Writer();

/** Mustache's own cache joins each template with its tags at every look, which takes longer than to render it. */
const parsed = new Map<string, Token[]>();

function parse(template: string): Token[] {
  const known = parsed.get(template);
  if (known) return known;
  const tokens = Mustache.parse(template) as Token[];
  parsed.set(template, tokens);
  return tokens;
}

/** Renders one Mustache template to plain text, without HTML escaping. Throws when a variable is missing. */
export function renderText(template: string, variables: Variables, place: string): string {
  const tokens = parse(template);
  const missing = missingVariable(tokens, [variables]);
  if (missing) {
    throw new Error(
      `The text "${place}" needs the variable "${missing}": pass it, or guard it with a section.`,
    );
  }
  const context = new Mustache.Context(variables);
  return writer
    .renderTokens(tokens as unknown as string[][], context, {}, template, { escape: String })
    .trim();
}

function byDottedKey(texts: Texts, prefix = ''): Map<string, Texts[string]> {
  const all = new Map<string, Texts[string]>();
  for (const [name, value] of Object.entries(texts)) {
    all.set(`${prefix}${name}`, value);
    if (typeof value === 'string' || Array.isArray(value)) continue;
    for (const [key, inner] of byDottedKey(value as Texts, `${prefix}${name}.`)) all.set(key, inner);
  }
  return all;
}

/** The words of one locale, read from its template files. */
export function createWords(locale: string, texts: Texts): Words {
  const all = byDottedKey(texts);
  const find = (key: string) => all.get(key);
  const unknown = (key: string, wanted: string): Error =>
    new Error(`The words of "${locale}" have no ${wanted} "${key}": add it to templates/${locale}.`);
  return {
    locale,
    has: (key) => find(key) !== undefined,
    text(key, variables = {}) {
      const template = find(key);
      if (typeof template !== 'string') throw unknown(key, 'text');
      return renderText(template, variables, `${locale}/${key}`);
    },
    list(key, variables = {}) {
      const templates = find(key);
      if (!Array.isArray(templates)) throw unknown(key, 'list');
      return templates.map((template, i) => renderText(template, variables, `${locale}/${key}.${i}`));
    },
    group(key) {
      const texts = find(key);
      if (typeof texts !== 'object' || Array.isArray(texts)) throw unknown(key, 'group');
      return texts as Texts;
    },
  };
}
