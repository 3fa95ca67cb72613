import { test } from 'vitest';
import { crashServer } from './harness/server.js';
import { row, sized } from './harness/table.js';
import { openWorld, sleep, tally } from './harness/world.js';

const OUTAGE_MS = 30_000;

test('PostgreSQL crashes and restarts at once, or stays away', async () => {
  const crashes = sized(1, 10);
  const world = await openWorld();
  const { fleet, slack, teams } = world;
  slack.latencyMs = teams.latencyMs = 60;
  const inSlack = world.people('slack', sized(200, 6_000), 20);
  const inTeams = world.people('teams', sized(200, 6_000), 20);
  await world.promise([...inSlack, ...inTeams]);
  const replicas = await fleet.start(2);
  let slowestMs = 0;
  for (let n = 0; n < crashes; n++) {
    await sleep(600);
    // Every second time for 30 s; the short form has time for the quick one alone.
    await crashServer(world.databaseUrl, n % 2 === 0 ? 0 : OUTAGE_MS);
    const from = performance.now();
    for (const { url } of replicas) while ((await readiness(url)) !== 200) await sleep(50);
    slowestMs = Math.max(slowestMs, Math.round(performance.now() - from));
  }
  const doneMs = await world.untilDone(300_000);
  const [onSlack, onTeams] = [tally(inSlack, slack), tally(inTeams, teams)];
  const alive = replicas.filter((replica) => replica.isRunning()).length;
  await world.close();
  row(`PostgreSQL crashes ${crashes} times, every second time for 30 s`, [
    { what: 'replicas still running', is: alive, exactly: replicas.length },
    { what: 'slowest to be ready again, ms', is: slowestMs, atMost: 5_000 },
    { what: 'all done in the end', is: Number.isFinite(doneMs) ? 1 : 0, exactly: 1 },
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
