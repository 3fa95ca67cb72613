import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A post as a platform sees it, before it is taken. `to` is the conversation. */
export interface Post {
  readonly to: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * What a platform does with a post: takes it and says so; takes it and cuts the line, answers 500 or says nothing;
 * or does not take it, and answers 500, 429 after so many seconds, cuts the line or says nothing.
 */
export type Behaviour =
  | 'take'
  | 'take-and-cut'
  | 'take-and-500'
  | 'take-and-hang'
  | 'cut'
  | '500'
  | 'hang'
  | { readonly retryAfterS: number };

export interface Platform {
  readonly url: string;
  /** Every message taken: its conversation and text, oldest first. */
  readonly taken: readonly { readonly to: string; readonly text: string; readonly id: string | null }[];
  /** How many messages each conversation has. */
  readonly received: ReadonlyMap<string, number>;
  /** Posts that have no answer yet. */
  open(): number;
  /** Real platforms take their time, and a process is killed while they do. */
  latencyMs: number;
  /** Decides for each post; everything is taken while null. */
  behave: ((post: Post) => Behaviour) | null;
  /** Told of each message that was taken, before it is answered. */
  onTaken: ((to: string) => void) | null;
  close(): Promise<void>;
}

interface Dialect {
  /** The answer to what is no post, or null for a post. */
  answer(path: string, given: Given, taken: Platform['taken']): object | null;
  read(path: string, given: Given): { to: string; text: string; id: string | null };
  accepted(n: number, to: string): { status: number; body: object };
}

type Given = Readonly<Record<string, unknown>>;

/** Slack's Web API as far as sending needs it; the history tells which delivery a message was. */
export function startSlack(): Promise<Platform> {
  return startPlatform({
    answer(path, given, taken) {
      switch (path.split('/').pop()) {
        case 'chat.postMessage':
          return null;
        case 'users.info':
          return { ok: true, user: { id: given['user'], tz: noonZone(), locale: 'en-US' } };
        case 'conversations.open':
          return { ok: true, channel: { id: `D${String(given['users']).slice(1)}` } };
        case 'conversations.history':
          return { ok: true, messages: history(taken, String(given['channel'])) };
        default:
          return { ok: true, user_id: 'U0BOTSELF', bot_id: 'B0BOWOUT1', team_id: 'T0' };
      }
    },
    read(_path, given) {
      const metadata = JSON.parse(String(given['metadata'])) as { event_payload: { id: string } };
      return { to: String(given['channel']), text: String(given['blocks']), id: metadata.event_payload.id };
    },
    accepted: (n, to) => ({ status: 200, body: { ok: true, channel: to, ts: `${n}.000100` } }),
  });
}

/** The newest fifteen of a conversation, as much as Slack gives. */
function history(taken: Platform['taken'], channel: string): object[] {
  const found: object[] = [];
  for (let n = taken.length - 1; n >= 0 && found.length < 15; n--) {
    const { to, text, id } = taken[n] as Platform['taken'][number];
    if (to !== channel) continue;
    const metadata = { event_type: 'bowout_delivery', event_payload: { id } };
    found.push({ ts: `${n + 1}.000100`, text, metadata });
  }
  return found;
}

/** Teams' side of a conversation. It cannot be asked what has arrived. */
export function startTeams(): Promise<Platform> {
  return startPlatform({
    answer: () => null,
    read(path, given) {
      const conversation = /^\/v3\/conversations\/([^/]+)\/activities/.exec(path)?.[1] ?? '';
      return { to: decodeURIComponent(conversation), text: JSON.stringify(given['attachments']), id: null };
    },
    accepted: (n) => ({ status: 201, body: { id: String(n) } }),
  });
}

async function startPlatform(dialect: Dialect): Promise<Platform> {
  const taken: { to: string; text: string; id: string | null }[] = [];
  const received = new Map<string, number>();
  let open = 0;

  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const given = await read(request);
    const answered = dialect.answer(path, given, taken);
    if (answered) return send(response, 200, answered);
    open++;
    response.once('close', () => open--);
    const message = dialect.read(path, given);
    const behaviour = platform.behave?.({ to: message.to, at: Date.now() }) ?? 'take';
    if (typeof behaviour === 'object')
      return send(response, 429, {}, { 'retry-after': String(behaviour.retryAfterS) });
    if (behaviour.startsWith('take')) {
      taken.push(message);
      received.set(message.to, (received.get(message.to) ?? 0) + 1);
      platform.onTaken?.(message.to);
    }
    await new Promise((resolve) => setTimeout(resolve, platform.latencyMs));
    if (behaviour === 'take') {
      const { status, body } = dialect.accepted(taken.length, message.to);
      send(response, status, body);
    } else if (behaviour.endsWith('500')) send(response, 500, {});
    else if (behaviour.endsWith('cut')) request.socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const platform: Platform = {
    url: `http://127.0.0.1:${port}`,
    taken,
    received,
    open: () => open,
    latencyMs: 25,
    behave: null,
    onTaken: null,
    close: () => stop(server),
  };
  return platform;
}

/** A zone in which it is about noon, so that nobody's quiet hours stop a test. */
export function noonZone(): string {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? 'Etc/UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

function send(response: ServerResponse, status: number, body: object, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

async function read(request: IncomingMessage): Promise<Given> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  if (text.startsWith('{')) return JSON.parse(text) as Given;
  return Object.fromEntries(new URLSearchParams(text));
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
