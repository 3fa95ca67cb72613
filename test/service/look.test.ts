import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../src/log.js';
import { createLook } from '../../src/service/look.js';
import type { Look, Store } from '../../src/service/ports.js';
import type { Driver } from '../../src/store/driver.js';
import { openStoreOn } from '../../src/store/open-store.js';
import { openPglite } from '../../src/store/pglite.js';
import { createWordsFor } from '../../src/templates.js';

const who = { tenant: 'slack:T1', person: 'U1' };
let driver: Driver;
let store: Store;
let look: Look;
beforeAll(async () => {
  driver = await openPglite(null);
  store = await openStoreOn(driver, randomBytes(32).toString('hex'), createLog('silent'));
  look = createLook({ turns: store, wordsFor: createWordsFor(), clock: () => '2026-11-20T10:00:00Z' });
});
afterAll(() => driver.close());

test('a look at somebody new sees nothing, and leaves nothing behind', async () => {
  expect(await look(who, (state, { zone, reminders }) => [state, zone, reminders])).toEqual([null, null, []]);
  expect(await driver.query('select 1 from people')).toEqual([]);
});

test('a look sees the latest, by the clock and the zone of the person, and of nobody else', async () => {
  const address = { channel: 'slack', to: { user: 'U1' } } as const;
  await store.turn(who, async (turn) => {
    await turn.load();
    await turn.save({ state: { said: 'Acme' }, address, zone: 'Asia/Tokyo', locale: 'en-GB' });
  });
  expect(await look(who, (state, { now, zone, locale }) => [state, now, zone, locale])).toEqual([
    { said: 'Acme' },
    '2026-11-20T10:00:00Z',
    'Asia/Tokyo',
    'en-GB',
  ]);
  expect(await look({ ...who, person: 'U2' }, (state) => state)).toBeNull();
  expect(await look({ ...who, tenant: 'slack:T2' }, (state) => state)).toBeNull();
});

test('what goes wrong in a look is heard', async () => {
  const failing = look(who, () => {
    throw new Error('unreadable');
  });
  await expect(failing).rejects.toThrow('unreadable');
});
