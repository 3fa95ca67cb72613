import { comparison, PLACES } from '../flows/comparison.js';
import { active, open } from './frames.js';
import { goOn } from './respond.js';
import type { Opportunity, Value } from './state.js';
import { type Talk, text } from './talk.js';

/** What an answer of another flow says about a criterion; an unsure one says nothing. */
const MEANS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  goals: { forward: 'good', sideways: 'mixed', away: 'poor' },
  people: { fit: 'good', mixed: 'mixed', clash: 'poor' },
  mobility: { fits: 'good', strains: 'mixed', clashes: 'poor' },
};
const CRITERION: Readonly<Record<string, string>> = { goals: 'work', people: 'people', mobility: 'place' };

/** Puts what is going on side by side; what is known of each is filled in (K39). */
export function startComparison(talk: Talk): void {
  const now = active(talk);
  if (now?.flow.id === comparison.id) return goOn(talk);
  const going = talk.state.opportunities.filter(isGoing);
  const first = going.find(({ id }) => id === now?.opportunity.id) ?? going.at(-1) ?? null;
  const others = going.filter((one) => one !== first).reverse();
  const known = (first ? [first, ...others] : []).slice(0, PLACES.length);
  const cells = known.flatMap((one, index) => knownOf(talk, one, index + 1));
  open(talk, comparison.id, first?.id ?? null, Object.fromEntries(cells));
  goOn(talk, first ? leadOf(talk, known) : text(talk, 'conversation.code', { code: newest(talk) }));
}

const newest = (talk: Talk): string | undefined => talk.state.opportunities.at(-1)?.code;

/** Says which are filled in, and in which order. */
function leadOf(talk: Talk, known: readonly Opportunity[]): string {
  const list = new Intl.ListFormat(talk.context.words.locale);
  const names = list.format(known.map(({ facts }) => String(facts['company'])));
  return text(talk, 'comparison.known', { names });
}

/** An employer that is named and not answered yet. */
function isGoing({ facts, outcome }: Opportunity): boolean {
  return typeof facts['company'] === 'string' && (outcome === null || outcome === 'negotiating');
}

function knownOf(talk: Talk, { id, facts }: Opportunity, place: number): [string, Value][] {
  const cells = talk.state.frames.find((frame) => frame.about === id)?.cells ?? {};
  const said = (question: string): string => String(cells[question]?.value ?? facts[question]);
  const rated = Object.keys(MEANS).flatMap((question): [string, Value][] => {
    const rating = MEANS[question]?.[said(question)];
    return rating === undefined ? [] : [[`${CRITERION[question]}${place}`, rating]];
  });
  const pay = facts['pay'] ?? null;
  // A pay that is not known is left out: null would say that it was passed over.
  const paid: [string, Value][] = pay === null ? [] : [[`pay${place}`, pay]];
  return [[`name${place}`, String(facts['company'])], ...paid, ...rated];
}
