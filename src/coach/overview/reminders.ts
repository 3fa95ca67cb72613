import { encodeAction } from '../conversation/action.js';
import { opportunityOf, type Talk, text } from '../conversation/talk.js';
import type { Choice } from '../message.js';
import { localOf } from '../remind/calendar.js';
import { dueAt } from '../remind/due.js';
import type { Reminder, ReminderKind } from '../remind/reminder.js';
import { type DateInWords, dateInWords } from './date.js';
import { naming } from './name.js';
import { type Part, part } from './part.js';

export interface ReminderItem {
  readonly id: string;
  readonly kind: ReminderKind;
  /** The opportunity's id, or `ABOUT_ALL`. */
  readonly about: string;
  /** When it comes, quiet hours counted in. */
  readonly when: DateInWords;
  /** `discreet`: with the code name, as a notification may say it. `full`: with the name. */
  readonly what: { readonly discreet: string; readonly full: string };
  /** All of it in one line of text, discreet or full as the person set it. */
  readonly line: string;
  /** Asks in the conversation what to do with it: done, later, another time, never. */
  readonly change: Choice;
}

/** What comes next, soonest first. */
export function reminderPart(talk: Talk): Part<ReminderItem> {
  return part(talk, 'reminders', 'reminders', talk.context.reminders, (one) => itemOf(talk, one));
}

function itemOf(talk: Talk, reminder: Reminder): ReminderItem {
  const { id, kind, about, zone } = reminder;
  const { quiet, discreet: isDiscreet } = talk.state.profile;
  const opportunity = opportunityOf(talk, about);
  const named = opportunity && naming(talk, opportunity);
  const what = text(talk, `reminders.${kind}.name`);
  const discreet = text(talk, 'overview.what.discreet', { what, code: named?.code ?? '' });
  const full = named?.name ? text(talk, 'overview.what.full', { what, name: named.name }) : discreet;
  const when = dateInWords(talk, localOf(dueAt(reminder, quiet), zone));
  return {
    id,
    kind,
    about,
    when,
    what: { discreet, full },
    line: text(talk, 'overview.reminder', {
      when: when.words,
      away: when.away,
      what: isDiscreet ? discreet : full,
    }),
    change: {
      label: text(talk, 'overview.change-reminder', { what: discreet }),
      action: encodeAction({ do: 'reminder', reminder: id, deed: 'show' }),
    },
  };
}
