import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { type MountedWeb, mountWeb, type PlaygroundClock } from '../../../src/channels/web/mount.js';
import { createWeb, type Web } from '../../../src/channels/web/web.js';
import type { Message } from '../../../src/coach/message.js';
import type { Reminder } from '../../../src/coach/remind/reminder.js';
import { createLog } from '../../../src/log.js';
import type { Handle, Inbound, Look, PersonKey } from '../../../src/service/ports.js';
import { loadWords } from '../../../src/templates.js';

/** The real routes and page on a free port, in front of a scripted coach. */
export interface Playground {
  readonly url: string;
  readonly web: Web;
  /** Everything that reached the coach, repeats left out. */
  readonly inbounds: readonly Inbound[];
  readonly log: readonly string[];
  /** What the coach answers from now on. */
  answer(script: Script): void;
  /** What the coach keeps of everybody: what stands beside the conversation. */
  keep(state: unknown, reminders?: readonly Reminder[]): void;
  say(who: PersonKey, ...messages: readonly Message[]): Promise<void>;
  /** A reminder that the clock delivers on its way. */
  plan(local: string, message: Message): void;
  /** Ends the process as a person sees it: memory is gone, the address stays. */
  restart(): Promise<void>;
  /** Stops listening, until `restart`. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

type Script = (inbound: Inbound) => readonly Message[] | Promise<readonly Message[]>;

const HOUR_MS = 3_600_000;

/** A clock in UTC+1, winter time in Berlin, as the tests' page lives there. */
function createClock(fire: (who: PersonKey, message: Message) => Promise<void>) {
  let now = '2026-11-20T15:00:00.000Z';
  let planned: { readonly at: string; readonly message: Message }[] = [];
  const instantOf = (local: string): string => new Date(Date.parse(`${local}:00Z`) - HOUR_MS).toISOString();
  const clock: PlaygroundClock = {
    now: () => now,
    async moveTo(who, local) {
      const due = planned.filter(({ at }) => at <= local);
      planned = planned.filter(({ at }) => at > local);
      for (const { at, message } of due) {
        now = instantOf(at);
        await fire(who, message);
      }
      now = instantOf(local);
      return now;
    },
    nextReminder: async () => planned[0]?.at ?? null,
  };
  const plan = (at: string, message: Message): void => {
    planned = [...planned, { at, message }].sort((a, b) => a.at.localeCompare(b.at));
  };
  return { clock, plan };
}

export async function startPlayground(): Promise<Playground> {
  const log: string[] = [];
  const inbounds: Inbound[] = [];
  const seen = new Set<string>();
  let script: Script = () => [];
  let kept: { state: unknown; reminders: readonly Reminder[] } = { state: null, reminders: [] };
  let count = 0;
  let web: Web;
  let mounted: MountedWeb;
  let server = createServer();
  let port = 0;

  const say = async (who: PersonKey, ...messages: readonly Message[]): Promise<void> => {
    for (const message of messages) {
      count += 1;
      const address = { channel: 'web' as const, to: { person: who.person } };
      await web.send({ id: `m${count}`, who, address, message, attempt: 1 });
    }
  };
  const { clock, plan } = createClock((who, message) => say(who, message));
  const handle: Handle = async (inbound) => {
    if (seen.has(inbound.id)) return 'repeated';
    const messages = await script(inbound);
    seen.add(inbound.id);
    inbounds.push(inbound);
    await say(inbound.who, ...messages);
    return 'handled';
  };

  const start = async (): Promise<void> => {
    web = createWeb({ now: clock.now });
    const app = express();
    app.disable('x-powered-by');
    const sink = { write: (line: string) => void log.push(line) };
    const words = loadWords('en');
    const look: Look = async (who, see) =>
      see(kept.state, {
        now: clock.now(who),
        zone: 'Europe/Berlin',
        locale: 'en',
        words,
        reminders: kept.reminders,
      });
    mounted = mountWeb(app, { web, handle, look, clock, words, log: createLog('info', sink) });
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  };
  const stop = async (): Promise<void> => {
    mounted.close();
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  };

  await start();
  return {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    get web() {
      return web;
    },
    inbounds,
    log,
    answer: (next) => {
      script = next;
    },
    keep: (state, reminders = []) => {
      kept = { state, reminders };
    },
    say,
    plan,
    stop,
    async restart() {
      if (server.listening) await stop();
      await start();
    },
    close: stop,
  };
}
