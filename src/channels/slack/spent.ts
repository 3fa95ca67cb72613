import type { Words } from '../../coach/words.js';
import { context } from './blocks.js';
import { ONCE } from './controls.js';

/** A message of ours as Slack shows it, and what was clicked in it. */
export interface Clicked {
  readonly channel: string;
  readonly ts: string;
  /** The fallback text, escaped as Slack keeps it. */
  readonly text: string;
  readonly blocks: readonly Readonly<Record<string, unknown>>[];
  /** The row that holds the control. */
  readonly row: string;
  /** What the control said, or the ISO date that was picked. */
  readonly label: string;
}

/** What `chat.update` takes. */
export interface Replacement {
  readonly text: string;
  readonly blocks: readonly Readonly<Record<string, unknown>>[];
}

/**
 * The clicked message without its buttons and with what was chosen, or null when its buttons are not used up by one
 * click. Blocks lose their ids, since Slack wants new ones in a changed message.
 */
export function spent(clicked: Clicked, words: Words): Replacement | null {
  if (!clicked.row.startsWith(ONCE)) return null;
  const kept = clicked.blocks
    .filter((block) => block['type'] !== 'actions')
    .map(({ block_id: _, ...block }) => block);
  const answer = words.text('slack.chosen', { answer: readable(clicked.label, words.locale) });
  return { text: clicked.text, blocks: [...kept, ...context(answer).map((block) => ({ ...block }))] };
}

function readable(label: string, locale: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(label)) return label;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(label));
}
