import type { Context, Result } from '../coach/conversation/talk.js';
import type { Words } from '../coach/words.js';
import type { Log } from '../log.js';
import { applyEffects } from './effects.js';
import type {
  ClaimFrom,
  DueReminder,
  DueReminders,
  DueResult,
  PersonKey,
  PlannedReminder,
  Turn,
  Turns,
} from './ports.js';
import { TIMING } from './timing.js';

const BATCH = 50;
const LANES = 4;
/** Claims are counted when they are made, so a reminder that kills the process is given up as well. */
const MAX_CLAIMS = 3;
/** No year of reminders comes near; two that plan each other at the same instant do. */
const MAX_UNTIL = 200;

/** What the coach makes of a due reminder: what it says, put off to another ISO instant, or null, no longer wanted. */
export type Fire = (
  state: unknown,
  reminder: PlannedReminder,
  context: Context,
) => (Omit<Result, 'state'> & { readonly state: unknown }) | { readonly putOff: string } | null;

/** How many reminders ended in which way; `lost`: moved or taken over meanwhile; `failed`: to be claimed again. */
export type DueCounts = Record<DueResult['type'] | 'lost' | 'failed', number>;

export function createRunDue(params: {
  readonly store: Turns & DueReminders;
  readonly fire: Fire;
  readonly wordsFor: (locale: string) => Words;
  /** This process, unique among all that ever ran. */
  readonly owner: string;
  readonly log: Log;
  /** Once aborted nothing more is claimed. */
  readonly signal?: AbortSignal;
  readonly leaseMs?: number;
  /** Told after each commit about a person. */
  readonly changed?: (who: PersonKey) => void;
}) {
  const { store, fire, wordsFor, owner, log, signal, leaseMs = TIMING.reminderLeaseMs, changed } = params;
  return { runDue, runDueUntil };

  /**
   * Turns all due reminders into messages in the outbox. `now` is ISO; without it the database's clock counts.
   * Safe to run any number of times at once, in any number of processes.
   */
  async function runDue({
    who,
    now = null,
  }: {
    who?: PersonKey;
    now?: string | null;
  } = {}): Promise<DueCounts> {
    const counts = noCounts();
    const ends = await Promise.allSettled([
      drain('abandoned', 1, who, now, counts),
      drain('waiting', BATCH, who, now, counts),
    ]);
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
    return counts;
  }

  /** What has killed a process is claimed one at a time, so that it takes no others along again and again. */
  async function drain(
    from: ClaimFrom,
    limit: number,
    who: PersonKey | undefined,
    now: string | null,
    counts: DueCounts,
  ): Promise<void> {
    while (!signal?.aborted) {
      const due = await claim(from, limit, now, who);
      if (due.length === 0) return;
      const lane = async () => {
        for (let next = due.shift(); next; next = due.shift()) counts[await settle(next, now)]++;
      };
      await Promise.all(Array.from({ length: LANES }, lane));
    }
  }

  /** One person's reminders up to an ISO instant, one after the other, each as if it were then its due time. */
  async function runDueUntil(who: PersonKey, until: string): Promise<DueCounts> {
    const counts = noCounts();
    for (let n = 0; n < MAX_UNTIL; n++) {
      let [next] = await claim('abandoned', 1, until, who);
      if (!next) [next] = await claim('waiting', 1, until, who);
      if (!next) return counts;
      counts[await settle(next, next.reminder.dueAt)]++;
    }
    throw new Error(
      `More than ${MAX_UNTIL} reminders of ${who.person} fell due until ${until}: they plan each other.`,
    );
  }

  function claim(
    from: ClaimFrom,
    limit: number,
    now: string | null,
    who: PersonKey | undefined,
  ): Promise<DueReminder[]> {
    return store.claimDue({ from, owner, limit, leaseMs, now, ...(who && { who }) });
  }

  /** Never throws: one broken reminder must not hold up the others. Its lease runs out, and it is claimed again. */
  async function settle(due: DueReminder, now: string | null): Promise<keyof DueCounts> {
    const result =
      due.attempt > MAX_CLAIMS ? 'failed' : await attempt(due, (turn) => fireOnce(turn, due, now));
    if (result !== 'failed' || due.attempt < MAX_CLAIMS) return result;
    log.error(idsOf(due), 'a reminder is given up');
    return attempt(due, (turn) => end(turn, due, { type: 'dead' }));
  }

  async function attempt(
    due: DueReminder,
    work: (turn: Turn) => Promise<keyof DueCounts>,
  ): Promise<keyof DueCounts> {
    try {
      const result = await store.turn(due.who, work);
      changed?.(due.who);
      return result;
    } catch (error) {
      log.error({ ...idsOf(due), err: error }, 'a reminder failed');
      return 'failed';
    }
  }

  /** State, effects, messages and the end of the claim commit together, or none of them does. */
  async function fireOnce(turn: Turn, due: DueReminder, clock: string | null): Promise<keyof DueCounts> {
    const conversation = await turn.load();
    if (conversation === null) return end(turn, due, { type: 'unwanted' });
    const { zone, locale, address } = conversation;
    const now = clock ?? turn.now;
    const reminders = (await turn.reminders()).filter(({ id }) => id !== due.reminder.id);
    const words = wordsFor(locale);
    const fired = fire(conversation.state, due.reminder, { now, zone, locale, words, reminders });
    if (fired === null) return end(turn, due, { type: 'unwanted' });
    if ('putOff' in fired) {
      refuseStandstill(due, fired.putOff, now);
      return end(turn, due, { type: 'put-off', dueAt: fired.putOff });
    }
    for (const effect of fired.effects)
      if (effect.type === 'remind' && effect.reminder.id === due.reminder.id)
        refuseStandstill(due, effect.dueAt, now);
    // The claim ends first: an effect may plan the same reminder again.
    const ended = await end(turn, due, { type: 'fired' });
    if (ended === 'lost') return ended;
    await turn.save({ ...conversation, state: fired.state });
    await applyEffects(turn, fired.effects);
    await turn.enqueue(address, fired.messages);
    return ended;
  }

  async function end(turn: Turn, due: DueReminder, result: DueResult): Promise<DueResult['type'] | 'lost'> {
    return (await store.settleDue(turn, due, owner, result)) ? result.type : 'lost';
  }
}

/** @throws Error when a reminder's next time is not later: due again at once, it would flood the person. */
function refuseStandstill({ reminder }: DueReminder, next: string, now: string): void {
  if (Date.parse(next) <= Date.parse(now))
    throw new Error(`Reminder ${reminder.id} moved itself to ${next}, which is not later than ${now}.`);
}

function idsOf({ who, reminder, attempt }: DueReminder) {
  const { id, occurrence } = reminder;
  return { tenant: who.tenant, person: who.person, reminder: id, occurrence, attempt };
}

function noCounts(): DueCounts {
  return { fired: 0, unwanted: 0, dead: 0, 'put-off': 0, lost: 0, failed: 0 };
}
