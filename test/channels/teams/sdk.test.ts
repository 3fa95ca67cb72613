import { readdirSync, readFileSync } from 'node:fs';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, TurnContext } from 'botbuilder';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createConnector, createVerify } from '../../../src/channels/teams/botbuilder.js';
import type { TeamsAddress } from '../../../src/channels/teams/guards.js';
import { createTeams } from '../../../src/channels/teams/teams.js';
import type { TeamsConfig } from '../../../src/config.js';
import { createLog } from '../../../src/log.js';
import { loadWords } from '../../../src/templates.js';
import { type Connector, startConnector } from './connector.js';

const TENANT = '11111111-2222-4333-8444-555555555555';
const azure: TeamsConfig = {
  mode: 'azure',
  appId: '00000000-0000-4000-8000-000000000000',
  appPassword: 'made up',
  appTenantId: TENANT,
  tenants: [TENANT],
};
const createPost = (config: TeamsConfig, timeoutMs: number) => createConnector(config, timeoutMs).post;
const hello = { type: 'message', summary: 'A note', text: 'Hello', textFormat: 'xml' } as const;

let connector: Connector;
let address: TeamsAddress;
beforeAll(async () => {
  connector = await startConnector();
  address = {
    tenantId: TENANT,
    aadObjectId: 'o1',
    userMri: '29:user',
    conversationId: 'a:conversation',
    serviceUrl: connector.url,
    botMri: '28:bot',
  };
});
afterAll(() => connector.close());
afterEach(() => {
  vi.restoreAllMocks();
  connector.posted.length = 0;
});

/** Stands in for login.microsoftonline.com, which no test may depend on; everything else is the real thing. */
function authority(answer: (url: URL) => Response | undefined): URL[] {
  const asked: URL[] = [];
  const real = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.hostname !== 'login.microsoftonline.com') return real(input, init);
    asked.push(url);
    return answer(url) ?? new Response('{}', { status: 404 });
  });
  return asked;
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const root = `https://login.microsoftonline.com/${TENANT}`;
const documents = (url: URL): Response | undefined => {
  if (url.pathname.endsWith('/openid-configuration'))
    return json({
      issuer: `${root}/v2.0`,
      authorization_endpoint: `${root}/oauth2/v2.0/authorize`,
      token_endpoint: `${root}/oauth2/v2.0/token`,
      jwks_uri: `${root}/discovery/v2.0/keys`,
    });
  return undefined;
};

describe('the SDK under the newer versions of its parts (package.json, overrides)', () => {
  it('loads and constructs every class that is used', () => {
    expect(() => new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))).not.toThrow();
    expect(() => createPost(azure, 1_000)).not.toThrow();
    expect(() => createVerify(azure)).not.toThrow();
    expect(typeof TurnContext.prototype.sendActivity).toBe('function');
  });

  it('are the versions that were tried: one of each', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { version: string }>;
    };
    const installed = (name: string) =>
      Object.entries(lock.packages)
        .filter(([path]) => path.endsWith(`node_modules/${name}`))
        .map(([, { version }]) => Number(version.split('.')[0]));
    expect({ msal: installed('@azure/msal-node'), uuid: installed('uuid') }).toEqual({
      msal: [5],
      uuid: [11],
    });
  });

  it('fetches a token once, and posts with it', async () => {
    const asked = authority(
      (url) =>
        documents(url) ??
        (url.pathname.endsWith('/token')
          ? json({ token_type: 'Bearer', expires_in: 3_599, access_token: 'the-token' })
          : undefined),
    );
    const post = createPost(azure, 5_000);
    expect(await post(address, hello)).toMatchObject({ type: 'sent' });
    expect(await post(address, hello)).toMatchObject({ type: 'sent' });
    expect(connector.authorizations.slice(-2)).toEqual(['Bearer the-token', 'Bearer the-token']);
    expect(asked.filter(({ pathname }) => pathname.endsWith('/token'))).toHaveLength(1);
  });

  it('posts nothing without a token, and says that nothing was sent', async () => {
    authority(
      (url) => documents(url) ?? json({ error: 'invalid_client', error_description: 'wrong secret' }, 401),
    );
    expect(await createPost({ ...azure, appId: TENANT }, 5_000)(address, hello)).toMatchObject({
      type: 'not-sent',
    });
    expect(connector.posted).toEqual([]);
  });
});

describe("a failure inside the SDK's turn", () => {
  /** A connector such as a later SDK might make. */
  const changed = () =>
    vi
      .spyOn(ConfigurationBotFrameworkAuthentication.prototype, 'createConnectorFactory')
      .mockReturnValue({ create: async () => ({}) } as never);

  it('comes out as an error, never as a message that was sent', async () => {
    changed();
    await expect(createPost({ mode: 'local' }, 1_000)(address, hello)).rejects.toThrow(
      'find where its retries went',
    );
  });

  it('stands in the log when it befalls a passing note, which never throws', async () => {
    changed();
    const lines: string[] = [];
    const log = createLog('warn', { write: (line) => void lines.push(line) });
    const teams = createTeams({ mode: 'local' }, { words: loadWords('en'), log });
    await teams.say(address, hello);
    expect(lines.join('')).toContain('a passing note did not arrive');
  });

  it('before anything was requested means that nothing was sent', async () => {
    vi.spyOn(TurnContext.prototype, 'sendActivity').mockRejectedValue(new Error('the SDK broke'));
    expect(await createPost({ mode: 'local' }, 1_000)(address, hello)).toEqual({
      type: 'not-sent',
      reason: 'Error',
    });
  });
});

describe('replacing the SDK', () => {
  const source = readFileSync('src/channels/teams/botbuilder.ts', 'utf8');
  const docs = readFileSync('docs/teams.md', 'utf8');
  const named = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name ?? '');

  it('touches one file and its tests', () => {
    const importers = ['src', 'test'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.m?[jt]s$/.test(file) && !file.includes('node_modules'))
        .map((file) => `${folder}/${file}`)
        .filter((file) => /from '(botbuilder|botframework)[^']*'/.test(readFileSync(file, 'utf8'))),
    );
    expect(importers).toEqual(['src/channels/teams/botbuilder.ts', 'test/channels/teams/sdk.test.ts']);
  });

  it('replaces what the documentation lists, and nothing else', () => {
    const imported = /import \{ ([^}]+) \} from 'botbuilder'/.exec(source)?.[1] ?? '';
    const names = imported.split(', ').map((name) => name.replace('type ', ''));
    expect(names).toEqual(['CloudAdapter', 'ConfigurationBotFrameworkAuthentication', 'TurnContext']);
    const calls = new Set([
      ...named(source, /\bauthentication\.(\w+)\(/g),
      ...named(source, /\badapter\.(\w+)/g),
      ...named(source, /\bcontext\.(\w+)/g),
      ...named(source, /\bpipeline\.(\w+)\(/g),
    ]);
    expect(calls.size).toBeGreaterThan(6);
    for (const name of [...names, ...calls]) expect(docs).toContain(name);
  });
});
