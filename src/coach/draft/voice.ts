import { renderText, type Texts, type Variables, type Words } from '../words.js';
import type { DraftChoice } from './catalogue.js';
import { kindTexts, readKind } from './catalogue.js';
import { type Facts, readFacts } from './facts.js';

/** A sentence or two of a draft, what it is for, and why it is there. */
export interface Part {
  readonly role: string;
  readonly text: string;
  readonly why: string;
}

/** Speaks the template files in one manner: a kind, a reason, a register and a culture, with the facts. */
export interface Voice {
  readonly facts: ReturnType<typeof readFacts>;
  /** A text of the kind's own file, or null when the kind has none of that name. */
  ofKind(name: string): string | null;
  /** The texts of a list in the kind's own file. */
  listOfKind(name: string): readonly string[];
  /** The roles that a group of the kind's file names, in its order; none when there is no such group. */
  roles(name: string): readonly string[];
  /** A text of the culture's file. Throws when the culture lacks it. */
  ofCulture(name: string, variables?: Variables): string;
  /** A text that all kinds and cultures share. Throws when there is none. */
  shared(name: string, variables?: Variables): string;
  /** The reason as a clause, or null when none is given. */
  reason(register?: string): string | null;
  part(role: string, text: string): Part;
}

type Node = Texts[string];

/** Follows the keys that fit the choices, in whatever order a file nests them, down to one text. */
function pick(node: Node, choices: readonly string[], place: string): string {
  if (typeof node === 'string') return node;
  for (const choice of [...choices, 'other']) {
    if (Object.hasOwn(node, choice))
      return pick((node as Texts)[choice] as Node, choices, `${place}.${choice}`);
  }
  throw new Error(`The template ${place} has none of ${choices.join(', ')}: add the one that is missing.`);
}

export function createVoice(choice: DraftChoice, given: Facts, words: Words): Voice {
  const facts = readFacts(given);
  const own = kindTexts(choice.kind, words);
  const { uses } = readKind(choice.kind, words);
  const choices = [choice.reason, choice.register, choice.culture];

  const speak = (node: Node, place: string, variables: Variables, among = choices): string =>
    withoutDoubledStops(renderText(pick(node, among, place), { ...facts, ...variables }, place), facts);

  /** `goodwill.parting` finds the text whether a file nests `parting` in a register or the other way round. */
  const find = (group: string, name: string, variables: Variables): string => {
    const [first = name, ...rest] = name.split('.');
    const node = words.group(group)[first];
    if (node === undefined) throw new Error(`templates/${words.locale} has no "${group}.${first}": add it.`);
    return speak(node, `${group}.${name}`, variables, [...choices, ...rest]);
  };

  const voice: Voice = {
    facts,
    ofKind(name) {
      const node = name
        .split('.')
        .reduce<Node | undefined>((at, key) => (at as Texts | undefined)?.[key], own);
      return node === undefined ? null : speak(node, `${choice.kind}.${name}`, {});
    },
    listOfKind: (name) =>
      (own[name] as readonly string[]).map((text, i) => speak(text, `${choice.kind}.${name}.${i}`, {})),
    roles: (name) => Object.keys(own[name] ?? {}),
    ofCulture: (name, variables = {}) => find(`drafts.cultures.${choice.culture}`, name, variables),
    shared: (name, variables = {}) => find('drafts', name, variables),
    reason(register = choice.register) {
      if (facts.reasonForAsk && uses.includes('reasonForAsk')) return facts.reasonForAsk;
      if (choice.reason === 'none') return null;
      const because = own['because'] as Texts | undefined;
      const among = [register, choice.culture];
      const node = because?.[choice.reason] ?? words.group('drafts.reasons')[choice.reason];
      return node === undefined ? null : speak(node, `reasons.${choice.reason}`, {}, among);
    },
    part: (role, text) => ({ role, text, why: voice.ofKind(`why.${role}`) ?? voice.shared(`why.${role}`) }),
  };
  return voice;
}

/** A fact that ends its sentence may bring its own full stop; the template's would double it. */
function withoutDoubledStops(text: string, facts: Voice['facts']): string {
  return Object.values(facts)
    .filter((fact) => fact !== null)
    .filter((fact) => /[.!?…]$/u.test(fact))
    .reduce((done, fact) => done.replaceAll(`${fact}.`, () => fact), text);
}
