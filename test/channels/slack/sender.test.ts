import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPictures } from '../../../src/channels/slack/pictures.js';
import { createSlackSender } from '../../../src/channels/slack/sender.js';
import type { Message } from '../../../src/coach/message.js';
import type { SlackConfig } from '../../../src/config.js';
import { createLog } from '../../../src/log.js';
import type { Delivery, Outcome } from '../../../src/service/ports.js';
import { loadWords } from '../../../src/templates.js';
import { accessOf } from './one-workspace.js';
import { answer, type Misbehaviour, startWebApiServer, type WebApiServer } from './web-api-server.js';

const words = loadWords('en');
const logged: string[] = [];
const log = createLog('info', { write: (line: string) => void logged.push(line) });
const config: SlackConfig = { signingSecret: 's', botToken: 'xoxb-1', appToken: null, apiUrl: null };
const message: Message = {
  kind: 'text',
  key: 'k',
  preview: 'A word from Bowout',
  text: 'Hello.',
  choices: [],
};

const delivery = (changes: Partial<Delivery> = {}): Delivery => ({
  id: 'delivery-1',
  who: { tenant: 'slack:T024BE7LD', person: 'U061F7AUR' },
  address: { channel: 'slack', to: { team: 'T024BE7LD', user: 'U061F7AUR', channel: 'D061F7AUR' } },
  message,
  attempt: 1,
  ...changes,
});
const addressed = (to: Record<string, string>) => delivery({ address: { channel: 'slack', to } });

let api: WebApiServer;
beforeEach(async () => {
  api = await startWebApiServer('xoxb-1');
});
afterEach(() => api.close());

const sender = (apiUrl = api.url, timeoutMs?: number) => {
  const there = { ...config, apiUrl };
  return createSlackSender(there, words, accessOf(there), createPictures(log, 0), timeoutMs);
};
const callsOf = (method: string) => api.calls.filter((call) => call.method === method);

describe('sending', () => {
  it('posts once, without links unfurled, and tells the id that Slack gave', async () => {
    const outcome = await sender().send(delivery());
    expect(outcome).toEqual({ type: 'sent', externalId: api.posted[0]?.ts });
    expect(callsOf('chat.postMessage')).toHaveLength(1);
    expect(callsOf('chat.postMessage')[0]?.arguments).toMatchObject({
      channel: 'D061F7AUR',
      text: 'A word from Bowout',
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
  });

  it('puts nothing but the opaque id into the metadata', async () => {
    await sender().send(delivery());
    expect(api.posted[0]?.metadata).toEqual({
      event_type: 'bowout_delivery',
      event_payload: { id: 'delivery-1' },
    });
  });

  it('opens the direct message when the address has none, and only the first time', async () => {
    const slack = sender();
    const unopened = addressed({ team: 'T024BE7LD', user: 'U061F7AUR' });
    await slack.send(unopened);
    await slack.send({ ...unopened, id: 'delivery-2' });
    expect(api.posted.map(({ channel }) => channel)).toEqual(['D061F7AUR', 'D061F7AUR']);
    expect(callsOf('conversations.open')).toHaveLength(1);
  });

  it('answers in the thread, but reminds in the open', async () => {
    const to = { team: 'T024BE7LD', user: 'U061F7AUR', channel: 'D061F7AUR', thread: '1795161600.114519' };
    const slack = sender();
    await slack.send(addressed(to));
    await slack.send({ ...addressed(to), id: 'delivery-2', message: { ...message, kind: 'reminder' } });
    expect(api.posted.map(({ thread }) => thread)).toEqual(['1795161600.114519', null]);
  });

  it('posts the plain text when Slack refuses the blocks', async () => {
    api.misbehave('chat.postMessage', (call, response) => {
      if (call.arguments['blocks']) return answer(response, { ok: false, error: 'invalid_blocks' });
      answer(response, { ok: true, ts: '1795161700.000100' });
    });
    const said: Message = { ...message, text: 'Hello <!channel> & you.' };
    expect(await sender().send(delivery({ message: said }))).toEqual({
      type: 'sent',
      externalId: '1795161700.000100',
    });
    expect(callsOf('chat.postMessage').map((call) => call.arguments['text'])).toEqual([
      'A word from Bowout',
      'Hello &lt;!channel&gt; &amp; you.',
    ]);
  });
});

describe('a draft with a link that Slack refuses', () => {
  it('is posted without the link, and keeps its buttons', async () => {
    api.misbehave('chat.postMessage', (call, response) => {
      const { blocks } = call.arguments;
      if (JSON.stringify(blocks).includes('mailto:'))
        return answer(response, { ok: false, error: 'invalid_blocks' });
      answer(response, { ok: true, ts: '1795161700.000100' });
    });
    const draft: Message = {
      ...message,
      kind: 'draft',
      draft: 'd1',
      title: 'Your reply',
      subjects: ['Your offer'],
      body: 'Dear Kim, no.',
      parts: [],
      findings: [],
      edit: 'edit:d1',
      choices: [{ label: 'I sent it', action: 'sent:d1' }],
    };
    expect(await sender().send(delivery({ message: draft }))).toMatchObject({ type: 'sent' });
    const blocks = callsOf('chat.postMessage').map((call) => JSON.stringify(call.arguments['blocks']));
    expect(blocks).toHaveLength(2);
    expect(blocks[1]).toContain('sent:d1');
  });
});

describe('the outcome of a post', () => {
  const platform =
    (error: string): Misbehaviour =>
    (_, response) =>
      answer(response, { ok: false, error });
  const http =
    (status: number, headers: Record<string, string> = {}, body = ''): Misbehaviour =>
    (_, response) => {
      response.writeHead(status, headers);
      response.end(body);
    };
  const cases: [string, Misbehaviour, Outcome][] = [
    ['429 with Retry-After', http(429, { 'retry-after': '7' }), { type: 'throttled', retryAfterMs: 7_000 }],
    ['429 without Retry-After', http(429), { type: 'throttled', retryAfterMs: 30_000 }],
    ['ratelimited in the body', platform('ratelimited'), { type: 'throttled', retryAfterMs: 30_000 }],
    ['500', http(500), { type: 'unknown', reason: 'http_500' }],
    ['503', http(503), { type: 'unknown', reason: 'http_503' }],
    ['403 from a proxy', http(403), { type: 'not-sent', reason: 'http_403' }],
    [
      'a page instead of an answer',
      http(200, {}, '<html>ok</html>'),
      { type: 'unknown', reason: 'unreadable_answer' },
    ],
    ['a redirect', http(302, { location: '/elsewhere' }), { type: 'unknown', reason: 'request_failed' }],
    ['a lost connection', (_, response) => response.destroy(), { type: 'unknown', reason: 'UND_ERR_SOCKET' }],
    [
      'a connection lost in mid-answer',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
        response.write('{"ok":true,"ts":"17951');
        setImmediate(() => response.destroy());
      },
      { type: 'unknown', reason: 'TypeError' },
    ],
    [
      'service_unavailable',
      platform('service_unavailable'),
      { type: 'not-sent', reason: 'service_unavailable' },
    ],
    ['internal_error', platform('internal_error'), { type: 'unknown', reason: 'internal_error' }],
    ['fatal_error', platform('fatal_error'), { type: 'unknown', reason: 'fatal_error' }],
    ...['channel_not_found', 'team_access_not_granted', 'user_disabled', 'is_archived'].map(
      (error): [string, Misbehaviour, Outcome] => [
        error,
        platform(error),
        { type: 'refused', reason: error, addressDead: true },
      ],
    ),
    // The token is at fault, not the address: the message and the reminders to come outlast it.
    ...['account_inactive', 'token_revoked', 'token_expired', 'invalid_auth', 'missing_scope'].map(
      (error): [string, Misbehaviour, Outcome] => [
        error,
        platform(error),
        { type: 'not-sent', reason: error },
      ],
    ),
    ...['restricted_action', 'invalid_arguments'].map((error): [string, Misbehaviour, Outcome] => [
      error,
      platform(error),
      { type: 'refused', reason: error, addressDead: false },
    ]),
  ];

  it.each(cases)('%s', async (_, misbehaviour, outcome) => {
    api.misbehave('chat.postMessage', misbehaviour);
    expect(await sender().send(delivery())).toEqual(outcome);
    expect(callsOf('chat.postMessage')).toHaveLength(1);
  });

  it('a server that takes the request and hangs', async () => {
    api.misbehave('chat.postMessage', () => {});
    const hurried = sender(api.url, 200);
    expect(await hurried.send(delivery())).toEqual({ type: 'unknown', reason: 'timeout' });
    expect(callsOf('chat.postMessage')).toHaveLength(1);
  });

  it('a port that nobody listens on', async () => {
    const port = await unusedPort();
    const outcome = await sender(`http://127.0.0.1:${port}/api`).send(delivery());
    expect(outcome).toEqual({ type: 'not-sent', reason: 'ECONNREFUSED' });
  });

  it('a name that no server has', async () => {
    const outcome = await sender('http://slack.invalid/api').send(delivery());
    expect(outcome).toMatchObject({ type: 'not-sent' });
  });

  it('an encryption that is not one', async () => {
    const apiUrl = api.url.replace('http:', 'https:');
    const outcome = await sender(apiUrl).send(delivery());
    expect(outcome).toMatchObject({ type: 'not-sent' });
    expect(api.calls).toHaveLength(0);
  });
});

describe('the outcome of opening the direct message', () => {
  const unopened = addressed({ team: 'T024BE7LD', user: 'U061F7AUR' });

  it('is never in doubt, since nothing was posted', async () => {
    api.misbehave('conversations.open', (_, response) => response.destroy());
    expect(await sender().send(unopened)).toMatchObject({ type: 'not-sent' });
    expect(callsOf('chat.postMessage')).toHaveLength(0);
  });

  it('is a refusal when the person is gone', async () => {
    api.misbehave('conversations.open', (_, response) =>
      answer(response, { ok: false, error: 'user_not_found' }),
    );
    expect(await sender().send(unopened)).toEqual({
      type: 'refused',
      reason: 'user_not_found',
      addressDead: true,
    });
  });
});

describe('looking an earlier attempt up', () => {
  it('finds the message by its delivery, though others came after it', async () => {
    const slack = sender();
    await slack.send(delivery());
    await slack.send(delivery({ id: 'delivery-2' }));
    api.say('D061F7AUR', 'and a word of the person');
    expect(await slack.find?.(delivery())).toBe(api.posted[0]?.ts);
  });

  it('finds it in a thread', async () => {
    const slack = sender();
    const threaded = addressed({ user: 'U061F7AUR', channel: 'D061F7AUR', thread: '1795161600.114519' });
    await slack.send(threaded);
    expect(await slack.find?.(threaded)).toBe(api.posted[0]?.ts);
  });

  it('finds one that arrived although its answer was lost', async () => {
    const slack = sender();
    api.misbehave('chat.postMessage', (call, response) => {
      api.misbehave('chat.postMessage', null);
      api.take(call);
      response.destroy();
    });
    expect(await slack.send(delivery())).toMatchObject({ type: 'unknown' });
    expect(await slack.find?.(delivery({ attempt: 2 }))).toBe(api.posted[0]?.ts);
  });

  it('is null when it did not arrive', async () => {
    api.say('D061F7AUR', 'something else');
    expect(await sender().find?.(delivery())).toBeNull();
  });

  it('fails when Slack cannot be asked, which is not a null', async () => {
    api.misbehave('conversations.history', (_, response) =>
      answer(response, { ok: false, error: 'missing_scope' }),
    );
    await expect(sender().find?.(delivery())).rejects.toThrow('missing_scope');
  });
});

async function unusedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('deleting what was sent', () => {
  const removal = (changes: { externalId?: string | null; to?: Record<string, string> } = {}) => {
    const { id, who, address } = delivery();
    return sender().remove?.({
      delivery: id,
      who,
      address: changes.to ? { channel: 'slack', to: changes.to } : address,
      externalId: changes.externalId ?? null,
      attempt: 1,
    });
  };
  const sent = async (sending = delivery()): Promise<string> => {
    const outcome = await sender().send(sending);
    return outcome.type === 'sent' ? (outcome.externalId ?? '') : '';
  };

  it('takes one message away, and is content when it is gone', async () => {
    const [externalId, other] = [await sent(), await sent(delivery({ id: 'delivery-2' }))];
    expect(await removal({ externalId })).toEqual({ type: 'removed' });
    expect([...api.deleted]).toEqual([externalId]);
    expect(await removal({ externalId })).toEqual({ type: 'removed' });
    expect(api.deleted.has(other)).toBe(false);
  });

  it('looks a message up that may have arrived without an answer, in its thread and in the open', async () => {
    api.say('D061F7AUR', 'something else');
    const open = await sent();
    expect(await removal()).toEqual({ type: 'removed' });
    const to = { team: 'T024BE7LD', user: 'U061F7AUR', channel: 'D061F7AUR', thread: '171.5' };
    const inThread = await sent(addressed(to));
    expect(await removal({ to })).toEqual({ type: 'removed' });
    const reminder: Message = { kind: 'reminder', key: 'r', preview: 'A note', text: 'A note.', choices: [] };
    const unasked = await sent({ ...addressed(to), message: reminder });
    expect(await removal({ to })).toEqual({ type: 'removed' });
    expect([...api.deleted]).toEqual([open, inThread, unasked]);
    // Nothing of that name stands there any more: it never arrived.
    expect(await removal()).toEqual({ type: 'removed' });
  });

  it.each<[string, Misbehaviour, object]>([
    [
      'not allowed',
      (_, response) => answer(response, { ok: false, error: 'cant_delete_message' }),
      { type: 'refused', reason: 'cant_delete_message' },
    ],
    [
      'kept for the law',
      (_, response) => answer(response, { ok: false, error: 'compliance_exports_prevent_deletion' }),
      { type: 'refused' },
    ],
    [
      'gone',
      (_, response) => answer(response, { ok: false, error: 'message_not_found' }),
      { type: 'removed' },
    ],
    [
      'too fast',
      (_, response) => {
        response.writeHead(429, { 'retry-after': '7' });
        response.end();
      },
      { type: 'throttled', retryAfterMs: 7_000 },
    ],
    [
      'broken',
      (_, response) => {
        response.writeHead(503);
        response.end();
      },
      { type: 'failed', reason: 'http_503' },
    ],
    ['cut off', (_, response) => void response.destroy(), { type: 'failed' }],
    [
      'unclear',
      (_, response) => answer(response, { ok: false, error: 'internal_error' }),
      { type: 'failed' },
    ],
  ])('asks once, and classes what comes back: %s', async (_name, how, removed) => {
    api.misbehave('chat.delete', how);
    expect(await removal({ externalId: '171.1' })).toMatchObject(removed);
    expect(callsOf('chat.delete')).toHaveLength(1);
  });
});
