// Fifty thousand that are due, for the product and for the queues beside it.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { advance } from '../dist/coach/conversation/advance.js';
import { Vault } from '../dist/store/encryption.js';
import { context, openPostgres, somebody } from './bowout.mjs';

/** A zone where it is about noon: no reminder is put off for the night. */
const NOON = ((hour) => (hour === 12 ? 'Etc/GMT' : `Etc/GMT${hour > 12 ? '+' : '-'}${Math.abs(hour - 12)}`))(
  new Date().getUTCHours(),
);
const PAYLOAD = { kind: 'deadline' };

/** So many people who have said hello, each with one reminder due a minute ago, over so many tenants. */
export async function promise(databaseUrl, count, { tenants = 1, dueIn = '-1 minute' } = {}) {
  const encryptionKey = randomBytes(32).toString('hex');
  const store = await openPostgres(databaseUrl, encryptionKey);
  await store.close();
  const vault = new Vault(encryptionKey);
  const { state } = advance(null, { type: 'hello' }, { ...context, zone: NOON });
  // What is measured may fall on a weekend.
  state.profile.quiet.weekends = false;
  await withPool(databaseUrl, async (pool) => {
    for (let from = 0; from < count; from += 1_000) {
      const people = Array.from({ length: Math.min(1_000, count - from) }, (_, n) => {
        const { who, address } = somebody(from + n, `T${(from + n) % tenants}`);
        const { cipher, wrapped, keyId } = vault.newKey(who);
        return { ...who, address, wrapped, keyId, state: cipher.seal('people.state', state) };
      });
      const column = (read) => people.map(read);
      await pool.query(
        `insert into people (tenant, person, wrapped_key, key_id, zone, locale, address, state)
         select t, p, w, k, $7, 'en-US', a::jsonb, s
         from unnest($1::text[], $2::text[], $3::bytea[], $4::text[], $5::text[], $6::bytea[]) as x (t, p, w, k, a, s)`,
        [
          column(({ tenant }) => tenant),
          column(({ person }) => person),
          column(({ wrapped }) => wrapped),
          column(({ keyId }) => keyId),
          column(({ address }) => JSON.stringify(address)),
          column(({ state: sealed }) => sealed),
          NOON,
        ],
      );
      await pool.query(
        `insert into reminders (tenant, person, id, kind, about, at, zone, due_at)
         select t, p, 'all:review', 'review', 'all', '2026-11-20T12:00', $4, now() + $3::interval
         from unnest($1::text[], $2::text[]) as x (t, p)`,
        [column(({ tenant }) => tenant), column(({ person }) => person), dueIn, NOON],
      );
    }
    await pool.query('analyze');
  });
  return encryptionKey;
}

export async function fillPgBoss(databaseUrl, count) {
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false });
  await boss.start();
  await boss.createQueue('due');
  for (let from = 0; from < count; from += 5_000)
    await boss.insert(
      'due',
      Array.from({ length: Math.min(5_000, count - from) }, () => ({ data: PAYLOAD })),
    );
  await boss.stop({ graceful: false });
  await withPool(databaseUrl, (pool) => pool.query('analyze'));
}

export async function fillGraphile(databaseUrl, count) {
  const { makeWorkerUtils, Logger } = await import('graphile-worker');
  const utils = await makeWorkerUtils({ connectionString: databaseUrl, logger: new Logger(() => () => {}) });
  await utils.migrate();
  await withPool(databaseUrl, async (pool) => {
    await pool.query(
      `select count(graphile_worker.add_job('due', json_build_object('kind', 'deadline', 'n', n)))
       from generate_series(1, $1::integer) as n`,
      [count],
    );
    await pool.query('analyze');
  });
  await utils.release();
}

export async function withPool(databaseUrl, work) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
