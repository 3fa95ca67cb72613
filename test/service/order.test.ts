import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.js';
import { createHandle } from '../../src/service/handle.js';
import type { Handle, PersonKey, Store, Whereabouts } from '../../src/service/ports.js';
import { openStoreOn } from '../../src/store/open-store.js';
import { openPglite } from '../../src/store/pglite.js';
import { createWordsFor } from '../../src/templates.js';

const FIRST = 1_795_161_600_000_100;
const SECOND = FIRST + 5_000;

let store: Store;
beforeAll(async () => {
  store = await openStoreOn(await openPglite(null), randomBytes(32).toString('hex'), createLog('silent'));
});
afterAll(() => store.close());

let people = 0;
let who: PersonKey;
let answered: string[];
beforeEach(() => {
  people += 1;
  who = { tenant: 'slack:T1', person: `U${people}` };
  answered = [];
});

/** A replica: what it keeps in memory is its own, the store is everybody's. */
const replica = (settleMs: number): Handle =>
  createHandle({
    turns: store,
    wordsFor: createWordsFor(),
    clock: () => null,
    committed: () => {},
    settleMs,
  });

async function says(
  to: Handle,
  id: string,
  doneAt: number | null,
  whereabouts?: Promise<Whereabouts>,
): Promise<void> {
  const inbound = {
    id,
    who,
    address: { channel: 'slack', to: { team: 'T1', user: who.person } },
    input: { type: 'text', text: id },
    zone: null,
    locale: null,
    ...(doneAt !== null && { doneAt }),
  } as const;
  expect(await to(inbound, whereabouts)).toBe('handled');
  answered.push(id);
}

describe('two messages of one person, a few milliseconds apart,', () => {
  test('are answered in the order they were sent when they reach two replicas the other way round', async () => {
    const settleMs = 400;
    const second = says(replica(settleMs), 'second', SECOND);
    await says(replica(settleMs), 'first', FIRST);
    await second;

    expect(answered).toEqual(['first', 'second']);
  });

  test('are so too when the first waits for something else, and no place in the order is lost by it', async () => {
    let found = (_: Whereabouts): void => {};
    const asking = new Promise<Whereabouts>((resolve) => {
      found = resolve;
    });
    const first = says(replica(0), 'first', FIRST, asking);
    const second = says(replica(100), 'second', SECOND);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(answered).toEqual([]);
    found({ zone: 'Europe/Berlin', locale: 'de-DE' });
    await Promise.all([first, second]);

    expect(answered).toEqual(['first', 'second']);
    const zone = await store.turn(who, async (turn) => (await turn.load())?.zone);
    expect(zone).toBe('Europe/Berlin');
  });

  test('are so too in one replica, where the second came first and holds the queue', async () => {
    const one = replica(50);
    const second = says(one, 'second', SECOND);
    const first = says(one, 'first', FIRST);
    await Promise.all([first, second]);

    expect(answered).toEqual(['first', 'second']);
  });

  test('do not wait for one that never comes', async () => {
    await store.announce(who, 'lost with its replica', FIRST);
    await says(replica(0), 'second', SECOND);

    expect(answered).toEqual(['second']);
  });

  test('are answered as they come where the platform does not say when they were sent', async () => {
    const one = replica(60_000);
    await Promise.all([says(one, 'a', null), says(one, 'b', null), says(one, 'c', null)]);

    expect(answered).toEqual(['a', 'b', 'c']);
  });
});
