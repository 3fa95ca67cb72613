import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readMigrations } from '../../src/store/migrate.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bowout-migrations-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (...names: string[]) =>
  Promise.all(names.map((name) => writeFile(join(folder, name), `-- ${name}`)));

it('reads the migrations in order', async () => {
  await write('0002_two.sql', '0001_one.sql', 'README.md');

  expect(await readMigrations(folder)).toEqual([
    { version: 1, name: '0001_one.sql', sql: '-- 0001_one.sql' },
    { version: 2, name: '0002_two.sql', sql: '-- 0002_two.sql' },
  ]);
});

it.each([
  ['a gap', ['0001_one.sql', '0003_three.sql'], 'migrations/0003_three.sql must be numbered 0002_'],
  ['a number used twice', ['0001_a.sql', '0001_b.sql'], 'migrations/0001_b.sql must be numbered 0002_'],
  ['a name without a number', ['one.sql'], 'migrations/one.sql must be numbered 0001_'],
])('refuses %s', async (_, names, problem) => {
  await write(...names);

  await expect(readMigrations(folder)).rejects.toThrow(problem);
});
