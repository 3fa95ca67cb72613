import express, { type Express, type Request, type RequestHandler, type Response, Router } from 'express';
import type { Words } from '../../coach/words.js';
import type { Log } from '../../log.js';
import type { Handle, Look, PersonKey } from '../../service/ports.js';
import { createRefuse, handleErrors, type Refuse } from './errors.js';
import type { History } from './history.js';
import { limits } from './limits.js';
import { createPage, PUBLIC, pageHeaders } from './page.js';
import { createPanel } from './panel.js';
import { parseClock, parseInput, wallClock } from './parse.js';
import { welcome, whoIs } from './person.js';
import { type ClockView, createStreams } from './stream.js';
import type { Web } from './web.js';

/** Each person's own clock, which the playground moves so that reminders can be seen arriving. */
export interface PlaygroundClock {
  /** ISO instant. */
  now(who: PersonKey): string;
  /** Moves to a wall-clock time in a zone, firing and delivering what falls due on the way. Returns the new ISO instant. */
  moveTo(who: PersonKey, local: string, zone: string): Promise<string>;
  /** Wall-clock time, `YYYY-MM-DDTHH:MM`, or null when none is planned. */
  nextReminder(who: PersonKey): Promise<string | null>;
}

export interface MountParts {
  readonly web: Web;
  readonly handle: Handle;
  readonly look: Look;
  readonly clock: PlaygroundClock;
  readonly words: Words;
  readonly log: Log;
}

/** What was mounted. */
export interface MountedWeb {
  /** Ends the open streams, which would keep a server from closing. */
  close(): void;
}

/**
 * The playground's routes: the page on `/`, its files, and
 * `GET /playground/stream` (server-sent events; `?since=` or `Last-Event-ID` continues),
 * `POST /playground/input` `{ id, input, said, zone, locale }` → `{ result, clock }`,
 * `POST /playground/clock` `{ to, zone }` → `{ arrived, clock }`,
 * `GET /playground/panel` → `PanelView`,
 * `GET /playground/picture/<name>?width=<one of limits.pictureWidths>` → an SVG.
 * Errors are `{ error: { code, message, remedy, problems } }`.
 */
export function mountWeb(app: Express, parts: MountParts): MountedWeb {
  const { web, clock, words, log } = parts;
  const refuse = createRefuse(words);
  const page = createPage(words);
  const headers = pageHeaders();
  const panel = createPanel({ look: parts.look, history: web.history });
  const clockOf = async (who: PersonKey): Promise<ClockView> => ({
    now: clock.now(who),
    next: await clock.nextReminder(who),
  });
  const streams = createStreams(web.history, log, clockOf);
  const told = async (who: PersonKey): Promise<ClockView> => {
    const view = await clockOf(who);
    streams.tellClock(who, view);
    return view;
  };
  const post = [onlyOwnPage(refuse), onlyJson(refuse), express.json({ limit: limits.bodyBytes })];

  app.get('/', headers, (request, response) => {
    const newcomer = welcome(request, response);
    response.set('Cache-Control', 'no-store').type('html').send(page(newcomer));
  });
  const router = Router();
  router.use(headers);
  router.use('/assets', express.static(PUBLIC, { index: false, redirect: false, dotfiles: 'ignore' }));
  router.get('/stream', onlyOwnPage(refuse), asPerson(refuse, openStream));
  router.post('/input', post, asPerson(refuse, takeInput(parts, refuse, told)));
  router.post('/clock', post, asPerson(refuse, moveClock(parts, refuse, told)));
  router.get('/panel', onlyOwnPage(refuse), asPerson(refuse, showPanel));
  router.get('/picture/:name', onlyOwnPage(refuse), asPerson(refuse, showPicture));
  router.use((_request, response) => refuse(response, 'unknown'));
  router.use(handleErrors(refuse, log));
  app.use('/playground', router);
  return { close: streams.close };

  async function showPanel(who: PersonKey, _request: Request, response: Response): Promise<void> {
    response.set('Cache-Control', 'no-store').json(await panel.view(who));
  }

  async function showPicture(who: PersonKey, request: Request, response: Response): Promise<void> {
    const svg = await panel.picture(who, String(request.params['name']), String(request.query['width']));
    if (svg === null) {
      refuse(response, 'unknown');
      return;
    }
    // An image stands alone: nothing of it runs or loads, and only its own style sheet counts.
    response.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    response.set('Cache-Control', 'no-store').type('image/svg+xml').send(svg);
  }

  async function openStream(who: PersonKey, request: Request, response: Response): Promise<void> {
    const since = request.get('last-event-id') ?? request.query['since'];
    await streams.open(who, response, typeof since === 'string' ? since : null);
  }
}

type PersonHandler = (who: PersonKey, request: Request, response: Response) => Promise<void>;
type Told = (who: PersonKey) => Promise<ClockView>;

function takeInput({ web, handle, clock }: MountParts, refuse: Refuse, told: Told): PersonHandler {
  return async (who, request, response) => {
    const parsed = parseInput(who, request.body);
    if (parsed.type === 'malformed') {
      refuse(response, 'malformed', parsed.problems);
      return;
    }
    const { inbound, event, said } = parsed.value;
    // Shown before the answer can arrive. When saving fails the page sends it again, under the same id.
    if (said !== null) {
      web.history.add(who.person, { id: event, at: clock.now(who), from: 'person', text: said });
    }
    const result = await handle(inbound);
    response.json({ result, clock: await told(who) });
  };
}

function moveClock({ web, clock }: MountParts, refuse: Refuse, told: Told): PersonHandler {
  return async (who, request, response) => {
    const parsed = parseClock(request.body);
    if (parsed.type === 'malformed') {
      refuse(response, 'malformed', parsed.problems);
      return;
    }
    const { to, zone } = parsed.value;
    const here = wallClock(clock.now(who), zone);
    if (to < here) {
      refuse(response, 'past');
      return;
    }
    if (daysBetween(here, to) > limits.moveDays) {
      refuse(response, 'far');
      return;
    }
    const before = web.history.since(who.person, null).at(-1)?.position ?? null;
    await clock.moveTo(who, to, zone);
    response.json({ arrived: remindedSince(web.history, who, before), clock: await told(who) });
  };
}

function remindedSince(history: History, who: PersonKey, position: string | null): boolean {
  return history
    .since(who.person, position)
    .some(({ entry }) => entry.from === 'coach' && entry.view.kind === 'reminder');
}

/** Between two wall-clock times. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 86_400_000;
}

function asPerson(refuse: Refuse, handler: PersonHandler): RequestHandler {
  return async (request, response) => {
    const who = whoIs(request);
    if (who) await handler(who, request, response);
    else refuse(response, 'no-person');
  };
}

/** Turns away what another site made a browser send. A browser says where a request comes from. */
function onlyOwnPage(refuse: Refuse): RequestHandler {
  const isForeign = (request: Request): boolean => {
    const site = request.get('sec-fetch-site');
    if (site !== undefined) return site !== 'same-origin';
    const origin = request.get('origin');
    if (origin === undefined) return request.method !== 'GET';
    return !URL.canParse(origin) || new URL(origin).host !== request.get('host');
  };
  return (request, response, next) => {
    if (isForeign(request)) refuse(response, 'foreign');
    else next();
  };
}

/** A form of another site cannot send this type without asking first. */
function onlyJson(refuse: Refuse): RequestHandler {
  return (request, response, next) => {
    if (request.is('application/json')) next();
    else refuse(response, 'not-json');
  };
}
