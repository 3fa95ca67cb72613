import type { Answers, Flow, View } from '../../../src/coach/conversation/flow.js';
import { newState, type Opportunity } from '../../../src/coach/conversation/state.js';
import type { Message } from '../../../src/coach/message.js';
import { toPlainText } from '../../../src/coach/message.js';
import { loadWords } from '../../../src/templates.js';

export const words = loadWords('en-US');

/** What a flow sees: these answers, each also the fact that its step keeps, on a Friday morning unless said otherwise. */
export function aView(flow: Flow, answers: Answers, today = '2026-11-20T10:00'): View {
  const kept = flow.steps.flatMap((step) =>
    step.fact !== undefined && answers[step.id] !== undefined ? [[step.fact, answers[step.id]]] : [],
  );
  const opportunity: Opportunity = {
    id: 'o1',
    code: 'A',
    flow: flow.id,
    facts: Object.fromEntries(kept),
    decision: null,
    decidedAt: null,
    drafts: [],
    outcome: null,
    closed: [],
  };
  const { profile } = newState('Europe/Berlin');
  return { flow, frame: 'f1', answers, opportunity, profile, words, today };
}

/** What is shown before the decision, as a person reads it. */
export function beforeDecision(view: View): string {
  const decision = view.flow.steps.find((step) => step.id === 'decision');
  return plain(decision?.preface?.(view) ?? []);
}

export const plain = (messages: readonly Message[]): string => messages.map(toPlainText).join('\n\n');
