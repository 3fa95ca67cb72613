import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Runs one statement with `$1`-style parameters. Rows look the same from both databases: int8 is a number,
 * timestamptz a Date, bytea bytes, jsonb the parsed value. JSON goes in as text with a `::jsonb` cast.
 */
export interface Sql {
  query<Row extends object>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

export interface Transaction extends Sql {
  /** The database's clock at the start of the transaction. */
  readonly startedAt: Date;
  /** Runs several statements without parameters. */
  script(text: string): Promise<void>;
}

/** The little that the store asks of a database. `query` outside a transaction commits by itself. */
export interface Driver extends Sql {
  /** Rolls back and rethrows when `work` throws. `patient` lifts the time limits (migrations wait for one another). */
  transaction<T>(
    work: (transaction: Transaction) => Promise<T>,
    options?: { readonly patient: boolean },
  ): Promise<T>;
  close(): Promise<void>;
}

/**
 * Refuses calls that bypass the running transaction. PGlite would wait for itself for ever and a pool could run
 * dry, both without a word; this way the mistake is an error at its own line.
 */
export function refuseNesting(driver: Driver): Driver {
  const inside = new AsyncLocalStorage<true>();
  const refuse = () => {
    if (inside.getStore())
      throw new Error('The store was called from inside a turn: use the methods of that turn instead.');
  };
  return {
    async query(text, parameters) {
      refuse();
      return driver.query(text, parameters);
    },
    async transaction(work, options) {
      refuse();
      return driver.transaction((transaction) => inside.run(true, () => work(transaction)), options);
    },
    close: () => driver.close(),
  };
}

/** ISO 8601 in UTC to the second, so that two of them compare as texts, with each other and with wall-clock derived ones. */
export function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
