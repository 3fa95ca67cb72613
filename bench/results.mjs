import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function describeMachine() {
  const version = (name) => {
    for (const folder of ['node_modules', '../node_modules'])
      try {
        return JSON.parse(readFileSync(new URL(`${folder}/${name}/package.json`, import.meta.url), 'utf8'))
          .version;
      } catch {
        // It is in the other folder.
      }
    return 'not installed';
  };
  return {
    node: process.version,
    processors: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    versions: Object.fromEntries(
      [
        'pg',
        'pg-boss',
        'graphile-worker',
        'botbuilder',
        'botbuilder-dialogs',
        '@slack/bolt',
        'chrono-node',
        'mustache',
        '@electric-sql/pglite',
      ].map((name) => [name, version(name)]),
    ),
  };
}

/** Medians, ratios and spread of every measure, as Markdown. */
export function writeResults({ machine, scale, results }) {
  const versions = Object.entries(machine.versions).map(([name, version]) => `${name} ${version}`);
  return [
    '# What was measured',
    '',
    `Printed by \`npm run bench\`${scale === 'quick' ? ' -- --quick (small sizes, one round: no figures to rely on)' : ''}. ` +
      'Each side ran in a process and a database of its own, the sides taking turns in one run; medians, with the least and the most behind them.',
    '',
    `Machine: ${machine.processors}, ${machine.memoryGb} GB. Node ${machine.node}. ${versions.join(', ')}.`,
    ...results.flatMap(section),
    '',
  ].join('\n');
}

function section({ title, unit, goals, sides, runs, note }) {
  const medians = Object.fromEntries(
    sides.map((side) => [side, median(runs[side].map(({ value }) => value))]),
  );
  const extras = [...new Set(sides.flatMap((side) => runs[side].flatMap(Object.keys)))].filter(
    (key) => key !== 'value',
  );
  const extra = (side, key) => {
    const known = runs[side].map((run) => run[key]).filter((value) => typeof value === 'number');
    return known.length === 0 ? '' : short(median(known));
  };
  return [
    '',
    `## ${title}`,
    '',
    `| side | ${unit} | least – most | ${extras.map((key) => `${key} | `).join('')}`.trimEnd(),
    `| --- | ---: | --- | ${extras.map(() => '---: | ').join('')}`.trimEnd(),
    ...sides.map((side) => {
      const values = runs[side].map(({ value }) => value);
      const cells = extras.map((key) => `${extra(side, key)} | `).join('');
      return `| ${side} | ${short(medians[side])} | ${short(Math.min(...values))} – ${short(Math.max(...values))} | ${cells}`.trimEnd();
    }),
    '',
    ...goals.map(
      (goal) => `- ${judge(goal, medians, (side, key) => Number(median(runs[side].map((run) => run[key]))))}`,
    ),
    ...(note ? ['', note] : []),
  ];
}

/** A goal is a ratio of medians, or a bound on one: `{ side, over?, figure?, atLeast | atMost }`. */
function judge({ side, over, figure, atLeast, atMost }, medians, medianOf) {
  const of = (each) => (figure ? medianOf(each, figure) : medians[each]);
  const value = over ? of(side) / of(over) : of(side);
  const met = atLeast === undefined ? value <= atMost : value >= atLeast;
  const what = `${figure ? `${figure} of ` : ''}${side}${over ? ` / ${over}` : ''}`;
  const bound = atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`;
  return `${what}: **${short(value)}**${over ? ' ×' : ''}, goal ${bound}: ${met ? 'met' : '**missed**'}`;
}

function short(number) {
  if (!Number.isFinite(number)) return String(number);
  if (Math.abs(number) >= 100) return Math.round(number).toLocaleString('en-US');
  return String(Number(number.toPrecision(3)));
}
