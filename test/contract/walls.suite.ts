import { describe, expect, it } from 'vitest';
import type { PersonKey } from '../../src/service/ports.js';
import { PersonTurn } from '../../src/store/turn.js';
import type { Harness } from './harness.js';
import { aConversation, aMessage, anAddress, aPerson, aReminder, inMs, MINUTE } from './samples.js';

const TABLES = [
  'people',
  'inbound',
  'arrivals',
  'reminders',
  'outbox',
  'attempts',
  'calendars',
  'posted',
  'removals',
];
const hash = (text: string): string => text.repeat(64).slice(0, 64);

export function testWalls(harness: Harness): void {
  const { countRows, claimOne } = harness;

  const live = async (who: PersonKey, token: string) => {
    await harness.store.announce(who, 'the next event', 1);
    await harness.store.turn(who, async (turn) => {
      await turn.noteInbound('an event');
      await turn.save(aConversation());
      await turn.planReminder(aReminder(), inMs(MINUTE));
      await turn.enqueue(anAddress(), [aMessage('hello')]);
      await turn.openCalendar(token);
    });
    await claimOne(who);
    // Where a message of long ago stands, and one that is to be taken away.
    for (const table of ['posted', 'removals'])
      await harness.driver.query(
        `insert into ${table} (tenant, person, delivery, channel, address, external_id, place)
         values ($1, $2, gen_random_uuid(), 'slack', '{}'::jsonb, '170.1', 0)`,
        [who.tenant, who.person],
      );
  };
  /** A statement as somebody would write it who forgot whose rows are meant. */
  const inTurnOf = <Row extends object>(who: PersonKey, statement: string) =>
    harness.store.turn(who, (turn) => {
      if (!(turn instanceof PersonTurn)) throw new Error('a turn of this store is expected');
      return turn.sql.query<Row>(statement);
    });

  describe('the second wall', () => {
    it('hides all other rows from a statement that forgets the person', async () => {
      const [one, other] = [aPerson(), aPerson('slack:T2')];
      await live(one, hash('a'));
      await live(other, hash('b'));
      for (const table of TABLES)
        expect([table, await inTurnOf(one, `select distinct tenant, person from ${table}`)]).toEqual([
          table,
          [one],
        ]);
    });

    it('hides them also from a person of the same tenant, and from the same id in another tenant', async () => {
      const one = aPerson();
      const namesake = { tenant: 'teams:1', person: one.person };
      await live(one, hash('a'));
      await live(namesake, hash('b'));
      await live(aPerson(), hash('c'));
      expect(await inTurnOf(namesake, 'select distinct tenant, person from people')).toEqual([namesake]);
    });

    it('changes and deletes no other row, and takes none in another name', async () => {
      const [one, other] = [aPerson(), aPerson()];
      await live(one, hash('a'));
      await live(other, hash('b'));
      await inTurnOf(one, `update reminders set status = 'forgotten'`);
      for (const table of [...TABLES].reverse()) await inTurnOf(one, `delete from ${table}`);
      for (const table of TABLES) {
        expect([table, await countRows(table, one)]).toEqual([table, 0]);
        expect([table, await countRows(table, other)]).toEqual([table, 1]);
      }
      const [pending] = await harness.driver.query<{ status: string }>('select status from reminders');
      expect(pending?.status).toBe('pending');
      const forged = `insert into inbound (tenant, person, id) values ('${other.tenant}', '${other.person}', 'x')`;
      await expect(inTurnOf(one, forged)).rejects.toThrow(/row-level security/);
    });

    it('ends with the turn: claims and purges see everybody', async () => {
      const [one, other] = [aPerson(), aPerson()];
      await live(one, hash('a'));
      await live(other, hash('b'));
      expect(await countRows('people', one)).toBe(1);
      await harness.driver.query(`update reminders set due_at = now() - interval '1 second'`);
      expect(await harness.claimDue()).toHaveLength(2);
    });
  });

  describe('a calendar address', () => {
    it('opens one calendar, until another address is made or it is closed', async () => {
      const who = aPerson();
      await live(who, hash('a'));
      expect(await harness.store.personOfCalendar(hash('a'))).toEqual(who);
      await harness.store.turn(who, (turn) => turn.openCalendar(hash('b')));
      expect(await harness.store.personOfCalendar(hash('a'))).toBeNull();
      expect(await harness.store.personOfCalendar(hash('b'))).toEqual(who);
      await harness.store.turn(who, (turn) => turn.closeCalendar());
      expect(await harness.store.personOfCalendar(hash('b'))).toBeNull();
    });

    it('goes with the person', async () => {
      const who = aPerson();
      await live(who, hash('a'));
      await harness.store.turn(who, (turn) => turn.deletePerson());
      expect(await harness.store.personOfCalendar(hash('a'))).toBeNull();
    });
  });

  describe('retention', () => {
    const lastUsed = (who: PersonKey, ago: string) =>
      harness.driver.query(
        `update people set last_seen_at = now() - $3::interval where tenant = $1 and person = $2`,
        [who.tenant, who.person, ago],
      );

    it('deletes everything of a person 13 months after their last use, and nothing of others', async () => {
      const [gone, here] = [aPerson(), aPerson()];
      await live(gone, hash('a'));
      await live(here, hash('b'));
      await lastUsed(gone, '13 months 1 day');
      await lastUsed(here, '12 months 27 days');
      expect(await harness.store.purge()).toMatchObject({ retired: 1 });
      for (const table of TABLES) {
        expect([table, await countRows(table, gone)]).toEqual([table, 0]);
        expect([table, await countRows(table, here)]).toEqual([table, 1]);
      }
    });

    it('counts from what the person did, not from what reached them', async () => {
      const who = aPerson();
      await live(who, hash('a'));
      await lastUsed(who, '14 months');
      // As a reminder does when it fires.
      await harness.store.turn(who, (turn) => turn.save(aConversation('reminded')));
      expect(await harness.store.purge()).toMatchObject({ retired: 1 });
    });

    it('begins anew with each event', async () => {
      const who = aPerson();
      await live(who, hash('a'));
      await lastUsed(who, '14 months');
      await harness.store.turn(who, async (turn) => {
        await turn.noteInbound('a later event');
        await turn.save(aConversation('back again'));
      });
      expect(await harness.store.purge()).toMatchObject({ retired: 0 });
    });
  });
}
