// Compiles src to dist, unless dist is newer. npm runs it as `prepare`, so it also runs where there is nothing to
// build: in an install without development packages, or in an image that carries dist alone.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');
const dist = join(root, 'dist');
const marker = join(dist, '.built');
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const inputs = [src, ...['tsconfig.json', 'tsconfig.build.json'].map((name) => join(root, name))];

if (!existsSync(src)) console.log('build: nothing to do, there is no src here');
else if (!existsSync(compiler)) console.log('build: skipped, TypeScript is not installed here');
else {
  if (!isFresh()) build();
  linkCommand();
}

function isFresh() {
  return existsSync(marker) && newest(inputs) <= statSync(marker).mtimeMs;
}

function build() {
  const started = new Date();
  console.log('build: compiling src to dist');
  const { status, error } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error(`build: failed${error ? ` (${error.message})` : ', the compiler says why above'}`);
    process.exit(status || 1);
  }
  copyAssets();
  dropOrphans();
  writeFileSync(marker, '');
  // Dated back, so that what was saved while the compiler ran counts as newer.
  utimesSync(marker, started, started);
}

/** npm links the commands of the packages that it installs, but not the one of the package itself: `npx bowout`. */
function linkCommand() {
  const program = join(dist, 'cli.js');
  const folder = join(root, 'node_modules', '.bin');
  chmodSync(program, 0o755);
  mkdirSync(folder, { recursive: true });
  if (process.platform === 'win32') {
    writeFileSync(join(folder, 'bowout.cmd'), `@node "%~dp0\\..\\..\\dist\\cli.js" %*\r\n`);
    return;
  }
  const link = join(folder, 'bowout');
  rmSync(link, { force: true });
  symlinkSync(relative(folder, program), link);
}

/** What the compiler leaves alone, such as style sheets. */
function copyAssets() {
  for (const file of files(src).filter((name) => !name.endsWith('.ts'))) {
    const target = join(dist, relative(src, file));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(file, target);
  }
}

/** Output whose source is gone would go on being found. */
function dropOrphans() {
  for (const file of files(dist)) {
    const name = relative(dist, file);
    const isOurs = name.startsWith('.');
    const hasSource = [name, name.replace(/\.js(\.map)?$/, '.ts')].some((each) =>
      existsSync(join(src, each)),
    );
    if (!isOurs && !hasSource) rmSync(file);
  }
}

/** The latest change below, folders included: a deleted file changes its folder. */
function newest(paths) {
  return Math.max(
    ...paths.map((path) => {
      const entry = statSync(path);
      const inside = entry.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [];
      return inside.length === 0 ? entry.mtimeMs : Math.max(entry.mtimeMs, newest(inside));
    }),
  );
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}
