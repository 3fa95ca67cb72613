import type { Outcome, Removed } from '../../service/ports.js';
import { DEFAULT_RETRY_AFTER_MS } from './limits.js';

/** Failures in which no byte of the request can have reached Teams. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The parts of the SDK's errors that are read. Everything is optional: they come from several libraries. */
interface Failure {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly statusCode?: unknown;
  readonly response?: { readonly headers?: { get?(name: string): string | undefined } };
}

/**
 * Classes a failed post. `requested` is false when the failure came before the HTTP request was started, while a
 * token was fetched for example. Source of the classes: delivery notes 2.4 and Teams notes 9. Teams cannot be asked
 * afterwards whether a message arrived, so an answer that may hide a delivery is `unknown`, never "try again".
 */
export function classify(error: unknown, requested: boolean): Outcome {
  const failure: Failure = typeof error === 'object' && error !== null ? (error as Failure) : {};
  const status = typeof failure.statusCode === 'number' ? failure.statusCode : null;
  const reason = reasonOf(failure, status);
  if (!requested) return { type: 'not-sent', reason };
  if (status === null) {
    return typeof failure.code === 'string' && NEVER_CONNECTED.has(failure.code)
      ? { type: 'not-sent', reason }
      : { type: 'unknown', reason };
  }
  // 412 is how Teams reports a message that another one overtook; like 429 it asks to come back later.
  if (status === 429 || status === 412) return { type: 'throttled', retryAfterMs: retryAfterMs(failure) };
  // The token was refused, not the message: the operator can mend it, and the message still matters.
  if (status === 401) return { type: 'not-sent', reason };
  if (status === 403 || status === 404) return { type: 'refused', reason, addressDead: true };
  if (status === 408 || status >= 500) return { type: 'unknown', reason };
  return { type: 'refused', reason, addressDead: false };
}

/** The same for a message that was to be deleted: it may be tried again whatever became of the first attempt. */
export function removedOf(outcome: Outcome): Removed {
  if (outcome.type === 'sent') return { type: 'removed' };
  if (outcome.type === 'throttled') return outcome;
  if (outcome.type !== 'refused') return { type: 'failed', reason: outcome.reason };
  // The message or the whole conversation is gone: either way it stands there no longer.
  return outcome.reason.startsWith('HTTP 404')
    ? { type: 'removed' }
    : { type: 'refused', reason: outcome.reason };
}

/** A name and a code, never the message: platforms quote what was sent. */
function reasonOf(failure: Failure, status: number | null): string {
  const name = typeof failure.name === 'string' ? failure.name : 'Error';
  const code = typeof failure.code === 'string' ? failure.code : null;
  return [status === null ? name : `HTTP ${status}`, code].filter((part) => part !== null).join(' ');
}

function retryAfterMs(failure: Failure): number {
  const header = failure.response?.headers?.get?.('retry-after');
  if (!header) return DEFAULT_RETRY_AFTER_MS;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds * 1_000));
  const until = Date.parse(header);
  return Number.isNaN(until) ? DEFAULT_RETRY_AFTER_MS : Math.max(0, until - Date.now());
}

/** What may be logged of an error: its kind and where it was thrown. Its message may quote what a person wrote. */
export function describeError(error: unknown): { name: string; code: string | null; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, code: null, at: [] };
  const code = (error as { code?: unknown }).code;
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
  return { name: error.name, code: typeof code === 'string' ? code : null, at: at.slice(0, 5) };
}
