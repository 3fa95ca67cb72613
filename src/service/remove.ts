import type { Log } from '../log.js';
import { backoffMs, MAX_ATTEMPTS } from './next-attempt.js';
import { createPacer, type Limits } from './pacer.js';
import type { Channel, PersonKey, Removal, Removals, Removed } from './ports.js';
import { TIMING } from './timing.js';
import { wait } from './wait.js';

/** Of different tenants: one at a time in each. */
const LANES = 4;

/** Slack removes 50 a minute and more in a workspace (tier 3); Teams is asked no faster than it takes posts. */
const PACE: Limits = {
  slack: [{ of: 'tenant', count: 1, perMs: 1_200 }],
  teams: [
    { of: 'conversation', count: 1, perMs: 500 },
    { of: 'tenant', count: 15, perMs: 1_000 },
  ],
};

/** How many attempts to take a message away ended in which way. */
export type RemoveCounts = Record<Removed['type'] | 'given-up', number>;

/** Takes messages of the coach away that people no longer want to stand in their chat. */
export function createRemove(params: {
  readonly removals: Removals;
  readonly channels: readonly Channel[];
  /** This process, unique among all that ever ran. */
  readonly owner: string;
  readonly log: Log;
  /** Once aborted nothing more is claimed. */
  readonly signal: AbortSignal;
  readonly leaseMs?: number;
  readonly postMs?: number;
  /** Multiplies the waits of our own choosing. */
  readonly waits?: number;
  readonly random?: () => number;
  readonly monotonicMs?: () => number;
}): (who?: PersonKey) => Promise<RemoveCounts> {
  const { removals, owner, log, signal, leaseMs = TIMING.messageLeaseMs, postMs = TIMING.postMs } = params;
  const { waits = 1, random = Math.random, monotonicMs = () => performance.now() } = params;
  const channels = new Map(params.channels.map((channel) => [channel.name, channel]));
  const pacer = createPacer(PACE);

  /**
   * Takes away whatever may go now, of one person or of all. Safe to run any number of times at once, in any number
   * of processes: a removal that happens twice is none the worse.
   * @throws when the database does not answer; the leases then run out
   */
  return async (who) => {
    const counts: RemoveCounts = { removed: 0, refused: 0, throttled: 0, failed: 0, 'given-up': 0 };
    const lane = async () => {
      for (let one = await claim(who); one; one = await claim(who)) await settle(one, counts);
    };
    await Promise.all(Array.from({ length: who ? 1 : LANES }, lane));
    return counts;
  };

  async function claim(who: PersonKey | undefined): Promise<Removal | null> {
    if (signal.aborted) return null;
    return removals.claimRemoval({ owner, leaseMs, channels: [...channels.keys()], ...(who && { who }) });
  }

  async function settle(removal: Removal, counts: RemoveCounts): Promise<void> {
    const now = monotonicMs();
    const at = pacer.reserve(removal, now, now + postMs);
    if (at > now + postMs)
      return removals.settleRemoval(removal, owner, { type: 'tenant-waits', afterMs: at - now });
    await wait(at - now, signal);
    if (signal.aborted) return removals.settleRemoval(removal, owner, { type: 'tenant-waits', afterMs: 0 });
    const removed = await attempt(removal);
    counts[removed.type]++;
    const over = removed.type === 'removed' || removed.type === 'refused';
    const givenUp = removed.type === 'failed' && removal.attempt >= MAX_ATTEMPTS;
    if (givenUp) counts['given-up']++;
    if (removed.type === 'refused' || givenUp)
      log.warn({ ...idsOf(removal), reason: removed.reason }, 'a message could not be taken away');
    if (over || givenUp) return removals.settleRemoval(removal, owner, { type: 'over' });
    await removals.settleRemoval(
      removal,
      owner,
      removed.type === 'throttled'
        ? { type: 'tenant-waits', afterMs: Math.max(1_000, removed.retryAfterMs) }
        : { type: 'later', afterMs: waits * backoffMs(removal.attempt, random()) },
    );
  }

  async function attempt(removal: Removal): Promise<Removed> {
    const channel = channels.get(removal.address.channel);
    if (!channel?.remove) return { type: 'refused', reason: 'the channel can take nothing away' };
    try {
      return await channel.remove(removal);
    } catch (error) {
      log.error({ ...idsOf(removal), err: error }, 'a removal broke');
      return { type: 'failed', reason: error instanceof Error ? error.name : 'thrown' };
    }
  }
}

function idsOf({ delivery, who, address, attempt }: Removal) {
  return { delivery, tenant: who.tenant, person: who.person, channel: address.channel, attempt };
}
