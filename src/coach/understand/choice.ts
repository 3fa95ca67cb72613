import { distance } from 'fastest-levenshtein';
import { cardinalsToDigits, ordinalsToDigits } from './numbers.js';
import { plain, trace } from './text.js';

/** One thing to choose: a stable id, what the person sees, and other words for it. */
export interface ChoiceOption {
  readonly id: string;
  readonly label: string;
  readonly synonyms?: readonly string[];
}

/** `several`: the words fit more than one option, and the person is asked which. */
export type Choice =
  | { readonly type: 'one'; readonly id: string }
  | { readonly type: 'several'; readonly ids: readonly string[] }
  | { readonly type: 'none' };

const NONE: Choice = { type: 'none' };

const STOP = new Set(
  "the a an i i'd i'll i'm im id ill me my we our you your it it's its is are was be been am to of in on at for with and or other else so that this these those there one ones option options choice choose pick number please pls thanks would like want wanna prefer rather go going gonna let let's take think guess say will just well ok okay yes yeah um uh hmm maybe probably definitely most mainly mostly really very about because as do does did have has had can could should they them he she his her but if then than bit little kind sort something".split(
    ' ',
  ),
);

/** Words that turn what follows into what is not meant. */
const NEGATED =
  /\b(?:not|no|never|neither|nor|except(?: for)?|anything but|everything but|other than|rather than|instead of|without|don't|dont|do not|doesn't|doesnt|didn't|didnt|isn't|isnt|won't|wont|wouldn't|wouldnt|can't|cant|cannot|nothing (?:to do with|about)|less about|avoid|excluding|apart from|as opposed to|over|than)\b/;
const CHANGED =
  /\b(?:actually|no wait|wait|sorry|i mean|i meant|scratch that|or rather|make that|on second thoughts?|correction)\b[ ,:]*/;
const QUESTION =
  /^(?:what|which|who|why|how|when|where|is|are|do|does|did|can|could|should|would|will)\b.*\?/;

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u20e3]/g, '')
    .replace(/['.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const stem = (word: string): string =>
  word.length < 5
    ? word
    : word.replace(/(?:ations?|ions?|ments?|ances?|ings?|ers?|ed|es|s|e|ly)$/, '').replace(/(.)\1$/, '$1');

const tokensOf = (text: string): string[] =>
  fold(text)
    .split(' ')
    .filter((word) => word !== '' && !STOP.has(word));

/** How surely two words are the same one: 1 the same, less for a beginning or a slip of the keyboard. */
function likeness(said: string, meant: string): number {
  if (said === meant) return 1;
  const [a, b] = [stem(said), stem(meant)];
  if (a === b) return 0.95;
  if (/\d/.test(said) || /\d/.test(meant)) return 0;
  if (said.length >= 4 && (meant.startsWith(said) || (a.length >= 5 && b.startsWith(a)))) return 0.85;
  const longest = Math.max(said.length, meant.length);
  if (longest < 5 || said[0] !== meant[0]) return 0;
  const slips = Math.min(distance(said, meant), distance(a, b) + (a.length >= 5 ? 0 : 9));
  const swapped = slips === 2 && [...said].sort().join() === [...meant].sort().join();
  return swapped || slips <= (longest >= 8 ? 2 : 1) ? 0.8 : 0;
}

/** What an option can be called, ready to be compared. */
interface Phrase {
  readonly plain: string;
  readonly folded: string;
  readonly tokens: readonly string[];
}

/** The same options are compared several times in a turn, and in many turns. */
const PREPARED = new WeakMap<ChoiceOption, readonly Phrase[]>();

function phrasesOf(option: ChoiceOption): readonly Phrase[] {
  const known = PREPARED.get(option);
  if (known !== undefined) return known;
  const named = [option.label, option.id.replace(/[-_.]/g, ' '), ...(option.synonyms ?? [])];
  const phrases = named.map((name): Phrase => {
    const said = plain(name);
    return { plain: said, folded: fold(said), tokens: tokensOf(said) };
  });
  PREPARED.set(option, phrases);
  return phrases;
}

const exactly = (said: string, options: readonly ChoiceOption[]): ChoiceOption[] => {
  const wanted = fold(said);
  return options.filter((option) => phrasesOf(option).some(({ folded }) => folded === wanted));
};

const NTH_LEAD =
  "(?:(?:i(?:'d| would|'ll| will)?|let's|lets|we) (?:like|go(?:ing)?|take|choose|pick|want|prefer|say|think)?(?: to)?(?: (?:go|choose|pick|have|take|say))? ?(?:with|for)? ?)?(?:(?:um|uh|ok|okay|yes|yeah|probably|definitely|maybe|sure|hmm|well|so|my (?:answer|choice|pick) is|answer|it's|its|that's|thats|that would be|choose|pick|select|go with|going with|take|give me|i choose|i pick|i think|i guess|mainly|mostly)[ ,:]*)*";
const NTH_TAIL =
  '(?:[ ,]+(?:please|pls|thanks|thank you|i think|i guess|for me|probably|definitely|then|sounds (?:right|good)|fits(?: best)?|is (?:right|best|closest|me)|works|describes me|on (?:the|your) list|of (?:those|these|them)|from the list))*';
const BY_NUMBER = new RegExp(
  `^${NTH_LEAD}(?:\\(?#? ?|(?:option|number|no\\.?|nr\\.?|num|choice|answer|opt|item) ?#?:? ?)(\\d{1,2})(?: ?[).:])?${NTH_TAIL}[ .!)]*$`,
);
const BY_ORDINAL = new RegExp(
  `^${NTH_LEAD}(?:the )?(?:very )?(\\d{1,2}(?:st|nd|rd|th)|last|final|bottom|top|middle|latter|former|2nd (?:to|from) (?:the )?last|2nd last|penultimate)(?: (?:1|option|choice|answer|item))?${NTH_TAIL}[ .!]*$`,
);
const BY_LETTER = new RegExp(`^${NTH_LEAD}(?:option|choice|answer|letter) ([a-h])${NTH_TAIL}[ .!)]*$`);
const MANY_NUMBERS =
  /^(?:(?:both|options?|numbers?|either) )*#?(\d)(?:(?:st|nd|rd|th))?(?: ?(?:and|or|&|,|\+|\/) ?(?:maybe )?(?:the )?#?\d(?:st|nd|rd|th)?)+$/;

/** The place in the list that was named, counted from 1; null when none was. */
function placeOf(said: string, count: number): number | null {
  const text = ordinalsToDigits(cardinalsToDigits(trace(said))).text.trim();
  const number = BY_NUMBER.exec(text);
  if (number) return Number(number[1]);
  const letter = BY_LETTER.exec(text);
  if (letter) return (letter[1] as string).charCodeAt(0) - 96;
  const nth = BY_ORDINAL.exec(text)?.[1];
  if (nth === undefined) return null;
  if (/^\d+(?:st|nd|rd|th)$/.test(nth)) return Number.parseInt(nth, 10);
  if (/^(?:2nd|penultimate)/.test(nth)) return count - 1;
  if (nth === 'middle') return count % 2 === 1 ? (count + 1) / 2 : 0;
  if (nth === 'top') return 1;
  if (nth === 'former' || nth === 'latter') return count === 2 ? (nth === 'former' ? 1 : 2) : 0;
  return count;
}

interface Fit {
  readonly id: string;
  /** Weight of the words that fit this option and no other. */
  readonly own: number;
  /** Share of the best fitting phrase that was said. */
  readonly coverage: number;
  /** Share of what was said that fits. */
  readonly said: number;
}

function fits(said: readonly string[], options: readonly ChoiceOption[]): Fit[] {
  const vocabularies = options.map((option) => phrasesOf(option).map(({ tokens }) => tokens));
  const likely = (word: string, phrase: readonly string[]): number =>
    Math.max(0, ...phrase.map((meant) => likeness(word, meant)));
  const within = said.map((word) =>
    vocabularies.map((phrases) => Math.max(0, ...phrases.map((phrase) => likely(word, phrase)))),
  );
  return options.map((option, i) => {
    const phrases = vocabularies[i] as readonly (readonly string[])[];
    const own = said.reduce((sum, _, w) => {
      const row = within[w] as number[];
      const mine = row[i] as number;
      const rivals = row.filter((likeness, j) => j !== i && likeness >= mine).length;
      return sum + (mine > 0 && rivals === 0 ? mine : 0);
    }, 0);
    const coverage = Math.max(
      0,
      ...phrases.map((phrase) =>
        phrase.length === 0
          ? 0
          : phrase.filter((meant) => said.some((word) => likeness(word, meant) > 0)).length / phrase.length,
      ),
    );
    const fitting = within.filter((row) => (row[i] as number) > 0).length;
    return { id: option.id, own, coverage, said: fitting / said.length };
  });
}

function byWords(text: string, options: readonly ChoiceOption[]): Choice {
  const said = tokensOf(text);
  if (said.length === 0 || said.length > 40) return NONE;
  const all = fits(said, options);
  const whole = all.filter((fit) => fit.coverage === 1 && fit.said === 1);
  if (whole.length === 1) return { type: 'one', id: (whole[0] as Fit).id };
  const good = all.filter(
    (fit) => fit.own > 0.75 && (fit.said >= 0.34 || (fit.coverage >= 0.6 && fit.said >= 0.2)),
  );
  if (good.length === 1) {
    const best = good[0] as Fit;
    const rival = all.some((fit) => fit !== best && fit.own > 0.75);
    return rival
      ? { type: 'several', ids: all.filter((fit) => fit.own > 0.75).map((fit) => fit.id) }
      : { type: 'one', id: best.id };
  }
  if (good.length > 1) return { type: 'several', ids: good.map((fit) => fit.id) };
  const near = all.filter((fit) => fit.said >= 0.5 && fit.coverage > 0);
  return near.length > 1 && near.length < options.length
    ? { type: 'several', ids: near.map((fit) => fit.id) }
    : NONE;
}

/** What stays of a text when the parts that say no are taken out. */
function affirmed(said: string): { kept: string; negated: boolean } {
  const parts = said.split(
    /[,.;:!?]+ ?| - |(?<!\b(?:any|every|no)thing )\b(?:but|and|because|just|only|so|since|as) /,
  );
  const kept = parts.map((part) => {
    const negation = NEGATED.exec(part);
    return negation ? part.slice(0, negation.index) : part;
  });
  return { kept: kept.join(' ').trim(), negated: NEGATED.test(said) };
}

/**
 * Reads a reply to a list of options: its place, its words, or a beginning or a slip of them.
 * A wrong pick costs more than a question, so near ties are `several` and doubt is `none`.
 */
export function readChoice(text: string, options: readonly ChoiceOption[]): Choice {
  const said = plain(text).slice(0, 500);
  const exact = exactly(said, options);
  if (exact.length === 1) return { type: 'one', id: (exact[0] as ChoiceOption).id };
  if (exact.length > 1) return { type: 'several', ids: exact.map((option) => option.id) };
  const changed = said.split(CHANGED);
  const last = changed.at(-1) as string;
  if (changed.length > 1 && last !== '') return readChoice(last, options);
  const place = placeOf(said, options.length);
  if (place !== null) return atPlace(place, said, options);
  const many = places(said, options);
  if (many !== null) return many;
  if (QUESTION.test(said)) return NONE;
  const { kept, negated } = affirmed(said);
  const choice = byWords(kept, options);
  if (!negated) return choice;
  const asWritten = byWords(said, options);
  const same = choice.type === 'one' && asWritten.type === 'one' && choice.id === asWritten.id;
  if (same) return choice;
  return negationBelongs(said, options) ?? (choice.type === 'one' && kept !== '' ? choice : NONE);
}

const holds = (whole: string, part: string): boolean => ` ${whole} `.includes(` ${part} `);

/** "not yet" chooses "Not yet": the option itself holds the negation. */
function negationBelongs(said: string, options: readonly ChoiceOption[]): Choice | null {
  const core = said
    .replace(/^(?:(?:it is|it's|its|because|that|no|well|just)[ ,]+)+/, '')
    .replace(/[ ,.!]+(?:sorry)?[ .!]*$/, '');
  const holding = options.filter((option) =>
    phrasesOf(option).some(
      ({ plain: phrase }) =>
        NEGATED.test(phrase) &&
        NEGATED.test(core) &&
        (holds(core, phrase) || (core.includes(' ') && holds(phrase, core))),
    ),
  );
  return holding.length === 1 ? { type: 'one', id: (holding[0] as ChoiceOption).id } : null;
}

function atPlace(place: number, said: string, options: readonly ChoiceOption[]): Choice {
  const option = options[place - 1];
  const digits = /\d+/.exec(said)?.[0];
  const labelled = options.filter(
    (other) => other !== option && digits !== undefined && tokensOf(plain(other.label)).includes(digits),
  );
  if (labelled.length > 0) {
    const ids = [...(option ? [option] : []), ...labelled].map((one) => one.id);
    return { type: 'several', ids };
  }
  return option ? { type: 'one', id: option.id } : NONE;
}

function places(said: string, options: readonly ChoiceOption[]): Choice | null {
  const text = ordinalsToDigits(cardinalsToDigits(trace(said))).text.trim();
  if (
    /^(?:both|all|all of (?:them|these|those|the above)|everything|either|any|any of them|either one)(?: of (?:them|these|those))?[ .!]*$/.test(
      text,
    )
  ) {
    return options.length > 1 ? { type: 'several', ids: options.map((option) => option.id) } : NONE;
  }
  if (!MANY_NUMBERS.test(text)) return null;
  const ids = [...text.matchAll(/\d/g)].flatMap(([digit]) => options[Number(digit) - 1]?.id ?? []);
  return ids.length > 1 ? { type: 'several', ids } : NONE;
}
