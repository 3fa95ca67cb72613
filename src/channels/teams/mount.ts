import express, { type Application, type ErrorRequestHandler, type Request, type Response } from 'express';
import type { Words } from '../../coach/words.js';
import type { TeamsConfig } from '../../config.js';
import type { Log } from '../../log.js';
import type { Handle } from '../../service/ports.js';
import { type Activity, activitySchema } from './activity.js';
import { createVerify, type Issuer, UnauthorisedError } from './botbuilder.js';
import { describeError } from './errors.js';
import { admit, isFromThisMachine, rulesFor, type TeamsAddress } from './guards.js';
import { MAX_BODY_BYTES } from './limits.js';
import { createFingerprint } from './marks.js';
import { type Answered, CARD_ACTION, type Ignored, type ParsedInbound, parse } from './parse.js';
import { PATIENCE, type Patience, patiently, within } from './patience.js';
import { CARD_TYPE, type OutgoingActivity, plain, renderAnswered, TYPING } from './render.js';

const PATH = '/api/messages';

interface TeamsMount {
  readonly config: TeamsConfig;
  readonly words: Words;
  readonly handle: Handle;
  readonly log: Log;
  /** Posts past the outbox, for what cannot wait: that work is under way, or that it failed. Never throws. */
  readonly say: (to: TeamsAddress, activity: OutgoingActivity) => Promise<void>;
  /** Another cloud's signing keys; the worldwide cloud's when absent. */
  readonly issuer?: Issuer;
  readonly patience?: Patience;
}

/**
 * Takes Teams' events at `POST /api/messages`. Answers: 400 malformed, 401 not from Teams, 403 from Teams but not for
 * us, 413 too large, 500 nothing was saved (Teams sends it again), 501 a request Bowout does not know, 503 not saved
 * yet, 200 otherwise, and never before the event is saved. What the coach says goes out afterwards, by the outbox.
 */
export function mountTeams(app: Application, mount: TeamsMount): void {
  app.post(PATH, express.json({ limit: MAX_BODY_BYTES }), createReceive(mount));
  const refuseBody: ErrorRequestHandler = (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    mount.log.warn({ error: describeError(error) }, 'teams: a request body was refused');
    response.status(error?.type === 'entity.too.large' ? 413 : 400).end();
  };
  app.use(PATH, refuseBody);
}

function createReceive(mount: TeamsMount) {
  const { config, words, log } = mount;
  const rules = rulesFor(config);
  const authenticate = createAuthenticate(mount);
  const fingerprint = createFingerprint(config);
  const work = createWork(mount);

  return async (request: Request, response: Response): Promise<void> => {
    const refuse = ({ status, reason }: Refusal): void => {
      log.warn({ status, reason }, 'teams: an event was refused');
      response.status(status).end();
    };
    if (config.mode === 'local' && !isFromThisMachine(originOf(request)))
      return refuse({ status: 403, reason: 'not-local' });
    const read = activitySchema.safeParse(request.body);
    if (!read.success) return refuse({ status: 400, reason: 'malformed' });
    const authorization = request.headers.authorization ?? '';
    if (config.mode === 'azure' && authorization === '') return refuse({ status: 401, reason: 'no-token' });
    const admission = admit(read.data, rules);
    if (admission.type === 'refused') return refuse({ status: 403, reason: admission.reason });
    const unknown = await authenticate(read.data, authorization);
    if (unknown) return refuse(unknown);
    const { activity } = admission;
    const isCardAction = activity.type === 'invoke' && activity.name === CARD_ACTION;
    const parsed = parse(activity, fingerprint);
    if (parsed.type === 'ignored') {
      log.debug({ type: activity.type, reason: parsed.reason }, 'teams: an event was ignored');
      if (isCardAction) response.json(toast(ignoredNote(parsed.reason, words)));
      else response.status(activity.type === 'invoke' ? 501 : 200).end();
      return;
    }
    const done = await work(parsed);
    if (done === 'not-saved') return refuse({ status: 500, reason: 'not-saved' });
    if (done === 'not-yet' && !isCardAction) return refuse({ status: 503, reason: 'not-yet' });
    if (isCardAction && parsed.answered) response.json(reply(parsed.answered, done, words));
    else response.status(200).end();
  };
}

interface Refusal {
  readonly status: number;
  readonly reason: string;
}

/** Null when Teams sent it. */
function createAuthenticate({ config, issuer, log, patience = PATIENCE }: TeamsMount) {
  const verify = createVerify(config, issuer);
  return async (activity: Activity, authorization: string): Promise<Refusal | null> => {
    try {
      await within(patience.verifyMs, verify(activity, authorization));
      return null;
    } catch (error) {
      if (error instanceof UnauthorisedError) return { status: 401, reason: 'token' };
      log.error({ error: describeError(error) }, 'teams: the signing keys could not be read');
      return { status: 500, reason: 'cannot-verify' };
    }
  };
}

type Done = 'handled' | 'repeated' | 'not-saved' | 'not-yet';

/** Has an event handled, for as long as Teams waits. A slow one goes on, and the person is told should it still fail. */
function createWork({ handle, words, log, say, patience = PATIENCE }: TeamsMount) {
  return async ({ inbound }: ParsedInbound): Promise<Done> => {
    const to = inbound.address.to as unknown as TeamsAddress;
    const failed = (error: unknown): Done => {
      log.error({ inbound: inbound.id, error: describeError(error) }, 'teams: an event was not saved');
      return 'not-saved';
    };
    const isTalk = inbound.input.type !== 'left';
    return patiently<Done>(handle(inbound).catch(failed), patience, {
      slow: () => isTalk && say(to, TYPING),
      tooSlow: () => 'not-yet',
      late: (done) =>
        isTalk &&
        done === 'not-saved' &&
        say(to, plain(words.text('teams.not-saved-preview'), words.text('teams.not-saved'), words)),
    });
  };
}

function originOf(request: Request) {
  const { headers, socket } = request;
  return {
    remoteAddress: socket.remoteAddress,
    host: headers.host,
    forwarded: headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined,
  };
}

/** The answer to a card's button, which Teams waits for: the card's successor, or a small note. */
function reply(answered: Answered, done: Done, words: Words): object {
  if (done === 'not-yet') return toast(words.text('teams.not-yet'));
  const card = renderAnswered(answered, words);
  if (card) return { statusCode: 200, type: CARD_TYPE, value: card };
  if (done === 'repeated') return toast(words.text('teams.repeated'));
  const { answer } = answered;
  return toast(answer === null ? words.text('teams.noted') : words.text('teams.chosen', { answer }));
}

function toast(text: string): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
}

function ignoredNote(reason: Ignored, words: Words): string {
  return words.text(reason === 'nothing-entered' ? 'teams.nothing-entered' : 'teams.not-known');
}
