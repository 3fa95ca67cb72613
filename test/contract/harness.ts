import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { createLog } from '../../src/log.js';
import type {
  Delivery,
  DueReminder,
  NextAttempt,
  Outcome,
  PersonKey,
  Store,
} from '../../src/service/ports.js';
import type { Driver } from '../../src/store/driver.js';
import { openStoreOn } from '../../src/store/open-store.js';
import { aMessage, anAddress, aReminder, MINUTE } from './samples.js';

export interface Setup {
  /** A fresh database. `drop` runs after its driver was closed by the store. */
  readonly driver: Driver;
  drop(): Promise<void>;
}

/** Every table with rows of people, and the pauses of tenants. */
const TABLES = [
  'people',
  'inbound',
  'reminders',
  'outbox',
  'attempts',
  'calendars',
  'pauses',
  'removals',
  'posted',
  'arrivals',
];

export const SENT: Outcome = { type: 'sent', externalId: '171.001' };
export const DONE: NextAttempt = { type: 'done' };

export type Harness = ReturnType<typeof openHarness>;

/** One store for a whole file, emptied before each test, with the handles the parts of the suite share. */
export function openHarness(setup: () => Promise<Setup>) {
  let given: Setup | null = null;
  let opened: Store | null = null;
  const driver = (): Driver => {
    if (!given) throw new Error('the database is opened before the first test');
    return given.driver;
  };
  const store = (): Store => {
    if (!opened) throw new Error('the store is opened before the first test');
    return opened;
  };

  beforeAll(async () => {
    given = await setup();
    opened = await openStoreOn(given.driver, randomBytes(32).toString('hex'), createLog('silent'));
  });
  beforeEach(async () => {
    for (const table of TABLES) await driver().query(`truncate ${table}`);
  });
  afterAll(async () => {
    await opened?.close();
    await given?.drop();
  });

  const claim = async (who?: PersonKey, owner = 'worker-1'): Promise<Delivery[]> => {
    const params = { owner, limit: 10, leaseMs: MINUTE, channels: ['slack'], ...(who && { who }) } as const;
    const abandoned = await store().claimOutbox({ ...params, from: 'abandoned' });
    return [...abandoned, ...(await store().claimOutbox({ ...params, from: 'waiting' }))];
  };
  const claimOne = async (who: PersonKey, owner = 'worker-1'): Promise<Delivery> => {
    const [delivery, ...rest] = await claim(who, owner);
    expect(rest).toEqual([]);
    if (!delivery) throw new Error('nothing was there to claim');
    return delivery;
  };
  const enqueue = (who: PersonKey, ...texts: string[]) =>
    store().turn(who, (turn) => turn.enqueue(anAddress(), texts.map(aMessage)));
  const plan = (who: PersonKey, id: string, dueAt: string) =>
    store().turn(who, (turn) => turn.planReminder(aReminder(id), dueAt));
  const claimDue = async (who?: PersonKey, now: string | null = null, owner = 'worker-1') => {
    const params = { owner, limit: 10, leaseMs: MINUTE, now, ...(who && { who }) };
    const abandoned = await store().claimDue({ ...params, from: 'abandoned' });
    return [...abandoned, ...(await store().claimDue({ ...params, from: 'waiting' }))];
  };
  const claimOneDue = async (who: PersonKey): Promise<DueReminder> => {
    const [due, ...rest] = await claimDue(who);
    expect(rest).toEqual([]);
    if (!due) throw new Error('nothing was due');
    return due;
  };
  const leasesExpire = async () => {
    await driver().query(
      `update outbox set lease_until = now() - interval '1 second' where status = 'sending'`,
    );
    await driver().query(
      `update reminders set lease_until = now() - interval '1 second' where status = 'claimed'`,
    );
  };
  const retriesComeDue = () =>
    driver().query(`update outbox set available_at = now() where status = 'pending'`);
  const countRows = async (table: string, who: PersonKey): Promise<number> => {
    const [row] = await driver().query<{ n: number }>(
      `select count(*) as n from ${table} where tenant = $1 and person = $2`,
      [who.tenant, who.person],
    );
    return row?.n ?? -1;
  };

  return {
    get store() {
      return store();
    },
    /** The database behind the store's back: for looking, and for letting time pass. */
    get driver() {
      return driver();
    },
    claim,
    claimOne,
    enqueue,
    plan,
    claimDue,
    claimOneDue,
    leasesExpire,
    retriesComeDue,
    countRows,
  };
}

export const texts = (deliveries: readonly Delivery[]) =>
  deliveries.map(({ message }) => (message.kind === 'text' ? message.text : message.kind));
