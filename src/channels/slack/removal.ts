import type { SlackConfig } from '../../config.js';
import type { Log } from '../../log.js';
import type { Installations } from '../../service/installations.js';
import { createClient } from './client.js';
import { refusesToken } from './errors.js';

const TIMEOUT_MS = 1_500;

/** Slack sends an event again at once, after one minute and after five: by then it is the last time. */
const LAST_TIME_S = 4 * 60;

interface Suspect {
  readonly id: string;
  readonly tenant: string;
  readonly token: string;
}

/** An event says that Bowout was removed, and its token still works. */
class StillThere extends Error {
  override readonly name = 'StillThere';
}

/**
 * Deletes what is known in a workspace once Slack no longer takes its token. Its events alone are not enough: they come
 * late, in any order and more than once, and Bowout may have been added again since.
 */
export function createRemoval(parts: {
  readonly config: SlackConfig;
  readonly installations: Installations;
  readonly log: Log;
}) {
  const { config, installations, log } = parts;
  const underWay = new Set<Promise<void>>();

  async function isGone(token: string, sign: 'told' | 'unheard'): Promise<boolean> {
    try {
      await createClient(config, TIMEOUT_MS, token).auth.test();
      return false;
    } catch (error) {
      if (refusesToken(error, sign)) return true;
      throw error;
    }
  }

  /** The token goes before this resolves; the rest follows, in this process or, should it end, in the next. */
  async function remove({ id, tenant }: Suspect): Promise<void> {
    await installations.removeInstallation({ id, tenant });
    log.info({ tenant, installation: id }, 'Bowout was removed in Slack; what it knew there is deleted.');
    const forgetting = installations.forgetRemoved().catch((error: unknown) => {
      log.error(
        { tenant, err: error },
        'Not all could be deleted yet; it is tried again within ten minutes.',
      );
    });
    underWay.add(forgetting);
    void forgetting.finally(() => underWay.delete(forgetting));
  }

  return {
    /** @param at when Slack says it happened, in seconds. Rejects while none of them is gone. */
    async confirm(suspects: readonly Suspect[], at: number | null): Promise<void> {
      const gone: Suspect[] = [];
      for (const suspect of suspects) if (await isGone(suspect.token, 'told')) gone.push(suspect);
      for (const suspect of gone) await remove(suspect);
      if (gone.length > 0 || suspects.length === 0) return;
      const ids = suspects.map(({ id }) => id).join(', ');
      if (at === null || at > Date.now() / 1000 - LAST_TIME_S)
        throw new StillThere(`Slack says that Bowout was removed from ${ids}, but still takes its token.`);
      log.warn({ ids }, 'Slack said that Bowout was removed, but takes its token: nothing is deleted.');
    },
    /** The same without an event, when Slack refused the token for some other call. */
    async notice(suspect: Suspect): Promise<void> {
      if (await isGone(suspect.token, 'unheard')) await remove(suspect);
    },
    settled: async (): Promise<void> => void (await Promise.all(underWay)),
  };
}
