import { setTimeout as sleep } from 'node:timers/promises';
import { advance } from '../coach/conversation/advance.js';
import type { Effect } from '../coach/conversation/effect.js';
import type { Words } from '../coach/words.js';
import { newCalendarAddress } from './calendar.js';
import { applyEffects } from './effects.js';
import type {
  Address,
  Arrivals,
  ChannelName,
  Handle,
  Inbound,
  Mark,
  PersonKey,
  Turn,
  Turns,
} from './ports.js';
import { createQueues } from './queues.js';
import { TIMING } from './timing.js';

/** Another clock than the database's, for the playground and the terminal: ISO, or null for the database's. */
export type Clock = (who: PersonKey) => string | null;

/** How soon one that would overtake another looks again whether that one has passed. */
const LOOK_AGAIN_MS = 10;

/**
 * One event, one transaction: noted, answered, saved, and its replies in the outbox. The same event again has no
 * effect. What one person did is handled in the order in which they did it, whichever replicas it reached, as long as
 * the earlier arrives before the later is handled. Rejects when nothing was saved, so that the platform sends it again.
 */
export function createHandle(params: {
  readonly turns: Turns & Arrivals;
  readonly wordsFor: (locale: string | null) => Words;
  readonly clock: Clock;
  /** Where calendars are served; absent where they are not. */
  readonly baseUrl?: string | undefined;
  readonly settleMs?: number;
  /** Whether what the coach said there can be taken away again. */
  readonly removes?: (channel: ChannelName) => boolean;
  /** Told after the commit, so that the replies go out at once. */
  readonly committed: (who: PersonKey, address: Address, effects: readonly Effect[]) => void;
}): Handle {
  const { turns, wordsFor, clock, baseUrl, removes = () => false, committed } = params;
  const { settleMs = TIMING.settleMs } = params;
  const inOrder = createQueues();

  return async (inbound, whereabouts) => {
    // Now, and not when its turn has come: others have to know of it before they are handled.
    const ready = Promise.all([settle(inbound), whereabouts]);
    // A failure is heard below; until then it must not count as unheard.
    ready.catch(() => {});
    const attempt = () =>
      inOrder(inbound.who, async () => {
        const [, where] = await ready;
        return turns.turn(inbound.who, (turn) => answer(turn, { ...inbound, ...where }));
      });
    let outcome = await attempt();
    while (outcome === 'too-early') {
      // Outside the queue: what it has to let pass may be waiting in there.
      await sleep(LOOK_AGAIN_MS);
      outcome = await attempt();
    }
    if (typeof outcome === 'string') return outcome;
    committed(inbound.who, inbound.address, outcome.effects);
    return 'handled';
  };

  /** Tells the others, and gives what was done earlier a moment to arrive, wherever that may be. */
  async function settle({ id, who, doneAt }: Inbound): Promise<void> {
    if (doneAt !== undefined) await Promise.all([turns.announce(who, id, doneAt), sleep(settleMs)]);
  }

  async function answer(
    turn: Turn,
    { id, marks = [], doneAt, who, address, input, on, zone, locale }: Inbound,
  ): Promise<{ readonly effects: readonly Effect[] } | 'repeated' | 'too-early'> {
    if (doneAt !== undefined && (await turn.isOvertaking(doneAt))) return 'too-early';
    if (!(await isNew(turn, id, marks))) return 'repeated';
    if (input.type === 'left') {
      await turn.deletePerson();
      return { effects: [] };
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
      removes: removes(address.channel),
      ...(on === undefined ? {} : { on }),
    });
    await applyEffects(turn, effects, calendar);
    const deleted = effects.some((effect) => effect.type === 'delete-person');
    if (!deleted) await turn.save({ state, address, zone: state.profile.zone, locale: spoken });
    await turn.enqueue(address, messages);
    return { effects };
  }
}

/** Each is noted, so that the next copy is known by any of them. */
async function isNew(turn: Turn, id: string, marks: readonly Mark[]): Promise<boolean> {
  let isNew = await turn.noteInbound(id);
  for (const mark of marks) isNew = (await turn.noteInbound(mark.id, mark.seconds)) && isNew;
  return isNew;
}
