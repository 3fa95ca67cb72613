import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Log } from './log.js';
import type { ReadCalendar } from './service/calendar.js';
import type { Health } from './service/ports.js';

/** Alive, and ready: for whatever watches over the process. */
export function mountHealth(app: Express, health: Health): void {
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  app.get('/readyz', async (_request, response) => {
    const problem = await health.problem();
    if (problem === null) response.json({ status: 'ready' });
    else response.status(503).json({ status: 'not ready', problem });
  });
}

/** `GET /calendar/<token>.ics`: the address alone opens it, so it may stand in no cache and in no log. */
export function mountCalendar(app: Express, read: ReadCalendar, log: Log): void {
  app.get('/calendar/:name', async (request, response) => {
    response.set({ 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' });
    const token = /^([^.]+)\.ics$/.exec(request.params.name)?.[1];
    const file = token === undefined ? null : await read(token).catch(failed);
    if (file === undefined)
      response.status(503).type('text/plain').send('The calendar cannot be read just now.\n');
    else if (file === null)
      response.status(404).type('text/plain').send('There is no calendar at this address.\n');
    else response.type('text/calendar; charset=utf-8').send(file);
  });

  function failed(error: unknown): undefined {
    log.error({ err: error }, 'a calendar could not be read');
  }
}

/** Every answer carries the headers that keep a browser from guessing, framing and telling; a page sets stricter ones of its own. */
export function createApp(): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'none'"],
        },
      },
      // Whoever serves it over HTTPS says so where the certificate is.
      strictTransportSecurity: false,
      xFrameOptions: { action: 'deny' },
    }),
  );
  return app;
}

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens, or rejects with the remedy when the port is taken. `close` lets requests under way finish. */
export async function listen(app: Express, port: number, host: string): Promise<Listening> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is in use: stop the other program, or set PORT to another one.`)
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) };
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  await closed;
}
