import { readdirSync, readFileSync } from 'node:fs';
import { UNDERSTAND_TASKS, understand } from '../dist/commands/understand.js';

// Runs every labelled set through the `understand` command and prints one table.
//   node eval/run.mjs [task…] [--tune] [--misses]
// A task's sets are found by name: <task>.tune*.jsonl and <task>.unseen*.jsonl.
// The misses of a tune set are always listed; those of an unseen set only with --misses.

const SETS = new URL('./sets/', import.meta.url);
const options = new Set(process.argv.slice(2).filter((word) => word.startsWith('--')));
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));

const rows = (name) =>
  readFileSync(new URL(name, SETS), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

const print = (line) => process.stdout.write(`${line}\n`);

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const sorted = (list) => [...(list ?? [])].sort();

/** For each task: is the answer right, and would the coach ask instead of being wrong? */
const JUDGES = {
  date: (got, want) => ({
    right:
      got.value === want.value &&
      (want.value !== null || same(sorted(got.candidates), sorted(want.candidates))),
    asks: got.value === null,
  }),
  pay: (got, want) => ({
    right:
      got.value === null || want.value === null
        ? got.value === want.value
        : ['min', 'max', 'currency', 'period'].every((key) => got.value[key] === want.value[key]),
    asks: got.value === null,
  }),
  opening: (got, want) => ({ right: got.stage === want.stage, asks: got.stage === 'none' }),
  'employer-reply': (got, want) => ({ right: got.kind === want.kind, asks: got.kind === 'unclear' }),
  'yes-no': (got, want) => ({
    right: got.value === want.value,
    asks: got.value === 'unsure' || got.value === 'other',
  }),
  command: (got, want) => ({ right: got.value === want.value, asks: got.value === 'none' }),
};

/** Words are compared as people would: without case, articles or final marks. */
const words = (text) =>
  (text ?? '')
    .toLowerCase()
    .replace(/^(?:the|a|an) /, '')
    .replace(/[.,!?]+$/, '')
    .trim();

const isUnseen = (half) => half.startsWith('unseen');

const percent = (part, all) => `${((100 * part) / Math.max(all, 1)).toFixed(1)} %`;

function run(task, half) {
  const all = rows(`${task}.${half}.jsonl`);
  const misses = [];
  const tally = { right: 0, wrong: 0, silent: 0, asks: 0 };
  const fields = { company: [0, 0], role: [0, 0], deadline: [0, 0] };
  let starts = 0;
  let talk = 0;
  let unclear = 0;
  let leftOpen = 0;
  for (const { expect, ...input } of all) {
    const got = JSON.parse(understand(task, JSON.stringify(input)));
    const { right, asks } = JUDGES[task](got, expect);
    tally[right ? 'right' : 'wrong'] += 1;
    if (!right && !asks) tally.silent += 1;
    if (!right && asks) tally.asks += 1;
    if (expect.kind === 'unclear') {
      unclear += 1;
      if (right) leftOpen += 1;
    }
    let wrongFields = '';
    if (task === 'opening') {
      if (expect.stage === 'none') {
        talk += 1;
        if (got.stage !== 'none') starts += 1;
      }
      for (const field of Object.keys(fields)) {
        if (!(field in expect)) continue;
        fields[field][1] += 1;
        if (words(got[field]) === words(expect[field])) fields[field][0] += 1;
        else wrongFields += ` ${field}`;
      }
    }
    if (!right || wrongFields)
      misses.push({
        text: input.text,
        ...(input.locale && { locale: input.locale }),
        ...(input.now && { now: input.now, tz: input.tz }),
        want: expect,
        got,
      });
  }
  print(
    `${`${task} (${half})`.padEnd(26)} ${String(all.length).padStart(4)} rows   right ${percent(tally.right, all.length).padStart(7)}` +
      `   wrong ${String(tally.wrong).padStart(3)}   silently wrong ${percent(tally.silent, all.length).padStart(6)}   would ask ${tally.asks}`,
  );
  if (task === 'opening') {
    const shown = Object.entries(fields).map(([field, [good, count]]) => `${field} ${percent(good, count)}`);
    print(`${''.padEnd(26)} false starts ${starts} of ${talk}   ${shown.join('   ')}`);
  }
  if (unclear > 0) {
    const named = all.length - unclear;
    print(
      `${''.padEnd(26)} of a named kind: right ${percent(tally.right - leftOpen, named)} of ${named}   no answer to a decision: left open ${leftOpen} of ${unclear}`,
    );
  }
  if (!isUnseen(half) || options.has('--misses'))
    for (const miss of misses) print(`    ${JSON.stringify(miss)}`);
}

const present = readdirSync(SETS).sort();
for (const task of UNDERSTAND_TASKS) {
  if (wanted.length > 0 && !wanted.includes(task)) continue;
  for (const name of present) {
    const [setTask, half, end] = name.split('.');
    if (setTask !== task || end !== 'jsonl' || (isUnseen(half) && options.has('--tune'))) continue;
    run(task, half);
  }
}
