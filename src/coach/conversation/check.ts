import { readChoice } from '../understand/choice.js';
import type { Words } from '../words.js';
import { type Answers, cursor, type Flow, optionsOf, relevant, type Step } from './flow.js';
import { newState, type Value } from './state.js';

/** The most questions that one way through a flow may ask; a group counts once. */
const LONGEST_PATH = 12;
/** What a question and a button may hold, in characters (conversation.md §4). */
const LONGEST_ASK = 300;
const LONGEST_LABEL = 75;

/**
 * Walks every way through a flow and reads all of its words. Returns what is wrong, in sentences; nothing when every
 * step is reachable, every way ends, and every word is there and understood.
 */
export function checkFlow(flow: Flow, words: Words): string[] {
  const ways = walk(flow);
  const reached = new Set(ways.flatMap(({ steps }) => steps));
  const tooLong = ways.find(({ steps }) => stations(steps) > LONGEST_PATH);
  return [
    ...checkSteps(flow),
    ...flow.steps.filter((step) => !reached.has(step)).map((step) => `${flow.id}.${step.id} is never asked.`),
    ...(tooLong
      ? [`${flow.id} asks ${stations(tooLong.steps)} questions on one way, more than ${LONGEST_PATH}.`]
      : []),
    ...ways.flatMap((way) => checkEnd(flow, way.answers, words)),
    ...flow.steps.flatMap((step) => checkWords(flow, step, words)),
    ...checkGroups(flow, words),
  ];
}

interface Way {
  readonly steps: readonly Step[];
  readonly answers: Answers;
}

/** Every way that the answers can lead: choices that decide something take each of their values, others the first. */
function walk(flow: Flow): Way[] {
  const deciding = new Set([...flow.steps.flatMap((step) => step.reads ?? []), flow.steps.at(-1)?.id]);
  const ways: Way[] = [];
  const visit = (cells: Readonly<Record<string, { readonly value: Value }>>): void => {
    const { steps, answers } = relevant(flow, cells);
    const step = cursor(steps, answers);
    if (!step) ways.push({ steps, answers });
    else
      for (const value of valuesOf(step, answers, deciding.has(step.id)))
        visit({ ...cells, [step.id]: { value } });
  };
  visit({});
  return ways;
}

function valuesOf(step: Step, answers: Answers, all: boolean): Value[] {
  const options =
    step.kind === 'choice' ? [...optionsOf(step, answers)] : [step.kind === 'date' ? '2030-01-01' : 'x'];
  return [...(all ? options : options.slice(0, 1)), ...(step.optional && all ? [null] : [])];
}

function stations(steps: readonly Step[]): number {
  return new Set(steps.map((step) => step.group ?? step.id)).size;
}

/** Ids are unique, and nothing is read that is not asked before. */
function checkSteps(flow: Flow): string[] {
  const problems: string[] = [];
  const before = new Set<string>();
  for (const step of flow.steps) {
    if (before.has(step.id)) problems.push(`${flow.id} has two steps "${step.id}".`);
    for (const read of step.reads ?? []) {
      if (!before.has(read))
        problems.push(`${flow.id}.${step.id} reads "${read}", which is not asked before it.`);
    }
    if (step.when && !step.reads)
      problems.push(`${flow.id}.${step.id} has a condition and does not say what it reads.`);
    before.add(step.id);
  }
  return problems;
}

function checkEnd(flow: Flow, answers: Answers, words: Words): string[] {
  const opportunity = {
    id: 'o1',
    code: 'A',
    flow: flow.id,
    facts: {},
    decision: null,
    decidedAt: null,
    drafts: [],
    outcome: null,
    closed: [],
  };
  const { profile } = newState('UTC');
  const { say, next } = flow.conclude({
    flow,
    frame: 'f1',
    answers,
    opportunity,
    profile,
    words,
    today: '2030-01-01T00:00',
  });
  return [
    ...(say !== undefined && !words.has(`coach.${flow.id}.end.${say}`)
      ? [`The words coach.${flow.id}.end.${say} are missing.`]
      : []),
    ...(next !== undefined && !words.has(`coach.${next.flow}.title`)
      ? [`${flow.id} leads to "${next.flow}", which is no flow.`]
      : []),
  ];
}

function checkWords(flow: Flow, step: Step, words: Words): string[] {
  const base = `coach.${flow.id}.steps.${step.id}`;
  const missing = ['ask', 'why', 'label'].filter((part) => !words.has(`${base}.${part}`));
  if (missing.length > 0) return missing.map((part) => `The words ${base}.${part} are missing.`);
  const ask = words.text(`${base}.ask`, { company: 'Acme', code: 'A' });
  return [
    ...(ask.length > LONGEST_ASK
      ? [`${base}.ask has ${ask.length} characters, more than ${LONGEST_ASK}.`]
      : []),
    ...(step.kind === 'choice' ? checkOptions(flow, step, words) : []),
  ];
}

/** Each label and each synonym is understood as the option that it belongs to, and as no other. */
function checkOptions(flow: Flow, step: Step, words: Words): string[] {
  const base = `coach.${flow.id}.steps.${step.id}`;
  const sets = new Set(walk(flow).map(({ answers }) => optionsOf(step, answers).join(' ')));
  const problems: string[] = [];
  for (const set of [...sets].filter(Boolean).map((ids) => ids.split(' '))) {
    const needed = [...set.map((id) => `${base}.options.${id}`), `${base}.synonyms`];
    const missing = needed.filter((key) => !words.has(key));
    if (missing.length > 0) return missing.map((key) => `The words ${key} are missing.`);
    const synonyms = words.group(`${base}.synonyms`);
    const options = set.map((id) => ({
      id,
      label: words.text(`${base}.options.${id}`),
      synonyms: (synonyms[id] as readonly string[] | undefined) ?? [],
    }));
    for (const { id, label, synonyms } of options) {
      if (label.length > LONGEST_LABEL)
        problems.push(`${base}.options.${id} is longer than ${LONGEST_LABEL} characters.`);
      for (const said of [label, label.toLowerCase(), ...synonyms]) {
        const read = readChoice(said, options);
        if (read.type !== 'one' || read.id !== id)
          problems.push(`"${said}" is not understood as ${base}.options.${id}.`);
      }
    }
  }
  return problems;
}

function checkGroups(flow: Flow, words: Words): string[] {
  const groups = new Set(flow.steps.flatMap((step) => step.group ?? []));
  return [...groups]
    .map((group) => `coach.${flow.id}.forms.${group}`)
    .concat(`coach.${flow.id}.title`)
    .filter((key) => !words.has(key))
    .map((key) => `The words ${key} are missing.`);
}
