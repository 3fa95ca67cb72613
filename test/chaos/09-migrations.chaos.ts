import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';
import { createLog } from '../../src/log.js';
import type { Driver } from '../../src/store/driver.js';
import { Vault } from '../../src/store/encryption.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import { openStore } from '../../src/store/open-store.js';
import { openPg } from '../../src/store/pg.js';
import { aMessage, anAddress, aPerson } from '../contract/samples.js';
import { createDatabase, postgresUrl } from '../contract/temporary-database.js';
import { row, sized } from './harness/table.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const encryptionKey = randomBytes(32).toString('hex');
const log = createLog('silent');

test('three processes migrate at once: an empty database, or one of the first version', async () => {
  const [rounds, people] = [sized(2, 50), sized(10, 200)];
  const migrations = await readMigrations();
  let [failures, wrong, killed, old, unread] = [0, 0, 0, 0, 0];
  for (let n = 0; n < rounds; n++) {
    const database = await createDatabase(postgresUrl ?? '');
    const sql = openPg(database.url, log);
    const isOld = n % 2 === 0;
    if (isOld) {
      await migrate(sql, migrations.slice(0, 1));
      await fill(sql, people);
      old++;
    }
    // Every second round one of them is killed half way, and those that wait for it go on.
    const doomed = isOld ? null : upgrade(database.url);
    const codes = Promise.all([1, 2, 3].map(() => once(upgrade(database.url), 'exit')));
    if (doomed) {
      await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 400));
      doomed.kill('SIGKILL');
      killed++;
    }
    failures += (await codes).filter(([code]) => code !== 0).length;
    const [applied] = await sql.query<{ n: number }>('select count(*) as n from migrations');
    if (applied?.n !== migrations.length) wrong++;
    if (isOld) unread += people - (await readable(database.url, people));
    await sql.close();
    await database.drop();
  }
  row(`three processes migrate at once, ${rounds} times`, [
    { what: 'rounds in which a fourth was killed', is: killed },
    { what: 'rounds from the first version, with people', is: old },
    { what: 'failures', is: failures, exactly: 0 },
    { what: 'rounds not applied exactly once', is: wrong, exactly: 0 },
    { what: 'people with a conversation or message unread', is: unread, exactly: 0 },
  ]);
});

function upgrade(databaseUrl: string): ChildProcess {
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: databaseUrl,
    ENCRYPTION_KEY: encryptionKey,
    LOG_LEVEL: 'silent',
  };
  return spawn(process.execPath, [CLI, 'migrate'], { env, stdio: 'ignore' });
}

/** As the first version kept them: a conversation, a reminder and a message that waits, for each. */
async function fill(sql: Driver, people: number): Promise<void> {
  const vault = new Vault(encryptionKey);
  await sql.query('insert into master_keys (key_id) values ($1)', [vault.keyId]);
  for (let n = 0; n < people; n++) {
    const who = aPerson();
    const { wrapped, keyId, cipher } = vault.newKey(who);
    const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    const address = JSON.stringify(anAddress());
    await sql.query(
      `insert into people (tenant, person, wrapped_key, key_id, zone, locale, address, state)
       values ($1, $2, $3, $4, 'Europe/Berlin', 'en-US', $5::jsonb, $6)`,
      [who.tenant, who.person, wrapped, keyId, address, cipher.seal('people.state', { n })],
    );
    await sql.query(
      `insert into reminders (tenant, person, id, kind, about, at, zone, due_at)
       values ($1, $2, 'all:review', 'review', 'all', '2099-01-01T09:00', 'Europe/Berlin', '2099-01-01T08:00Z')`,
      [who.tenant, who.person],
    );
    await sql.query(
      `insert into outbox (delivery, tenant, person, channel, address, payload)
       values ($1::uuid, $2, $3, 'slack', $4::jsonb, $5)`,
      [id, who.tenant, who.person, address, cipher.seal(`outbox.payload ${id}`, aMessage(String(n)))],
    );
  }
}

/** Of how many the program of now can read everything. */
async function readable(databaseUrl: string, people: number): Promise<number> {
  const store = await openStore({ databaseUrl, dataDir: '', encryptionKey, log });
  const claim = { from: 'waiting', owner: 'w', leaseMs: 60_000, channels: ['slack'] } as const;
  let read = 0;
  for (let more = true; more; ) {
    const deliveries = await store.claimOutbox({ ...claim, limit: people });
    more = deliveries.length > 0;
    for (const { who, message } of deliveries) {
      const [state, reminders] = await store.turn(who, async (turn) => [
        (await turn.load())?.state as { n: number },
        await turn.reminders(),
      ]);
      if (message.kind === 'text' && message.text === String(state.n) && reminders.length === 1) read++;
    }
  }
  await store.close();
  return read;
}
