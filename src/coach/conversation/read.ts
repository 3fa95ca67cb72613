import { addMonths, at, dateOf } from '../remind/calendar.js';
import { readChoice } from '../understand/choice.js';
import { readCompany } from '../understand/company.js';
import { readDate } from '../understand/date.js';
import { readPay } from '../understand/pay.js';
import { readYesNo } from '../understand/yes-no.js';
import type { Words } from '../words.js';
import { optionsOf, type Step } from './flow.js';
import type { Active } from './frames.js';
import type { Value } from './state.js';
import { type Talk, text, today, when } from './talk.js';

/** What a typed answer was read as. */
export type Reading =
  | { readonly type: 'value'; readonly value: Value }
  /** Two or more readings are reasonable: the person picks. */
  | { readonly type: 'several'; readonly values: readonly string[] }
  /** `problem` is the id of the words that say what is wrong. */
  | {
      readonly type: 'unread';
      readonly problem: 'choice' | 'date' | 'pay' | 'text' | 'long';
    }
  /** A day that can't be meant, or hardly. */
  | { readonly type: 'unread'; readonly problem: 'past' | 'far'; readonly value: string };

/** The longest answer that is kept, in characters. */
export const LONGEST = { text: 300, 'long-text': 2_000 } as const;

/** What is wrong with what was typed, in words. */
export function problemOf(talk: Talk, step: Step, reading: Extract<Reading, { type: 'unread' }>): string {
  const date = 'value' in reading ? when(talk, reading.value) : '';
  const longest = step.kind === 'long-text' ? LONGEST['long-text'] : LONGEST.text;
  return text(talk, `conversation.unread.${reading.problem}`, { date, longest });
}

/** Reads what was typed (or what a picker collected) as an answer to the step. */
export function read(talk: Talk, now: Active, step: Step, typed: string): Reading {
  const told = readWithin(talk, now, step);
  return told !== null && readYesNo(typed) === 'yes' ? told : readAs(talk, now, step, typed);
}

/** The one answer that stands in what was told before, until the person says that it is another; null without one. */
export function readWithin(talk: Talk, now: Active, step: Step): Extract<Reading, { type: 'value' }> | null {
  const told = step.within?.(now.answers) ?? null;
  if (told === null || now.frame.misses > 0) return null;
  const reading = readAs(talk, now, step, told);
  return reading.type === 'value' ? reading : null;
}

function readAs(talk: Talk, now: Active, step: Step, typed: string): Reading {
  switch (step.kind) {
    case 'choice':
      return readOption(talk.context.words, now, step, typed);
    case 'date':
      return readDay(talk, step, typed);
    case 'pay': {
      const pay = readPay(typed, { locale: talk.context.locale });
      if (!pay) return { type: 'unread', problem: 'pay' };
      const { min, max, currency, period } = pay;
      return { type: 'value', value: { min, max, currency, period } };
    }
    case 'company':
      return readText(readCompany(typed)?.name ?? typed, LONGEST.text);
    case 'text':
      return readText(typed, LONGEST.text);
    case 'long-text':
      return readText(typed, LONGEST['long-text']);
  }
}

/** The same of a field in a form, which may give an option by its id, and a day that was picked and so is meant. */
export function readEntered(talk: Talk, now: Active, step: Step, entered: string): Reading {
  if (step.kind === 'choice' && optionsOf(step, now.answers).includes(entered))
    return { type: 'value', value: entered };
  const reading = read(talk, now, step, entered);
  return reading.type === 'unread' && reading.problem === 'far'
    ? { type: 'value', value: reading.value }
    : reading;
}

function readText(typed: string, longest: number): Reading {
  const value = typed.trim();
  if (!/[\p{L}\p{N}]/u.test(value)) return { type: 'unread', problem: 'text' };
  if (value.length > longest) return { type: 'unread', problem: 'long' };
  return { type: 'value', value };
}

function readOption(words: Words, { flow, answers }: Active, step: Step, typed: string): Reading {
  const ids = optionsOf(step, answers);
  const base = `coach.${flow.id}.steps.${step.id}`;
  const synonyms = words.group(`${base}.synonyms`);
  const read = readChoice(
    typed,
    ids.map((id) => ({
      id,
      label: words.text(`${base}.options.${id}`),
      synonyms: (synonyms[id] as readonly string[] | undefined) ?? [],
    })),
  );
  if (read.type === 'one') return { type: 'value', value: read.id };
  return read.type === 'several'
    ? { type: 'several', values: read.ids }
    : { type: 'unread', problem: 'choice' };
}

/** A date that must lie ahead and does not, or lies more than 18 months ahead, is asked about (language.md §1). */
function readDay(talk: Talk, step: Step, typed: string): Reading {
  const now = today(talk);
  const { value, candidates } = readDate(typed, {
    now: talk.context.now,
    zone: talk.state.profile.zone,
    locale: talk.context.locale,
  });
  if (candidates.length > 1) return { type: 'several', values: candidates };
  if (value === null) return { type: 'unread', problem: 'date' };
  if (step.ahead && isPast(value, now)) return { type: 'unread', problem: 'past', value };
  if (step.ahead && dateOf(value) > addMonths(at(now, '00:00'), 18))
    return { type: 'unread', problem: 'far', value };
  return { type: 'value', value };
}

function isPast(value: string, now: string): boolean {
  return value.length > 10 ? value < now : value < dateOf(now);
}
