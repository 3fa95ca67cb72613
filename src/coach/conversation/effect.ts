import type { Reminder } from '../remind/reminder.js';

/** What the service must do in the same transaction that saves the state. */
export type Effect =
  /** Plan the reminder for an ISO instant, or move it when its id is already planned. */
  | { readonly type: 'remind'; readonly reminder: Reminder; readonly dueAt: string }
  /** Drop a planned reminder; nothing happens when there is none. */
  | { readonly type: 'forget-reminder'; readonly id: string }
  /** Make the address of `Context.calendar` the one that opens the person's calendar; an earlier one stops. */
  | { readonly type: 'open-calendar' }
  | { readonly type: 'close-calendar' }
  /**
   * Take messages of the coach out of the chat, where the platform can: all that were said before this turn, the
   * newest of them, or the one that the platform calls so.
   */
  | { readonly type: 'remove-messages'; readonly which: 'all' | 'last' | { readonly id: string } }
  /** Delete everything about the person. */
  | { readonly type: 'delete-person' };
