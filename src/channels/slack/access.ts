import type { SlackConfig, SlackOAuth } from '../../config.js';
import type { Log } from '../../log.js';
import type { Installation, Installations } from '../../service/installations.js';
import { createRemoval } from './removal.js';
import { createRenewal } from './renewal.js';
import { idsOf, type Place, type Removed } from './source.js';

/** So long a found installation is not looked up again: every event asks, and removals are seldom. */
const REMEMBERED_MS = 5_000;
const KNOWN = 1_000;

/** With which tokens Bowout speaks in Slack, and where it no longer may. */
export interface Access {
  /** Null where Bowout was not added. Rejects when there is a token that cannot be used. */
  tokenAt(place: Place): Promise<string | null>;
  /** Slack says that Bowout was removed. Rejects until that is confirmed, so that Slack says it again. */
  removed(removed: Pick<Removed, 'place' | 'bots' | 'at'>): Promise<void>;
  /** Slack refused a token: should Bowout have been removed there unheard, it is noticed now. Never rejects. */
  refusedAt(place: Place): Promise<void>;
  /** Waits for the deleting that removals began. */
  settled(): Promise<void>;
}

interface Parts {
  readonly config: SlackConfig;
  readonly installations: Installations;
  readonly log: Log;
}

/** By the token of the config for one workspace, or by those that "Add to Slack" brought. */
export function createAccess(parts: Parts): Access {
  const { oauth, botToken } = parts.config;
  return oauth ? toMany(parts, oauth) : toOne(parts, botToken ?? '');
}

function toOne(parts: Parts, botToken: string): Access {
  const removal = createRemoval(parts);
  return {
    tokenAt: async () => botToken,
    async removed({ place: { team, enterprise }, bots, at }) {
      const id = team ?? enterprise;
      // Tokens of people are none of ours.
      if (id === null || bots?.length === 0) return;
      await removal.confirm([{ id, tenant: `slack:${enterprise ?? id}`, token: botToken }], at);
    },
    // A wrong token in the settings is no reason to delete anything.
    refusedAt: async () => {},
    settled: removal.settled,
  };
}

function toMany(parts: Parts, oauth: SlackOAuth): Access {
  const { installations, log } = parts;
  const removal = createRemoval(parts);
  /** In an organisation Bowout can have been added to a workspace, to all of it, or to both. */
  const allAt = async (place: Place) => {
    const found = await Promise.all(idsOf(place).map((id) => installations.installation([id])));
    return found.filter((one) => one !== null);
  };
  const known = new Map<string, { readonly until: number; readonly installation: Installation }>();
  const valid = createRenewal({ ...parts, oauth, renewed: () => known.clear() });
  const nearest = async (place: Place): Promise<Installation | null> => {
    const key = idsOf(place).join(' ');
    const remembered = known.get(key);
    if (remembered && remembered.until > Date.now()) return remembered.installation;
    const installation = await installations.installation(idsOf(place));
    if (known.size >= KNOWN) known.clear();
    if (installation) known.set(key, { until: Date.now() + REMEMBERED_MS, installation });
    else known.delete(key);
    return installation;
  };
  return {
    async tokenAt(place) {
      const installation = await nearest(place);
      return installation && valid(installation);
    },
    async removed({ place, bots, at }) {
      const meant = (await allAt(place)).filter(
        ({ bot, addedAt }) =>
          (bots === null || bots.includes(bot)) && (at === null || at >= Date.parse(addedAt) / 1000),
      );
      await removal.confirm(
        meant.map(({ id, tenant, token }) => ({ id, tenant, token: token.value })),
        at,
      );
      known.clear();
    },
    async refusedAt(place) {
      known.clear();
      try {
        for (const { id, tenant, token } of await allAt(place))
          await removal.notice({ id, tenant, token: token.value });
      } catch (error) {
        log.warn({ err: error }, 'Whether Bowout was removed in Slack could not be found out.');
      }
    },
    settled: removal.settled,
  };
}
