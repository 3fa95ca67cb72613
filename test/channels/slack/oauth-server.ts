import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Grant {
  /** Null when Bowout is added to a whole organisation. */
  readonly team: string | null;
  readonly enterprise?: string;
  /** Tokens that run out after so many seconds; absent for tokens that stay. */
  readonly expiresIn?: number;
}

interface Call {
  readonly method: string;
  readonly token: string;
  readonly arguments: Readonly<Record<string, string>>;
}

export interface OAuthServer {
  /** The root of its Web API. */
  readonly url: string;
  readonly calls: readonly Call[];
  /** Whoever agrees next, agrees for this. */
  willGrant(grant: Grant): void;
  /** Gives a token that can be exchanged, without anybody agreeing. */
  issueRotating(grant: Grant): { value: string; refresh: string };
  /** The tokens that were given, oldest first. */
  readonly tokens: readonly string[];
  /** From now on the token is refused with this error. */
  refuse(token: string, error: string): void;
  /** Makes a method fail with an error, or work again. */
  fail(method: string, error: string | null): void;
  close(): Promise<void>;
}

export const CLIENT = { id: '111.222', secret: 'client-secret' };

/**
 * Slack, as far as many workspaces need it: the page that asks for consent, which agrees at once, codes and refresh
 * tokens that work once, and a Web API that knows its own tokens and takes whatever is posted.
 */
export async function startOAuthServer(): Promise<OAuthServer> {
  const calls: Call[] = [];
  const tokens: string[] = [];
  const refused = new Map<string, string>();
  const failing = new Map<string, string>();
  const codes = new Map<string, Grant>();
  const refreshable = new Map<string, Grant>();
  let next: Grant = { team: 'T0WORK001' };
  let made = 0;

  function issue(grant: Grant) {
    const token = `xoxb-${++made}-secret`;
    tokens.push(token);
    if (grant.expiresIn === undefined) return { access_token: token };
    const refresh = `xoxe-1-${made}-secret`;
    refreshable.set(refresh, grant);
    return { access_token: token, refresh_token: refresh, expires_in: grant.expiresIn };
  }

  function exchange(given: Record<string, string>): object {
    if (given['client_id'] !== CLIENT.id || given['client_secret'] !== CLIENT.secret)
      return { ok: false, error: 'bad_client_secret' };
    if (given['grant_type'] === 'refresh_token') {
      const grant = refreshable.get(given['refresh_token'] ?? '');
      refreshable.delete(given['refresh_token'] ?? '');
      return grant
        ? { ok: true, token_type: 'bot', ...issue(grant) }
        : { ok: false, error: 'invalid_refresh_token' };
    }
    const grant = codes.get(given['code'] ?? '');
    codes.delete(given['code'] ?? '');
    if (!grant) return { ok: false, error: 'invalid_code' };
    const { team, enterprise } = grant;
    return {
      ok: true,
      app_id: 'A0BOWOUT1',
      authed_user: { id: 'U0ADMIN01' },
      scope: 'chat:write,commands,im:history,im:write,users:read',
      token_type: 'bot',
      bot_user_id: 'U0BOTSELF',
      team: team === null ? null : { id: team, name: 'Northwind' },
      enterprise: enterprise === undefined ? null : { id: enterprise, name: 'Org' },
      is_enterprise_install: team === null,
      ...issue(grant),
    };
  }

  const methods: Record<string, (given: Record<string, string>) => object> = {
    'auth.test': () => ({ user_id: 'U0BOTSELF', bot_id: 'B0BOWOUT1', url: 'https://org.slack.example/' }),
    'users.info': ({ user }) => ({ user: { id: user, tz: 'Europe/Berlin', locale: 'en-GB' } }),
    'conversations.open': ({ users }) => ({ channel: { id: `D${String(users).slice(1)}` } }),
    'chat.postMessage': () => ({ ts: `${1_795_000_000 + calls.length}.000100` }),
  };

  function serve(method: string, token: string, given: Record<string, string>): object {
    const failure = failing.get(method);
    if (failure) return { ok: false, error: failure };
    if (method === 'oauth.v2.access') return exchange(given);
    if (refused.has(token)) return { ok: false, error: refused.get(token) };
    if (!tokens.includes(token)) return { ok: false, error: 'invalid_auth' };
    return { ok: true, ...methods[method]?.(given) };
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://slack.invalid');
    if (url.pathname === '/oauth/v2/authorize') return agree(url, response);
    const given = await readForm(request);
    const [, basic] = /^Basic (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    const [id, secret] = basic ? Buffer.from(basic, 'base64').toString().split(':') : [];
    const all = { ...(id && secret ? { client_id: id, client_secret: secret } : {}), ...given };
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const method = url.pathname.split('/').pop() ?? '';
    calls.push({ method, token, arguments: all });
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(serve(method, token, all)));
  });

  function agree({ searchParams }: URL, response: ServerResponse): void {
    const code = `code-${++made}`;
    codes.set(code, next);
    const back = new URL(searchParams.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({ code, state: searchParams.get('state') ?? '' }).toString();
    response.writeHead(302, { location: back.href });
    response.end();
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    calls,
    tokens,
    issueRotating(grant) {
      const { access_token: value, refresh_token: refresh = '' } = issue(grant);
      return { value, refresh };
    },
    willGrant(grant) {
      next = grant;
    },
    refuse: (token, error) => void refused.set(token, error),
    fail(method, error) {
      if (error === null) failing.delete(method);
      else failing.set(method, error);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readForm(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
}
