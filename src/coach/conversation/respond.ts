import { encodeAction } from './action.js';
import { ask } from './ask.js';
import type { Step } from './flow.js';
import { type Active, active, answer, open, viewOf } from './frames.js';
import { happen } from './happen.js';
import { problemOf, type Reading, read, readEntered } from './read.js';
import { showValue } from './show.js';
import type { Cell, Value } from './state.js';
import { say, type Talk, text, toControl, when } from './talk.js';

/** How many ended flows are kept for an edited message: a decision, its reply, and what follows the sending. */
const MOST_ENDED = 5;

/** Asks the open question of the active flow, or ends the flow when none is open. */
export function goOn(talk: Talk, lead = ''): void {
  const now = active(talk);
  if (!now) return;
  if (now.step) ask(talk, now, now.step, lead);
  else conclude(talk, now, lead);
}

function conclude(talk: Talk, now: Active, lead: string): void {
  const { frame, flow, opportunity } = now;
  const conclusion = flow.conclude(viewOf(talk, now));
  talk.state.frames = talk.state.frames.filter((other) => other !== frame);
  talk.state.ended = [...talk.state.ended, { ...frame, undo: [] }].slice(-MOST_ENDED);
  if (conclusion.show) talk.messages.push(...conclusion.show);
  if (conclusion.say) say(talk, `${flow.id}.end.${conclusion.say}`, { code: opportunity.code });
  for (const event of conclusion.events) happen(talk, opportunity, event);
  if (conclusion.next) {
    open(talk, conclusion.next.flow, opportunity.id, conclusion.next.preset);
    goOn(talk, lead);
  } else resume(talk);
}

/** Back from a digression: one line, then the question that was open, if there is one. */
export function resume(talk: Talk): void {
  const now = active(talk);
  if (!now) return;
  talk.state.paused = false;
  now.frame.introduced = null;
  goOn(talk, text(talk, 'conversation.resume', { title: text(talk, `${now.flow.id}.title`) }));
}

/** The person typed an answer to the open question. */
export function answerTyped(talk: Talk, now: Active, step: Step, typed: string): void {
  settle(talk, now, step, read(talk, now, step, typed), typed, 'typed');
}

/** Takes a reading: writes it down, offers the readings, or says what could not be read. */
export function settle(
  talk: Talk,
  now: Active,
  step: Step,
  reading: Reading,
  raw: string | null,
  source: Cell['source'],
): void {
  switch (reading.type) {
    case 'value':
      return write(talk, now, step, reading.value, raw, source);
    case 'several':
      return offerReadings(talk, now, step, reading.values);
    case 'unread':
      return unread(talk, now, step, reading);
  }
}

function write(
  talk: Talk,
  now: Active,
  step: Step,
  value: Value,
  raw: string | null,
  source: Cell['source'],
): void {
  const before = now.frame.cells[step.id];
  const again = now.step !== step || now.frame.again === step.id;
  answer(talk, now, { [step.id]: { value, raw, source } });
  goOn(talk, again && before ? changed(talk, now, step, before.value, value) : echo(talk, now, step, value));
}

/** Dates, pay and names are always read back (language.md §1, §2). */
function echo(talk: Talk, { flow }: Active, step: Step, value: Value): string {
  if (value === null || !['date', 'pay', 'company'].includes(step.kind)) return '';
  return text(talk, 'conversation.noted', { value: showValue(flow, step, value, talk.context.words) });
}

/** "Changed. Pay: €90,000 (before: €85,000)." */
export function changed(talk: Talk, now: Active, step: Step, before: Value, value: Value): string {
  const show = (one: Value): string => showValue(now.flow, step, one, talk.context.words);
  const label = text(talk, `${now.flow.id}.steps.${step.id}.label`);
  return text(talk, 'conversation.changed', { label, value: show(value), before: show(before) });
}

function offerReadings(talk: Talk, { flow, frame }: Active, step: Step, values: readonly string[]): void {
  talk.state.unread = talk.message;
  const same = frame.cells[step.id] !== undefined;
  const action = (value: string): string =>
    encodeAction({ do: same ? 'change' : 'answer', frame: frame.id, step: step.id, value });
  say(
    talk,
    'conversation.which',
    {},
    values.slice(0, 4).map((value) => ({
      label: showValue(flow, step, value, talk.context.words),
      action: action(value),
    })),
  );
}

/** First an example, then the buttons again, then a way out (conversation.md §2). */
function unread(talk: Talk, now: Active, step: Step, reading: Extract<Reading, { type: 'unread' }>): void {
  now.frame.misses += 1;
  talk.state.unread = talk.message;
  // What could not be corrected is the open question now, so that the next answer is not taken for another's.
  if (now.step !== step) now.frame.again = step.id;
  if (now.frame.misses >= 3) {
    say(talk, 'conversation.stuck', {}, [
      ...(step.optional ? [toControl(talk, 'skip')] : []),
      toControl(talk, 'why'),
      toControl(talk, 'menu'),
      toControl(talk, 'pause'),
    ]);
    return;
  }
  const sorry = problemOf(talk, step, reading);
  if (reading.problem !== 'far') return ask(talk, now, step, sorry);
  const action = { do: 'answer', frame: now.frame.id, step: step.id, value: reading.value } as const;
  say(talk, 'conversation.unread.far', { date: when(talk, reading.value) }, [
    { label: text(talk, 'conversation.buttons.yes'), action: encodeAction(action) },
  ]);
  ask(talk, now, step);
}

/** The person skips the open question. */
export function skip(talk: Talk, now: Active, step: Step): void {
  if (now.frame.again === step.id) return keep(talk, now);
  if (!step.optional) return ask(talk, now, step, text(talk, 'conversation.cannot-skip'));
  answer(talk, now, { [step.id]: { value: null, raw: null, source: 'typed' } });
  goOn(talk);
}

/** Leaves the answer that was asked again as it is. */
export function keep(talk: Talk, now: Active): void {
  now.frame.again = null;
  goOn(talk, text(talk, 'conversation.kept'));
}

/** "That's all I know": the rest of the group stays unanswered. */
export function enough(talk: Talk, now: Active, step: Step): void {
  if (!step.group || !step.optional) return skip(talk, now, step);
  const rest = now.steps.filter(
    (other) => other.group === step.group && other.optional && now.answers[other.id] === undefined,
  );
  answer(
    talk,
    now,
    Object.fromEntries(rest.map((other) => [other.id, { value: null, raw: null, source: 'typed' }])),
  );
  goOn(talk);
}

/** A form came in: what can be read is written down, what can't is asked one by one. */
export function answerForm(
  talk: Talk,
  now: Active,
  group: string,
  values: Readonly<Record<string, string>>,
): void {
  const cells: Record<string, Cell> = {};
  const unclear: string[] = [];
  for (const step of now.steps.filter((other) => other.group === group)) {
    const typed = (values[step.id] ?? '').trim();
    if (typed === '') {
      if (now.answers[step.id] === undefined && step.optional)
        cells[step.id] = { value: null, raw: null, source: 'form' };
      continue;
    }
    const reading = readEntered(talk, now, step, typed);
    if (reading.type === 'value') cells[step.id] = { value: reading.value, raw: typed, source: 'form' };
    else unclear.push(text(talk, `${now.flow.id}.steps.${step.id}.label`));
  }
  answer(talk, now, cells);
  goOn(
    talk,
    text(talk, unclear.length > 0 ? 'conversation.form-unclear' : 'conversation.form-noted', {
      unclear: unclear.join(', '),
    }),
  );
}
