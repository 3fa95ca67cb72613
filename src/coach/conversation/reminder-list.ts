import { localOf, type QuietHours } from '../remind/calendar.js';
import { dueAt } from '../remind/due.js';
import { encodeAction } from './action.js';
import { nameOf } from './reminders.js';
import { opportunityOf, preview, say, type Talk, text, when } from './talk.js';

/** How many of the coming promises are shown. */
const NEXT = 5;

/** What comes next, each with its controls, and what was sent last: so that silence can be told from a fault. */
export function listReminders(talk: Talk): void {
  const { reminders } = talk.context;
  const { profile, reminded } = talk.state;
  const next = reminders.slice(0, NEXT);
  if (next.length === 0) return say(talk, 'reminders.none', { last: lastLine(talk) });
  talk.messages.push({
    kind: 'card',
    key: 'reminders.list',
    preview: preview(talk, 'card'),
    title: text(talk, 'reminders.list.title'),
    text: text(talk, 'reminders.list.text', { zone: profile.zone, ...quietWords(profile.quiet) }),
    sections: [
      {
        heading: text(talk, 'reminders.list.heading', { count: reminders.length, shown: next.length }),
        items: next.map((reminder) =>
          text(talk, 'reminders.list.item', {
            at: when(talk, localOf(dueAt(reminder, profile.quiet), reminder.zone)),
            ...nameOf(talk, opportunityOf(talk, reminder.about), reminder.kind),
          }),
        ),
      },
      ...(reminded.last === null
        ? []
        : [{ heading: text(talk, 'reminders.list.last'), items: [lastLine(talk)] }]),
    ],
    choices: next.map(({ id }, index) => ({
      label: text(talk, 'reminders.list.change', { number: index + 1 }),
      action: encodeAction({ do: 'reminder', reminder: id, deed: 'show' }),
    })),
  });
}

/** What the words need to say when it is quiet: at night, on weekends, both or never. */
function quietWords({ from, to, weekends }: QuietHours) {
  const nights = from !== to;
  return { from, to, nights, weekends, both: nights && weekends, quiet: nights || weekends };
}

/** "Last sent: …, on time. All is well." Empty when nothing was sent yet. */
function lastLine(talk: Talk): string {
  const { last } = talk.state.reminded;
  if (last === null) return '';
  return text(talk, `reminders.list.${last.late ? 'came-late' : 'on-time'}`, {
    at: when(talk, last.at),
    ...nameOf(talk, opportunityOf(talk, last.about), last.kind),
  });
}
