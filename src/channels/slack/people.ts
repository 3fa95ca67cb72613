import type { WebClient } from '@slack/web-api';
import type { Log } from '../../log.js';
import type { Inbound } from '../../service/ports.js';
import { outcomeOf } from './errors.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const KNOWN_PEOPLE = 10_000;

export type Whereabouts = Pick<Inbound, 'zone' | 'locale'>;

/**
 * Looks up where people are, and remembers it for a day. A failed look-up gives nulls, and is tried again after a
 * minute: a turn never waits long, and never fails, for want of a zone. `client` must have a short timeout.
 */
export function createPeople(client: WebClient, log: Log): (user: string) => Promise<Whereabouts> {
  const known = new Map<string, { readonly until: number; readonly where: Promise<Whereabouts> }>();
  return (user) => {
    const entry = known.get(user);
    if (entry && entry.until > Date.now()) return entry.where;
    if (known.size >= KNOWN_PEOPLE) known.clear();
    const where = client.users.info({ user, include_locale: true }).then(
      (found) => ({ zone: found.user?.tz ?? null, locale: found.user?.locale ?? null }),
      (error: unknown) => {
        log.warn(outcomeOf(error), 'Slack did not tell where a person is; it is asked again in a minute.');
        known.set(user, { until: Date.now() + MINUTE_MS, where });
        return { zone: null, locale: null };
      },
    );
    known.set(user, { until: Date.now() + DAY_MS, where });
    return where;
  };
}
