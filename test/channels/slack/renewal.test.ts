import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Access, createAccess } from '../../../src/channels/slack/access.js';
import type { SlackConfig } from '../../../src/config.js';
import { createLog } from '../../../src/log.js';
import type { Store } from '../../../src/service/ports.js';
import { openStoreOn } from '../../../src/store/open-store.js';
import { openPglite } from '../../../src/store/pglite.js';
import { CLIENT, type OAuthServer, startOAuthServer } from './oauth-server.js';

/* Tokens that run out. Two processes are two accesses, each with its own memory, on one store. */

const place = { team: 'T0WORK001', enterprise: null };
const HOUR_S = 3_600;

let store: Store;
let slack: OAuthServer;
let logged = '';
beforeAll(async () => {
  store = await openStoreOn(await openPglite(null), randomBytes(32).toString('hex'), createLog('silent'));
});
afterAll(() => store.close());
beforeEach(async () => {
  slack = await startOAuthServer();
  logged = '';
  return () => slack.close();
});

const startProcess = (): Access => {
  const config: SlackConfig = {
    signingSecret: 's',
    botToken: null,
    appToken: null,
    apiUrl: slack.url,
    oauth: { clientId: CLIENT.id, clientSecret: CLIENT.secret, baseUrl: 'https://bowout.example' },
  };
  const write = (line: string) => {
    logged += line;
  };
  return createAccess({ config, installations: store, log: createLog('debug', { write }) });
};
/** A token that the server gave, with so many seconds left. */
async function installed(leftS: number): Promise<void> {
  const { value, refresh } = slack.issueRotating({ team: place.team, expiresIn: 12 * HOUR_S });
  const expiresAt = new Date(Date.now() + leftS * 1000).toISOString();
  const token = { value, refresh, expiresAt };
  await store.addInstallation({ id: place.team, tenant: `slack:${place.team}`, bot: 'U0BOTSELF', token });
}
const exchanges = () => slack.calls.filter(({ method }) => method === 'oauth.v2.access').length;
const kept = async () => (await store.installation([place.team]))?.token;

describe('a token with hours left', () => {
  it('is used as it is', async () => {
    await installed(3 * HOUR_S);
    expect(await startProcess().tokenAt(place)).toBe(slack.tokens[0]);
    expect(exchanges()).toBe(0);
  });
});

describe('a token that runs out within two hours', () => {
  it('is exchanged while it still serves', async () => {
    await installed(HOUR_S);
    const access = startProcess();
    expect(await access.tokenAt(place)).toBe(slack.tokens[0]);
    await vi.waitFor(async () => expect((await kept())?.value).toBe(slack.tokens[1]));
    expect(await access.tokenAt(place)).toBe(slack.tokens[1]);
    const left = Date.parse((await kept())?.expiresAt ?? '') - Date.now();
    expect(Math.round(left / HOUR_S / 1000)).toBe(12);
  });

  it('is exchanged once, by however many turns in however many processes', async () => {
    await installed(HOUR_S);
    const processes = [startProcess(), startProcess()];
    const turns = Array.from({ length: 20 }, (_, n) => processes[n % 2]?.tokenAt(place));
    expect(new Set(await Promise.all(turns))).toEqual(new Set([slack.tokens[0]]));
    await vi.waitFor(async () => expect((await kept())?.value).toBe(slack.tokens[1]));
    await store.renewToken(place.team, async () => null);
    expect([exchanges(), slack.tokens.length]).toEqual([1, 2]);
  });

  it('serves on while Slack is away, which is asked again only after a while', async () => {
    await installed(HOUR_S);
    slack.fail('oauth.v2.access', 'service_unavailable');
    const access = startProcess();
    for (let n = 0; n < 5; n++) expect(await access.tokenAt(place)).toBe(slack.tokens[0]);
    await vi.waitFor(() => expect(logged).toContain('could not be renewed'));
    await access.tokenAt(place);
    expect(exchanges()).toBe(1);
    expect(logged).not.toMatch(/xox/);
  });
});

describe('a token that has run out', () => {
  it('is waited for, once for all', async () => {
    await installed(-10);
    const processes = [startProcess(), startProcess()];
    const tokens = await Promise.all(Array.from({ length: 10 }, (_, n) => processes[n % 2]?.tokenAt(place)));
    expect(new Set(tokens)).toEqual(new Set([slack.tokens[1]]));
    expect(exchanges()).toBe(1);
  });

  it('and cannot be exchanged is an error that says so, and is tried again later', async () => {
    await installed(-10);
    slack.fail('oauth.v2.access', 'invalid_refresh_token');
    const access = startProcess();
    await expect(access.tokenAt(place)).rejects.toThrow('invalid_refresh_token');
    await expect(access.tokenAt(place)).rejects.toThrow('invalid_refresh_token');
    expect(exchanges()).toBe(1);
    expect(logged).toContain('has to add Bowout again');
  });
});
