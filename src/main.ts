import { randomUUID } from 'node:crypto';
import { openChannels } from './channels/open.js';
import { type Config, readConfig } from './config.js';
import { createApp, listen, mountCalendar, mountHealth } from './http.js';
import { createLog, type Log } from './log.js';
import { mountMetrics } from './metrics.js';
import { mountPages } from './pages.js';
import { createScheduler } from './scheduler.js';
import { createReadCalendar } from './service/calendar.js';
import type { Clock } from './service/handle.js';
import { limitRate } from './service/limit.js';
import { createLook } from './service/look.js';
import { createOwnClocks } from './service/own-clock.js';
import { createPacer } from './service/pacer.js';
import type { Store } from './service/ports.js';
import { createService, type Service } from './service/service.js';
import { TIMING, type Timing } from './service/timing.js';
import { openStore } from './store/open-store.js';
import { createWordsFor } from './templates.js';

/** How long requests and sending may take to end before the process goes anyway. */
const SHUTDOWN_MS = 10_000;

/** Starts Bowout and stops it in order on SIGTERM or SIGINT. */
export async function main(timing: Timing = TIMING): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const running = await start(config, log, timing);
  const stop = (signal: string): void => {
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.stdout.write(`${announce(config, running.port)}\n`);
}

export interface Running {
  readonly port: number;
  /** Stops taking requests, ends what is under way, then closes the store. */
  close(): Promise<void>;
}

/** The composition root: config → store → channels → scheduler. */
export async function start(config: Config, log: Log, timing: Timing = TIMING): Promise<Running> {
  const store = await openStore({ ...config, log });
  try {
    return await startOn(store, config, log, timing);
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The same on a store that is open already, and is closed with it. */
export async function startOn(store: Store, config: Config, log: Log, timing: Timing): Promise<Running> {
  const stopping = new AbortController();
  const wordsFor = createWordsFor();
  const clocks = createOwnClocks({ turns: store, service: () => service, realNow: () => Date.now() });
  const clock: Clock = (who) => (who.tenant === 'local' ? clocks.now(who) : null);
  const look = createLook({ turns: store, wordsFor, clock });
  const entrances = await openChannels(config, {
    words: wordsFor(null),
    log,
    clocks,
    look,
    installations: store,
  });
  const service: Service = createService({
    store,
    channels: entrances.map((entrance) => entrance.channel),
    wordsFor,
    clock,
    owner: randomUUID(),
    log,
    signal: stopping.signal,
    baseUrl: config.baseUrl,
    timing,
    pacer: createPacer(),
  });
  const app = createApp();
  mountHealth(app, store);
  mountMetrics(app, { gauges: store, totals: service.totals, log });
  mountPages(app, wordsFor(null), config.retentionMonths);
  mountCalendar(app, createReadCalendar({ calendars: store, turns: store, wordsFor }), log);
  const { handle, deliver } = service;
  const front = limitRate({ handle, turns: store, wordsFor, deliver, nowMs: () => performance.now() });
  const closers: (() => void | Promise<void>)[] = [];
  for (const entrance of entrances) closers.push(await entrance.mount(app, front));
  const scheduler = createScheduler({ service, store, log, tick: timing.tick });
  const server = await listen(app, config.port, config.host);
  scheduler.start();
  return {
    port: server.port,
    async close() {
      const closed = server.close();
      for (const close of closers) await close();
      stopping.abort();
      await scheduler.stop();
      await closed;
      await service.settled();
      await store.close();
    },
  };
}

/** What is on, what is off, and what turns it on: for whoever starts the program. */
function announce(config: Config, port: number): string {
  const { playground, slack, teams, databaseUrl } = config;
  return [
    playground
      ? `Bowout is ready: open http://localhost:${port} to try it.`
      : `Bowout is ready on port ${port}. The playground is off; PLAYGROUND=1 turns it on.`,
    databaseUrl
      ? 'Store: PostgreSQL.'
      : `Store: PGlite in the folder "${config.dataDir}", for trying out, one process only. DATABASE_URL turns on PostgreSQL.`,
    slack
      ? `Slack: on, ${slack.appToken ? 'by Socket Mode' : 'at /slack/events'}.${slack.oauth ? ` Workspaces add it at ${slack.oauth.baseUrl}/slack/install` : ''}`
      : 'Slack: off. SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN turn it on.',
    teams
      ? `Teams: on at /api/messages${teams.mode === 'local' ? ', without authentication, for this machine only' : ''}.`
      : 'Teams: off. TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_APP_TENANT_ID turn it on.',
  ].join('\n');
}
