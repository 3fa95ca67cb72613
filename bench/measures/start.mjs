import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const measure = {
  title: 'Start to ready',
  unit: 'ms',
  better: 'lower',
  sides: [
    'bowout on PostgreSQL',
    'botbuilder and dialogs imported',
    'bowout on PGlite again',
    'bare PGlite again',
  ],
  goals: [
    { side: 'bowout on PostgreSQL', over: 'botbuilder and dialogs imported', atMost: 0.5 },
    { side: 'bowout on PGlite again', over: 'bare PGlite again', atMost: 1.3 },
  ],
  note: 'From the start of the process to the line that says it is ready, the database already migrated.',
};

const CLI = new URL('../../dist/cli.js', import.meta.url).pathname;
const key = randomBytes(32).toString('hex');
const base = { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'error' };

export async function run(side, { databaseUrl }) {
  const folder = mkdtempSync(join(tmpdir(), 'bowout-bench-'));
  try {
    return { value: await works[side]({ databaseUrl, folder }) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const works = {
  async 'bowout on PostgreSQL'({ databaseUrl }) {
    const environment = { ...base, DATABASE_URL: databaseUrl, ENCRYPTION_KEY: key };
    await untilReady([CLI, 'start'], environment);
    return untilReady([CLI, 'start'], environment);
  },
  'botbuilder and dialogs imported': () =>
    untilReady(
      [
        '-e',
        `require('botbuilder'); require('botbuilder-dialogs'); console.log('ready'); setInterval(() => {}, 1e6)`,
      ],
      base,
    ),
  async 'bowout on PGlite again'({ folder }) {
    const environment = { ...base, DATA_DIR: join(folder, 'data') };
    await untilReady([CLI, 'start'], environment);
    return untilReady([CLI, 'start'], environment);
  },
  async 'bare PGlite again'({ folder }) {
    const script = `import { PGlite } from '@electric-sql/pglite';
      const db = await PGlite.create('${join(folder, 'bare')}'); await db.query('select 1');
      console.log('ready'); process.on('SIGTERM', () => db.close().then(() => process.exit(0))); setInterval(() => {}, 1e6);`;
    const options = ['--input-type=module', '-e', script];
    await untilReady(options, base);
    return untilReady(options, base);
  },
};

/** Starts it, waits for the line with "ready", then ends it in order. @returns milliseconds */
async function untilReady(options, env) {
  const started = performance.now();
  const child = spawn(process.execPath, options, {
    env,
    cwd: new URL('..', import.meta.url).pathname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  for await (const line of createInterface(child.stdout)) if (line.includes('ready')) break;
  const took = performance.now() - started;
  child.kill('SIGTERM');
  await ended;
  return took;
}
