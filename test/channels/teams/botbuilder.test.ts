import { describe, expect, it } from 'vitest';
import { onePost } from '../../../src/channels/teams/botbuilder.js';

type Send = (request: { timeout: number }, next: (request: never) => Promise<unknown>) => Promise<unknown>;

/** The part of the SDK's connector that is reached into. */
function connector() {
  const removed: string[] = [];
  const policies: Send[] = [];
  const pipeline = {
    removePolicy: ({ name }: { name: string }) => removed.push(name),
    addPolicy: ({ sendRequest }: { sendRequest: Send }) => policies.push(sendRequest),
  };
  const send = (request = { timeout: 0 }) => policies[0]?.(request, async () => request);
  return { client: { pipeline }, removed, send };
}

describe('one post', () => {
  it('takes the retries and the redirects out, and sets a time limit', async () => {
    const sdk = connector();
    const post = onePost(sdk, 60_000);
    expect(sdk.removed).toEqual(['defaultRetryPolicy', 'redirectPolicy']);
    expect(post.isBegun()).toBe(false);
    expect(await sdk.send()).toEqual({ timeout: 60_000 });
    expect(post.isBegun()).toBe(true);
    post.done();
  });

  it('is not begun twice, whatever the SDK tries', async () => {
    const sdk = connector();
    const post = onePost(sdk, 60_000);
    await sdk.send();
    await expect(sdk.send()).rejects.toThrow('not started again');
    post.done();
  });

  it('is not begun any more when the token took too long', async () => {
    const sdk = connector();
    const post = onePost(sdk, 1);
    await expect(post.neverBegun).rejects.toThrow('No token came in time');
    await expect(sdk.send()).rejects.toThrow('not started again');
    expect(post.isBegun()).toBe(false);
  });

  it.each([undefined, {}, { client: {} }])('is loud when the SDK has changed (%j)', (changed) => {
    expect(() => onePost(changed, 1)).toThrow('find where its retries went');
  });
});
