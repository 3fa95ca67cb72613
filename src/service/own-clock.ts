import { instantOf, localOf } from '../coach/remind/calendar.js';
import type { PersonKey, Turns } from './ports.js';
import type { Service } from './service.js';

/** A clock for each person that can be moved forward: the real one until then, and running on from there. */
export interface OwnClocks {
  /** ISO instant. */
  now(who: PersonKey): string;
  /** Moves to a wall-clock time; what falls due on the way fires and is delivered. A time in the past moves nothing. */
  moveTo(who: PersonKey, local: string, zone: string): Promise<string>;
  /** Wall-clock time of the next pending reminder, or null. */
  nextReminder(who: PersonKey): Promise<string | null>;
}

export function createOwnClocks(params: {
  readonly turns: Turns;
  readonly service: () => Pick<Service, 'runDueUntil' | 'deliver'>;
  /** Milliseconds since 1970. */
  readonly realNow: () => number;
}): OwnClocks {
  const { turns, service, realNow } = params;
  const ahead = new Map<string, number>();
  const keyOf = (who: PersonKey): string => JSON.stringify([who.tenant, who.person]);
  const now = (who: PersonKey): string => new Date(realNow() + (ahead.get(keyOf(who)) ?? 0)).toISOString();
  return {
    now,
    async moveTo(who, local, zone) {
      const target = instantOf(local, zone);
      const step = Date.parse(target) - Date.parse(now(who));
      if (step > 0) {
        await service().runDueUntil(who, target);
        ahead.set(keyOf(who), (ahead.get(keyOf(who)) ?? 0) + step);
        await service().deliver(who);
      }
      return now(who);
    },
    async nextReminder(who) {
      const [next] = await turns.turn(who, (turn) => turn.reminders());
      return next ? localOf(next.dueAt, next.zone) : null;
    },
  };
}
