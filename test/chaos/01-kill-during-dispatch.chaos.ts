import { test } from 'vitest';
import { row, sized } from './harness/table.js';
import { openWorld, tally, until } from './harness/world.js';

/** Eight that wait, and one that was abandoned. */
const IN_FLIGHT = 9;

test('kill -9 of a random replica while reminders go out', async () => {
  const [kills, reminders] = [sized(2, 100), sized(300, 30_000)];
  const world = await openWorld();
  const { fleet, slack, teams } = world;
  slack.latencyMs = teams.latencyMs = sized(100, 250);
  const inSlack = world.people('slack', reminders / 2, sized(30, 150));
  const inTeams = world.people('teams', reminders / 2, sized(30, 150));
  await world.promise([...inSlack, ...inTeams]);

  await fleet.start(3);
  let killed = 0;
  for (; killed < kills; killed++) {
    // Spread over the messages, not over time: a slow machine gets its kills as well.
    const next = ((killed + Math.random()) * reminders) / (kills + 1);
    await until(`${Math.ceil(next)} messages`, () => slack.taken.length + teams.taken.length >= next);
    await fleet.running[Math.floor(Math.random() * fleet.running.length)]?.kill();
    await fleet.start(1);
  }
  const left = await world.untilDone();

  const onSlack = tally(inSlack, slack);
  const onTeams = tally(inTeams, teams);
  const dead = await world.count(`outbox where status = 'dead'`);
  await world.close();
  row(`kill -9 of a random replica, ${reminders} reminders`, [
    { what: 'kills', is: killed, exactly: kills },
    { what: 'lost on Slack', is: onSlack.lost, exactly: 0 },
    { what: 'lost on Teams', is: onTeams.lost, exactly: 0 },
    { what: 'given up after three kills (arrived, if lost is 0)', is: dead },
    { what: 'stuck', is: left, exactly: 0 },
    { what: 'duplicates on Slack', is: onSlack.doubled, exactly: 0 },
    { what: 'duplicates on Teams (in flight × kills)', is: onTeams.doubled, atMost: IN_FLIGHT * killed },
  ]);
});
