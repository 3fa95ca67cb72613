import { test } from 'vitest';
import type { Behaviour } from './harness/platforms.js';
import { QUICK } from './harness/replicas.js';
import { row, sized } from './harness/table.js';
import { openWorld, tally } from './harness/world.js';

const MISHAPS: readonly Behaviour[] = ['500', 'cut', 'hang', 'take-and-500', 'take-and-cut', 'take-and-hang'];
/** A post that hangs is given up after 9 or 10 s, and its lease outlasts that. */
const PATIENT = { ...QUICK, messageLeaseMs: 15_000, postMs: 10_500 };

test('429 on 30 % of posts; 5xx, silence and cut lines at each stage', async () => {
  const reminders = sized(60, 2_000);
  const world = await openWorld(PATIENT);
  const { fleet, slack, teams } = world;
  const inSlack = world.people('slack', reminders / 2, sized(40, 100));
  const inTeams = world.people('teams', reminders / 2, sized(40, 100));
  const tenantOf = new Map([...inSlack, ...inTeams].map((one) => [one.conversation, one.who.tenant]));
  await world.promise([...inSlack, ...inTeams]);

  const notBefore = new Map<string, number>();
  const under429 = new Map<string, number>();
  let [throttled, early, mishaps, takenInDoubt] = [0, 0, 0, 0];
  const troubled = new Set<string>();
  for (const platform of [slack, teams])
    platform.behave = ({ to, at }) => {
      const tenant = tenantOf.get(to) ?? '';
      // What was on its way when the tenant was told to wait may still come in, but no second time.
      if (at < (notBefore.get(to) ?? 0)) early++;
      if (Math.random() < 0.3 && (under429.get(to) ?? 0) < 3) {
        const retryAfterS = 1 + Math.floor(Math.random() * sized(2, 20));
        throttled++;
        under429.set(to, (under429.get(to) ?? 0) + 1);
        for (const [conversation, its] of tenantOf)
          if (its === tenant && conversation === to) notBefore.set(conversation, at + retryAfterS * 1_000);
        return { retryAfterS };
      }
      // One mishap a person: where nobody can be asked, a second one ends in "given up", as it must.
      if (Math.random() > 0.3 || troubled.has(to)) return 'take';
      troubled.add(to);
      const mishap = MISHAPS[mishaps++ % MISHAPS.length] ?? 'take';
      if (typeof mishap === 'string' && mishap.startsWith('take')) takenInDoubt += platform === teams ? 1 : 0;
      return mishap;
    };
  await fleet.start(2);
  const left = await world.untilDone();

  const [onSlack, onTeams] = [tally(inSlack, slack), tally(inTeams, teams)];
  const unclassed = await world.count('attempts where outcome is null or finished_at is null');
  const unknowns = await world.count(`attempts where outcome = 'unknown'`);
  await world.close();
  row(`429 on 30 % of posts, and every mishap, ${reminders} reminders`, [
    { what: 'stuck', is: left, exactly: 0 },
    { what: '429 answered', is: throttled, atLeast: 1 },
    { what: 'posts before their Retry-After', is: early, exactly: 0 },
    { what: '5xx, silences and cut lines', is: mishaps, atLeast: MISHAPS.length },
    { what: 'attempts without a class', is: unclassed, exactly: 0 },
    { what: 'classed as unknown', is: unknowns },
    { what: 'lost', is: onSlack.lost + onTeams.lost, exactly: 0 },
    { what: 'duplicates on Slack', is: onSlack.doubled, exactly: 0 },
    { what: 'duplicates on Teams (each in doubt once more)', is: onTeams.doubled, exactly: takenInDoubt },
  ]);
});
