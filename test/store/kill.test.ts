import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createLog } from '../../src/log.js';
import { openStore } from '../../src/store/open-store.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

let dataDir: string;
beforeAll(() => {
  execFileSync(process.execPath, [here('../../scripts/build.mjs')], { stdio: 'inherit' });
});
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bowout-kill-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const startWriter = () =>
  spawn(process.execPath, [here('writer.mjs'), dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });

async function kill(writer: ChildProcess): Promise<void> {
  const ended = once(writer, 'exit');
  writer.kill('SIGKILL');
  await ended;
}

/** The last number the writer said before it was killed, some saves after it began. */
async function killAfter(saves: number, writer: ChildProcess): Promise<number> {
  let last = 0;
  let said = 0;
  if (!writer.stdout) throw new Error('the writer has no output');
  const ended = once(writer, 'exit');
  for await (const line of createInterface({ input: writer.stdout })) {
    last = Number(line);
    if (++said === saves) writer.kill('SIGKILL');
  }
  // Its output ends a moment before it does, and until then the folder is its own.
  await ended;
  return last;
}

async function readCount(): Promise<number> {
  const store = await openStore({
    databaseUrl: null,
    dataDir,
    encryptionKey: null,
    log: createLog('silent'),
  });
  const conversation = await store.turn({ tenant: 'local', person: 'p' }, (turn) => turn.load());
  await store.close();
  return Number(conversation?.state ?? 0);
}

it('loses nothing that was committed when the process is killed', async () => {
  for (const saves of [1, 40, 7]) {
    const committed = await killAfter(saves, startWriter());
    expect(committed).toBeGreaterThan(0);
    // One more may have been committed before it could be said.
    expect([committed, committed + 1]).toContain(await readCount());
  }
});

it('opens again when the very first start is killed at any moment', async () => {
  for (const afterMs of [150, 600, 1_100, 1_800]) {
    const writer = startWriter();
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await kill(writer);
  }

  expect(await readCount()).toBeGreaterThanOrEqual(0);
});

it('refuses the folder to a second process, naming the first', async () => {
  const writer = startWriter();
  if (!writer.stdout) throw new Error('the writer has no output');
  await once(writer.stdout, 'data');

  const refused = readCount();

  await expect(refused).rejects.toThrow(`${dataDir} is in use by process ${writer.pid}`);
  await kill(writer);
});
