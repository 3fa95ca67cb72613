// Puts PgBouncer in transaction mode between a command and its PostgreSQL:
//
//   npm run with-postgres -- node scripts/with-pgbouncer.mjs COMMAND [ARGUMENT…]
//
// COMMAND finds the way through it in DATABASE_URL. Its exit code is ours.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [command, ...commandArguments] = process.argv.slice(2);
if (command === undefined || !process.env.DATABASE_URL) {
  console.error('usage: npm run with-postgres -- node scripts/with-pgbouncer.mjs COMMAND [ARGUMENT…]');
  process.exit(64);
}

const target = new URL(process.env.DATABASE_URL);
const port = await freePort();
const folder = mkdtempSync(join(tmpdir(), 'bowout-pgbouncer-'));
const settings = join(folder, 'pgbouncer.ini');
writeFileSync(
  settings,
  `[databases]
* = host=${target.hostname} port=${target.port} user=${target.username} password=${target.password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
max_client_conn = 500
`,
);
const bouncer = spawn('pgbouncer', [settings], { ...account(), stdio: ['ignore', 'ignore', 'inherit'] });
let code = 1;
try {
  await Promise.race([listening(), refusal()]);
  const through = new URL(target);
  through.port = String(port);
  const env = { ...process.env, DATABASE_URL: through.href };
  const child = spawn(command, commandArguments, { stdio: 'inherit', env });
  [code] = await once(child, 'exit');
} catch (error) {
  console.error(`with-pgbouncer: ${error.message}`);
} finally {
  bouncer.kill();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(code ?? 1);

/** It refuses to run as root, so root lends it another account. */
function account() {
  if (process.getuid?.() !== 0) return {};
  chmodSync(folder, 0o755);
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres']));
  return { uid: id('-u'), gid: id('-g') };
}

async function listening() {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const answered = await new Promise((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function refusal() {
  const [error] = await Promise.race([once(bouncer, 'error'), once(bouncer, 'exit')]);
  throw new Error(
    error instanceof Error
      ? `${error.message} (Debian, Ubuntu: sudo apt-get install pgbouncer)`
      : `it ended with ${error}`,
  );
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port: free } = probe.address();
  probe.close();
  await once(probe, 'close');
  return free;
}
