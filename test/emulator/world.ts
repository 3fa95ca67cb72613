import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { SCOPES } from '../../src/channels/slack/add-to-slack.js';
import { createLog } from '../../src/log.js';
import type { Driver } from '../../src/store/driver.js';
import { openPg } from '../../src/store/pg.js';
import { requestOf, SIGNING_SECRET, signed } from '../channels/slack/request.js';
import { createDatabase, postgresUrl } from '../contract/temporary-database.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const EMULATOR = fileURLToPath(new URL('./slack.mjs', import.meta.url));
const NODE = fileURLToPath(new URL(`./node_modules/node-linux-${process.arch}/bin/node`, import.meta.url));
const CLIENT = { id: '111.222', secret: randomBytes(16).toString('hex') };

interface Call {
  readonly method: string;
  readonly token: string;
  readonly answer: Readonly<Record<string, unknown>>;
}

export interface World {
  /** Bowout's own address. */
  readonly url: string;
  /** The version of Node that the emulator runs on. */
  readonly node: string;
  /** What Bowout asked the emulator, and how it answered. */
  readonly calls: readonly Call[];
  readonly sql: Driver;
  /** Posts a payload as Slack signs it; the status of the answer. */
  send(payload: Record<string, unknown>): Promise<number>;
  /** From now on the token is refused: the emulator itself has no way to uninstall an app. */
  revoke(token: string): void;
  /** Everything that Bowout printed. */
  printed(): string;
  close(): Promise<void>;
}

/** An empty PostgreSQL, the emulator, and `bowout start` as its operator runs it with "Add to Slack" on. */
export async function openWorld(): Promise<World> {
  if (postgresUrl === null) throw new Error('The emulator tests need a PostgreSQL: npm run emulator');
  const database = await createDatabase(postgresUrl);
  const [port, slackPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const seed = {
    // With the scopes of every call checked, the least ones have to be enough.
    strict_scopes: true,
    users: [{ name: 'sam', real_name: 'Sam Doe' }],
    oauth_apps: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        app_id: 'A0BOWOUT1',
        name: 'Bowout',
        redirect_uris: [`${url}/slack/oauth_redirect`],
        scopes: SCOPES,
      },
    ],
  };
  const emulator = spawn(
    existsSync(NODE) ? NODE : process.execPath,
    [EMULATOR, JSON.stringify({ slack: seed }), String(slackPort)],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const said = await heard(emulator, /^(\{.*\})$/m);
  const { node } = JSON.parse(said) as { node: string };
  const proxy = await openProxy(`http://127.0.0.1:${slackPort}`);

  let printed = '';
  const bowout = spawn(process.execPath, [CLI, 'start'], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      PLAYGROUND: '0',
      LOG_LEVEL: 'debug',
      BASE_URL: url,
      DATABASE_URL: database.url,
      ENCRYPTION_KEY: randomBytes(32).toString('hex'),
      SLACK_CLIENT_ID: CLIENT.id,
      SLACK_CLIENT_SECRET: CLIENT.secret,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: `${proxy.url}/api`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [bowout.stdout, bowout.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  await heard(bowout, /Bowout is ready on port (\d+)/);
  const sql = openPg(database.url, createLog('silent'));

  return {
    url,
    node,
    calls: proxy.calls,
    sql,
    send: async (payload) =>
      (await fetch(`${url}/slack/events`, { method: 'POST', ...signed(requestOf(payload)) })).status,
    revoke: proxy.revoke,
    printed: () => printed,
    async close() {
      bowout.kill('SIGTERM');
      await once(bowout, 'exit');
      emulator.stdin?.end();
      await once(emulator, 'exit');
      await proxy.close();
      await sql.close();
      await database.drop();
    },
  };
}

/** Passes everything on to the emulator, and remembers it. */
async function openProxy(target: string) {
  const calls: Call[] = [];
  const revoked = new Set<string>();
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const method = /^\/api\/([\w.]+)$/.exec(request.url ?? '')?.[1];
    if (method && revoked.has(token)) {
      calls.push({ method, token, answer: { ok: false, error: 'token_revoked' } });
      response.writeHead(200, { 'content-type': 'application/json' });
      return void response.end('{"ok":false,"error":"token_revoked"}');
    }
    const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      redirect: 'manual',
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    });
    const body = await answer.text();
    if (method) calls.push({ method, token, answer: JSON.parse(body) as Call['answer'] });
    const location = answer.headers.get('location');
    const type = answer.headers.get('content-type');
    response.writeHead(answer.status, {
      ...(type ? { 'content-type': type } : {}),
      ...(location ? { location } : {}),
    });
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    revoke: (token: string) => void revoked.add(token),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What a process prints that matches, or why it ended before. */
function heard(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = pattern.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`It ended with ${code} before it was ready:\n${said}`)));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
