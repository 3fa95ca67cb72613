import { advance } from '../coach/conversation/advance.js';
import type { Words } from '../coach/words.js';
import { newCalendarAddress } from './calendar.js';
import { applyEffects } from './effects.js';
import type { Handle, Mark, PersonKey, Turn, Turns } from './ports.js';
import { createQueues } from './queues.js';

/** Another clock than the database's, for the playground and the terminal: ISO, or null for the database's. */
export type Clock = (who: PersonKey) => string | null;

/**
 * One event, one transaction: noted, answered, saved, and its replies in the outbox. The same event again has no
 * effect. Rejects when nothing was saved, so that the platform sends it again.
 */
export function createHandle(params: {
  readonly turns: Turns;
  readonly wordsFor: (locale: string | null) => Words;
  readonly clock: Clock;
  /** Where calendars are served; absent where they are not. */
  readonly baseUrl?: string | undefined;
  /** Told after the commit, so that the replies go out at once. */
  readonly committed: (who: PersonKey) => void;
}): Handle {
  const { turns, wordsFor, clock, baseUrl, committed } = params;
  const inOrder = createQueues();
  return ({ id, marks = [], who, address, input, zone, locale }) =>
    inOrder(who, async () => {
      const outcome = await turns.turn(who, async (turn) => {
        if (!(await isNew(turn, id, marks))) return 'repeated' as const;
        if (input.type === 'left') {
          await turn.deletePerson();
          return 'handled' as const;
        }
        const before = await turn.load();
        const spoken = locale ?? before?.locale ?? 'en-US';
        const calendar = baseUrl === undefined ? null : newCalendarAddress(baseUrl);
        const { state, messages, effects } = advance(before?.state ?? null, input, {
          now: clock(who) ?? turn.now,
          zone: zone ?? before?.zone ?? null,
          locale: spoken,
          words: wordsFor(spoken),
          reminders: await turn.reminders(),
          ...(calendar && { calendar: calendar.url }),
        });
        await applyEffects(turn, effects, calendar);
        const deleted = effects.some((effect) => effect.type === 'delete-person');
        if (!deleted) await turn.save({ state, address, zone: state.profile.zone, locale: spoken });
        await turn.enqueue(address, messages);
        return 'handled' as const;
      });
      if (outcome === 'handled') committed(who);
      return outcome;
    });
}

/** Each is noted, so that the next copy is known by any of them. */
async function isNew(turn: Turn, id: string, marks: readonly Mark[]): Promise<boolean> {
  let isNew = await turn.noteInbound(id);
  for (const mark of marks) isNew = (await turn.noteInbound(mark.id, mark.seconds)) && isNew;
  return isNew;
}
