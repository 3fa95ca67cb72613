import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { TIMING, type Timing } from '../../../src/service/timing.js';
import { SIGNING_SECRET } from '../../channels/slack/request.js';

const PROGRAM = fileURLToPath(new URL('./replica.mjs', import.meta.url));

/** Seconds instead of minutes; nothing in these rows takes as long as a post may. */
export const QUICK: Timing = {
  ...TIMING,
  tick: '* * * * * *',
  messageLeaseMs: 4_000,
  postMs: 1_500,
  reminderLeaseMs: 3_000,
  waits: 1 / 60,
};

export interface Replica {
  readonly url: string;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
  /** Asks it to end, and tells its exit code and how long it took. */
  terminate(): Promise<{ readonly code: number | null; readonly ms: number }>;
  isRunning(): boolean;
  /** Warnings and errors it logged. */
  log(): string;
}

export interface Fleet {
  start(count: number): Promise<readonly Replica[]>;
  readonly running: readonly Replica[];
  /** Kills whatever still runs. */
  stop(): Promise<void>;
}

/** Starts replicas of the real program, all with the same settings. */
export function fleetOf(settings: {
  readonly databaseUrl: string;
  readonly encryptionKey: string;
  readonly slackUrl: string;
  readonly timing?: Timing;
}): Fleet {
  const running: Replica[] = [];
  const env = {
    PATH: process.env['PATH'],
    PORT: '0',
    PLAYGROUND: '0',
    LOG_LEVEL: 'warn',
    DATABASE_URL: settings.databaseUrl,
    ENCRYPTION_KEY: settings.encryptionKey,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_BOT_TOKEN: 'xoxb-chaos',
    SLACK_API_URL: `${settings.slackUrl}/api`,
    TEAMS_LOCAL: '1',
    CHAOS_TIMING: JSON.stringify(settings.timing ?? QUICK),
  };
  return {
    running,
    start: (count) => Promise.all(Array.from({ length: count }, startOne)),
    stop: async () => void (await Promise.all([...running].map((replica) => replica.kill()))),
  };

  async function startOne(): Promise<Replica> {
    const child = spawn(process.execPath, [PROGRAM], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const replica = await ready(child);
    running.push(replica);
    child.once('exit', () => running.splice(running.indexOf(replica), 1));
    return replica;
  }
}

function ready(child: ChildProcess): Promise<Replica> {
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const port = /Bowout is ready on port (\d+)/.exec(said)?.[1];
      if (port) resolve(replicaAt(`http://127.0.0.1:${port}`));
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void ended.then((code) =>
      reject(new Error(`A replica ended with ${code} before it was ready:\n${said}`)),
    );
  });

  function replicaAt(url: string): Replica {
    return {
      url,
      isRunning: () => child.exitCode === null && child.signalCode === null,
      log: () => said,
      async kill() {
        child.kill('SIGKILL');
        await ended;
      },
      async terminate() {
        const from = performance.now();
        child.kill('SIGTERM');
        return { code: await ended, ms: Math.round(performance.now() - from) };
      },
    };
  }
}
