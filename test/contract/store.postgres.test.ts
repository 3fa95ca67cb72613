import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../src/log.js';
import type { PersonKey, Store } from '../../src/service/ports.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import { openStore } from '../../src/store/open-store.js';
import { openPg } from '../../src/store/pg.js';
import { aConversation, aMessage, anAddress, aPerson, aReminder, inMs, MINUTE } from './samples.js';
import { testStore } from './store.suite.js';
import { createDatabase, leftOut, postgresUrl, type TemporaryDatabase } from './temporary-database.js';

const log = createLog('silent');
const named = (name: string) => (postgresUrl === null ? `${name} (${leftOut})` : name);
const url = postgresUrl ?? '';
if (postgresUrl === null) process.stderr.write(`The store on PostgreSQL: ${leftOut}\n`);

describe.skipIf(postgresUrl === null)(named('the store on PostgreSQL'), () => {
  testStore(async () => {
    const database = await createDatabase(url);
    return { driver: openPg(database.url, log), drop: database.drop };
  });
});

describe.skipIf(postgresUrl === null)(named('two replicas on one PostgreSQL'), () => {
  const encryptionKey = randomBytes(32).toString('hex');
  let database: TemporaryDatabase;
  let replicas: readonly [Store, Store];
  let behind: ReturnType<typeof openPg>;

  const open = () => openStore({ databaseUrl: database.url, dataDir: '', encryptionKey, log });
  const either = (n: number): Store => replicas[n % 2 === 0 ? 0 : 1];
  const times = <T>(n: number, work: (n: number) => Promise<T>) =>
    Promise.all(Array.from({ length: n }, (_, index) => work(index)));

  beforeAll(async () => {
    database = await createDatabase(url);
    replicas = [await open(), await open()];
    behind = openPg(database.url, log);
  });
  afterAll(async () => {
    await Promise.all([...replicas.map((replica) => replica.close()), behind.close()]);
    await database.drop();
  });

  it('take turns on one person: no update is lost, a new person is made once', async () => {
    const who = aPerson();

    await times(60, (n) =>
      either(n).turn(who, async (turn) => {
        const count = ((await turn.load())?.state as number | undefined) ?? 0;
        await turn.save(aConversation(count + 1));
      }),
    );

    expect((await either(0).turn(who, (turn) => turn.load()))?.state).toBe(60);
  });

  it('note an event once, whoever sees it first', async () => {
    const who = aPerson();
    const noted = await times(20, (n) => either(n).turn(who, (turn) => turn.noteInbound('Ev1')));

    expect(noted.filter(Boolean)).toHaveLength(1);
  });

  it('let a repeated event through when the first transaction failed', async () => {
    const who = aPerson();
    const failing = either(0).turn(who, async (turn) => {
      await turn.noteInbound('Ev2');
      await new Promise((resolve) => setTimeout(resolve, 50));
      throw new Error('down');
    });
    const repeated = either(1).turn(who, (turn) => turn.noteInbound('Ev2'));

    await expect(failing).rejects.toThrow('down');
    // Whichever came first, the event that was saved is the one that was noted.
    expect(await repeated).toBe(true);
  });

  it('claim every reminder once', async () => {
    const people = Array.from({ length: 50 }, () => aPerson('slack:reminders'));
    await times(50, (n) =>
      either(n).turn(people[n] as PersonKey, (turn) => turn.planReminder(aReminder(), inMs(-MINUTE))),
    );

    const claims = await times(12, (n) =>
      either(n).claimDue({ from: 'waiting', owner: `w${n}`, limit: 10, leaseMs: MINUTE, now: null }),
    );

    const claimed = claims.flat().map(({ who }) => who.person);
    expect(new Set(claimed).size).toBe(claimed.length);
    const rest = await either(0).claimDue({
      from: 'waiting',
      owner: 'last',
      limit: 100,
      leaseMs: MINUTE,
      now: null,
    });
    expect(claimed.length + rest.length).toBe(50);
  });

  it('send each message once and in order, with retries in between', async () => {
    const people = Array.from({ length: 12 }, (_, n) => aPerson(`slack:T${n % 3}`));
    const numbers = Array.from({ length: 8 }, (_, n) => String(n));
    await times(12, (n) =>
      either(n).turn(people[n] as PersonKey, (turn) => turn.enqueue(anAddress(), numbers.map(aMessage))),
    );
    const heard = new Map<string, string[]>();

    await times(6, async (worker) => {
      const owner = `worker-${worker}`;
      // Idle rounds: what others hold comes back to nobody, so a worker leaves when there is nothing for a while.
      for (let idle = 0; idle < 20; ) {
        const claimed = await either(worker).claimOutbox({
          from: 'waiting',
          owner,
          limit: 5,
          leaseMs: MINUTE,
          channels: ['slack'],
        });
        idle = claimed.length === 0 ? idle + 1 : 0;
        for (const delivery of claimed) {
          const text = delivery.message.kind === 'text' ? delivery.message.text : '';
          const fails = delivery.attempt === 1 && Number(text) % 3 === 1;
          if (!fails) heard.set(delivery.who.person, [...(heard.get(delivery.who.person) ?? []), text]);
          const marked = await either(worker).markOutbox(
            delivery,
            owner,
            fails ? { type: 'not-sent', reason: 'ECONNREFUSED' } : { type: 'sent', externalId: null },
            fails ? { type: 'retry', afterMs: 0, countsAsAttempt: true } : { type: 'done' },
          );
          expect(marked).toBe(true);
        }
      }
    });

    expect(people.map(({ person }) => heard.get(person))).toEqual(people.map(() => numbers));
  });

  it('never lose a message of somebody who is being purged at that moment', async () => {
    const who = aPerson();
    await times(40, async (n) => {
      if (n % 2 === 0)
        await either(n / 2).turn(who, (turn) => turn.enqueue(anAddress(), [aMessage(String(n))]));
      else await either(n).purge();
    });

    let read = 0;
    for (;;) {
      const [delivery] = await either(0).claimOutbox({
        from: 'waiting',
        owner: 'w',
        limit: 1,
        leaseMs: MINUTE,
        channels: ['slack'],
        who,
      });
      if (!delivery) break;
      read++;
      await either(0).markOutbox(delivery, 'w', { type: 'sent', externalId: null }, { type: 'done' });
    }
    expect(read).toBe(20);
  });

  it('purge nobody to whom a turn is about to write', async () => {
    const who = aPerson();
    // A bare row, as a first event leaves that had no answer.
    await either(0).turn(who, (turn) => turn.load());

    const purging = await either(0).turn(who, async (turn) => {
      await turn.enqueue(anAddress(), [aMessage('Hello')]);
      const purged = either(1).purge();
      await Promise.race([purged, new Promise((resolve) => setTimeout(resolve, 300))]);
      return { purged };
    });
    await purging.purged;

    const claim = {
      from: 'waiting',
      owner: 'w',
      limit: 1,
      leaseMs: MINUTE,
      channels: ['slack'],
      who,
    } as const;
    expect(await either(0).claimOutbox(claim)).toMatchObject([{ message: { text: 'Hello' } }]);
  });

  it('delete and greet the same person at the same time without an error', async () => {
    const who = aPerson();
    await times(40, (n) =>
      either(n).turn(who, async (turn) => {
        await turn.load();
        if (n % 3 === 0) await turn.deletePerson();
        else await turn.save(aConversation(n));
        await turn.enqueue(anAddress(), [aMessage(String(n))]);
      }),
    );

    const claimed = await either(0).claimOutbox({
      from: 'waiting',
      owner: 'w',
      limit: 9,
      leaseMs: MINUTE,
      channels: ['slack'],
      who,
    });
    expect(claimed).toHaveLength(1);
  });

  it('lose a connection and carry on', async () => {
    const cut = () =>
      behind.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
    const who = aPerson();
    const inside = either(0).turn(who, async (turn) => {
      await turn.save(aConversation());
      await cut();
      return turn.load();
    });

    await expect(inside).rejects.toThrow();
    expect(await either(0).turn(who, (turn) => turn.load())).toBeNull();
    await vi.waitFor(async () => expect(await either(1).problem()).toBeNull());
  });

  it('say in a health check that the database is gone', async () => {
    const own = await createDatabase(url);
    const store = await openStore({ databaseUrl: own.url, dataDir: '', encryptionKey, log });
    await own.drop();

    expect(await store.problem()).toMatch(/the database does not answer: .*does not exist/);
    await store.close();
  });
});

describe.skipIf(postgresUrl === null)(named('migrations'), () => {
  it('run once when three replicas start at the same time', async () => {
    const migrations = await readMigrations();
    for (let round = 0; round < 5; round++) {
      const database = await createDatabase(url);
      const replicas = [openPg(database.url, log), openPg(database.url, log), openPg(database.url, log)];

      const applied = await Promise.all(replicas.map((replica) => migrate(replica, migrations)));

      expect(applied.flat().sort()).toEqual(migrations.map(({ name }) => name));
      await Promise.all(replicas.map((replica) => replica.close()));
      await database.drop();
    }
  });
});
