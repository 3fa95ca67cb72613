import { appendFileSync } from 'node:fs';
import { expect } from 'vitest';

/** The numbers of the short form run on every change, those of the long one before a release. */
export const isShort = process.env['CHAOS'] !== 'long';
export const sized = (short: number, long: number): number => (isShort ? short : long);

/** A figure, and what it has to be; one without a demand is only told. */
export interface Count {
  readonly what: string;
  readonly is: number;
  readonly exactly?: number;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** Adds a row to the table that is printed at the end, and fails when a count is off. */
export function row(name: string, counts: readonly Count[]): void {
  const lines = counts.map((count) => `  ${isOff(count) ? '✗' : ' '} ${tell(count)}`);
  const text = `${name}\n${lines.join('\n')}\n`;
  const table = process.env['CHAOS_TABLE'];
  if (table) appendFileSync(table, `${JSON.stringify({ file: expect.getState().testPath, text })}\n`);
  else process.stdout.write(text);
  expect(counts.filter(isOff).map(tell)).toEqual([]);
}

function isOff({ is, exactly, atMost, atLeast }: Count): boolean {
  return (
    (exactly !== undefined && is !== exactly) ||
    (atMost !== undefined && !(is <= atMost)) ||
    (atLeast !== undefined && !(is >= atLeast))
  );
}

function tell({ what, is, exactly, atMost, atLeast }: Count): string {
  const wanted = [
    exactly === undefined ? '' : `${exactly}`,
    atMost === undefined ? '' : `at most ${atMost}`,
    atLeast === undefined ? '' : `at least ${atLeast}`,
  ].filter(Boolean);
  return `${what.padEnd(44)} ${String(is).padStart(8)}${wanted.length > 0 ? `   wanted: ${wanted.join(', ')}` : ''}`;
}
