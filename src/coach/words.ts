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
  for (const [type, name, , , children] of tokens) {
    if (type === 'text' || type === '!' || type === '=') continue;
    if (name === '.') continue;
    const value = lookUp(name, scopes);
    if (value === undefined || (value === null && type !== '#' && type !== '^')) return name;
    if (type === '^' && !isTruthy(value)) {
      const missing = missingVariable(children ?? [], scopes);
      if (missing) return missing;
    }
    if (type === '#' && isTruthy(value)) {
      const items = Array.isArray(value) ? value : [value];
      for (const item of items) {
        const inner = typeof item === 'object' && item !== null ? [...scopes, item as Variables] : scopes;
        const missing = missingVariable(children ?? [], inner);
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

/** Renders one Mustache template to plain text, without HTML escaping. Throws when a variable is missing. */
export function renderText(template: string, variables: Variables, place: string): string {
  const missing = missingVariable(Mustache.parse(template) as Token[], [variables]);
  if (missing) {
    throw new Error(
      `The text "${place}" needs the variable "${missing}": pass it, or guard it with a section.`,
    );
  }
  return Mustache.render(template, variables, {}, { escape: String }).trim();
}

/** The words of one locale, read from its template files. */
export function createWords(locale: string, texts: Texts): Words {
  const find = (key: string): string | Texts | readonly string[] | undefined => {
    let here: string | Texts | readonly string[] | undefined = texts;
    for (const part of key.split('.')) {
      if (typeof here !== 'object' || here === null || Array.isArray(here)) return undefined;
      here = Object.hasOwn(here, part) ? (here as Texts)[part] : undefined;
    }
    return here;
  };
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
