// Before `npm start` and `npm test`: installs the packages and builds, each only when needed, so that a fresh clone
// needs no other command. Node's own modules only, since there may be no others yet.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [20, 19];

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = join(root, 'package-lock.json');
// npm writes this file at the end of every install.
const installed = join(root, 'node_modules', '.package-lock.json');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(
    `setup: Bowout needs Node ${OLDEST_NODE.join('.')} or newer, this is ${process.versions.node}. Install a newer one from https://nodejs.org, or with your version manager.`,
  );
  process.exit(1);
}
if (needsInstall()) install();
// It decides for itself whether there is anything to do; `npm ci` has usually run it already.
await import('./build.mjs');

function needsInstall() {
  if (!existsSync(lock)) return false;
  return !existsSync(installed) || statSync(lock).mtimeMs > statSync(installed).mtimeMs;
}

function install() {
  console.log('setup: installing packages (npm ci), which takes a minute the first time');
  // Run by npm, use that very npm; Windows cannot start a plain `npm` without a shell.
  const npm = process.env.npm_execpath;
  const { status, error } = npm
    ? spawnSync(process.execPath, [npm, 'ci'], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', ['ci'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) return;
  console.error(
    `setup: npm ci failed${error ? ` (${error.message})` : ', it says why above'}. Check the connection to the package registry, then run the same command again.`,
  );
  process.exit(status || 1);
}
