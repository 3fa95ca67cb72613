import { holdUntil } from '../coach/conversation/reminders.js';
import type { Delivery, Look } from './ports.js';

/** A reminder is asked about again when it has waited for so long; when it fired, it was asked about already. */
const HAS_WAITED_MS = 10 * 60_000;

/** How long a reminder that could not go when it fired waits for the end of the quiet hours, in milliseconds. */
export function createHold(look: Look): (delivery: Delivery) => Promise<number> {
  return async ({ who, message, attempt, waitedMs = 0 }) => {
    if (message.kind !== 'reminder' || (attempt === 1 && waitedMs < HAS_WAITED_MS)) return 0;
    return look(
      who,
      (state, context) => Date.parse(holdUntil(state, message.key, context)) - Date.parse(context.now),
    );
  };
}
