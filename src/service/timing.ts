/** How long things may take. The chaos tests play hours in seconds; everybody else keeps to `TIMING`. */
export interface Timing {
  /** Cron expression with seconds, in UTC. */
  readonly tick: string;
  /**
   * How long an event waits for one that the same person did earlier and that is still on its way to another replica.
   * Nobody notices it in a chat, and it is longer than a busy process takes to look at what it was sent.
   */
  readonly settleMs: number;
  /** After this a claimed message is free for another process. Longer than any channel's post may take. */
  readonly messageLeaseMs: number;
  /** Channels give up on a post after 10 s: with less than this left of a lease, none begins. */
  readonly postMs: number;
  readonly reminderLeaseMs: number;
  /** Multiplies the waits between attempts; never what a platform asked for. */
  readonly waits: number;
}

export const TIMING: Timing = {
  tick: '*/15 * * * * *',
  settleMs: 50,
  messageLeaseMs: 120_000,
  postMs: 15_000,
  reminderLeaseMs: 60_000,
  waits: 1,
};
