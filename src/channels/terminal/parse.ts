import type { Input } from '../../coach/input.js';

/** What a line at the terminal asks for: something said, or `@ 2026-11-24T09:00`, which moves the clock. */
export type Line =
  | { readonly type: 'say'; readonly input: Input }
  | { readonly type: 'clock'; readonly to: string };

const CLOCK = /^@\s*(\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?)\s*$/;

export function parseLine(line: string): Line {
  const to = CLOCK.exec(line)?.[1];
  if (to !== undefined) return { type: 'clock', to: to.length === 10 ? `${to}T09:00` : to };
  return { type: 'say', input: { type: 'text', text: line } };
}
