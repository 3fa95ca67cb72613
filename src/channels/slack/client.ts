import { LogLevel, WebClient } from '@slack/web-api';
import type { SlackConfig } from '../../config.js';

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

/**
 * A Web API client that calls once. Left to itself it would call again after a broken connection and post the same
 * message up to three times, and would wait through rate limits of many minutes.
 */
export function createClient(config: SlackConfig, timeoutMs: number): WebClient {
  return new WebClient(config.botToken, {
    ...(config.apiUrl ? { slackApiUrl: config.apiUrl } : {}),
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: SILENT,
  });
}
