import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.js';
import type { PersonKey, Store } from '../../src/service/ports.js';
import type { Driver } from '../../src/store/driver.js';
import { openStoreOn } from '../../src/store/open-store.js';
import { DONE, SENT, type Setup, texts } from './harness.js';
import { aConversation, aMessage, anAddress, aPerson, MINUTE } from './samples.js';

/** Databases of their own: a rotation is of all that is stored. */
export function testRotating(setup: () => Promise<Setup>): void {
  const newKey = (): string => randomBytes(32).toString('hex');
  let given: Setup;
  let before: string;
  let after: string;

  const open = (key: string, previous: string | null = null, driver: Driver = given.driver): Promise<Store> =>
    openStoreOn(driver, key, createLog('silent'), 13, previous);
  const live = async (store: Store, who: PersonKey) =>
    store.turn(who, async (turn) => {
      await turn.save(aConversation({ of: who.person }));
      await turn.enqueue(anAddress(), [aMessage(`hello ${who.person}`)]);
    });
  const people = (count: number): PersonKey[] => Array.from({ length: count }, () => aPerson());
  const keyIds = async (table: string): Promise<number> =>
    (await given.driver.query(`select distinct key_id from ${table}`)).length;

  describe('changing the master key', () => {
    beforeEach(async () => {
      given = await setup();
      [before, after] = [newKey(), newKey()];
    });
    afterEach(async () => {
      await given.driver.close();
      await given.drop();
    });

    it('leaves everything readable with the new key alone, and the old key useless', async () => {
      const store = await open(before);
      const [one, other] = [aPerson(), aPerson()];
      await live(store, one);
      await store.addInstallation({
        id: 'T1',
        tenant: 'slack:T1',
        bot: 'B1',
        token: { value: 'xoxb-secret', refresh: null, expiresAt: null },
      });

      const both = await open(after, before);
      await live(both, other);
      expect(await both.rotateKeys()).toBe(2);

      const alone = await open(after);
      for (const who of [one, other])
        expect(await alone.turn(who, (turn) => turn.load())).toEqual(aConversation({ of: who.person }));
      const claimed = await alone.claimOutbox({
        from: 'waiting',
        owner: 'w',
        limit: 9,
        leaseMs: MINUTE,
        channels: ['slack'],
      });
      expect(texts(claimed).sort()).toEqual([`hello ${one.person}`, `hello ${other.person}`].sort());
      for (const delivery of claimed) await alone.markOutbox(delivery, 'w', SENT, DONE);
      expect(await alone.installation(['T1'])).toMatchObject({ token: { value: 'xoxb-secret' } });
      await expect(open(before)).rejects.toThrow('ENCRYPTION_KEY is not the key this database was made with');
      expect(await alone.rotateKeys()).toBe(0);
    });

    it('is refused half way: a start without the old key says what is missing', async () => {
      const who = aPerson();
      await live(await open(before), who);
      await expect(open(after)).rejects.toThrow('ENCRYPTION_KEY is not the key');
      await open(after, before);
      await expect(open(after)).rejects.toThrow(
        /wrapped with master key [0-9a-f]{16}: start with it in ENCRYPTION_KEY_PREVIOUS/,
      );
      await expect(open(newKey(), newKey())).rejects.toThrow('ENCRYPTION_KEY is not the key');
    });

    it('goes on beside turns, and loses none of them', async () => {
      const all = people(30);
      const store = await open(before);
      for (const who of all) await live(store, who);
      // Both kinds of processes of a rolling restart, each knowing both keys.
      const [old, next] = [await open(before, after), await open(after, before)];
      const work = async (process: Store, from: number) => {
        for (const who of all.filter((_, n) => n % 2 === from))
          await process.turn(who, async (turn) => {
            const conversation = await turn.load();
            await turn.save(aConversation({ ...(conversation?.state as object), seen: true }));
          });
      };
      await Promise.all([work(old, 0), work(next, 1), next.rotateKeys()]);
      await next.rotateKeys();

      expect(await keyIds('people')).toBe(1);
      const alone = await open(after);
      for (const who of all)
        expect((await alone.turn(who, (turn) => turn.load()))?.state).toEqual({ of: who.person, seen: true });
    });

    it('goes on where it was interrupted', async () => {
      const store = await open(before);
      for (const who of people(450)) await store.turn(who, (turn) => turn.save(aConversation()));
      let bites = 0;
      const failing: Driver = {
        ...given.driver,
        query: (text, parameters) => given.driver.query(text, parameters),
        async transaction(work, options) {
          return given.driver.transaction(async (sql) => {
            const counting = {
              ...sql,
              startedAt: sql.startedAt,
              script: (text: string) => sql.script(text),
              query: (text: string, parameters?: readonly unknown[]) => {
                if (text.includes('skip locked') && ++bites === 2) throw new Error('the database went away');
                return sql.query(text, parameters);
              },
            };
            return work(counting as typeof sql);
          }, options);
        },
      };
      await expect((await open(after, before, failing)).rotateKeys()).rejects.toThrow('went away');
      expect(await (await open(after, before)).rotateKeys()).toBe(250);
      await open(after);
    });
  });
}
