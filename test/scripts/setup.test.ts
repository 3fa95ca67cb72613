import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const TSCONFIG = {
  compilerOptions: {
    module: 'NodeNext',
    target: 'ES2023',
    types: [],
    rootDir: 'src',
    outDir: 'dist',
    sourceMap: true,
    incremental: true,
    tsBuildInfoFile: 'dist/.tsbuildinfo',
  },
  include: ['src'],
};

/** A clone in small: our scripts, one source file, and the compiler as its only dependency. */
let clone: string;
beforeAll(async () => {
  clone = await mkdtemp(join(tmpdir(), 'bowout-clone-'));
  await mkdir(join(clone, 'src'));
  await mkdir(join(clone, 'scripts'));
  for (const name of ['setup.mjs', 'build.mjs'])
    await cp(join(root, 'scripts', name), join(clone, 'scripts', name));
  const json = (name: string, value: unknown) => writeFile(join(clone, name), JSON.stringify(value));
  await json('package.json', {
    name: 'clone',
    version: '1.0.0',
    private: true,
    type: 'module',
    scripts: {
      prepare: 'node scripts/build.mjs',
      prestart: 'node scripts/setup.mjs',
      start: 'node dist/cli.js',
    },
    devDependencies: { typescript: `file:${join(root, 'node_modules', 'typescript')}` },
  });
  await json('tsconfig.json', TSCONFIG);
  await json('tsconfig.build.json', TSCONFIG);
  await source('cli.ts', "#!/usr/bin/env node\nconsole.log('started');");
  await run('npm', 'install', '--package-lock-only', '--ignore-scripts', '--offline');
});
afterAll(() => rm(clone, { recursive: true }));

const source = (name: string, text: string) => writeFile(join(clone, 'src', name), text);
const before = (name: string) => utimes(join(clone, name), new Date('2020-01-01'), new Date('2020-01-01'));

/** Its own lines of what the command says, in order, and its exit code. */
function run(command: string, ...parameters: string[]): Promise<{ code: number; said: string[] }> {
  // What the surrounding npm tells its scripts is none of this clone's business.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
  return new Promise((resolve) => {
    execFile(command, parameters, { cwd: clone, env }, (error, stdout, stderr) => {
      const lines = `${stdout}\n${stderr}`.split('\n');
      const said = lines.filter((line) => /^(setup|build|started)/.test(line));
      resolve({ code: Number(error?.code ?? 0), said: said.map((line) => line.replace(/[:,(].*/, '')) });
    });
  });
}
const start = () => run('npm', 'start', '--offline');

describe('npm start alone', () => {
  it('installs and builds a fresh clone, once each', async () => {
    const { code, said } = await start();

    expect(code).toBe(0);
    // npm ci keeps what its prepare script says to itself.
    expect(said.filter((line) => line !== 'build')).toEqual(['setup', 'started']);
    expect(said.filter((line) => line === 'build').length).toBeLessThanOrEqual(1);
  });

  it('links its own command, for npx', async () => {
    expect((await run('npx', 'bowout')).said).toContain('started');
  });

  it('does nothing but start the second time', async () => {
    expect(await start()).toEqual({ code: 0, said: ['started'] });
  });

  it('builds again when a source has changed, and drops what has no source any more', async () => {
    await source('other.ts', 'export const other = 1;');
    expect(await start()).toEqual({ code: 0, said: ['build', 'started'] });
    expect(existsSync(join(clone, 'dist', 'other.js'))).toBe(true);

    await rm(join(clone, 'src', 'other.ts'));
    expect(await start()).toEqual({ code: 0, said: ['build', 'started'] });
    expect((await readdir(join(clone, 'dist'))).sort()).toEqual([
      '.built',
      '.tsbuildinfo',
      'cli.js',
      'cli.js.map',
    ]);
  });

  it('carries along what is no source, such as a style sheet', async () => {
    await mkdir(join(clone, 'src', 'public'));
    await source('public/page.css', 'body {}');
    await start();

    expect(existsSync(join(clone, 'dist', 'public', 'page.css'))).toBe(true);
  });

  it('installs again when the lock file is newer than the last install', async () => {
    await before('node_modules/.package-lock.json');

    expect((await start()).said[0]).toBe('setup');
    expect(await start()).toEqual({ code: 0, said: ['started'] });
  });

  it('stops when the sources do not compile, and again until they do', async () => {
    await source('cli.ts', 'const wrong: number = "text"; console.log(wrong);');
    for (let n = 0; n < 2; n++) {
      const { code, said } = await start();
      expect(code).toBeGreaterThan(0);
      expect(said).toEqual(['build', 'build']);
    }

    await source('cli.ts', "console.log('started');");
    expect(await start()).toEqual({ code: 0, said: ['build', 'started'] });
  });
});

describe('an install that cannot build', () => {
  it('succeeds without development packages', async () => {
    await before('dist/.built');

    expect(await run('npm', 'ci', '--omit=dev', '--offline')).toMatchObject({ code: 0 });
    expect(await run('node', 'scripts/build.mjs')).toEqual({ code: 0, said: ['build'] });
    expect(existsSync(join(clone, 'dist', 'cli.js'))).toBe(true);
  });

  it('succeeds without sources', async () => {
    await rm(join(clone, 'src'), { recursive: true });

    expect(await run('npm', 'ci', '--omit=dev', '--offline')).toMatchObject({ code: 0 });
    expect(existsSync(join(clone, 'dist', 'cli.js'))).toBe(true);
  });
});
