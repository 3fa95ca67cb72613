import { createScheduler } from '../../dist/scheduler.js';
import { TIMING } from '../../dist/service/timing.js';
import { openPostgres, serviceOn, silent } from '../bowout.mjs';
import { promise, withPool } from '../due.mjs';
import { at } from '../timing.mjs';

export const measure = {
  title: 'Due to posted, 10,000 falling due within one minute over 50 tenants',
  unit: 's (p95)',
  better: 'lower',
  rounds: 3,
  sides: ['bowout'],
  goals: [{ side: 'bowout', atMost: 16 }],
  note: 'One process with its own scheduler. The goal is the tick of 15 s and one second more.',
};

export async function run(_side, { databaseUrl, quick }) {
  const count = quick ? 200 : 10_000;
  const span = quick ? 5 : 60;
  const encryptionKey = await promise(databaseUrl, count, { tenants: 50, dueIn: '10 seconds' });
  await withPool(databaseUrl, (pool) =>
    pool.query(
      `update reminders set due_at = now() + interval '5 seconds' + random() * $1 * interval '1 second'`,
      [span],
    ),
  );
  const due = await withPool(databaseUrl, (pool) => pool.query('select person, due_at from reminders'));
  const dueAt = new Map(due.rows.map(({ person, due_at }) => [person, due_at.getTime()]));
  const lags = [];
  const store = await openPostgres(databaseUrl, encryptionKey);
  const service = serviceOn(store, {
    onSend: ({ who }) => lags.push((Date.now() - dueAt.get(who.person)) / 1_000),
  });
  const scheduler = createScheduler({ service, store, log: silent, tick: TIMING.tick });
  scheduler.start();
  while (lags.length < count) await new Promise((resolve) => setTimeout(resolve, 200));
  await scheduler.stop();
  lags.sort((a, b) => a - b);
  return { value: at(lags, 0.95), p50: at(lags, 0.5), most: lags.at(-1) };
}
