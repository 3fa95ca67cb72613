import type { WebAPICallResult } from '@slack/web-api';
import type { PersonKey } from '../../service/ports.js';
import type { ClientAt } from './client.js';
import type { Places } from './places.js';

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
export const CALL_TIMEOUT_MS = 1_500;

export function createCall(clientAt: ClientAt, places: Places): Call {
  return async (who, method, given) => {
    const client = await clientAt(places.of(who));
    if (client === null)
      throw new Error(`Bowout is not installed in ${who.tenant}, where ${method} is called.`);
    return client.apiCall(method, given);
  };
}
