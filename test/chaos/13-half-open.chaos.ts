import { test } from 'vitest';
import { openRelay, type Relay } from './harness/relay.js';
import { row, sized } from './harness/table.js';
import { openWorld, type Somebody, tally, until } from './harness/world.js';

test('connections to PostgreSQL that are open and dead', async () => {
  const [times, people] = [sized(1, 5), sized(60, 600)];
  const relays: Relay[] = [];
  const world = await openWorld(undefined, async (url) => {
    const relay = await openRelay(url);
    relays.push(relay);
    return relay.url;
  });
  const { fleet, slack, teams } = world;
  slack.latencyMs = teams.latencyMs = 60;
  const replicas = await fleet.start(2);
  const [inSlack, inTeams]: [Somebody[], Somebody[]] = [[], []];
  let [frozen, slowestMs, left] = [0, 0, 0];
  for (let n = 0; n < times; n++) {
    const groups = { slack: world.people('slack', people, 20), teams: world.people('teams', people, 20) };
    await world.promise([...groups.slack, ...groups.teams]);
    inSlack.push(...groups.slack);
    inTeams.push(...groups.teams);
    await until('the first message', () => tally(groups.slack, slack).lost < people);
    for (const relay of relays) frozen += relay.freeze();
    const from = performance.now();
    left = await world.untilDone();
    slowestMs = Math.max(slowestMs, Math.round(performance.now() - from));
  }
  const [onSlack, onTeams] = [tally(inSlack, slack), tally(inTeams, teams)];
  const alive = replicas.filter((replica) => replica.isRunning()).length;
  await world.close();
  for (const relay of relays) await relay.close();
  row(`connections to PostgreSQL die unnoticed, ${times} times`, [
    { what: 'connections that died', is: frozen, atLeast: times },
    { what: 'replicas still running', is: alive, exactly: replicas.length },
    { what: 'stuck', is: left, exactly: 0 },
    { what: 'slowest until all was delivered, ms', is: slowestMs },
    { what: 'lost', is: onSlack.lost + onTeams.lost, exactly: 0 },
    { what: 'duplicates on Slack', is: onSlack.doubled, exactly: 0 },
    {
      what: 'duplicates on Teams (in flight × times)',
      is: onTeams.doubled,
      atMost: 9 * times * replicas.length,
    },
  ]);
});
