import { encodeAction } from '../conversation/action.js';
import type { Opportunity } from '../conversation/state.js';
import { type Talk, text } from '../conversation/talk.js';
import { isPending, stageOf } from '../journal/log.js';
import type { Choice } from '../message.js';
import { type DateInWords, dateInWords } from './date.js';
import { type Naming, naming } from './name.js';
import { type NextStep, nextStep } from './next-step.js';
import { type Part, part } from './part.js';
import { type Timeline, timelineOf } from './timeline.js';

export interface OpportunityItem extends Naming {
  /** "offer in hand, open" */
  readonly stage: string;
  /** The date that the employer set. */
  readonly deadline: DateInWords | null;
  readonly next: NextStep;
  readonly ledger: Ledger;
  readonly timeline: Timeline;
  /** All of it in one line of text. */
  readonly line: string;
}

/** The person's own list of what speaks for and against. */
export interface Ledger {
  readonly heading: string;
  readonly parts: readonly { readonly heading: string; readonly items: readonly string[] }[];
  readonly isEmpty: boolean;
  readonly empty: string;
  /** Goes on with the list. */
  readonly fill: Choice;
}

/** What is not settled yet, latest first. */
export function opportunityPart(talk: Talk): Part<OpportunityItem> {
  const going = talk.state.opportunities.filter(
    ({ outcome }) => outcome === null || outcome === 'negotiating',
  );
  return part(talk, 'opportunities', 'list', going.toReversed(), (one) => itemOf(talk, one));
}

function itemOf(talk: Talk, opportunity: Opportunity): OpportunityItem {
  const named = naming(talk, opportunity);
  const date = opportunity.facts['deadline'];
  const deadline = typeof date === 'string' ? dateInWords(talk, date) : null;
  const stage = stageInWords(talk, opportunity);
  const next = nextStep(talk, opportunity);
  const until = deadline
    ? text(talk, 'overview.deadline', { date: deadline.words, away: deadline.away })
    : null;
  const line = text(talk, 'overview.opportunity', {
    title: named.title,
    stage,
    deadline: until,
    next: next.text,
  });
  return {
    ...named,
    stage,
    deadline,
    next,
    ledger: ledgerOf(talk, opportunity),
    timeline: timelineOf(talk, opportunity),
    line,
  };
}

function stageInWords(talk: Talk, opportunity: Opportunity): string {
  const key = `journal.stages.${stageOf(opportunity)}`;
  const { outcome, decision } = opportunity;
  const status = outcome ?? (isPending(decision) ? 'open' : 'decided');
  return text(talk, 'overview.stage', {
    stage: text(talk, talk.context.words.has(`coach.${key}`) ? key : 'overview.stage-other'),
    status: text(talk, `menu.status.${status}`),
  });
}

/** The cost ledger as it stands (K35). */
function ledgerOf(talk: Talk, { id, code, facts }: Opportunity): Ledger {
  const parts = (['benefits', 'costs', 'later'] as const).map((name) => {
    const kept = facts[`ledger.${name}`];
    const lines = typeof kept === 'string' ? kept.split('\n').map((line) => line.trim()) : [];
    return { heading: text(talk, `ledger.steps.${name}.label`), items: lines.filter(Boolean) };
  });
  return {
    heading: text(talk, 'overview.headings.ledger'),
    parts,
    isEmpty: parts.every(({ items }) => items.length === 0),
    empty: text(talk, 'overview.empty.ledger'),
    fill: {
      label: text(talk, 'overview.buttons.ledger', { code }),
      action: encodeAction({ do: 'start', flow: 'ledger', about: id }),
    },
  };
}
