import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Driver, Sql } from './driver.js';

const FOLDER = fileURLToPath(new URL('../../migrations/', import.meta.url));

/** Any number that no other program on the database uses for its own lock. */
const LOCK = 7_304_511_626;

interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** `migrations/0001_store.sql` and on, in order. @throws Error when a number is missing or used twice. */
export async function readMigrations(folder = FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const version = Number(/^(\d{4})_/.exec(name)?.[1]);
      if (version !== index + 1)
        throw new Error(
          `migrations/${name} must be numbered ${String(index + 1).padStart(4, '0')}_: numbers start at 0001 and have no gaps.`,
        );
      return { version, name, sql: await readFile(`${folder}/${name}`, 'utf8') };
    }),
  );
}

/**
 * Brings the database to the newest version, each step in its own transaction. Any number of processes may do so at
 * the same time: they wait for one another. Doing it again changes nothing.
 * @throws Error when the database was made by a newer program.
 * @returns the names of the steps applied now
 */
export async function migrate(driver: Driver, migrations: readonly Migration[]): Promise<string[]> {
  const applied: string[] = [];
  for (const migration of migrations) {
    const isNew = await driver.transaction(
      async (transaction) => {
        await transaction.query('select pg_advisory_xact_lock($1::bigint)', [LOCK]);
        await transaction.script(
          `create table if not exists migrations (
             version integer primary key, name text not null, applied_at timestamptz not null default now())`,
        );
        await refuseNewer(transaction, migrations);
        // The bookkeeping row comes first: a step that fails takes it along when it rolls back.
        const noted = await transaction.query(
          'insert into migrations (version, name) values ($1, $2) on conflict do nothing returning version',
          [migration.version, migration.name],
        );
        if (noted.length > 0) await transaction.script(migration.sql);
        return noted.length > 0;
      },
      { patient: true },
    );
    if (isNew) applied.push(migration.name);
  }
  return applied;
}

/** What stands between the database and this program, or null. */
export async function migrationProblem(sql: Sql, migrations: readonly Migration[]): Promise<string | null> {
  const [newest] = await sql.query<{ version: number | null }>(
    'select max(version) as version from migrations',
  );
  const at = newest?.version ?? 0;
  return at === migrations.length
    ? null
    : `the database is at migration ${at}, this program at ${migrations.length}`;
}

async function refuseNewer(sql: Sql, migrations: readonly Migration[]): Promise<void> {
  const [newer] = await sql.query<{ version: number; name: string }>(
    'select version, name from migrations where version > $1 order by version desc limit 1',
    [migrations.length],
  );
  if (newer)
    throw new Error(
      `The database is at migration ${newer.version} (${newer.name}), but this program knows only ${migrations.length}: ` +
        'start the newer Bowout that made it, or restore a backup from before.',
    );
}
