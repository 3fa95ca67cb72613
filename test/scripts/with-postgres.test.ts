import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/with-postgres.mjs', import.meta.url));
const isInstalled =
  existsSync('/usr/lib/postgresql') ||
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'initdb')));
const leftOut = 'LEFT OUT, no PostgreSQL server is installed';
if (!isInstalled) process.stderr.write(`scripts/with-postgres: ${leftOut}\n`);

let temporary: string;
beforeEach(async () => {
  // Clusters are made in here, so that what is left of them can be seen; another account must get in, too.
  temporary = await mkdtemp(join(tmpdir(), 'bowout-with-'));
  await chmod(temporary, 0o711);
});
afterEach(() => rm(temporary, { recursive: true }));

function start(...command: string[]) {
  const child = spawn(process.execPath, [script, ...command], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number, said }));
  return { child, ended };
}

it('asks for a command', async () => {
  expect(await start().ended).toEqual({ code: 64, said: expect.stringContaining('COMMAND') });
});

describe.skipIf(!isInstalled)(isInstalled ? 'a command' : `a command (${leftOut})`, () => {
  const connect = `
    import pg from ${JSON.stringify(import.meta.resolve('pg'))};
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    const { rows } = await client.query("select current_setting('server_version_num')::int >= 150000 as ok");
    await client.end();
    console.log(rows[0].ok, process.env.ENCRYPTION_KEY.length);
    process.exit(7);`;

  it('has a database of its own; its exit code comes back, and nothing stays behind', async () => {
    const { code, said } = await start(process.execPath, '--input-type=module', '-e', connect).ended;

    expect({ code, said }).toEqual({ code: 7, said: 'true 64\n' });
    expect(await readdir(temporary)).toEqual([]);
  });

  it('that does not exist is said so', async () => {
    expect(await start('no-such-command').ended).toEqual({
      code: 127,
      said: expect.stringContaining('no-such-command cannot be run'),
    });
    expect(await readdir(temporary)).toEqual([]);
  });

  it('is told to stop when the script is, and nothing stays behind', async () => {
    const waiting = `process.on('SIGTERM', () => process.exit(3)); console.log('ready'); setInterval(() => 0, 1000);`;
    const { child, ended } = start(process.execPath, '-e', waiting);
    await once(child.stdout, 'data');
    child.kill('SIGTERM');

    expect(await ended).toEqual({ code: 3, said: 'ready\n' });
    expect(await readdir(temporary)).toEqual([]);
  });
});
