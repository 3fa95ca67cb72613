import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../src/store/folder-lock.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bowout-lock-'));
  file = join(folder, 'database.lock');
});
afterEach(() => rm(folder, { recursive: true }));

const lock = () => lockFolder(folder, file);
const readLock = async (name = file) => JSON.parse(await readFile(name, 'utf8')) as Record<string, unknown>;
/** Leaves a lock as this process would, but for what is given. */
const leaveLock = async (changes: Record<string, unknown>, name = file) => {
  const mine = await lock();
  const holder = await readLock();
  await mine.release();
  await writeFile(name, JSON.stringify({ ...holder, token: 'another', ...changes }));
};
async function processThatLives() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  await once(child, 'spawn');
  const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8').catch(() => null);
  const started = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  const ended = once(child, 'exit');
  return {
    pid: child.pid ?? 0,
    started,
    async end() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

describe('a lock on a folder', () => {
  it('keeps everybody else out until it is released, and leaves nothing behind', async () => {
    const mine = await lock();

    await expect(lock()).rejects.toThrow(`${folder} is in use by process ${process.pid}`);
    await mine.release();
    await (await lock()).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is got by exactly one of many who try at once', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 20 }, lock));

    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is got by exactly one of many who find a dead one at once', async () => {
    await leaveLock({ boot: 'before the restart' });

    const tries = await Promise.allSettled(Array.from({ length: 20 }, lock));

    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['database.lock']);
  });

  it('says who has the folder and what to do', async () => {
    const other = await processThatLives();
    await leaveLock({ pid: other.pid, started: other.started });

    const error = await lock().catch((reason: Error) => reason.message);

    expect(error).toContain(`in use by process ${other.pid}`);
    expect(error).toContain('DATA_DIR');
    expect(error).toContain('DATABASE_URL');
    expect(error).toContain(`delete ${file}`);
    await other.end();
  });

  it('is taken over from a process that is dead', async () => {
    const other = await processThatLives();
    await leaveLock({ pid: other.pid, started: other.started });
    await other.end();

    const mine = await lock();

    expect((await readLock())['pid']).toBe(process.pid);
    await mine.release();
  });

  it('is taken over when the machine or the container has restarted since', async () => {
    for (const restarted of [{ boot: 'an earlier one' }, { pidNamespace: 'pid:[1]' }]) {
      await leaveLock({ ...restarted, pid: 1 });
      await (await lock()).release();
    }
  });

  it('is taken over when its process id now belongs to somebody else', async () => {
    const other = await processThatLives();
    await leaveLock({ pid: other.pid, started: '1' });
    await (await lock()).release();
    await leaveLock({ pid: process.pid });
    await (await lock()).release();
    await other.end();
  });

  it('is never taken from another machine or container, whose processes cannot be seen', async () => {
    await leaveLock({ host: 'another-container', boot: 'whatever', pid: 999_999 });

    await expect(lock()).rejects.toThrow('in use by process 999999 on another-container');
  });

  it('is not taken while another process is looking at a dead one', async () => {
    await leaveLock({ boot: 'an earlier one' });
    await leaveLock({}, `${file}.takeover`);
    await leaveLock({ boot: 'an earlier one' });

    await expect(lock()).rejects.toThrow(`delete ${file}.takeover`);
  });

  it('that cannot be read counts as held', async () => {
    await writeFile(file, 'not ours');

    await expect(lock()).rejects.toThrow('in use by another process');
  });

  it('is not removed by the one whose lock was removed by hand', async () => {
    const mine = await lock();
    await rm(file);
    const theirs = await lock();

    await mine.release();

    expect(await readdir(folder)).toEqual(['database.lock']);
    await theirs.release();
  });
});
