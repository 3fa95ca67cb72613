import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { problemsOf, problemsOfView } from './block-kit.js';

interface Call {
  readonly method: string;
  readonly token: string | null;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export interface Posted {
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | null;
  readonly text: string;
  readonly blocks: readonly Record<string, unknown>[];
  readonly metadata: unknown;
}

/** How one method answers instead of doing its work. `response` may be ended, destroyed or left hanging. */
export type Misbehaviour = (call: Call, response: ServerResponse) => void;

interface UploadedFile {
  readonly filename: string;
  readonly length: number;
  content: Buffer | null;
  isDeleted: boolean;
}

export interface WebApiServer {
  readonly url: string;
  /** Every call, in order. */
  readonly calls: readonly Call[];
  /** Every message that was ever posted, oldest first, as changed by `chat.update`. */
  readonly posted: readonly Posted[];
  /** The ids of those that were deleted. */
  readonly deleted: ReadonlySet<string>;
  /** Every file that was ever uploaded, by its id. */
  readonly files: ReadonlyMap<string, Readonly<UploadedFile>>;
  /** Forms that were opened, oldest first, as changed by `views.update`. */
  readonly views: readonly Record<string, unknown>[];
  /** The Home tab of each user, as published last. */
  readonly homes: ReadonlyMap<string, Record<string, unknown>>;
  /** What was left at response addresses, in order. */
  readonly notes: readonly Record<string, unknown>[];
  /** A response address of this server. */
  readonly responseUrl: string;
  /** Why messages and forms were refused for their blocks; none in a healthy story. */
  readonly refused: readonly string[];
  /** What the users are: zone and locale by user id; everybody else is in UTC. */
  readonly users: Map<string, { tz: string; locale: string }>;
  misbehave(method: string, how: Misbehaviour | null): void;
  /** Does the work of a call without answering it, as when the answer is lost on the way. */
  take(call: Call): void;
  /** Posts a message of somebody else's, so that a history isn't only ours. */
  say(channel: string, text: string): void;
  /** Forgets every call and message of before. */
  forget(): void;
  close(): Promise<void>;
}

/** Slack's Web API as far as Bowout uses it. It refuses what Slack refuses, and keeps what it is given. */
export async function startWebApiServer(botToken: string): Promise<WebApiServer> {
  const calls: Call[] = [];
  const posted: Posted[] = [];
  const deleted = new Set<string>();
  const refused: string[] = [];
  const views: Record<string, unknown>[] = [];
  const homes = new Map<string, Record<string, unknown>>();
  const notes: Record<string, unknown>[] = [];
  const users = new Map<string, { tz: string; locale: string }>();
  const misbehaviours = new Map<string, Misbehaviour>();
  const files = new Map<string, UploadedFile>();
  let port = 0;
  let clock = 1_795_161_600;
  const nextTs = () => `${++clock}.000100`;

  function check(view: unknown): void {
    const problems = problemsOfView(view);
    if (problems.length > 0) throw new Refusal('invalid_arguments', problems);
  }

  const methods: Record<string, (given: Record<string, unknown>) => object> = {
    'auth.test': () => ({ user_id: 'U0BOTSELF', bot_id: 'B0BOWOUT1', team_id: 'T024BE7LD' }),
    'users.info': ({ user }) => {
      const { tz, locale } = users.get(String(user)) ?? { tz: 'Etc/UTC', locale: 'en-US' };
      return { user: { id: user, tz, locale } };
    },
    'conversations.open': ({ users: user }) => ({ channel: { id: `D${String(user).slice(1)}` } }),
    'chat.postMessage': (given) => {
      const message = messageOf(given, nextTs());
      const problems = problemsOf(given);
      if (problems.length > 0) throw new Refusal('invalid_blocks', problems);
      posted.push(message);
      return { channel: message.channel, ts: message.ts };
    },
    'chat.update': (given) => {
      const at = posted.findIndex(({ channel, ts }) => channel === given['channel'] && ts === given['ts']);
      const before = posted[at];
      if (!before) throw new Refusal('message_not_found');
      const problems = problemsOf(given);
      if (problems.length > 0) throw new Refusal('invalid_blocks', problems);
      posted[at] = { ...messageOf(given, before.ts), thread: before.thread, metadata: before.metadata };
      return { channel: before.channel, ts: before.ts };
    },
    'chat.delete': ({ channel, ts }) => {
      const stands = posted.some((message) => message.channel === channel && message.ts === ts);
      if (!stands || deleted.has(String(ts))) throw new Refusal('message_not_found');
      deleted.add(String(ts));
      return { channel, ts };
    },
    'files.getUploadURLExternal': ({ filename, length }) => {
      const id = `F${files.size}`;
      files.set(id, { filename: String(filename), length: Number(length), content: null, isDeleted: false });
      return { file_id: id, upload_url: `http://127.0.0.1:${port}/upload/v1/${id}` };
    },
    'files.completeUploadExternal': ({ files: completed }) => ({
      files: JSON.parse(String(completed)) as object,
    }),
    'files.delete': ({ file }) => {
      const known = files.get(String(file));
      if (!known || known.isDeleted) throw new Refusal('file_deleted');
      known.isDeleted = true;
      return {};
    },
    'assistant.threads.setSuggestedPrompts': () => ({}),
    'assistant.threads.setStatus': () => ({}),
    'views.update': ({ view_id, view }) => {
      const at = views.findIndex(({ id }) => id === view_id);
      if (at < 0) throw new Refusal('not_found');
      check(view);
      views[at] = { ...(view as Record<string, unknown>), id: view_id, hash: nextTs() };
      return { view: views[at] };
    },
    'views.publish': ({ user_id, view }) => {
      check(view);
      homes.set(String(user_id), view as Record<string, unknown>);
      return { view };
    },
    'views.open': ({ view }) => {
      check(view);
      const opened = { ...(view as Record<string, unknown>), id: `V${views.length}`, hash: nextTs() };
      views.push(opened);
      return { view: opened };
    },
    'conversations.history': ({ channel, limit, include_all_metadata }) => ({
      messages: posted
        .filter(
          (message) => message.channel === channel && message.thread === null && !deleted.has(message.ts),
        )
        .reverse()
        .slice(0, Number(limit ?? 100))
        .map(({ ts, text, blocks, metadata }) => ({
          ts,
          text,
          blocks,
          ...(include_all_metadata ? { metadata } : {}),
        })),
    }),
    'conversations.replies': ({ channel, ts: thread, include_all_metadata }) => ({
      messages: posted
        .filter(
          (message) => message.channel === channel && message.thread === thread && !deleted.has(message.ts),
        )
        .map(({ ts, text, blocks, metadata }) => ({
          ts,
          text,
          blocks,
          ...(include_all_metadata ? { metadata } : {}),
        })),
    }),
  };

  const server = createServer(async (request, response) => {
    const method = (request.url ?? '').split('/').pop() ?? '';
    const uploaded = request.url?.startsWith('/upload/') ? files.get(method) : undefined;
    if (uploaded) {
      uploaded.content = await readBytes(request);
      return void response.end('OK');
    }
    const given = method === RESPONSE ? await readNote(request) : await readForm(request);
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? null;
    const call = { method, token, arguments: given };
    calls.push(call);
    const misbehaviour = misbehaviours.get(method);
    if (misbehaviour) return misbehaviour(call, response);
    if (method === RESPONSE) {
      notes.push(given);
      return void response.end('ok');
    }
    const work = methods[method];
    if (token !== botToken) return answer(response, { ok: false, error: 'invalid_auth' });
    if (!work) return answer(response, { ok: false, error: 'unknown_method' });
    try {
      answer(response, { ok: true, ...work(given) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(...error.problems);
      answer(response, { ok: false, error: error.code });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;

  return {
    url: `http://127.0.0.1:${port}/api`,
    calls,
    posted,
    deleted,
    files,
    refused,
    views,
    homes,
    notes,
    responseUrl: `http://127.0.0.1:${port}/actions/T024BE7LD/1/${RESPONSE}`,
    users,
    misbehave(method, how) {
      if (how) misbehaviours.set(method, how);
      else misbehaviours.delete(method);
    },
    take({ method, arguments: given }) {
      methods[method]?.(given);
    },
    say(channel, text) {
      posted.push({ channel, ts: nextTs(), thread: null, text, blocks: [], metadata: undefined });
    },
    forget() {
      for (const kept of [calls, posted, views, refused]) kept.length = 0;
      deleted.clear();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** How a response address ends. */
const RESPONSE = 'response';

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function readNote(request: IncomingMessage): Promise<Record<string, unknown>> {
  return JSON.parse((await readBytes(request)).toString('utf8')) as Record<string, unknown>;
}

class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly problems: readonly string[] = [],
  ) {
    super(code);
  }
}

export function answer(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function messageOf(given: Record<string, unknown>, ts: string): Posted {
  return {
    channel: String(given['channel']),
    ts,
    thread: typeof given['thread_ts'] === 'string' ? given['thread_ts'] : null,
    text: String(given['text']),
    blocks: (given['blocks'] ?? []) as Record<string, unknown>[],
    metadata: given['metadata'],
  };
}

/** The arguments of a call: a form in which lists and records are JSON. */
async function readForm(request: IncomingMessage): Promise<Record<string, unknown>> {
  const fields = new URLSearchParams((await readBytes(request)).toString('utf8'));
  return Object.fromEntries([...fields].map(([name, value]) => [name, readValue(name, value)]));
}

function readValue(name: string, value: string): unknown {
  return ['blocks', 'metadata', 'view'].includes(name) ? (JSON.parse(value) as unknown) : value;
}
