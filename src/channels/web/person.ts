import { createHash, randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { PersonKey } from '../../service/ports.js';

const COOKIE = 'bowout_playground';
const TOKEN = /^[A-Za-z0-9_-]{32}$/;
/** As long as answers are kept: thirteen months. */
const MAX_AGE_MS = 396 * 24 * 60 * 60 * 1000;

/** Who sent the request, or null without a valid cookie. */
export function whoIs(request: Request): PersonKey | null {
  const token = readToken(request);
  return token === null ? null : personOf(token);
}

/** Gives a newcomer a cookie. Returns true when the browser had none. */
export function welcome(request: Request, response: Response): boolean {
  const known = readToken(request);
  // A known browser gets the same cookie again, so that its time starts anew.
  const token = known ?? randomBytes(24).toString('base64url');
  response.cookie(COOKIE, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: request.secure,
    path: '/',
    maxAge: MAX_AGE_MS,
  });
  return known === null;
}

/** The cookie opens the conversation, and ids are written to logs and rows: so the id is not the cookie. */
function personOf(token: string): PersonKey {
  const person = createHash('sha256').update(`bowout playground ${token}`).digest('base64url').slice(0, 22);
  return { tenant: 'local', person };
}

function readToken(request: Request): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=');
    if (name === COOKIE && value !== undefined && TOKEN.test(value)) return value;
  }
  return null;
}
