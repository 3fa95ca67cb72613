import { instantOf, localOf, nextAllowed, type QuietHours } from './calendar.js';
import type { Reminder, ReminderKind } from './reminder.js';

/** A date that others set is urgent: it waits for the night to pass, not for the weekend. A call is fresh for an hour only. */
const urgency: Readonly<Record<ReminderKind, 'at-once' | 'not-at-night' | 'quiet'>> = {
  'reply-by': 'not-at-night',
  'personal-deadline': 'quiet',
  'decided-not-sent': 'quiet',
  'confirm-call': 'at-once',
  reconnect: 'quiet',
};

/** The instant at which a reminder may be sent, not before `from`: its time, moved out of the quiet hours unless it would then be too late. */
export function dueAt(
  reminder: Reminder,
  quiet: QuietHours,
  from = instantOf(reminder.at, reminder.zone),
): string {
  const urgent = urgency[reminder.kind];
  if (urgent === 'at-once') return from;
  const moved = nextAllowed(from, reminder.zone, {
    ...quiet,
    weekends: quiet.weekends && urgent === 'quiet',
  });
  return reminder.until !== null && localOf(moved, reminder.zone) > reminder.until ? from : moved;
}
