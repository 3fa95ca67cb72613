import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../../src/channels/web/limits.js';
import { type Playground, startPlayground } from './playground.js';
import { greeting, plain, reminder } from './samples.js';

let playground: Playground;
let cookie: string;

beforeAll(async () => {
  playground = await startPlayground();
});
afterAll(() => playground.close());
beforeEach(async () => {
  playground.answer(() => []);
  cookie = await newPerson();
});

async function newPerson(): Promise<string> {
  const response = await fetch(playground.url);
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

const id = (): string => crypto.randomUUID();
const text = (value: string, eventId = id()) => ({
  id: eventId,
  input: { type: 'text', text: value },
  said: value,
  zone: 'Europe/Berlin',
  locale: 'en-GB',
});

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${playground.url}/playground/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: playground.url, Cookie: cookie, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function codeOf(response: Response): Promise<{ status: number; code: string; problems: string[] }> {
  const { error } = (await response.json()) as {
    error: { code: string; message: string; remedy: string; problems: string[] };
  };
  expect(error.message).not.toBe('');
  expect(error.remedy).not.toBe('');
  return { status: response.status, code: error.code, problems: error.problems };
}

interface Event {
  readonly event: string;
  readonly id: string;
  readonly data: { readonly id?: string; readonly text?: string; readonly from?: string };
}

/** Reads events until one of this name came. */
async function events(until: string, of = cookie, query = ''): Promise<Event[]> {
  const response = await fetch(`${playground.url}/playground/stream${query}`, { headers: { Cookie: of } });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const found: Event[] = [];
  let rest = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s)));
      if (!fields['event']) continue;
      found.push({ event: fields['event'], id: fields['id'] ?? '', data: JSON.parse(fields['data']) });
      if (fields['event'] === until) return found;
    }
  }
  return found;
}

describe('the page', () => {
  it('gives a newcomer a cookie that scripts and other sites cannot use', async () => {
    const response = await fetch(playground.url);
    const set = response.headers.getSetCookie()[0] ?? '';
    expect(set).toMatch(/^bowout_playground=[\w-]{32}; .*HttpOnly; SameSite=Lax$/);
    expect(await response.text()).toContain('{&quot;newcomer&quot;:true,');
  });

  it('knows a person again', async () => {
    const response = await fetch(playground.url, { headers: { Cookie: cookie } });
    expect(response.headers.getSetCookie()[0]).toContain(cookie);
    expect(await response.text()).toContain('{&quot;newcomer&quot;:false,');
  });

  it('allows nothing inline and nothing from elsewhere', async () => {
    const response = await fetch(playground.url);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    const html = await response.text();
    expect(html).not.toMatch(/<style|style=|<script(?! type="module" src=")| on\w+=|https?:/);
  });

  it('serves its files and nothing beside them', async () => {
    const get = (path: string) => fetch(`${playground.url}/playground/${path}`);
    expect((await get('assets/main.js')).status).toBe(200);
    expect((await get('assets/base.css')).headers.get('content-type')).toContain('text/css');
    for (const path of ['assets/', 'assets/nothing.js', 'assets/%2e%2e/mount.ts', 'elsewhere']) {
      expect(await codeOf(await get(path)), path).toMatchObject({ status: 404, code: 'unknown' });
    }
  });
});

describe('what a person does', () => {
  it('reaches the coach with who, where, zone and locale, and without the cookie', async () => {
    const body = text('hello');
    const response = await post('input', body);
    expect(await response.json()).toMatchObject({ result: 'handled', clock: { next: null } });
    const inbound = playground.inbounds.at(-1);
    expect(inbound).toMatchObject({
      input: { type: 'text', text: 'hello' },
      zone: 'Europe/Berlin',
      locale: 'en-GB',
      who: { tenant: 'local' },
      address: { channel: 'web', to: { person: inbound?.who.person } },
    });
    expect(inbound?.id).toContain(body.id);
    expect(JSON.stringify(inbound)).not.toContain(cookie.split('=')[1]);
  });

  it('has one effect when it is posted again', async () => {
    playground.answer(() => [greeting]);
    const body = text('hello');
    await post('input', body);
    const again = await post('input', body);
    expect(await again.json()).toMatchObject({ result: 'repeated' });
    const entries = (await events('ready')).filter((each) => each.event === 'entry');
    expect(entries.map((each) => each.data.from)).toEqual(['person', 'coach']);
  });

  it('can be sent again after it could not be saved', async () => {
    playground.answer(() => {
      throw new Error('the store is closed');
    });
    const body = text('my salary is a secret');
    expect(await codeOf(await post('input', body))).toMatchObject({ status: 503, code: 'failed' });
    expect(playground.log.at(-1)).toContain('the store is closed');
    expect(playground.log.join()).not.toContain('secret');
    playground.answer(() => [plain('Thank you.')]);
    expect(await (await post('input', body)).json()).toMatchObject({ result: 'handled' });
    const entries = (await events('ready')).filter((each) => each.event === 'entry');
    expect(entries.map((each) => each.data.from)).toEqual(['person', 'coach']);
  });

  it.each([
    ['no id', { ...text('a'), id: undefined }, 'id'],
    ['an id that is no id', text('a', '../../etc'), 'id'],
    ['an unknown type', { ...text('a'), input: { type: 'shout', text: 'a' } }, 'input.type'],
    ['an empty text', text(''), 'input.text'],
    ['a text that is too long', text('a'.repeat(limits.textLength + 1)), 'input.text'],
    ['a click without action', { ...text('a'), input: { type: 'click', action: '' } }, 'input.action'],
    [
      'values that are no texts',
      { ...text('a'), input: { type: 'click', action: 'x', values: { pay: 3 } } },
      'input.values.pay',
    ],
    ['no zone', { ...text('a'), zone: 'Europe/Atlantis' }, 'zone'],
    ['an offset as zone', { ...text('a'), zone: '+02:00' }, 'zone'],
    ['more than was asked', { ...text('a'), person: 'someone else' }, 'body'],
    ['no object', '[]', 'body'],
  ])('is refused with %s, naming the place and not the value', async (_what, body, place) => {
    const count = playground.inbounds.length;
    const { status, code, problems } = await codeOf(await post('input', body));
    expect({ status, code }).toEqual({ status: 400, code: 'malformed' });
    expect(problems.some((problem) => problem.startsWith(`${place}: `))).toBe(true);
    expect(problems.join()).not.toMatch(/Atlantis|someone else|shout/);
    expect(playground.inbounds).toHaveLength(count);
  });

  it('must be JSON of at most 64 KB', async () => {
    expect(await codeOf(await post('input', '{"id": '))).toMatchObject({ status: 400, code: 'not-json' });
    expect(await codeOf(await post('input', text('a'), { 'Content-Type': 'text/plain' }))).toMatchObject({
      status: 400,
      code: 'not-json',
    });
    expect(
      await codeOf(await post('input', text('a'), { 'Content-Type': 'application/json; charset=ebcdic' })),
    ).toMatchObject({ status: 400, code: 'not-json' });
    expect(await codeOf(await post('input', text('a'.repeat(65 * 1024))))).toMatchObject({
      status: 413,
      code: 'too-large',
    });
  });

  it.each([
    ['another origin', { Origin: 'https://evil.example' }],
    ['an opaque origin', { Origin: 'null' }],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a sister site', { 'Sec-Fetch-Site': 'same-site' }],
  ])('is refused from %s', async (_what, headers) => {
    const count = playground.inbounds.length;
    for (const path of ['input', 'clock']) {
      expect(await codeOf(await post(path, text('a'), headers))).toMatchObject({
        status: 403,
        code: 'foreign',
      });
    }
    expect(playground.inbounds).toHaveLength(count);
  });

  it('is refused without an origin, since browsers always send one', async () => {
    const status = await new Promise((resolve, reject) => {
      const url = `${playground.url}/playground/input`;
      const headers = { 'Content-Type': 'application/json', Cookie: cookie };
      request(url, { method: 'POST', headers }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end('{}');
    });
    expect(status).toBe(403);
  });

  it('is refused without a valid cookie', async () => {
    for (const Cookie of ['', 'bowout_playground=short', 'other=1']) {
      expect(await codeOf(await post('input', text('a'), { Cookie }))).toMatchObject({
        status: 401,
        code: 'no-person',
      });
    }
  });
});

describe('the stream', () => {
  it('shows the conversation again, and what comes after a position', async () => {
    playground.answer(() => [plain('First.'), plain('Second.')]);
    await post('input', text('hello'));
    const all = (await events('ready')).filter((each) => each.event === 'entry');
    expect(all.map((each) => each.data.from)).toEqual(['person', 'coach', 'coach']);
    const rest = await events('ready', cookie, `?since=${all[1]?.id}`);
    expect(rest.filter((each) => each.event === 'entry').map((each) => each.id)).toEqual([all[2]?.id]);
  });

  it("never shows another person's conversation", async () => {
    const sam = cookie;
    const kim = await newPerson();
    playground.answer(() => [plain('For Sam alone.')]);
    const listening = events('clock', kim);
    await post('input', text('from Sam'));
    cookie = kim;
    playground.answer(() => []);
    await post('input', text('from Kim'));
    const seen = JSON.stringify(await listening);
    expect(seen).toContain('from Kim');
    expect(seen).not.toContain('Sam');
    expect(JSON.stringify(await events('ready', sam))).toContain('For Sam alone.');
  });

  it('is refused to another site and without a cookie', async () => {
    const get = (headers: Record<string, string>) =>
      fetch(`${playground.url}/playground/stream`, { headers });
    expect(await codeOf(await get({ Cookie: cookie, Origin: 'https://evil.example' }))).toMatchObject({
      status: 403,
    });
    expect(await codeOf(await get({}))).toMatchObject({ status: 401, code: 'no-person' });
  });

  it('lets the oldest of too many pages rest', async () => {
    const oldest = events('elsewhere');
    const others: Promise<Event[]>[] = [];
    for (let i = 0; i < limits.streams; i += 1) {
      await events('ready');
      others.push(events('cleared'));
    }
    expect((await oldest).map((each) => each.event)).toContain('elsewhere');
    await post('input', text('hello'));
    const who = playground.inbounds.at(-1)?.who;
    if (who) playground.web.forget(who);
    await Promise.all(others);
  });

  it('tells a page to forget when everything about a person was deleted', async () => {
    await post('input', text('hello'));
    const listening = events('cleared');
    await events('ready');
    const who = playground.inbounds.at(-1)?.who;
    if (who) playground.web.forget(who);
    expect((await listening).at(-1)?.event).toBe('cleared');
    expect((await events('ready')).map((each) => each.event)).toEqual(['ready']);
  });
});

describe('the clock', () => {
  const move = (to: string, zone = 'Europe/Berlin') => post('clock', { to, zone });

  it('moves on, and tells whether a reminder arrived', async () => {
    expect(await (await move('2026-11-21T09:00')).json()).toEqual({
      arrived: false,
      clock: { now: '2026-11-21T08:00:00.000Z', next: null },
    });
    playground.plan('2026-11-22T09:00', reminder);
    expect(await (await move('2026-11-23T09:00')).json()).toMatchObject({ arrived: true });
    const entry = (await events('ready')).find((each) => each.event === 'entry');
    expect(entry?.data).toMatchObject({ at: '2026-11-22T08:00:00.000Z', view: { kind: 'reminder' } });
  });

  it('does not go back, nor away by more than three years', async () => {
    expect(await codeOf(await move('2026-11-01T09:00'))).toMatchObject({ status: 400, code: 'past' });
    expect(await codeOf(await move('2036-11-01T09:00'))).toMatchObject({ status: 400, code: 'far' });
  });

  it.each(['tomorrow', '2026-13-01T09:00', '2026-11-30', '2026-11-30T09:00:00Z'])(
    'refuses %s as a time',
    async (to) => {
      expect(await codeOf(await move(to))).toMatchObject({ status: 400, code: 'malformed' });
    },
  );
});

describe('send', () => {
  const who = { tenant: 'local', person: 'p1' };
  const delivery = (to: Record<string, string>) => ({
    id: 'd1',
    who,
    address: { channel: 'web' as const, to },
    message: greeting,
    attempt: 1,
  });

  it('shows a message once, however often it is tried', async () => {
    const { web } = playground;
    expect(await web.find?.(delivery({ person: 'p1' }))).toBeNull();
    expect(await web.send(delivery({ person: 'p1' }))).toEqual({ type: 'sent', externalId: 'd1' });
    await web.send({ ...delivery({ person: 'p1' }), attempt: 2 });
    expect(web.history.since('p1', null)).toHaveLength(1);
    expect(await web.find?.(delivery({ person: 'p1' }))).toBe('d1');
  });

  it('refuses an address that is not its own', async () => {
    expect(await playground.web.send(delivery({ channel: 'C1' }))).toMatchObject({
      type: 'refused',
      addressDead: true,
      reason: expect.stringContaining('it has channel'),
    });
  });
});
