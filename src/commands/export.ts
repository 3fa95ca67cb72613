import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { createLog } from '../log.js';
import { exportPerson } from '../service/export-person.js';
import { openStore } from '../store/open-store.js';
import { createWordsFor } from '../templates.js';

/** `bowout export --tenant T --person P [--format json|markdown]`: everything kept about one person, to standard output. */
export async function exportToOutput(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      tenant: { type: 'string' },
      person: { type: 'string' },
      format: { type: 'string', default: 'both' },
    },
  });
  const { tenant, person, format } = values;
  if (tenant === undefined || person === undefined)
    throw new Error('export needs whose: --tenant slack:T0123 --person U0123.');
  if (!['both', 'json', 'markdown'].includes(format))
    throw new Error(`--format "${format}" is unknown: use json, markdown, or both.`);
  const config = readConfig(undefined, { LOG_LEVEL: 'error' });
  const log = createLog(config.logLevel, process.stderr);
  const store = await openStore({ ...config, log });
  try {
    const { json, markdown } = await exportPerson(store, { tenant, person }, createWordsFor());
    if (format !== 'markdown') process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
    if (format === 'both') process.stdout.write('\n');
    if (format !== 'json') process.stdout.write(markdown);
  } finally {
    await store.close();
  }
}
