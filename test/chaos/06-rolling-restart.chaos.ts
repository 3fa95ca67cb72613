import { test } from 'vitest';
import { row, sized } from './harness/table.js';
import { openWorld, type Somebody, tally, until } from './harness/world.js';

test('rolling SIGTERM under load', async () => {
  const [restarts, people] = [sized(2, 30), sized(40, 300)];
  const world = await openWorld();
  const { fleet, slack, teams } = world;
  slack.latencyMs = teams.latencyMs = 100;
  await fleet.start(2);
  const [inSlack, inTeams]: [Somebody[], Somebody[]] = [[], []];
  const ends: { code: number | null; ms: number }[] = [];
  for (let n = 0; n < restarts; n++) {
    await fleet.start(1);
    const groups = { slack: world.people('slack', people, 30), teams: world.people('teams', people, 30) };
    await world.promise([...groups.slack, ...groups.teams]);
    inSlack.push(...groups.slack);
    inTeams.push(...groups.teams);
    await until('a message on its way', () => slack.open() + teams.open() > 0);
    const oldest = fleet.running[0];
    if (oldest) ends.push(await oldest.terminate());
  }
  const left = await world.untilDone();
  const [onSlack, onTeams] = [tally(inSlack, slack), tally(inTeams, teams)];
  await world.close();
  row(`rolling SIGTERM while messages are on their way, ${restarts} times`, [
    { what: 'ended', is: ends.length, exactly: restarts },
    { what: 'stuck', is: left, exactly: 0 },
    { what: 'lost', is: onSlack.lost + onTeams.lost, exactly: 0 },
    { what: 'duplicates', is: onSlack.doubled + onTeams.doubled, exactly: 0 },
    { what: 'exits with another code than 0', is: ends.filter(({ code }) => code !== 0).length, exactly: 0 },
    { what: 'slowest exit, ms', is: Math.max(...ends.map(({ ms }) => ms)), atMost: 10_000 },
  ]);
});
