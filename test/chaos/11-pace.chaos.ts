import { test } from 'vitest';
import type { Message } from '../../src/coach/message.js';
import { row, sized } from './harness/table.js';
import { openWorld } from './harness/world.js';

/** Half of the second that Slack asks for: a busy machine moves a post by a little. */
const TOO_SOON_MS = 500;

const MESSAGE: Message = { kind: 'text', key: 'chaos', preview: 'A word', text: 'A word', choices: [] };

test('the pace of a conversation, kept by three replicas together', async () => {
  const [many, each] = [sized(12, 200), sized(4, 20)];
  const world = await openWorld();
  const { fleet, slack } = world;
  slack.latencyMs = 5;
  const people = world.people('slack', many, many);
  const posts = new Map<string, number[]>();
  slack.behave = ({ to, at }) => {
    posts.set(to, [...(posts.get(to) ?? []), at]);
    return 'take';
  };
  await fleet.start(3);
  await world.write(
    people,
    Array.from({ length: each }, () => MESSAGE),
  );
  const left = await world.untilDone();
  const gaps = [...posts.values()].flatMap((times) => times.slice(1).map((at, n) => at - (times[n] ?? 0)));
  const senders = await world.count(
    `(select 1 from (select outbox_id, person, owner from attempts) a
      group by person having count(distinct owner) > 1) as shared`,
  );
  await world.close();
  row(`${each} messages to each of ${many} people, 3 replicas`, [
    { what: 'stuck', is: left, exactly: 0 },
    { what: 'messages', is: gaps.length + posts.size, exactly: many * each },
    { what: 'people written to by several replicas', is: senders },
    {
      what: 'posts half a second after another',
      is: gaps.filter((ms) => ms < TOO_SOON_MS).length,
      exactly: 0,
    },
  ]);
});
