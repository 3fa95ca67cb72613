// Runs the chaos tests on a PostgreSQL of their own and prints what they counted: npm run chaos -- [--short] [ROW…]
//
// ROW is part of a file's name in this folder. The exit code is not 0 when a count is off.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const given = process.argv.slice(2);
const short = given.includes('--short');
const rows = given.filter((each) => each !== '--short');
const folder = mkdtempSync(join(tmpdir(), 'bowout-chaos-'));
const table = join(folder, 'table');

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const config = join(root, 'test', 'chaos', 'vitest.config.ts');
// The short form spends most of its time waiting, so its rows wait together; the one that crashes the server has its own.
const CRASHES_SERVER = '07-database-away';
const together = ['--fileParallelism', '--maxWorkers=3', `--exclude=**/${CRASHES_SERVER}*`];
const passes = short && rows.length === 0 ? [together, [CRASHES_SERVER]] : [rows];
const codes = await Promise.all(passes.map(chaos));
process.stdout.write(`\nChaos, the ${short ? 'short' : 'long'} form\n\n${readTable()}\n`);
rmSync(folder, { recursive: true, force: true });
process.exitCode = codes.find((code) => code !== 0) ?? 0;

async function chaos(options) {
  const command = [process.execPath, vitest, 'run', '--config', config, ...options];
  const child = spawn(process.execPath, [join(root, 'scripts', 'with-postgres.mjs'), ...command], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CHAOS: short ? 'short' : 'long', CHAOS_TABLE: table },
  });
  const [status] = await once(child, 'exit');
  return status ?? 1;
}

function readTable() {
  try {
    return readFileSync(table, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .sort((a, b) => a.file.localeCompare(b.file))
      .map(({ text }) => text)
      .join('');
  } catch {
    return 'No row came to its end.\n';
  }
}
