// A process of its own for kill tests: saves 1, 2, 3… for one person in the folder given, and says each number only
// after it was committed.
import { createLog } from '../../dist/log.js';
import { openStore } from '../../dist/store/open-store.js';

const store = await openStore({
  databaseUrl: null,
  dataDir: process.argv[2],
  encryptionKey: null,
  log: createLog('silent'),
});
for (;;) {
  const saved = await store.turn({ tenant: 'local', person: 'p' }, async (turn) => {
    const next = ((await turn.load())?.state ?? 0) + 1;
    const address = { channel: 'terminal', to: {} };
    await turn.save({ state: next, address, zone: 'Europe/Berlin', locale: 'en' });
    return next;
  });
  process.stdout.write(`${saved}\n`);
}
