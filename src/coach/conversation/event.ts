import type { Answers } from './flow.js';
import type { Decision } from './state.js';

/** What happened with an opportunity: the facts from which drafts, reminders and the journal follow. */
export type CoachEvent =
  | { readonly type: 'decided'; readonly decision: Decision }
  /** The reply flow knows enough: compose the draft. */
  | { readonly type: 'compose'; readonly answers: Answers }
  | { readonly type: 'decide-by'; readonly date: string }
  | { readonly type: 'reconnect-in'; readonly months: number };
