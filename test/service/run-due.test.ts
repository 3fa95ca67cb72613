import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Effect } from '../../src/coach/conversation/effect.js';
import { createWords } from '../../src/coach/words.js';
import { createLog } from '../../src/log.js';
import type { PersonKey, Store } from '../../src/service/ports.js';
import { createRunDue, type Fire } from '../../src/service/run-due.js';
import type { Driver } from '../../src/store/driver.js';
import { openStoreOn } from '../../src/store/open-store.js';
import { openPglite } from '../../src/store/pglite.js';
import { aConversation, aMessage, aPerson, aReminder, inMs, MINUTE } from '../contract/samples.js';

const HOUR = 60 * MINUTE;
const log = createLog('silent');

let driver: Driver;
let store: Store;
beforeAll(async () => {
  driver = await openPglite(null);
  store = await openStoreOn(driver, randomBytes(32).toString('hex'), log);
});
beforeEach(async () => {
  for (const table of ['people', 'reminders', 'outbox', 'attempts']) await driver.query(`truncate ${table}`);
});
afterAll(() => store.close());

/** The coach of these tests: keeps a list of what it was asked, and does as it is told for a reminder's id. */
function aCoach(told: Record<string, (asked: Asked) => ReturnType<Fire>> = {}) {
  const asked: Asked[] = [];
  const fire: Fire = (state, { id }, { now, zone, locale, reminders }) => {
    const question = { id, state, now, zone, locale, others: reminders.map((each) => each.id) };
    asked.push(question);
    return (told[id] ?? says())(question);
  };
  return { fire, asked };
}
interface Asked {
  readonly id: string;
  readonly state: unknown;
  readonly now: string;
  readonly zone: string | null;
  readonly locale: string;
  readonly others: readonly string[];
}
const says =
  (...effects: Effect[]) =>
  ({ id, state }: Asked) => ({ state: [...(state as string[]), id], messages: [aMessage(id)], effects });
const remind = (id: string, dueAt: string): Effect => ({ type: 'remind', reminder: aReminder(id), dueAt });

const runWith = ({ fire }: Pick<ReturnType<typeof aCoach>, 'fire'>, more = {}) =>
  createRunDue({ store, fire, wordsFor: (locale) => createWords(locale, {}), owner: 'me', log, ...more });

/** Somebody with reminders due at the times given. */
const somebody = async (due: Record<string, string>): Promise<PersonKey> => {
  const who = aPerson();
  await store.turn(who, async (turn) => {
    await turn.save(aConversation([]));
    for (const [id, at] of Object.entries(due)) await turn.planReminder(aReminder(id), at);
  });
  return who;
};
const stateOf = async (who: PersonKey) => (await store.turn(who, (turn) => turn.load()))?.state;
const pendingOf = async (who: PersonKey) =>
  (await store.turn(who, (turn) => turn.reminders())).map(({ id, dueAt }) => [id, dueAt]);
const statusOf = async (who: PersonKey, id: string) => {
  const [row] = await driver.query<{ status: string }>(
    'select status from reminders where tenant = $1 and person = $2 and id = $3',
    [who.tenant, who.person, id],
  );
  return row?.status;
};
const queuedFor = async (who: PersonKey): Promise<string[]> => {
  const texts: string[] = [];
  for (;;) {
    const claim = {
      from: 'waiting',
      owner: 'reader',
      limit: 1,
      leaseMs: MINUTE,
      channels: ['slack'],
      who,
    } as const;
    const [delivery] = await store.claimOutbox(claim);
    if (!delivery) return texts;
    if (delivery.message.kind === 'text') texts.push(delivery.message.text);
    await store.markOutbox(delivery, 'reader', { type: 'sent', externalId: null }, { type: 'done' });
  }
};
const leasesExpire = () =>
  driver.query(`update reminders set lease_until = now() - interval '1 second' where status = 'claimed'`);

describe('a due reminder', () => {
  it('becomes a message, with its state, and has fired', async () => {
    const coach = aCoach();
    const later = inMs(HOUR);
    const who = await somebody({ due: inMs(-MINUTE), later });

    expect(await runWith(coach).runDue()).toMatchObject({ fired: 1 });

    expect(coach.asked).toMatchObject([
      { id: 'due', state: [], zone: 'Europe/Berlin', locale: 'en-GB', others: ['later'] },
    ]);
    expect(await stateOf(who)).toEqual(['due']);
    expect(await queuedFor(who)).toEqual(['due']);
    expect(await pendingOf(who)).toEqual([['later', later]]);
    expect(await runWith(coach).runDue()).toMatchObject({ fired: 0 });
  });

  it('fires once after an outage of days, not once for each of them', async () => {
    const coach = aCoach();
    await somebody({ due: inMs(-5 * 24 * HOUR) });

    await runWith(coach).runDue();
    await runWith(coach).runDue();

    expect(coach.asked).toHaveLength(1);
  });

  it('that is no longer wanted says nothing', async () => {
    const who = await somebody({ due: inMs(-MINUTE) });

    expect(await runWith(aCoach({ due: () => null })).runDue()).toMatchObject({ unwanted: 1, fired: 0 });
    expect(await queuedFor(who)).toEqual([]);
    expect(await statusOf(who, 'due')).toBe('unwanted');
  });

  it('in quiet hours waits for their end', async () => {
    const morning = inMs(8 * HOUR);
    const who = await somebody({ due: inMs(-MINUTE) });

    expect(await runWith(aCoach({ due: () => ({ putOff: morning }) })).runDue()).toMatchObject({
      'put-off': 1,
    });
    expect(await queuedFor(who)).toEqual([]);
    expect(await pendingOf(who)).toEqual([['due', morning]]);
    expect(await runWith(aCoach()).runDue({ now: morning })).toMatchObject({ fired: 1 });
  });

  it.each<[string, (asked: Asked) => ReturnType<Fire>]>([
    ['puts itself off', ({ now }) => ({ putOff: now })],
    ['plans itself', (asked) => says(remind('due', asked.now))(asked)],
  ])('that %s to no later time fails, for it would flood the person', async (_, told) => {
    const who = await somebody({ due: inMs(-MINUTE) });

    expect(await runWith(aCoach({ due: told })).runDue()).toMatchObject({ failed: 1, fired: 0 });
    expect([await statusOf(who, 'due'), await queuedFor(who)]).toEqual(['claimed', []]);
  });

  it('may plan its next occurrence and forget others in the same turn', async () => {
    const next = inMs(24 * HOUR);
    const effects: Effect[] = [remind('due', next), { type: 'forget-reminder', id: 'other' }];
    const who = await somebody({ due: inMs(-MINUTE), other: inMs(HOUR) });

    expect(await runWith(aCoach({ due: says(...effects) })).runDue()).toMatchObject({ fired: 1 });
    expect(await pendingOf(who)).toEqual([['due', next]]);
  });

  it('that was moved after the claim does nothing', async () => {
    const later = inMs(HOUR);
    const who = await somebody({ due: inMs(-MINUTE) });
    const movedMeanwhile: Store = {
      ...store,
      async claimDue(claim) {
        const claimed = await store.claimDue(claim);
        if (claimed.length > 0) await store.turn(who, (turn) => turn.planReminder(aReminder('due'), later));
        return claimed;
      },
    };

    const run = runWith(aCoach(), { store: movedMeanwhile });
    expect(await run.runDueUntil(who, inMs(0)).then(({ lost, fired }) => ({ lost, fired }))).toEqual({
      lost: 1,
      fired: 0,
    });
    expect([await stateOf(who), await queuedFor(who), await pendingOf(who)]).toEqual([
      [],
      [],
      [['due', later]],
    ]);
  });

  it('of somebody who has left meanwhile says nothing', async () => {
    const who = await somebody({ due: inMs(-MINUTE) });
    const leftMeanwhile: Store = {
      ...store,
      async claimDue(claim) {
        const claimed = await store.claimDue(claim);
        await store.turn(who, (turn) => turn.deletePerson());
        return claimed;
      },
    };

    expect(await runWith(aCoach(), { store: leftMeanwhile }).runDue()).toMatchObject({ lost: 1, fired: 0 });
    expect(await queuedFor(who)).toEqual([]);
  });
});

describe('a reminder that fails', () => {
  const breaks = () => {
    throw new Error('the state cannot be read');
  };

  it('leaves nothing half done, and comes again after its lease', async () => {
    const who = await somebody({ due: inMs(-MINUTE) });
    const broken: Effect = { type: 'remind', reminder: aReminder('next'), dueAt: 'no instant' };

    expect(await runWith(aCoach({ due: says(broken) })).runDue()).toMatchObject({ failed: 1, fired: 0 });
    expect([await stateOf(who), await queuedFor(who)]).toEqual([[], []]);
    expect(await runWith(aCoach()).runDue()).toMatchObject({ fired: 0 });
    await leasesExpire();
    expect(await runWith(aCoach()).runDue()).toMatchObject({ fired: 1 });
  });

  it('is given up after three claims, and the others fire', async () => {
    const who = await somebody({ broken: inMs(-HOUR) });
    for (let n = 0; n < 5; n++) await somebody({ [`fine-${n}`]: inMs(-MINUTE) });
    const coach = aCoach({ broken: breaks });

    expect(await runWith(coach).runDue()).toMatchObject({ fired: 5, failed: 1 });
    await leasesExpire();
    expect(await runWith(coach).runDue()).toMatchObject({ failed: 1 });
    await leasesExpire();
    expect(await runWith(coach).runDue()).toMatchObject({ dead: 1 });
    await leasesExpire();
    expect(await runWith(coach).runDue()).toMatchObject({ dead: 0, failed: 0 });
    expect(await statusOf(who, 'broken')).toBe('dead');
  });

  it('is given up without another try when it has killed three processes', async () => {
    const coach = aCoach();
    await somebody({ deadly: inMs(-MINUTE) });
    for (let n = 0; n < 3; n++) {
      for (const from of ['abandoned', 'waiting'] as const)
        await store.claimDue({ from, owner: 'crashed', limit: 9, leaseMs: MINUTE, now: null });
      await leasesExpire();
    }

    expect(await runWith(coach).runDue()).toMatchObject({ dead: 1 });
    expect(coach.asked).toEqual([]);
  });
});

describe("one person's own clock", () => {
  it('fires what falls due on the way, in order, each at its own time', async () => {
    const coach = aCoach({
      b: says(remind('d', '2030-03-04T09:00:00Z'), remind('e', '2030-03-09T09:00:00Z')),
    });
    const who = await somebody({
      c: '2030-03-05T09:00:00Z',
      a: '2030-03-01T09:00:00Z',
      b: '2030-03-02T09:00:00Z',
    });
    const other = await somebody({ theirs: '2030-03-01T09:00:00Z' });

    const counts = await runWith(coach).runDueUntil(who, '2030-03-08T00:00:00Z');

    expect(counts).toMatchObject({ fired: 4 });
    expect(coach.asked.map(({ id, now }) => [id, now])).toEqual([
      ['a', '2030-03-01T09:00:00Z'],
      ['b', '2030-03-02T09:00:00Z'],
      ['d', '2030-03-04T09:00:00Z'],
      ['c', '2030-03-05T09:00:00Z'],
    ]);
    expect(await pendingOf(who)).toEqual([['e', '2030-03-09T09:00:00Z']]);
    expect(await pendingOf(other)).toHaveLength(1);
  });

  it('comes back to what was put off on the way', async () => {
    const coach = aCoach({
      a: (asked) => (asked.now < '2030-03-01T08:00:00Z' ? { putOff: '2030-03-01T08:00:00Z' } : says()(asked)),
    });
    const who = await somebody({ a: '2030-03-01T02:00:00Z' });

    expect(await runWith(coach).runDueUntil(who, '2030-03-02T00:00:00Z')).toMatchObject({
      'put-off': 1,
      fired: 1,
    });
  });

  it('does not go on for ever with two that plan each other at the same time', async () => {
    const at = '2030-03-01T09:00:00Z';
    const who = await somebody({ a: at });
    const silent = (id: string) => () => ({ state: [], messages: [], effects: [remind(id, at)] });

    const running = runWith(aCoach({ a: silent('b'), b: silent('a') })).runDueUntil(
      who,
      '2030-03-02T00:00:00Z',
    );

    await expect(running).rejects.toThrow('they plan each other');
  });
});

it('claims nothing more once it is stopped', async () => {
  const stop = new AbortController();
  await somebody({ due: inMs(-MINUTE) });
  stop.abort();

  expect(await runWith(aCoach(), { signal: stop.signal }).runDue()).toMatchObject({ fired: 0 });
  expect(await runWith(aCoach()).runDue()).toMatchObject({ fired: 1 });
});
