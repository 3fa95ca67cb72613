import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeAction } from '../../src/coach/conversation/action.js';
import type { Replica } from './harness/replicas.js';
import { type Deed, type SlackPerson, sent, slackPerson, wasRefused } from './harness/slack-person.js';
import { row, sized } from './harness/table.js';
import { inParallel, openWorld, sleep, type World } from './harness/world.js';

/** What a person does first, and then the two things at once. */
interface Pair {
  readonly before: (person: SlackPerson) => Deed;
  readonly first: (person: SlackPerson) => Deed;
  readonly second: (person: SlackPerson) => Deed;
}

const CLICKS: Pair = {
  before: ({ writes }) => writes('hello'),
  first: ({ clicks }) => clicks(encodeAction({ do: 'start', flow: 'offer' })),
  second: ({ clicks }) => clicks(encodeAction({ do: 'start', flow: 'invited' })),
};

const MESSAGES: Pair = {
  before: ({ writes }) => writes('hello'),
  first: ({ writes }) => writes('I got an offer from Acme'),
  second: ({ writes }) => writes('help'),
};

let world: World;
let replicas: readonly [Replica, Replica];
beforeAll(async () => {
  world = await openWorld();
  const [one, other] = await world.fleet.start(2);
  if (!one || !other) throw new Error('two replicas were asked for');
  replicas = [one, other];
  await keepArrivals();
});
afterAll(() => world.close());

test('two clicks of one person at once, on two replicas', async () => {
  const seen = await play(CLICKS, sized(25, 5_000), 0, replicas);
  row(`${seen.pairs} pairs of clicks at once, 2 replicas`, [
    { what: 'of them with one not acknowledged in time', is: seen.late },
    { what: 'never acknowledged', is: seen.refused, exactly: 0 },
    { what: 'deadlocks', is: seen.deadlocks, exactly: 0 },
    { what: 'as if one had come after the other', is: seen.inOrder + seen.swapped, exactly: seen.pairs },
  ]);
});

test('two messages of one person 5 ms apart, on one replica', async () => {
  const seen = await play(MESSAGES, sized(20, 2_000), 5, [replicas[0], replicas[0]]);
  row(`${seen.pairs} pairs of messages 5 ms apart, 1 replica`, [
    { what: 'of them with one not acknowledged in time', is: seen.late },
    { what: 'never acknowledged', is: seen.refused, exactly: 0 },
    { what: 'both answered, one after the other', is: seen.inOrder + seen.swapped, exactly: seen.pairs },
    { what: 'of them overtaken though it had arrived', is: seen.overtaken, exactly: 0 },
    { what: 'both answered in order', is: seen.inOrder, atLeast: seen.pairs - seen.late },
  ]);
});

test('two messages of one person 5 ms apart, on two replicas', async () => {
  const seen = await play(MESSAGES, sized(20, 2_000), 5, replicas);
  row(`${seen.pairs} pairs of messages 5 ms apart, 2 replicas`, [
    { what: 'of them with one not acknowledged in time', is: seen.late },
    { what: 'never acknowledged', is: seen.refused, exactly: 0 },
    { what: 'deadlocks', is: seen.deadlocks, exactly: 0 },
    { what: 'both answered, one after the other', is: seen.inOrder + seen.swapped, exactly: seen.pairs },
    { what: 'of them overtaken though it had arrived', is: seen.overtaken, exactly: 0 },
    // No demand: a machine that is busy with other things looks at a request when the other's turn is long over.
    { what: 'of them arrived when the other was answered', is: seen.swapped - seen.overtaken },
  ]);
});

/** Plays the pair in both orders first: every pair at once must then read like one of the two. */
async function play(pair: Pair, pairs: number, apartMs: number, [one, other]: readonly [Replica, Replica]) {
  let refused = 0;
  /** Those of whom something was not acknowledged at first: its place in the order is where Slack sent it again. */
  const late = new Set<SlackPerson>();
  const send = async (deed: Deed, to: Replica, person: SlackPerson): Promise<void> => {
    const failures = await sent(deed, to);
    if (failures > 0) late.add(person);
    if (wasRefused(failures)) refused++;
  };

  const [there, back] = [slackPerson(), slackPerson()];
  for (const deed of [pair.before(there), pair.first(there), pair.second(there)])
    await send(deed, one, there);
  for (const deed of [pair.before(back), pair.second(back), pair.first(back)]) await send(deed, one, back);
  const people = Array.from({ length: pairs }, () => slackPerson());
  await inParallel(8, people, (person) => send(pair.before(person), one, person));
  await world.untilDone();
  await inParallel(4, people, async (person, n) => {
    const [near, far] = n % 2 === 0 ? [one, other] : [other, one];
    const first = send(pair.first(person), near, person);
    if (apartMs > 0) await sleep(apartMs);
    await Promise.all([first, send(pair.second(person), far, person)]);
  });
  await world.untilDone();

  const heard = conversations();
  const [inOrder, swapped] = [heard(there), heard(back)];
  expect(inOrder).not.toEqual(swapped);
  const wrong = people.filter((person) => heard(person) === swapped);
  const inTime = await arrivedInTime();
  return {
    pairs,
    late: late.size,
    refused,
    deadlocks: replicas.filter((replica) => replica.log().includes('deadlock')).length,
    inOrder: people.filter((person) => heard(person) === inOrder).length,
    swapped: wrong.length,
    overtaken: wrong.filter((person) => inTime.has(person.user) && !late.has(person)).length,
  };
}

function conversations(): (person: SlackPerson) => string {
  const texts = new Map<string, string[]>();
  for (const { to, text } of world.slack.taken) texts.set(to, [...(texts.get(to) ?? []), text]);
  return ({ channel }) => (texts.get(channel) ?? []).join('\n---\n');
}

/** The program forgets what it has handled; this remembers when each event had arrived. */
async function keepArrivals(): Promise<void> {
  await world.sql.query('create table arrived (person text, id text, at timestamptz)');
  await world.sql.query(`
    create function keep_arrival() returns trigger language plpgsql as $$ begin
      insert into arrived values (new.person, new.id, clock_timestamp()); return new;
    end $$`);
  await world.sql.query(
    'create trigger keep_arrival after insert on arrivals for each row execute function keep_arrival()',
  );
}

/**
 * Whose last event but one had arrived before the turn of the last one began: long enough for its commit to be seen,
 * and not so long that its announcement counts no more.
 */
async function arrivedInTime(): Promise<ReadonlySet<string>> {
  const rows = await world.sql.query<{ person: string }>(`
    select person from (
      select person, at, lead(noted_at) over w as next_turn, row_number() over (partition by person order by id desc) as n
      from arrived join inbound using (person, id) window w as (partition by person order by id)
    ) as events where n = 2
      and at between next_turn - interval '2 seconds' and next_turn - interval '20 milliseconds'`);
  return new Set(rows.map(({ person }) => person));
}
