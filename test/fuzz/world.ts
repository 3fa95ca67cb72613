import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { openSlack } from '../../src/channels/slack/slack.js';
import { mountTeams } from '../../src/channels/teams/mount.js';
import { mountWeb } from '../../src/channels/web/mount.js';
import { createWeb } from '../../src/channels/web/web.js';
import { createApp, mountCalendar, mountHealth } from '../../src/http.js';
import { createLog } from '../../src/log.js';
import { createReadCalendar } from '../../src/service/calendar.js';
import { createLook } from '../../src/service/look.js';
import { createOwnClocks } from '../../src/service/own-clock.js';
import type { Channel, ChannelName, Handle } from '../../src/service/ports.js';
import { createService, type Service } from '../../src/service/service.js';
import { openStore } from '../../src/store/open-store.js';
import { createWordsFor } from '../../src/templates.js';
import { SIGNING_SECRET } from '../channels/slack/request.js';
import { answer, startWebApiServer } from '../channels/slack/web-api-server.js';
import { listen, stop } from '../channels/teams/connector.js';
import { PATIENT } from '../channels/teams/fixtures.js';
import { createDatabase, postgresUrl } from '../contract/temporary-database.js';

const APP = '00000000-0000-4000-8000-000000000000';
const TENANT = '11111111-2222-4333-8444-555555555555';
export const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';
const ISSUER = 'https://api.botframework.com';

/** Everything that listens, on one port in front of the real service and store. */
export interface World {
  readonly url: string;
  /** Events that reached the service, so far. */
  handled(): number;
  /** Log lines of level error. */
  readonly errors: string[];
  /** A token as Teams signs it. */
  token(claims?: Record<string, unknown>): string;
  /** Waits for what is under way, and forgets what only this world remembers. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  const errors: string[] = [];
  const log = createLog('error', { write: (line) => void errors.push(line) });
  // The long form needs a database whose memory is not this process's own.
  const database = postgresUrl === null ? null : await createDatabase(postgresUrl);
  const store = await openStore({
    databaseUrl: database?.url ?? null,
    dataDir: 'memory',
    encryptionKey: randomBytes(32).toString('hex'),
    log,
  });
  const wordsFor = createWordsFor();
  const words = wordsFor(null);
  const clocks = createOwnClocks({ turns: store, service: () => service, realNow: () => Date.now() });
  const web = createWeb({ now: clocks.now });
  // The way in is what is tried here; nothing leaves.
  const mute = (name: ChannelName): Channel => ({
    name,
    send: async () => ({ type: 'sent', externalId: null }),
  });
  const service: Service = createService({
    store,
    channels: [mute('slack'), mute('teams'), web],
    wordsFor,
    clock: () => null,
    owner: randomBytes(8).toString('hex'),
    log,
    baseUrl: 'https://bowout.example',
  });
  let handled = 0;
  const handle: Handle = (inbound, whereabouts) => {
    handled += 1;
    return service.handle(inbound, whereabouts);
  };

  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n, e } = keys.publicKey.export({ format: 'jwk' });
  const issuer = createServer((request, response) => {
    const found =
      request.url === '/keys'
        ? { keys: [{ kid: 'k1', kty: 'RSA', n, e, endorsements: ['msteams'] }] }
        : { jwks_uri: `${issuerUrl}keys` };
    response.end(JSON.stringify(found));
  });
  const issuerUrl = await listen(issuer);
  const api = await startWebApiServer('xoxb-1');
  // An event that tells of a removal is true: while the token works, Slack is asked to send it again, with a 500.
  api.misbehave('auth.test', (_call, response) => answer(response, { ok: false, error: 'token_revoked' }));

  const app = createApp();
  mountHealth(app, store);
  mountCalendar(app, createReadCalendar({ calendars: store, turns: store, wordsFor }), log);
  const look = createLook({ turns: store, wordsFor, clock: clocks.now });
  const slack = await openSlack(
    { signingSecret: SIGNING_SECRET, botToken: 'xoxb-1', appToken: null, apiUrl: api.url },
    { words, log, look, installations: store },
  ).mount(app, handle);
  mountTeams(app, {
    config: { mode: 'azure', appId: APP, appPassword: 'made up', appTenantId: TENANT, tenants: [TENANT] },
    say: async () => {},
    patience: PATIENT,
    words,
    handle,
    log,
    issuer: { openIdMetadataUrl: `${issuerUrl}openid`, name: ISSUER },
  });
  const mountedWeb = mountWeb(app, { web, handle, look, clock: clocks, words, log });
  const server = createServer(app);
  const url = await listen(server);

  return {
    url: url.replace(/\/$/, ''),
    handled: () => handled,
    errors,
    token(claims = {}) {
      const now = Math.floor(Date.now() / 1000);
      const all = {
        iss: ISSUER,
        aud: APP,
        serviceurl: SERVICE_URL,
        nbf: now - 60,
        exp: now + 600,
        ...claims,
      };
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'k1' })}.${part(all)}`;
      return `Bearer ${signed}.${createSign('RSA-SHA256').update(signed).sign(keys.privateKey, 'base64url')}`;
    },
    async rest() {
      await service.settled();
      api.forget();
    },
    async close() {
      mountedWeb.close();
      await stop(server);
      await slack.close();
      await stop(issuer);
      await api.close();
      await service.settled();
      await store.close();
      await database?.drop();
    },
  };
}
