import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openWorld, type World } from './world.js';

/* Bowout as its operator runs it, installed by a browser in a Slack that others have written. */

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const callsOf = (method: string) => world.calls.filter((call) => call.method === method);
const eventually = <T>(holds: () => T | Promise<T>) => vi.waitFor(holds, { timeout: 20_000 });
const rows = async (table: string): Promise<number> =>
  (await world.sql.query<{ n: number }>(`select count(*) as n from ${table}`))[0]?.n ?? -1;

const readable = (text: string): string =>
  text
    .replace(/&(?:amp|#38);/g, '&')
    .replace(/&#x2F;/g, '/')
    .replace(/&#x3D;/g, '=')
    .replace(/&quot;/g, '"');

/** Goes the whole way as a browser does, and tells who agreed and in which workspace. */
async function install() {
  const begun = await fetch(`${world.url}/slack/install`);
  const cookie = begun.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const link = /class="button" href="([^"]+)"/.exec(await begun.text())?.[1] ?? '';

  const consent = await (await fetch(readable(link))).text();
  const form = /<form[^>]+action="([^"]+)"[^>]*>([\s\S]*?sam[\s\S]*?)<\/form>/.exec(consent);
  const fields = [...(form?.[2] ?? '').matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name, value]) => [name ?? '', readable(value ?? '')] as [string, string],
  );
  const agreed = await fetch(new URL(readable(form?.[1] ?? ''), readable(link)), {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  const back = agreed.headers.get('location') ?? '';
  const end = await fetch(back, { headers: { cookie } });

  const granted = callsOf('oauth.v2.access').at(-1)?.answer as {
    access_token: string;
    bot_user_id: string;
    team: { id: string };
  };
  const user = Object.fromEntries(fields)['user_id'] ?? '';
  return {
    end,
    back,
    cookie,
    user,
    token: granted.access_token,
    bot: granted.bot_user_id,
    team: granted.team.id,
  };
}

type Installed = Awaited<ReturnType<typeof install>>;

let events = 0;
function eventOf({ team, bot }: Pick<Installed, 'team' | 'bot'>, event: Record<string, unknown>) {
  return {
    type: 'event_callback',
    team_id: team,
    api_app_id: 'A0BOWOUT1',
    event_id: `Ev${++events}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ enterprise_id: null, team_id: team, user_id: bot, is_bot: true }],
    event,
  };
}

describe('Bowout in the emulator', () => {
  let first: Installed;

  it('runs beside a Node that the emulator supports', () => {
    expect(Number(world.node.split('.')[0])).toBeGreaterThanOrEqual(24);
  });

  it('is added by a browser, from the page to the token', async () => {
    first = await install();
    expect(first.end.status).toBe(200);
    expect(await first.end.text()).toContain('Bowout is in your workspace');
    expect(first.token).toMatch(/^xoxb-/);
    const [row] = await world.sql.query<{ id: string; tenant: string; bot: string; token: Uint8Array }>(
      'select * from installations',
    );
    expect(row).toMatchObject({ id: first.team, tenant: `slack:${first.team}`, bot: first.bot });
    expect(Buffer.from(row?.token ?? []).includes(first.token)).toBe(false);
    expect(await rows('install_states')).toBe(0);
  });

  it('cannot be added by the same answer again', async () => {
    expect((await fetch(first.back, { headers: { cookie: first.cookie } })).status).toBe(400);
    expect(callsOf('oauth.v2.access')).toHaveLength(1);
  });

  it('greets whoever opens it, and answers, with that token and no more scopes than it asked for', async () => {
    const { user, token } = first;
    const opened = { type: 'app_home_opened', user, tab: 'messages', event_ts: '1.1' };
    expect(await world.send(eventOf(first, opened))).toBe(200);
    await eventually(() => expect(callsOf('chat.postMessage').length).toBeGreaterThan(0));
    const channel = callsOf('chat.postMessage')[0]?.answer['channel'];
    const before = callsOf('chat.postMessage').length;

    const text = 'I got an offer';
    const said = { type: 'message', channel_type: 'im', channel, user, text, ts: '1795161600.000100' };
    expect(await world.send(eventOf(first, said))).toBe(200);
    await eventually(() => expect(callsOf('chat.postMessage').length).toBeGreaterThan(before));

    const spoken = world.calls.filter(({ method }) => method !== 'oauth.v2.access');
    expect(new Set(spoken.map((call) => call.token))).toEqual(new Set([token]));
    expect(spoken.filter(({ answer }) => answer['error'] === 'missing_scope')).toEqual([]);
    expect(callsOf('chat.postMessage').every(({ answer }) => answer['ok'])).toBe(true);
  });

  it('leaves nothing behind when it is removed', async () => {
    expect(await rows('people')).toBe(1);
    world.revoke(first.token);
    expect(await world.send(eventOf(first, { type: 'tokens_revoked', tokens: { bot: [first.bot] } }))).toBe(
      200,
    );
    expect(await world.send(eventOf(first, { type: 'app_uninstalled' }))).toBe(200);
    await eventually(async () => {
      for (const table of ['installations', 'people', 'inbound', 'reminders', 'outbox', 'attempts'])
        expect([table, await rows(table)]).toEqual([table, 0]);
    });
  });

  it('can be added again, and begins anew with another token', async () => {
    const second = await install();
    expect(second.end.status).toBe(200);
    expect(second.token).not.toBe(first.token);
    const before = callsOf('chat.postMessage').length;
    await world.send(
      eventOf(second, { type: 'app_home_opened', user: second.user, tab: 'messages', event_ts: '2.1' }),
    );
    await eventually(() => expect(callsOf('chat.postMessage').length).toBeGreaterThan(before));
    expect(callsOf('chat.postMessage').at(-1)?.token).toBe(second.token);
  });

  it('wrote no token and no secret into its log', () => {
    expect(world.printed()).not.toMatch(/xox[bp]-|client_secret|I got an offer/);
  });
});
