import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTeams } from '../../../src/channels/teams/teams.js';
import type { Message } from '../../../src/coach/message.js';
import { createLog } from '../../../src/log.js';
import type { Delivery } from '../../../src/service/ports.js';
import { loadWords } from '../../../src/templates.js';
import { cardsOf, textOf } from './card-view.js';
import { type Behaviour, type Connector, listen, startConnector, stop } from './connector.js';
import { examples } from './messages.js';

const options = { words: loadWords('en'), log: createLog('silent'), timeoutMs: 300 };
const teams = createTeams({ mode: 'local' }, options);
let connector: Connector;
let before: number;

beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());
beforeEach(() => {
  connector.posted.length = 0;
  before = connector.requests();
});

const posts = () => connector.requests() - before;
let deliveries = 0;

function delivery(message: Message = examples.question, to: Record<string, string> = {}): Delivery {
  deliveries += 1;
  return {
    id: `d${deliveries}`,
    who: { tenant: 'teams:t1', person: 'o1' },
    address: {
      channel: 'teams',
      to: {
        tenantId: 't1',
        aadObjectId: 'o1',
        userMri: '29:user',
        conversationId: 'a:conversation',
        serviceUrl: connector.url,
        botMri: '28:bot',
        ...to,
      },
    },
    message,
    attempt: 1,
  };
}

describe('sending from a stored address', () => {
  it('posts one card to the conversation', async () => {
    expect(await teams.send(delivery())).toEqual({ type: 'sent', externalId: '1700000100000' });
    expect(connector.posted).toHaveLength(1);
    expect(connector.posted[0]?.conversationId).toBe('a:conversation');
    expect(connector.posted[0]?.activity).toMatchObject({
      type: 'message',
      channelId: 'msteams',
      summary: 'A question for you',
      from: { id: '28:bot' },
      recipient: { id: '29:user', aadObjectId: 'o1' },
      conversation: { id: 'a:conversation', tenantId: 't1' },
    });
  });

  it('posts a letter right after its card', async () => {
    expect(await teams.send(delivery(examples.draft))).toEqual({
      type: 'sent',
      externalId: '1700000100000 1700000100001',
    });
    expect(connector.posted.map(({ activity }) => cardsOf(activity).length)).toEqual([1, 0]);
    expect(connector.posted[1]?.activity).toMatchObject({
      text: 'Dear Sam,<br/><br/>thank you. I have decided *not* to accept.<br/><br/>Robin',
      textFormat: 'xml',
    });
  });

  it.each([
    ['a foreign service', { serviceUrl: 'https://evil.example/' }, 'address: service-url'],
    [
      'the real service, from local mode',
      { serviceUrl: 'https://smba.trafficmanager.net/emea/' },
      'address: service-url',
    ],
    ['no conversation', { conversationId: '' }, 'address: address'],
  ])('posts nothing to %s', async (_name, to, reason) => {
    expect(await teams.send(delivery(examples.text, to))).toEqual({
      type: 'refused',
      reason,
      addressDead: false,
    });
    expect(posts()).toBe(0);
  });
});

describe('one attempt is one post, whatever happens', () => {
  it.each<[string, Behaviour, object]>([
    [
      'blocked',
      { status: 403, body: { error: { code: 'MessageWritesBlocked' } } },
      { type: 'refused', addressDead: true },
    ],
    ['conversation gone', { status: 404 }, { type: 'refused', addressDead: true }],
    ['malformed', { status: 400 }, { type: 'refused', addressDead: false }],
    ['too large', { status: 413 }, { type: 'refused', addressDead: false }],
    [
      'redirected',
      { status: 307, headers: { location: '/elsewhere' } },
      { type: 'refused', addressDead: false },
    ],
    ['unauthorised', { status: 401 }, { type: 'not-sent' }],
    [
      'too many',
      { status: 429, headers: { 'retry-after': '2' } },
      { type: 'throttled', retryAfterMs: 2_000 },
    ],
    ['too many, no time given', { status: 429 }, { type: 'throttled', retryAfterMs: 5_000 }],
    ['broken', { status: 500 }, { type: 'unknown' }],
    ['bad gateway', { status: 502 }, { type: 'unknown' }],
    ['unavailable', { status: 503, headers: { 'retry-after': '1' } }, { type: 'unknown' }],
    ['cut off', 'reset', { type: 'unknown' }],
    ['silent', 'hang', { type: 'unknown' }],
  ])('%s', async (_name, behaviour, outcome) => {
    connector.misbehave(behaviour);
    expect(await teams.send(delivery())).toMatchObject(outcome);
    expect(posts()).toBe(1);
  });

  it('nobody listening: nothing was sent', async () => {
    const server = createServer();
    const serviceUrl = await listen(server);
    await stop(server);
    expect(await teams.send(delivery(examples.text, { serviceUrl }))).toMatchObject({ type: 'not-sent' });
  });
});

describe('a letter that fails after its card', () => {
  it.each<[string, Behaviour, string]>([
    ['throttled', { status: 429, headers: { 'retry-after': '1' } }, 'throttled'],
    ['unknown', { status: 502 }, 'unknown'],
  ])('is sent alone at the next attempt (%s)', async (_name, behaviour, type) => {
    const draft = delivery(examples.draft);
    connector.misbehave({ status: 201, body: { id: 'card' } }, behaviour);
    expect(await teams.send(draft)).toMatchObject({ type });
    expect(await teams.send({ ...draft, attempt: 2 })).toEqual({
      type: 'sent',
      externalId: 'card 1700000100000',
    });
    expect(posts()).toBe(3);
    expect(connector.posted.map(({ activity }) => textOf(activity))).toEqual([examples.draft.body]);
  });

  it('is forgotten once it was sent', async () => {
    const draft = delivery(examples.draft);
    connector.misbehave({ status: 201, body: { id: 'card' } }, { status: 429 });
    await teams.send(draft);
    await teams.send(draft);
    await teams.send(draft);
    expect(posts()).toBe(5);
  });
});

describe('deleting what was sent', () => {
  const removal = (sent: Delivery, externalId: string | null) => {
    const { id: delivery, who, address } = sent;
    return teams.remove?.({ delivery, who, address, externalId, attempt: 1 });
  };

  it('takes the card and its letter away, and is content when they are gone', async () => {
    const draft = delivery(examples.draft);
    const outcome = await teams.send(draft);
    const externalId = outcome.type === 'sent' ? outcome.externalId : null;
    expect(await removal(draft, externalId)).toEqual({ type: 'removed' });
    expect([...connector.deleted]).toEqual(externalId?.split(' '));
    expect(await removal(draft, externalId)).toEqual({ type: 'removed' });
  });

  it.each<[string, Behaviour, object]>([
    ['refused', { status: 403 }, { type: 'refused' }],
    [
      'too many',
      { status: 429, headers: { 'retry-after': '2' } },
      { type: 'throttled', retryAfterMs: 2_000 },
    ],
    ['broken', { status: 500 }, { type: 'failed' }],
    ['unauthorised', { status: 401 }, { type: 'failed' }],
    ['cut off', 'reset', { type: 'failed' }],
    ['silent', 'hang', { type: 'failed' }],
  ])('asks once, and classes what comes back: %s', async (_name, behaviour, removed) => {
    connector.misbehave(behaviour);
    expect(await removal(delivery(), '170')).toMatchObject(removed);
    expect(posts()).toBe(1);
  });

  it('takes away the card of a letter that never arrived', async () => {
    const draft = delivery(examples.draft);
    connector.misbehave({ status: 201, body: { id: 'card' } }, { status: 429 });
    await teams.send(draft);
    expect(await removal(draft, null)).toEqual({ type: 'removed' });
  });

  it('can do nothing about a message of which Teams never said whether it arrived', async () => {
    expect(await removal(delivery(), null)).toEqual({
      type: 'refused',
      reason: 'it is not known whether it arrived',
    });
    expect(posts()).toBe(0);
  });

  it('asks nothing of an address that Teams does not have', async () => {
    const sent = delivery(examples.text, { serviceUrl: 'https://evil.example/' });
    expect(await removal(sent, '170')).toMatchObject({ type: 'refused' });
  });
});
