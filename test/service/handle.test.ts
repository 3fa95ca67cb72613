import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.js';
import type { Inbound, PersonKey, Store } from '../../src/service/ports.js';
import { createService, type Service } from '../../src/service/service.js';
import type { Driver } from '../../src/store/driver.js';
import { openStoreOn } from '../../src/store/open-store.js';
import { openPglite } from '../../src/store/pglite.js';
import { createWordsFor } from '../../src/templates.js';

const log = createLog('silent');
let driver: Driver;
let store: Store;
let service: Service;
const said: string[] = [];

beforeAll(async () => {
  driver = await openPglite(null);
  store = await openStoreOn(driver, randomBytes(32).toString('hex'), log);
  service = createService({
    store,
    channels: [
      {
        name: 'teams',
        async send({ message }) {
          said.push(message.key);
          return { type: 'sent', externalId: null };
        },
      },
    ],
    wordsFor: createWordsFor(),
    clock: () => '2026-11-20T15:00:00Z',
    owner: 'test',
    log,
  });
});
afterAll(async () => {
  await service.settled();
  await store.close();
});

let people = 0;
let who: PersonKey;
beforeEach(() => {
  people += 1;
  who = { tenant: 'teams:t1', person: `p${people}` };
});

let events = 0;
async function happens(inbound: Partial<Inbound>): Promise<{ outcome: string; said: string[] }> {
  events += 1;
  const outcome = await service.handle({
    id: `event ${events}`,
    who,
    address: { channel: 'teams', to: { conversation: who.person } },
    input: { type: 'text', text: 'I got an offer from Acme, they want an answer by 27 November' },
    zone: 'Europe/Berlin',
    locale: 'en-US',
    ...inbound,
  });
  await service.settled();
  return { outcome, said: said.splice(0) };
}

const rows = async (table: string): Promise<number> => {
  const [row] = await driver.query<{ n: number }>(
    `select count(*)::integer as n from ${table} where tenant = $1 and person = $2`,
    [who.tenant, who.person],
  );
  return row?.n ?? -1;
};

describe('the same deed again', () => {
  const marks = [{ id: 'the mark', seconds: 60 }];

  test('has one effect under another id when a mark tells it', async () => {
    expect((await happens({ marks })).outcome).toBe('handled');
    expect(await happens({ marks })).toEqual({ outcome: 'repeated', said: [] });
  });

  test('is known by each of its marks from the first time on', async () => {
    await happens({ id: 'one id', marks });
    expect((await happens({ id: 'one id', marks: [{ id: 'another mark', seconds: 60 }] })).outcome).toBe(
      'repeated',
    );
    expect((await happens({ marks: [{ id: 'another mark', seconds: 60 }] })).outcome).toBe('repeated');
  });

  test('counts again when its mark has run out', async () => {
    await happens({ marks });
    await driver.query(`update inbound set noted_at = now() - interval '61 seconds' where id = 'the mark'`);
    expect((await happens({ marks })).outcome).toBe('handled');
  });
});

describe('somebody who removes the app', () => {
  test('leaves nothing behind: no answers, no reminders, no messages', async () => {
    await happens({});
    expect(await rows('people')).toBe(1);
    expect(await rows('reminders')).toBeGreaterThan(0);

    expect(await happens({ input: { type: 'left' } })).toEqual({ outcome: 'handled', said: [] });

    for (const table of ['people', 'reminders', 'outbox', 'attempts'])
      expect([table, await rows(table)]).toEqual([table, 0]);
  });

  test('may have been nobody, and is nobody afterwards', async () => {
    expect(await happens({ input: { type: 'left' } })).toEqual({ outcome: 'handled', said: [] });
    expect(await rows('people')).toBe(0);
  });

  test('is greeted like anybody new on coming back', async () => {
    await happens({});
    await happens({ input: { type: 'left' } });
    expect((await happens({ input: { type: 'hello' } })).said).toContain('greeting.hello');
  });

  test('is not removed a second time by the same event', async () => {
    await happens({ id: 'removed', input: { type: 'left' } });
    await happens({ input: { type: 'hello' } });
    expect((await happens({ id: 'removed', input: { type: 'left' } })).outcome).toBe('repeated');
    expect(await rows('people')).toBe(1);
  });
});
