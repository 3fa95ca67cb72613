import { describe, expect, test } from 'vitest';
import type { Picture } from '../../src/coach/picture.js';
import { draw } from '../../src/picture/draw.js';
import { colours, inBothThemes, series } from '../../src/picture/palette.js';
import { columns, ranges, timeline } from './samples.js';

const text = (svg: string): string => svg.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, '\n');

describe.each<[string, Picture]>([
  ['ranges', ranges],
  ['columns', columns],
  ['timeline', timeline],
])('a picture of %s', (_, picture) => {
  test.each([340, 640])(
    'is %d wide, and tells its title and its facts to those who listen',
    async (width) => {
      const svg = await draw(picture, width);
      expect(svg).toMatch(/^<svg role="img"/);
      expect(svg).toContain(`width="${width}"`);
      expect(svg.match(/<title>/g)).toHaveLength(1);
      const decoded = text(svg).replace(/&#38;/g, '&').replace(/&#60;/g, '<').replace(/&#62;/g, '>');
      for (const told of [picture.title, ...picture.facts]) expect(decoded).toContain(told);
    },
  );

  test('is the same each time', async () => {
    const ids = (svg: string): string => svg.replace(/zr\d+-/g, 'zr-');
    expect(ids(await draw(picture, 340))).toBe(ids(await draw(picture, 340)));
  });

  test('is well-formed and holds nothing that runs or loads', async () => {
    const svg = inBothThemes(await draw(picture, 640));
    const tags = [...svg.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)];
    const open: string[] = [];
    for (const [, closing, name = '', single] of tags) {
      if (closing) expect(open.pop()).toBe(name);
      else if (!single) open.push(name);
    }
    expect(open).toEqual([]);
    const names = new Set(tags.map(([, , name]) => name));
    const known = [
      'svg',
      'style',
      'title',
      'desc',
      'rect',
      'path',
      'text',
      'g',
      'defs',
      'pattern',
      'clipPath',
    ];
    expect([...names].filter((name) => !known.includes(name ?? ''))).toEqual([]);
    expect(svg).not.toMatch(/ on\w+=|href=|url\((?!#)/);
  });
});

describe('what is drawn', () => {
  test('names each employer, and the range beside its bar', async () => {
    const svg = text(await draw(ranges, 640));
    for (const label of ['sure', 'still open', '62', '40–78']) expect(svg).toContain(`\n${label}\n`);
    expect(svg).toContain('Globex with a very long name');
  });

  test('leaves as much room as the names of the reasons need', async () => {
    const height = (svg: string): number => Number(/height="(\d+)"/.exec(svg)?.[1]);
    expect(height(await draw(columns, 340))).toBeGreaterThan(height(await draw(columns, 640)));
  });

  test('marks what is past as full, what comes as a ring, and where now is', async () => {
    const svg = await draw(timeline, 640);
    const fills = (colour: string): number => svg.split(`fill="${colour}"`).length - 1;
    expect(fills(colours.sure[0])).toBe(1);
    expect(svg.split(`stroke="${colours.sure[0]}"`)).toHaveLength(3);
    expect(text(svg)).toContain('\nnow\n');
  });

  test('draws also a time line whose only point is now', async () => {
    const svg = await draw(
      { ...timeline, marks: [{ at: '2026-11-20T16:00', label: 'x', short: 'y', isPast: true }] },
      340,
    );
    expect(svg).not.toContain('NaN');
  });
});

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('the colours on %s', (_, theme) => {
  const contrast = (name: keyof typeof colours): number => {
    const [low = 0, high = 0] = [luminance(colours[name][theme]), luminance(colours.surface[theme])].sort(
      (a, b) => a - b,
    );
    return (high + 0.05) / (low + 0.05);
  };
  test.each(['ink', 'soft', 'now'] as const)('%s is read as text', (name) => {
    expect(contrast(name)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(['sure', ...series] as const)('%s is seen as a shape', (name) => {
    expect(contrast(name)).toBeGreaterThanOrEqual(3);
  });
});

describe('in both themes', () => {
  test('every colour has its own name, and the drawing keeps none of its own', async () => {
    expect(new Set(Object.values(colours).map(([light]) => light)).size).toBe(Object.keys(colours).length);
    const svg = inBothThemes(await draw(columns, 640)).replace(/<style>.*?<\/style>/, '');
    expect(svg).toContain('var(--series1)');
    expect(svg).not.toMatch(/"#[0-9a-f]{6}"/);
  });
});
