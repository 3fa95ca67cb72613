import type { Context } from '../coach/conversation/talk.js';
import type { Input } from '../coach/input.js';
import type { Message } from '../coach/message.js';
import type { Reminder } from '../coach/remind/reminder.js';
import type { Installations, OneTimeStates } from './installations.js';

export type ChannelName = 'slack' | 'teams' | 'web' | 'terminal';

/** Whose row it is. `tenant` is a Slack workspace or organisation, a Teams tenant, or the local playground. */
export interface PersonKey {
  /** `slack:T123`, `teams:<tenant guid>`, `local`. */
  readonly tenant: string;
  readonly person: string;
}

/** Where a person can be reached on a channel. `to` is the channel's own record, plain JSON, without names. */
export interface Address {
  readonly channel: ChannelName;
  readonly to: Readonly<Record<string, string>>;
}

/** They removed the app: nothing reaches them there any more, and nothing about them is kept. */
export interface Left {
  readonly type: 'left';
}

/** Opaque, and counts for so many seconds, a day at most. */
export interface Mark {
  readonly id: string;
  readonly seconds: number;
}

/** One event from a platform, parsed. */
export interface Inbound {
  /** The platform's own id of the event; the same event delivered again has the same id. */
  readonly id: string;
  readonly who: PersonKey;
  readonly address: Address;
  readonly input: Input | Left;
  /**
   * When the person did it, by the platform's clock: microseconds since 1970. Absent where it does not tell. Two deeds
   * that reach two replicas a few milliseconds apart are handled in this order.
   */
  readonly doneAt?: number;
  /** By these, too, the same deed is known when a platform sends it again under another id. */
  readonly marks?: readonly Mark[];
  /** What the platform calls the message whose button was pressed, as in `Outcome`; absent where it doesn't tell. */
  readonly on?: string;
  /** IANA zone and BCP 47 locale as the platform last told them, or null when it did not. */
  readonly zone: string | null;
  readonly locale: string | null;
}

/** A message on its way out. `id` is opaque, and the same at every attempt. */
export interface Delivery {
  readonly id: string;
  readonly who: PersonKey;
  readonly address: Address;
  readonly message: Message;
  /** 1 at the first attempt. */
  readonly attempt: number;
  /** Since when it might have gone, by the database's clock. */
  readonly waitedMs?: number;
  /** Present when an earlier attempt may have arrived: it had no clear answer, or its process died. */
  readonly doubt?: {
    /** ISO instant at which the first such attempt began. */
    readonly since: string;
    /** How many of them ended with their process. */
    readonly crashes: number;
  };
}

/** How an attempt to send ended. */
export type Outcome =
  | { readonly type: 'sent'; readonly externalId: string | null }
  /** The platform will never take it: blocked, gone, invalid. `addressDead` when nothing can reach the person there. */
  | { readonly type: 'refused'; readonly reason: string; readonly addressDead: boolean }
  | { readonly type: 'throttled'; readonly retryAfterMs: number }
  /** Nothing reached the platform (refused connection, DNS, TLS): safe to try again. */
  | { readonly type: 'not-sent'; readonly reason: string }
  /** Bytes went out and no clear answer came back. */
  | { readonly type: 'unknown'; readonly reason: string };

/** A channel's way out. `send` never throws for what a platform does; it posts once and classes the outcome. */
export interface Channel {
  readonly name: ChannelName;
  send(delivery: Delivery): Promise<Outcome>;
  /** Looks an earlier attempt up where the platform can tell: its id when it arrived, null when it did not. Absent where it can't. */
  find?(delivery: Delivery): Promise<string | null>;
  /** Told after each commit about a person, of any channel, where something is shown that has to follow. Never throws. */
  changed?(who: PersonKey): void;
  /** Takes one message away; harmless to repeat, and never throws for what a platform does. Absent where it can't. */
  remove?(removal: Removal): Promise<Removed>;
  /** Forgets what this process itself still shows of a person, who had everything deleted. */
  forget?(who: PersonKey): void;
}

/** A message of the coach that is to be taken away. */
export interface Removal {
  /** The id of its `Delivery`. */
  readonly delivery: string;
  readonly who: PersonKey;
  readonly address: Address;
  /** As `Outcome` told it; null when it may have arrived without an answer, and has to be looked up. */
  readonly externalId: string | null;
  /** 1 at the first attempt. */
  readonly attempt: number;
}

/** How an attempt to take a message away ended. */
export type Removed =
  /** It stands there no longer, or never did. */
  | { readonly type: 'removed' }
  /** The platform will never do it, or can't tell where the message is. */
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'throttled'; readonly retryAfterMs: number }
  /** No clear answer. */
  | { readonly type: 'failed'; readonly reason: string };

/** All of the coach's messages, the newest, or the one that the platform calls so. */
export type WhichMessages = 'all' | 'last' | { readonly id: string };

/** Where a person is, and which language they chose there: null where the platform does not tell. */
export type Whereabouts = Pick<Inbound, 'zone' | 'locale'>;

/**
 * What a channel may ask of the service. Resolves after the commit; rejects when nothing was saved. `whereabouts` are
 * waited for where they have to be asked for, and count in place of the inbound's own: an event has its place in the
 * order from the moment at which it is handed over.
 */
export type Handle = (
  inbound: Inbound,
  whereabouts?: Promise<Whereabouts>,
) => Promise<'handled' | 'repeated'>;

/**
 * What a channel may see of a person: what a pure function of the coach makes of the latest committed state, null for
 * somebody new. Nothing is written. Rejects when the state can't be read.
 */
export type Look = <T>(who: PersonKey, see: (state: unknown, context: Context) => T) => Promise<T>;

/** What is kept of a person between two turns. `state` is the coach's own; the store does not look inside. */
export interface Conversation {
  readonly state: unknown;
  readonly address: Address;
  readonly zone: string;
  readonly locale: string;
}

export interface PlannedReminder extends Reminder {
  /** ISO instant, derived from `at`, `zone` and quiet hours. */
  readonly dueAt: string;
  /** Grows each time it is planned or moved; with the id it names one occurrence for ever. */
  readonly occurrence: number;
}

/** One person's rows inside one transaction, locked until it ends. */
export interface Turn {
  /** The database's clock at the start of the transaction, ISO to the second, as every instant of the store. */
  readonly now: string;
  /**
   * Notes the event. False when it was noted before: then nothing else may be done. With `seconds`, what was noted
   * longer ago does not count. A new one shows that the person can be reached: what was stopped for a dead address is
   * planned again.
   */
  noteInbound(id: string, seconds?: number): Promise<boolean>;
  /** Whether something that the person did before `doneAt` has arrived somewhere and is still to be handled. */
  isOvertaking(doneAt: number): Promise<boolean>;
  /** The person's conversation, or null when they are new. Locks the person until the end of the transaction. */
  load(): Promise<Conversation | null>;
  save(conversation: Conversation): Promise<void>;
  /** Pending reminders, soonest first. */
  reminders(): Promise<PlannedReminder[]>;
  /** Inserts it, or moves the one with the same id and starts its next occurrence. `dueAt` is an ISO instant. */
  planReminder(reminder: Reminder, dueAt: string): Promise<void>;
  forgetReminder(id: string): Promise<void>;
  /** Puts messages into the outbox, after all earlier ones of this person. */
  enqueue(address: Address, messages: readonly Message[]): Promise<void>;
  /** Messages that have not arrived, oldest first: those that wait, and those given up of late. */
  unsent(): Promise<Message[]>;
  /** Opens the person's calendar to the address with this fingerprint, and to no other. */
  openCalendar(tokenHash: string): Promise<void>;
  closeCalendar(): Promise<void>;
  /** Has messages of the coach taken away; those put into the outbox afterwards stay. */
  removeMessages(which: WhichMessages): Promise<void>;
  /**
   * Everything about the person goes: rows, key, outbox, reminders. Removals asked for before go on. Messages put into the outbox afterwards (a
   * goodbye) are still delivered, under a new key that goes with them. The ids noted by this turn stay their time,
   * so that the same event does not start anew.
   */
  deletePerson(): Promise<void>;
}

export interface Turns {
  /** Runs `work` in one transaction on one person's rows. Rolls back and rethrows when it throws. */
  turn<T>(who: PersonKey, work: (turn: Turn) => Promise<T>): Promise<T>;
}

export interface Arrivals {
  /** Tells all replicas at once that an event is about to be handled: until it is noted, or for a second or two. */
  announce(who: PersonKey, id: string, doneAt: number): Promise<void>;
}

/** A due reminder under a lease. */
export interface DueReminder {
  readonly who: PersonKey;
  readonly reminder: PlannedReminder;
  /** Counted at the claim, so that a crash counts. */
  readonly attempt: number;
}

/**
 * What to claim: rows that wait their turn, or rows whose lease ran out because their process failed or died. The
 * latter are best taken one at a time, so that one which kills its process takes no others along.
 */
export type ClaimFrom = 'waiting' | 'abandoned';

export interface DueReminders {
  /**
   * Claims up to `limit` due reminders, earliest first, for `leaseMs`. `now` is ISO, null for the database's clock;
   * `who` restricts it to one person (the playground's and the terminal's own clock).
   */
  claimDue(params: {
    readonly from: ClaimFrom;
    readonly owner: string;
    readonly limit: number;
    readonly leaseMs: number;
    readonly now: string | null;
    readonly who?: PersonKey;
  }): Promise<DueReminder[]>;
  /**
   * Inside a turn: ends the claimed occurrence as `fired`, `unwanted` or `dead`, or puts it off to another instant.
   * False when the claim is no longer ours (moved, cancelled, lease lost): then the turn must do nothing.
   */
  settleDue(turn: Turn, due: DueReminder, owner: string, result: DueResult): Promise<boolean>;
}

export type DueResult =
  | { readonly type: 'fired' | 'unwanted' | 'dead' }
  | { readonly type: 'put-off'; readonly dueAt: string };

export interface Outbox {
  /** Claims up to `limit` messages, at most one a person and only their oldest unsent one, for `leaseMs`. */
  claimOutbox(params: {
    readonly from: ClaimFrom;
    readonly owner: string;
    readonly limit: number;
    readonly leaseMs: number;
    readonly who?: PersonKey;
    readonly channels: readonly ChannelName[];
  }): Promise<Delivery[]>;
  /** What other processes than `owner` sent in the last two seconds, by the database's clock; the newest where it is much. */
  recentPosts(owner: string): Promise<RecentPost[]>;
  /** Marks one claimed message, fenced by owner and lease, and writes the attempt log. False when the claim was lost. */
  markOutbox(delivery: Delivery, owner: string, outcome: Outcome, next: NextAttempt): Promise<boolean>;
}

export interface RecentPost {
  readonly who: PersonKey;
  readonly channel: ChannelName;
  readonly agoMs: number;
}

/** What becomes of the row: `done` (sent or refused for good), `retry` after a time, or `dead`. */
export type NextAttempt =
  | { readonly type: 'done' | 'dead' }
  | {
      readonly type: 'retry';
      readonly afterMs: number;
      readonly countsAsAttempt: boolean;
      /** Newer messages to the person need not wait for it. */
      readonly held?: boolean;
    };

export interface Removals {
  /** Claims one removal whose message is no longer on its way, none of a tenant of which another is under way. */
  claimRemoval(params: {
    readonly owner: string;
    readonly leaseMs: number;
    readonly channels: readonly ChannelName[];
    readonly who?: PersonKey;
  }): Promise<Removal | null>;
  /** Ends the claim. `tenant-waits`: nothing more is removed in the whole tenant so long, and no attempt is counted. */
  settleRemoval(
    removal: Removal,
    owner: string,
    next: { readonly type: 'over' } | { readonly type: 'later' | 'tenant-waits'; readonly afterMs: number },
  ): Promise<void>;
}

export interface Health {
  /** Null when the database answers and every migration is applied; otherwise what is wrong. */
  problem(): Promise<string | null>;
}

/** How delivery is doing, of all people together. */
export interface Figures {
  /** False while fewer than five people use Bowout here: then every figure is 0, since it would be about somebody. */
  readonly enough: boolean;
  /** Seconds since the longest waiting reminder fell due; 0 when none waits. */
  readonly dueLagS: number;
  /** Seconds since the longest waiting message might have gone; 0 when none waits. */
  readonly outboxAgeS: number;
  /** Messages and reminders given up; 0 while they are of fewer than five people, who could be guessed. */
  readonly dead: number;
  /** Messages that may have arrived and are still open; 0 likewise. */
  readonly inDoubt: number;
}

export interface Gauges {
  figures(): Promise<Figures>;
}

export interface Upkeep {
  /** Deletes what has served its time, and warns in the log when the clocks disagree. Meant for every few minutes. */
  purge(): Promise<Purged>;
}

/** How many rows of each kind went. */
export interface Purged {
  readonly inbound: number;
  readonly messages: number;
  readonly attempts: number;
  /** Those who left and have had their goodbye. */
  readonly people: number;
  /** Those not heard of for the time of retention. */
  readonly retired: number;
}

export interface Keys {
  /**
   * Wraps every key anew with the master key of now, in small bites beside the turns, and then forgets the earlier
   * master keys. Begun again after an end, it goes on. Returns how many keys were wrapped.
   * @throws Error when there are rows that neither key opens
   */
  rotateKeys(): Promise<number>;
}

export interface Calendars {
  /** Whose calendar an address opens, by the fingerprint of its token; null when it opens none. */
  personOfCalendar(tokenHash: string): Promise<PersonKey | null>;
}

export interface Store
  extends Turns,
    Arrivals,
    DueReminders,
    Outbox,
    Removals,
    Calendars,
    Installations,
    OneTimeStates,
    Upkeep,
    Keys,
    Health,
    Gauges {
  close(): Promise<void>;
}
