import { test } from 'vitest';
import type { Message } from '../../src/coach/message.js';
import { QUICK, type Replica } from './harness/replicas.js';
import { row, sized } from './harness/table.js';
import { openWorld, tally, until } from './harness/world.js';

/** A message of a kind that no channel can show, so that it breaks the program each time. */
const POISON = { kind: 'poison', key: 'poison', preview: '', choices: [] } as unknown as Message;

test('poison among the others', async () => {
  const [poisoned, healthy] = [sized(5, 100), sized(95, 9_900)];
  const world = await openWorld();
  const { fleet, slack } = world;
  const sick = world.people('slack', poisoned, 20);
  const well = world.people('slack', healthy, 20);
  await world.write(sick, [POISON]);
  await world.promise(well);
  const replicas = await fleet.start(2);
  const left = await world.untilDone();
  const { lost, doubled } = tally(well, slack);
  const dead = await world.count(`outbox where status = 'dead'`);
  const claims = await world.count(
    `(select outbox_id from attempts group by outbox_id having count(*) = 3) as thrice`,
  );
  const told = await Promise.all(replicas.map(metrics));
  const sum = (name: string) => told.reduce((total, each) => total + (each.get(name) ?? Number.NaN), 0);
  const most = (name: string) => Math.max(...told.map((each) => each.get(name) ?? Number.NaN));
  await world.close();
  row(`${poisoned} poison rows in ${poisoned + healthy}`, [
    { what: 'stuck', is: left, exactly: 0 },
    { what: 'healthy ones lost', is: lost, exactly: 0 },
    { what: 'healthy ones doubled', is: doubled, exactly: 0 },
    { what: 'given up', is: dead, exactly: poisoned },
    { what: 'of them after three claims', is: claims, exactly: poisoned },
    { what: 'posted', is: sick.length - tally(sick, slack).lost, exactly: 0 },
    { what: '/metrics: sent', is: sum('bowout_sends_total{outcome="sent"}'), exactly: healthy },
    { what: '/metrics: broken', is: sum('bowout_sends_total{outcome="broken"}'), exactly: 3 * poisoned },
    { what: '/metrics: given up', is: most('bowout_dead'), exactly: poisoned },
    {
      what: '/metrics: due lag and outbox age, s',
      is: most('bowout_due_lag_seconds') + most('bowout_outbox_age_seconds'),
      exactly: 0,
    },
  ]);
});

test('one tenant with a flood does not hold up fifty small ones', async () => {
  const [flood, small] = [sized(500, 100_000), sized(20, 50)];
  const tickS = 15;
  const world = await openWorld({ ...QUICK, tick: `*/${tickS} * * * * *` });
  const { fleet, slack } = world;
  const big = world.people('slack', flood, 1);
  const few = world
    .people('slack', small * 10, small)
    .map((one) => ({ ...one, who: { ...one.who, tenant: `slack:S${one.who.tenant.slice(7)}` } }));
  await world.promise(big);
  await fleet.start(2);
  // The flood is on its way when the small ones fall due.
  await until('twenty messages of the flood', () => slack.taken.length >= 20);
  await world.promise(few);
  const from = performance.now();
  await until('the small ones', () => tally(few, slack).lost === 0);
  const ms = Math.round(performance.now() - from);
  const left = tally(big, slack).lost;
  await world.close();
  row(`one tenant with ${flood} due, ${small} with ten`, [
    { what: 'of the flood still waiting', is: left, atLeast: 1 },
    { what: 'last of the small ones after, ms (two ticks)', is: ms, atMost: 2_000 * tickS },
  ]);
});

/** What a replica tells Prometheus. */
async function metrics({ url }: Replica): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}
