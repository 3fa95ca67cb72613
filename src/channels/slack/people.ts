import type { Log } from '../../log.js';
import type { PersonKey, Whereabouts } from '../../service/ports.js';
import type { Call } from './calls.js';
import { outcomeOf } from './errors.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const KNOWN_PEOPLE = 10_000;

/**
 * Looks up where people are, and remembers it for a day. A failed look-up gives nulls, and is tried again after a
 * minute: a turn never waits long, and never fails, for want of a zone. `call` must have a short timeout.
 */
export function createPeople(call: Call, log: Log): (who: PersonKey) => Promise<Whereabouts> {
  const known = new Map<string, { readonly until: number; readonly where: Promise<Whereabouts> }>();
  return (who) => {
    const key = JSON.stringify([who.tenant, who.person]);
    const entry = known.get(key);
    if (entry && entry.until > Date.now()) return entry.where;
    if (known.size >= KNOWN_PEOPLE) known.clear();
    const where = call(who, 'users.info', { user: who.person, include_locale: true }).then(
      whereaboutsIn,
      (error: unknown) => {
        log.warn(outcomeOf(error), 'Slack did not tell where a person is; it is asked again in a minute.');
        known.set(key, { until: Date.now() + MINUTE_MS, where });
        return { zone: null, locale: null };
      },
    );
    known.set(key, { until: Date.now() + DAY_MS, where });
    return where;
  };
}

function whereaboutsIn(found: object): Whereabouts {
  const { user } = found as { user?: { tz?: unknown; locale?: unknown } };
  const { tz, locale } = user ?? {};
  return { zone: typeof tz === 'string' ? tz : null, locale: typeof locale === 'string' ? locale : null };
}
