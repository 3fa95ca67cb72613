// Measures Bowout beside what people would use instead: node bench/run.mjs [--quick] [--rounds N] [measure…]
//
// Every side of a measure runs in a process and a database of its own; the sides take turns, so that whatever else the
// machine does falls on all of them. Writes RESULTS.md and results.json, unless only some measures or --quick ran.
import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { withDatabase } from './database.mjs';
import { describeMachine, median, writeResults } from './results.mjs';

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, rounds: { type: 'string' } },
  allowPositionals: true,
});
const scale = values.quick ? 'quick' : 'full';
const here = new URL('.', import.meta.url);
const all = readdirSync(new URL('measures/', here))
  .map((file) => file.replace(/\.mjs$/, ''))
  .sort();
const chosen =
  positionals.length > 0 ? all.filter((name) => positionals.some((each) => name.includes(each))) : all;
if (chosen.length === 0) fail(`no measure is called ${positionals.join(', ')}; there are ${all.join(', ')}`);

const results = [];
for (const name of chosen) {
  const { measure } = await import(new URL(`measures/${name}.mjs`, here).href);
  const rounds = Number(values.rounds ?? (values.quick ? 1 : (measure.rounds ?? 5)));
  console.log(`\n${name}: ${measure.title} (${rounds} rounds)`);
  const runs = Object.fromEntries(measure.sides.map((side) => [side, []]));
  for (let round = 0; round < rounds; round++)
    for (const side of turned(measure.sides, round)) {
      const figures = await runSide(name, side);
      runs[side].push(figures);
      console.log(`  ${side}: ${JSON.stringify(figures)}`);
    }
  results.push({ name, ...withoutFunctions(measure), runs });
  for (const [side, figures] of Object.entries(runs))
    console.log(`  median of ${side}: ${median(figures.map(({ value }) => value))} ${measure.unit}`);
}

const report = { machine: describeMachine(), scale, results };
if (chosen.length === all.length && !values.quick) {
  writeFileSync(new URL('results.json', here), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(new URL('RESULTS.md', here), writeResults(report));
  console.log('\nwritten: bench/RESULTS.md, bench/results.json');
} else console.log(`\n${writeResults(report)}`);

/** Who goes first changes from round to round. */
function turned(sides, round) {
  const first = round % sides.length;
  return [...sides.slice(first), ...sides.slice(0, first)];
}

function runSide(name, side) {
  return withDatabase(
    (databaseUrl) =>
      new Promise((resolve, reject) => {
        const child = spawn(
          process.execPath,
          ['--expose-gc', new URL('side.mjs', here).pathname, name, side, scale],
          {
            stdio: ['ignore', 'pipe', 'inherit'],
            env: { ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' },
          },
        );
        let said = '';
        child.stdout.setEncoding('utf8').on('data', (text) => {
          said += text;
        });
        child.on('error', reject);
        child.on('exit', (code) => {
          if (code === 0) resolve(JSON.parse(said.trim().split('\n').at(-1)));
          else reject(new Error(`${name}, ${side}: ended with ${code}. It said: ${said}`));
        });
      }),
  );
}

function withoutFunctions({ title, unit, better, goals, sides, note }) {
  return { title, unit, better, goals, sides, note };
}

function fail(message) {
  console.error(`bench: ${message}`);
  process.exit(64);
}
