const WIDEST = 10;
const FULL = '█';
const OPEN = '▒';
const EMPTY = '░';

/** A bar of plain characters for a count beside the largest one; at least one mark for what is there at all. */
export function bar(count: number, largest: number): string {
  if (count <= 0) return '';
  return FULL.repeat(largest <= WIDEST ? count : Math.max(1, Math.round((count / largest) * WIDEST)));
}

/** A bar of fixed width from two shares of 1: what is sure, and what could still be added. */
export function gauge(sure: number, possible: number): string {
  const full = Math.round(sure * WIDEST);
  const reach = Math.max(full, Math.round(possible * WIDEST));
  return FULL.repeat(full) + OPEN.repeat(reach - full) + EMPTY.repeat(WIDEST - reach);
}
