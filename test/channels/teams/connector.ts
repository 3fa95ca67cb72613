import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An activity as it reached the connector. */
interface Posted {
  readonly id: string;
  readonly conversationId: string;
  readonly activity: Record<string, unknown>;
}

/** How the connector answers one post: a status with headers, or the connection is cut, or nothing ever comes. */
export type Behaviour =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  | 'reset'
  | 'hang';

/** Stands in for Teams' side of the conversation: takes activities and keeps them. */
export interface Connector {
  readonly url: string;
  readonly posted: Posted[];
  /** The Authorization header of each request, taken or not. */
  readonly authorizations: (string | undefined)[];
  /** The ids of those that were deleted. */
  readonly deleted: ReadonlySet<string>;
  /** How often anything was requested, taken or not. */
  requests(): number;
  /** The answers to the next posts, in order; after them all goes well again. */
  misbehave(...behaviours: Behaviour[]): void;
  close(): Promise<void>;
}

export async function startConnector(): Promise<Connector> {
  const posted: Posted[] = [];
  const deleted = new Set<string>();
  const authorizations: (string | undefined)[] = [];
  const behaviours: Behaviour[] = [];
  let requests = 0;
  const server = createServer(async (request, response) => {
    requests += 1;
    authorizations.push(request.headers.authorization);
    const activity = await readJson(request);
    const behaviour = behaviours.shift();
    if (behaviour === 'hang') return;
    if (behaviour === 'reset') return void request.socket.destroy();
    if (behaviour) return answer(response, behaviour.status, behaviour.body ?? {}, behaviour.headers);
    if (request.method === 'DELETE') {
      const gone = /\/activities\/([^/]+)$/.exec(request.url ?? '')?.[1] ?? '';
      if (!posted.some(({ id }) => id === gone) || deleted.has(gone)) return answer(response, 404, {});
      deleted.add(gone);
      return answer(response, 200, {});
    }
    const conversationId = /^\/v3\/conversations\/([^/]+)\/activities$/.exec(request.url ?? '')?.[1];
    if (request.method !== 'POST' || !conversationId) return answer(response, 404, {});
    const id = String(1_700_000_100_000 + posted.length);
    posted.push({ id, conversationId: decodeURIComponent(conversationId), activity });
    answer(response, 201, { id });
  });
  const url = await listen(server);
  return {
    url,
    posted,
    authorizations,
    deleted,
    requests: () => requests,
    misbehave: (...next) => void behaviours.push(...next),
    close: () => stop(server),
  };
}

/** Listens on a free port of this machine. */
export function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    );
  });
}

export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString() || '{}');
}

function answer(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
