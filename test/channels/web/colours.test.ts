import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PUBLIC } from '../../../src/channels/web/page.js';

/** Text on what it stands on, as the style sheets pair them. */
const pairs = [
  ['ink', 'paper'],
  ['ink', 'paper-deep'],
  ['ink', 'surface'],
  ['ink', 'tint'],
  ['ink', 'amber'],
  ['ink', 'mark'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'paper-deep'],
  ['ink-soft', 'surface'],
  ['accent', 'paper'],
  ['accent', 'surface'],
  ['accent', 'tint'],
  ['accent-strong', 'tint'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['amber-ink', 'amber'],
  ['amber-ink', 'mark'],
  ['amber-ink', 'paper'],
  ['amber-ink', 'paper-deep'],
  ['accent', 'paper-deep'],
  ['danger', 'paper'],
  ['danger', 'surface'],
] as const;

const [light = '', dark = ''] = readFileSync(join(PUBLIC, 'base.css'), 'utf8').split(
  '@media (prefers-color-scheme: dark)',
);

function colour(css: string, name: string): string {
  const value = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1];
  if (!value) throw new Error(`base.css sets no colour --${name}`);
  return value;
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_theme, css) => {
  it.each(pairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(colour(css, text), colour(css, ground))).toBeGreaterThanOrEqual(4.5);
  });

  it('a field can be told from what it stands on', () => {
    expect(contrast(colour(css, 'field-line'), colour(css, 'surface'))).toBeGreaterThanOrEqual(3);
  });
});
