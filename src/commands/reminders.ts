import { parseArgs } from 'node:util';
import { localOf } from '../coach/remind/calendar.js';
import { readConfig } from '../config.js';
import { createLog } from '../log.js';
import { openStore } from '../store/open-store.js';

/** `bowout reminders --tenant T --person P`: what is coming for one person, soonest first, without what it is about. */
export async function listReminders(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { tenant: { type: 'string' }, person: { type: 'string' } },
  });
  const { tenant, person } = values;
  if (tenant === undefined || person === undefined)
    throw new Error('reminders needs whose: --tenant slack:T0123 --person U0123.');
  const config = readConfig(undefined, { LOG_LEVEL: 'error' });
  const log = createLog(config.logLevel, process.stderr);
  const store = await openStore({ ...config, log });
  try {
    const reminders = await store.turn({ tenant, person }, (turn) => turn.reminders());
    const lines = reminders.map(
      ({ dueAt, zone, kind, id }) => `${localOf(dueAt, zone)}  ${zone}  ${kind}  ${id}\n`,
    );
    process.stdout.write(lines.length > 0 ? lines.join('') : `Nothing is coming for ${person}.\n`);
  } finally {
    await store.close();
  }
}
