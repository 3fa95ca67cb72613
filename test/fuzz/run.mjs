// The long form of the mutation fuzz, on a PostgreSQL of its own: npm run fuzz -- [BODIES]
//
// Prints what it counted; the exit code is not 0 when a demand is missed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [bodies = '100000'] = process.argv.slice(2);
const vitest = [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', 'test/fuzz'];
const { status } = spawnSync(
  process.execPath,
  [join(root, 'scripts', 'with-postgres.mjs'), process.execPath, ...vitest],
  { cwd: root, stdio: 'inherit', env: { ...process.env, FUZZ: bodies } },
);
process.exitCode = status ?? 1;
