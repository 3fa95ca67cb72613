import {
  App,
  ExpressReceiver,
  LogLevel,
  type Receiver,
  type ReceiverEvent,
  SocketModeReceiver,
} from '@slack/bolt';
import type { Application, RequestHandler } from 'express';
import type { Words } from '../../coach/words.js';
import type { SlackConfig } from '../../config.js';
import type { Log } from '../../log.js';
import type { Installations, OneTimeStates } from '../../service/installations.js';
import type { Handle, Look } from '../../service/ports.js';
import type { Access } from './access.js';
import { addToSlack, REDIRECT_PATH } from './add-to-slack.js';
import type { Call } from './calls.js';
import { nameOf } from './errors.js';
import { createGate, type Gate } from './gate.js';
import type { Homes } from './homes.js';
import { INSTALL_PATH, installHeaders } from './install-pages.js';
import { createNote } from './note.js';
import { createPeople } from './people.js';
import type { Places } from './places.js';
import type { TellStranger } from './strangers.js';
import { MalformedPayload, TurnsOfSlack } from './turns.js';

const PATH = '/slack/events';
const BODY_LIMIT = '1mb';
const MAX_AHEAD_S = 5 * 60;

/** Slack gives up after 3 seconds by itself; Bolt's own, equal limit would answer for a turn that is being saved. */
const GIVE_UP_MS = 30_000;

export interface SlackMount {
  readonly config: SlackConfig;
  readonly handle: Handle;
  readonly look: Look;
  readonly call: Call;
  readonly homes: Homes;
  readonly access: Access;
  readonly places: Places;
  readonly tellStranger: TellStranger;
  readonly installations: Installations & OneTimeStates;
  readonly words: Words;
  readonly log: Log;
}

export interface Mounted {
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves Slack: over HTTP at `/slack/events` of `app`, or by Socket Mode when the config has an app token, which
 * resolves once connected. Mount it before anything that reads request bodies: signatures cover the raw bytes.
 * `close` ends Socket Mode and waits for turns under way; it leaves the HTTP server to its owner.
 */
export async function mountSlack(app: Application, mount: SlackMount): Promise<Mounted> {
  const { config, access, call, homes, log } = mount;
  const receiver = config.appToken ? bySocket(config.appToken, mount) : byHttp(app, mount);
  const turns = new TurnsOfSlack({
    ...mount,
    note: createNote(config),
    whereabouts: createPeople(call, log),
  });
  const gate = createGate({ ...mount, take: (parsed, ack) => turns.take(parsed, ack) });
  const front = new Front(receiver, gate, mount);
  if (receiver instanceof SocketModeReceiver) await receiver.start();
  const settled = async () => {
    await front.settled();
    await homes.settled();
    await access.settled();
  };
  return {
    settled,
    async close() {
      if (receiver instanceof SocketModeReceiver) await receiver.stop();
      await settled();
    },
  };
}

/**
 * Bolt's receivers verify requests and read bodies; what they hand over goes through our own parser to the service.
 * Bolt's dispatcher is passed by, since it acknowledges events before any listener runs, so that Slack would never
 * send a failed one again, and since it throws on payloads that it doesn't know.
 */
class Front extends App {
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    receiver: Receiver,
    private readonly gate: Gate,
    { config, log }: SlackMount,
  ) {
    super({
      receiver,
      // With the installer of a receiver it takes none; neither is ever asked.
      ...(config.oauth ? {} : { authorize: async () => ({}) }),
      convoStore: false,
      ignoreSelf: false,
      logger: boltLog(log),
    });
  }

  /** Rejects when nothing was saved: then the receiver doesn't acknowledge, and Slack sends events again. */
  override async processEvent({ body, ack }: ReceiverEvent): Promise<void> {
    const turn = this.gate(body, ack);
    const ended = turn.catch(() => {});
    this.underWay.add(ended);
    try {
      await turn;
    } finally {
      this.underWay.delete(ended);
    }
  }

  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }
}

function byHttp(app: Application, { config, installations, words, log }: SlackMount): ExpressReceiver {
  app.post(PATH, refuseFromTheFuture);
  const { oauth } = config;
  if (oauth) app.use([INSTALL_PATH, REDIRECT_PATH], ...installHeaders());
  return new ExpressReceiver({
    ...(oauth ? addToSlack({ config, oauth, installations, words }) : {}),
    app,
    endpoints: PATH,
    signingSecret: config.signingSecret ?? '',
    bodyLimit: BODY_LIMIT,
    logger: boltLog(log),
    unhandledRequestTimeoutMillis: GIVE_UP_MS,
    processEventErrorHandler: async ({ error, response }) => {
      report(log, error);
      if (!response.headersSent) {
        if (error instanceof MalformedPayload) response.writeHead(400, { 'X-Slack-No-Retry': '1' });
        else response.writeHead(500);
        response.end();
      }
      return true;
    },
  });
}

function bySocket(appToken: string, { config, log }: SlackMount): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    logger: boltLog(log),
    ...(config.apiUrl ? { installerOptions: { clientOptions: { slackApiUrl: config.apiUrl } } } : {}),
    processEventErrorHandler: async ({ error }) => {
      report(log, error);
      // Acknowledged, a payload that can't be read is not sent again; a turn that wasn't saved is.
      return error instanceof MalformedPayload;
    },
  });
}

/** Bolt refuses requests older than five minutes, but lets any later time pass, as if replays could wait. */
const refuseFromTheFuture: RequestHandler = (request, response, next) => {
  const sentAt = Number(request.headers['x-slack-request-timestamp']);
  if (sentAt > Date.now() / 1000 + MAX_AHEAD_S) response.status(401).end();
  else next();
};

function report(log: Log, error: Error): void {
  if (error instanceof MalformedPayload) {
    log.warn({ reason: error.message }, 'Slack sent a payload that Bowout cannot read.');
    return;
  }
  // The message of an error may quote what a person wrote; where it came from does not.
  const at = error.stack?.replace(error.message, '').split('\n').slice(1, 9);
  log.error(
    { error: nameOf(error), at },
    'A turn from Slack was not saved. Slack sends an event again; a click or a command is for the person to repeat.',
  );
}

/** Bolt's log in ours, without the details that quote payloads. */
function boltLog(log: Log) {
  const told = (...said: unknown[]) =>
    said
      .map((part) => (part instanceof Error ? nameOf(part) : String(part)))
      .join(' ')
      .replace(/ \(error: [\s\S]*/, '');
  return {
    debug() {},
    info: (...said: unknown[]) => log.debug({ from: 'bolt' }, told(...said)),
    warn: (...said: unknown[]) => log.warn({ from: 'bolt' }, told(...said)),
    error: (...said: unknown[]) => log.error({ from: 'bolt' }, told(...said)),
    setLevel() {},
    getLevel: () => LogLevel.INFO,
    setName() {},
  };
}
