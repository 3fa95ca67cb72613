import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.js';
import { limitRate, RATES } from '../../src/service/limit.js';
import type { Handle, Inbound, PersonKey, Store } from '../../src/service/ports.js';
import { openStore } from '../../src/store/open-store.js';
import { createWordsFor } from '../../src/templates.js';

let store: Store;
beforeAll(async () => {
  store = await openStore({
    databaseUrl: null,
    dataDir: 'memory',
    encryptionKey: null,
    log: createLog('silent'),
  });
});
afterAll(() => store.close());

function aFront(rates?: Parameters<typeof limitRate>[0]['rates']) {
  const world = { now: 0, read: [] as string[], delivered: 0 };
  const handle: Handle = async ({ id }) => {
    world.read.push(id);
    return 'handled';
  };
  const front = limitRate({
    handle,
    turns: store,
    wordsFor: createWordsFor(),
    deliver: async () => {
      world.delivered += 1;
    },
    nowMs: () => world.now,
    ...(rates && { rates }),
  });
  return { world, front };
}

const someone = (): PersonKey => ({ tenant: 'slack:T1', person: randomUUID() });
const event = (who: PersonKey): Inbound => ({
  id: randomUUID(),
  who,
  address: { channel: 'slack', to: { conversation: 'D1' } },
  input: { type: 'text', text: 'hello' },
  zone: null,
  locale: null,
});

describe('somebody who sends too much', () => {
  test('is read up to the limit, told once, and read again when time has passed', async () => {
    const { world, front } = aFront();
    const who = someone();
    for (let n = 0; n < RATES.person.burst + 30; n += 1) await front(event(who));
    expect(world.read).toHaveLength(RATES.person.burst);
    const told = await store.claimOutbox({
      from: 'waiting',
      owner: 'test',
      limit: 10,
      leaseMs: 60_000,
      who,
      channels: ['slack'],
    });
    expect(told.map(({ message }) => message.key)).toEqual(['conversation.too-many']);
    expect(world.delivered).toBe(1);
    world.now += 60_000;
    await front(event(who));
    expect(world.read).toHaveLength(RATES.person.burst + 1);
  });

  test('keeps nobody else from being read', async () => {
    const { world, front } = aFront();
    const who = someone();
    for (let n = 0; n < 200; n += 1) await front(event(who));
    world.read = [];
    await front(event(someone()));
    expect(world.read).toHaveLength(1);
  });

  test('loses nothing of before', async () => {
    const { front } = aFront();
    const who = someone();
    const kept = { state: { step: 1 }, address: event(who).address, zone: 'Europe/Berlin', locale: 'en-GB' };
    await store.turn(who, (turn) => turn.save(kept));
    for (let n = 0; n < 200; n += 1) await front(event(who));
    expect(await store.turn(who, (turn) => turn.load())).toEqual(kept);
  });
});

test('a workspace that sends too much is asked to send again', async () => {
  const { world, front } = aFront({ person: RATES.person, tenant: { burst: 3, perMinute: 60 } });
  const sending = [1, 2, 3].map(() => front(event(someone())));
  expect(await Promise.all(sending)).toEqual(['handled', 'handled', 'handled']);
  await expect(front(event(someone()))).rejects.toThrow(/sends more than 60 events a minute/);
  world.now += 1_000;
  expect(await front(event(someone()))).toBe('handled');
});
