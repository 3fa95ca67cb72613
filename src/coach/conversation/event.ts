import type { PlanItem } from '../remind/plan.js';
import type { Answers } from './flow.js';
import type { Decision } from './state.js';

/** What happened with an opportunity: the facts from which drafts, reminders and the journal follow. */
export type CoachEvent =
  | { readonly type: 'decided'; readonly decision: Decision }
  /** The reply flow knows enough: compose the draft. */
  | { readonly type: 'compose'; readonly answers: Answers }
  | { readonly type: 'decide-by'; readonly date: string }
  | { readonly type: 'reconnect-in'; readonly months: number }
  /** A no is behind the person: the 30-day plan is offered. */
  | { readonly type: 'offer-plan' }
  | { readonly type: 'ticked'; readonly item: PlanItem }
  /** Something to keep with the opportunity. */
  | { readonly type: 'noted'; readonly fact: string; readonly value: string }
  /** What the person sets out to do differently. */
  | { readonly type: 'reviewed'; readonly adjustments: readonly string[] }
  | {
      readonly type: 'confident';
      readonly reasons: readonly string[];
      readonly story: string | null;
      readonly action: string | null;
    };
