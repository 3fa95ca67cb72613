import pg from 'pg';
import type { Log } from '../log.js';
import type { Driver, Transaction } from './driver.js';

const INT8 = 20;
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
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'bowout',
    max: 10,
    connectionTimeoutMillis: 5_000,
    query_timeout: 12_000,
    keepAlive: true,
    types,
  });
  // An 'error' nobody listens to ends the process: idle connections report to the pool, borrowed ones to themselves.
  const onError = (error: Error) => log.warn({ err: error }, 'a database connection was lost');
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));

  return {
    query: (text, parameters) => run(pool, text, parameters),
    async transaction(work, options) {
      // A patient transaction gets its own connection, since the pool's give up on a statement after a while.
      if (options?.patient) {
        const client = new pg.Client({ connectionString: databaseUrl, application_name: 'bowout', types });
        client.on('error', onError);
        await client.connect();
        try {
          return await inTransaction(client, BEGIN_PATIENT, work);
        } finally {
          await client.end();
        }
      }
      const client = await pool.connect();
      try {
        const result = await inTransaction(client, BEGIN, work);
        client.release();
        return result;
      } catch (error) {
        // Whatever state the connection is in, the next borrower must not inherit it.
        client.release(true);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}

async function inTransaction<T>(
  client: pg.ClientBase,
  begin: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const startedAt = await beginAt(client, begin);
  try {
    const result = await work({
      startedAt,
      query: (text, parameters) => run(client, text, parameters),
      script: async (text) => void (await client.query(text)),
    });
    await client.query('commit');
    return result;
  } catch (error) {
    // A lost connection has rolled back already; the first error is the one that matters.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function beginAt(client: pg.ClientBase, begin: string): Promise<Date> {
  const results = (await client.query(begin)) as unknown as pg.QueryResult<{ now: Date }>[];
  const row = results.at(-1)?.rows[0];
  if (!row) throw new Error('PostgreSQL gave no time at the start of a transaction.');
  return row.now;
}

async function run<Row extends object>(
  on: pg.Pool | pg.ClientBase,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  return (await on.query<Row & pg.QueryResultRow>(text, [...parameters])).rows;
}
