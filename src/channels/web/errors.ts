import type { ErrorRequestHandler, Response } from 'express';
import type { Words } from '../../coach/words.js';
import type { Log } from '../../log.js';

const statuses = {
  'not-json': 400,
  malformed: 400,
  past: 400,
  far: 400,
  'no-person': 401,
  foreign: 403,
  unknown: 404,
  'too-large': 413,
  failed: 503,
} as const;

type Refusal = keyof typeof statuses;

/** Answers with `{ error: { code, message, remedy, problems } }`. */
export type Refuse = (response: Response, code: Refusal, problems?: readonly string[]) => void;

export function createRefuse(words: Words): Refuse {
  return (response, code, problems = []) => {
    const message = words.text(`web.error.${code}.message`);
    const remedy = words.text(`web.error.${code}.remedy`);
    response.status(statuses[code]).json({ error: { code, message, remedy, problems } });
  };
}

/** The last word on a request: what the body parser or a handler threw. */
export function handleErrors(refuse: Refuse, log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const body = bodyProblem(error);
    if (body) {
      refuse(response, body);
      return;
    }
    log.error({ reason: reasonOf(error), path: request.path }, 'The playground could not answer');
    refuse(response, 'failed');
  };
}

/** For the log: the stack alone, since drivers hang queries and their values onto an error. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : typeof error;
}

/** The body parser names the kind of problem: `entity.too.large`, `entity.parse.failed`, `charset.unsupported`… */
function bodyProblem(error: unknown): Refusal | null {
  if (!(error instanceof Error && 'type' in error && typeof error.type === 'string')) return null;
  if (error.type === 'entity.too.large') return 'too-large';
  return /^(entity|encoding|charset|request)\./.test(error.type) ? 'not-json' : null;
}
