import { PGlite, types } from '@electric-sql/pglite';
import type { Driver } from './driver.js';

/** The driver on PGlite: PostgreSQL inside this process, in `folder` or in memory when null. One caller at a time. */
export async function openPglite(folder: string | null): Promise<Driver> {
  const database = await PGlite.create({
    dataDir: folder ?? 'memory://',
    relaxedDurability: false,
    parsers: { [types.INT8]: Number },
  });
  return {
    query: (text, parameters) => run(database, text, parameters),
    transaction: (work) =>
      database.transaction(async (transaction) => {
        const [start] = await run<{ now: Date }>(transaction, 'select now() as now');
        if (!start) throw new Error('PGlite gave no time at the start of a transaction.');
        return work({
          startedAt: start.now,
          query: (text, parameters) => run(transaction, text, parameters),
          script: async (text) => void (await transaction.exec(text)),
        });
      }),
    async close() {
      // What is in the write-ahead log alone is replayed at the next start; a checkpoint makes that start quick.
      await database.exec('checkpoint');
      await database.close();
    },
  };
}

async function run<Row extends object>(
  on: { query<T>(text: string, parameters?: unknown[]): Promise<{ rows: T[] }> },
  text: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  return (await on.query<Row>(text, [...parameters])).rows;
}
