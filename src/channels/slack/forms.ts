import { formBehind, problemsIn } from '../../coach/conversation/forms.js';
import type { Form } from '../../coach/message.js';
import type { Words } from '../../coach/words.js';
import type { Log } from '../../log.js';
import type { Look, PersonKey } from '../../service/ports.js';
import type { Call } from './calls.js';
import { outcomeOf } from './errors.js';
import { errorsIn, fitsView, formView, noteView } from './form-view.js';
import type { Opening, Turn } from './meant.js';

/** A form that is found within this time is opened at once; until a later one comes, there is a word to wait. */
const SOON_MS = 700;

/** What Slack is answered when a form can't be taken as it is: it stays open, with all that was typed. */
export interface Rejection {
  readonly response_action: 'errors';
  readonly errors: Readonly<Record<string, string>>;
}

export interface Forms {
  /**
   * Opens what the click asks for, and gives the id of its view. Null when there is no such form, or Slack opens none,
   * as when the click is too long ago: then it is a click like any other. `taken` is called when Slack is to be
   * answered before that is known.
   */
  open(who: PersonKey, opening: Opening, taken: () => Promise<void>): Promise<string | null>;
  /** What is wrong with a form that was handed in; `closed` when its questions are no longer open. */
  check(who: PersonKey, handedIn: NonNullable<Turn['handedIn']>): Promise<Checked>;
}

export interface Checked {
  readonly closed: boolean;
  readonly rejection: Rejection | null;
}

export function createForms(parts: {
  readonly call: Call;
  readonly look: Look;
  readonly words: Words;
  readonly log: Log;
  readonly soonMs?: number;
}): Forms {
  const { call, look, words, log, soonMs = SOON_MS } = parts;

  return {
    async open(who, opening, taken) {
      const found = look(who, (state, context) => formBehind(state, opening.action, context)).then((form) =>
        form && fitsView(form) ? form : null,
      );
      const soon = await firstOf(found, soonMs);
      if (soon === 'late') return openLate(who, opening, found, taken);
      return soon === null ? null : shown(who, opening, soon);
    },

    async check(who, { action, values }) {
      const { closed, problems } = await look(who, (state, context) =>
        problemsIn(state, action, values, context),
      );
      const isFine = Object.keys(problems).length === 0;
      return { closed, rejection: isFine ? null : { response_action: 'errors', errors: errorsIn(problems) } };
    },
  };

  /** The trigger lasts 3 seconds: a word to wait opens with it, and the form takes its place. */
  async function openLate(
    who: PersonKey,
    opening: Opening,
    found: Promise<Form | null>,
    taken: () => Promise<void>,
  ): Promise<string | null> {
    const waiting = await shown(who, opening, 'waiting');
    await taken();
    try {
      const form = await found;
      if (waiting !== null) await shown(who, opening, form ?? 'answered', waiting);
      return form === null ? null : waiting;
    } catch (error) {
      if (waiting !== null) await shown(who, opening, 'failed', waiting);
      throw error;
    }
  }

  /** The id of the view that shows it, or null when Slack would not. */
  async function shown(
    who: PersonKey,
    { trigger, action, to }: Opening,
    what: Form | 'waiting' | 'answered' | 'failed',
    instead?: string,
  ): Promise<string | null> {
    const origin = { action, ...to };
    const view = typeof what === 'string' ? noteView(what, origin, words) : formView(what, origin, words);
    try {
      const result =
        instead === undefined
          ? await call(who, 'views.open', { trigger_id: trigger, view })
          : await call(who, 'views.update', { view_id: instead, view });
      return idOfView(result);
    } catch (error) {
      log.warn(outcomeOf(error), 'A form could not be opened in Slack.');
      return null;
    }
  }
}

async function firstOf<T>(work: Promise<T>, ms: number): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function idOfView(result: object): string {
  const { view } = result as { view?: { id?: unknown } };
  return typeof view?.id === 'string' ? view.id : '';
}
