import { privateOverview } from '../../coach/overview.js';
import type { Words } from '../../coach/words.js';
import type { Log } from '../../log.js';
import type { Look, Outcome, PersonKey } from '../../service/ports.js';
import type { Call } from './calls.js';
import { outcomeOf } from './errors.js';
import { type HomeView, homeView } from './home-view.js';

/** As many as fit into memory easily; whoever is forgotten is known again when they open their Home tab. */
const MOST_OPEN = 10_000;

/** So often in a row at most: whoever changes things faster than Slack shows them sees the latest at the next look. */
const MOST_ROUNDS = 20;

export interface Homes {
  /** The Home tab is before the person's eyes: it shows how things are now. */
  opened(who: PersonKey): void;
  /** The person did something there; what the coach says to it stands in the conversation. */
  used(who: PersonKey): void;
  /** Something of theirs was committed: the tab follows where it was opened. */
  changed(who: PersonKey): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

interface Home {
  /** Something may have changed since the last look. */
  isStale: boolean;
  note: string | null;
  running: Promise<void> | null;
}

/**
 * Publishes Home tabs. Each time after publishing it looks again, and publishes anew while what it sees differs, so
 * that of several processes at once the last to publish always leaves the latest, in whatever order Slack takes them.
 */
export function createHomes(parts: {
  readonly call: Call;
  readonly look: Look;
  readonly words: Words;
  readonly log: Log;
}): Homes {
  const { call, look, words, log } = parts;
  const homes = new Map<string, Home>();

  function homeOf(who: PersonKey): Home {
    const key = JSON.stringify([who.tenant, who.person]);
    const known = homes.get(key) ?? { isStale: false, note: null, running: null };
    homes.delete(key);
    homes.set(key, known);
    const [oldest] = homes.keys();
    if (homes.size > MOST_OPEN && oldest !== undefined) homes.delete(oldest);
    return known;
  }

  function refresh(who: PersonKey, home: Home): void {
    home.isStale = true;
    home.running ??= publish(who, home).finally(() => {
      home.running = null;
    });
  }

  async function publish(who: PersonKey, home: Home): Promise<void> {
    let published: string | null = null;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      home.isStale = false;
      try {
        const view = await seen(who, home);
        const now = JSON.stringify(view);
        if (now !== published) await call(who, 'views.publish', { user_id: who.person, view });
        else if (!home.isStale) return;
        published = now;
      } catch (error) {
        return failed(who, home, outcomeOf(error));
      }
    }
  }

  function failed(who: PersonKey, home: Home, outcome: Outcome): void {
    log.warn(outcome, 'A Home tab in Slack does not show the latest yet.');
    if (outcome.type === 'throttled') setTimeout(() => refresh(who, home), outcome.retryAfterMs).unref();
  }

  const seen = (who: PersonKey, { note }: Home): Promise<HomeView> =>
    look(who, (state, context) => homeView(privateOverview(state, context), words, note));

  return {
    opened(who) {
      const home = homeOf(who);
      home.note = null;
      refresh(who, home);
    },
    used(who) {
      const home = homeOf(who);
      home.note = words.text('slack.home.answered');
      refresh(who, home);
    },
    changed(who) {
      const home = homes.get(JSON.stringify([who.tenant, who.person]));
      if (home) refresh(who, home);
    },
    async settled() {
      await Promise.all([...homes.values()].map(({ running }) => running));
    },
  };
}
