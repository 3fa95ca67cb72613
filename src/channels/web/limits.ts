/** What the playground takes and keeps. Sizes in bytes or UTF-16 units, times in milliseconds. */
export const limits = {
  /** A request body. */
  bodyBytes: 64 * 1024,
  /** One typed text, one edited letter, one form value. */
  textLength: 20_000,
  actionLength: 2_000,
  formValues: 60,
  /** Entries of one conversation that a reload shows again; the coach remembers all the rest. */
  historyEntries: 400,
  /** Conversations in memory; the one unused for longest goes first. */
  people: 500,
  /** Open pages of one person. A browser allows six connections to a server, and clicks need one of them. */
  streams: 4,
  /** A page that reads slower than this is cut off, and catches up when it connects again. */
  streamBacklogBytes: 4 * 1024 * 1024,
  /** In CSS pixels: beside the conversation and on a phone, and in a message on a wide screen. */
  pictureWidths: [340, 600],
  /** Keeps proxies from closing a quiet stream, and the page's clock right. */
  heartbeatMs: 20_000,
  /** A page that lost its stream waits this long before it tries again. */
  reconnectMs: 1_000,
  /** How far the clock moves in one go. */
  moveDays: 3 * 366,
} as const;
