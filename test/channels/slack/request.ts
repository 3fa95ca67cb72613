import { createHmac } from 'node:crypto';
import type { Payload } from './fixtures.js';

export const SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';

export interface Request {
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** The request that Slack would make for a payload: JSON for events, a form for commands and for clicks. */
export function requestOf(payload: Payload): Request {
  const json = JSON.stringify(payload);
  const form = (fields: Payload) => new URLSearchParams(fields as Record<string, string>).toString();
  if ('command' in payload) return ofForm(form(payload));
  if (['block_actions', 'shortcut', 'message_action', 'view_submission'].includes(String(payload['type']))) {
    return ofForm(form({ payload: json }));
  }
  return { body: json, headers: { 'content-type': 'application/json' } };
}

/** Signs a request the way Slack does. `ageS` is how long ago, in seconds; negative for the future. */
export function signed({ body, headers }: Request, { ageS = 0, secret = SIGNING_SECRET } = {}): Request {
  const timestamp = String(Math.floor(Date.now() / 1000) - ageS);
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    body,
    headers: { ...headers, 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${hash}` },
  };
}

function ofForm(body: string): Request {
  return { body, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
}
