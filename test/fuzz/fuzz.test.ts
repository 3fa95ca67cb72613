import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fixture, fixtureNames } from '../channels/slack/fixtures.js';
import { type Request, requestOf, signed } from '../channels/slack/request.js';
import { event } from '../channels/teams/fixtures.js';
import { row } from '../chaos/harness/table.js';
import { Chance, mutated, scrambled } from './mutate.js';
import { openWorld, SERVICE_URL, type World } from './world.js';

/** Bodies in all. `npm run fuzz` is the long form, with 100,000; `FUZZ_SEED` is another choice of them. */
const BODIES = Number(process.env['FUZZ'] ?? 900);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_120);
const LONG = BODIES > 10_000;
/** Memory is looked at so many times; what is loaded late and kept within bounds is there by the first. */
const LOOKS = LONG ? 10 : 1;
const AT_ONCE = 8;

let world: World;
const rejected: unknown[] = [];
const note = (reason: unknown): void => void rejected.push(reason);
beforeAll(async () => {
  process.on('unhandledRejection', note);
  world = await openWorld();
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  await world.close();
});

interface Shot {
  readonly path: string;
  readonly body: string;
  readonly headers: Record<string, string>;
}

/**
 * The status, or null when the server hung up on a body that is too large to be read. A connection that the server
 * let go for idleness just when it was used again is tried a second time, as every platform does.
 */
async function fire({ path, body, headers }: Shot, isSecond = false): Promise<number | null> {
  try {
    const response = await fetch(`${world.url}${path}`, { method: 'POST', body, headers });
    await response.arrayBuffer();
    return response.status;
  } catch (error) {
    if (body.length > 100_000 && error instanceof TypeError) return null;
    if (!isSecond && isReset(error)) return fire({ path, body, headers }, true);
    throw error;
  }
}

function isReset(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: unknown } };
  return cause?.code === 'ECONNRESET' || cause?.code === 'UND_ERR_SOCKET';
}

/** Fires all and returns how often each status came. */
async function volley(count: number, shot: (n: number) => Shot): Promise<Map<number | null, Shot[]>> {
  const found = new Map<number | null, Shot[]>();
  let next = 0;
  const soldier = async (): Promise<void> => {
    while (next < count) {
      const one = shot(next++);
      const status = await fire(one);
      const [first] = found.get(status) ?? [];
      found.set(status, first ? [first] : [one]);
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, soldier));
  await world.rest();
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
  return found;
}

async function isAlive(): Promise<boolean> {
  return (await fetch(`${world.url}/readyz`)).status === 200;
}

function failures(found: Map<number | null, Shot[]>): string[] {
  return (
    [...found]
      // 501 is Teams' own answer for a kind of event that a bot does not know.
      .filter(([status]) => status !== null && status >= 500 && status !== 501)
      .flatMap(([status, shots]) =>
        shots.map(({ path, body }) => `${status} ${path} ${body.slice(0, 2_000)}`),
      )
  );
}

const PATHS = {
  slack: '/slack/events',
  teams: '/api/messages',
  input: '/playground/input',
  clock: '/playground/clock',
};
const TEAMS = [
  'message',
  'message-command',
  'submit',
  'execute',
  'installed',
  'members-added',
  'edited',
  'unknown-invoke',
];
const json = { 'content-type': 'application/json' };

/** Built like the request of the payload before its change, since a changed one tells no longer what it was. */
function slackRequest(chance: Chance): Request {
  const payload = fixture(chance.pick(fixtureNames()));
  const { headers } = requestOf(payload);
  const changed = mutated(payload, chance);
  if ('command' in payload) {
    const fields = Object.entries(changed as object).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    return { body: new URLSearchParams(fields).toString(), headers };
  }
  const json = JSON.stringify(changed);
  const isForm = headers['content-type'] !== 'application/json';
  return { body: isForm ? new URLSearchParams({ payload: json }).toString() : json, headers };
}

function teamsBody(chance: Chance): string {
  return JSON.stringify(mutated(event(chance.pick(TEAMS), { serviceUrl: SERVICE_URL }), chance));
}

const input = {
  id: '00000000-0000-4000-8000-000000000001',
  input: { type: 'text', text: 'hello' },
  said: 'hello',
  zone: 'Europe/Berlin',
  locale: 'en-GB',
};
const click = {
  ...input,
  input: { type: 'click', action: '{"do":"start","flow":"offer"}', values: { company: 'x' } },
};

async function cookie(): Promise<string> {
  return (await fetch(world.url)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

describe('bodies that no platform sends', () => {
  test('signed all the same: each is answered, none is a fault', {
    timeout: LONG ? 3_600_000 : 60_000,
  }, async () => {
    const chance = new Chance(SEED);
    const own = await cookie();
    const shots: ((n: number) => Shot)[] = [
      () => ({ path: PATHS.slack, ...signed(slackRequest(chance)) }),
      () => ({
        path: PATHS.teams,
        body: teamsBody(chance),
        headers: { ...json, authorization: world.token() },
      }),
      (n) => {
        const body = mutated(
          { ...chance.pick([input, click]), id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` },
          chance,
        );
        return {
          path: chance.pick([PATHS.input, PATHS.clock]),
          body: JSON.stringify(body),
          headers: { ...json, cookie: own, origin: world.url },
        };
      },
      () => {
        const { body, headers } = slackRequest(chance);
        return { path: PATHS.slack, ...signed({ headers, body: scrambled(body, chance) }) };
      },
      () => ({
        path: PATHS.teams,
        body: scrambled(teamsBody(chance), chance),
        headers: { ...json, authorization: world.token() },
      }),
    ];
    const count = Math.floor((BODIES * 0.6) / LOOKS);
    const heaps: number[] = [];
    const faults: string[] = [];
    for (let look = 0; look < LOOKS; look += 1) {
      const found = await volley(count, (n) =>
        (shots[n % shots.length] as (n: number) => Shot)(look * count + n),
      );
      faults.push(...failures(found));
      if (!LONG) expect(faults, world.errors.join('')).toEqual([]);
      heaps.push(heapAfterCollection());
      if (LONG) process.stdout.write(`${(look + 1) * count} bodies: ${tellMemory()}\n`);
    }
    expect(rejected).toEqual([]);
    expect(world.handled()).toBeGreaterThan(0);
    expect(await isAlive()).toBe(true);
    if (!LONG) return;
    const [first = 0] = heaps;
    if (faults.length > 0) process.stdout.write(`${[...faults, ...world.errors].join('\n')}\n`);
    row('Signed bodies that no platform sends', [
      { what: 'bodies', is: LOOKS * count },
      { what: 'turns that they led to', is: world.handled(), atLeast: 1 },
      { what: 'kinds of faults', is: faults.length, exactly: 0 },
      { what: 'unhandled rejections', is: rejected.length, exactly: 0 },
      {
        what: 'growth of the heap since a tenth of them, %',
        is: Number(((100 * (heaps.at(-1) ?? 0)) / first - 100).toFixed(1)),
        atMost: 10,
      },
    ]);
  });

  test('unsigned, signed by another, altered or stale: none reaches a handler', {
    timeout: LONG ? 3_600_000 : 60_000,
  }, async () => {
    const chance = new Chance(SEED + 1);
    const before = world.handled();
    const shots: (() => Shot)[] = [
      () => ({ path: PATHS.slack, ...requestOf(fixture(chance.pick(fixtureNames()))) }),
      () => ({
        path: PATHS.slack,
        ...signed(requestOf(fixture('message')), { secret: `other ${chance.next()}` }),
      }),
      () => ({
        path: PATHS.slack,
        ...signed(requestOf(fixture('message')), { ageS: chance.pick([301, 4_000, -4_000, 1e9]) }),
      }),
      () => {
        const { body, headers } = signed(
          requestOf(fixture(chance.pick(['message', 'click-button', 'command']))),
        );
        return { path: PATHS.slack, body: `${body} `, headers };
      },
      () => {
        const { body, headers } = signed(requestOf(fixture('message')));
        const signature = scrambled(headers['x-slack-signature'] ?? '', chance).replace(/[^\x20-\x7e]/g, '');
        const isWhole = signature === headers['x-slack-signature'];
        return {
          path: PATHS.slack,
          body,
          headers: { ...headers, 'x-slack-signature': isWhole ? 'v0=' : signature },
        };
      },
      () => ({
        path: PATHS.teams,
        body: JSON.stringify(event(chance.pick(TEAMS), { serviceUrl: SERVICE_URL })),
        headers: json,
      }),
      () => {
        const [, claims = ''] = world.token().split('.');
        const head = chance.pick([
          '{"alg":"none"}',
          '{"alg":"HS256","kid":"k1"}',
          '{"alg":"RS256","kid":"k2"}',
          '{}',
        ]);
        const authorization = `Bearer ${Buffer.from(head).toString('base64url')}.${claims}.${chance.pick(['', 'x', 'AAAA'])}`;
        return {
          path: PATHS.teams,
          body: JSON.stringify(event('message', { serviceUrl: SERVICE_URL })),
          headers: { ...json, authorization },
        };
      },
      () => {
        const claims = chance.pick([
          { aud: 'other' },
          { iss: 'https://evil.example' },
          { exp: 2, nbf: 1 },
          { serviceurl: 'https://evil.example/' },
        ]);
        return {
          path: PATHS.teams,
          body: JSON.stringify(event('message', { serviceUrl: SERVICE_URL })),
          headers: { ...json, authorization: world.token(claims) },
        };
      },
      () => ({ path: PATHS.input, body: JSON.stringify(input), headers: json }),
      () => ({
        path: PATHS.input,
        body: JSON.stringify(input),
        headers: { ...json, cookie: 'bowout_playground=guess', origin: world.url },
      }),
      () => ({
        path: PATHS.input,
        body: JSON.stringify(input),
        headers: { ...json, origin: 'https://evil.example', cookie: `bowout_playground=${'a'.repeat(32)}` },
      }),
    ];
    // The Teams library tells the console of every token that it refuses.
    const muted = vi.spyOn(console, 'error').mockImplementation(() => {});
    const found = await volley(Math.floor(BODIES * 0.4), (n) => (shots[n % shots.length] as () => Shot)());
    muted.mockRestore();
    expect([...found.keys()].filter((status) => status === null || status < 400 || status >= 500)).toEqual(
      [],
    );
    expect(world.handled() - before).toBe(0);
    expect(rejected).toEqual([]);
    expect(await isAlive()).toBe(true);
    if (LONG)
      row('Unsigned, signed by another, altered or stale', [
        { what: 'bodies', is: Math.floor(BODIES * 0.4) },
        { what: 'unsigned bodies at a handler', is: world.handled() - before, exactly: 0 },
        { what: 'unhandled rejections', is: rejected.length, exactly: 0 },
      ]);
  });

  test('of a megabyte and more, or nested without end: refused, and the server lives', async () => {
    const before = world.handled();
    const own = await cookie();
    const bodies = [
      `{"text":"${'x'.repeat(1_100_000)}"}`,
      '['.repeat(1_100_000),
      `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`,
      'x'.repeat(5_000_000),
    ];
    for (const body of bodies) {
      const shots: Shot[] = [
        { path: PATHS.slack, ...signed({ body, headers: json }) },
        { path: PATHS.teams, body, headers: { ...json, authorization: world.token() } },
        { path: PATHS.input, body, headers: { ...json, cookie: own, origin: world.url } },
      ];
      for (const shot of shots) {
        const status = await fire(shot);
        expect(status === null || (status >= 400 && status < 500), `${shot.path}: ${status}`).toBe(true);
      }
    }
    expect(world.handled() - before).toBe(0);
    expect(rejected).toEqual([]);
    expect(await isAlive()).toBe(true);
  });
});

function tellMemory(): string {
  const { heapUsed, external, rss } = process.memoryUsage();
  const mb = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;
  return `heap ${mb(heapUsed)}, outside it ${mb(external)}, resident ${mb(rss)}`;
}

/** Bytes in use after a full collection. */
function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
