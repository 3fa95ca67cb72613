// Writes to the trial store in FOLDER as fast as it can, and prints each number once it is committed.
import { createLog } from '../../../dist/log.js';
import { openStore } from '../../../dist/store/open-store.js';

const [folder, from] = process.argv.slice(2);
const store = await openStore({
  databaseUrl: null,
  dataDir: folder,
  encryptionKey: null,
  log: createLog('silent'),
});
const who = { tenant: 'local', person: 'somebody' };
const reminder = (n) => ({
  id: `r${n}`,
  kind: 'review',
  about: 'all',
  at: '2099-01-01T09:00',
  zone: 'Etc/UTC',
  until: null,
});
const conversation = {
  state: {},
  address: { channel: 'web', to: {} },
  zone: 'Etc/UTC',
  locale: 'en-US',
};
for (let n = Number(from); ; n++) {
  await store.turn(who, async (turn) => {
    await turn.save(conversation);
    await turn.planReminder(reminder(n), '2099-01-01T09:00:00Z');
  });
  process.stdout.write(`${n}\n`);
}
