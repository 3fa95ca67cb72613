/** How long things may take. The chaos tests play hours in seconds; everybody else keeps to `TIMING`. */
export interface Timing {
  /** Cron expression with seconds, in UTC. */
  readonly tick: string;
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
  messageLeaseMs: 120_000,
  postMs: 15_000,
  reminderLeaseMs: 60_000,
  waits: 1,
};
