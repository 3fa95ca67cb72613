import { test } from 'vitest';
import { QUICK } from './harness/replicas.js';
import { row, sized } from './harness/table.js';
import { openWorld, type Somebody, tally, until } from './harness/world.js';

const HELD_MS = 1_000;

test('kill -9 between post and mark', async () => {
  const kills = sized(1, 50);
  const world = await openWorld({ ...QUICK, messageLeaseMs: 2_500, postMs: 1_200 });
  const { fleet, slack, teams } = world;
  let left = 0;
  const cut = { slack: 0, teams: 0 };
  const people: Record<'slack' | 'teams', Somebody[]> = { slack: [], teams: [] };
  for (let n = 0; n < kills; n++) {
    const groups = { slack: world.people('slack', 4, 2), teams: world.people('teams', 4, 2) };
    await world.promise([...groups.slack, ...groups.teams]);
    // The platforms have the messages, and their answers are still on the way.
    slack.latencyMs = teams.latencyMs = HELD_MS;
    const [replica] = await fleet.start(1);
    await until(
      'a post to each platform',
      () => groups.slack.some(taken('slack')) && groups.teams.some(taken('teams')),
    );
    await replica?.kill();
    for (const on of ['slack', 'teams'] as const) {
      cut[on] += groups[on].filter(taken(on)).length;
      people[on].push(...groups[on]);
    }
    slack.latencyMs = teams.latencyMs = 5;
    await fleet.start(1);
    left += await world.untilDone();
    await fleet.stop();
  }
  const [onSlack, onTeams] = [tally(people.slack, slack), tally(people.teams, teams)];
  await world.close();
  row('kill -9 between post and mark', [
    { what: 'kills', is: kills, exactly: kills },
    { what: 'marks cut off on Slack', is: cut.slack, atLeast: kills },
    { what: 'marks cut off on Teams', is: cut.teams, atLeast: kills },
    { what: 'stuck', is: left, exactly: 0 },
    { what: 'lost', is: onSlack.lost + onTeams.lost, exactly: 0 },
    { what: 'duplicates on Slack (each is looked up)', is: onSlack.doubled, exactly: 0 },
    { what: 'duplicates on Teams (each once more)', is: onTeams.doubled, exactly: cut.teams },
    { what: 'most copies of one message on Teams', is: Math.max(...teams.received.values()), exactly: 2 },
  ]);

  function taken(on: 'slack' | 'teams') {
    return ({ conversation }: Somebody) => world[on].received.has(conversation);
  }
});
