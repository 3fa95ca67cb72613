import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.js';
import type {
  Delivery,
  DueReminder,
  NextAttempt,
  Outcome,
  PersonKey,
  Store,
} from '../../src/service/ports.js';
import type { Driver } from '../../src/store/driver.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import { openStoreOn } from '../../src/store/open-store.js';
import { aConversation, aMessage, anAddress, aPerson, aReminder, inMs, MINUTE } from './samples.js';

export interface Setup {
  /** A fresh database. `drop` runs after its driver was closed by the store. */
  readonly driver: Driver;
  drop(): Promise<void>;
}

const SENT: Outcome = { type: 'sent', externalId: '171.001' };
const DONE: NextAttempt = { type: 'done' };

/** What every implementation of the store promises, whatever database is below. */
export function testStore(setup: () => Promise<Setup>): void {
  let given: Setup;
  let store: Store;
  /** The database behind the store's back: for looking, and for letting time pass. */
  let driver: Driver;

  beforeAll(async () => {
    given = await setup();
    driver = given.driver;
    store = await openStoreOn(driver, randomBytes(32).toString('hex'), createLog('silent'));
  });
  beforeEach(async () => {
    for (const table of ['people', 'inbound', 'reminders', 'outbox', 'attempts', 'pauses'])
      await driver.query(`truncate ${table}`);
  });
  afterAll(async () => {
    await store.close();
    await given.drop();
  });

  /** What was abandoned, then what waits. */
  const claim = async (who?: PersonKey, owner = 'worker-1'): Promise<Delivery[]> => {
    const params = { owner, limit: 10, leaseMs: MINUTE, channels: ['slack'], ...(who && { who }) } as const;
    const abandoned = await store.claimOutbox({ ...params, from: 'abandoned' });
    return [...abandoned, ...(await store.claimOutbox({ ...params, from: 'waiting' }))];
  };
  const claimOne = async (who: PersonKey, owner = 'worker-1'): Promise<Delivery> => {
    const [delivery, ...rest] = await claim(who, owner);
    expect(rest).toEqual([]);
    if (!delivery) throw new Error('nothing was there to claim');
    return delivery;
  };
  const enqueue = (who: PersonKey, ...texts: string[]) =>
    store.turn(who, (turn) => turn.enqueue(anAddress(), texts.map(aMessage)));
  const plan = (who: PersonKey, id: string, dueAt: string) =>
    store.turn(who, (turn) => turn.planReminder(aReminder(id), dueAt));
  const claimDue = async (who?: PersonKey, now: string | null = null, owner = 'worker-1') => {
    const params = { owner, limit: 10, leaseMs: MINUTE, now, ...(who && { who }) };
    const abandoned = await store.claimDue({ ...params, from: 'abandoned' });
    return [...abandoned, ...(await store.claimDue({ ...params, from: 'waiting' }))];
  };
  const claimOneDue = async (who: PersonKey): Promise<DueReminder> => {
    const [due, ...rest] = await claimDue(who);
    expect(rest).toEqual([]);
    if (!due) throw new Error('nothing was due');
    return due;
  };
  const leasesExpire = async () => {
    await driver.query(
      `update outbox set lease_until = now() - interval '1 second' where status = 'sending'`,
    );
    await driver.query(
      `update reminders set lease_until = now() - interval '1 second' where status = 'claimed'`,
    );
  };
  const retriesComeDue = () =>
    driver.query(`update outbox set available_at = now() where status = 'pending'`);
  const texts = (deliveries: readonly Delivery[]) =>
    deliveries.map(({ message }) => (message.kind === 'text' ? message.text : message.kind));
  const countRows = async (table: string, who: PersonKey): Promise<number> => {
    const [row] = await driver.query<{ n: number }>(
      `select count(*) as n from ${table} where tenant = $1 and person = $2`,
      [who.tenant, who.person],
    );
    return row?.n ?? -1;
  };

  describe('a conversation', () => {
    it('is null for somebody new, and afterwards what was saved', async () => {
      const who = aPerson();
      const saved = aConversation({ answers: { pay: '61 000 €', note: 'naïve 👋\u0000' }, list: [1, null] });

      expect(await store.turn(who, (turn) => turn.load())).toBeNull();
      await store.turn(who, async (turn) => {
        await turn.load();
        await turn.save(saved);
      });

      expect(await store.turn(who, (turn) => turn.load())).toEqual(saved);
    });

    it('belongs to one person of one tenant', async () => {
      const who = aPerson('slack:T1');
      await store.turn(who, (turn) => turn.save(aConversation()));

      expect(await store.turn({ ...who, tenant: 'slack:T2' }, (turn) => turn.load())).toBeNull();
    });

    it('stays as it was when the turn throws, and the error comes out as it is', async () => {
      const who = aPerson();
      await store.turn(who, (turn) => turn.save(aConversation('before')));
      const failure = new Error('the flow is broken');

      const failing = store.turn(who, async (turn) => {
        await turn.noteInbound('event-1');
        await turn.save(aConversation('after'));
        await turn.planReminder(aReminder(), inMs(0));
        await turn.enqueue(anAddress(), [aMessage('never said')]);
        throw failure;
      });

      await expect(failing).rejects.toBe(failure);
      await store.turn(who, async (turn) => {
        expect(await turn.load()).toEqual(aConversation('before'));
        expect(await turn.reminders()).toEqual([]);
        expect(await turn.noteInbound('event-1')).toBe(true);
      });
      expect(await claim(who)).toEqual([]);
    });

    it('cannot be read in the database, nor can what is on its way', async () => {
      const who = aPerson();
      await store.turn(who, async (turn) => {
        await turn.save(aConversation({ employer: 'Initech' }));
        await turn.enqueue(anAddress(), [aMessage('Initech offers 61 000')]);
      });

      const dump = await driver.query(
        `select p.*, encode(p.state, 'escape') as a, encode(o.payload, 'escape') as b
         from people p join outbox o on o.person = p.person where p.person = $1`,
        [who.person],
      );

      expect(dump).toHaveLength(1);
      expect(JSON.stringify(dump)).not.toContain('Initech');
    });

    it('tells the time by the database', async () => {
      const [clock] = await driver.query<{ now: Date }>('select now() as now');
      const now = await store.turn(aPerson(), async (turn) => turn.now);

      expect(Math.abs(Date.parse(now) - (clock?.now.getTime() ?? 0))).toBeLessThan(MINUTE);
      expect(now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    });
  });

  describe('an inbound event', () => {
    it('is noted once, for each person', async () => {
      const [who, other] = [aPerson(), aPerson()];
      const note = (key: PersonKey) => store.turn(key, (turn) => turn.noteInbound('Ev1'));

      expect([await note(who), await note(who), await note(other)]).toEqual([true, false, true]);
    });

    it('is kept for a day, then purged', async () => {
      const who = aPerson();
      await store.turn(who, (turn) => turn.noteInbound('old'));
      await driver.query(`update inbound set noted_at = now() - interval '24 hours 1 minute'`);
      await store.turn(who, (turn) => turn.noteInbound('recent'));
      await driver.query(
        `update inbound set noted_at = now() - interval '23 hours 59 minutes' where id = 'recent'`,
      );

      expect(await store.purge()).toMatchObject({ inbound: 1 });
      expect(await store.turn(who, (turn) => turn.noteInbound('recent'))).toBe(false);
      expect(await store.turn(who, (turn) => turn.noteInbound('old'))).toBe(true);
    });
  });

  describe('a reminder', () => {
    it('is listed soonest first, as planned', async () => {
      const who = aPerson();
      await plan(who, 'later', '2027-03-15T13:00:00Z');
      await plan(who, 'sooner', '2027-03-14T13:00:00Z');

      const listed = await store.turn(who, (turn) => turn.reminders());

      expect(listed).toEqual([
        { ...aReminder('sooner'), dueAt: '2027-03-14T13:00:00Z', occurrence: 1 },
        { ...aReminder('later'), dueAt: '2027-03-15T13:00:00Z', occurrence: 1 },
      ]);
    });

    it('moves when planned again, and never uses an occurrence twice', async () => {
      const who = aPerson();
      await plan(who, 'r', '2027-03-14T13:00:00Z');
      await store.turn(who, (turn) =>
        turn.planReminder({ ...aReminder('r'), zone: 'Asia/Tokyo' }, '2027-03-20T13:00:00Z'),
      );
      await store.turn(who, (turn) => turn.forgetReminder('r'));
      expect(await store.turn(who, (turn) => turn.reminders())).toEqual([]);

      await plan(who, 'r', '2027-03-21T13:00:00Z');

      expect(await store.turn(who, (turn) => turn.reminders())).toMatchObject([
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

      const claimed = await store.claimDue({
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

      await store.turn(who, async (turn) => {
        expect(await turn.reminders()).toMatchObject([{ id: 'r' }]);
        expect(await store.settleDue(turn, due, 'worker-1', { type: 'fired' })).toBe(true);
        expect(await turn.reminders()).toEqual([]);
      });

      await leasesExpire();
      expect(await claimDue(who)).toEqual([]);
    });

    it.each(['fired', 'unwanted', 'dead'] as const)('ends as %s once', async (type) => {
      const who = aPerson();
      await plan(who, 'r', inMs(-MINUTE));
      const due = await claimOneDue(who);
      const settle = () => store.turn(who, (turn) => store.settleDue(turn, due, 'worker-1', { type }));

      expect([await settle(), await settle()]).toEqual([true, false]);
    });

    it('put off is due at the other instant, with a clean count', async () => {
      const who = aPerson();
      await plan(who, 'r', inMs(-MINUTE));
      const due = await claimOneDue(who);
      const dueAt = inMs(60 * MINUTE);

      const ours = await store.turn(who, (turn) =>
        store.settleDue(turn, due, 'worker-1', { type: 'put-off', dueAt }),
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
        store.turn(who, (turn) => {
          const claimed = due.get(who.person);
          if (!claimed) throw new Error(`nothing was claimed for ${who.person}`);
          return store.settleDue(turn, claimed, 'worker-1', { type: 'fired' });
        });

      await plan(moved, 'r', inMs(-MINUTE));
      await store.turn(forgotten, (turn) => turn.forgetReminder('r'));
      await driver.query(`update reminders set lease_until = now() - interval '1 second' where person = $1`, [
        taken.person,
      ]);
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
        store.turn(who, (turn) => store.settleDue(turn, due, 'worker-1', { type: 'fired' }));

      expect([await settle(first), await settle(second)]).toEqual([false, true]);
    });

    it('is still ours after the lease when nobody has taken it over', async () => {
      const who = aPerson();
      await plan(who, 'r', inMs(-MINUTE));
      const due = await claimOneDue(who);
      await leasesExpire();

      expect(await store.turn(who, (turn) => store.settleDue(turn, due, 'worker-1', { type: 'fired' }))).toBe(
        true,
      );
    });

    it('settles in a turn of its own person only', async () => {
      const who = aPerson();
      await plan(who, 'r', inMs(-MINUTE));
      const due = await claimOneDue(who);

      await expect(
        store.turn(aPerson(), (turn) => store.settleDue(turn, due, 'worker-1', { type: 'fired' })),
      ).rejects.toThrow(who.person);
    });
  });

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

      expect(await store.claimOutbox(elsewhere)).toEqual([]);
      expect(await claim()).toEqual([
        { id: expect.any(String), who, address: anAddress(), message: aMessage('Hello'), attempt: 1 },
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
          expect(await store.markOutbox(delivery, 'worker-1', SENT, DONE)).toBe(true);
        }
      expect(heard).toEqual(['one', 'two', 'three']);
    });

    it('keeps the order while the first waits for another attempt', async () => {
      const who = aPerson();
      await enqueue(who, 'one', 'two');
      const first = await claimOne(who);
      const retry = { type: 'retry', afterMs: 30_000, countsAsAttempt: true } as const;
      await store.markOutbox(first, 'worker-1', { type: 'not-sent', reason: 'ECONNREFUSED' }, retry);

      expect(await claim(who)).toEqual([]);
      expect(await claim()).toEqual([]);
      await retriesComeDue();
      expect(await claimOne(who)).toEqual({ ...first, attempt: 2 });
    });

    it('goes on to the next when one is dead', async () => {
      const who = aPerson();
      await enqueue(who, 'one', 'two');
      const refused = { type: 'refused', reason: 'invalid_blocks', addressDead: false } as const;
      await store.markOutbox(await claimOne(who), 'worker-1', refused, { type: 'dead' });

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
      await store.markOutbox(await claimOne(who), 'worker-1', { type: 'not-sent', reason: 'ENOTFOUND' }, now);
      const second = await claimOne(who);
      await store.markOutbox(second, 'worker-1', { type: 'unknown', reason: 'timeout' }, now);

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
      const mark = (delivery: Delivery, owner: string) => store.markOutbox(delivery, owner, SENT, DONE);

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

      expect(await store.markOutbox(delivery, 'worker-1', SENT, DONE)).toBe(true);
      expect(await claim(who)).toEqual([]);
    });

    it('lets a whole tenant wait when the platform says so, uncounted, and nobody else', async () => {
      const [who, colleague, stranger] = [aPerson('slack:T1'), aPerson('slack:T1'), aPerson('slack:T2')];
      await enqueue(who, 'mine');
      const throttled = { type: 'throttled', retryAfterMs: 30_000 } as const;
      const wait = { type: 'retry', afterMs: 30_000, countsAsAttempt: false } as const;
      await store.markOutbox(await claimOne(who), 'worker-1', throttled, wait);
      await enqueue(colleague, 'theirs');
      await enqueue(stranger, 'elsewhere');

      expect(texts(await claim())).toEqual(['elsewhere']);
      expect(await claim(colleague)).toEqual([]);
      await driver.query('update pauses set until = now()');
      await retriesComeDue();
      expect(texts(await claim())).toEqual(['mine', 'theirs']);
      await leasesExpire();
      expect((await claimOne(who)).attempt).toBe(2);
    });

    it('shares between tenants: a crowd does not hold up the few', async () => {
      for (let n = 0; n < 30; n++) await enqueue(aPerson('slack:crowd'), `crowd ${n}`);
      await enqueue(aPerson('slack:few-1'), 'few 1');
      await enqueue(aPerson('slack:few-2'), 'few 2');

      const claimed = texts(
        await store.claimOutbox({
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
      await store.turn(gone, (turn) => turn.save(aConversation()));
      await store.turn(moved, async (turn) => {
        await turn.save({ ...aConversation(), address: anAddress('D2') });
        await turn.enqueue(anAddress('D2'), [aMessage('three')]);
      });

      for (const who of [gone, moved])
        expect(await store.markOutbox(await claimOne(who), 'worker-1', dead, DONE)).toBe(true);

      expect(await claim(gone)).toEqual([]);
      expect(await store.turn(gone, (turn) => turn.reminders())).toEqual([]);
      expect(texts(await claim(moved))).toEqual(['three']);
      expect(await store.turn(moved, (turn) => turn.reminders())).toMatchObject([{ id: 'r' }]);
    });

    it('logs every attempt: when, by whom, how it ended; one that crashed has no end', async () => {
      const who = aPerson();
      await enqueue(who, 'one');
      await claimOne(who, 'worker-1');
      await leasesExpire();
      const retry = { type: 'retry', afterMs: 0, countsAsAttempt: true } as const;
      const second = await claimOne(who, 'worker-2');
      await store.markOutbox(second, 'worker-2', { type: 'unknown', reason: 'timeout' }, retry);
      await store.markOutbox(await claimOne(who, 'worker-2'), 'worker-2', SENT, DONE);

      const log = await driver.query(
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
      await store.turn(who, (turn) => turn.save(aConversation()));
      await enqueue(who, 'one');
      await store.markOutbox(await claimOne(who), 'worker-1', SENT, DONE);

      expect(await driver.query('select payload, external_id from outbox')).toEqual([
        { payload: null, external_id: '171.001' },
      ]);
      expect(await store.purge()).toMatchObject({ messages: 0, attempts: 0 });
      await driver.query(`update outbox set settled_at = now() - interval '8 days'`);
      await driver.query(`update attempts set started_at = now() - interval '8 days'`);
      expect(await store.purge()).toMatchObject({ messages: 1, attempts: 1 });
    });

    it('sets a message aside that cannot be read, and goes on with the others', async () => {
      const [broken, fine] = [aPerson(), aPerson()];
      await enqueue(broken, 'one', 'two');
      await driver.query(
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
      await driver.query(
        'update outbox o set payload = (select payload from outbox s where s.person <> o.person)',
      );

      expect(await claim()).toEqual([]);
    });
  });

  describe('deleting a person', () => {
    const tables = ['people', 'reminders', 'outbox', 'attempts', 'inbound'];
    const leave = (who: PersonKey, goodbye: string | null) =>
      store.turn(who, async (turn) => {
        await turn.noteInbound('the request');
        await turn.load();
        await turn.deletePerson();
        if (goodbye !== null) await turn.enqueue(anAddress(), [aMessage(goodbye)]);
      });
    const live = async (who: PersonKey) => {
      await store.turn(who, async (turn) => {
        await turn.noteInbound('an earlier event');
        await turn.save(aConversation());
        await turn.planReminder(aReminder(), inMs(MINUTE));
        await turn.enqueue(anAddress(), [aMessage('sent'), aMessage('queued')]);
      });
      await store.markOutbox(await claimOne(who), 'worker-1', SENT, DONE);
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
      expect(await store.turn(who, (turn) => turn.noteInbound('the request'))).toBe(false);
      expect(await store.turn(other, (turn) => turn.load())).toEqual(aConversation());
    });

    it('still delivers the goodbye, and then forgets that too', async () => {
      const who = aPerson();
      await live(who);
      const [before] = await driver.query<{ wrapped_key: Uint8Array }>('select wrapped_key from people');

      await leave(who, 'Goodbye');

      const [after] = await driver.query<{ wrapped_key: Uint8Array }>('select wrapped_key from people');
      expect(Buffer.from(after?.wrapped_key ?? [])).not.toEqual(Buffer.from(before?.wrapped_key ?? []));
      expect(await store.turn(who, (turn) => turn.load())).toBeNull();
      expect(await store.purge()).toMatchObject({ people: 0 });
      const goodbye = await claimOne(who);
      expect(texts([goodbye])).toEqual(['Goodbye']);
      expect(await store.purge()).toMatchObject({ people: 0 });
      await store.markOutbox(goodbye, 'worker-1', SENT, DONE);
      expect(await store.purge()).toMatchObject({ people: 1 });
      for (const table of ['people', 'reminders', 'outbox', 'attempts'])
        expect([table, await countRows(table, who)]).toEqual([table, 0]);
    });

    it('makes the claims of the moment void', async () => {
      const who = aPerson();
      await live(who);
      await driver.query(`update reminders set due_at = now() - interval '1 second'`);
      const [delivery, due] = [await claimOne(who), await claimOneDue(who)];

      await leave(who, null);

      expect(await store.markOutbox(delivery, 'worker-1', SENT, DONE)).toBe(false);
      expect(await store.turn(who, (turn) => store.settleDue(turn, due, 'worker-1', { type: 'fired' }))).toBe(
        false,
      );
      expect(await countRows('attempts', who)).toBe(0);
    });

    it('lets them start anew, as somebody new', async () => {
      const who = aPerson();
      await live(who);
      await leave(who, 'Goodbye');
      await store.turn(who, (turn) => turn.save(aConversation('new')));
      await store.markOutbox(await claimOne(who), 'worker-1', SENT, DONE);

      expect(await store.purge()).toMatchObject({ people: 0 });
      expect(await store.turn(who, (turn) => turn.load())).toEqual(aConversation('new'));
    });
  });

  describe('the store itself', () => {
    it('has no problem when it answers and is up to date, and names one otherwise', async () => {
      expect(await store.problem()).toBeNull();
      await driver.query(`insert into migrations (version, name) values (99, '0099_future.sql')`);
      expect(await store.problem()).toContain('migration 99');
      await driver.query('delete from migrations where version = 99');
    });

    it('refuses to be called from inside a turn instead of waiting for itself', async () => {
      const who = aPerson();
      await expect(store.turn(who, () => claim(who))).rejects.toThrow('inside a turn');
      await expect(store.turn(who, () => store.turn(who, (turn) => turn.load()))).rejects.toThrow(
        'inside a turn',
      );
    });

    it('migrates a database again without changing it', async () => {
      const state = () =>
        driver.query(
          `select table_name, column_name, data_type, (select max(applied_at) from migrations) as at
           from information_schema.columns where table_schema = 'public' order by 1, 2`,
        );
      const before = await state();

      expect(await migrate(driver, await readMigrations())).toEqual([]);
      expect(await state()).toEqual(before);
    });

    it('refuses a database that a newer program has migrated, and says what to do', async () => {
      await driver.query(`insert into migrations (version, name) values (99, '0099_future.sql')`);
      const migrating = migrate(driver, await readMigrations());

      await expect(migrating).rejects.toThrow(/migration 99 \(0099_future.sql\).*start the newer Bowout/);
      await driver.query('delete from migrations where version = 99');
    });

    it('takes a failed migration back whole, and can go on once it is mended', async () => {
      const known = await readMigrations();
      const next = (sql: string) => [...known, { version: known.length + 1, name: 'next.sql', sql }];
      const failing = migrate(driver, next('create table extra (id int); create table extra (id int);'));

      await expect(failing).rejects.toThrow('already exists');
      expect(await store.problem()).toBeNull();
      expect(await migrate(driver, next('create table extra (id int);'))).toEqual(['next.sql']);
      await driver.query('drop table extra');
      await driver.query(`delete from migrations where name = 'next.sql'`);
    });

    it('refuses another master key than the one the database was made with', async () => {
      const opening = openStoreOn(driver, randomBytes(32).toString('hex'), createLog('silent'));

      await expect(opening).rejects.toThrow('ENCRYPTION_KEY is not the key this database was made with');
    });

    it('keeps tenant and person on every row of a person', async () => {
      const columns = await driver.query<{ table_name: string; found: number }>(
        `select t.table_name, count(c.column_name) filter (where c.column_name in ('tenant', 'person')) as found
         from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
         where t.table_schema = 'public' and t.table_name not in ('migrations', 'master_keys', 'pauses')
         group by 1 order by 1`,
      );

      expect(columns).toEqual(
        ['attempts', 'inbound', 'outbox', 'people', 'reminders'].map((table_name) => ({
          table_name,
          found: 2,
        })),
      );
    });
  });
}
