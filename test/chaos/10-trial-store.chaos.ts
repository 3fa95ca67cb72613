import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';
import { createLog } from '../../src/log.js';
import { openStore } from '../../src/store/open-store.js';
import { row, sized } from './harness/table.js';
import { sleep } from './harness/world.js';

const WRITER = fileURLToPath(new URL('./harness/writer.mjs', import.meta.url));

test('the trial store is killed while it is written to, and a second process wants its folder', async () => {
  const [kills, seconds] = [sized(2, 50), sized(1, 20)];
  const folder = await mkdtemp(join(tmpdir(), 'bowout-chaos-store-'));
  let [acknowledged, refused, killedAtFirst] = [0, 0, 0];
  for (let n = 0; n < kills; n++) {
    const writer = write(folder, acknowledged);
    // The first ones die while the database is still being made.
    if (n < kills / 10 + 1) {
      await sleep(200 + Math.random() * 1_500);
      killedAtFirst++;
    } else {
      while (writer.last() < acknowledged + 20) await sleep(10);
      if (n % Math.ceil(kills / seconds) === 0 || seconds === kills)
        refused += (await once(write(folder, 1_000_000).child, 'exit'))[0] === 1 ? 1 : 0;
      await sleep(Math.random() * 200);
    }
    writer.child.kill('SIGKILL');
    await writer.closed;
    acknowledged = Math.max(acknowledged, writer.last() + 1);
  }
  const second = { tried: 0 };
  const holder = write(folder, acknowledged);
  while (holder.last() < acknowledged) await sleep(10);
  for (; second.tried + refused < seconds; second.tried++)
    if ((await once(write(folder, 2_000_000).child, 'exit'))[0] !== 1) break;
  holder.child.kill('SIGKILL');
  await holder.closed;
  acknowledged = holder.last() + 1;

  const log = createLog('silent');
  const from = performance.now();
  const store = await openStore({ databaseUrl: null, dataDir: folder, encryptionKey: null, log });
  const openMs = Math.round(performance.now() - from);
  const kept = new Set(
    (await store.turn({ tenant: 'local', person: 'somebody' }, (turn) => turn.reminders())).map(
      ({ id }) => id,
    ),
  );
  await store.close();
  await rm(folder, { recursive: true, force: true });
  const lost = Array.from({ length: acknowledged }, (_, n) => `r${n}`).filter((id) => !kept.has(id)).length;
  row(`the trial store killed ${kills} times`, [
    { what: 'of them during its first start', is: killedAtFirst },
    { what: 'rows acknowledged', is: acknowledged, atLeast: 1 },
    { what: 'of them lost', is: lost, exactly: 0 },
    { what: 'second processes refused', is: refused + second.tried, exactly: seconds },
    { what: 'opened again after, ms', is: openMs },
  ]);
});

function write(folder: string, from: number) {
  const child = spawn(process.execPath, [WRITER, folder, String(from)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  // The last line may be cut off by the kill; what was committed stands in whole lines.
  const last = () => Number(text.slice(0, text.lastIndexOf('\n')).split('\n').at(-1) || from - 1);
  return { child, closed: once(child, 'close'), last };
}
