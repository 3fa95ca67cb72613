import { readState } from '../conversation/state.js';
import type { Words } from '../words.js';
import { type CalendarEvent, writeCalendar } from './ics.js';
import type { Reminder } from './reminder.js';

export interface PlannedEntry extends Reminder {
  /** ISO instant. */
  readonly dueAt: string;
  readonly occurrence: number;
}

/**
 * Every planned reminder as a calendar file, worded as discreetly as the reminders themselves: what kind it is and a
 * code name. `owner` makes the entries' ids unique among people, and tells nobody who it is.
 */
export function calendarFeed(
  stored: unknown,
  reminders: readonly PlannedEntry[],
  { words, now, owner }: { readonly words: Words; readonly now: string; readonly owner: string },
): string {
  const { opportunities } = readState(stored);
  const events = reminders.map(({ id, kind, about, dueAt, occurrence }): CalendarEvent => {
    const code = opportunities.find((one) => one.id === about)?.code ?? '';
    return {
      uid: `${id}@${owner}.bowout`,
      sequence: occurrence,
      startsAt: dueAt,
      title: words.text('coach.privacy.calendar.event', {
        what: words.text(`coach.reminders.${kind}.name`),
        code,
      }),
    };
  });
  return writeCalendar(events, { name: words.text('coach.privacy.calendar.name'), now });
}
