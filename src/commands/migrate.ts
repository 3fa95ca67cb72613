import { readConfig } from '../config.js';
import { createLog } from '../log.js';
import { openStore } from '../store/open-store.js';

/** `bowout migrate`: brings the database up to date and says so; opening the store does it. */
export async function migrateDatabase(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel, process.stderr);
  const store = await openStore({ ...config, log });
  await store.close();
  process.stdout.write('The database is up to date.\n');
}
