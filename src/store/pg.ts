import pg from 'pg';
import type { Log } from '../log.js';
import type { Driver, Transaction } from './driver.js';

const INT8 = 20;
const POOL_SIZE = 10;
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)),
};

// Set inside the transaction, not at connect: transaction poolers refuse unknown start-up parameters.
const BEGIN = `begin;
  set local statement_timeout = '10s';
  set local idle_in_transaction_session_timeout = '30s';
  select now() as now`;
const BEGIN_PATIENT = `begin; set local statement_timeout = 0; select now() as now`;

/** The driver on real PostgreSQL, 15 or newer. */
export function openPg(databaseUrl: string, log: Log): Driver {
  const connection = {
    connectionString: databaseUrl,
    application_name: 'bowout',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    types,
  };
  const pool = new pg.Pool({ ...connection, max: POOL_SIZE, query_timeout: 12_000 });
  // An 'error' nobody listens to ends the process: idle connections report to the pool, borrowed ones to themselves.
  const onError = (error: Error) => log.warn({ err: error }, 'a database connection was lost');
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));

  return {
    query: (text, parameters) => run(pool, text, parameters),
    async transaction(work, options) {
      // A patient transaction gets its own connection, since the pool's give up on a statement after a while.
      if (options?.patient) {
        const client = new pg.Client(connection);
        client.on('error', onError);
        await client.connect();
        try {
          return await inTransaction(client, await begin(client, BEGIN_PATIENT), work);
        } finally {
          // Without a commit before, this rolls back.
          await client.end();
        }
      }
      const { client, startedAt } = await begun(pool);
      try {
        const result = await inTransaction(client, startedAt, work);
        client.release();
        return result;
      } catch (error) {
        // A connection that cannot roll back is in no state for the next borrower.
        client.release(!(await rolledBack(client)));
        throw error;
      }
    },
    close: () => pool.end(),
  };
}

/**
 * A connection that died unnoticed in the pool fails at its first statement. Nothing has happened by then, so the
 * next one is tried: after a restart of the database all that the pool holds may be dead, and only a new one lives.
 */
async function begun(pool: pg.Pool): Promise<{ client: pg.PoolClient; startedAt: Date }> {
  for (let tries = 1; ; tries++) {
    const client = await pool.connect();
    try {
      return { client, startedAt: await begin(client, BEGIN) };
    } catch (error) {
      client.release(true);
      if (tries > POOL_SIZE) throw error;
    }
  }
}

async function begin(client: pg.ClientBase, statements: string): Promise<Date> {
  const results = (await client.query(statements)) as unknown as pg.QueryResult<{ now: Date }>[];
  const row = results.at(-1)?.rows[0];
  if (!row) throw new Error('PostgreSQL gave no time at the start of a transaction.');
  return row.now;
}

async function inTransaction<T>(
  client: pg.ClientBase,
  startedAt: Date,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const result = await work({
    startedAt,
    query: (text, parameters) => run(client, text, parameters),
    script: async (text) => void (await client.query(text)),
  });
  await client.query('commit');
  return result;
}

async function rolledBack(client: pg.ClientBase): Promise<boolean> {
  try {
    await client.query('rollback');
    return true;
  } catch {
    // The connection is lost, and the transaction with it; the error that came first is the one to tell.
    return false;
  }
}

async function run<Row extends object>(
  on: pg.Pool | pg.ClientBase,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  return (await on.query<Row & pg.QueryResultRow>(text, [...parameters])).rows;
}
