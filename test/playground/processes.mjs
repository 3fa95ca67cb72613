// Starts Bowout and the Microsoft 365 Agents Playground as a user of both would, each in a folder of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const playground = fileURLToPath(
  new URL('node_modules/@microsoft/m365agentsplayground/cli.js', import.meta.url),
);

/** Runs a program until it prints what `ready` finds; the match comes back with how to stop it. */
async function start(name, args, options, ready) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let printed = '';
  const found = new Promise((resolve, reject) => {
    const read = (chunk) => {
      printed += chunk;
      const match = ready.exec(printed);
      if (match) resolve(match);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', () => reject(new Error(`${name} ended before it was ready:\n${printed}`)));
  });
  const match = await found;
  const stop = async () => {
    if (child.exitCode !== null) return;
    const ended = once(child, 'close');
    child.kill('SIGTERM');
    await ended;
  };
  return { match, stop, printed: () => printed };
}

/** The built Bowout with Teams alone, for this machine only. A second start on the same folder goes on where it was. */
export async function startBowout(folder, port = 0) {
  const env = {
    PATH: process.env.PATH,
    TEAMS_LOCAL: '1',
    PLAYGROUND: '0',
    PORT: String(port),
    DATA_DIR: folder,
    LOG_LEVEL: 'info',
  };
  const { match, ...bowout } = await start(
    'Bowout',
    ['dist/cli.js', 'start'],
    { cwd: root, env },
    /ready on port (\d+)/,
  );
  return { port: Number(match[1]), ...bowout };
}

export async function startPlayground(folder, bowoutPort) {
  if (!existsSync(playground))
    throw new Error(
      'The Playground is not installed: run "npm ci --ignore-scripts --prefix test/playground".',
    );
  const endpoint = `http://127.0.0.1:${bowoutPort}/api/messages`;
  const { match, ...running } = await start(
    'The Playground',
    [playground, '-e', endpoint, '-c', 'msteams', '-p', '0', '--disable-telemetry'],
    { cwd: folder },
    /Listening on (\d+)/,
  );
  return { url: `http://127.0.0.1:${match[1]}`, ...running };
}
