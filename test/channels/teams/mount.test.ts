import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import express from 'express';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Issuer } from '../../../src/channels/teams/botbuilder.js';
import { mountTeams } from '../../../src/channels/teams/mount.js';
import { PATIENCE, type Patience } from '../../../src/channels/teams/patience.js';
import type { OutgoingActivity } from '../../../src/channels/teams/render.js';
import type { TeamsConfig } from '../../../src/config.js';
import { createLog } from '../../../src/log.js';
import type { Handle, Inbound } from '../../../src/service/ports.js';
import { loadWords } from '../../../src/templates.js';
import { lintCard } from './card-lint.js';
import { labels, type Node, readable } from './card-view.js';
import { listen, stop } from './connector.js';
import { event } from './fixtures.js';

const TENANT = '11111111-2222-4333-8444-555555555555';
const APP = '00000000-0000-4000-8000-000000000000';
const azure: TeamsConfig = {
  mode: 'azure',
  appId: APP,
  appPassword: 'made up',
  appTenantId: TENANT,
  tenants: [TENANT],
};
const SERVICE = 'https://smba.trafficmanager.net/emea/';

const servers: Server[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(servers.splice(0).map(stop));
});

interface Bot {
  readonly handled: Inbound[];
  readonly said: OutgoingActivity[];
  readonly log: string[];
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
}

async function start(
  config: TeamsConfig,
  handle?: Handle,
  { issuer, patience }: { issuer?: Issuer; patience?: Patience } = {},
): Promise<Bot> {
  const handled: Inbound[] = [];
  const said: OutgoingActivity[] = [];
  const log: string[] = [];
  const record: Handle = async (inbound) => {
    handled.push(inbound);
    return 'handled';
  };
  const app = express();
  mountTeams(app, {
    config,
    words: loadWords('en'),
    handle: handle ?? record,
    say: async (_to, activity) => void said.push(activity),
    log: createLog('trace', { write: (line) => void log.push(line) }),
    ...(issuer ? { issuer } : {}),
    ...(patience ? { patience } : {}),
  });
  const server = createServer(app);
  servers.push(server);
  const url = await listen(server);
  return {
    handled,
    said,
    log,
    post: (body, headers = {}) =>
      fetch(`${url}api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}

const local = { mode: 'local' } as const;

describe('an event', () => {
  it('is answered only after it was saved', async () => {
    let saved = (): void => {};
    const saving = new Promise<void>((resolve) => {
      saved = resolve;
    });
    const asked: string[] = [];
    const bot = await start(local, async () => {
      asked.push('handle');
      await saving;
      asked.push('saved');
      return 'handled';
    });
    const answer = bot.post(event('message')).then(({ status }) => asked.push(`answered ${status}`));
    await vi.waitFor(() => expect(asked).toEqual(['handle']));
    saved();
    await answer;
    expect(asked).toEqual(['handle', 'saved', 'answered 200']);
  });

  it('is answered with 500 when it was not saved, so that Teams sends it again', async () => {
    let broken = true;
    const bot = await start(local, async () => {
      if (broken) throw new Error('the database said no to "I got an offer from Acme"');
      return 'handled';
    });
    const first = await bot.post(event('message'));
    expect([first.status, await first.text()]).toEqual([500, '']);
    broken = false;
    expect((await bot.post(event('message'))).status).toBe(200);
    expect(bot.log.join('')).not.toContain('Acme');
  });

  it('is answered alike when it comes again', async () => {
    const bot = await start(local, async () => 'repeated');
    expect((await bot.post(event('message'))).status).toBe(200);
    expect(((await (await bot.post(event('execute'))).json()) as Node)['statusCode']).toBe(200);
  });

  it('has the same id each time', async () => {
    const bot = await start(local);
    await bot.post(event('message'));
    await bot.post(event('message'));
    expect(new Set(bot.handled.map(({ id }) => id)).size).toBe(1);
  });

  it('leaves no word of the person in the log', async () => {
    const bot = await start(local);
    for (const name of ['message', 'message-mention', 'execute', 'submit', 'edited'])
      await bot.post(event(name));
    expect(bot.log.join('')).not.toMatch(/Acme|Robin|Kim|writing/);
  });

  it.each(['upgraded', 'members-added', 'reaction', 'deleted'])(
    'of the kind "%s" is taken and ignored',
    async (name) => {
      const bot = await start(local);
      expect((await bot.post(event(name))).status).toBe(200);
      expect(bot.handled).toEqual([]);
    },
  );

  it('that asks for something unknown is answered with 501', async () => {
    const bot = await start(local);
    expect((await bot.post(event('unknown-invoke'))).status).toBe(501);
  });
});

describe('an event that takes long', () => {
  const never = new Promise<never>(() => {});
  const patience = { verifyMs: 5_000, slowMs: 0, answerMs: 5_000 };
  const impatient = { ...patience, answerMs: 50 };

  it('is shown to be under way, and answered once it is saved', async () => {
    let saved = (): void => {};
    const saving = new Promise<'handled'>((resolve) => {
      saved = () => resolve('handled');
    });
    const bot = await start(local, () => saving, { patience });
    const answer = bot.post(event('message'));
    await vi.waitFor(() => expect(bot.said).toEqual([{ type: 'typing' }]));
    saved();
    expect((await answer).status).toBe(200);
    expect(bot.said).toHaveLength(1);
  });

  it('is not shown when it is quick', async () => {
    const bot = await start(local, undefined, { patience: { ...patience, slowMs: 5_000 } });
    await bot.post(event('message'));
    expect(bot.said).toEqual([]);
  });

  it('is answered before Teams would give up, as not saved yet', async () => {
    const bot = await start(local, () => never, { patience: impatient });
    expect((await bot.post(event('message'))).status).toBe(503);
  });

  it('is answered with a note on its card, which stays', async () => {
    const bot = await start(local, () => never, { patience: impatient });
    const response = await bot.post(event('execute'));
    expect([response.status, await response.json()]).toEqual([
      200,
      {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: 'I am still noting that. If no answer follows, choose it once more in a minute.',
      },
    ]);
  });

  it('and fails after all is no secret: the person is asked to send it again', async () => {
    let fail = (): void => {};
    const failing = new Promise<never>((_resolve, reject) => {
      fail = () => reject(new Error('the database said no'));
    });
    const bot = await start(local, () => failing, { patience: impatient });
    await bot.post(event('message'));
    fail();
    await vi.waitFor(() =>
      expect(bot.said.at(-1)).toMatchObject({ textFormat: 'xml', summary: 'A note from your coach' }),
    );
  });

  it('and ends well after all needs no more words', async () => {
    let saved = (): void => {};
    const saving = new Promise<'handled'>((resolve) => {
      saved = () => resolve('handled');
    });
    const bot = await start(local, () => saving, { patience: impatient });
    await bot.post(event('message'));
    saved();
    await saving;
    expect(bot.said).toEqual([{ type: 'typing' }]);
  });

  it('says nothing to somebody who has removed the app', async () => {
    const bot = await start(local, () => never, { patience: impatient });
    expect((await bot.post(event('removed'))).status).toBe(503);
    expect(bot.said).toEqual([]);
  });

  it('keeps within what Teams waits', () => {
    expect(PATIENCE.verifyMs + PATIENCE.answerMs).toBeLessThan(15_000);
  });
});

describe("a click on a card's button", () => {
  const replyTo = async (changes: Node = {}) => {
    const bot = await start(local);
    const response = await bot.post(event('execute', changes));
    expect(response.status).toBe(200);
    return (await response.json()) as { statusCode: number; type: string; value: Node };
  };

  it('is answered by the card without buttons, and with the answer', async () => {
    const reply = await replyTo();
    expect(reply).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(readable(reply.value)).toBe('Is the offer in writing?\nYou chose: Yes');
    expect(labels(reply.value)).toEqual([]);
    expect(lintCard(reply.value)).toEqual([]);
  });

  it.each([
    ['that carries no words', { action: 'o1:yes:7' }, 'Noted, thank you.'],
    ['of a card that stays', { action: 'o1:yes:7', label: 'My reminders' }, 'You chose: My reminders'],
    [
      'without a date',
      { action: 'd:1', collect: 'value', value: '' },
      'Nothing is picked yet. Pick something first, or just type your answer.',
    ],
    [
      'of another app',
      { other: true },
      'This button belongs to something older. Type "help" to see what is possible.',
    ],
  ])('%s is answered by a note, and the card stays', async (_name, data, note) => {
    const reply = await replyTo({ value: { action: { data } } });
    expect(reply).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: note,
    });
  });
});

describe('a click that comes again', () => {
  it('is answered by the same card', async () => {
    const bot = await start(local, async () => 'repeated');
    const reply = (await (await bot.post(event('execute'))).json()) as { value: Node };
    expect(readable(reply.value)).toBe('Is the offer in writing?\nYou chose: Yes');
  });

  it('is not passed over in silence where the card stays', async () => {
    const bot = await start(local, async () => 'repeated');
    const value = { action: { data: { action: 'o1:yes:7', card: 'c1', label: 'My reminders' } } };
    expect(await (await bot.post(event('execute', { value }))).json()).toMatchObject({
      value: 'You chose that a moment ago. The answer is below.',
    });
  });
});

describe('a body that is no event', () => {
  const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
  const bodies: [string, string, number][] = [
    ['nothing', '', 400],
    ['an empty object', '{}', 400],
    ['a type that is a number', '{"type":5}', 400],
    ['an empty type', '{"type":""}', 400],
    ['a list', '[]', 400],
    ['null', 'null', 400],
    ['a string', '"message"', 400],
    ['broken JSON', '{"type":"message"', 400],
    ['a sender that is a string', JSON.stringify(event('message', { from: 'x' })), 400],
    ['a conversation that is a list', JSON.stringify(event('message', { conversation: [] })), 400],
    ['a text that is a number', JSON.stringify(event('message', { text: 5 })), 400],
    ['deep JSON', deep, 400],
    ['too much', JSON.stringify(event('message', { text: 'x'.repeat(300_000) })), 413],
    ['prototype tricks', '{"type":"message","__proto__":{"channelId":"msteams"},"constructor":{}}', 403],
  ];

  it.each(bodies)('%s is refused', async (_name, body, status) => {
    const bot = await start(local);
    const response = await bot.post(body);
    expect([response.status, await response.text()]).toEqual([status, '']);
    expect(bot.handled).toEqual([]);
  });

  it('of any kind leaves the server answering', async () => {
    const bot = await start(local);
    await Promise.all(bodies.map(([, body]) => bot.post(body)));
    await bot.post('text', { 'content-type': 'text/plain' });
    await bot.post('{}', { 'content-type': 'application/json; charset=nonsense' });
    await bot.post('{}', { 'content-encoding': 'gzip' });
    expect(
      (await bot.post(event('message', { value: JSON.parse(`[${'['.repeat(1_000)}${']'.repeat(1_000)}]`) })))
        .status,
    ).toBe(200);
    expect(bot.handled).toHaveLength(1);
  });
});

describe('an event from somewhere else', () => {
  it.each([
    ['another channel', event('message', { channelId: 'webchat' })],
    ['a foreign service', event('message', { serviceUrl: 'https://evil.example/' })],
    ['a group', event('group-message')],
    ['two tenants', event('message', { channelData: { tenant: { id: 'other' } } })],
  ])('(%s) is refused before any work', async (_name, body) => {
    const bot = await start(local);
    expect((await bot.post(body)).status).toBe(403);
    expect(bot.handled).toEqual([]);
  });

  it('through a tunnel is refused in local mode', async () => {
    const bot = await start(local);
    expect((await bot.post(event('message'), { 'x-forwarded-for': '192.0.2.7' })).status).toBe(403);
    expect((await bot.post(event('message'), { forwarded: 'for=192.0.2.7' })).status).toBe(403);
  });
});

describe('with a bot registration', () => {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const others = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ISSUER = 'https://api.botframework.com';
  const message = event('message', { serviceUrl: SERVICE });

  /** Publishes keys as login.botframework.com does, which no test may depend on. */
  async function startIssuer(): Promise<Issuer> {
    const { n, e } = keys.publicKey.export({ format: 'jwk' });
    const server = createServer((request, response) => {
      const found =
        request.url === '/keys'
          ? { keys: [{ kid: 'k1', kty: 'RSA', n, e, endorsements: ['msteams'] }] }
          : { jwks_uri: `${url}keys` };
      response.end(JSON.stringify(found));
    });
    const url = await listen(server);
    servers.push(server);
    return { openIdMetadataUrl: `${url}openid`, name: ISSUER };
  }

  function token(claims: Node = {}, key = keys.privateKey): string {
    const now = Math.floor(Date.now() / 1000);
    const all = { iss: ISSUER, aud: APP, serviceurl: SERVICE, nbf: now - 60, exp: now + 600, ...claims };
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'k1' })}.${part(all)}`;
    return `Bearer ${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
  }

  it('an event that Teams signed is handled', async () => {
    const bot = await start(azure, undefined, { issuer: await startIssuer() });
    expect((await bot.post(message, { authorization: token() })).status).toBe(200);
    expect(bot.handled.map(({ who }) => who.tenant)).toEqual([`teams:${TENANT}`]);
  });

  it.each<[string, string | undefined]>([
    ['no token', undefined],
    ['no Bearer token', 'Basic YTpi'],
    ['rubbish', 'Bearer rubbish'],
    [
      'a token without a signature',
      `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(`{"iss":"${ISSUER}"}`).toString('base64url')}.`,
    ],
    ['another key', token({}, others.privateKey)],
    ['another app', token({ aud: '99999999-0000-4000-8000-000000000000' })],
    ['another issuer', token({ iss: 'https://evil.example' })],
    ['another service', token({ serviceurl: 'https://smba.trafficmanager.net/amer/' })],
    ['a token of yesterday', token({ nbf: 1, exp: 2 })],
    ['a token of tomorrow', token({ nbf: 9_999_999_990, exp: 9_999_999_999 })],
  ])('an event with %s is refused with 401', async (_name, authorization) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const bot = await start(azure, undefined, { issuer: await startIssuer() });
    const response = await bot.post(message, authorization === undefined ? {} : { authorization });
    expect([response.status, await response.text()]).toEqual([401, '']);
    expect(bot.handled).toEqual([]);
  });

  it.each([
    [
      'tenant',
      { conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'other' }, channelData: null },
    ],
    ['service', { serviceUrl: 'https://evil.example/' }],
    ['channel', { channelId: 'directline' }],
  ])('a signed event of another %s is refused with 403', async (_name, changes) => {
    const bot = await start(azure, undefined, { issuer: await startIssuer() });
    const serviceurl = (changes as Node)['serviceUrl'] ?? SERVICE;
    expect(
      (await bot.post({ ...message, ...changes }, { authorization: token({ serviceurl }) })).status,
    ).toBe(403);
    expect(bot.handled).toEqual([]);
  });

  it('nothing is believed while the signing keys do not come, and Teams is not kept waiting', async () => {
    const silent = createServer(() => {});
    const openIdMetadataUrl = await listen(silent);
    servers.push(silent);
    const bot = await start(azure, undefined, {
      issuer: { openIdMetadataUrl, name: ISSUER },
      patience: { verifyMs: 50, slowMs: 5_000, answerMs: 5_000 },
    });
    expect((await bot.post(message, { authorization: token() })).status).toBe(500);
    expect(bot.handled).toEqual([]);
  });

  it('nothing is believed while the signing keys cannot be read, and Teams is asked to come again', async () => {
    const gone = createServer();
    const openIdMetadataUrl = await listen(gone);
    await stop(gone);
    const bot = await start(azure, undefined, { issuer: { openIdMetadataUrl, name: ISSUER } });
    expect((await bot.post(message, { authorization: token() })).status).toBe(500);
    expect(bot.handled).toEqual([]);
  });
});
