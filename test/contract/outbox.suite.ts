import { describe, expect, it } from 'vitest';
import type { Delivery, Outcome } from '../../src/service/ports.js';
import { DONE, type Harness, SENT, texts } from './harness.js';
import { aConversation, aMessage, anAddress, aPerson, inMs, MINUTE } from './samples.js';

export function testOutbox(harness: Harness): void {
  const { claim, claimOne, enqueue, plan, leasesExpire, retriesComeDue } = harness;

  describe('the outbox', () => {
    it('gives a message back as it was put in, to its channel only', async () => {
      const who = aPerson();
      await enqueue(who, 'Hello');
      const elsewhere = {
        from: 'waiting',
        owner: 'w',
        limit: 9,
        leaseMs: MINUTE,
        channels: ['teams', 'web'],
      } as const;

      expect(await harness.store.claimOutbox(elsewhere)).toEqual([]);
      expect(await claim()).toEqual([
        {
          id: expect.any(String),
          who,
          address: anAddress(),
          message: aMessage('Hello'),
          attempt: 1,
          waitedMs: expect.any(Number),
        },
      ]);
    });

    it('gives one message a person, the next one only when that is done', async () => {
      const [who, other] = [aPerson(), aPerson()];
      await enqueue(who, 'one', 'two');
      await enqueue(other, 'their one');
      await enqueue(who, 'three');

      expect(texts(await claim())).toEqual(['one', 'their one']);
      expect(await claim()).toEqual([]);
      const heard: string[] = [];
      await leasesExpire();
      for (let open = await claim(who); open.length > 0; open = await claim(who))
        for (const delivery of open) {
          heard.push(...texts([delivery]));
          expect(await harness.store.markOutbox(delivery, 'worker-1', SENT, DONE)).toBe(true);
        }
      expect(heard).toEqual(['one', 'two', 'three']);
    });

    it('keeps the order while the first waits for another attempt', async () => {
      const who = aPerson();
      await enqueue(who, 'one', 'two');
      const first = await claimOne(who);
      const retry = { type: 'retry', afterMs: 30_000, countsAsAttempt: true } as const;
      await harness.store.markOutbox(first, 'worker-1', { type: 'not-sent', reason: 'ECONNREFUSED' }, retry);

      expect(await claim(who)).toEqual([]);
      expect(await claim()).toEqual([]);
      await retriesComeDue();
      expect(await claimOne(who)).toEqual({ ...first, attempt: 2, waitedMs: expect.any(Number) });
    });

    it('lets newer ones pass one that is held, and gives it again when its time has come', async () => {
      const who = aPerson();
      await enqueue(who, 'reminder', 'answer');
      const reminder = await claimOne(who);
      const hold = { type: 'retry', afterMs: MINUTE, countsAsAttempt: false, held: true } as const;
      await harness.store.markOutbox(reminder, 'worker-1', { type: 'not-sent', reason: 'released' }, hold);

      const answer = await claimOne(who);
      expect(texts([answer])).toEqual(['answer']);
      await harness.store.markOutbox(answer, 'worker-1', SENT, DONE);
      expect(await claim(who)).toEqual([]);
      await enqueue(who, 'later');
      await retriesComeDue();
      expect(await claimOne(who)).toMatchObject({ id: reminder.id, attempt: 1 });
    });

    it('says how long a message has waited', async () => {
      const who = aPerson();
      await enqueue(who, 'one');
      await harness.driver.query(`update outbox set available_at = now() - interval '1 hour'`);

      const { waitedMs } = await claimOne(who);
      expect(Math.round((waitedMs ?? 0) / MINUTE)).toBe(60);
    });

    it('goes on to the next when one is dead', async () => {
      const who = aPerson();
      await enqueue(who, 'one', 'two');
      const refused = { type: 'refused', reason: 'invalid_blocks', addressDead: false } as const;
      await harness.store.markOutbox(await claimOne(who), 'worker-1', refused, { type: 'dead' });

      expect(texts(await claim(who))).toEqual(['two']);
    });

    it('gives an abandoned message again, with the doubt that it may have arrived', async () => {
      const who = aPerson();
      await enqueue(who, 'one');
      const first = await claimOne(who);
      await leasesExpire();

      const second = await claimOne(who, 'worker-2');
      expect(second).toMatchObject({ id: first.id, attempt: 2, doubt: { crashes: 1 } });
      await leasesExpire();
      const third = await claimOne(who);

      expect(third).toMatchObject({ attempt: 3, doubt: { crashes: 2, since: second.doubt?.since } });
    });

    it('carries the doubt of an unknown outcome, and none of a definite one', async () => {
      const who = aPerson();
      await enqueue(who, 'one');
      const now = { type: 'retry', afterMs: 0, countsAsAttempt: true } as const;
      await harness.store.markOutbox(
        await claimOne(who),
        'worker-1',
        { type: 'not-sent', reason: 'ENOTFOUND' },
        now,
      );
      const second = await claimOne(who);
      await harness.store.markOutbox(second, 'worker-1', { type: 'unknown', reason: 'timeout' }, now);

      expect(second.doubt).toBeUndefined();
      expect((await claimOne(who)).doubt).toEqual({
        crashes: 0,
        since: expect.stringMatching(/^\d{4}-.*:\d\dZ$/),
      });
    });

    it('takes a mark once, and only of the claim that is in force', async () => {
      const who = aPerson();
      await enqueue(who, 'one');
      const first = await claimOne(who, 'worker-1');
      await leasesExpire();
      const second = await claimOne(who, 'worker-2');
      const mark = (delivery: Delivery, owner: string) =>
        harness.store.markOutbox(delivery, owner, SENT, DONE);

      expect(await mark(first, 'worker-1')).toBe(false);
      expect(await mark(first, 'worker-2')).toBe(false);
      expect(await mark(second, 'worker-1')).toBe(false);
      expect(await mark({ ...second, who: aPerson() }, 'worker-2')).toBe(false);
      expect(await mark(second, 'worker-2')).toBe(true);
      expect(await mark(second, 'worker-2')).toBe(false);
    });

    it('takes a mark after the lease when nobody has taken over, for the message did go out', async () => {
      const who = aPerson();
      await enqueue(who, 'one');
      const delivery = await claimOne(who);
      await leasesExpire();

      expect(await harness.store.markOutbox(delivery, 'worker-1', SENT, DONE)).toBe(true);
      expect(await claim(who)).toEqual([]);
    });

    it('lets a whole tenant wait when the platform says so, uncounted, and nobody else', async () => {
      const [who, colleague, stranger] = [aPerson('slack:T1'), aPerson('slack:T1'), aPerson('slack:T2')];
      await enqueue(who, 'mine');
      const throttled = { type: 'throttled', retryAfterMs: 30_000 } as const;
      const wait = { type: 'retry', afterMs: 30_000, countsAsAttempt: false } as const;
      await harness.store.markOutbox(await claimOne(who), 'worker-1', throttled, wait);
      await enqueue(colleague, 'theirs');
      await enqueue(stranger, 'elsewhere');

      expect(texts(await claim())).toEqual(['elsewhere']);
      expect(await claim(colleague)).toEqual([]);
      await harness.driver.query('update pauses set until = now()');
      await retriesComeDue();
      expect(texts(await claim())).toEqual(['mine', 'theirs']);
      await leasesExpire();
      expect((await claimOne(who)).attempt).toBe(2);
    });

    it('tells what other processes have sent in the last two seconds', async () => {
      const [who, other] = [aPerson('slack:T1'), aPerson('slack:T2')];
      await enqueue(who, 'mine', 'later');
      await enqueue(other, 'theirs');
      const recent = (owner: string) => harness.store.recentPosts(owner);
      const mine = await claimOne(who);
      const theirs = await claimOne(other, 'worker-2');
      expect(await recent('worker-3')).toEqual([]);
      await harness.store.markOutbox(mine, 'worker-1', SENT, DONE);
      await harness.store.markOutbox(theirs, 'worker-2', SENT, DONE);

      expect(await recent('worker-2')).toMatchObject([{ who, channel: 'slack' }]);
      expect((await recent('worker-3')).map(({ who }) => who.tenant)).toEqual(['slack:T2', 'slack:T1']);
      await harness.driver.query(
        `update outbox set settled_at = now() - interval '3 seconds' where person = $1`,
        [who.person],
      );
      expect(await recent('worker-2')).toEqual([]);
    });

    it('shares between tenants: a crowd does not hold up the few', async () => {
      for (let n = 0; n < 30; n++) await enqueue(aPerson('slack:crowd'), `crowd ${n}`);
      await enqueue(aPerson('slack:few-1'), 'few 1');
      await enqueue(aPerson('slack:few-2'), 'few 2');

      const claimed = texts(
        await harness.store.claimOutbox({
          from: 'waiting',
          owner: 'w',
          limit: 6,
          leaseMs: MINUTE,
          channels: ['slack'],
        }),
      );

      expect(claimed).toEqual(['crowd 0', 'crowd 1', 'few 1', 'few 2']);
    });

    it('stops what was planned for a dead address, and nothing of those who moved', async () => {
      const [gone, moved] = [aPerson(), aPerson()];
      const dead: Outcome = { type: 'refused', reason: 'account_inactive', addressDead: true };
      for (const who of [gone, moved]) {
        await enqueue(who, 'one', 'two');
        await plan(who, 'r', inMs(60 * MINUTE));
      }
      await harness.store.turn(gone, (turn) => turn.save(aConversation()));
      await harness.store.turn(moved, async (turn) => {
        await turn.save({ ...aConversation(), address: anAddress('D2') });
        await turn.enqueue(anAddress('D2'), [aMessage('three')]);
      });

      for (const who of [gone, moved])
        expect(await harness.store.markOutbox(await claimOne(who), 'worker-1', dead, DONE)).toBe(true);

      expect(await claim(gone)).toEqual([]);
      expect(await harness.store.turn(gone, (turn) => turn.reminders())).toEqual([]);
      expect(texts(await claim(moved))).toEqual(['three']);
      expect(await harness.store.turn(moved, (turn) => turn.reminders())).toMatchObject([{ id: 'r' }]);
    });

    it('plans the reminders again once somebody who could not be reached writes', async () => {
      const who = aPerson();
      await enqueue(who, 'one');
      for (const id of ['ahead', 'over', 'forgotten']) await plan(who, id, inMs(60 * MINUTE));
      await plan(who, 'passed', inMs(-MINUTE));
      await harness.store.turn(who, async (turn) => {
        await turn.noteInbound('e1');
        await turn.forgetReminder('forgotten');
        await turn.save(aConversation());
      });
      const [over] = (await harness.claimDue(who, inMs(61 * MINUTE))).filter(
        ({ reminder }) => reminder.id === 'over',
      );
      if (!over) throw new Error('nothing was due');
      await harness.store.turn(who, (turn) =>
        harness.store.settleDue(turn, over, 'worker-1', { type: 'fired' }),
      );
      const blocked: Outcome = { type: 'refused', reason: 'not_in_channel', addressDead: true };
      await harness.store.markOutbox(await claimOne(who), 'worker-1', blocked, DONE);
      const planned = () => harness.store.turn(who, (turn) => turn.reminders());

      // A reminder that fires, or an old event that comes again, is no sign of the person.
      await harness.store.turn(who, (turn) => turn.save(aConversation()));
      await harness.store.turn(who, (turn) => turn.noteInbound('e1'));
      expect(await planned()).toEqual([]);
      expect(await harness.claimDue(who, inMs(61 * MINUTE))).toEqual([]);

      const seen = await harness.store.turn(who, async (turn) => {
        await turn.noteInbound('e2');
        return turn.reminders();
      });

      expect(seen.map(({ id, occurrence }) => [id, occurrence])).toEqual([
        ['passed', 2],
        ['ahead', 2],
      ]);
      expect(await planned()).toEqual(seen);
      // Those whose time has passed are due at once, with a clean count.
      expect(await harness.claimDue(who)).toMatchObject([{ attempt: 1, reminder: { id: 'passed' } }]);
    });

    it('logs every attempt: when, by whom, how it ended; one that crashed has no end', async () => {
      const who = aPerson();
      await enqueue(who, 'one');
      await claimOne(who, 'worker-1');
      await leasesExpire();
      const retry = { type: 'retry', afterMs: 0, countsAsAttempt: true } as const;
      const second = await claimOne(who, 'worker-2');
      await harness.store.markOutbox(second, 'worker-2', { type: 'unknown', reason: 'timeout' }, retry);
      await harness.store.markOutbox(await claimOne(who, 'worker-2'), 'worker-2', SENT, DONE);

      const log = await harness.driver.query(
        `select n, owner, finished_at >= started_at as ended, outcome, reason, external_id
         from attempts where tenant = $1 and person = $2 order by id`,
        [who.tenant, who.person],
      );

      const end = { outcome: null, reason: null, external_id: null };
      expect(log).toEqual([
        { ...end, n: 1, owner: 'worker-1', ended: null },
        { ...end, n: 2, owner: 'worker-2', ended: true, outcome: 'unknown', reason: 'timeout' },
        { ...end, n: 3, owner: 'worker-2', ended: true, outcome: 'sent', external_id: '171.001' },
      ]);
    });

    it('forgets the text of what was sent at once, and the rest after a week', async () => {
      const who = aPerson();
      await harness.store.turn(who, (turn) => turn.save(aConversation()));
      await enqueue(who, 'one');
      await harness.store.markOutbox(await claimOne(who), 'worker-1', SENT, DONE);

      expect(await harness.driver.query('select payload, external_id from outbox')).toEqual([
        { payload: null, external_id: '171.001' },
      ]);
      expect(await harness.store.purge()).toMatchObject({ messages: 0, attempts: 0 });
      await harness.driver.query(`update outbox set settled_at = now() - interval '8 days'`);
      await harness.driver.query(`update attempts set started_at = now() - interval '8 days'`);
      expect(await harness.store.purge()).toMatchObject({ messages: 1, attempts: 1 });
    });

    it('sets a message aside that cannot be read, and goes on with the others', async () => {
      const [broken, fine] = [aPerson(), aPerson()];
      await enqueue(broken, 'one', 'two');
      await harness.driver.query(
        `update outbox set payload = '\\x00'::bytea where id = (select min(id) from outbox where person = $1)`,
        [broken.person],
      );
      await enqueue(fine, 'hello');

      expect(texts(await claim())).toEqual(['hello']);
      await leasesExpire();
      expect(await claim(broken)).toEqual([]);
      await leasesExpire();
      // Its third claim was the last: the next message is free in the same breath.
      expect(texts(await claim(broken))).toEqual(['two']);
    });

    it('refuses bytes that were moved to another row or another person', async () => {
      const [who, other] = [aPerson(), aPerson()];
      await enqueue(who, 'mine');
      await enqueue(other, 'theirs');
      await harness.driver.query(
        'update outbox o set payload = (select payload from outbox s where s.person <> o.person)',
      );

      expect(await claim()).toEqual([]);
    });
  });
}
