import type { Log } from '../log.js';
import { type Claimed, type Intake, openIntake } from './intake.js';
import { isExhausted, nextAfterBreakdown, nextAttempt } from './next-attempt.js';
import type { Pacer } from './pacer.js';
import type { Channel, ClaimFrom, Delivery, NextAttempt, Outbox, Outcome, PersonKey } from './ports.js';
import { TIMING } from './timing.js';
import { wait } from './wait.js';

/** A crash strands what is claimed, so claim little more than what is being sent. */
const BATCH_PER_LANE = 3;
/** A database restart takes seconds, and a post that is not marked is a post in doubt. */
const MARK_AGAIN_AFTER_MS = [250, 1_000, 4_000];

/** How many attempts ended in which way. */
export type DeliverCounts = Record<
  Outcome['type'] | 'found' | 'broken' | 'dead' | 'released' | 'unmarked',
  number
>;

interface Attempt {
  readonly outcome: Outcome;
  readonly next: NextAttempt;
  readonly as: keyof DeliverCounts;
}

export function createDeliver(params: {
  readonly outbox: Outbox;
  readonly channels: readonly Channel[];
  /** This process, unique among all that ever ran. */
  readonly owner: string;
  readonly log: Log;
  /** Once aborted nothing more is posted, and what was claimed is given back. */
  readonly signal?: AbortSignal;
  /** For how many milliseconds a message is to be kept back that could not go when it was due; 0: not at all. */
  readonly hold?: (delivery: Delivery) => Promise<number>;
  /** Keeps to the platforms' limits; without it everything goes at once. */
  readonly pacer?: Pacer | undefined;
  /** How many messages are on their way at once. */
  readonly concurrency?: number;
  readonly leaseMs?: number;
  /** No post begins with less than this left of the lease. */
  readonly postMs?: number;
  /** Multiplies the waits of our own choosing. */
  readonly waits?: number;
  readonly random?: () => number;
  readonly monotonicMs?: () => number;
  readonly sleep?: (ms: number) => Promise<unknown>;
}): {
  deliver(who?: PersonKey): Promise<DeliverCounts>;
  /** What all runs have counted since the start, those under way included. */
  readonly totals: Readonly<DeliverCounts>;
} {
  const { outbox, owner, log, signal, pacer, hold } = params;
  const { concurrency = 8, leaseMs = TIMING.messageLeaseMs, postMs = TIMING.postMs, waits = 1 } = params;
  const {
    random = Math.random,
    monotonicMs = () => performance.now(),
    sleep = (ms) => wait(ms, undefined),
  } = params;
  const channels = new Map(params.channels.map((channel) => [channel.name, channel]));
  const totals = noCounts();
  const count = (counts: DeliverCounts, what: keyof DeliverCounts): void => {
    counts[what]++;
    totals[what]++;
  };

  return {
    totals,
    /**
     * Sends what waits in the outbox until nothing is left that may go now, of one person or of all.
     * Safe to run any number of times at once, in any number of processes.
     * @throws when the database does not answer; what was posted by then is marked or in doubt, never lost
     */
    async deliver(who) {
      const counts = noCounts();
      const common = { owner, leaseMs, channels: [...channels.keys()], ...(who && { who }) };
      const open = (from: ClaimFrom, limit: number) =>
        openIntake({ outbox, claim: { ...common, from, limit }, monotonicMs, claimed: hearOthers, signal });
      // One at a time, in a lane of their own: what has killed a process must not take others along again and again.
      const abandoned = open('abandoned', 1);
      const waiting = open('waiting', (who ? 1 : concurrency) * BATCH_PER_LANE);
      const lanes = who
        ? [drain(abandoned, counts).then(() => drain(waiting, counts))]
        : [drain(abandoned, counts), ...Array.from({ length: concurrency }, () => drain(waiting, counts))];
      const ends = await Promise.allSettled(lanes);
      for (const { delivery } of [...abandoned.rest(), ...waiting.rest()]) await release(delivery, counts);
      const failed = ends.find((end) => end.status === 'rejected');
      if (failed) throw failed.reason;
      return counts;
    },
  };

  /** What other processes post counts against the same limits. */
  async function hearOthers(): Promise<void> {
    pacer?.hear(await outbox.recentPosts(owner), monotonicMs());
  }

  async function drain(intake: Intake, counts: DeliverCounts): Promise<void> {
    for (let claimed = await intake.take(); claimed; claimed = await intake.take())
      await settle(claimed, counts);
  }

  async function settle({ delivery, leaseEndsAt }: Claimed, counts: DeliverCounts): Promise<void> {
    const heldMs = await heldFor(delivery);
    if (heldMs > 0) return release(delivery, counts, { afterMs: heldMs, held: true });
    if (!(await itsTurn(delivery, leaseEndsAt - postMs, counts))) return;
    const attempt = await tryOnce(delivery);
    count(counts, attempt.as);
    if (attempt.next.type === 'dead' && attempt.as !== 'dead') count(counts, 'dead');
    report(delivery, attempt);
    if (!(await mark(delivery, attempt.outcome, hurried(attempt.next)))) count(counts, 'unmarked');
  }

  /** Waits for the platform's pace. False when there is no time left for the post: then it has been given back. */
  async function itsTurn(delivery: Delivery, latest: number, counts: DeliverCounts): Promise<boolean> {
    const now = monotonicMs();
    const at = pacer?.reserve(delivery, now, latest) ?? now;
    if (at > now && at <= latest) await wait(at - now, signal);
    if (at <= latest && !signal?.aborted && monotonicMs() <= latest) return true;
    await release(delivery, counts, { afterMs: signal?.aborted ? 0 : at - now });
    return false;
  }

  function hurried(next: NextAttempt): NextAttempt {
    return next.type === 'retry' && next.countsAsAttempt ? { ...next, afterMs: next.afterMs * waits } : next;
  }

  /** One look-up when there is doubt, then at most one post. */
  async function tryOnce(delivery: Delivery): Promise<Attempt> {
    const channel = channels.get(delivery.address.channel);
    if (!channel) throw new Error(`There is no channel ${delivery.address.channel} for ${delivery.id}.`);
    const chances = { canLookUp: channel.find !== undefined, random: random() };
    const found = await lookUp(channel, delivery);
    if (found === 'cannot tell') {
      const outcome: Outcome = { type: 'not-sent', reason: 'no look-up' };
      return { outcome, next: nextAttempt(delivery, outcome, chances), as: 'not-sent' };
    }
    if (found) return { outcome: found, next: { type: 'done' }, as: 'found' };
    if (isExhausted(delivery))
      return { outcome: { type: 'not-sent', reason: 'given up' }, next: { type: 'dead' }, as: 'dead' };
    try {
      const outcome = await channel.send(delivery);
      return { outcome, next: nextAttempt(delivery, outcome, chances), as: outcome.type };
    } catch (error) {
      log.error({ ...idsOf(delivery), err: error }, 'a message broke on its way out');
      const outcome: Outcome = { type: 'not-sent', reason: error instanceof Error ? error.name : 'thrown' };
      return { outcome, next: nextAfterBreakdown(delivery, chances.random), as: 'broken' };
    }
  }

  /** Null when it did not arrive, or the channel keeps nothing to look into. */
  async function lookUp(channel: Channel, delivery: Delivery): Promise<Outcome | 'cannot tell' | null> {
    if (!delivery.doubt || !channel.find) return null;
    try {
      const externalId = await channel.find(delivery);
      return externalId === null ? null : { type: 'sent', externalId };
    } catch (error) {
      log.warn({ ...idsOf(delivery), err: error }, 'an earlier attempt could not be looked up');
      return 'cannot tell';
    }
  }

  /** False when the claim was lost meanwhile, or the database stayed away: then the next claim finds a doubt. */
  async function mark(delivery: Delivery, outcome: Outcome, next: NextAttempt): Promise<boolean> {
    for (let failures = 0; ; failures++) {
      try {
        const ours = await outbox.markOutbox(delivery, owner, outcome, next);
        if (!ours)
          log.warn({ ...idsOf(delivery), outcome: outcome.type }, 'a claim was lost before its mark');
        return ours;
      } catch (error) {
        const waitMs = MARK_AGAIN_AFTER_MS[failures];
        log.error(
          { ...idsOf(delivery), outcome: outcome.type, err: error },
          'an attempt could not be marked',
        );
        if (waitMs === undefined) return false;
        await sleep(waitMs);
      }
    }
  }

  /** A person who can't be read gets their message all the same. */
  async function heldFor(delivery: Delivery): Promise<number> {
    try {
      return (await hold?.(delivery)) ?? 0;
    } catch (error) {
      log.error({ ...idsOf(delivery), err: error }, 'nobody could say whether a message is to be held');
      return 0;
    }
  }

  async function release(
    delivery: Delivery,
    counts: DeliverCounts,
    { afterMs = 0, held = false } = {},
  ): Promise<void> {
    count(counts, 'released');
    const next: NextAttempt = { type: 'retry', afterMs, countsAsAttempt: false, held };
    await mark(delivery, { type: 'not-sent', reason: 'released' }, next);
  }

  function report(delivery: Delivery, { outcome, next }: Attempt): void {
    const line = {
      ...idsOf(delivery),
      outcome: outcome.type,
      next: next.type,
      inDoubt: delivery.doubt !== undefined,
    };
    const reason = 'reason' in outcome ? { reason: outcome.reason } : {};
    if (next.type === 'dead') log.error({ ...line, ...reason }, 'a message is given up');
    else if (outcome.type === 'sent') log.debug(line, 'a message was sent');
    else log.warn({ ...line, ...reason }, 'a message was not sent');
  }
}

function idsOf({ id, who, address, attempt }: Delivery) {
  return { delivery: id, tenant: who.tenant, person: who.person, channel: address.channel, attempt };
}

function noCounts(): DeliverCounts {
  const outcomes = { sent: 0, refused: 0, throttled: 0, 'not-sent': 0, unknown: 0 };
  return { ...outcomes, found: 0, broken: 0, dead: 0, released: 0, unmarked: 0 };
}
