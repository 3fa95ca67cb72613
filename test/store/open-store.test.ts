import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.js';
import { openStore } from '../../src/store/open-store.js';
import { aConversation, aPerson } from '../contract/samples.js';

const log = createLog('silent');

describe('the trial store in a folder', () => {
  let parent: string;
  let dataDir: string;
  const open = (encryptionKey: string | null = null) =>
    openStore({ databaseUrl: null, dataDir, encryptionKey, log });
  const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'bowout-data-'));
    dataDir = join(parent, 'data');
  });
  afterAll(() => rm(parent, { recursive: true }));

  const who = aPerson();

  it('makes what it needs, for this account only, and clears what a killed first start has left', async () => {
    await mkdir(join(dataDir, 'database.new-abandoned'), { recursive: true, mode: 0o700 });

    const store = await open();

    expect(await readdir(dataDir)).toEqual(['database', 'database.lock', 'encryption.key']);
    expect(await modeOf(dataDir)).toBe('700');
    expect(await modeOf(join(dataDir, 'encryption.key'))).toBe('600');
    expect(await readFile(join(dataDir, 'encryption.key'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    await store.turn(who, (turn) => turn.save(aConversation('kept')));
    await store.close();
    expect(await readdir(dataDir)).toEqual(['database', 'encryption.key']);
  });

  it('finds everything again, and lets nobody else in meanwhile', async () => {
    const store = await open();

    expect(await store.turn(who, (turn) => turn.load())).toEqual(aConversation('kept'));
    await expect(open()).rejects.toThrow(`${dataDir} is in use by process ${process.pid}`);
    await store.close();
  });

  it('refuses a folder whose key is missing or another, and is free again afterwards', async () => {
    const key = join(dataDir, 'encryption.key');
    await rename(key, `${key}.away`);

    await expect(open()).rejects.toThrow(/encryption\.key is missing.*restore it from your backup/);
    await expect(open(randomBytes(32).toString('hex'))).rejects.toThrow('is not the key');
    await rename(`${key}.away`, key);
    await (await open()).close();
  });
});

describe('a store that is refused', () => {
  it('is one on PostgreSQL without a key', async () => {
    const opening = openStore({
      databaseUrl: 'postgres://127.0.0.1:1/bowout',
      dataDir: '',
      encryptionKey: null,
      log,
    });

    await expect(opening).rejects.toThrow(/ENCRYPTION_KEY is not.*openssl rand -hex 32/);
  });

  it('is one whose PostgreSQL does not answer', async () => {
    const opening = openStore({
      databaseUrl: 'postgres://127.0.0.1:1/bowout',
      dataDir: '',
      encryptionKey: randomBytes(32).toString('hex'),
      log,
    });

    await expect(opening).rejects.toThrow('ECONNREFUSED');
  });
});
