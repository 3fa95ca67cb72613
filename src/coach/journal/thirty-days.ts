import type { Opportunity } from '../conversation/state.js';
import { type PlanItem, planItems } from '../remind/plan.js';

const done = (item: PlanItem): string => `plan.${item}`;

/** The fact that says when the plan began; without it there is none. */
export const PLAN_FROM = 'plan.from';

/** The steps that apply: relocation only where a move was part of it (K101). */
export function stepsOf({ facts, drafts }: Opportunity): readonly PlanItem[] {
  const moves =
    (facts['place'] ?? null) !== null || drafts.some(({ reason }) => reason === 'visa-relocation');
  return planItems.filter((item) => item !== 'relocation' || moves);
}

export function isTicked({ facts }: Opportunity, item: PlanItem): boolean {
  return facts[done(item)] === 'done';
}

export function openSteps(opportunity: Opportunity): readonly PlanItem[] {
  return stepsOf(opportunity).filter((item) => !isTicked(opportunity, item));
}

export function tickStep(opportunity: Opportunity, item: PlanItem): void {
  opportunity.facts[done(item)] = 'done';
}

/** The opportunity whose plan is meant: the latest with a plan under way, else the latest that ended in a no. */
export function planned(opportunities: readonly Opportunity[]): Opportunity | null {
  const underWay = opportunities.findLast(
    (one) => typeof one.facts[PLAN_FROM] === 'string' && openSteps(one).length > 0,
  );
  const closed = opportunities.findLast(({ outcome }) =>
    ['declined', 'withdrew', 'rescinded'].includes(outcome ?? ''),
  );
  return underWay ?? closed ?? null;
}
