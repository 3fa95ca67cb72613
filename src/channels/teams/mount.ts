import express, { type Application, type ErrorRequestHandler, type Request, type Response } from 'express';
import type { Words } from '../../coach/words.js';
import type { TeamsConfig } from '../../config.js';
import type { Log } from '../../log.js';
import type { Handle } from '../../service/ports.js';
import { activitySchema } from './activity.js';
import { createVerify, type Issuer, UnauthorisedError } from './botbuilder.js';
import { describeError } from './errors.js';
import { admit, isFromThisMachine, rulesFor } from './guards.js';
import { MAX_BODY_BYTES } from './limits.js';
import { type Answered, CARD_ACTION, type Ignored, parse } from './parse.js';
import { CARD_TYPE, renderAnswered } from './render.js';

const PATH = '/api/messages';

interface TeamsMount {
  readonly config: TeamsConfig;
  readonly words: Words;
  readonly handle: Handle;
  readonly log: Log;
  /** Another cloud's signing keys; the worldwide cloud's when absent. */
  readonly issuer?: Issuer;
}

/**
 * Takes Teams' events at `POST /api/messages`. Answers: 400 malformed, 401 not from Teams, 403 from Teams but not for
 * us, 413 too large, 500 nothing was saved (Teams sends it again), 501 a request Bowout does not know, 200 otherwise,
 * and never before the event is saved.
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

function createReceive({ config, words, handle, log, issuer }: TeamsMount) {
  const rules = rulesFor(config);
  const verify = createVerify(config, issuer);

  return async (request: Request, response: Response): Promise<void> => {
    const refuse = (status: number, reason: string): void => {
      log.warn({ status, reason }, 'teams: an event was refused');
      response.status(status).end();
    };
    if (config.mode === 'local' && !isFromThisMachine(originOf(request))) return refuse(403, 'not-local');
    const read = activitySchema.safeParse(request.body);
    if (!read.success) return refuse(400, 'malformed');
    const authorization = request.headers.authorization ?? '';
    if (config.mode === 'azure' && authorization === '') return refuse(401, 'no-token');
    const admission = admit(read.data, rules);
    if (admission.type === 'refused') return refuse(403, admission.reason);
    try {
      await verify(read.data, authorization);
    } catch (error) {
      if (error instanceof UnauthorisedError) return refuse(401, 'token');
      log.error({ error: describeError(error) }, 'teams: the signing keys could not be read');
      return refuse(500, 'cannot-verify');
    }
    const { activity } = admission;
    const isCardAction = activity.type === 'invoke' && activity.name === CARD_ACTION;
    const parsed = parse(activity);
    if (parsed.type === 'ignored') {
      log.debug({ type: activity.type, reason: parsed.reason }, 'teams: an event was ignored');
      if (isCardAction) response.json(toast(ignoredNote(parsed.reason, words)));
      else response.status(activity.type === 'invoke' ? 501 : 200).end();
      return;
    }
    try {
      await handle(parsed.inbound);
    } catch (error) {
      log.error({ inbound: parsed.inbound.id, error: describeError(error) }, 'teams: an event was not saved');
      return refuse(500, 'not-saved');
    }
    if (isCardAction && parsed.answered) response.json(reply(parsed.answered, words));
    else response.status(200).end();
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
function reply(answered: Answered, words: Words): object {
  const card = renderAnswered(answered, words);
  return card ? { statusCode: 200, type: CARD_TYPE, value: card } : toast(words.text('teams.noted'));
}

function toast(text: string): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
}

function ignoredNote(reason: Ignored, words: Words): string {
  return words.text(reason === 'nothing-entered' ? 'teams.nothing-entered' : 'teams.not-known');
}
