import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const table = parse(readFileSync(new URL('knowledge.yaml', import.meta.url), 'utf8')) as Record<
  string,
  Record<string, string>
>;

test('every row of the method, K01 to K112, names a test that shows it', () => {
  const rows = Array.from({ length: 112 }, (_, i) => `K${String(i + 1).padStart(2, '0')}`);
  expect(Object.keys(table)).toEqual(rows);
});

test.each(Object.entries(table))('%s', (_, shown) => {
  for (const [file, words] of Object.entries(shown)) {
    const place = new URL(file, import.meta.url);
    expect(existsSync(place), file).toBe(true);
    expect(readFileSync(place, 'utf8'), file).toContain(words);
  }
});
