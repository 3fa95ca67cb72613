import { describe, expect, it } from 'vitest';
import type { PersonKey } from '../../src/service/ports.js';
import type { Harness } from './harness.js';
import { aConversation, aMessage, anAddress, aPerson, aReminder, inMs, MINUTE } from './samples.js';

export function testConversation(harness: Harness): void {
  const { claim } = harness;

  describe('a conversation', () => {
    it('is null for somebody new, and afterwards what was saved', async () => {
      const who = aPerson();
      const saved = aConversation({ answers: { pay: '61 000 €', note: 'naïve 👋\u0000' }, list: [1, null] });

      expect(await harness.store.turn(who, (turn) => turn.load())).toBeNull();
      await harness.store.turn(who, async (turn) => {
        await turn.load();
        await turn.save(saved);
      });

      expect(await harness.store.turn(who, (turn) => turn.load())).toEqual(saved);
    });

    it('belongs to one person of one tenant', async () => {
      const who = aPerson('slack:T1');
      await harness.store.turn(who, (turn) => turn.save(aConversation()));

      expect(await harness.store.turn({ ...who, tenant: 'slack:T2' }, (turn) => turn.load())).toBeNull();
    });

    it('stays as it was when the turn throws, and the error comes out as it is', async () => {
      const who = aPerson();
      await harness.store.turn(who, (turn) => turn.save(aConversation('before')));
      const failure = new Error('the flow is broken');

      const failing = harness.store.turn(who, async (turn) => {
        await turn.noteInbound('event-1');
        await turn.save(aConversation('after'));
        await turn.planReminder(aReminder(), inMs(0));
        await turn.enqueue(anAddress(), [aMessage('never said')]);
        throw failure;
      });

      await expect(failing).rejects.toBe(failure);
      await harness.store.turn(who, async (turn) => {
        expect(await turn.load()).toEqual(aConversation('before'));
        expect(await turn.reminders()).toEqual([]);
        expect(await turn.noteInbound('event-1')).toBe(true);
      });
      expect(await claim(who)).toEqual([]);
    });

    it('cannot be read in the database, nor can what is on its way', async () => {
      const who = aPerson();
      await harness.store.turn(who, async (turn) => {
        await turn.save(aConversation({ employer: 'Initech' }));
        await turn.enqueue(anAddress(), [aMessage('Initech offers 61 000')]);
      });

      const dump = await harness.driver.query(
        `select p.*, encode(p.state, 'escape') as a, encode(o.payload, 'escape') as b
         from people p join outbox o on o.person = p.person where p.person = $1`,
        [who.person],
      );

      expect(dump).toHaveLength(1);
      expect(JSON.stringify(dump)).not.toContain('Initech');
    });

    it('tells the time by the database', async () => {
      const [clock] = await harness.driver.query<{ now: Date }>('select now() as now');
      const now = await harness.store.turn(aPerson(), async (turn) => turn.now);

      expect(Math.abs(Date.parse(now) - (clock?.now.getTime() ?? 0))).toBeLessThan(MINUTE);
      expect(now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    });
  });

  describe('an inbound event', () => {
    it('is noted once, for each person', async () => {
      const [who, other] = [aPerson(), aPerson()];
      const note = (key: PersonKey) => harness.store.turn(key, (turn) => turn.noteInbound('Ev1'));

      expect([await note(who), await note(who), await note(other)]).toEqual([true, false, true]);
    });

    it('counts for so many seconds where they are given', async () => {
      const who = aPerson();
      const note = (seconds: number) =>
        harness.store.turn(who, (turn) => turn.noteInbound('a mark', seconds));
      expect([await note(60), await note(60)]).toEqual([true, false]);
      await harness.driver.query(`update inbound set noted_at = now() - interval '61 seconds'`);

      expect([await note(90), await note(60), await note(60)]).toEqual([false, true, false]);
    });

    it('is kept for a day, then purged', async () => {
      const who = aPerson();
      await harness.store.turn(who, (turn) => turn.noteInbound('old'));
      await harness.driver.query(`update inbound set noted_at = now() - interval '24 hours 1 minute'`);
      await harness.store.turn(who, (turn) => turn.noteInbound('recent'));
      await harness.driver.query(
        `update inbound set noted_at = now() - interval '23 hours 59 minutes' where id = 'recent'`,
      );

      expect(await harness.store.purge()).toMatchObject({ inbound: 1 });
      expect(await harness.store.turn(who, (turn) => turn.noteInbound('recent'))).toBe(false);
      expect(await harness.store.turn(who, (turn) => turn.noteInbound('old'))).toBe(true);
    });
  });
}
