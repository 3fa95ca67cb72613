import { readConfig } from '../config.js';
import { createLog } from '../log.js';
import { openStore } from '../store/open-store.js';

/** `bowout rotate-keys`: after it ENCRYPTION_KEY alone opens everything. May run beside any number of processes. */
export async function rotateKeys(): Promise<void> {
  const config = readConfig(undefined, { LOG_LEVEL: 'error' });
  if (config.encryptionKey === null)
    throw new Error(
      'ENCRYPTION_KEY is not set: set it to the new key, and ENCRYPTION_KEY_PREVIOUS to the old one.',
    );
  const store = await openStore({ ...config, log: createLog(config.logLevel, process.stderr) });
  try {
    const count = await store.rotateKeys();
    process.stdout.write(
      `${count} keys were wrapped with ENCRYPTION_KEY. Nothing needs ENCRYPTION_KEY_PREVIOUS any more.\n`,
    );
  } finally {
    await store.close();
  }
}
