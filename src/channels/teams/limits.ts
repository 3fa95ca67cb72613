/**
 * What Teams allows and what Bowout keeps to, in one place (reference: Teams platform notes, 7, 9 and 10).
 * `MAX_ACTIVITY_BYTES` counts the JSON as UTF-16: Teams refuses above 100 KB, and the SDK adds its own fields.
 */
export const MAX_ACTIVITY_BYTES = 80 * 1024;
/** Buttons in one row; Teams hides those beyond. */
export const MAX_ACTIONS_IN_SET = 6;
/** Choices shown as buttons, in rows; more become a list. */
export const MAX_BUTTONS = 12;
/** Suggested answers under a message. */
export const MAX_SUGGESTED = 6;
/** Characters on a button before a phone cuts it off; longer choices become a list. */
export const MAX_BUTTON_LABEL = 40;
/** Characters of a choice in a list, and of a label shown after a click. */
export const MAX_LABEL = 200;
/** Characters of an action string, ASCII. */
export const MAX_ACTION = 120;
/** Characters of a quoted piece of a draft beside its explanation. */
export const MAX_QUOTE = 80;
/** Bytes of a request body. Teams' own events stay below 100 KB. */
export const MAX_BODY_BYTES = 256 * 1024;
/** A post that takes longer has an unknown outcome. Shorter than the outbox's lease. */
export const SEND_TIMEOUT_MS = 10_000;
/** How long to wait when Teams says "too many" without saying for how long. */
export const DEFAULT_RETRY_AFTER_MS = 5_000;

/** The size that Teams counts. */
export function activityBytes(activity: unknown): number {
  return JSON.stringify(activity).length * 2;
}

/** The text, or its beginning and an ellipsis, at most `length` characters, never half of a surrogate pair. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 2)) ? length - 2 : length - 1;
  return `${text.slice(0, end)}…`;
}
