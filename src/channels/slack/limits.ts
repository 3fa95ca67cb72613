/**
 * What Slack takes, in characters and counts. From the Block Kit reference, except `message`, which is undocumented:
 * posts were refused at about 13,200 characters in all, and once at 11,341 of text alone (bolt-js #2509 and #2867),
 * so the whole JSON of the blocks is held under it. Option values are 75 in Slack's types and 150 in its later pages.
 */
export const LIMITS = {
  blocks: 50,
  message: 12_000,
  fallback: 3_000,
  header: 150,
  section: 3_000,
  label: 75,
  actionId: 255,
  optionValue: 75,
  options: 100,
  /** A text box in a form. */
  entry: 3_000,
  viewTitle: 24,
  viewBlocks: 100,
  /** The name of a field, and the line below it. */
  fieldLabel: 2_000,
  hint: 2_000,
  /** The words of an image. */
  alternative: 2_000,
  url: 3_000,
  elementsInRow: 25,
  /** Ours, not Slack's: with more choices than this a menu is easier to read than buttons. */
  buttons: 5,
} as const;
