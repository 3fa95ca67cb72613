import { event, fixture } from '../../channels/slack/fixtures.js';
import { requestOf, signed } from '../../channels/slack/request.js';
import type { Replica } from './replicas.js';

/** What a person does in Slack, ready to be sent to any replica, any number of times. */
export type Deed = (to: Replica) => Promise<number>;

/** What isn't acknowledged in three seconds, as on a busy machine, Slack sends again, up to three times. */
const TRIES = 4;

/** @returns how many times it was not acknowledged; `TRIES` when it never was */
export async function sent(deed: Deed, to: Replica): Promise<number> {
  for (let failures = 0; failures < TRIES; failures++) if ((await deed(to)) === 200) return failures;
  return TRIES;
}
export const wasRefused = (failures: number): boolean => failures === TRIES;

export interface SlackPerson {
  readonly user: string;
  readonly channel: string;
  writes(text: string): Deed;
  clicks(action: string): Deed;
}

let people = 0;
let events = 0;

/** Somebody nobody has heard of yet, in a workspace of their own: the pace of one must not hold up the others. */
export function slackPerson(): SlackPerson {
  const n = ++people;
  const user = `U9${String(n).padStart(8, '0')}`;
  const channel = `D9${String(n).padStart(8, '0')}`;
  const team = `T9${String(n).padStart(8, '0')}`;
  return {
    user,
    channel,
    writes(text) {
      const ts = `${1_795_170_000 + ++events}.000200`;
      const id = `Ev${events}`;
      const payload = {
        ...event('message', { user, channel, text, ts, event_ts: ts, team }),
        team_id: team,
        context_team_id: team,
        authorizations: [{ team_id: team, user_id: 'U0BOTSELF', is_bot: true }],
        event_id: id,
      };
      return post(payload);
    },
    clicks(action) {
      const before = fixture('click-button') as Record<string, unknown>;
      const [button] = before['actions'] as Record<string, unknown>[];
      return post({
        ...before,
        user: { ...(before['user'] as object), id: user, team_id: team },
        team: { id: team, domain: 'chaos' },
        channel: { id: channel, name: 'directmessage' },
        trigger_id: `trigger.${++events}`,
        actions: [{ ...button, value: action, action_ts: `${1_795_180_000 + events}.000300` }],
      });
    },
  };
}

function post(payload: Record<string, unknown>): Deed {
  return async ({ url }) => {
    try {
      const response = await fetch(`${url}/slack/events`, { method: 'POST', ...signed(requestOf(payload)) });
      await response.arrayBuffer();
      return response.status;
    } catch {
      // No connection, or one that was cut: to Slack the same as no answer.
      return 0;
    }
  };
}
