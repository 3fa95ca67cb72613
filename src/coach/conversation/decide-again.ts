import { flowById } from '../flows/registry.js';
import type { Choice } from '../message.js';
import type { Opportunity } from './state.js';
import { choice, type Talk } from './talk.js';

/**
 * The button that takes a decision up again, or up at last, until an answer was sent; a reply that asked for time is
 * none. No button where the answers that it rests on were not kept with the opportunity: to be asked them all anew would
 * be no change of mind.
 */
export function decideAgain(talk: Talk, opportunity: Opportunity): Choice[] {
  const { id, flow, facts, decision, outcome, drafts } = opportunity;
  const { steps } = flowById(flow);
  const decisionAt = steps.findIndex((step) => step.id === 'decision');
  const isKept = decisionAt > 0 && steps.slice(0, decisionAt).every((step) => step.fact !== undefined);
  const isAnswered = drafts.some(({ kind, sentAt }) => sentAt !== null && kind !== 'hold');
  if (!isKept || isAnswered || outcome !== null || Object.keys(facts).length === 0) return [];
  const label = decision === null ? 'decide' : 'decide-again';
  return [choice(talk, `conversation.buttons.${label}`, { do: 'start', flow, about: id })];
}
