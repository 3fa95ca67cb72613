import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mounted } from '../../../src/channels/slack/bolt.js';
import { openSlack, type Slack } from '../../../src/channels/slack/slack.js';
import { createLog } from '../../../src/log.js';
import type { Inbound, Look, Whereabouts } from '../../../src/service/ports.js';
import { loadWords } from '../../../src/templates.js';
import { CoachAlone } from '../../stories/coach-alone.js';
import { event, fixture, type Payload } from './fixtures.js';
import { noInstallations } from './one-workspace.js';
import { type Request, requestOf, SIGNING_SECRET, signed } from './request.js';
import { answer, startWebApiServer, type WebApiServer } from './web-api-server.js';

const words = loadWords('en');
const config = { signingSecret: SIGNING_SECRET, botToken: 'xoxb-1', appToken: null };

let api: WebApiServer;
let server: Server;
let url: string;
let slack: Slack;
let installations: ReturnType<typeof noInstallations>;
let mounted: Mounted;
let handled: Inbound[];
/** What the service does with a turn; replaced where a test wants another service. */
let serve: (inbound: Inbound) => Promise<'handled' | 'repeated'>;
let logged: string;
/** The person whom the service knows; its state is what is seen of them. */
let coach: CoachAlone;
/** Told before each look. */
let looking: () => Promise<void>;

beforeEach(async () => {
  api = await startWebApiServer('xoxb-1');
  handled = [];
  logged = '';
  serve = async () => 'handled';
  coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
  looking = async () => {};
  const app = express();
  const handle = async (inbound: Inbound, whereabouts?: Promise<Whereabouts>) => {
    const result = await serve(inbound);
    handled.push({ ...inbound, ...(await whereabouts) });
    return result;
  };
  const look: Look = async (_who, see) => {
    await looking();
    const { now, zone, reminders } = coach;
    return see(coach.state, { now, zone, reminders, locale: 'en-US', words });
  };
  const write = (line: string) => {
    logged += line;
  };
  const log = createLog('trace', { write });
  installations = noInstallations();
  slack = openSlack({ ...config, apiUrl: api.url }, { words, log, look, installations });
  mounted = await slack.mount(app, handle);
  app.post('/elsewhere', express.json(), (request, response) => void response.json(request.body));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await mounted.close();
  await api.close();
});

const request = (body: Request) => fetch(`${url}/slack/events`, { method: 'POST', ...body });
const post = (payload: Payload) => request(signed(requestOf(payload)));
const callsOf = (method: string) => api.calls.filter((call) => call.method === method);

describe('an event', () => {
  it('is answered only after its turn was saved', async () => {
    const order: string[] = [];
    serve = async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push('saved');
      return 'handled';
    };
    const response = await post(fixture('message'));
    order.push('answered');
    expect(response.status).toBe(200);
    expect(order).toEqual(['saved', 'answered']);
  });

  it('whose turn fails is refused, so that Slack sends it again, and then it is handled', async () => {
    serve = () => Promise.reject(new Error('the database is away'));
    expect((await post(fixture('message'))).status).toBe(500);
    expect(handled).toEqual([]);
    serve = async () => 'handled';
    const { body, headers } = signed(requestOf(fixture('message')));
    const again = { ...headers, 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_error' };
    expect((await request({ body, headers: again })).status).toBe(200);
    expect(handled.map(({ input }) => input.type)).toEqual(['text']);
  });

  it('that arrives twice reaches the service twice under one id', async () => {
    await post(fixture('message'));
    await post(fixture('message'));
    expect(handled).toHaveLength(2);
    expect(handled[0]?.id).toBe(handled[1]?.id);
  });

  it('that needs no answer is taken and goes no further', async () => {
    for (const name of ['message-from-bot', 'message-deleted', 'tokens-revoked', 'app-rate-limited']) {
      expect((await post(fixture(name))).status).toBe(200);
    }
    expect(handled).toEqual([]);
  });

  it('that verifies the address is answered with its challenge', async () => {
    const response = await post(fixture('url-verification'));
    expect(await response.json()).toEqual({ challenge: fixture('url-verification')['challenge'] });
  });
});

describe('the removal of Bowout from the one workspace', () => {
  const now = () => Math.floor(Date.now() / 1000);
  const told = (name: string, at = now()) => post({ ...fixture(name), event_time: at });
  const refuseToken = () =>
    api.misbehave('auth.test', (_, response) => answer(response, { ok: false, error: 'account_inactive' }));

  it.each(['app-uninstalled', 'tokens-revoked'])(
    'is heard by %s, once Slack refuses the token',
    async (name) => {
      refuseToken();
      expect((await told(name)).status).toBe(200);
      expect(installations.removed).toEqual([{ id: 'T024BE7LD', tenant: 'slack:T024BE7LD' }]);
    },
  );

  it('is not believed while the token works, and asked for again until Slack gives up', async () => {
    expect((await told('app-uninstalled')).status).toBe(500);
    expect((await told('app-uninstalled', now() - 300)).status).toBe(200);
    expect(installations.removed).toEqual([]);
  });

  it('is no more than an event: a refused token alone deletes nothing', async () => {
    refuseToken();
    api.misbehave('users.info', (_, response) => answer(response, { ok: false, error: 'token_revoked' }));
    await post(fixture('message'));
    expect(installations.removed).toEqual([]);
  });
});

describe('a request that is not from Slack', () => {
  const good = requestOf(fixture('message'));
  const { 'x-slack-signature': _, ...unsignedHeaders } = signed(good).headers;
  it.each([
    ['without a signature', { body: good.body, headers: unsignedHeaders }],
    ['without headers', good],
    ['with another secret', signed(good, { secret: 'another' })],
    ['with another body', { ...signed(good), body: good.body.replace('offer', 'other') }],
    [
      'with a signature that is none',
      { ...good, headers: { ...signed(good).headers, 'x-slack-signature': 'v0' } },
    ],
    ['from six minutes ago', signed(good, { ageS: 360 })],
    ['from six minutes ahead', signed(good, { ageS: -360 })],
  ])('%s is refused', async (_, bad) => {
    expect((await request(bad)).status).toBe(401);
    expect(handled).toEqual([]);
  });

  it('but only a little off the clock is taken', async () => {
    expect((await request(signed(good, { ageS: 240 }))).status).toBe(200);
    expect((await request(signed(good, { ageS: -240 }))).status).toBe(200);
  });

  it('never reaches the service, whatever it says', async () => {
    const body = fc.oneof(fc.string(), fc.json(), fc.constant(good.body));
    const hash = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
      fc.constant(''),
    );
    await fc.assert(
      fc.asyncProperty(body, hash, fc.constantFrom('v0=', 'v1=', '', '='), async (body, hash, version) => {
        const headers = { ...signed(good).headers, 'x-slack-signature': version + hash };
        expect((await request({ body, headers })).status).toBe(401);
      }),
      { numRuns: 50 },
    );
    expect(handled).toEqual([]);
  });
});

describe('a request that cannot be read', () => {
  const json = { 'content-type': 'application/json' };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  it.each([
    ['broken JSON', { body: '{"type":"event_callback","event":{"text":"I was fired', headers: json }],
    ['a broken form', { body: 'payload=%7Bnot-json', headers: form }],
    ['nothing', { body: '', headers: json }],
    ['a null', { body: 'null', headers: json }],
    ['a list', { body: '[]', headers: json }],
    ['an empty object', { body: '{}', headers: json }],
    ['an event without content', { body: '{"type":"event_callback","event":null}', headers: json }],
    [
      'a click of nobody',
      { body: 'payload=%7B%22type%22%3A%22block_actions%22%2C%22actions%22%3A5%7D', headers: form },
    ],
  ])('%s is refused, and the next one is served', async (_, body) => {
    const refused = await request(signed(body));
    expect(refused.status).toBe(400);
    expect((await post(fixture('message'))).status).toBe(200);
    expect(handled).toHaveLength(1);
  });

  it('for its size is refused before it is read', async () => {
    const huge = { ...fixture('message'), padding: 'x'.repeat(1_100_000) };
    expect((await post(huge)).status).toBe(413);
  });

  it('with a good signature never ends in a server error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (body) => {
        expect((await request(signed({ body, headers: json }))).status).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the command', () => {
  it('in the direct message is taken without words of its own', async () => {
    const response = await post(fixture('command'));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(handled[0]?.input).toEqual({ type: 'hello' });
  });

  it('in a channel is answered to its user alone, and goes on in the direct message', async () => {
    const response = await post(fixture('command-in-channel'));
    expect(await response.json()).toEqual({
      response_type: 'ephemeral',
      text: words.text('slack.elsewhere'),
    });
    expect(handled[0]?.address.to).not.toHaveProperty('channel');
  });

  it('whose turn fails is not taken', async () => {
    serve = () => Promise.reject(new Error('the database is away'));
    expect((await post(fixture('command-in-channel'))).status).toBe(500);
  });
});

describe('a click', () => {
  /** Our message stands in Slack, and this click is on it. */
  const clickOn = (name: string): Payload => {
    const payload = fixture(name);
    const message = payload['message'] as { text: string; blocks: Record<string, unknown>[] };
    api.take({
      method: 'chat.postMessage',
      token: null,
      arguments: { channel: 'D0DIRECT01', text: message.text, blocks: message.blocks },
    });
    const ts = api.posted.at(-1)?.ts;
    return { ...payload, message: { ...message, ts } };
  };
  const updated = () => until(() => callsOf('chat.update').length > 0);

  it.each([
    ['click-button', 'You chose: A job offer'],
    ['click-select', 'You chose: Commute'],
    ['click-date', 'You chose: December 4, 2026'],
  ])('%s replaces the used buttons by what was chosen', async (name, remark) => {
    expect((await post(clickOn(name))).status).toBe(200);
    await updated();
    expect(api.posted.at(-1)?.blocks).toEqual([
      {
        type: 'section',
        text: { type: 'plain_text', text: 'What did they offer you?', emoji: false },
        expand: true,
      },
      { type: 'context', elements: [{ type: 'plain_text', text: remark, emoji: false }] },
    ]);
  });

  it('on a button for every day leaves it where it is', async () => {
    await post(clickOn('click-overflow'));
    await mounted.close();
    expect(callsOf('chat.update')).toEqual([]);
  });

  it('whose buttons cannot be replaced is handled all the same', async () => {
    api.misbehave('chat.update', (_, response) =>
      answer(response, { ok: false, error: 'cant_update_message' }),
    );
    expect((await post(clickOn('click-button'))).status).toBe(200);
    await mounted.close();
    expect(handled).toHaveLength(1);
    expect(logged).toContain('could not be taken away');
  });

  it('keeps its buttons when its turn fails', async () => {
    serve = () => Promise.reject(new Error('the database is away'));
    expect((await post(clickOn('click-button'))).status).toBe(500);
    await mounted.close();
    expect(callsOf('chat.update')).toEqual([]);
  });
});

describe('where a person is', () => {
  it('is asked once for many turns', async () => {
    api.users.set('U061F7AUR', { tz: 'Australia/Lord_Howe', locale: 'en-GB' });
    await post(fixture('message'));
    await post(fixture('command'));
    expect(handled.map(({ zone, locale }) => [zone, locale])).toEqual([
      ['Australia/Lord_Howe', 'en-GB'],
      ['Australia/Lord_Howe', 'en-GB'],
    ]);
    expect(callsOf('users.info')).toHaveLength(1);
  });

  it('is unknown when Slack does not tell, and the turn goes on', async () => {
    api.misbehave('users.info', (_, response) => answer(response, { ok: false, error: 'missing_scope' }));
    expect((await post(fixture('message'))).status).toBe(200);
    expect(handled[0]).toMatchObject({ zone: null, locale: null });
  });

  it('is not waited for when Slack hangs', async () => {
    api.misbehave('users.info', () => {});
    expect((await post(fixture('message'))).status).toBe(200);
    expect(handled[0]?.zone).toBeNull();
  });
});

describe('the server', () => {
  it('serves other routes with other bodies beside Slack', async () => {
    const response = await fetch(`${url}/elsewhere`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"a":1}',
    });
    expect(await response.json()).toEqual({ a: 1 });
    expect((await fetch(`${url}/slack/events`)).status).toBe(404);
  });

  it('closes when the turns under way have ended', async () => {
    let release: (() => void) | undefined;
    serve = () =>
      new Promise((resolve) => {
        release = () => resolve('handled');
      });
    const answered = post(fixture('message'));
    await until(() => release !== undefined);
    let closed = false;
    const closing = mounted.close().then(() => (closed = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(closed).toBe(false);
    release?.();
    await closing;
    expect((await answered).status).toBe(200);
  });

  it('logs nothing of what a person wrote, not even when a turn fails on it', async () => {
    const secret = 'Umbrella-Corp-secret';
    serve = ({ input }) =>
      Promise.reject(new Error(`cannot read ${input.type === 'text' ? input.text : ''}`));
    await post(event('message', { text: secret }));
    await post(event('message', { text: `lines\n    at ${secret} (file.js:1:1)\n` }));
    await post({ ...fixture('command'), text: secret });
    const broken = JSON.stringify(event('message', { text: secret })).slice(0, -40);
    await request(signed({ body: broken, headers: { 'content-type': 'application/json' } }));
    await post({ ...event('message', { text: secret, ts: 5 }) });
    expect(logged).toContain('was not saved');
    expect(logged).toContain('bolt.test.ts');
    expect(logged).not.toContain(secret);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
