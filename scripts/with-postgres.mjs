// Runs a command with a PostgreSQL of its own: node scripts/with-postgres.mjs COMMAND [ARGUMENT…]
//
// A fresh cluster on a free loopback port, made from the system's binaries and removed afterwards, whatever happens.
// COMMAND finds it in DATABASE_URL, and a throw-away ENCRYPTION_KEY unless there is one. Its exit code is ours.
// SIGUSR2 to the process in WITH_POSTGRES_PID crashes the server (an immediate shutdown), and the next one starts it again.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  accessSync,
  chownSync,
  constants,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { constants as osConstants, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const STARTS = 3;
const START_MS = 30_000;
const STOP_MS = 10_000;

const [command, ...commandArguments] = process.argv.slice(2);
if (command === undefined) fail('usage: npm run with-postgres -- COMMAND [ARGUMENT…]', 64);

const bin = findBinaries();
const account = accountFor();
const folder = mkdtempSync(join(tmpdir(), 'bowout-postgres-'));
let server = null;
let launch = null;
let crashed = false;
let child = null;
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopping = true;
    // A terminal sends Ctrl-C to the command as well; twice would look like impatience.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child?.kill(signal);
  });
}
process.on('SIGUSR2', () => void crashOrRevive());
// The last net: also when this script itself fails half way.
process.on('exit', () => {
  server?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

let code = 1;
try {
  const password = randomBytes(16).toString('hex');
  const port = await startServer(password);
  code = stopping ? 130 : await runCommand(`postgres://bowout:${password}@127.0.0.1:${port}/postgres`);
} catch (error) {
  console.error(`with-postgres: ${error instanceof Error ? error.message : error}`);
} finally {
  await stopServer();
}
process.exit(code);

/** The folder with initdb and postgres: of the PATH, else the newest that Debian keeps out of it. */
function findBinaries() {
  const debian = '/usr/lib/postgresql';
  const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const versions = listing(debian)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debian, version, 'bin'));
  for (const candidate of [...onPath, ...versions]) {
    // A link from the PATH leads to the real folder, where the server lies beside initdb.
    const real = realPath(join(candidate, 'initdb'));
    if (real && isExecutable(real) && isExecutable(join(dirname(real), 'postgres'))) return dirname(real);
  }
  return fail(
    'with-postgres: no PostgreSQL server found (initdb and postgres, in PATH or /usr/lib/postgresql/*/bin).\n' +
      '  Debian, Ubuntu: sudo apt-get install postgresql    macOS: brew install postgresql    Fedora: sudo dnf install postgresql-server',
    69,
  );
}

/** PostgreSQL refuses to run as root, so root lends it another account. */
function accountFor() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such account: try the next.
    }
  }
  return fail(
    'with-postgres: PostgreSQL does not run as root, and there is no account "postgres" or "nobody": run this as another user.',
    77,
  );
}

/** Somebody else may take the free port in between; then another one is tried. */
async function startServer(password) {
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined) chownSync(passwordFile, account.uid, account.gid);
  await finished('initdb', [
    ...['-D', data, '-U', 'bowout', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    ...['--encoding=UTF8', '--no-locale', '--no-sync'],
  ]);
  let output = '';
  for (let start = 1; start <= STARTS; start++) {
    const port = await freePort();
    launch = () => launchOn(port);
    server = launch();
    output = await untilReady(server);
    if (output === '') return port;
    server = null;
  }
  throw new Error(`the server did not start. It said:\n${output}`);
}

function launchOn(port) {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A process group of its own: Ctrl-C must reach the command first and the server last.
  return spawn(join(bin, 'postgres'), ['-D', join(folder, 'data'), ...options], {
    ...account,
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: serverEnvironment(),
  });
}

/** SIGQUIT is PostgreSQL's immediate shutdown: nothing is put in order, as in a crash. */
async function crashOrRevive() {
  if (stopping || server === null) return;
  crashed = !crashed;
  if (crashed) return void server.kill('SIGQUIT');
  // It may refuse connections for a while before it is gone.
  if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  server = launch();
  await untilReady(server);
}

/** Resolves with nothing when it takes connections, or with what it said when it ended or took too long. */
function untilReady(process) {
  return new Promise((resolve) => {
    let said = '';
    const timer = setTimeout(() => process.kill('SIGKILL'), START_MS);
    const end = (result) => {
      clearTimeout(timer);
      resolve(result);
    };
    process.stderr.setEncoding('utf8').on('data', (text) => {
      // Read on after the start too: a full pipe would stop the server.
      if (said.length < 20_000) said += text;
      if (said.includes('ready to accept connections')) end('');
    });
    process.on('error', (error) => end(error.message));
    process.on('exit', () => end(said || 'nothing'));
  });
}

async function runCommand(databaseUrl) {
  child = spawn(command, commandArguments, {
    stdio: 'inherit',
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      WITH_POSTGRES_PID: String(process.pid),
      ENCRYPTION_KEY: process.env.ENCRYPTION_KEY || randomBytes(32).toString('hex'),
    },
  });
  try {
    const [exitCode, signal] = await once(child, 'exit');
    return exitCode ?? 128 + (osConstants.signals[signal] ?? 0);
  } catch (error) {
    console.error(`with-postgres: ${command} cannot be run: ${error.message}`);
    return 127;
  }
}

/** SIGINT is PostgreSQL's fast shutdown: it ends open connections and leaves. */
async function stopServer() {
  if (server === null || server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGINT');
  const timer = setTimeout(() => server.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(timer);
  server = null;
}

async function finished(name, args) {
  const process = spawn(join(bin, name), args, {
    ...account,
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: serverEnvironment(),
  });
  let said = '';
  for (const stream of [process.stdout, process.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  const [exitCode] = await once(process, 'close');
  if (exitCode === 0) return;
  const hint =
    account.uid === undefined ? '' : `Account ${account.uid} must be able to enter ${tmpdir()}: set TMPDIR.`;
  throw new Error(`${name} failed. ${hint} It said:\n${said}`);
}

/** Messages in English, since one of them is waited for; nothing of the caller's own PostgreSQL settings. */
function serverEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', HOME: folder };
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

function listing(directory) {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function realPath(file) {
  try {
    return realpathSync(file);
  } catch {
    return null;
  }
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function fail(message, exitCode) {
  console.error(message);
  return process.exit(exitCode);
}
