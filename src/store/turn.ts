import type { Message } from '../coach/message.js';
import type { Reminder } from '../coach/remind/reminder.js';
import type {
  Address,
  Conversation,
  PersonKey,
  PlannedReminder,
  Turn,
  WhichMessages,
} from '../service/ports.js';
import { forgetArrivals, isOvertaking } from './arrivals.js';
import { closeCalendar, openCalendar } from './calendars.js';
import { instant, type Transaction } from './driver.js';
import type { Vault } from './encryption.js';
import { forgetInbound, noteInbound } from './inbound.js';
import { deleteMessages, enqueue, unsentMessages } from './outbox.js';
import { deletePersonRow, type LockedPerson, lockPerson, savePerson } from './people.js';
import {
  deleteReminders,
  forgetReminder,
  listReminders,
  planReminder,
  resumeReminders,
} from './reminders.js';
import { forgetPosted, removeMessages } from './removals.js';

/** One person's rows inside one transaction. The person is locked before anything of theirs is read or written. */
export class PersonTurn implements Turn {
  readonly now: string;
  #person: LockedPerson | null = null;
  readonly #noted: string[] = [];

  constructor(
    readonly sql: Transaction,
    readonly who: PersonKey,
    private readonly vault: Vault,
  ) {
    this.now = instant(sql.startedAt);
  }

  async isOvertaking(doneAt: number): Promise<boolean> {
    await this.#locked();
    return isOvertaking(this.sql, this.who, doneAt);
  }

  async noteInbound(id: string, seconds?: number): Promise<boolean> {
    // The person first, as everywhere: who holds the one and waits for the other must not meet who does the reverse.
    await this.#locked();
    this.#noted.push(id);
    const isNew = await noteInbound(this.sql, this.who, id, seconds ?? null);
    // One that comes a second time is no sign of life.
    if (isNew) await resumeReminders(this.sql, this.who);
    return isNew;
  }

  async load(): Promise<Conversation | null> {
    return (await this.#locked()).conversation;
  }

  async save(conversation: Conversation): Promise<void> {
    // A reminder that fires is no use that the person made of it.
    const isUse = this.#noted.length > 0;
    const { cipher } = await this.#locked();
    await savePerson(this.sql, this.who, cipher, conversation, isUse);
    this.#person = { cipher, conversation };
  }

  async reminders(): Promise<PlannedReminder[]> {
    await this.#locked();
    return listReminders(this.sql, this.who);
  }

  async planReminder(reminder: Reminder, dueAt: string): Promise<void> {
    await this.#locked();
    await planReminder(this.sql, this.who, reminder, dueAt);
  }

  async forgetReminder(id: string): Promise<void> {
    await this.#locked();
    await forgetReminder(this.sql, this.who, id);
  }

  async enqueue(address: Address, messages: readonly Message[]): Promise<void> {
    const { cipher } = await this.#locked();
    await enqueue(this.sql, this.who, cipher, address, messages);
  }

  async unsent(): Promise<Message[]> {
    return unsentMessages(this.sql, this.who, (await this.#locked()).cipher);
  }

  async openCalendar(tokenHash: string): Promise<void> {
    await this.#locked();
    await openCalendar(this.sql, this.who, tokenHash);
  }

  async closeCalendar(): Promise<void> {
    await this.#locked();
    await closeCalendar(this.sql, this.who);
  }

  async removeMessages(which: WhichMessages): Promise<void> {
    await this.#locked();
    await removeMessages(this.sql, this.who, which);
  }

  async deletePerson(): Promise<void> {
    await this.#locked();
    await deleteMessages(this.sql, this.who);
    await forgetPosted(this.sql, this.who);
    await deleteReminders(this.sql, this.who);
    await closeCalendar(this.sql, this.who);
    await forgetArrivals(this.sql, this.who);
    await forgetInbound(this.sql, this.who, this.#noted);
    await deletePersonRow(this.sql, this.who);
    // A goodbye put into the outbox now gets a bare row with a key of its own; the purge takes both.
    this.#person = null;
  }

  async #locked(): Promise<LockedPerson> {
    this.#person ??= await lockPerson(this.sql, this.vault, this.who);
    return this.#person;
  }
}
