import { flows } from '../flows/registry.js';
import type { Input } from '../input.js';
import { type Action, decodeAction, encodeAction } from './action.js';
import { onDraft } from './draft-deeds.js';
import { showCaution } from './evidence.js';
import { optionsOf, type Step } from './flow.js';
import { type Active, active, bringForward } from './frames.js';
import { start, topic } from './menu.js';
import { askToDelete } from './privacy.js';
import { expected } from './prompt.js';
import { type Reading, read } from './read.js';
import { onReminder } from './reminders.js';
import { askToRemoveAll, removeOne } from './removal.js';
import { control } from './repair.js';
import { answerForm, goOn, resume, settle } from './respond.js';
import { showEntry, showLog } from './review.js';
import { onSetting } from './settings.js';
import { onSettings } from './settings-form.js';
import { showValue } from './show.js';
import { say, type Talk, text } from './talk.js';
import { onPlan } from './thirty-days.js';

type Click = Extract<Input, { type: 'click' }>;
type AnswerAction = Extract<Action, { do: 'answer' | 'change' }>;

/** A button was pressed: one of now, one of long ago, or nothing the coach ever sent. */
export function click(talk: Talk, { action: encoded, value, values }: Click): void {
  const action = decodeAction(encoded);
  if (!action) return stale(talk);
  if (action.do !== 'expected') talk.state.expecting = null;
  switch (action.do) {
    case 'answer':
      return onAnswer(talk, action, value);
    case 'change':
      return onChange(talk, action, value);
    case 'form':
      return onForm(talk, action.frame, action.group, values);
    case 'control':
      return control(talk, action.control);
    case 'topic':
      return topic(talk, action.topic);
    case 'start':
      return flows[action.flow] ? start(talk, action.flow, action.about ?? null) : stale(talk);
    case 'continue':
      return bringForward(talk, action.about) ? resume(talk) : stale(talk);
    case 'expected':
      return expected(talk, action.value);
    case 'setting':
      return onSetting(talk, action.name, action.value);
    case 'settings':
      return values === undefined ? topic(talk, 'settings') : onSettings(talk, values);
    case 'draft':
      return onDraft(talk, action.draft, action.deed, value ?? values?.['text']);
    case 'reminder':
      return onReminder(talk, action.reminder, action.deed);
    case 'plan':
      return onPlan(talk, action);
    case 'log':
      showLog(talk, action.from);
      return goOn(talk);
    case 'entry':
      showEntry(talk, action.about);
      return goOn(talk);
    case 'remove':
      return action.what === 'all' ? askToRemoveAll(talk) : removeOne(talk, talk.context.on);
    case 'delete':
      return askToDelete(talk, action.about);
    case 'caution':
      showCaution(talk, action.country);
      return goOn(talk);
  }
}

/** The active flow, when the button belongs to it and its question is asked there. */
function current(talk: Talk, action: AnswerAction): Active | null {
  const now = active(talk);
  return now?.frame.id === action.frame && now.steps.some((step) => step.id === action.step) ? now : null;
}

function onAnswer(talk: Talk, action: AnswerAction, collected: string | undefined): void {
  const now = current(talk, action);
  const step = now?.steps.find((one) => one.id === action.step);
  if (!now || !step) return stale(talk);
  talk.state.paused = false;
  const given = action.value ?? collected;
  if (now.step !== step) return earlier(talk, now, action, given);
  if (given === undefined) return goOn(talk);
  settle(talk, now, step, readGiven(talk, now, step, action, given), null, 'click');
}

/** An option or a date comes as its id; what a text box collected is read like what was typed. */
function readGiven(talk: Talk, now: Active, step: Step, action: AnswerAction, given: string): Reading {
  if (step.kind === 'choice' && optionsOf(step, now.answers).includes(given))
    return { type: 'value', value: given };
  // A date that was confirmed by a click stands, also when it lies far ahead.
  if (step.kind === 'date' && action.value !== undefined && /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(given))
    return { type: 'value', value: given };
  return read(talk, now, step, given);
}

/** A button of a question that was answered meanwhile: the same answer is noted already, another needs a yes. */
function earlier(talk: Talk, now: Active, action: AnswerAction, given: string | undefined): void {
  const step = now.steps.find((one) => one.id === action.step);
  const before = step && now.answers[step.id];
  if (!step || before === undefined || given === undefined) return stale(talk);
  const show = (value: string): string => showValue(now.flow, step, value, talk.context.words);
  if (before === given) return goOn(talk, text(talk, 'conversation.noted-already', { value: show(given) }));
  const reading = readGiven(talk, now, step, action, given);
  if (reading.type !== 'value' || typeof reading.value !== 'string' || reading.value.length > 40)
    return stale(talk);
  const change: Action = { do: 'change', frame: now.frame.id, step: step.id, value: reading.value };
  say(talk, 'conversation.earlier', { label: text(talk, `${now.flow.id}.steps.${step.id}.label`) }, [
    {
      label: text(talk, 'conversation.buttons.change-to', { value: show(reading.value) }),
      action: encodeAction(change),
    },
    {
      label: text(talk, 'conversation.buttons.go-on'),
      action: encodeAction({ do: 'topic', topic: 'resume' }),
    },
  ]);
}

function onChange(talk: Talk, action: AnswerAction, collected: string | undefined): void {
  const now = current(talk, action);
  const step = now?.steps.find((one) => one.id === action.step);
  if (!now || !step) return stale(talk);
  talk.state.paused = false;
  const given = action.value ?? collected;
  if (given === undefined) {
    now.frame.again = step.id;
    return goOn(talk);
  }
  settle(talk, now, step, readGiven(talk, now, step, action, given), null, 'click');
}

/** Without values the form could not be shown: its questions are asked again, with its button. */
function onForm(
  talk: Talk,
  frame: string,
  group: string,
  values: Readonly<Record<string, string>> | undefined,
): void {
  const now = active(talk);
  if (now?.frame.id !== frame) return stale(talk);
  talk.state.paused = false;
  if (values === undefined) return goOn(talk);
  answerForm(talk, now, group, values);
}

/** The question is closed. What is open now is asked again. */
function stale(talk: Talk): void {
  say(talk, 'conversation.stale');
  goOn(talk);
}
