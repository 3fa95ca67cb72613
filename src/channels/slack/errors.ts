import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import type { Outcome, Removed } from '../../service/ports.js';

/** How long to wait when Slack says "too fast" and not for how long. */
const DEFAULT_WAIT_MS = 30_000;

const TOO_FAST = new Set(['ratelimited', 'rate_limited']);

/** What Slack says of the token of an installation that is no more. */
const REVOKED = ['account_inactive', 'token_revoked'];

/** The token is at fault, not the person's address: whoever installs or runs Bowout can mend it. */
const BAD_TOKEN = [...REVOKED, 'invalid_auth', 'not_authed', 'token_expired'];

/** Slack took nothing, and will later. */
const LATER = new Set([
  ...BAD_TOKEN,
  'missing_scope',
  'service_unavailable',
  'request_timeout',
  'accesslimited',
  'team_added_to_org',
  'org_login_required',
]);

/** "Some aspect of the operation may have succeeded", in the words of Slack's reference. */
const DOUBTFUL = new Set(['internal_error', 'fatal_error']);

/** Nothing can reach the person there: they or the conversation are gone. */
const DEAD = new Set([
  'cannot_dm_bot',
  'channel_not_found',
  'is_archived',
  'messages_tab_disabled',
  'not_in_channel',
  'team_access_not_granted',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  'users_not_found',
]);

/** The message, not the address, is at fault: its blocks. */
const BAD_BLOCKS = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);

/** Failures before any byte of the request left: connecting, looking the name up, agreeing on encryption. */
const NEVER_LEFT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|EPROTO|CERT_.+|ERR_TLS_.+|ERR_SSL_.+|.*(SELF_SIGNED|UNABLE_TO_).*)$/;

/** Classes what a call to the Web API threw. Every error has a class; a doubtful one is `unknown`. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof WebAPIRateLimitedError)
    return { type: 'throttled', retryAfterMs: error.retryAfter * 1000 };
  if (error instanceof WebAPIPlatformError) return ofPlatform(String(error.data.error));
  if (error instanceof WebAPIHTTPError) {
    const reason = `http_${error.statusCode}`;
    // Below 500 somebody on the way refused the request; from 500 on it may have been taken.
    return { type: error.statusCode < 500 ? 'not-sent' : 'unknown', reason };
  }
  if (error instanceof WebAPIRequestError) {
    const codes = [...causes(error)];
    const early = codes.find((code) => NEVER_LEFT.test(code));
    return early
      ? { type: 'not-sent', reason: early }
      : { type: 'unknown', reason: codes[0] ?? 'request_failed' };
  }
  // A 429 that doesn't say when has no class of its own in the client.
  if (error instanceof Error && error.message.startsWith('Retry header')) {
    return { type: 'throttled', retryAfterMs: DEFAULT_WAIT_MS };
  }
  return { type: 'unknown', reason: error instanceof Error ? error.name : 'request_failed' };
}

/** The same for a message that was to be deleted: it may be tried again whatever became of the first attempt. */
export function removedOf(error: unknown): Removed {
  const outcome = outcomeOf(error);
  if (outcome.type === 'sent') return { type: 'removed' };
  if (outcome.type === 'throttled') return outcome;
  if (outcome.type !== 'refused') return { type: 'failed', reason: outcome.reason };
  return outcome.reason === 'message_not_found'
    ? { type: 'removed' }
    : { type: 'refused', reason: outcome.reason };
}

/** True when Slack refused a message for its blocks alone, so that it would take the same text without them. */
export function refusedBlocks(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && BAD_BLOCKS.has(String(error.data.error));
}

/**
 * Whether Slack refuses a token. Where an event has told that Bowout was removed, any refusal confirms it; unheard, only
 * one that has no other cause.
 */
export function refusesToken(error: unknown, sign: 'told' | 'unheard'): boolean {
  const codes = sign === 'told' ? BAD_TOKEN : REVOKED;
  return error instanceof WebAPIPlatformError && codes.includes(String(error.data.error));
}

/** What may be logged of an error: its class and code. Its message may quote what a person wrote. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as NodeJS.ErrnoException;
  return code ? `${error.name} ${code}` : error.name;
}

function ofPlatform(code: string): Outcome {
  // The client makes an answer that isn't JSON into an "error" with the whole page as its code.
  if (!/^[a-z][a-z0-9_]{1,79}$/.test(code)) return { type: 'unknown', reason: 'unreadable_answer' };
  if (TOO_FAST.has(code)) return { type: 'throttled', retryAfterMs: DEFAULT_WAIT_MS };
  if (LATER.has(code)) return { type: 'not-sent', reason: code };
  if (DOUBTFUL.has(code)) return { type: 'unknown', reason: code };
  return { type: 'refused', reason: code, addressDead: DEAD.has(code) };
}

/** The codes of an error and its causes, outermost first. */
function* causes(error: unknown): Generator<string> {
  for (let here = error, depth = 0; here instanceof Error && depth < 8; here = here.cause, depth++) {
    const { code, syscall, name } = here as NodeJS.ErrnoException;
    // ETIMEDOUT and ECONNRESET mean one thing while connecting and another afterwards.
    if (syscall === 'connect' || syscall === 'getaddrinfo') yield 'ECONNREFUSED';
    else if (code && code !== 'slack_webapi_request_error' && typeof code === 'string') yield code;
    else if (name === 'TimeoutError') yield 'timeout';
  }
}
