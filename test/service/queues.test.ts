import { expect, test } from 'vitest';
import { createQueues } from '../../src/service/queues.js';

const anna = { tenant: 'slack:T1', person: 'U1' };
const ben = { tenant: 'slack:T1', person: 'U2' };
const namesake = { tenant: 'slack:T2', person: 'U1' };

/** Work that ends when told, and says when it begins and ends. */
function work(log: string[], name: string) {
  let end = (): void => {};
  const told = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async (): Promise<string> => {
    log.push(`${name} begins`);
    await told;
    log.push(`${name} ends`);
    return name;
  };
  return { run, end: () => end() };
}

test("one person's work is done one after the other, in the order it was asked for", async () => {
  const inOrder = createQueues();
  const log: string[] = [];
  const [one, two, three] = ['one', 'two', 'three'].map((name) => work(log, name)) as [
    ReturnType<typeof work>,
    ReturnType<typeof work>,
    ReturnType<typeof work>,
  ];
  const results = [one, two, three].map(({ run }) => inOrder(anna, run));
  // The later ones are ready first.
  three.end();
  two.end();
  expect(log).toEqual(['one begins']);
  one.end();

  expect(await Promise.all(results)).toEqual(['one', 'two', 'three']);
  expect(log).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends']);
});

test('nobody waits for somebody else, nor for a namesake in another tenant', async () => {
  const inOrder = createQueues();
  const log: string[] = [];
  const held = work(log, 'held');
  const waiting = inOrder(anna, held.run);

  expect(await inOrder(ben, async () => 'ben')).toBe('ben');
  expect(await inOrder(namesake, async () => 'namesake')).toBe('namesake');
  held.end();
  await waiting;
});

test('work that fails tells whoever asked for it, and the next one goes on', async () => {
  const inOrder = createQueues();
  const failing = inOrder(anna, async () => {
    throw new Error('not saved');
  });
  const next = inOrder(anna, async () => 'saved');

  await expect(failing).rejects.toThrow('not saved');
  expect(await next).toBe('saved');
  // Also when nothing is left in the queue.
  expect(await inOrder(anna, async () => 'later')).toBe('later');
});
