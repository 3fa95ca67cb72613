import type { Words } from '../../coach/words.js';
import type { TeamsConfig } from '../../config.js';
import type { Log } from '../../log.js';
import type { Channel } from '../../service/ports.js';
import { createConnector } from './botbuilder.js';
import { describeError } from './errors.js';
import { readAddress, rulesFor, type TeamsAddress } from './guards.js';
import { SEND_TIMEOUT_MS } from './limits.js';
import { type OutgoingActivity, renderMessage } from './render.js';

/** Half-sent messages that are remembered, for as long as the process lives. */
const MAX_HALF_SENT = 1_000;

interface TeamsOptions {
  readonly words: Words;
  readonly log: Log;
  /** After this a post's outcome is unknown. */
  readonly timeoutMs?: number;
}

/** The outbox's way to Teams, and a way past it for what nobody would want later: `say` posts once and never throws. */
export interface Teams extends Channel {
  say(to: TeamsAddress, activity: OutgoingActivity): Promise<void>;
}

/**
 * The way out to Teams, from the stored address alone, so that any replica can send. A draft is two posts, a card and
 * a letter: when the letter fails, a later attempt in this process goes on with the letter. The ids of both are its
 * external id, parted by a blank.
 */
export function createTeams(
  config: TeamsConfig,
  { words, log, timeoutMs = SEND_TIMEOUT_MS }: TeamsOptions,
): Teams {
  const rules = rulesFor(config);
  const { post, remove } = createConnector(config, timeoutMs);
  const halfSent = new Map<string, { readonly count: number; readonly externalId: string | null }>();
  return {
    name: 'teams',
    async say(to, activity) {
      const outcome = await post(to, activity).catch(describeError);
      if (!('type' in outcome) || outcome.type !== 'sent')
        log.warn({ outcome }, 'teams: a passing note did not arrive');
    },
    async send({ id, address, message }) {
      const to = readAddress(address, rules);
      if (typeof to === 'string') {
        log.warn({ delivery: id, reason: to }, 'teams: a stored address was refused');
        return { type: 'refused', reason: `address: ${to}`, addressDead: false };
      }
      const activities = renderMessage(message, words, id);
      let { count, externalId } = halfSent.get(id) ?? { count: 0, externalId: null };
      halfSent.delete(id);
      for (const activity of activities.slice(count)) {
        const outcome = await post(to, activity);
        if (outcome.type !== 'sent') {
          if (count > 0) remember(halfSent, id, { count, externalId });
          return outcome;
        }
        externalId = [externalId, outcome.externalId].filter((each) => each !== null).join(' ') || null;
        count += 1;
      }
      return { type: 'sent', externalId };
    },
    async remove({ delivery, address, externalId }) {
      const to = readAddress(address, rules);
      if (typeof to === 'string') return { type: 'refused', reason: `address: ${to}` };
      // Teams can't be asked where a message is that it never answered for.
      const ids = externalId ?? halfSent.get(delivery)?.externalId;
      if (!ids) return { type: 'refused', reason: 'it is not known whether it arrived' };
      for (const id of ids.split(' ')) {
        const removed = await remove(to, id);
        if (removed.type !== 'removed') return removed;
      }
      halfSent.delete(delivery);
      return { type: 'removed' };
    },
  };
}

function remember<T>(map: Map<string, T>, id: string, value: T): void {
  map.set(id, value);
  const oldest = map.keys().next();
  if (map.size > MAX_HALF_SENT && !oldest.done) map.delete(oldest.value);
}
