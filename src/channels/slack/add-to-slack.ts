import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Words } from '../../coach/words.js';
import type { SlackConfig, SlackOAuth } from '../../config.js';
import type { Installations, OneTimeStates } from '../../service/installations.js';
import { clientOptions } from './client.js';
import { createInstallPages, INSTALL_PATH } from './install-pages.js';

export const REDIRECT_PATH = '/slack/oauth_redirect';

/** Each with its reason in docs/slack.md; the manifests ask for the same. */
export const SCOPES = [
  'assistant:write',
  'chat:write',
  'commands',
  'files:write',
  'im:history',
  'im:write',
  'users:read',
];

const TIMEOUT_MS = 9_000;

/** How long somebody may take between the page and Slack's question; the cookie lives as long. */
const STATE_S = 600;
const STATE_BYTES = 32;

/** What Slack granted, as far as Bowout keeps it. */
interface Granted {
  readonly team: { readonly id: string } | undefined;
  readonly enterprise: { readonly id: string } | undefined;
  readonly isEnterpriseInstall?: boolean;
  readonly appId?: string | undefined;
  readonly bot?: {
    readonly token: string;
    readonly refreshToken?: string;
    /** Seconds since 1970. */
    readonly expiresAt?: number;
    readonly userId: string;
  };
}

/** A failure that the receiver's installer knows by its code. */
class UnknownState extends Error {
  readonly code = 'slack_oauth_invalid_state';
}

/**
 * "Add to Slack", for the installer of Bolt's receiver: it shows the page, holds the state against the browser's
 * cookie, and exchanges the code. The states are ours, since its own can be used more than once; the tokens too, since
 * it would renew them without a lock (see renewal.ts).
 */
export function addToSlack(parts: {
  readonly config: SlackConfig;
  readonly oauth: SlackOAuth;
  readonly installations: Installations & OneTimeStates;
  readonly words: Words;
}) {
  const { config, oauth, installations, words } = parts;
  const pages = createInstallPages(words);
  const asked = { scopes: SCOPES, redirectUri: `${oauth.baseUrl}${REDIRECT_PATH}` };
  return {
    clientId: oauth.clientId,
    clientSecret: oauth.clientSecret,
    ...asked,
    installationStore: {
      storeInstallation: (granted: Granted) => installations.addInstallation(installationOf(granted)),
      fetchInstallation: () => Promise.reject(new Error('Tokens are asked for in access.ts alone.')),
    },
    installerOptions: {
      installPath: INSTALL_PATH,
      redirectUriPath: REDIRECT_PATH,
      ...(config.apiUrl ? { authorizationUrl: new URL('/oauth/v2/authorize', config.apiUrl).href } : {}),
      clientOptions: clientOptions(config, TIMEOUT_MS),
      stateCookieExpirationSeconds: STATE_S,
      stateStore: {
        async generateStateParam() {
          const state = randomBytes(STATE_BYTES).toString('base64url');
          await installations.noteState(hashOf(state), STATE_S);
          return state;
        },
        async verifyStateParam(_now: Date, state: string) {
          if (await installations.takeState(hashOf(state))) return asked;
          throw new UnknownState('The state was used before, is too old, or was never given.');
        },
      },
      renderHtmlForInstallPath: pages.invitation,
      callbackOptions: {
        success(granted: Granted, _: unknown, __: IncomingMessage, response: ServerResponse) {
          answer(response, 200, pages.added(granted));
        },
        failure(error: { code: string }, _: unknown, request: IncomingMessage, response: ServerResponse) {
          const { status, page } = failureOf(error.code, request.url ?? '');
          answer(response, status, pages[page]());
        },
      },
    },
  };
}

function installationOf({ team, enterprise, isEnterpriseInstall, bot }: Granted) {
  const id = isEnterpriseInstall ? enterprise?.id : team?.id;
  if (!id || !bot) throw new Error('Slack granted an installation without an id or without a bot token.');
  return {
    id,
    tenant: `slack:${enterprise?.id ?? id}`,
    bot: bot.userId,
    token: {
      value: bot.token,
      refresh: bot.refreshToken ?? null,
      expiresAt: bot.expiresAt === undefined ? null : new Date(bot.expiresAt * 1000).toISOString(),
    },
  };
}

function failureOf(code: string, url: string): { status: number; page: 'cancelled' | 'stale' | 'failed' } {
  const { searchParams } = new URL(url, 'https://slack.invalid');
  if (searchParams.get('error') === 'access_denied') return { status: 200, page: 'cancelled' };
  const isStale = /^slack_oauth_(missing_state|invalid_state|missing_code)$/.test(code);
  return isStale && !searchParams.has('error')
    ? { status: 400, page: 'stale' }
    : { status: 502, page: 'failed' };
}

function answer(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(page);
}

/** As long as its hash, and random: a dump of the database begins nothing. */
function hashOf(state: string): string {
  return createHash('sha256').update(`bowout slack state ${state}`).digest('hex');
}
