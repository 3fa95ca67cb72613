import { describe, expect, test } from 'vitest';
import { draw } from '../../src/picture/draw.js';
import { toPng } from '../../src/picture/png.js';
import { columns, ranges, timeline } from './samples.js';

/** A PNG says its size in its first chunk. */
const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe('a picture as PNG', () => {
  test.each([ranges, columns, timeline])(
    'of $kind is twice as large as drawn, for sharp screens',
    async (picture) => {
      const svg = await draw(picture, 600);
      const png = await toPng(svg);
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(sizeOf(png)).toEqual([1200, 2 * Number(/height="(\d+)"/.exec(svg)?.[1])]);
    },
  );

  test('has letters: other words are another picture', async () => {
    const named = (label: string) =>
      draw({ ...ranges, rows: [{ label, from: 10, to: 20 }] }, 600).then(toPng);
    expect((await named('Acme')).equals(await named('Globex'))).toBe(false);
    expect((await named('Łódź')).equals(await named('Świdnica'))).toBe(false);
    expect((await named('Acme')).equals(await named('Acme'))).toBe(true);
  });
});
