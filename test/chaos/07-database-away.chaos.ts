import { test } from 'vitest';
import { crashServer } from './harness/server.js';
import { row, sized } from './harness/table.js';
import { openWorld, type Somebody, tally, until } from './harness/world.js';

const OUTAGE_MS = 30_000;

test('PostgreSQL crashes and restarts at once, or stays away', async () => {
  // The short form has time for one of each.
  const crashes = sized(2, 10);
  const people = sized(60, 600);
  const world = await openWorld();
  const { fleet, slack, teams } = world;
  slack.latencyMs = teams.latencyMs = 60;
  const replicas = await fleet.start(2);
  const [inSlack, inTeams]: [Somebody[], Somebody[]] = [[], []];
  let slowestMs = 0;
  for (let n = 0; n < crashes; n++) {
    const groups = { slack: world.people('slack', people, 20), teams: world.people('teams', people, 20) };
    await world.promise([...groups.slack, ...groups.teams]);
    inSlack.push(...groups.slack);
    inTeams.push(...groups.teams);
    // Some have arrived, and the others are to come.
    await until('the first message', () => tally(groups.slack, slack).lost < people);
    await crashServer(world.databaseUrl, n % 2 === 0 ? 0 : OUTAGE_MS);
    const from = performance.now();
    for (const { url } of replicas)
      await until('a ready replica', async () => (await readiness(url)) === 200);
    slowestMs = Math.max(slowestMs, Math.round(performance.now() - from));
  }
  const left = await world.untilDone();
  const [onSlack, onTeams] = [tally(inSlack, slack), tally(inTeams, teams)];
  const alive = replicas.filter((replica) => replica.isRunning()).length;
  await world.close();
  row(`PostgreSQL crashes ${crashes} times, every second time for 30 s`, [
    { what: 'replicas still running', is: alive, exactly: replicas.length },
    { what: 'slowest to be ready again, ms', is: slowestMs, atMost: 5_000 },
    { what: 'stuck', is: left, exactly: 0 },
    { what: 'lost', is: onSlack.lost + onTeams.lost, exactly: 0 },
    { what: 'duplicates on Slack', is: onSlack.doubled, exactly: 0 },
    {
      what: 'duplicates on Teams (in flight × crashes)',
      is: onTeams.doubled,
      atMost: 9 * crashes * replicas.length,
    },
  ]);
});

async function readiness(url: string): Promise<number> {
  const response = await fetch(`${url}/readyz`);
  await response.arrayBuffer();
  return response.status;
}
