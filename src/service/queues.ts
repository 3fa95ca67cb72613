import type { PersonKey } from './ports.js';

/** Runs work for a person after all that was asked for before it. */
export type InOrder = <T>(who: PersonKey, work: () => Promise<T>) => Promise<T>;

/**
 * A queue for each person, for as long as something is in it. Two messages a few milliseconds apart would otherwise
 * race for a connection, and the row lock keeps the order of those who reach it, not of those who set out.
 */
export function createQueues(): InOrder {
  const last = new Map<string, Promise<unknown>>();
  return async (who, work) => {
    const key = JSON.stringify([who.tenant, who.person]);
    const before = last.get(key);
    // Whether the one before succeeded is its own affair.
    const mine = before ? before.then(work, work) : work();
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
