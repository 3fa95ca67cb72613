import { type ExportedData, exportData, exportMarkdown } from '../coach/export.js';
import type { Words } from '../coach/words.js';
import type { Address, PersonKey, Turns } from './ports.js';

export interface ExportedPerson extends ExportedData {
  readonly who: PersonKey;
  readonly zone: string;
  readonly locale: string;
  readonly address: Address;
}

/**
 * Everything kept about one person: for programs, and as Markdown to read. Messages are kept until they have arrived.
 * @throws Error when nobody is kept under that name; nothing is changed then.
 */
export async function exportPerson(
  turns: Turns,
  who: PersonKey,
  wordsFor: (locale: string | null) => Words,
): Promise<{ readonly json: ExportedPerson; readonly markdown: string }> {
  return turns.turn(who, async (turn) => {
    const conversation = await turn.load();
    if (conversation === null)
      throw new Error(
        `Nothing is kept about the person ${who.person} of ${who.tenant}: check both, as they stand in the log of a turn.`,
      );
    const { state, zone, locale, address } = conversation;
    const data = exportData(state, await turn.reminders(), await turn.unsent());
    return {
      json: { ...data, who, zone, locale, address },
      markdown: exportMarkdown(data, wordsFor(locale)),
    };
  });
}
