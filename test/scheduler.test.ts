import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLog, type Log } from '../src/log.js';
import { createScheduler, type Scheduler } from '../src/scheduler.js';

const EVERY_SECOND = '* * * * * *';
const NEVER_SOON = '0 0 0 29 2 *';

let scheduler: Scheduler | null = null;
afterEach(() => scheduler?.stop());

/** Work that is under way until it is let go. */
function work() {
  const starts: (() => void)[] = [];
  const run = vi.fn(() => new Promise<void>((resolve) => starts.push(resolve)));
  return { run, finishOne: () => starts.shift()?.() };
}
const nothing = async () => undefined;

const parts = () => ({
  runDue: vi.fn(nothing),
  deliver: vi.fn(nothing),
  remove: vi.fn(nothing),
  purge: vi.fn(nothing),
});

function start({
  log = createLog('silent'),
  tick = NEVER_SOON,
  ...given
}: { log?: Log; tick?: string } & Partial<
  Record<'runDue' | 'deliver' | 'remove' | 'purge', () => Promise<void>>
>): Scheduler {
  const { purge, ...service } = { ...parts(), ...given };
  scheduler = createScheduler({ service, store: { purge }, log, tick });
  scheduler.start();
  return scheduler;
}

describe('the scheduler', () => {
  it('does everything once at the start', async () => {
    const all = parts();
    start(all);

    await vi.waitFor(() => {
      for (const part of Object.values(all)) expect(part).toHaveBeenCalled();
    });
  });

  it('goes on at every tick, also after a failure, which it logs', async () => {
    const lines: string[] = [];
    const log = createLog('error', { write: (line: string) => void lines.push(line) });
    const runDue = vi.fn(() => Promise.reject(new Error('database down')));
    start({ runDue, log, tick: EVERY_SECOND });

    await vi.waitFor(() => expect(runDue.mock.calls.length).toBeGreaterThanOrEqual(3), { timeout: 10_000 });
    expect(lines[0]).toContain('"job":"reminders"');
    expect(lines[0]).toContain('database down');
  });

  it('never runs the same work twice at once, and looks again when it was asked to meanwhile', async () => {
    const sending = work();
    const due = work();
    start({ deliver: sending.run, runDue: due.run });
    await vi.waitFor(() => expect(sending.run).toHaveBeenCalledTimes(1));

    // Reminders have become messages while the outbox is being emptied.
    due.finishOne();
    await vi.waitFor(() => expect(due.run).toHaveBeenCalledTimes(1));
    expect(sending.run).toHaveBeenCalledTimes(1);
    sending.finishOne();
    await vi.waitFor(() => expect(sending.run).toHaveBeenCalledTimes(2));
    sending.finishOne();
  });

  it('lets reminders fall due while the outbox is busy', async () => {
    const sending = work();
    const runDue = vi.fn(nothing);
    start({ deliver: sending.run, runDue, tick: EVERY_SECOND });

    await vi.waitFor(() => expect(runDue.mock.calls.length).toBeGreaterThanOrEqual(2), { timeout: 10_000 });
    expect(sending.run).toHaveBeenCalledTimes(1);
    const stopping = scheduler?.stop();
    sending.finishOne();
    await stopping;
  });

  it('waits at the end for what is running, and starts nothing more', async () => {
    const sending = work();
    const runDue = vi.fn(nothing);
    const own = start({ deliver: sending.run, runDue, tick: EVERY_SECOND });
    await vi.waitFor(() => expect(sending.run).toHaveBeenCalledTimes(1));
    let ended = false;
    const stopping = own.stop().then(() => {
      ended = true;
    });

    await new Promise((resolve) => setImmediate(resolve));
    expect(ended).toBe(false);
    sending.finishOne();
    await stopping;
    expect(sending.run).toHaveBeenCalledTimes(1);
  });
});
