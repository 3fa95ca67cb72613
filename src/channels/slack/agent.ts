import type { Words } from '../../coach/words.js';
import type { Log } from '../../log.js';
import type { PersonKey } from '../../service/ports.js';
import type { Call } from './calls.js';
import { outcomeOf } from './errors.js';

/** Most turns end sooner; a status that flickers would only make nervous. */
const SLOW_MS = 900;

/**
 * What Slack's agent view adds: prompts to begin with, and a status while a turn takes long. Where a workspace's plan
 * doesn't have it, or the app wasn't granted it, the calls fail and nothing is missing: the same is in the buttons.
 */
export interface Agent {
  suggest(who: PersonKey, channel: string): Promise<void>;
  /** Shows a status when the work takes long; the returned function takes it away again. */
  working(who: PersonKey, typed: { readonly channel: string; readonly ts: string }): () => Promise<void>;
}

export function createAgent(parts: {
  readonly call: Call;
  readonly words: Words;
  readonly log: Log;
  readonly slowMs?: number;
}): Agent {
  const { call, words, log, slowMs = SLOW_MS } = parts;
  const prompts = Object.values(words.group('slack.agent.prompts')).map((prompt) => prompt as object);

  async function quietly(who: PersonKey, method: string, given: Record<string, unknown>): Promise<void> {
    try {
      await call(who, method, given);
    } catch (error) {
      log.debug({ method, ...outcomeOf(error) }, 'Slack has no agent features here.');
    }
  }

  return {
    // With a thread Slack would take the prompts and show none.
    suggest: (who, channel) =>
      quietly(who, 'assistant.threads.setSuggestedPrompts', { channel_id: channel, prompts }),

    working(who, { channel, ts }) {
      const set = (status: string) =>
        quietly(who, 'assistant.threads.setStatus', { channel_id: channel, thread_ts: ts, status });
      let shown: Promise<void> | null = null;
      const timer = setTimeout(() => {
        shown = set(words.text('slack.agent.status'));
      }, slowMs);
      return async () => {
        clearTimeout(timer);
        if (shown === null) return;
        await shown;
        await set('');
      };
    },
  };
}
