import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp, type Listening, listen } from '../src/http.js';
import { createLog } from '../src/log.js';
import { mountMetrics } from '../src/metrics.js';
import { createDeliver } from '../src/service/deliver.js';
import type { Channel, PersonKey, Store } from '../src/service/ports.js';
import type { Driver } from '../src/store/driver.js';
import { openStoreOn } from '../src/store/open-store.js';
import { openPglite } from '../src/store/pglite.js';
import { aConversation, aMessage, anAddress, aPerson, aReminder, inMs, MINUTE } from './contract/samples.js';

const log = createLog('silent');
/** A platform that never says how it went, and keeps nothing to look into. */
const silent: Channel = { name: 'slack', send: async () => ({ type: 'unknown', reason: 'timeout' }) };

describe('/metrics', () => {
  /** Enough people that no figure is about one of them. */
  const crowd = Array.from({ length: 5 }, () => aPerson());
  let driver: Driver;
  let store: Store;
  let server: Listening;
  let deliver: ReturnType<typeof createDeliver>;

  beforeAll(async () => {
    driver = await openPglite(null);
    store = await openStoreOn(driver, randomBytes(32).toString('hex'), log);
    deliver = createDeliver({ outbox: store, channels: [silent], owner: 'me', log });
    const app = createApp();
    mountMetrics(app, { gauges: store, totals: deliver.totals, log });
    server = await listen(app, 0, '127.0.0.1');
  });
  beforeEach(async () => {
    for (const table of ['people', 'reminders', 'outbox', 'attempts'])
      await driver.query(`truncate ${table}`);
    for (const who of crowd) await store.turn(who, (turn) => turn.save(aConversation()));
  });
  afterAll(async () => {
    await server.close();
    await store.close();
  });

  const read = async () => (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  const value = async (name: string): Promise<number> =>
    Number(
      (await read())
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.slice(name.length + 1),
    );
  const enqueue = (who: PersonKey) =>
    store.turn(who, (turn) => turn.enqueue(anAddress(), [aMessage('Hello')]));

  it('is text that Prometheus reads: each metric with its help and type, and nothing but figures', async () => {
    const lines = (await read()).trimEnd().split('\n');
    const samples = lines.filter((line) => !line.startsWith('#'));

    expect(samples.length).toBeGreaterThan(10);
    for (const sample of samples)
      expect(sample).toMatch(/^bowout_[a-z_]+(\{outcome="[a-z-]+"\})? \d+(\.\d+)?$/);
    for (const name of new Set(samples.map((sample) => /^\w+/.exec(sample)?.[0]))) {
      expect(lines.filter((line) => line.startsWith(`# HELP ${name} `))).toHaveLength(1);
      expect(lines.filter((line) => line.startsWith(`# TYPE ${name} `))).toHaveLength(1);
    }
  });

  it('tells how late the latest reminder and the oldest message are', async () => {
    expect([await value('bowout_due_lag_seconds'), await value('bowout_outbox_age_seconds')]).toEqual([0, 0]);
    const who = aPerson();
    await store.turn(who, (turn) => turn.planReminder(aReminder(), inMs(-10 * MINUTE)));
    await enqueue(who);
    await driver.query(`update outbox set available_at = now() - interval '3 minutes'`);

    expect(await value('bowout_due_lag_seconds')).toBeGreaterThanOrEqual(600);
    expect(await value('bowout_outbox_age_seconds')).toBeGreaterThanOrEqual(180);
  });

  it('counts attempts by their end', async () => {
    const before = await value('bowout_sends_total{outcome="unknown"}');
    await enqueue(aPerson());
    await deliver.deliver();

    expect(await value('bowout_sends_total{outcome="unknown"}')).toBe(before + 1);
  });

  it('tells nothing while fewer than five people use it, whatever there is to tell', async () => {
    const who = crowd[0] as PersonKey;
    await store.turn(who, (turn) => turn.planReminder(aReminder(), inMs(-10 * MINUTE)));
    await enqueue(who);
    await deliver.deliver();
    await enqueue(who);
    await driver.query(`update outbox set available_at = now() - interval '3 minutes'`);
    const figures = async (): Promise<string[]> =>
      (await read()).split('\n').filter((line) => /^bowout_/.test(line) && !line.endsWith(' 0'));
    expect((await figures()).length).toBeGreaterThan(2);

    await driver.query('delete from people where person = $1', [crowd[4]?.person]);
    expect(await figures()).toEqual([]);
  });

  it('never counts fewer than five people, however many messages they have', async () => {
    const people = Array.from({ length: 5 }, () => aPerson());
    for (const who of people.slice(0, 4)) {
      await enqueue(who);
      await enqueue(who);
    }
    await driver.query(`update outbox set status = 'dead'`);
    expect(await value('bowout_dead')).toBe(0);

    await enqueue(people[4] as PersonKey);
    await driver.query(`update outbox set status = 'dead'`);
    expect(await value('bowout_dead')).toBe(9);
    await driver.query(`update outbox set status = 'pending', doubt_since = now()`);
    expect([await value('bowout_dead'), await value('bowout_in_doubt')]).toEqual([0, 9]);
  });
});
