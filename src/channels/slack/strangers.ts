import type { Words } from '../../coach/words.js';
import type { Log } from '../../log.js';
import type { ClientAt } from './client.js';
import { outcomeOf } from './errors.js';
import type { Source } from './source.js';
import { escapeText } from './text.js';

const DAY_MS = 86_400_000;
const KNOWN = 10_000;

/** Never rejects. */
export type TellStranger = (stranger: Extract<Source, { type: 'stranger' }>) => Promise<void>;

/**
 * Tells somebody of another company, calmly and once a day, that Bowout does not talk with them there: two companies
 * may keep what is written, and theirs never chose Bowout. Nothing of theirs is stored, so only the process remembers.
 */
export function createStrangers(parts: {
  readonly clientAt: ClientAt;
  readonly words: Words;
  readonly log: Log;
}): TellStranger {
  const { clientAt, words, log } = parts;
  const told = new Map<string, number>();
  return async ({ place, channel }) => {
    if (channel === null || (told.get(channel) ?? 0) > Date.now()) return;
    if (told.size >= KNOWN) told.clear();
    told.set(channel, Date.now() + DAY_MS);
    try {
      const client = await clientAt(place);
      await client?.chat.postMessage({ channel, text: escapeText(words.text('slack-install.stranger')) });
    } catch (error) {
      log.warn(
        outcomeOf(error),
        'Somebody of another company could not be told that Bowout is not for them.',
      );
    }
  };
}
