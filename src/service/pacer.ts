import type { ChannelName, Delivery, PersonKey, RecentPost } from './ports.js';

/** At most `count` posts in any stretch of `perMs`, for each conversation or for each whole tenant. */
interface Limit {
  readonly of: 'conversation' | 'tenant';
  readonly count: number;
  readonly perMs: number;
}

export type Limits = Partial<Record<ChannelName, readonly Limit[]>>;

/**
 * What the platforms allow, and a little less for a tenant, since other replicas post to it too. Slack: one a second in
 * a conversation, with short bursts, and a few hundred a minute in a workspace (slack.md 5). Teams: 7 in 1 s, 8 in
 * 2 s, 60 in 30 s and 1,800 an hour in a conversation, 50 a second in a tenant (teams.md 7).
 */
const LIMITS: Limits = {
  slack: [
    { of: 'conversation', count: 1, perMs: 1_000 },
    { of: 'tenant', count: 10, perMs: 2_000 },
  ],
  teams: [
    { of: 'conversation', count: 7, perMs: 1_000 },
    { of: 'conversation', count: 8, perMs: 2_000 },
    { of: 'conversation', count: 60, perMs: 30_000 },
    { of: 'conversation', count: 1_800, perMs: 3_600_000 },
    { of: 'tenant', count: 15, perMs: 1_000 },
  ],
};

export interface Pacer {
  /**
   * Takes the next free moment, in milliseconds of the same clock as `now` and never before it. One after `latest` is
   * told but not taken.
   */
  reserve(delivery: Pick<Delivery, 'who' | 'address'>, now: number, latest: number): number;
  /** Takes over what other processes have posted of late, in place of what it heard before. */
  hear(posts: readonly RecentPost[], now: number): void;
}

/** Keeps this process within the platforms' limits, those of posts unless told, together with what it hears of others, so that none has to say "too fast". */
export function createPacer(limits: Limits = LIMITS): Pacer {
  /** The posts of each limit and key that still count against it, oldest first. */
  const reserved = new Map<string, number[]>();
  /** The same of other processes. */
  let heard = new Map<string, number[]>();
  let swept = 0;

  return {
    reserve({ who, address }, now, latest) {
      sweep(now);
      const bounds = boundsOf(limits, who, address.channel);
      const at = bounds.reduce((soonest, { key, count, perMs }) => {
        // The post so many places back has to be out of the stretch by then.
        const blocking = merged(reserved.get(key), heard.get(key)).at(-count);
        return blocking === undefined ? soonest : Math.max(soonest, blocking + perMs);
      }, now);
      if (at > latest) return at;
      for (const { key, count } of bounds) reserved.set(key, merged(reserved.get(key), [at]).slice(-count));
      return at;
    },
    hear(posts, now) {
      heard = new Map();
      for (const { who, channel, agoMs } of posts)
        for (const { key } of boundsOf(limits, who, channel))
          heard.set(key, merged(heard.get(key), [now - agoMs]));
    },
  };

  /** Forgets who has not been written to for an hour, the longest stretch of all. */
  function sweep(now: number): void {
    if (now < swept + 60_000) return;
    swept = now;
    for (const [key, times] of reserved) {
      const perMs = (JSON.parse(key) as unknown[])[3] as number;
      if ((times.at(-1) ?? 0) + perMs < now) reserved.delete(key);
    }
  }
}

/** The limits that a post to a person counts against, each with the name under which its posts are kept. */
function boundsOf(
  limits: Limits,
  who: PersonKey,
  channel: ChannelName,
): readonly (Limit & { readonly key: string })[] {
  return (limits[channel] ?? []).map((limit) => {
    const person = limit.of === 'conversation' ? who.person : null;
    return { ...limit, key: JSON.stringify([who.tenant, person, limit.count, limit.perMs]) };
  });
}

function merged(some: readonly number[] = [], others: readonly number[] = []): number[] {
  return [...some, ...others].sort((a, b) => a - b);
}
