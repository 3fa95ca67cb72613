import { createHash, randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SCOPES } from '../../../src/channels/slack/add-to-slack.js';
import { readConfig } from '../../../src/config.js';
import { createLog } from '../../../src/log.js';
import { type Running, startOn } from '../../../src/main.js';
import { TIMING } from '../../../src/service/timing.js';
import type { Driver } from '../../../src/store/driver.js';
import { openStoreOn } from '../../../src/store/open-store.js';
import { openPglite } from '../../../src/store/pglite.js';
import { loadWords } from '../../../src/templates.js';
import { fixture, type Payload } from './fixtures.js';
import { CLIENT, type OAuthServer, startOAuthServer } from './oauth-server.js';
import { requestOf, SIGNING_SECRET, signed } from './request.js';

/* "Add to Slack", as a browser, Slack and the people of several workspaces see it, with the whole server behind. */

const words = loadWords('en');
const base = 'http://localhost:4321';
const encryptionKey = randomBytes(32).toString('hex');
const OF_PEOPLE = ['people', 'reminders', 'outbox', 'attempts', 'inbound'];

let slack: OAuthServer;
let driver: Driver;
let running: Running;
let url: string;
let logged: string;

beforeAll(async () => {
  driver = await openPglite(null);
});
afterAll(() => driver.close());

beforeEach(async () => {
  slack = await startOAuthServer();
  logged = '';
  const write = (line: string) => {
    logged += line;
  };
  const log = createLog('debug', { write });
  const config = readConfig({
    PORT: '0',
    PLAYGROUND: '0',
    BASE_URL: base,
    SLACK_CLIENT_ID: CLIENT.id,
    SLACK_CLIENT_SECRET: CLIENT.secret,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.url,
  });
  const store = await openStoreOn({ ...driver, close: async () => {} }, encryptionKey, log);
  for (const table of ['installations', 'install_states', 'removed_installations', ...OF_PEOPLE])
    await driver.query(`truncate ${table}`);
  running = await startOn(store, config, log, TIMING);
  url = `http://127.0.0.1:${running.port}`;
});

afterEach(async () => {
  await running.close();
  await slack.close();
});

/** One browser: it keeps its cookie. */
function openBrowser() {
  let cookie = '';
  return async (address: string) => {
    const response = await fetch(address.replace(base, url), {
      redirect: 'manual',
      headers: cookie ? { cookie } : {},
    });
    for (const set of response.headers.getSetCookie()) cookie = set.split(';')[0] ?? '';
    return response;
  };
}

const linkIn = (page: string): string =>
  (/class="button" href="([^"]+)"/.exec(page)?.[1] ?? '').replace(/&(amp|#x2F|#x3D);/g, (_, name) =>
    name === 'amp' ? '&' : name === '#x2F' ? '/' : '=',
  );

/** Up to Slack's answer: the address to which it sends the browser back. */
async function agree(browse = openBrowser()) {
  const page = await (await browse(`${base}/slack/install`)).text();
  const back = (await browse(linkIn(page))).headers.get('location') ?? '';
  return { browse, back };
}

async function install(): Promise<Response> {
  const { browse, back } = await agree();
  return browse(back);
}

const post = async (payload: Payload): Promise<number> =>
  (await fetch(`${url}/slack/events`, { method: 'POST', ...signed(requestOf(payload)) })).status;

/** An event of a workspace, by its fixture's name. */
const eventOf = (
  name: string,
  team: string,
  more: { enterprise?: string; event?: Payload; at?: number } = {},
) => {
  const payload = fixture(name);
  const ts = `${1_795_161_600 + Math.floor(Math.random() * 1e6)}.000100`;
  const enterprise = more.enterprise ?? null;
  return {
    ...payload,
    team_id: team,
    enterprise_id: enterprise,
    context_team_id: team,
    context_enterprise_id: enterprise,
    authorizations: [{ team_id: team, enterprise_id: enterprise, user_id: 'U0BOTSELF', is_bot: true }],
    event_time: more.at ?? Math.floor(Date.now() / 1000),
    event: { ...(payload['event'] as Payload), ts, ...more.event },
  };
};

const eventually = <T>(holds: () => T | Promise<T>) => vi.waitFor(holds, { timeout: 20_000 });
const posts = () => slack.calls.filter(({ method }) => method === 'chat.postMessage');
const answered = (count: number) => eventually(() => expect(posts().length).toBeGreaterThanOrEqual(count));
const countOf = async (table: string): Promise<number> =>
  (await driver.query<{ n: number }>(`select count(*) as n from ${table}`))[0]?.n ?? -1;

describe('the page that adds Bowout', () => {
  it('says what it is and what it asks for, and leads to Slack with those scopes', async () => {
    const response = await fetch(`${url}/slack/install`);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain(words.text('slack-install.invitation.title'));
    for (const item of words.list('slack-install.invitation.list')) expect(page).toContain(item);
    const { origin, pathname, searchParams } = new URL(linkIn(page));
    expect(`${origin}${pathname}`).toBe(`${new URL(slack.url).origin}/oauth/v2/authorize`);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: CLIENT.id,
      scope: SCOPES.join(','),
      redirect_uri: `${base}/slack/oauth_redirect`,
      state: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it('can be framed, scripted and kept by nobody', async () => {
    const response = await fetch(`${url}/slack/install`);
    const { headers } = response;
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(await response.text()) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none';style-src 'sha256-${hash}';img-src data:;base-uri 'none';form-action 'none';frame-ancestors 'none'`,
    );
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/; Secure; HttpOnly; Path=\/; Max-Age=600$/),
    ]);
  });

  it('keeps no state that somebody with the database could use', async () => {
    const page = await (await fetch(`${url}/slack/install`)).text();
    const state = new URL(linkIn(page)).searchParams.get('state') ?? '';
    const rows = await driver.query<{ hash: string }>('select hash from install_states');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.hash).not.toContain(state);
  });
});

describe('adding Bowout', () => {
  it('ends on a page that opens it in Slack, with the token kept encrypted', async () => {
    const response = await install();
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain(words.text('slack-install.added.title'));
    expect(linkIn(page)).toBe('https://slack.com/app_redirect?app=A0BOWOUT1&team=T0WORK001');
    const [row] = await driver.query<{ id: string; token: Uint8Array }>('select * from installations');
    expect(row?.id).toBe('T0WORK001');
    expect(Buffer.from(row?.token ?? []).toString('latin1')).not.toContain('xoxb');
    expect(logged + page).not.toMatch(/xox|client-secret/);
  });

  it('needs the browser that began', async () => {
    const { back } = await agree();
    const response = await openBrowser()(back);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(words.text('slack-install.stale.title'));
    expect(await countOf('installations')).toBe(0);
  });

  it('works once for each beginning', async () => {
    const { browse, back } = await agree();
    const state = new URL(back).searchParams.get('state');
    expect((await browse(back)).status).toBe(200);
    // The library takes the cookie away; whoever kept a copy gets no further.
    const copy = await fetch(back.replace(base, url), {
      headers: { cookie: `slack-app-oauth-state=${state}` },
    });
    expect(copy.status).toBe(400);
  });

  it('does not work without a state, as from a button of Slack itself', async () => {
    const response = await fetch(`${url}/slack/oauth_redirect?code=1`);
    expect(response.status).toBe(400);
    expect(linkIn(await response.text())).toBe('/slack/install');
  });

  it('can be left, and nothing is said against it', async () => {
    const response = await fetch(`${url}/slack/oauth_redirect?error=access_denied&state=x`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(words.text('slack-install.cancelled.title'));
  });

  it.each(['oauth.v2.access', 'auth.test'])(
    'says so when Slack fails at %s, and can begin again',
    async (method) => {
      slack.fail(method, 'internal_error');
      const response = await install();
      expect(response.status).toBe(502);
      expect(await response.text()).toContain(words.text('slack-install.failed.title'));
      expect(await countOf('installations')).toBe(0);
      slack.fail(method, null);
      expect((await install()).status).toBe(200);
    },
  );
});

describe('several workspaces', () => {
  it('are each answered with their own token', async () => {
    for (const team of ['T0WORK001', 'T0WORK002']) {
      slack.willGrant({ team });
      await install();
    }
    for (const team of ['T0WORK002', 'T0WORK001']) {
      const before = posts().length;
      expect(await post(eventOf('message', team))).toBe(200);
      await answered(before + 1);
    }
    expect(new Set(posts().map(({ token }) => token))).toEqual(new Set(slack.tokens));
    expect(posts()[0]?.token).toBe(slack.tokens[1]);
    const people = await driver.query<{ tenant: string }>('select tenant from people order by tenant');
    expect(people.map(({ tenant }) => tenant)).toEqual(['slack:T0WORK001', 'slack:T0WORK002']);
  });

  it('that never added Bowout are neither answered nor remembered', async () => {
    await install();
    expect(await post(eventOf('message', 'T0OTHER01'))).toBe(200);
    expect(posts()).toEqual([]);
    expect(await countOf('people')).toBe(0);
  });
});

describe('an organisation', () => {
  it('adds Bowout once for all of its workspaces', async () => {
    slack.willGrant({ team: null, enterprise: 'E0ORG0001' });
    const page = await (await install()).text();
    expect(page).toContain(words.text('slack-install.added-everywhere.title'));
    await post(eventOf('message', 'T0WORK007', { enterprise: 'E0ORG0001' }));
    await answered(1);
    expect(posts()[0]?.token).toBe(slack.tokens[0]);
    expect(await driver.query('select id, tenant from installations')).toEqual([
      { id: 'E0ORG0001', tenant: 'slack:E0ORG0001' },
    ]);
  });

  it('is answered by the nearest installation, and keeps its people when only that one goes', async () => {
    slack.willGrant({ team: null, enterprise: 'E0ORG0001' });
    await install();
    slack.willGrant({ team: 'T0WORK007', enterprise: 'E0ORG0001' });
    await install();
    const event = (name: string) => eventOf(name, 'T0WORK007', { enterprise: 'E0ORG0001' });
    await post(event('message'));
    await answered(1);
    expect(posts()[0]?.token).toBe(slack.tokens[1]);

    slack.refuse(slack.tokens[1] ?? '', 'account_inactive');
    expect(await post(event('app-uninstalled'))).toBe(200);
    await post(event('message'));
    await eventually(() => expect(posts().at(-1)?.token).toBe(slack.tokens[0]));
    expect([await countOf('people'), await countOf('installations')]).toEqual([1, 1]);
  });
});

describe('the Home tab', () => {
  const shown = () => slack.calls.filter(({ method }) => method === 'views.publish');

  it('is shown by the installation of its workspace', async () => {
    for (const team of ['T0WORK001', 'T0WORK002']) {
      slack.willGrant({ team });
      await install();
    }
    expect(await post(eventOf('app-home-opened-home', 'T0WORK002'))).toBe(200);
    await eventually(() => expect(shown()[0]?.token).toBe(slack.tokens[1]));
  });

  it('is shown in an organisation of which only that workspace added Bowout', async () => {
    slack.willGrant({ team: 'T0WORK007', enterprise: 'E0ORG0001' });
    await install();
    await post(eventOf('app-home-opened-home', 'T0WORK007', { enterprise: 'E0ORG0001' }));
    await eventually(() => expect(shown()[0]?.token).toBe(slack.tokens[0]));
  });
});

describe('removing Bowout', () => {
  const TEAM = 'T0WORK001';
  const gone = async () => {
    for (const table of [...OF_PEOPLE, 'installations'])
      expect([table, await countOf(table)]).toEqual([table, 0]);
  };
  const talk = async () => {
    const before = posts().length;
    expect(await post(eventOf('message', TEAM))).toBe(200);
    await answered(before + 1);
  };

  it.each([[['app-uninstalled', 'tokens-revoked']], [['tokens-revoked', 'app-uninstalled']]])(
    'by %j, told twice each, leaves nothing of the workspace',
    async (names) => {
      await install();
      await talk();
      slack.refuse(slack.tokens[0] ?? '', 'token_revoked');
      for (const name of [...names, ...names]) expect(await post(eventOf(name, TEAM))).toBe(200);
      await eventually(gone);
    },
  );

  it('and adding it again starts clean, whatever Slack repeats of before', async () => {
    await install();
    await talk();
    slack.refuse(slack.tokens[0] ?? '', 'token_revoked');
    const old = eventOf('app-uninstalled', TEAM);
    await post(old);
    await install();
    await talk();
    expect(posts().at(-1)?.token).toBe(slack.tokens[1]);

    expect(await post({ ...old, event_time: Math.floor(Date.now() / 1000) - 600 })).toBe(200);
    await running.close();
    expect(logged).not.toContain('StillThere');
  });

  it('is not believed while the token works: Slack tells it again, and at last nothing is done', async () => {
    await install();
    await talk();
    expect(await post(eventOf('app-uninstalled', TEAM))).toBe(500);
    await driver.query(`update installations set added_at = now() - interval '1 hour'`);
    const fiveMinutesAgo = Math.floor(Date.now() / 1000) - 300;
    expect(await post(eventOf('app-uninstalled', TEAM, { at: fiveMinutesAgo }))).toBe(200);
    expect([await countOf('people'), await countOf('installations')]).toEqual([1, 1]);
  });

  it('cannot be confirmed while Slack is away: it is told again', async () => {
    await install();
    slack.fail('auth.test', 'internal_error');
    expect(await post(eventOf('app-uninstalled', TEAM))).toBe(500);
    expect(await countOf('installations')).toBe(1);
  });

  it('is something else than the tokens of people, or of another bot', async () => {
    await install();
    for (const tokens of [{ oauth: ['U061F7AUR'] }, { bot: ['U0OTHERBOT'] }])
      expect(await post(eventOf('tokens-revoked', TEAM, { event: { tokens } }))).toBe(200);
    expect(await countOf('installations')).toBe(1);
  });

  it('is noticed when nobody told it, once Slack refuses the token', async () => {
    await install();
    await talk();
    slack.refuse(slack.tokens[0] ?? '', 'token_revoked');
    expect(await post(eventOf('message', TEAM))).toBe(200);
    await eventually(gone);
  });

  it('has nothing to do with a token that Slack refuses for another reason', async () => {
    await install();
    await talk();
    slack.refuse(slack.tokens[0] ?? '', 'invalid_auth');
    expect(await post(eventOf('message', TEAM))).toBe(200);
    await eventually(() => expect(posts().length).toBeGreaterThan(1));
    await running.close();
    expect(logged).not.toContain('was removed');
  });
});

describe('somebody of another company, in a direct message that two workspaces share', () => {
  const theirs = { user: 'U0ELSE001', user_team: 'T0ELSE001', channel: 'D0SHARED1' };

  it('is told calmly, once, and nothing of theirs is kept', async () => {
    await install();
    for (let n = 0; n < 3; n++) {
      const event = eventOf('message', 'T0WORK001', { event: theirs });
      expect(await post({ ...event, is_ext_shared_channel: true })).toBe(200);
    }
    expect(posts().map((call) => [call.arguments['channel'], call.arguments['text']])).toEqual([
      ['D0SHARED1', words.text('slack-install.stranger')],
    ]);
    expect([await countOf('people'), await countOf('inbound')]).toEqual([0, 0]);
    expect(logged).not.toContain('95k');
  });
});
