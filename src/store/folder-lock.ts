import { randomUUID } from 'node:crypto';
import { link, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';

/**
 * Keeps a second process off a folder. PGlite itself has no lock: two processes on one folder both carry on, and what
 * the first one wrote is gone after the next start.
 */
export interface FolderLock {
  release(): Promise<void>;
}

/** Who holds the lock, precisely enough that a reused process id is not taken for its former owner. */
interface Holder {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  /** Null where the system does not tell (outside Linux), as the two below. */
  readonly boot: string | null;
  readonly pidNamespace: string | null;
  /** When the process started, in the kernel's ticks since boot. */
  readonly started: string | null;
}

const heldHere = new Set<string>();

/** @throws Error naming the folder, the process that has it, and what to do. */
export async function lockFolder(folder: string, lockFile: string): Promise<FolderLock> {
  const mine = await describeThisProcess();
  if (!(await create(lockFile, mine))) await takeOver(folder, lockFile, mine);
  heldHere.add(mine.token);
  return {
    async release() {
      heldHere.delete(mine.token);
      // Only our own: somebody may have removed the file by hand and started another process since.
      if ((await readHolder(lockFile))?.token === mine.token) await rm(lockFile, { force: true });
    },
  };
}

/** One process at a time may look at a left-over lock and replace it; a second lock file decides which. */
async function takeOver(folder: string, lockFile: string, mine: Holder): Promise<void> {
  const gate = `${lockFile}.takeover`;
  if (!(await create(gate, mine))) throw inUse(folder, gate, await readHolder(gate));
  try {
    const holder = await readHolder(lockFile);
    if (holder === null || (await mayBeAlive(holder, mine))) throw inUse(folder, lockFile, holder);
    await rm(lockFile, { force: true });
    if (!(await create(lockFile, mine))) throw inUse(folder, lockFile, await readHolder(lockFile));
  } finally {
    await rm(gate, { force: true });
  }
}

function inUse(folder: string, file: string, holder: Holder | null): Error {
  const by = holder ? `process ${holder.pid} on ${holder.host}` : 'another process';
  return new Error(
    `The data folder ${folder} is in use by ${by}. Only one Bowout may use it at a time: stop that one first, give ` +
      'this one another DATA_DIR, or set DATABASE_URL to share a PostgreSQL. If it is certain that none runs, ' +
      `delete ${file}.`,
  );
}

async function mayBeAlive(holder: Holder, mine: Holder): Promise<boolean> {
  if (heldHere.has(holder.token)) return true;
  // Another machine or container on the same volume: its processes cannot be seen from here.
  if (holder.host !== mine.host) return true;
  // The machine, or this container, has restarted since and took the process along.
  if (holder.boot !== mine.boot || holder.pidNamespace !== mine.pidNamespace) return false;
  if (holder.pid === process.pid || !exists(holder.pid)) return false;
  return holder.started === (await startOf(holder.pid));
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** A link appears with its whole content or not at all, so nobody ever reads half a lock. */
async function create(file: string, holder: Holder): Promise<boolean> {
  const draft = `${file}.${holder.token}`;
  await writeFile(draft, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readHolder(file: string): Promise<Holder | null> {
  const text = await textOf(file);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Holder;
  } catch {
    // Not written by us: unreadable is treated as held, and the error says which file to delete.
    return null;
  }
}

async function describeThisProcess(): Promise<Holder> {
  return {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    boot: (await textOf('/proc/sys/kernel/random/boot_id'))?.trim() ?? null,
    pidNamespace: await readlink('/proc/self/ns/pid').catch(() => null),
    started: await startOf(process.pid),
  };
}

/** Null for one that is dead but not yet buried by its parent. */
async function startOf(pid: number): Promise<string | null> {
  const stat = await textOf(`/proc/${pid}/stat`);
  // The name in brackets may hold spaces and brackets itself; after it come the state, and the start as the 20th.
  const [state, ...fields] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  return state === 'Z' ? null : (fields[18] ?? null);
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
