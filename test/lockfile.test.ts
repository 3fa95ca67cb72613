import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, Entry>;
};

/** npm leaves a platform's package out of the lock when a registry did not answer for it, and `npm ci` then refuses. */
test('the lock file names the packages of every platform, so that npm ci works on all', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

test('the lock file names no server', () => {
  expect(
    Object.values(lock.packages).filter(
      (entry) => 'resolved' in entry && /^https?:/.test(String(entry.resolved)),
    ),
  ).toEqual([]);
});
