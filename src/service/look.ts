import type { Context } from '../coach/conversation/talk.js';
import type { Words } from '../coach/words.js';
import type { Clock } from './handle.js';
import type { Look, PersonKey, Turns } from './ports.js';

/** Carries what was seen out of a transaction that is to leave nothing behind. */
class OnlyLooked extends Error {
  override readonly name = 'OnlyLooked';
  constructor(readonly seen: unknown) {
    super('A look at somebody of whom nothing is kept was rolled back.');
  }
}

/** Reads one person's latest committed state in a transaction of its own, for what is shown and not said. */
export function createLook(params: {
  readonly turns: Turns;
  readonly wordsFor: (locale: string | null) => Words;
  readonly clock: Clock;
}): Look {
  const { turns, wordsFor, clock } = params;
  return async <T>(who: PersonKey, see: (state: unknown, context: Context) => T): Promise<T> => {
    try {
      return await turns.turn(who, async (turn) => {
        const stored = await turn.load();
        const locale = stored?.locale ?? 'en-US';
        const seen = see(stored?.state ?? null, {
          now: clock(who) ?? turn.now,
          zone: stored?.zone ?? null,
          locale,
          words: wordsFor(locale),
          reminders: await turn.reminders(),
        });
        // Loading somebody new makes a row for them: looking must not.
        if (stored === null) throw new OnlyLooked(seen);
        return seen;
      });
    } catch (error) {
      if (error instanceof OnlyLooked) return error.seen as T;
      throw error;
    }
  };
}
