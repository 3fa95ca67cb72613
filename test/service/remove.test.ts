import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.js';
import type { Channel, Delivery, PersonKey, Removal, Removed, Store } from '../../src/service/ports.js';
import { createRemove } from '../../src/service/remove.js';
import { createService } from '../../src/service/service.js';
import type { Driver } from '../../src/store/driver.js';
import { openStoreOn } from '../../src/store/open-store.js';
import { openPglite } from '../../src/store/pglite.js';
import { createWordsFor } from '../../src/templates.js';
import { aConversation, aMessage, anAddress, aPerson } from '../contract/samples.js';

let driver: Driver;
let store: Store;
beforeAll(async () => {
  driver = await openPglite(null);
  store = await openStoreOn(driver, randomBytes(32).toString('hex'), createLog('silent'));
});
beforeEach(async () => {
  for (const table of ['people', 'outbox', 'removals', 'inbound', 'attempts', 'reminders'])
    await driver.query(`truncate ${table}`);
});
afterAll(() => store.close());

/** A platform on which messages stand under the id of their delivery, until they are removed. */
function aPlatform(how: (removal: Removal) => Removed = () => ({ type: 'removed' })) {
  const standing = new Set<string>();
  const asked: Removal[] = [];
  const channel: Channel = {
    name: 'slack',
    async send({ id }) {
      standing.add(id);
      return { type: 'sent', externalId: id };
    },
    async remove(removal) {
      asked.push(removal);
      const removed = how(removal);
      if (removed.type === 'removed') standing.delete(removal.delivery);
      return removed;
    },
  };
  return { channel, standing, asked };
}

async function sent(who: PersonKey, channel: Channel, ...texts: string[]): Promise<void> {
  await store.turn(who, async (turn) => {
    await turn.save(aConversation());
    await turn.enqueue(anAddress(), texts.map(aMessage));
  });
  const claim = { from: 'waiting', owner: 'w', limit: 1, leaseMs: 60_000, channels: ['slack'], who } as const;
  for (let [one] = await store.claimOutbox(claim); one; [one] = await store.claimOutbox(claim))
    await store.markOutbox(one, 'w', await channel.send(one as Delivery), { type: 'done' });
}
const forget = (who: PersonKey) => store.turn(who, (turn) => turn.removeMessages('all'));
const left = async (): Promise<{ attempts: number; wait_s: number }[]> =>
  driver.query('select attempts, extract(epoch from available_at - now())::float8 as wait_s from removals');

/** With a clock that jumps over every wait for the platform's pace. */
const removing = (channel: Channel, signal = new AbortController().signal) => {
  let now = 0;
  return createRemove({
    removals: store,
    channels: [channel],
    owner: 'me',
    log: createLog('silent'),
    signal,
    random: () => 1,
    monotonicMs: () => {
      now += 60_000;
      return now;
    },
  });
};

describe('removing', () => {
  it('takes every message away, once', async () => {
    const { channel, standing, asked } = aPlatform();
    const who = aPerson();
    await sent(who, channel, 'one', 'two', 'three');
    await forget(who);
    const remove = removing(channel);
    expect(await remove(who)).toMatchObject({ removed: 3 });
    expect([standing.size, asked.length, (await left()).length]).toEqual([0, 3, 0]);
    expect(await remove()).toMatchObject({ removed: 0 });
  });

  it('tries again later what had no clear answer, and gives up in the end', async () => {
    const { channel, asked } = aPlatform(() => ({ type: 'failed', reason: 'timeout' }));
    const who = aPerson();
    await sent(who, channel, 'one');
    await forget(who);
    const remove = removing(channel);
    expect(await remove()).toMatchObject({ failed: 1, 'given-up': 0 });
    expect((await left())[0]?.wait_s).toBeGreaterThan(25);
    for (let n = 0; n < 10; n += 1) {
      await driver.query('update removals set available_at = now()');
      await remove();
    }
    expect([asked.length, (await left()).length]).toEqual([8, 0]);
  });

  it('does not ask again where the platform refuses', async () => {
    const { channel, standing, asked } = aPlatform(() => ({
      type: 'refused',
      reason: 'cant_delete_message',
    }));
    const who = aPerson();
    await sent(who, channel, 'one');
    await forget(who);
    await removing(channel)();
    expect([standing.size, asked.length, (await left()).length]).toEqual([1, 1, 0]);
  });

  it('waits as long as the platform asks for, without counting it', async () => {
    const { channel, asked } = aPlatform(() => ({ type: 'throttled', retryAfterMs: 30_000 }));
    const [who, other] = [aPerson(), aPerson()];
    for (const each of [who, other]) {
      await sent(each, channel, 'one');
      await forget(each);
    }
    await removing(channel)();
    expect(asked).toHaveLength(1);
    for (const { attempts, wait_s } of await left()) expect([attempts, wait_s > 25]).toEqual([0, true]);
  });

  it('asks nothing more once the process is to stop', async () => {
    const { channel, asked } = aPlatform();
    const who = aPerson();
    await sent(who, channel, 'one');
    await forget(who);
    await removing(channel, AbortSignal.abort())();
    expect([asked.length, (await left()).length]).toEqual([0, 1]);
  });

  it('ends where the channel can take nothing away, and survives one that throws', async () => {
    const { channel } = aPlatform(() => {
      throw new Error('a fault');
    });
    const who = aPerson();
    await sent(who, channel, 'one');
    await forget(who);
    expect(await removing(channel)()).toMatchObject({ failed: 1 });
    await driver.query('update removals set available_at = now()');
    expect(await removing({ name: 'slack', send: channel.send })()).toMatchObject({ refused: 1 });
    expect(await left()).toEqual([]);
  });
});

describe('what a person asks for', () => {
  const talk = async (channel: Channel) => {
    const service = createService({
      store,
      channels: [channel],
      wordsFor: createWordsFor(),
      clock: () => '2026-11-20T15:00:00Z',
      owner: 'me',
      log: createLog('silent'),
    });
    let events = 0;
    return {
      service,
      say: async (who: PersonKey, text: string, on?: string) => {
        events += 1;
        await service.handle({
          id: `event ${who.person} ${events}`,
          who,
          address: anAddress(),
          input:
            on === undefined
              ? { type: 'text', text }
              : { type: 'click', action: '{"do":"remove","what":"this"}' },
          ...(on === undefined ? {} : { on }),
          zone: 'Europe/Berlin',
          locale: 'en-US',
        });
        await service.settled();
      },
    };
  };

  it('takes the message with the button away, and no other', async () => {
    const { channel, standing } = aPlatform();
    const { say } = await talk(channel);
    const [who, other] = [aPerson(), aPerson()];
    await say(who, 'hello');
    await say(other, 'hello');
    const [mine] = await driver.query<{ external_id: string }>(
      'select external_id from outbox where person = $1 order by id limit 1',
      [who.person],
    );
    const count = standing.size;
    // Somebody else presses a button that claims to be on it.
    await say(other, '', mine?.external_id);
    expect(standing.has(mine?.external_id ?? '')).toBe(true);
    expect(standing.size).toBe(count + 1);
    await say(who, '', mine?.external_id);
    expect(standing.has(mine?.external_id ?? '')).toBe(false);
    expect(standing.size).toBe(count + 1);
  });

  it('leaves nothing but the goodbye after everything is deleted', async () => {
    const { channel, standing } = aPlatform();
    const { say, service } = await talk(channel);
    const who = aPerson();
    await say(who, 'I got an offer from Acme, they want an answer by November 27');
    await say(who, 'delete everything');
    expect(standing.size).toBeGreaterThan(2);
    await say(who, 'Delete everything');
    for (let n = 0; n < 12 && standing.size > 1; n += 1) await service.remove();
    expect(standing.size).toBe(1);
    await store.purge();
    for (const table of ['people', 'outbox', 'removals', 'posted', 'attempts', 'reminders'])
      expect([table, await driver.query(`select 1 from ${table}`)]).toEqual([table, []]);
  });
});
