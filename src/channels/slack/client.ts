import { LogLevel, WebClient } from '@slack/web-api';
import type { SlackConfig } from '../../config.js';
import type { Access } from './access.js';
import type { Place } from './source.js';

/** The client's own log prints what is posted at its finest level; failures come back to the caller anyhow. */
const SILENT = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

const KNOWN_TOKENS = 1_000;

/** The settings of a client that calls once and says nothing. */
export function clientOptions({ apiUrl }: Pick<SlackConfig, 'apiUrl'>, timeoutMs: number) {
  return {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: SILENT,
  };
}

/**
 * A Web API client that calls once. Left to itself it would call again after a broken connection and post the same
 * message up to three times, and would wait through rate limits of many minutes.
 */
export function createClient(
  config: SlackConfig,
  timeoutMs: number,
  token: string | null = config.botToken,
): WebClient {
  return new WebClient(token ?? undefined, clientOptions(config, timeoutMs));
}

/** The client that speaks for Bowout at a place, null where it was not added. The same one while its token is. */
export type ClientAt = (place: Place) => Promise<WebClient | null>;

export function createClients(
  config: SlackConfig,
  access: Pick<Access, 'tokenAt'>,
  timeoutMs: number,
): ClientAt {
  const known = new Map<string, WebClient>();
  return async (place) => {
    const token = await access.tokenAt(place);
    if (token === null) return null;
    const client = known.get(token) ?? createClient(config, timeoutMs, token);
    if (known.size >= KNOWN_TOKENS) known.clear();
    known.set(token, client);
    return client;
  };
}
