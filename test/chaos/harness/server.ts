import pg from 'pg';
import { sleep, until } from './world.js';

/** Crashes the database server and starts it again after so many milliseconds. Resolves when it answers. */
export async function crashServer(url: string, downMs: number): Promise<void> {
  const keeper = Number(process.env['WITH_POSTGRES_PID']);
  if (!keeper) throw new Error('This row crashes its own PostgreSQL: run it with npm run chaos.');
  process.kill(keeper, 'SIGUSR2');
  await until('the end of the server', async () => !(await answers(url)));
  await sleep(downMs);
  process.kill(keeper, 'SIGUSR2');
  await until('an answer of the new server', () => answers(url));
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
