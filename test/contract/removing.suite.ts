import { describe, expect, it } from 'vitest';
import type { PersonKey, Removal, WhichMessages } from '../../src/service/ports.js';
import { DONE, type Harness, texts } from './harness.js';
import { aConversation, aMessage, anAddress, aPerson, MINUTE } from './samples.js';

export function testRemoving(harness: Harness): void {
  const { claimOne, countRows, enqueue } = harness;

  const claimRemoval = (who?: PersonKey, owner = 'worker-1') =>
    harness.store.claimRemoval({ owner, leaseMs: MINUTE, channels: ['slack'], ...(who && { who }) });
  /** Claims what may be removed, ends each, and tells what the platform calls them. */
  const removeAll = async (who: PersonKey): Promise<(string | null)[]> => {
    const ids: (string | null)[] = [];
    for (let one = await claimRemoval(who); one; one = await claimRemoval(who)) {
      ids.push(one.externalId);
      await harness.store.settleRemoval(one, 'worker-1', { type: 'over' });
    }
    return ids;
  };
  const send = async (who: PersonKey, ...externalIds: string[]) => {
    for (const externalId of externalIds) {
      await enqueue(who, externalId);
      await harness.store.markOutbox(await claimOne(who), 'worker-1', { type: 'sent', externalId }, DONE);
    }
  };
  const remove = (who: PersonKey, which: WhichMessages) =>
    harness.store.turn(who, (turn) => turn.removeMessages(which));
  const aWeekPasses = async () => {
    await harness.driver.query(
      `update outbox set settled_at = now() - interval '8 days' where settled_at is not null`,
    );
    await harness.store.purge();
  };

  describe('taking messages away', () => {
    it('takes all that were sent, the newest first, and none that is said afterwards', async () => {
      const [who, other] = [aPerson(), aPerson()];
      await send(who, '1.1', '1.2');
      await send(other, '2.1');
      await harness.store.turn(who, async (turn) => {
        await turn.removeMessages('all');
        await turn.enqueue(anAddress(), [aMessage('they are going')]);
      });

      expect(await removeAll(who)).toEqual(['1.2', '1.1']);
      expect(texts([await claimOne(who)])).toEqual(['they are going']);
      expect(await claimRemoval(other)).toBeNull();
      expect(await countRows('outbox', other)).toBe(1);
    });

    it('takes one by what the platform calls it, or the newest', async () => {
      const who = aPerson();
      await send(who, '1.1', '1.2 1.3', '1.4', '1.5');
      await remove(who, { id: '1.3' });
      await remove(who, 'last');
      await remove(who, { id: 'nothing is called so' });
      expect(await removeAll(who)).toEqual(['1.2 1.3', '1.5']);
      expect(await countRows('outbox', who)).toBe(2);
    });

    it('takes nothing of somebody else, whatever id is given', async () => {
      const [who, other] = [aPerson(), aPerson()];
      await send(other, '2.1');
      await remove(who, { id: '2.1' });
      expect(await claimRemoval()).toBeNull();
      expect(await countRows('outbox', other)).toBe(1);
    });

    it('knows where a message stands for as long as the person is known', async () => {
      const who = aPerson();
      await harness.store.turn(who, (turn) => turn.save(aConversation()));
      await send(who, '1.1', '1.2');
      await aWeekPasses();
      expect(await countRows('outbox', who)).toBe(0);
      await remove(who, 'last');
      expect(await removeAll(who)).toEqual(['1.2']);
      await remove(who, { id: '1.1' });
      expect(await removeAll(who)).toEqual(['1.1']);
      expect(await countRows('posted', who)).toBe(0);
    });

    it('drops what has not gone out, and waits for what is on its way', async () => {
      const who = aPerson();
      await enqueue(who, 'on its way', 'never sent');
      const onItsWay = await claimOne(who);
      await remove(who, 'all');

      expect(await claimRemoval(who)).toBeNull();
      await harness.store.markOutbox(onItsWay, 'worker-1', { type: 'sent', externalId: '1.1' }, DONE);
      expect(await removeAll(who)).toEqual(['1.1']);
      expect(await countRows('outbox', who)).toBe(0);
    });

    it('does not send again what failed on its way meanwhile', async () => {
      const who = aPerson();
      await enqueue(who, 'on its way');
      const onItsWay = await claimOne(who);
      await remove(who, 'all');
      const again = { type: 'retry', afterMs: 0, countsAsAttempt: true } as const;
      await harness.store.markOutbox(onItsWay, 'worker-1', { type: 'unknown', reason: 'reset' }, again);

      expect(await harness.claim(who)).toEqual([]);
      // It may have arrived all the same: the channel looks it up.
      expect(await removeAll(who)).toEqual([null]);
      expect(await countRows('outbox', who)).toBe(0);
    });

    it('does not send again what a crash left behind, and has it looked up', async () => {
      const who = aPerson();
      await enqueue(who, 'on its way');
      const { id } = await claimOne(who);
      await remove(who, 'all');
      await harness.driver.query(`update outbox set lease_until = now() - interval '2 minutes'`);

      expect(await harness.claim(who)).toEqual([]);
      expect(await claimRemoval(who)).toMatchObject({ delivery: id, externalId: null, attempt: 1 });
    });

    it('removes one message of a tenant at a time, and comes again after a crash', async () => {
      const [one, other, elsewhere] = [aPerson(), aPerson(), aPerson('slack:T2')];
      for (const who of [one, other, elsewhere]) {
        await send(who, '1.1');
        await remove(who, 'all');
      }
      const first = await claimRemoval();
      const second = await claimRemoval();
      expect(new Set([first?.who.tenant, second?.who.tenant])).toEqual(new Set(['slack:T1', 'slack:T2']));
      expect(await claimRemoval()).toBeNull();
      await harness.driver.query(`update removals set lease_until = now() - interval '1 second'`);
      expect((await claimRemoval(undefined, 'worker-2'))?.attempt).toBeGreaterThan(0);
    });

    it('lets a whole tenant wait where a platform asks for it, and one message after a failure', async () => {
      const [one, other] = [aPerson(), aPerson()];
      for (const who of [one, other]) {
        await send(who, '1.1');
        await remove(who, 'all');
      }
      const claimed = (await claimRemoval()) as Removal;
      await harness.store.settleRemoval(claimed, 'worker-1', { type: 'later', afterMs: MINUTE });
      const next = (await claimRemoval()) as Removal;
      expect(next.who).not.toEqual(claimed.who);
      await harness.store.settleRemoval(next, 'worker-1', { type: 'tenant-waits', afterMs: MINUTE });
      expect(await claimRemoval()).toBeNull();
      await harness.driver.query('update removals set available_at = now()');
      expect([(await claimRemoval(one))?.attempt, await claimRemoval(other)]).toEqual([
        claimed.who.person === one.person ? 2 : 1,
        null,
      ]);
    });

    it('is given up after a week, and with the person', async () => {
      const [old, gone] = [aPerson(), aPerson()];
      for (const who of [old, gone]) {
        await harness.store.turn(who, (turn) => turn.save(aConversation()));
        await send(who, '1.1', '1.2');
        await remove(who, { id: '1.2' });
      }
      await harness.driver.query(
        `update removals set created_at = now() - interval '8 days' where person = $1`,
        [old.person],
      );
      await harness.driver.query(
        `update people set last_seen_at = now() - interval '14 months' where person = $1`,
        [gone.person],
      );
      await harness.store.purge();
      expect([await countRows('removals', old), await countRows('removals', gone)]).toEqual([0, 0]);
      expect([await countRows('outbox', old), await countRows('outbox', gone)]).toEqual([1, 0]);
    });
  });

  describe('deleting a person with their messages', () => {
    it('goes on after the person is gone, and leaves nothing then', async () => {
      const who = aPerson();
      await harness.store.turn(who, (turn) => turn.save(aConversation()));
      await send(who, '1.1');
      await aWeekPasses();
      await send(who, '1.2');
      await enqueue(who, 'on its way', 'never sent');
      const onItsWay = await claimOne(who);
      await harness.store.turn(who, async (turn) => {
        await turn.removeMessages('all');
        await turn.deletePerson();
        await turn.enqueue(anAddress(), [aMessage('Goodbye')]);
      });

      // What is still kept of the message on its way is no text.
      const [left] = await harness.driver.query<{ payload: Uint8Array | null }>(
        `select payload from outbox where delivery = $1::uuid`,
        [onItsWay.id],
      );
      expect(left?.payload).toBeNull();
      expect(
        await harness.store.markOutbox(onItsWay, 'worker-1', { type: 'sent', externalId: '1.3' }, DONE),
      ).toBe(true);
      expect(await removeAll(who)).toEqual(['1.3', '1.2', '1.1']);
      await harness.store.markOutbox(
        await claimOne(who),
        'worker-1',
        { type: 'sent', externalId: '1.4' },
        DONE,
      );
      await harness.store.purge();
      for (const table of ['people', 'outbox', 'attempts', 'posted', 'removals', 'reminders', 'calendars'])
        expect([table, await countRows(table, who)]).toEqual([table, 0]);
    });
  });
}
