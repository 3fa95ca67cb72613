import { test } from 'vitest';
import { row, sized } from './harness/table.js';
import { openWorld, sleep, tally } from './harness/world.js';

test('rolling SIGTERM under load', async () => {
  const restarts = sized(2, 30);
  const world = await openWorld();
  const { fleet, slack, teams } = world;
  slack.latencyMs = teams.latencyMs = 100;
  const inSlack = world.people('slack', sized(150, 8_000), 30);
  const inTeams = world.people('teams', sized(150, 8_000), 30);
  await world.promise([...inSlack, ...inTeams]);
  await fleet.start(2);
  const ends: { code: number | null; ms: number }[] = [];
  let underLoad = 0;
  for (let n = 0; n < restarts; n++) {
    await fleet.start(1);
    await sleep(200);
    if (slack.open() + teams.open() > 0) underLoad++;
    const oldest = fleet.running[0];
    if (oldest) ends.push(await oldest.terminate());
  }
  const left = await world.untilDone();
  const [onSlack, onTeams] = [tally(inSlack, slack), tally(inTeams, teams)];
  await world.close();
  row(`rolling SIGTERM, ${restarts} times`, [
    { what: 'of them while messages were on their way', is: underLoad, atLeast: 1 },
    { what: 'stuck', is: left, exactly: 0 },
    { what: 'lost', is: onSlack.lost + onTeams.lost, exactly: 0 },
    { what: 'duplicates', is: onSlack.doubled + onTeams.doubled, exactly: 0 },
    { what: 'exits with another code than 0', is: ends.filter(({ code }) => code !== 0).length, exactly: 0 },
    { what: 'slowest exit, ms', is: Math.max(...ends.map(({ ms }) => ms)), atMost: 10_000 },
  ]);
});
