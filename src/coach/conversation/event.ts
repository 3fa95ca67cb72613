import type { Range } from '../picture.js';
import type { PlanItem } from '../remind/plan.js';
import type { Answers } from './flow.js';
import type { Decision } from './state.js';

/** What happened with an opportunity: the facts from which drafts, reminders and the journal follow. */
export type CoachEvent =
  | { readonly type: 'decided'; readonly decision: Decision }
  /** The reply flow knows enough: compose the draft. */
  | { readonly type: 'compose'; readonly answers: Answers }
  | { readonly type: 'decide-by'; readonly date: string }
  /** It ended without a message of the person's: what was planned for it goes. */
  | { readonly type: 'settled'; readonly outcome: 'accepted' | 'rescinded' }
  /** The employer has answered. */
  | { readonly type: 'heard' }
  /** The employer named another day. */
  | { readonly type: 'deadline-moved'; readonly date: string }
  /** New terms: what was decided is open again, and what may have changed is asked anew. */
  | { readonly type: 'reopened' }
  /** The last message goes out once more (K88). */
  | { readonly type: 'repeat' }
  | { readonly type: 'reconnect-in'; readonly months: number }
  /** A no is behind the person: the 30-day plan is offered. */
  | { readonly type: 'offer-plan' }
  | { readonly type: 'ticked'; readonly item: PlanItem }
  /** Something to keep with the opportunity, in place of what was noted before or besides it. */
  | { readonly type: 'noted'; readonly fact: string; readonly value: string; readonly besides?: true }
  /** Several were put side by side. */
  | { readonly type: 'compared'; readonly rows: readonly Range[] }
  /** What the person sets out to do differently. */
  | { readonly type: 'reviewed'; readonly adjustments: readonly string[] }
  | {
      readonly type: 'confident';
      readonly reasons: readonly string[];
      readonly story: string | null;
      readonly action: string | null;
    };
