import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/coach/message.js';
import { createLog } from '../../src/log.js';
import { createDeliver } from '../../src/service/deliver.js';
import type { Pacer } from '../../src/service/pacer.js';
import type {
  Channel,
  Delivery,
  Outbox,
  Outcome,
  PersonKey,
  RecentPost,
  Store,
} from '../../src/service/ports.js';
import type { Driver } from '../../src/store/driver.js';
import { openStoreOn } from '../../src/store/open-store.js';
import { openPglite } from '../../src/store/pglite.js';
import { aConversation, aMessage, anAddress, aPerson, aReminder, inMs, MINUTE } from '../contract/samples.js';

const log = createLog('silent');
const UNKNOWN: Outcome = { type: 'unknown', reason: 'timeout' };
const NOT_SENT: Outcome = { type: 'not-sent', reason: 'ECONNREFUSED' };

let driver: Driver;
let store: Store;
beforeAll(async () => {
  driver = await openPglite(null);
  store = await openStoreOn(driver, randomBytes(32).toString('hex'), log);
});
beforeEach(async () => {
  for (const table of ['people', 'reminders', 'outbox', 'attempts', 'pauses'])
    await driver.query(`truncate ${table}`);
});
afterAll(() => store.close());

/** A platform that keeps what is posted. It answers as told, then takes everything. */
function aPlatform({ history = false } = {}) {
  const answers: (Outcome | Error)[] = [];
  const posted: Delivery[] = [];
  const lookedUp: string[] = [];
  const arrived = new Map<string, string>();
  const channel: Channel = {
    name: 'slack',
    async send(delivery) {
      const answer = answers.shift() ?? { type: 'sent', externalId: `ts-${posted.length}` };
      if (answer instanceof Error) throw answer;
      if (answer.type === 'sent' || answer.type === 'unknown') posted.push(delivery);
      return answer;
    },
    ...(history && {
      async find({ id }) {
        lookedUp.push(id);
        return arrived.get(id) ?? null;
      },
    }),
  };
  return { channel, answers, posted, lookedUp, arrived };
}

type Platform = ReturnType<typeof aPlatform>;
const deliverTo = (platform: Platform, more: Partial<Parameters<typeof createDeliver>[0]> = {}) =>
  createDeliver({ outbox: store, channels: [platform.channel], owner: 'me', log, random: () => 1, ...more });

const textOf = (message: Message) =>
  message.kind === 'text' || message.kind === 'reminder' ? message.text : '';
const textsFor = (platform: Platform, { person }: PersonKey) =>
  platform.posted.filter(({ who }) => who.person === person).map(({ message }) => textOf(message));
const enqueue = (who: PersonKey, ...messages: (string | Message)[]) =>
  store.turn(who, (turn) =>
    turn.enqueue(
      anAddress(),
      messages.map((message) => (typeof message === 'string' ? aMessage(message) : message)),
    ),
  );
const timePasses = async () => {
  await driver.query(`update outbox set available_at = now() where status = 'pending'`);
  await driver.query(`update outbox set lease_until = now() - interval '1 second' where status = 'sending'`);
  await driver.query('update pauses set until = now()');
};
/** Another process claims and dies, so many times. */
const crash = async (times: number) => {
  for (let n = 0; n < times; n++) {
    for (const from of ['abandoned', 'waiting'] as const)
      await store.claimOutbox({ from, owner: 'crashed', limit: 99, leaseMs: MINUTE, channels: ['slack'] });
    await timePasses();
  }
};
const statuses = async (who: PersonKey) =>
  (
    await driver.query<{ status: string }>('select status from outbox where person = $1 order by id', [
      who.person,
    ])
  ).map(({ status }) => status);

describe('delivering', () => {
  it('empties the outbox, each person in order', async () => {
    const platform = aPlatform();
    const people = Array.from({ length: 5 }, () => aPerson());
    for (const who of people) await enqueue(who, 'one', 'two', 'three');

    const counts = await deliverTo(platform).deliver();

    expect(counts).toMatchObject({ sent: 15, unmarked: 0 });
    for (const who of people) expect(textsFor(platform, who)).toEqual(['one', 'two', 'three']);
    expect(await deliverTo(platform).deliver()).toMatchObject({ sent: 0 });
  });

  it('keeps the pace of the platform, and gives back what would take too long', async () => {
    const [platform, who, other] = [aPlatform(), aPerson(), aPerson()];
    await enqueue(who, 'soon');
    await enqueue(other, 'much later');
    const asked: string[] = [];
    const pacer: Pacer = {
      reserve: (delivery, now) => {
        asked.push(delivery.who.person);
        return now + (delivery.who.person === who.person ? 20 : 10 * MINUTE);
      },
      hear: () => {},
    };

    expect(await deliverTo(platform, { pacer }).deliver()).toMatchObject({ sent: 1, released: 1 });
    expect(asked.toSorted()).toEqual([who.person, other.person].toSorted());
    expect(textsFor(platform, other)).toEqual([]);
    await timePasses();
    expect(await deliverTo(platform).deliver()).toMatchObject({ sent: 1 });
    expect(platform.posted.at(-1)?.attempt).toBe(1);
  });

  it('keeps back what is to be held, uncounted, and goes on to what is newer', async () => {
    const [platform, who] = [aPlatform(), aPerson()];
    await enqueue(who, 'at night', 'an answer');
    const hold = async ({ message }: Delivery) => (textOf(message) === 'at night' ? MINUTE : 0);

    expect(await deliverTo(platform, { hold }).deliver()).toMatchObject({ sent: 1, released: 1 });
    expect(textsFor(platform, who)).toEqual(['an answer']);
    await timePasses();
    expect(await deliverTo(platform).deliver()).toMatchObject({ sent: 1 });
    expect(platform.posted.at(-1)?.attempt).toBe(1);
  });

  it('sends all the same when nobody can say whether it is to be held', async () => {
    const [platform, who] = [aPlatform(), aPerson()];
    await enqueue(who, 'one');
    const hold = () => Promise.reject(new Error('the state cannot be read'));

    expect(await deliverTo(platform, { hold }).deliver()).toMatchObject({ sent: 1 });
  });

  it('counts what other processes have just sent towards the pace', async () => {
    const [platform, who] = [aPlatform(), aPerson()];
    await enqueue(who, 'from another');
    await deliverTo(platform, { owner: 'another' }).deliver();
    await enqueue(who, 'ours');
    const heard: RecentPost[] = [];
    const pacer: Pacer = { reserve: (_, now) => now, hear: (posts) => void heard.push(...posts) };

    expect(await deliverTo(platform, { pacer }).deliver(who)).toMatchObject({ sent: 1 });
    expect(heard).toMatchObject([{ who, channel: 'slack' }]);
  });

  it('sends to one person alone when asked', async () => {
    const [platform, who, other] = [aPlatform(), aPerson(), aPerson()];
    await enqueue(who, 'one', 'two');
    await enqueue(other, 'later');

    expect(await deliverTo(platform).deliver(who)).toMatchObject({ sent: 2 });
    expect(textsFor(platform, other)).toEqual([]);
  });

  it('sends each message once when several run at the same time', async () => {
    const platform = aPlatform();
    const people = Array.from({ length: 6 }, () => aPerson());
    for (const who of people) await enqueue(who, 'one', 'two');

    const runs = ['a', 'b', 'c'].map((owner) => deliverTo(platform, { owner, concurrency: 2 }).deliver());
    await Promise.all(runs);
    // One that ended early may have left what another still held.
    await deliverTo(platform).deliver();

    for (const who of people) expect(textsFor(platform, who)).toEqual(['one', 'two']);
  });

  it('tries again what did not leave, before anything newer', async () => {
    const [platform, who] = [aPlatform(), aPerson()];
    platform.answers.push(NOT_SENT);
    await enqueue(who, 'one', 'two');

    expect(await deliverTo(platform).deliver()).toMatchObject({ 'not-sent': 1, sent: 0 });
    expect(await deliverTo(platform).deliver()).toMatchObject({ 'not-sent': 0, sent: 0 });
    await timePasses();
    expect(await deliverTo(platform).deliver()).toMatchObject({ sent: 2 });
    expect(textsFor(platform, who)).toEqual(['one', 'two']);
  });

  it('gives up what does not leave in eight attempts, and goes on', async () => {
    const [platform, who] = [aPlatform(), aPerson()];
    platform.answers.push(...Array<Outcome>(8).fill(NOT_SENT));
    await enqueue(who, 'one', 'two');

    for (let attempt = 1; attempt <= 8; attempt++) {
      await deliverTo(platform).deliver();
      await timePasses();
    }

    expect(await statuses(who)).toEqual(['dead', 'done']);
    expect(textsFor(platform, who)).toEqual(['two']);
  });

  it('does not try a refused message again', async () => {
    const [platform, who] = [aPlatform(), aPerson()];
    platform.answers.push({ type: 'refused', reason: 'invalid_blocks', addressDead: false });
    await enqueue(who, 'one', 'two');

    expect(await deliverTo(platform).deliver()).toMatchObject({ refused: 1, sent: 1 });
  });

  it('ends everything for an address that is dead, reminders included', async () => {
    const [platform, who] = [aPlatform(), aPerson()];
    platform.answers.push({ type: 'refused', reason: 'account_inactive', addressDead: true });
    await store.turn(who, async (turn) => {
      await turn.save(aConversation());
      await turn.planReminder(aReminder(), inMs(MINUTE));
    });
    await enqueue(who, 'one', 'two');

    expect(await deliverTo(platform).deliver()).toMatchObject({ refused: 1, sent: 0 });
    expect(await statuses(who)).toEqual(['done', 'dead']);
    expect(await store.turn(who, (turn) => turn.reminders())).toEqual([]);
  });

  it('waits with the whole tenant when told to, however often, without counting', async () => {
    const [platform, who, stranger] = [aPlatform(), aPerson('slack:T1'), aPerson('slack:T2')];
    await enqueue(who, 'one');
    for (let n = 0; n < 12; n++) {
      platform.answers.push({ type: 'throttled', retryAfterMs: 30_000 });
      expect(await deliverTo(platform).deliver()).toMatchObject({ throttled: 1 });
      if (n < 11) await timePasses();
    }
    await enqueue(aPerson('slack:T1'), 'colleague');
    await enqueue(stranger, 'elsewhere');

    expect(await deliverTo(platform).deliver()).toMatchObject({ sent: 1 });
    await timePasses();
    expect(await deliverTo(platform).deliver()).toMatchObject({ sent: 2 });
  });
});

describe('a message in doubt', () => {
  it('is found in the history and not posted again', async () => {
    const [platform, who] = [aPlatform({ history: true }), aPerson()];
    platform.answers.push(UNKNOWN);
    await enqueue(who, 'one');
    await deliverTo(platform).deliver();
    platform.arrived.set(platform.posted[0]?.id ?? '', 'ts-late');
    await timePasses();

    expect(await deliverTo(platform).deliver()).toMatchObject({ found: 1, sent: 0 });
    expect(textsFor(platform, who)).toEqual(['one']);
    expect(await driver.query('select status, external_id from outbox')).toEqual([
      { status: 'done', external_id: 'ts-late' },
    ]);
  });

  it('is posted again, under the same id, when the history does not have it', async () => {
    const [platform, who] = [aPlatform({ history: true }), aPerson()];
    platform.answers.push(UNKNOWN);
    await enqueue(who, 'one');
    await deliverTo(platform).deliver();
    await timePasses();
    await deliverTo(platform).deliver();

    const [first, second] = platform.posted;
    expect(second?.id).toBe(first?.id);
    expect(platform.lookedUp).toEqual([first?.id]);
  });

  it('is not posted while the history cannot be read', async () => {
    const [platform, who] = [aPlatform({ history: true }), aPerson()];
    const channel: Channel = { ...platform.channel, find: () => Promise.reject(new Error('ratelimited')) };
    platform.answers.push(UNKNOWN);
    await enqueue(who, 'one');
    const deliver = deliverTo(platform, { channels: [channel] });
    await deliver.deliver();
    await timePasses();

    expect(await deliver.deliver()).toMatchObject({ sent: 0, 'not-sent': 1 });
    expect(textsFor(platform, who)).toEqual(['one']);
  });

  it('is not looked up when nothing can have arrived', async () => {
    const [platform, who] = [aPlatform({ history: true }), aPerson()];
    platform.answers.push(NOT_SENT, { type: 'throttled', retryAfterMs: 1 });
    await enqueue(who, 'one');
    for (let n = 0; n < 3; n++) {
      await deliverTo(platform).deliver();
      await timePasses();
    }

    expect(textsFor(platform, who)).toEqual(['one']);
    expect(platform.lookedUp).toEqual([]);
  });

  it('without a history goes out once more, and then no more', async () => {
    const [platform, who] = [aPlatform(), aPerson()];
    platform.answers.push(...Array<Outcome>(3).fill(UNKNOWN));
    await enqueue(who, 'one');

    for (let n = 0; n < 4; n++) {
      await deliverTo(platform).deliver();
      await timePasses();
    }

    expect(textsFor(platform, who)).toEqual(['one', 'one']);
    expect(await statuses(who)).toEqual(['dead']);
  });

  it('after a crash goes out where there is no history, since it may never have been posted', async () => {
    const [platform, who] = [aPlatform(), aPerson()];
    await enqueue(who, 'one');
    await crash(1);

    expect(await deliverTo(platform).deliver()).toMatchObject({ sent: 1 });
  });

  it('after a crash is looked up first where there is one', async () => {
    const [platform, who] = [aPlatform({ history: true }), aPerson()];
    await enqueue(who, 'one');
    await crash(1);
    await deliverTo(platform).deliver();

    expect(platform.lookedUp).toHaveLength(1);
    expect(textsFor(platform, who)).toEqual(['one']);
  });
});

describe('a message that breaks the program', () => {
  it('is given up after three times, and the others go out', async () => {
    const [platform, broken] = [aPlatform(), aPerson()];
    await enqueue(broken, 'poison', 'after it');
    const channel: Channel = {
      ...platform.channel,
      send: (delivery) =>
        textOf(delivery.message) === 'poison'
          ? Promise.reject(new TypeError('cannot render'))
          : platform.channel.send(delivery),
    };
    const people = Array.from({ length: 4 }, () => aPerson());
    for (const who of people) await enqueue(who, 'hello');

    const deliver = deliverTo(platform, { channels: [channel], concurrency: 1 });
    expect(await deliver.deliver()).toMatchObject({ broken: 1, sent: 4 });
    await timePasses();
    expect(await deliver.deliver()).toMatchObject({ broken: 1, dead: 0 });
    await timePasses();
    expect(await deliver.deliver()).toMatchObject({ broken: 1, dead: 1, sent: 1 });
    expect(await statuses(broken)).toEqual(['dead', 'done']);
  });

  it('is given up unposted after it has killed three processes', async () => {
    const [platform, who] = [aPlatform(), aPerson()];
    await enqueue(who, 'deadly', 'harmless');
    await crash(3);

    expect(await deliverTo(platform).deliver()).toMatchObject({ dead: 1, sent: 1 });
    expect(textsFor(platform, who)).toEqual(['harmless']);
  });

  it('takes no others along: what was abandoned goes out one at a time', async () => {
    const platform = aPlatform();
    const people = Array.from({ length: 12 }, () => aPerson());
    for (const who of people) await enqueue(who, 'one');
    await crash(1);
    let atOnce = 0;
    let most = 0;
    const channel: Channel = {
      ...platform.channel,
      async send(delivery) {
        most = Math.max(most, ++atOnce);
        await new Promise((resolve) => setImmediate(resolve));
        atOnce--;
        return platform.channel.send(delivery);
      },
    };

    expect(await deliverTo(platform, { channels: [channel] }).deliver()).toMatchObject({ sent: 12 });
    expect(most).toBe(1);
    expect(platform.posted.map(({ doubt }) => doubt?.crashes)).toEqual(people.map(() => 1));
  });
});

describe('around it', () => {
  it('marks again when the database is away for a moment, and posts once', async () => {
    const [platform, who] = [aPlatform(), aPerson()];
    await enqueue(who, 'one');
    let failures = 2;
    const waited: number[] = [];
    const outbox: Outbox = {
      claimOutbox: (claim) => store.claimOutbox(claim),
      recentPosts: (owner) => store.recentPosts(owner),
      markOutbox: (...mark) =>
        failures-- > 0 ? Promise.reject(new Error('ECONNRESET')) : store.markOutbox(...mark),
    };

    const sleep = async (ms: number) => void waited.push(ms);
    expect(await deliverTo(platform, { outbox, sleep }).deliver()).toMatchObject({ sent: 1, unmarked: 0 });
    expect(waited).toEqual([250, 1_000]);
    expect(await statuses(who)).toEqual(['done']);
  });

  it('says so when the mark never succeeds, and the next one has a doubt to look into', async () => {
    const [platform, who] = [aPlatform({ history: true }), aPerson()];
    await enqueue(who, 'one');
    const outbox: Outbox = {
      claimOutbox: (claim) => store.claimOutbox(claim),
      recentPosts: (owner) => store.recentPosts(owner),
      markOutbox: () => Promise.reject(new Error('ECONNRESET')),
    };
    const counts = await deliverTo(platform, { outbox, sleep: async () => undefined }).deliver();
    platform.arrived.set(platform.posted[0]?.id ?? '', 'ts-1');
    await timePasses();

    expect(counts).toMatchObject({ sent: 1, unmarked: 1 });
    expect(await deliverTo(platform).deliver()).toMatchObject({ found: 1, sent: 0 });
  });

  it('rejects when the database does not answer, after what is under way has ended', async () => {
    const [platform, who] = [aPlatform(), aPerson()];
    await enqueue(who, 'one', 'two');
    let claims = 0;
    const outbox: Outbox = {
      claimOutbox: (claim) =>
        claim.from === 'waiting' && claims++ > 0
          ? Promise.reject(new Error('database down'))
          : store.claimOutbox(claim),
      recentPosts: (owner) => store.recentPosts(owner),
      markOutbox: (...mark) => store.markOutbox(...mark),
    };

    await expect(deliverTo(platform, { outbox }).deliver()).rejects.toThrow('database down');
    expect(await statuses(who)).toEqual(['done', 'pending']);
  });

  it('posts nothing more once it is stopped, and gives back what it holds, uncounted', async () => {
    const platform = aPlatform();
    const people = Array.from({ length: 3 }, () => aPerson());
    for (const who of people) await enqueue(who, 'one');
    const stop = new AbortController();
    const channel: Channel = {
      ...platform.channel,
      send(delivery) {
        stop.abort();
        return platform.channel.send(delivery);
      },
    };

    const deliver = deliverTo(platform, { channels: [channel], signal: stop.signal, concurrency: 1 });
    expect(await deliver.deliver()).toMatchObject({ sent: 1, released: 2 });
    expect(await deliver.deliver()).toMatchObject({ sent: 0, released: 0 });
    expect(await deliverTo(platform).deliver()).toMatchObject({ sent: 2 });
    expect(platform.posted.map(({ attempt, doubt }) => [attempt, doubt])).toEqual(
      people.map(() => [1, undefined]),
    );
  });

  it('does not post what its lease may not outlast', async () => {
    const [platform, who] = [aPlatform(), aPerson()];
    await enqueue(who, 'one');
    // Between the claim and the post, most of the lease goes by.
    const clock = [0, 0, 106_000];
    const deliver = deliverTo(platform, { concurrency: 1, monotonicMs: () => clock.shift() ?? 200_000 });

    expect(await deliver.deliver()).toMatchObject({ released: 1, sent: 1 });
    expect(platform.posted).toHaveLength(1);
  });
});
