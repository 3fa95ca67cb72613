import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

interface Import {
  readonly from: string;
  /** A path in `src`, or a package's name. */
  readonly to: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

function importsOf(file: string): Import[] {
  const source = readFileSync(join(SRC, file), 'utf8');
  const found = source.matchAll(
    /^(?:import|export)\b[^;']*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...found]
    .map(([, named, bare, lazy]) => named ?? bare ?? lazy ?? '')
    .map((to) => ({
      from: file,
      to: to.startsWith('.') ? relative(SRC, join(SRC, dirname(file), to)).replace(/\.js$/, '.ts') : to,
    }));
}

const imports = files.flatMap(importsOf);
const inFolder = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
const arrows = (from: (path: string) => boolean, wrong: (to: string) => boolean): string[] =>
  imports.filter((one) => from(one.from) && wrong(one.to)).map((one) => `${one.from} → ${one.to}`);

describe('the arrows of the design', () => {
  test('the coach imports itself and small pure libraries, nothing else', () => {
    const allowed = /^(coach\/|(zod|mustache|temporal-polyfill|fastest-levenshtein)$)/;
    expect(arrows(inFolder('coach'), (to) => !allowed.test(to))).toEqual([]);
  });

  test('the coach has no clock, no randomness and no environment', () => {
    const impure =
      /Date\.now\(|new Date\(\)|Math\.random|\bprocess\.(env|argv|cwd|hrtime|exit|on)\b|globalThis|Temporal\.Now|performance\.|setTimeout|fetch\(/;
    const found = files
      .filter(inFolder('coach'))
      .filter((file) => impure.test(readFileSync(join(SRC, file), 'utf8')));
    expect(found).toEqual([]);
  });

  test('channels know neither each other nor the store', () => {
    for (const channel of ['slack', 'teams', 'web', 'terminal']) {
      const others = /^(store\/|channels\/)/;
      const own = `channels/${channel}/`;
      expect(arrows(inFolder(`channels/${channel}`), (to) => others.test(to) && !to.startsWith(own))).toEqual(
        [],
      );
    }
  });

  test('the store knows the coach and the ports, not the channels', () => {
    expect(arrows(inFolder('store'), (to) => /^(channels|commands)\//.test(to))).toEqual([]);
  });

  test('the service reaches channels and store through its own ports', () => {
    expect(arrows(inFolder('service'), (to) => /^(channels|store|commands)\//.test(to))).toEqual([]);
  });

  test('each SDK has one door', () => {
    expect(
      arrows(
        (from) => from !== 'channels/teams/botbuilder.ts',
        (to) => /^bot(builder|framework)/.test(to),
      ),
    ).toEqual([]);
    expect(
      arrows(
        (from) => !inFolder('channels/slack')(from),
        (to) => to.startsWith('@slack/'),
      ),
    ).toEqual([]);
    expect(
      arrows(
        (from) => !inFolder('picture')(from),
        (to) => to.startsWith('echarts'),
      ),
    ).toEqual([]);
    expect(
      arrows(
        (from) => from !== 'channels/slack/bolt.ts',
        (to) => to === '@slack/bolt',
      ),
    ).toEqual([]);
    expect(
      arrows(
        (from) => !inFolder('store')(from),
        (to) => to === 'pg' || to.startsWith('@electric-sql/'),
      ),
    ).toEqual([]);
  });

  test('only the configuration reads the environment', () => {
    const readers = files.filter((file) => /process\.env/.test(readFileSync(join(SRC, file), 'utf8')));
    expect(readers).toEqual(['config.ts']);
  });

  test('no file is longer than 400 lines', () => {
    const long = files.filter((file) => readFileSync(join(SRC, file), 'utf8').split('\n').length > 401);
    expect(long).toEqual([]);
  });
});
