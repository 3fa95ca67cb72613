import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../src/coach/message.js';
import { createLog } from '../../src/log.js';
import { createOwnClocks } from '../../src/service/own-clock.js';
import type { Inbound, Store } from '../../src/service/ports.js';
import { createService } from '../../src/service/service.js';
import { openStore } from '../../src/store/open-store.js';
import { createWordsFor } from '../../src/templates.js';

let store: Store;
beforeAll(async () => {
  const log = createLog('silent');
  store = await openStore({ databaseUrl: null, dataDir: 'memory', encryptionKey: null, log });
});
afterAll(() => store.close());

const who = { tenant: 'local', person: 'p1' };
const inbound = (text: string): Inbound => ({
  id: randomUUID(),
  who,
  address: { channel: 'web', to: { person: 'p1' } },
  input: { type: 'text', text },
  zone: 'Europe/Berlin',
  locale: 'en-US',
});

test('a clock that is moved on shows each reminder at its own time, and never goes back', async () => {
  const arrived: { at: string; message: Message }[] = [];
  const clocks = createOwnClocks({
    turns: store,
    service: () => service,
    realNow: () => Date.parse('2026-11-20T15:00:00Z'),
  });
  const service = createService({
    store,
    channels: [
      {
        name: 'web',
        async send({ message }) {
          arrived.push({ at: clocks.now(who), message });
          return { type: 'sent', externalId: null };
        },
      },
    ],
    wordsFor: createWordsFor(),
    clock: clocks.now,
    owner: randomBytes(8).toString('hex'),
    log: createLog('silent'),
  });

  await service.handle(inbound('I got an offer from Acme, they want an answer by November 27'));
  await service.settled();
  expect(await clocks.nextReminder(who)).toBe('2026-11-25T09:00');
  arrived.length = 0;
  expect(await clocks.moveTo(who, '2026-12-01T12:00', 'Europe/Berlin')).toBe('2026-12-01T11:00:00Z');
  expect(arrived.map(({ at, message }) => [at, message.key])).toEqual([
    ['2026-11-25T08:00:00Z', 'reminders.reply-by'],
    ['2026-11-26T08:00:00Z', 'reminders.reply-by'],
    ['2026-11-27T08:00:00Z', 'reminders.reply-by'],
  ]);
  expect(await clocks.moveTo(who, '2026-11-21T12:00', 'Europe/Berlin')).toBe('2026-12-01T11:00:00Z');
});
