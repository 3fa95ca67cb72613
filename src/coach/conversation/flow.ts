import type { Message } from '../message.js';
import type { Words } from '../words.js';
import type { CoachEvent } from './event.js';
import type { Cell, Opportunity, Profile, Value } from './state.js';

/** How an answer is read. A company is a name that is always echoed. */
export type StepKind = 'text' | 'long-text' | 'company' | 'date' | 'pay' | 'choice';

/** Relevant answers by step id; null: skipped. */
export type Answers = Readonly<Record<string, Value | undefined>>;

/** One question. Its words are `coach.<flow>.steps.<id>`: ask, why, label, and for choices options and synonyms. */
export interface Step {
  /** Stable, and never used again for another question. */
  readonly id: string;
  readonly kind: StepKind;
  /** The earlier steps that `when` and `options` read. */
  readonly reads?: readonly string[];
  /** Whether the question is asked at all; always, when absent. */
  readonly when?: (answers: Answers) => boolean;
  /** A later step: what was known of it from the start makes this one needless. */
  readonly unless?: string;
  /** What stands as the answer until the person says otherwise; asked only when it is changed, or when undefined. */
  readonly assumed?: (answers: Answers) => string | undefined;
  /** For choices: their ids, in the order shown. For a line of text: what can be clicked instead of typing. */
  readonly options?: readonly string[] | ((answers: Answers) => readonly string[]);
  readonly optional?: boolean;
  /** Questions of one group count once in the progress and may be shown as a form. */
  readonly group?: string;
  /** The fact of the opportunity (or `me.…` of the person) that the answer is; what is known is not asked again. */
  readonly fact?: string;
  /** Passed over at an earlier stage, it may be known at this one, and is asked again. */
  readonly anew?: boolean;
  /** A date that must lie ahead. */
  readonly ahead?: boolean;
  /** What was told before and may hold the answer: what is read there is shown, to be confirmed by a yes. */
  readonly within?: (answers: Answers) => string | null;
  /** Shown before the question: a summary, a recommendation. */
  readonly preface?: (view: View) => readonly Message[];
}

/** What a flow may look at. */
export interface View {
  readonly flow: Flow;
  readonly frame: string;
  readonly answers: Answers;
  readonly opportunity: Opportunity;
  readonly profile: Profile;
  readonly words: Words;
  /** The person's wall-clock time. */
  readonly today: string;
}

/** How a flow ends: what happened, what is said, and where it leads. */
export interface Conclusion {
  readonly events: readonly CoachEvent[];
  /** Words under `coach.<flow>.end`, said last. */
  readonly say?: string;
  readonly show?: readonly Message[];
  /** The flow that follows, about the same opportunity, with the answers that are known; null: it was skipped. */
  readonly next?: { readonly flow: string; readonly preset: Readonly<Record<string, Value>> };
}

/** A decision is offered that its flow can't end with. */
export const noEnding = (flow: string, decision: string): Error =>
  new Error(`The ${flow} flow has no ending for the decision "${decision}": add one to flows/${flow}.ts.`);

/** A conversation with a goal. */
export interface Flow {
  readonly id: string;
  /** Grows when stored answers need to be changed; `migrations[n]` takes answers of version n to n + 1. */
  readonly version: number;
  readonly steps: readonly Step[];
  readonly conclude: (view: View) => Conclusion;
  readonly migrations?: Readonly<Record<number, (cells: Record<string, unknown>) => Record<string, unknown>>>;
}

/** The steps that are asked given the answers so far, and those answers; an answer to a step that is no longer asked is ignored. */
export function relevant(
  flow: Flow,
  cells: Readonly<Record<string, { readonly value: Value; readonly source?: Cell['source'] } | undefined>>,
): { steps: Step[]; answers: Answers } {
  const steps: Step[] = [];
  const answers: Record<string, Value> = {};
  for (const step of flow.steps) {
    if (step.when && !step.when(answers)) continue;
    if (step.unless !== undefined && cells[step.unless]?.source === 'known') continue;
    steps.push(step);
    const cell = cells[step.id];
    const value = cell ? cell.value : step.assumed?.(answers);
    if (value !== undefined) answers[step.id] = value;
  }
  return { steps, answers };
}

/** The first relevant step without an answer, or null at the end. */
export function cursor(steps: readonly Step[], answers: Answers): Step | null {
  return steps.find((step) => answers[step.id] === undefined) ?? null;
}

export function optionsOf(step: Step, answers: Answers): readonly string[] {
  return typeof step.options === 'function' ? step.options(answers) : (step.options ?? []);
}

/** Position and length of the way as it looks now; a group counts once. */
export function progress(steps: readonly Step[], at: Step): { done: number; of: number } {
  const stations = (until: readonly Step[]): number =>
    new Set(until.map((step) => step.group ?? step.id)).size;
  return { done: stations(steps.slice(0, steps.indexOf(at) + 1)), of: stations(steps) };
}

/** The choices among the answers, for the rules in `assess`. */
export function chosen(answers: Answers): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(answers).filter(([, value]) => typeof value === 'string'),
  ) as Readonly<Record<string, string | undefined>>;
}
