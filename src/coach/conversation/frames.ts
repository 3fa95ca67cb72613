import { flowById } from '../flows/registry.js';
import type { Step } from './flow.js';
import { type Answers, cursor, type Flow, relevant, type View } from './flow.js';
import { promiseReplyBy } from './promises.js';
import type { Cell, Frame, Opportunity, Profile, Value } from './state.js';
import { keptOpportunity, nextId, opportunityOf, type Talk, today } from './talk.js';

/** The active flow, with all that follows from the answers so far. */
export interface Active {
  readonly frame: Frame;
  readonly flow: Flow;
  readonly opportunity: Opportunity;
  readonly steps: readonly Step[];
  readonly answers: Answers;
  /** The question that is open; null when all are answered. */
  readonly step: Step | null;
}

/** How deep one flow may open inside another before the oldest is the one to finish. */
const MOST_FRAMES = 3;

export function active(talk: Talk): Active | null {
  const frame = talk.state.frames.at(-1);
  return frame ? look(talk, frame) : null;
}

/** Takes stored answers to the flow's present version first. */
export function look(talk: Talk, frame: Frame): Active {
  const flow = flowById(frame.flow);
  for (const [version, migrate] of Object.entries(flow.migrations ?? {}))
    if (Number(version) >= frame.version) frame.cells = migrate(frame.cells) as Frame['cells'];
  frame.version = Math.max(frame.version, flow.version);
  const opportunity = keptOpportunity(talk, frame.about);
  const { steps, answers } = relevant(flow, frame.cells);
  const again = steps.find((step) => step.id === frame.again) ?? null;
  return { frame, flow, opportunity, steps, answers, step: again ?? cursor(steps, answers) };
}

/** Brings what is under way about an opportunity to the front. False when nothing is. */
export function bringForward({ state }: Talk, about: string): boolean {
  const its = state.frames.filter((frame) => frame.about === about);
  if (its.length === 0) return false;
  state.frames = [...state.frames.filter((frame) => frame.about !== about), ...its];
  state.paused = false;
  return true;
}

export function viewOf(talk: Talk, { frame, flow, answers, opportunity }: Active): View {
  return {
    flow,
    frame: frame.id,
    answers,
    opportunity,
    profile: talk.state.profile,
    words: talk.context.words,
    today: today(talk),
  };
}

/** Opens a flow about an opportunity, or about a new one; what is known is not asked again. */
export function open(
  talk: Talk,
  flowId: string,
  about: string | null,
  preset: Readonly<Record<string, Value>>,
  /** The message that the preset was read in. */
  message: string | null = null,
): Frame {
  const flow = flowById(flowId);
  const opportunity = (about === null ? null : opportunityOf(talk, about)) ?? newOpportunity(talk, flowId);
  const frame: Frame = {
    id: nextId(talk, 'f'),
    flow: flow.id,
    version: flow.version,
    about: opportunity.id,
    cells: {},
    again: null,
    undo: [],
    misses: 0,
    shown: 0,
    introduced: null,
  };
  for (const step of flow.steps) {
    const given = preset[step.id];
    const value = given ?? knownFact(step, opportunity, talk.state.profile) ?? null;
    // What was passed over is not asked a second time; a list, as in the ledger, may still grow.
    const wasPassedOver =
      opportunity.facts[step.fact ?? ''] === null &&
      (step.group !== undefined || step.kind !== 'long-text') &&
      !(step.anew && opportunity.flow !== flow.id);
    if (value !== null || given === null || wasPassedOver)
      frame.cells[step.id] = {
        value,
        raw: null,
        source: 'known',
        ...(given !== undefined && message !== null && { message }),
      };
  }
  talk.state.frames = [...talk.state.frames, frame].slice(-MOST_FRAMES);
  talk.state.paused = false;
  for (const step of flow.steps) {
    const given = preset[step.id];
    if (given !== undefined && step.fact) keepFact(talk, opportunity, step.fact, given);
  }
  return frame;
}

function newOpportunity(talk: Talk, flow: string): Opportunity {
  const opportunity: Opportunity = {
    id: nextId(talk, 'o'),
    code: freeCodeName(talk),
    flow,
    facts: {},
    decision: null,
    decidedAt: null,
    drafts: [],
    outcome: null,
    closed: [],
  };
  talk.state.opportunities.push(opportunity);
  return opportunity;
}

/** The next that nothing has, since opportunities may have been deleted. */
function freeCodeName({ state }: Talk): string {
  const taken = new Set(state.opportunities.map(({ code }) => code));
  let count = state.opportunities.length;
  while (taken.has(codeName(count))) count += 1;
  return codeName(count);
}

/** A to Z, then A2 to Z2 and so on. */
function codeName(count: number): string {
  const letter = String.fromCharCode(65 + (count % 26));
  const round = Math.floor(count / 26);
  return round === 0 ? letter : `${letter}${round + 1}`;
}

function knownFact(step: Step, opportunity: Opportunity, profile: Profile): Value | undefined {
  switch (step.fact) {
    case undefined:
      return undefined;
    case 'me.me':
      return profile.me;
    case 'me.register':
      return profile.register;
    case 'me.limits':
      return profile.limits;
    default:
      return opportunity.facts[step.fact];
  }
}

/** Writes an answer; what it replaced can be taken back. */
export function answer(
  talk: Talk,
  { frame, opportunity, flow }: Active,
  cells: Readonly<Record<string, Cell>>,
): void {
  const at = talk.message === null ? {} : { message: talk.message };
  frame.undo.push(Object.fromEntries(Object.keys(cells).map((id) => [id, frame.cells[id] ?? null])));
  frame.undo = frame.undo.slice(-50);
  for (const [id, cell] of Object.entries(cells)) frame.cells[id] = { ...cell, ...at };
  frame.again = null;
  frame.misses = 0;
  for (const step of flow.steps) {
    const cell = cells[step.id];
    if (cell && step.fact) keepFact(talk, opportunity, step.fact, cell.value);
  }
}

/** Takes the last answer back. Returns the steps that it answered; empty when there is none. */
export function undo(talk: Talk, { frame, opportunity, flow }: Active): Step[] {
  const before = frame.undo.pop() ?? {};
  for (const [id, cell] of Object.entries(before)) {
    if (cell) frame.cells[id] = cell;
    else delete frame.cells[id];
  }
  const steps = flow.steps.filter((step) => Object.hasOwn(before, step.id));
  frame.again = steps.find((step) => frame.cells[step.id])?.id ?? null;
  for (const step of steps) {
    if (!step.fact) continue;
    keepFact(talk, opportunity, step.fact, before[step.id]?.value ?? null);
    // Taken back is not passed over: it may be asked again.
    if (!before[step.id]) delete opportunity.facts[step.fact];
  }
  return steps;
}

function keepFact(talk: Talk, opportunity: Opportunity, fact: string, value: Value): void {
  const { profile } = talk.state;
  const text = typeof value === 'string' ? value : null;
  switch (fact) {
    case 'me.me':
      profile.me = text;
      return;
    case 'me.register':
      profile.register = text as Profile['register'];
      return;
    case 'me.limits':
      profile.limits = text;
      return;
    case 'deadline':
      if (opportunity.facts['deadline'] !== value) promiseReplyBy(talk, opportunity, text);
  }
  opportunity.facts[fact] = value;
}
