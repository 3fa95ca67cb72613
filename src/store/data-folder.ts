import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Log } from '../log.js';
import type { Driver } from './driver.js';
import { lockFolder } from './folder-lock.js';
import { openPglite } from './pglite.js';

export interface OpenDatabase {
  readonly driver: Driver;
  /** As given, or the one kept beside the database. */
  readonly encryptionKey: string;
}

/**
 * The trial store: PGlite in `<dataDir>/database`, its key in `<dataDir>/encryption.key`, both for one process at a
 * time. A kill loses nothing that was committed; a power cut may, since PGlite never syncs to the disk.
 * @throws Error when another process has the folder, or the database is there without its key.
 */
export async function openDataFolder(
  dataDir: string,
  encryptionKey: string | null,
  log: Log,
): Promise<OpenDatabase> {
  const folder = resolve(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(folder, join(folder, 'database.lock'));
  try {
    const database = join(folder, 'database');
    const isNew = !existsSync(database);
    const key = encryptionKey ?? (await keyBeside(folder, isNew));
    if (isNew) await initialise(folder, database);
    const driver = await openPglite(database);
    log.info(
      { folder },
      'trial store opened: one process only, and a power cut may lose the last changes; set DATABASE_URL for more',
    );
    return {
      encryptionKey: key,
      driver: {
        ...driver,
        async close() {
          await driver.close();
          await lock.release();
        },
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A kill during the first initialisation leaves a folder that never opens again, so it happens under another name. */
async function initialise(folder: string, database: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith('database.new-')) await rm(join(folder, name), { recursive: true, force: true });
  const draft = join(folder, `database.new-${randomUUID()}`);
  await (await openPglite(draft)).close();
  await rename(draft, database);
}

async function keyBeside(folder: string, mayMake: boolean): Promise<string> {
  const file = join(folder, 'encryption.key');
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  if (!mayMake)
    throw new Error(
      `${file} is missing, and without it nothing in the database can be read: restore it from your backup, or set ENCRYPTION_KEY to the key this folder was made with.`,
    );
  const key = randomBytes(32).toString('hex');
  // Complete before it has its name: a kill in between must not leave half a key.
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${key}\n`, { flag: 'wx', mode: 0o600 });
  await rename(draft, file);
  return key;
}
