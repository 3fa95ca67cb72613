import type { Delivery, Outbox } from './ports.js';

export interface Claimed {
  readonly delivery: Delivery;
  /** On the monotonic clock; taken before the claim, so never later than the database's. */
  readonly leaseEndsAt: number;
}

export interface Intake {
  /** The next one, or null when there is nothing that may go now. Any number of takers may wait at once. */
  take(): Promise<Claimed | null>;
  /** What was claimed and never taken. */
  rest(): Claimed[];
}

/** Claims messages in batches as they are taken; once `signal` is aborted it gives nothing more. */
export function openIntake(params: {
  readonly outbox: Outbox;
  readonly claim: Parameters<Outbox['claimOutbox']>[0];
  readonly monotonicMs: () => number;
  /** Called before what was claimed is given out. */
  readonly claimed: () => Promise<void>;
  readonly signal: AbortSignal | undefined;
}): Intake {
  const { outbox, claim, monotonicMs, claimed, signal } = params;
  const buffer: Claimed[] = [];
  let filling: Promise<number> | null = null;

  async function fill(): Promise<number> {
    const leaseEndsAt = monotonicMs() + claim.leaseMs;
    const deliveries = await outbox.claimOutbox(claim);
    if (deliveries.length > 0) await claimed();
    buffer.push(...deliveries.map((delivery) => ({ delivery, leaseEndsAt })));
    return deliveries.length;
  }

  return {
    async take() {
      while (buffer.length === 0) {
        if (signal?.aborted) return null;
        filling ??= fill().finally(() => {
          filling = null;
        });
        if ((await filling) === 0) return null;
      }
      return signal?.aborted ? null : (buffer.shift() ?? null);
    },
    rest: () => buffer.splice(0),
  };
}
