import { randomUUID } from 'node:crypto';
import { openPostgres } from '../bowout.mjs';
import { promise, withPool } from '../due.mjs';
import { at } from '../timing.mjs';

export const measure = {
  title: 'Claim of 100 due reminders, by how many are pending',
  unit: 'ms (p50)',
  better: 'lower',
  rounds: 3,
  sides: ['10 k', '1 M', '10 M'],
  goals: [
    { side: '10 M', over: '10 k', atMost: 1.3 },
    { side: '10 M', figure: 'usesPartialIndex', atLeast: 1 },
  ],
  note: 'A claim is one statement; what it claimed is put back before the next. `usesPartialIndex` is 1 when the plan is a scan of `reminders_due`.',
};

const PENDING = { '10 k': 10_000, '1 M': 1_000_000, '10 M': 10_000_000 };
const CLAIMS = 200;
const DUE = 2_000;

export async function run(side, { databaseUrl, quick }) {
  const encryptionKey = await promise(databaseUrl, DUE);
  return withPool(databaseUrl, async (pool) => {
    await pool.query(
      `insert into reminders (tenant, person, id, kind, about, at, zone, due_at)
       select 'slack:T' || n % 500, 'P' || n, 'all:review', 'review', 'all', '2027-06-01T09:00', 'Europe/London',
         now() + interval '1 day' + n * interval '3 seconds'
       from generate_series(1, $1::integer) as n`,
      [(quick ? 0.01 : 1) * PENDING[side]],
    );
    await pool.query('vacuum analyze reminders');
    const store = await openPostgres(databaseUrl, encryptionKey);
    const claim = { from: 'waiting', owner: randomUUID(), limit: 100, leaseMs: 60_000, now: null };
    const times = new Float64Array(quick ? 20 : CLAIMS);
    for (let n = -10; n < times.length; n++) {
      const started = performance.now();
      await store.claimDue(claim);
      if (n >= 0) times[n] = performance.now() - started;
      await pool.query(
        `update reminders set status = 'pending', attempts = 0, lease_owner = null, lease_until = null where status = 'claimed'`,
      );
      if (n % 20 === 0) await pool.query('vacuum reminders');
    }
    times.sort();
    return { value: at(times, 0.5), p95: at(times, 0.95), usesPartialIndex: await usesPartialIndex(pool) };
  });
}

async function usesPartialIndex(pool) {
  const { rows } = await pool.query(
    `explain select tenant, person, id from reminders where status = 'pending' and due_at <= coalesce(null::timestamptz, now())
     order by due_at, id limit 100 for update skip locked`,
  );
  return rows.some((row) => row['QUERY PLAN'].includes('reminders_due')) ? 1 : 0;
}
