import type { Form } from '../message.js';
import { decodeAction } from './action.js';
import { groupForm } from './ask.js';
import { draftForm } from './drafts.js';
import { type Active, active } from './frames.js';
import { problemOf, readEntered } from './read.js';
import { settingProblems, settingsForm } from './settings-form.js';
import { begin, type Context, type Talk, text } from './talk.js';

/** What was entered, by the id of the field. */
export type Entered = Readonly<Record<string, string>>;

/**
 * The form behind a button as things stand now, with what is known filled in; null when it opens none, or none any
 * more: then it is a click like any other. `stored` is null for a new person.
 */
export function formBehind(stored: unknown, encoded: string, context: Context): Form | null {
  const action = decodeAction(encoded);
  if (stored === null || !action) return null;
  const talk = begin(stored, context);
  switch (action.do) {
    case 'form': {
      const now = activeIn(talk, action.frame);
      return now && groupForm(talk, now, action.group);
    }
    case 'draft':
      return action.deed === 'edit' ? draftForm(talk, action.draft) : null;
    case 'settings':
      return settingsForm(talk);
    default:
      return null;
  }
}

export interface Problems {
  /** What the form asks is no longer asked. */
  readonly closed: boolean;
  /** What can't be taken of what was entered, by field, each said with its remedy. Empty: it can all be taken. */
  readonly problems: Entered;
}

/** Tries what was entered without taking it. */
export function problemsIn(stored: unknown, encoded: string, entered: Entered, context: Context): Problems {
  const form = formBehind(stored, encoded, context);
  const action = decodeAction(encoded);
  if (stored === null || !form || !action)
    return { closed: true, problems: onEach(entered, context.words.text('coach.forms.closed')) };
  const talk = begin(stored, context);
  const missing = form.fields.filter(({ id, required }) => required && (entered[id] ?? '').trim() === '');
  const problems = {
    ...ofAction(talk, action, entered),
    ...Object.fromEntries(missing.map(({ id }) => [id, text(talk, 'forms.required')])),
  };
  return { closed: false, problems };
}

type Decoded = NonNullable<ReturnType<typeof decodeAction>>;

function ofAction(talk: Talk, action: Decoded, entered: Entered): Entered {
  if (action.do === 'settings') return settingProblems(talk, entered);
  const now = action.do === 'form' ? activeIn(talk, action.frame) : null;
  return now ? unreadIn(talk, now, entered) : {};
}

function unreadIn(talk: Talk, now: Active, entered: Entered): Entered {
  const problems = now.steps.flatMap((step) => {
    const typed = (entered[step.id] ?? '').trim();
    const reading = typed === '' ? null : readEntered(talk, now, step, typed);
    if (reading === null || reading.type === 'value') return [];
    const problem = reading.type === 'several' ? text(talk, 'forms.several') : problemOf(talk, step, reading);
    return [[step.id, problem] as const];
  });
  return Object.fromEntries(problems);
}

/** The flow under way, when the form belongs to it. */
function activeIn(talk: Talk, frame: string): Active | null {
  const now = active(talk);
  return now?.frame.id === frame ? now : null;
}

const onEach = (entered: Entered, problem: string): Entered =>
  Object.fromEntries(Object.keys(entered).map((id) => [id, problem]));
