import { readChoice } from '../understand/choice.js';
import { readCommand } from '../understand/command.js';
import { type Control, encodeAction } from './action.js';
import { ask, wordsOf } from './ask.js';
import type { Step } from './flow.js';
import { type Active, active, undo } from './frames.js';
import { menu } from './menu.js';
import { read } from './read.js';
import { goOn, settle, skip } from './respond.js';
import { say, type Talk, text } from './talk.js';

/** How many answers may be dropped without asking first. */
const CHEAP = 3;

/** Back, undo, skip, why, repeat, pause, cancel, menu: at every question, typed or clicked. */
export function control(talk: Talk, wanted: Control): void {
  talk.state.expecting = null;
  if (wanted === 'menu') return menu(talk);
  const now = active(talk);
  if (!now?.step) {
    say(talk, 'conversation.nothing-open');
    return menu(talk);
  }
  const { step } = now;
  if (talk.state.paused && wanted !== 'pause' && wanted !== 'cancel') talk.state.paused = false;
  switch (wanted) {
    case 'back':
      return back(talk, now, step);
    case 'undo':
      return takeBack(talk, now, step);
    case 'skip':
      return skip(talk, now, step);
    case 'why':
      say(talk, `${now.flow.id}.steps.${step.id}.why`, { company: '', code: now.opportunity.code });
      return ask(talk, now, step);
    case 'repeat':
      now.frame.introduced = null;
      return ask(talk, now, step);
    case 'pause':
      talk.state.paused = true;
      return say(talk, 'conversation.paused', {}, [
        {
          label: text(talk, 'conversation.buttons.resume'),
          action: encodeAction({ do: 'topic', topic: 'resume' }),
        },
      ]);
    case 'cancel':
      return cancel(talk, now);
  }
}

/** Asks the question before this one again, with its answer. */
function back(talk: Talk, now: Active, step: Step): void {
  const until = now.steps.indexOf(step);
  const before = now.steps
    .slice(0, until)
    .findLast(
      (other) => now.frame.cells[other.id]?.source !== 'known' && now.answers[other.id] !== undefined,
    );
  const previous =
    before ?? now.steps.slice(0, until).findLast((other) => now.answers[other.id] !== undefined);
  if (!previous) return ask(talk, now, step, text(talk, 'conversation.first'));
  now.frame.again = previous.id;
  goOn(talk);
}

function takeBack(talk: Talk, now: Active, step: Step): void {
  const steps = undo(talk, now);
  if (steps.length === 0) return ask(talk, now, step, text(talk, 'conversation.nothing-to-undo'));
  const labels = steps.map((one) => wordsOf(talk, now, one).label).join(', ');
  goOn(talk, text(talk, 'conversation.undone', { labels }));
}

function cancel(talk: Talk, now: Active): void {
  if (Object.keys(now.answers).length < CHEAP) return drop(talk);
  talk.state.expecting = { type: 'cancel' };
  say(talk, 'conversation.cancel', { title: text(talk, `${now.flow.id}.title`) }, [
    {
      label: text(talk, 'conversation.buttons.pause'),
      action: encodeAction({ do: 'control', control: 'pause' }),
    },
    {
      label: text(talk, 'conversation.buttons.stop'),
      action: encodeAction({ do: 'expected', value: 'stop' }),
      style: 'danger',
    },
    {
      label: text(talk, 'conversation.buttons.go-on'),
      action: encodeAction({ do: 'expected', value: 'go-on' }),
    },
  ]);
}

/** Ends the flow. What it learned about the opportunity stays. */
export function drop(talk: Talk): void {
  talk.state.expecting = null;
  talk.state.frames.pop();
  say(talk, 'conversation.cancelled');
  if (talk.state.frames.length > 0) goOn(talk, text(talk, 'conversation.resume-plain'));
  else menu(talk);
}

/** "Change the deadline to Friday", "actually 95k": finds the answer that is meant. */
export function correct(talk: Talk, rest: string, field: string | null, line: string): void {
  const now = active(talk);
  if (!now?.step) return menu(talk);
  const answered = now.steps.filter((step) => now.answers[step.id] !== undefined);
  const { step, value } = byLabel(talk, now, answered, line) ?? {
    step: field === null ? byReading(talk, now, answered, rest) : byName(talk, now, answered, field),
    value: rest,
  };
  if (!step) return which(talk, now, now.step, answered);
  if (value.trim() === '') {
    now.frame.again = step.id;
    return goOn(talk);
  }
  settle(talk, now, step, read(talk, now, step, value), value, 'typed');
}

/** What a line puts in the place of an answer: the new words of a correction, or the whole line when it is none. */
export function correctionIn(talk: Talk, now: Active, line: string): string {
  const command = readCommand(line);
  if (command.command !== 'correct') return line;
  return byLabel(talk, now, now.steps, line)?.value ?? command.rest;
}

/** "Change place and life to it fits": what stands before one of the words "to" is the label of an answer; the longest counts. */
function byLabel(
  talk: Talk,
  now: Active,
  answered: readonly Step[],
  line: string,
): { step: Step; value: string } | null {
  const words = /\b(?:change|set|make|correct) (?:the |my )?(.+)$/is.exec(line)?.[1]?.split(' ') ?? [];
  for (let at = words.lastIndexOf('to'); at > 0; at = words.lastIndexOf('to', at - 1)) {
    const step = byName(talk, now, answered, words.slice(0, at).join(' '));
    if (step) return { step, value: words.slice(at + 1).join(' ') };
  }
  return null;
}

function byName(talk: Talk, now: Active, answered: readonly Step[], field: string): Step | null {
  const named = readChoice(
    field,
    answered.map((step) => ({ id: step.id, label: wordsOf(talk, now, step).label, synonyms: [step.id] })),
  );
  return named.type === 'one' ? (answered.find((step) => step.id === named.id) as Step) : null;
}

/** The last answer whose kind the new words fit: a date for a date, pay for pay. */
function byReading(talk: Talk, now: Active, answered: readonly Step[], rest: string): Step | null {
  const fits = (step: Step): boolean => read(talk, now, step, rest).type !== 'unread';
  const strict = answered.filter(
    (step) => step.kind === 'date' || step.kind === 'pay' || step.kind === 'choice',
  );
  return strict.findLast(fits) ?? null;
}

function which(talk: Talk, now: Active, open: Step, answered: readonly Step[]): void {
  if (answered.length === 0) return ask(talk, now, open, text(talk, 'conversation.nothing-to-undo'));
  say(
    talk,
    'conversation.which-answer',
    {},
    answered.slice(-8).map((step) => ({
      label: wordsOf(talk, now, step).label,
      action: encodeAction({ do: 'change', frame: now.frame.id, step: step.id }),
    })),
  );
}
