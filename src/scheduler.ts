import { type ScheduledTask, schedule } from 'node-cron';
import type { Log } from './log.js';
import { TIMING } from './service/timing.js';

const EVERY_10_MINUTES = '0 */10 * * * *';
/** What is still running by then is under a lease, and picked up by another process or the next start. */
const PATIENCE_MS = 8_000;

export interface Scheduler {
  /** Does everything once now, then at every tick. */
  start(): void;
  /** Starts nothing more and waits for what is running, eight seconds at most. */
  stop(): Promise<void>;
}

/** Work that never runs twice at once: asked for meanwhile, it runs once more afterwards. */
interface Job {
  run(): Promise<void>;
}

/**
 * The clockwork of one process; any number of processes may have one, since rows are claimed, not jobs. It keeps no
 * time of its own: a tick that is missed or late finds everything that is due.
 */
export function createScheduler(params: {
  readonly service: { runDue(): Promise<unknown>; deliver(): Promise<unknown>; remove(): Promise<unknown> };
  readonly store: { purge(): Promise<unknown> };
  readonly log: Log;
  /** Cron expression with seconds, in UTC. */
  readonly tick?: string;
}): Scheduler {
  const { service, store, log, tick = TIMING.tick } = params;
  const running = new Set<Promise<void>>();
  const tasks: ScheduledTask[] = [];
  let stopped = false;

  const outbox = job('outbox', () => service.deliver());
  const removals = job('removals', () => service.remove());
  // Apart from the outbox: while a long backlog is being sent, reminders still fall due.
  const reminders = job('reminders', async () => {
    await service.runDue();
    void outbox.run();
  });
  const upkeep = job('upkeep', () => store.purge());

  return {
    start() {
      // In UTC, because a schedule below the hour pauses when a local clock is set back.
      const options = { timezone: 'UTC', noOverlap: true, suppressMissedWarning: true };
      tasks.push(
        schedule(tick, reminders.run, { ...options, name: 'reminders' }),
        schedule(tick, outbox.run, { ...options, name: 'outbox' }),
        schedule(tick, removals.run, { ...options, name: 'removals' }),
        schedule(EVERY_10_MINUTES, upkeep.run, { ...options, name: 'upkeep' }),
      );
      for (const each of [reminders, outbox, removals, upkeep]) void each.run();
    },
    async stop() {
      stopped = true;
      for (const task of tasks.splice(0)) await task.destroy();
      const late = await Promise.race([Promise.all(running).then(() => false), after(PATIENCE_MS)]);
      if (late)
        log.warn({ jobs: running.size }, 'stopped while work was still running; its leases will run out');
    },
  };

  function job(name: string, work: () => Promise<unknown>): Job {
    let current: Promise<void> | null = null;
    let again = false;
    const untilQuiet = async () => {
      do {
        again = false;
        try {
          await work();
        } catch (error) {
          log.error({ job: name, err: error }, 'a scheduled job failed; the next tick tries again');
        }
      } while (again && !stopped);
    };
    return {
      run() {
        if (stopped) return Promise.resolve();
        again = current !== null;
        current ??= untilQuiet().finally(() => {
          if (current) running.delete(current);
          current = null;
        });
        running.add(current);
        return current;
      },
    };
  }
}

async function after(ms: number): Promise<true> {
  return new Promise((resolve) => setTimeout(() => resolve(true), ms).unref());
}
