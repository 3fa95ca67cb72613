import { describe, expect, it } from 'vitest';
import type { DueReminder, PersonKey } from '../../src/service/ports.js';
import type { Harness } from './harness.js';
import { aPerson, aReminder, inMs, MINUTE } from './samples.js';

export function testReminders(harness: Harness): void {
  const { plan, claimDue, claimOneDue, leasesExpire } = harness;

  describe('a reminder', () => {
    it('is listed soonest first, as planned', async () => {
      const who = aPerson();
      await plan(who, 'later', '2027-03-15T13:00:00Z');
      await plan(who, 'sooner', '2027-03-14T13:00:00Z');

      const listed = await harness.store.turn(who, (turn) => turn.reminders());

      expect(listed).toEqual([
        { ...aReminder('sooner'), dueAt: '2027-03-14T13:00:00Z', occurrence: 1 },
        { ...aReminder('later'), dueAt: '2027-03-15T13:00:00Z', occurrence: 1 },
      ]);
    });

    it('moves when planned again, and never uses an occurrence twice', async () => {
      const who = aPerson();
      await plan(who, 'r', '2027-03-14T13:00:00Z');
      await harness.store.turn(who, (turn) =>
        turn.planReminder({ ...aReminder('r'), zone: 'Asia/Tokyo' }, '2027-03-20T13:00:00Z'),
      );
      await harness.store.turn(who, (turn) => turn.forgetReminder('r'));
      expect(await harness.store.turn(who, (turn) => turn.reminders())).toEqual([]);

      await plan(who, 'r', '2027-03-21T13:00:00Z');

      expect(await harness.store.turn(who, (turn) => turn.reminders())).toMatchObject([
        { id: 'r', zone: 'America/New_York', dueAt: '2027-03-21T13:00:00Z', occurrence: 3 },
      ]);
    });

    it('is due by the database clock, or by the clock that is given', async () => {
      const who = aPerson();
      await plan(who, 'past', inMs(-MINUTE));
      await plan(who, 'future', inMs(60 * MINUTE));

      expect((await claimDue()).map(({ reminder }) => reminder.id)).toEqual(['past']);
      expect((await claimDue(who, inMs(61 * MINUTE))).map(({ reminder }) => reminder.id)).toEqual(['future']);
    });

    it('is claimed earliest first, up to the limit, and only of the person asked for', async () => {
      const [who, other] = [aPerson(), aPerson()];
      await plan(who, 'b', inMs(-2 * MINUTE));
      await plan(who, 'a', inMs(-3 * MINUTE));
      await plan(who, 'c', inMs(-MINUTE));
      await plan(other, 'theirs', inMs(-9 * MINUTE));

      const claimed = await harness.store.claimDue({
        from: 'waiting',
        owner: 'w',
        limit: 2,
        leaseMs: MINUTE,
        now: null,
        who,
      });

      expect(claimed.map(({ reminder }) => reminder.id)).toEqual(['a', 'b']);
      expect(claimed[0]).toEqual({
        who,
        attempt: 1,
        reminder: { ...aReminder('a'), dueAt: claimed[0]?.reminder.dueAt, occurrence: 1 },
      });
    });

    it('of one tenant does not wait behind all those of another', async () => {
      for (let n = 0; n < 40; n++) await plan(aPerson('slack:crowd'), 'a', inMs(-60 * MINUTE));
      const few = [aPerson('slack:few-1'), aPerson('slack:few-1'), aPerson('slack:few-2')];
      for (const who of few) await plan(who, 'a', inMs(-MINUTE));
      const claimed: string[][] = [];
      for (;;) {
        const due = await harness.store.claimDue({
          from: 'waiting',
          owner: 'w',
          limit: 6,
          leaseMs: MINUTE,
          now: null,
        });
        if (due.length === 0) break;
        claimed.push(due.map(({ who }) => who.tenant));
      }

      // The first is full of the earliest; from then on each tenant has its share.
      expect(claimed[1]?.toSorted()).toEqual([
        ...['slack:crowd', 'slack:crowd', 'slack:few-1', 'slack:few-1', 'slack:few-2'],
      ]);
      expect(claimed.flat()).toHaveLength(43);
    });

    it('is claimed again only after its lease, and each claim counts', async () => {
      const who = aPerson();
      await plan(who, 'r', inMs(-MINUTE));

      expect((await claimOneDue(who)).attempt).toBe(1);
      expect(await claimDue(who)).toEqual([]);
      await leasesExpire();
      expect((await claimOneDue(who)).attempt).toBe(2);
    });

    it('is still listed while it is claimed, and gone once it has fired', async () => {
      const who = aPerson();
      await plan(who, 'r', inMs(-MINUTE));
      const due = await claimOneDue(who);

      await harness.store.turn(who, async (turn) => {
        expect(await turn.reminders()).toMatchObject([{ id: 'r' }]);
        expect(await harness.store.settleDue(turn, due, 'worker-1', { type: 'fired' })).toBe(true);
        expect(await turn.reminders()).toEqual([]);
      });

      await leasesExpire();
      expect(await claimDue(who)).toEqual([]);
    });

    it.each(['fired', 'unwanted', 'dead'] as const)('ends as %s once', async (type) => {
      const who = aPerson();
      await plan(who, 'r', inMs(-MINUTE));
      const due = await claimOneDue(who);
      const settle = () =>
        harness.store.turn(who, (turn) => harness.store.settleDue(turn, due, 'worker-1', { type }));

      expect([await settle(), await settle()]).toEqual([true, false]);
    });

    it('put off is due at the other instant, with a clean count', async () => {
      const who = aPerson();
      await plan(who, 'r', inMs(-MINUTE));
      const due = await claimOneDue(who);
      const dueAt = inMs(60 * MINUTE);

      const ours = await harness.store.turn(who, (turn) =>
        harness.store.settleDue(turn, due, 'worker-1', { type: 'put-off', dueAt }),
      );

      expect(ours).toBe(true);
      expect(await claimDue(who)).toEqual([]);
      expect(await claimDue(who, dueAt)).toMatchObject([{ attempt: 1, reminder: { dueAt, occurrence: 2 } }]);
    });

    it('is no longer ours once it was moved, forgotten, or claimed by another after the lease', async () => {
      const [moved, forgotten, taken] = [aPerson(), aPerson(), aPerson()];
      for (const who of [moved, forgotten, taken]) await plan(who, 'r', inMs(-MINUTE));
      const due = new Map((await claimDue()).map((each) => [each.who.person, each]));
      const settle = (who: PersonKey) =>
        harness.store.turn(who, (turn) => {
          const claimed = due.get(who.person);
          if (!claimed) throw new Error(`nothing was claimed for ${who.person}`);
          return harness.store.settleDue(turn, claimed, 'worker-1', { type: 'fired' });
        });

      await plan(moved, 'r', inMs(-MINUTE));
      await harness.store.turn(forgotten, (turn) => turn.forgetReminder('r'));
      await harness.driver.query(
        `update reminders set lease_until = now() - interval '1 second' where person = $1`,
        [taken.person],
      );
      expect(await claimDue(taken, null, 'worker-2')).toHaveLength(1);

      expect([await settle(moved), await settle(forgotten), await settle(taken)]).toEqual([
        false,
        false,
        false,
      ]);
    });

    it('claimed again by the same worker answers to the second claim only', async () => {
      const who = aPerson();
      await plan(who, 'r', inMs(-MINUTE));
      const first = await claimOneDue(who);
      await leasesExpire();
      const second = await claimOneDue(who);
      const settle = (due: DueReminder) =>
        harness.store.turn(who, (turn) => harness.store.settleDue(turn, due, 'worker-1', { type: 'fired' }));

      expect([await settle(first), await settle(second)]).toEqual([false, true]);
    });

    it('is still ours after the lease when nobody has taken it over', async () => {
      const who = aPerson();
      await plan(who, 'r', inMs(-MINUTE));
      const due = await claimOneDue(who);
      await leasesExpire();

      expect(
        await harness.store.turn(who, (turn) =>
          harness.store.settleDue(turn, due, 'worker-1', { type: 'fired' }),
        ),
      ).toBe(true);
    });

    it('settles in a turn of its own person only', async () => {
      const who = aPerson();
      await plan(who, 'r', inMs(-MINUTE));
      const due = await claimOneDue(who);

      await expect(
        harness.store.turn(aPerson(), (turn) =>
          harness.store.settleDue(turn, due, 'worker-1', { type: 'fired' }),
        ),
      ).rejects.toThrow(who.person);
    });
  });
}
