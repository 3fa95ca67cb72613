import type { Message } from '../coach/message.js';
import type { Words } from '../coach/words.js';
import type { Handle, Inbound, PersonKey, Turns } from './ports.js';

/** So many at once, and so many more in a minute. */
export interface Rate {
  readonly burst: number;
  readonly perMinute: number;
}

/** Far beyond what somebody types or clicks, and what a workspace of thousands does in a minute. */
export const RATES = {
  person: { burst: 120, perMinute: 60 },
  tenant: { burst: 20_000, perMinute: 20_000 },
} as const satisfies Record<string, Rate>;

/** Kept at most; those that are full again are as good as none. */
const MOST_BUCKETS = 10_000;

/**
 * Stands in front of the service of this process. Whoever sends too much is told so once, calmly, and not read until
 * it is less; nothing of before is touched. A whole workspace that sends too much is asked to send again: the
 * rejection makes its platform do so.
 */
export function limitRate(params: {
  readonly handle: Handle;
  readonly turns: Turns;
  readonly wordsFor: (locale: string | null) => Words;
  /** Sends what the outbox holds for a person. */
  readonly deliver: (who: PersonKey) => Promise<void>;
  /** On a clock that never goes back. */
  readonly nowMs: () => number;
  readonly rates?: { readonly person: Rate; readonly tenant: Rate };
}): Handle {
  const { handle, turns, wordsFor, deliver, nowMs, rates = RATES } = params;
  const people = createBuckets(rates.person, nowMs);
  const tenants = createBuckets(rates.tenant, nowMs);
  const told = createBuckets({ burst: 1, perMinute: 1 }, nowMs);
  return async (inbound, whereabouts) => {
    const { who } = inbound;
    const person = JSON.stringify([who.tenant, who.person]);
    if (!people.take(person)) {
      if (told.take(person)) await tell(inbound);
      return 'handled';
    }
    if (!tenants.take(who.tenant))
      throw new Error(`The tenant ${who.tenant} sends more than ${rates.tenant.perMinute} events a minute.`);
    return handle(inbound, whereabouts);
  };

  async function tell({ id, who, address, locale }: Inbound): Promise<void> {
    const words = wordsFor(locale);
    const message: Message = {
      kind: 'text',
      key: 'conversation.too-many',
      preview: words.text('coach.conversation.preview.text'),
      text: words.text('coach.conversation.too-many'),
      choices: [],
    };
    const isNew = await turns.turn(who, async (turn) => {
      if (!(await turn.noteInbound(id))) return false;
      await turn.enqueue(address, [message]);
      return true;
    });
    if (isNew) await deliver(who);
  }
}

/** For each key a bucket that fills by itself and gives one token for each event. */
function createBuckets({ burst, perMinute }: Rate, nowMs: () => number) {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const refilled = ({ tokens, at }: { tokens: number; at: number }, now: number): number =>
    Math.min(burst, tokens + ((now - at) / 60_000) * perMinute);
  return {
    take(key: string): boolean {
      const now = nowMs();
      if (buckets.size >= MOST_BUCKETS)
        for (const [other, bucket] of buckets) if (refilled(bucket, now) >= burst) buckets.delete(other);
      const tokens = refilled(buckets.get(key) ?? { tokens: burst, at: now }, now);
      const isGiven = tokens >= 1;
      buckets.set(key, { tokens: isGiven ? tokens - 1 : tokens, at: now });
      return isGiven;
    },
  };
}
