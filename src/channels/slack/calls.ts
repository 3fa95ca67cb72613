import type { WebAPICallResult } from '@slack/web-api';
import type { SlackConfig } from '../../config.js';
import type { PersonKey } from '../../service/ports.js';
import { createClient } from './client.js';

/**
 * One call of Slack's Web API, made once, in the name of the installation that reaches this person. Rejects with what
 * `outcomeOf` can class.
 */
export type Call = (
  who: PersonKey,
  method: string,
  given: Readonly<Record<string, unknown>>,
) => Promise<WebAPICallResult>;

/** A turn has to be answered within 3 seconds, so what is only nice to know or to show may take half of that. */
const TIMEOUT_MS = 1_500;

/** Calls with the token of the one workspace of the config. */
export function createCall(config: SlackConfig, timeoutMs = TIMEOUT_MS): Call {
  const client = createClient(config, timeoutMs);
  return (_who, method, given) => client.apiCall(method, given);
}
