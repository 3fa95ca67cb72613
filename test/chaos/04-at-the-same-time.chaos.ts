import { expect, test } from 'vitest';
import { encodeAction } from '../../src/coach/conversation/action.js';
import type { Replica } from './harness/replicas.js';
import { type Deed, type SlackPerson, slackPerson } from './harness/slack-person.js';
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

test.concurrent('two clicks of one person at once, on two replicas', async () => {
  const seen = await play(CLICKS, sized(25, 5_000), 0, 2);
  row(`${seen.pairs} pairs of clicks at once, 2 replicas`, [
    { what: 'answered with an error', is: seen.errors, exactly: 0 },
    { what: 'deadlocks', is: seen.deadlocks, exactly: 0 },
    {
      what: 'ended as if one had come after the other',
      is: seen.inOrder + seen.swapped,
      exactly: seen.pairs,
    },
  ]);
});

test.concurrent('two messages of one person 5 ms apart, on one replica', async () => {
  const seen = await play(MESSAGES, sized(20, 2_000), 5, 1);
  row(`${seen.pairs} pairs of messages 5 ms apart, 1 replica`, [
    { what: 'answered with an error', is: seen.errors, exactly: 0 },
    { what: 'both answered in order', is: seen.inOrder, exactly: seen.pairs },
  ]);
});

// No platform promises to deliver in order, and no replica can know what another is about to get.
test.concurrent('two messages of one person 5 ms apart, on two replicas', async () => {
  const seen = await play(MESSAGES, sized(20, 2_000), 5, 2);
  row(`${seen.pairs} pairs of messages 5 ms apart, 2 replicas`, [
    { what: 'answered with an error', is: seen.errors, exactly: 0 },
    { what: 'deadlocks', is: seen.deadlocks, exactly: 0 },
    { what: 'both answered, one after the other', is: seen.inOrder + seen.swapped, exactly: seen.pairs },
    { what: 'of them overtaken on the way in', is: seen.swapped },
  ]);
});

/** Plays the pair in both orders first: every pair at once must then read like one of the two. */
async function play(pair: Pair, pairs: number, apartMs: number, replicas: 1 | 2) {
  const world = await openWorld();
  const [one, other = one] = await world.fleet.start(replicas);
  if (!one || !other) throw new Error('replicas were asked for');
  let errors = 0;
  const send = async (deed: Deed, to: Replica): Promise<void> => {
    if ((await deed(to)) !== 200) errors++;
  };

  const [there, back] = [slackPerson(1), slackPerson(2)];
  for (const deed of [pair.before(there), pair.first(there), pair.second(there)]) await send(deed, one);
  for (const deed of [pair.before(back), pair.second(back), pair.first(back)]) await send(deed, one);
  const people = Array.from({ length: pairs }, (_, n) => slackPerson(n + 3));
  await inParallel(8, people, (person) => send(pair.before(person), one));
  await world.untilDone(120_000);
  await inParallel(4, people, async (person, n) => {
    const [near, far] = n % 2 === 0 ? [one, other] : [other, one];
    const first = send(pair.first(person), near);
    if (apartMs > 0) await sleep(apartMs);
    await Promise.all([first, send(pair.second(person), far)]);
  });
  await world.untilDone(120_000);

  const heard = conversations(world);
  const [inOrder, swapped] = [heard(there), heard(back)];
  expect(inOrder).not.toEqual(swapped);
  const ends = people.map(heard);
  const deadlocks = [one, other].filter((replica) => replica.log().includes('deadlock')).length;
  await world.close();
  return {
    pairs,
    errors,
    deadlocks,
    inOrder: ends.filter((end) => end === inOrder).length,
    swapped: ends.filter((end) => end === swapped).length,
  };
}

function conversations({ slack }: World): (person: SlackPerson) => string {
  const texts = new Map<string, string[]>();
  for (const { to, text } of slack.taken) texts.set(to, [...(texts.get(to) ?? []), text]);
  return ({ channel }) => (texts.get(channel) ?? []).join('\n---\n');
}
