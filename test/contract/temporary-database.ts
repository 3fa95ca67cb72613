import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Where tests find a real PostgreSQL, or null: `npm run with-postgres -- npm test` gives them one. */
export const postgresUrl = process.env['TEST_DATABASE_URL'] || process.env['DATABASE_URL'] || null;

export const leftOut = 'LEFT OUT, no PostgreSQL: npm run with-postgres -- npm test';

export interface TemporaryDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** An empty database of its own on the server at `url`. */
export async function createDatabase(url: string): Promise<TemporaryDatabase> {
  const name = `bowout_test_${randomBytes(6).toString('hex')}`;
  await administer(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => administer(url, `drop database ${name} with (force)`) };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
