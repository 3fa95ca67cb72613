import { test } from 'vitest';
import type { Replica } from './harness/replicas.js';
import { sent, slackPerson, wasRefused } from './harness/slack-person.js';
import { row, sized } from './harness/table.js';
import { inParallel, openWorld } from './harness/world.js';

const TIMES = 4;

test('every event four times, shuffled, on three replicas', async () => {
  const events = sized(100, 10_000);
  const world = await openWorld();
  const { fleet, slack } = world;
  const replicas = await fleet.start(3);
  const people = Array.from({ length: events }, () => slackPerson());
  const deeds = people.map(({ writes }) => writes('I got an offer from Acme'));
  const deliveries = shuffled(deeds.flatMap((deed) => Array.from({ length: TIMES }, () => deed)));

  let [late, refused] = [0, 0];
  await inParallel(24, deliveries, async (deed, n) => {
    const failures = await sent(deed, replicas[n % replicas.length] as Replica);
    late += failures;
    if (wasRefused(failures)) refused++;
  });
  const left = await world.untilDone();

  const replies = people.map(({ channel }) => slack.received.get(channel) ?? 0);
  const each = Math.min(...replies);
  const noted = await world.count('inbound');
  const saved = await world.count('people where state is not null');
  await world.close();
  row(`${events} events ${TIMES} times each, shuffled, 3 replicas`, [
    { what: 'deliveries not acknowledged in time', is: late },
    { what: 'of them still not after three retries', is: refused, exactly: 0 },
    { what: 'events noted', is: noted, exactly: events },
    { what: 'state changes', is: saved, exactly: events },
    { what: 'stuck', is: left, exactly: 0 },
    { what: 'people with no reply', is: replies.filter((n) => n === 0).length, exactly: 0 },
    { what: 'people with more than one reply', is: replies.filter((n) => n > each).length, exactly: 0 },
    { what: 'messages in a reply', is: each },
  ]);
});

function shuffled<T>(all: readonly T[]): T[] {
  return all
    .map((one) => ({ one, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
