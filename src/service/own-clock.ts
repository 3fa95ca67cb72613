import { instantOf, localOf } from '../coach/remind/calendar.js';
import type { PersonKey, PlannedReminder, Turns } from './ports.js';
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
  // Whole seconds, as the store keeps them, so that instants compare as texts.
  const now = (who: PersonKey): string =>
    new Date(realNow() + (ahead.get(keyOf(who)) ?? 0)).toISOString().replace(/\.\d+Z$/, 'Z');
  const moveOn = (who: PersonKey, to: string): void => {
    const step = Date.parse(to) - Date.parse(now(who));
    if (step > 0) ahead.set(keyOf(who), (ahead.get(keyOf(who)) ?? 0) + step);
  };
  const next = async (who: PersonKey): Promise<PlannedReminder | undefined> =>
    (await turns.turn(who, (turn) => turn.reminders()))[0];
  return {
    now,
    async moveTo(who, local, zone) {
      const target = instantOf(local, zone);
      // One reminder at a time, so that each arrives while the clock shows its time.
      let before: PlannedReminder | null = null;
      for (let due = await next(who); due && due.dueAt <= target; due = await next(who)) {
        // One that could not be fired stays where it is; the tick tries it again.
        if (due.id === before?.id && due.dueAt === before.dueAt) break;
        before = due;
        moveOn(who, due.dueAt);
        await service().runDueUntil(who, now(who));
        await service().deliver(who);
      }
      moveOn(who, target);
      return now(who);
    },
    async nextReminder(who) {
      const due = await next(who);
      return due ? localOf(due.dueAt, due.zone) : null;
    },
  };
}
