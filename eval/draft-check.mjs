// How well the draft check reads labelled messages. `npm run build` first, then `node eval/draft-check.mjs [--misses]`.
// The tune sets show their misses always; the unseen sets only with --misses, so that nobody tunes on them by accident.
import { readdirSync, readFileSync } from 'node:fs';
import { checkDraft, findingIds } from '../dist/coach/draft/check.js';
import { loadWords } from '../dist/templates.js';

const print = (line) => process.stdout.write(`${line}\n`);
const words = loadWords('en');
const percent = (part, whole) => (whole === 0 ? '   -' : `${((100 * part) / whole).toFixed(0).padStart(3)}%`);

function read(name) {
  const path = new URL(`sets/${name}.jsonl`, import.meta.url);
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

function score(rows) {
  const counts = new Map(findingIds.map((id) => [id, { right: 0, missed: 0, wrong: 0 }]));
  const misses = [];
  let clean = 0;
  let flagged = 0;
  for (const row of rows) {
    const expected = row.expect.findings;
    const found = checkDraft(row, words);
    const ids = found.map(({ id }) => id);
    for (const id of findingIds) {
      const count = counts.get(id);
      if (expected.includes(id) && ids.includes(id)) count.right += 1;
      else if (expected.includes(id)) count.missed += 1;
      else if (ids.includes(id)) count.wrong += 1;
    }
    if (expected.length === 0) clean += 1;
    if (expected.length === 0 && ids.length > 0) flagged += 1;
    const missed = expected.filter((id) => !ids.includes(id));
    const wrong = found.filter(({ id }) => !expected.includes(id));
    if (missed.length + wrong.length > 0) misses.push({ row, missed, wrong });
  }
  return { counts, misses, clean, flagged };
}

function report(name, showMisses) {
  const rows = read(name);
  if (rows.length === 0) return print(`${name}: no rows`);
  const { counts, misses, clean, flagged } = score(rows);
  const all = { right: 0, missed: 0, wrong: 0 };
  print(`\n${name}: ${rows.length} messages`);
  print('finding              precision  recall  right missed wrong');
  const line = (id, { right, missed, wrong }) =>
    print(
      `${id.padEnd(22)}${percent(right, right + wrong)}      ${percent(right, right + missed)}  ${String(right).padStart(6)}${String(missed).padStart(7)}${String(wrong).padStart(6)}`,
    );
  for (const [id, count] of counts) {
    line(id, count);
    for (const key of Object.keys(all)) all[key] += count[key];
  }
  line('all', all);
  print(`clean messages flagged: ${flagged} of ${clean} (${percent(flagged, clean).trim()})`);
  if (!showMisses) return;
  for (const { row, missed, wrong } of misses) {
    print(
      `\n[${row.channel} ${row.kind}]${row.earlierReason ? ` earlier: ${row.earlierReason}` : ''} ${row.text.replaceAll('\n', ' / ')}`,
    );
    if (missed.length > 0) print(`  missed: ${missed.join(', ')}`);
    for (const { id, quote } of wrong) print(`  wrong:  ${id} "${quote}"`);
  }
}

for (const file of readdirSync(new URL('sets/', import.meta.url)).sort()) {
  const name = file.replace(/\.jsonl$/, '');
  if (!name.startsWith('draft-check.')) continue;
  report(name, !name.startsWith('draft-check.unseen') || process.argv.includes('--misses'));
}
