import { addDays, at, dateOf, instantOf, localOf, nextAllowed, type QuietHours } from './calendar.js';
import type { Reminder, ReminderKind } from './reminder.js';

/**
 * A date that others set waits for the night to pass, not for the weekend. A call is fresh for an hour only. What
 * can wait comes at most once a day.
 */
const urgency: Readonly<Record<ReminderKind, 'at-once' | 'not-at-night' | 'quiet' | 'can-wait'>> = {
  'reply-by': 'not-at-night',
  'personal-deadline': 'quiet',
  'decided-not-sent': 'quiet',
  'confirm-call': 'at-once',
  'no-answer': 'can-wait',
  'plan-item': 'can-wait',
  review: 'can-wait',
  reconnect: 'can-wait',
};

export const canWait = (kind: ReminderKind): boolean => urgency[kind] === 'can-wait';

/** The instant at which a reminder may be sent, not before `from`: its time, moved out of the quiet hours unless it would then be too late. */
export function dueAt(
  reminder: Reminder,
  quiet: QuietHours,
  from = instantOf(reminder.at, reminder.zone),
): string {
  const moved = allowedAt(reminder.kind, reminder.zone, quiet, from);
  return reminder.until !== null && localOf(moved, reminder.zone) > reminder.until ? from : moved;
}

/** The first instant from `from` on at which a reminder of the kind may be sent. */
export function allowedAt(kind: ReminderKind, zone: string, quiet: QuietHours, from: string): string {
  const urgent = urgency[kind];
  if (urgent === 'at-once') return from;
  return nextAllowed(from, zone, { ...quiet, weekends: quiet.weekends && urgent !== 'not-at-night' });
}

/**
 * When a reminder that falls due `now` (ISO) may be sent: outside the quiet hours, and what can wait not on a day on
 * which another such was sent already. `lastDay` is the date of the last one, or null.
 */
export function sendAt(reminder: Reminder, quiet: QuietHours, now: string, lastDay: string | null): string {
  const allowed = dueAt(reminder, quiet, now);
  const day = dateOf(localOf(allowed, reminder.zone));
  if (!canWait(reminder.kind) || lastDay === null || day > lastDay) return allowed;
  const nextDay = at(addDays(at(lastDay, '00:00'), 1), reminder.at.slice(11));
  return dueAt(reminder, quiet, instantOf(nextDay, reminder.zone));
}
