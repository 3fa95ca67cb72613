import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
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

export function createApp(): Express {
  const app = express();
  app.disable('x-powered-by');
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
