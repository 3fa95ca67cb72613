import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.js';
import { createLog } from '../src/log.js';
import { type Running, start } from '../src/main.js';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bowout-main-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the server with everything on', () => {
  let running: Running;
  let url: string;
  beforeAll(async () => {
    const config = readConfig({
      PORT: '0',
      DATA_DIR: join(folder, 'all-on'),
      SLACK_SIGNING_SECRET: 'secret',
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_API_URL: 'http://127.0.0.1:9/api',
      TEAMS_LOCAL: '1',
    });
    running = await start(config, createLog('silent'));
    url = `http://127.0.0.1:${running.port}`;
  });
  afterAll(() => running.close());

  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });

  test('is alive and ready', async () => {
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'alive' });
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ready' });
  });

  test('shows the playground', async () => {
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Bowout');
  });

  test('refuses what Slack did not sign', async () => {
    expect((await post('/slack/events', '{"type":"event_callback"}')).status).toBe(401);
  });

  test.each(['', '{}', '[', '{"type":5}', 'null', '[]'])(
    'answers the malformed body %j and lives',
    async (body) => {
      expect((await post('/api/messages', body)).status).toBe(400);
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
    },
  );

  test('knows no other page', async () => {
    expect((await fetch(`${url}/admin`)).status).toBe(404);
  });
});

/** Runs `bowout start` as its operator does. Resolves when `until` is printed, or at the end. */
function run(environment: Record<string, string>, until?: RegExp) {
  const child = spawn(process.execPath, [CLI, 'start'], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const seen = new Promise<void>((resolve) => {
    const take = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (until?.test(printed)) resolve();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    void ended.then(() => resolve());
  });
  return { child, ended, seen, printed: () => printed };
}

describe('the process', () => {
  test('says what is on, what is off, and which variables turn it on; and stops when told', async () => {
    const program = run(
      { PORT: '0', DATA_DIR: join(folder, 'process'), LOG_LEVEL: 'warn' },
      /TEAMS_APP_TENANT_ID/,
    );
    await program.seen;
    expect(program.printed()).toMatch(/Bowout is ready: open http:\/\/localhost:\d+/);
    expect(program.printed()).toContain('SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN turn it on');
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  });

  test('refuses to start with wrong variables, all at once, with remedies and without their values', async () => {
    const program = run({ PORT: 'many', ENCRYPTION_KEY: 'hunter2' });
    expect(await program.ended).toBe(1);
    expect(program.printed()).toContain('PORT is not valid: give a port number');
    expect(program.printed()).toContain('ENCRYPTION_KEY is not valid: give 64 hexadecimal digits');
    expect(program.printed()).not.toContain('hunter2');
  });

  test('says which folder is in use when a second one starts on it', async () => {
    const dataDir = join(folder, 'shared');
    const first = run({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' }, /Bowout is ready/);
    await first.seen;
    const second = run({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
    expect(await second.ended).toBe(1);
    expect(second.printed()).toContain(dataDir);
    expect(second.printed()).toContain(String(first.child.pid));
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  });
});
