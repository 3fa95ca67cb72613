import { randomBytes } from 'node:crypto';
import { advance } from '../../../src/coach/conversation/advance.js';
import type { Message } from '../../../src/coach/message.js';
import type { Reminder } from '../../../src/coach/remind/reminder.js';
import { createLog } from '../../../src/log.js';
import type { Address, PersonKey, Store } from '../../../src/service/ports.js';
import type { Timing } from '../../../src/service/timing.js';
import type { Driver } from '../../../src/store/driver.js';
import { openStore } from '../../../src/store/open-store.js';
import { openPg } from '../../../src/store/pg.js';
import { loadWords } from '../../../src/templates.js';
import { createDatabase, postgresUrl } from '../../contract/temporary-database.js';
import { noonZone, type Platform, startSlack, startTeams } from './platforms.js';
import { type Fleet, fleetOf } from './replicas.js';

const PATIENCE_MS = 600_000;
const TEAMS_TENANT = '11111111-2222-4333-8444-555555555555';

export interface Somebody {
  readonly who: PersonKey;
  readonly address: Address;
  /** Their conversation, as the platform calls it. */
  readonly conversation: string;
}

export interface World {
  readonly slack: Platform;
  readonly teams: Platform;
  readonly fleet: Fleet;
  readonly store: Store;
  /** For looking behind the store's back. */
  readonly sql: Driver;
  readonly databaseUrl: string;
  readonly encryptionKey: string;
  /** People who have talked to the coach, spread over so many tenants of a platform. */
  people(on: 'slack' | 'teams', count: number, tenants: number): Somebody[];
  /** Plans one reminder for each, due a minute ago. */
  promise(people: readonly Somebody[]): Promise<void>;
  /** Puts messages to each into the outbox. */
  write(people: readonly Somebody[], messages: readonly Message[]): Promise<void>;
  /** Messages and due reminders that are neither delivered nor given up. */
  waiting(): Promise<number>;
  /** Waits until nothing waits, ten minutes at most. @returns how many still do */
  untilDone(): Promise<number>;
  /** How many of a query's rows there are. */
  count(from: string): Promise<number>;
  close(): Promise<void>;
}

/** An empty database, both platforms, and a fleet that knows them; `through` gives it another way to the database. */
export async function openWorld(
  timing?: Timing,
  through: (databaseUrl: string) => Promise<string> = async (url) => url,
): Promise<World> {
  if (postgresUrl === null) throw new Error('The chaos tests need a PostgreSQL: npm run chaos');
  const database = await createDatabase(postgresUrl);
  const encryptionKey = randomBytes(32).toString('hex');
  const log = createLog('silent');
  const [slack, teams] = await Promise.all([startSlack(), startTeams()]);
  const store = await openStore({ databaseUrl: database.url, dataDir: '', encryptionKey, log });
  const sql = openPg(database.url, log);
  const settings = { databaseUrl: await through(database.url), encryptionKey, slackUrl: slack.url };
  const fleet = fleetOf({ ...settings, ...(timing && { timing }) });
  let made = 0;

  const count = async (from: string): Promise<number> =>
    (await patiently(() => sql.query<{ n: number }>(`select count(*) as n from ${from}`)))[0]?.n ?? 0;
  const waiting = () =>
    count(`(select 1 from outbox where status in ('pending', 'sending') union all
      select 1 from reminders where status = 'claimed' or (status = 'pending' and due_at <= now())) as open`);

  return {
    slack,
    teams,
    fleet,
    store,
    sql,
    databaseUrl: database.url,
    encryptionKey,
    count,
    waiting,
    people: (on, many, tenants) =>
      Array.from({ length: many }, (_, n) =>
        on === 'slack' ? slackPerson(++made, n % tenants) : teamsPerson(++made, n % tenants, teams.url),
      ),
    write: (people, messages) =>
      inParallel(10, people, ({ who, address }) =>
        patiently(() =>
          store.turn(who, async (turn) => {
            await turn.save({ state: state(), address, zone: noonZone(), locale: 'en-US' });
            await turn.enqueue(address, messages);
          }),
        ),
      ),
    promise: (people) => inParallel(10, people, (somebody) => promiseOne(store, somebody)),
    async untilDone() {
      const from = performance.now();
      let left = await waiting();
      for (; left > 0 && performance.now() - from < PATIENCE_MS; left = await waiting()) await sleep(200);
      return left;
    },
    async close() {
      await fleet.stop();
      await Promise.all([store.close(), sql.close(), slack.close(), teams.close()]);
      await database.drop();
    },
  };
}

function slackPerson(n: number, tenant: number): Somebody {
  const team = `T${tenant}`;
  const user = `U${n}`;
  const conversation = `D${n}`;
  return {
    who: { tenant: `slack:${team}`, person: user },
    address: { channel: 'slack', to: { team, user, channel: conversation } },
    conversation,
  };
}

function teamsPerson(n: number, tenant: number, serviceUrl: string): Somebody {
  const tenantId = `${TEAMS_TENANT.slice(0, -6)}${String(tenant).padStart(6, '0')}`;
  const conversation = `a:${n}`;
  return {
    who: { tenant: `teams:${tenantId}`, person: `P${n}` },
    address: {
      channel: 'teams',
      to: {
        tenantId,
        aadObjectId: `P${n}`,
        userMri: `29:${n}`,
        conversationId: conversation,
        serviceUrl: `${serviceUrl}/`,
        botMri: '28:bot',
      },
    },
    conversation,
  };
}

/** What the store keeps of somebody who has said hello, and who may be written to at weekends, when tests run too. */
const state = (() => {
  let kept: unknown;
  return (): unknown => {
    if (kept) return kept;
    const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    const words = loadWords('en');
    const context = { now, zone: noonZone(), locale: 'en-US', words, reminders: [] };
    const { state } = advance(null, { type: 'hello' }, context);
    state.profile.quiet = { ...state.profile.quiet, weekends: false };
    kept = state;
    return kept;
  };
})();

async function promiseOne(store: Store, { who, address }: Somebody): Promise<void> {
  const zone = noonZone();
  const due = new Date(Date.now() - 60_000).toISOString().slice(0, 19);
  const reminder: Reminder = {
    id: 'all:review',
    kind: 'review',
    about: 'all',
    at: due.slice(0, 16),
    zone,
    until: null,
  };
  await patiently(() =>
    store.turn(who, async (turn) => {
      await turn.save({ state: state(), address, zone, locale: 'en-US' });
      await turn.planReminder(reminder, `${due}Z`);
    }),
  );
}

/** Where a busy machine gives no connection in time, nothing has happened yet, and it is asked again. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const from = performance.now();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isBusy = error instanceof Error && /timeout exceeded|connection timeout/.test(error.message);
      if (!isBusy || performance.now() - from > PATIENCE_MS) throw error;
    }
  }
}

export async function inParallel<T>(
  lanes: number,
  all: readonly T[],
  work: (one: T, n: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let n = next++; n < all.length; n = next++) await work(all[n] as T, n);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/**
 * Waits for what has to come, however slow the machine is.
 * @throws Error naming it when it does not come in ten minutes
 */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const from = performance.now();
  while (!(await isSo())) {
    if (performance.now() - from > PATIENCE_MS) throw new Error(`Ten minutes went by without ${what}.`);
    await sleep(20);
  }
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** How many were not reached, and how many messages came more than once. */
export function tally(
  people: readonly Somebody[],
  platform: Platform,
  each = 1,
): { lost: number; doubled: number } {
  const got = people.map(({ conversation }) => platform.received.get(conversation) ?? 0);
  return {
    lost: got.filter((n) => n < each).length,
    doubled: got.reduce((sum, n) => sum + Math.max(0, n - each), 0),
  };
}
