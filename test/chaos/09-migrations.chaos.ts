import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';
import { createLog } from '../../src/log.js';
import { readMigrations } from '../../src/store/migrate.js';
import { openPg } from '../../src/store/pg.js';
import { createDatabase, postgresUrl } from '../contract/temporary-database.js';
import { row, sized } from './harness/table.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

test('three processes migrate an empty database at once', async () => {
  const rounds = sized(2, 50);
  const steps = (await readMigrations()).length;
  let [failures, wrong, killed] = [0, 0, 0];
  for (let n = 0; n < rounds; n++) {
    const database = await createDatabase(postgresUrl ?? '');
    // Every second round one of them is killed half way, and those that wait for it go on.
    const doomed = n % 2 === 1 ? migrate(database.url) : null;
    const codes = Promise.all([1, 2, 3].map(() => once(migrate(database.url), 'exit')));
    if (doomed) {
      await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 400));
      doomed.kill('SIGKILL');
      killed++;
    }
    failures += (await codes).filter(([code]) => code !== 0).length;
    const sql = openPg(database.url, createLog('silent'));
    const [applied] = await sql.query<{ n: number }>('select count(*) as n from migrations');
    if (applied?.n !== steps) wrong++;
    await sql.close();
    await database.drop();
  }
  row(`three processes migrate at once, ${rounds} times`, [
    { what: 'rounds in which a fourth was killed', is: killed },
    { what: 'failures', is: failures, exactly: 0 },
    { what: 'rounds not applied exactly once', is: wrong, exactly: 0 },
  ]);
});

function migrate(databaseUrl: string) {
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: databaseUrl,
    ENCRYPTION_KEY: process.env['ENCRYPTION_KEY'],
    LOG_LEVEL: 'silent',
  };
  return spawn(process.execPath, [CLI, 'migrate'], { env, stdio: 'ignore' });
}
