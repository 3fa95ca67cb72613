import type { Effect } from '../coach/conversation/effect.js';
import { remindNow } from '../coach/conversation/reminders.js';
import type { Words } from '../coach/words.js';
import type { Log } from '../log.js';
import { createDeliver, type DeliverCounts } from './deliver.js';
import { type Clock, createHandle } from './handle.js';
import { createHold } from './hold.js';
import { createLook } from './look.js';
import type { Pacer } from './pacer.js';
import type { Address, Channel, Handle, PersonKey, Store } from './ports.js';
import { createRemove } from './remove.js';
import { createRunDue } from './run-due.js';
import { TIMING, type Timing } from './timing.js';

export interface ServiceParts {
  readonly store: Store;
  readonly channels: readonly Channel[];
  readonly wordsFor: (locale: string | null) => Words;
  readonly clock: Clock;
  /** A random id for this process: leases and marks are fenced by it. */
  readonly owner: string;
  readonly log: Log;
  /** Once aborted nothing more is claimed or posted; what is under way ends. */
  readonly signal?: AbortSignal;
  readonly timing?: Timing;
  /** Keeps to the platforms' limits; without it everything goes at once. */
  readonly pacer?: Pacer;
  /** The public address of this server; without it no calendars are given. */
  readonly baseUrl?: string;
}

/** What channels, the scheduler and the commands call. */
export interface Service {
  readonly handle: Handle;
  /** Sends what waits in the outbox, of one person or of all. */
  deliver(who?: PersonKey): Promise<void>;
  /** Takes away the messages that people had removed from their chat. */
  remove(who?: PersonKey): Promise<void>;
  /** Turns due reminders into messages. */
  runDue(): Promise<void>;
  /** The same for one person with a clock of their own, up to an ISO instant. */
  runDueUntil(who: PersonKey, until: string): Promise<void>;
  /** How many attempts to send ended in which way since the start. */
  readonly totals: Readonly<DeliverCounts>;
  /** Waits until the sending that commits began has ended. */
  settled(): Promise<void>;
}

/** Wires the use cases to one store and its channels. */
export function createService(parts: ServiceParts): Service {
  const { store, channels, wordsFor, clock, owner, log, timing = TIMING } = parts;
  const signal = parts.signal ?? new AbortController().signal;
  const { messageLeaseMs, reminderLeaseMs, postMs, settleMs, waits } = timing;
  const common = { owner, log, signal };
  const deliver = createDeliver({
    ...common,
    pacer: parts.pacer,
    hold: createHold(createLook({ turns: store, wordsFor, clock })),
    outbox: store,
    channels,
    leaseMs: messageLeaseMs,
    postMs,
    waits,
  });
  const changed = (who: PersonKey): void => {
    for (const channel of channels) channel.changed?.(who);
  };
  const runDue = createRunDue({
    ...common,
    store,
    fire: remindNow,
    wordsFor,
    leaseMs: reminderLeaseMs,
    changed,
  });
  const underWay = new Set<Promise<unknown>>();
  const remove = createRemove({
    ...common,
    removals: store,
    channels,
    leaseMs: messageLeaseMs,
    postMs,
    waits,
  });
  const committed = (who: PersonKey, address: Address, effects: readonly Effect[]): void => {
    const wants = (type: Effect['type']): boolean => effects.some((effect) => effect.type === type);
    if (wants('delete-person')) channels.find(({ name }) => name === address.channel)?.forget?.(who);
    changed(who);
    const sending = deliver
      .deliver(who)
      // What was on its way has arrived now.
      .then(async () => void (wants('remove-messages') && (await remove(who))))
      .catch((error: unknown) => log.error({ err: error }, 'sending failed'));
    underWay.add(sending);
    void sending.finally(() => underWay.delete(sending));
  };
  return {
    handle: createHandle({
      turns: store,
      wordsFor,
      clock,
      baseUrl: parts.baseUrl,
      removes: (name) => channels.some((channel) => channel.name === name && channel.remove !== undefined),
      committed,
      settleMs,
    }),
    totals: deliver.totals,
    deliver: async (who) => void (await deliver.deliver(who)),
    remove: async (who) => void (await remove(who)),
    runDue: async () => void (await runDue.runDue()),
    runDueUntil: async (who, until) => void (await runDue.runDueUntil(who, until)),
    settled: async () => void (await Promise.allSettled(underWay)),
  };
}
