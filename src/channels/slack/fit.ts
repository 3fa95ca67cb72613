import { type Block, context } from './blocks.js';
import { LIMITS } from './limits.js';
import { shorten } from './text.js';

/** A text this short is not worth cutting; something else has to go. */
const SHORTEST = 80;

/**
 * The same blocks within Slack's limits for a whole message: the longest texts are cut first, then the longest lists,
 * then whole blocks from the end; buttons last. `note` is added when something was cut, so that nobody is misled.
 */
export function fitMessage(blocks: readonly Block[], note: () => string): Block[] {
  if (fits(blocks)) return [...blocks];
  const kept = structuredClone(blocks) as Block[];
  const remark = context(note());
  while (!fits([...kept, ...remark])) {
    if (kept.length + remark.length > LIMITS.blocks) dropBlock(kept);
    else cutOnce(kept, size([...kept, ...remark]) - LIMITS.message);
  }
  const firstRow = kept.findIndex((block) => block.type === 'actions');
  kept.splice(firstRow < 0 ? kept.length : firstRow, 0, ...remark);
  return kept;
}

/** Whether Slack takes the blocks as one message. */
export function fits(blocks: readonly Block[]): boolean {
  return blocks.length <= LIMITS.blocks && size(blocks) <= LIMITS.message;
}

function size(blocks: readonly Block[]): number {
  return JSON.stringify(blocks).length;
}

function cutOnce(blocks: Block[], excess: number): void {
  const texts = find(
    blocks,
    (value): value is { text: string } => typeof (value as { text?: unknown }).text === 'string',
  );
  const longest = texts.sort((a, b) => b.text.length - a.text.length)[0];
  if (longest && longest.text.length > SHORTEST) {
    longest.text = shorten(longest.text, Math.max(SHORTEST, longest.text.length - excess));
    return;
  }
  const lists = find(blocks, Array.isArray).sort((a, b) => b.length - a.length);
  const [fullest] = lists;
  if (fullest && fullest.length > 1) fullest.splice(Math.ceil(fullest.length * 0.75) - 1);
  else dropBlock(blocks);
}

function dropBlock(blocks: Block[]): void {
  const last = blocks.findLastIndex((block) => block.type !== 'actions');
  blocks.splice(last, 1);
}

/** Every value below the blocks that passes, at any depth. */
function find<T>(blocks: readonly Block[], passes: (value: object) => value is T & object): T[] {
  const found: T[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (passes(value)) found.push(value);
    for (const child of Object.values(value)) visit(child);
  };
  for (const block of blocks) visit(block);
  return found;
}
