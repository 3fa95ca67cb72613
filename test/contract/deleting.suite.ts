import { describe, expect, it } from 'vitest';
import type { PersonKey } from '../../src/service/ports.js';
import { DONE, type Harness, SENT, texts } from './harness.js';
import { aConversation, aMessage, anAddress, aPerson, aReminder, inMs, MINUTE } from './samples.js';

export function testDeleting(harness: Harness): void {
  const { claimOne, claimOneDue, countRows } = harness;

  describe('deleting a person', () => {
    const tables = ['people', 'reminders', 'outbox', 'attempts', 'inbound'];
    const leave = (who: PersonKey, goodbye: string | null) =>
      harness.store.turn(who, async (turn) => {
        await turn.noteInbound('the request');
        await turn.load();
        await turn.deletePerson();
        if (goodbye !== null) await turn.enqueue(anAddress(), [aMessage(goodbye)]);
      });
    const live = async (who: PersonKey) => {
      await harness.store.turn(who, async (turn) => {
        await turn.noteInbound('an earlier event');
        await turn.save(aConversation());
        await turn.planReminder(aReminder(), inMs(MINUTE));
        await turn.enqueue(anAddress(), [aMessage('sent'), aMessage('queued')]);
      });
      await harness.store.markOutbox(await claimOne(who), 'worker-1', SENT, DONE);
    };

    it('leaves nothing but the id of the request, against its repetition', async () => {
      const [who, other] = [aPerson(), aPerson()];
      await live(who);
      await live(other);

      await leave(who, null);

      const left = await Promise.all(tables.map((table) => countRows(table, who)));
      expect(Object.fromEntries(tables.map((table, n) => [table, left[n]]))).toEqual({
        people: 0,
        reminders: 0,
        outbox: 0,
        attempts: 0,
        inbound: 1,
      });
      expect(await harness.store.turn(who, (turn) => turn.noteInbound('the request'))).toBe(false);
      expect(await harness.store.turn(other, (turn) => turn.load())).toEqual(aConversation());
    });

    it('still delivers the goodbye, and then forgets that too', async () => {
      const who = aPerson();
      await live(who);
      const [before] = await harness.driver.query<{ wrapped_key: Uint8Array }>(
        'select wrapped_key from people',
      );

      await leave(who, 'Goodbye');

      const [after] = await harness.driver.query<{ wrapped_key: Uint8Array }>(
        'select wrapped_key from people',
      );
      expect(Buffer.from(after?.wrapped_key ?? [])).not.toEqual(Buffer.from(before?.wrapped_key ?? []));
      expect(await harness.store.turn(who, (turn) => turn.load())).toBeNull();
      expect(await harness.store.purge()).toMatchObject({ people: 0 });
      const goodbye = await claimOne(who);
      expect(texts([goodbye])).toEqual(['Goodbye']);
      expect(await harness.store.purge()).toMatchObject({ people: 0 });
      await harness.store.markOutbox(goodbye, 'worker-1', SENT, DONE);
      expect(await harness.store.purge()).toMatchObject({ people: 1 });
      for (const table of ['people', 'reminders', 'outbox', 'attempts'])
        expect([table, await countRows(table, who)]).toEqual([table, 0]);
    });

    it('makes the claims of the moment void', async () => {
      const who = aPerson();
      await live(who);
      await harness.driver.query(`update reminders set due_at = now() - interval '1 second'`);
      const [delivery, due] = [await claimOne(who), await claimOneDue(who)];

      await leave(who, null);

      expect(await harness.store.markOutbox(delivery, 'worker-1', SENT, DONE)).toBe(false);
      expect(
        await harness.store.turn(who, (turn) =>
          harness.store.settleDue(turn, due, 'worker-1', { type: 'fired' }),
        ),
      ).toBe(false);
      expect(await countRows('attempts', who)).toBe(0);
    });

    it('lets them start anew, as somebody new', async () => {
      const who = aPerson();
      await live(who);
      await leave(who, 'Goodbye');
      await harness.store.turn(who, (turn) => turn.save(aConversation('new')));
      await harness.store.markOutbox(await claimOne(who), 'worker-1', SENT, DONE);

      expect(await harness.store.purge()).toMatchObject({ people: 0 });
      expect(await harness.store.turn(who, (turn) => turn.load())).toEqual(aConversation('new'));
    });
  });
}
