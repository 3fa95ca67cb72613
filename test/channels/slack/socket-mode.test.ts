import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSlack } from '../../../src/channels/slack/slack.js';
import { createLog } from '../../../src/log.js';
import type { Inbound } from '../../../src/service/ports.js';
import { loadWords } from '../../../src/templates.js';
import { fixture } from './fixtures.js';
import { noInstallations } from './one-workspace.js';
import { type SocketServer, startSocketServer } from './socket-server.js';
import { answer, startWebApiServer, type WebApiServer } from './web-api-server.js';

const words = loadWords('en');

let api: WebApiServer;
let socket: SocketServer;
let mounted: { close(): Promise<void> };
let handled: Inbound[];
let serve: () => Promise<'handled' | 'repeated'>;

beforeEach(async () => {
  api = await startWebApiServer('xoxb-1');
  socket = await startSocketServer();
  api.misbehave('apps.connections.open', (_, response) => answer(response, { ok: true, url: socket.url }));
  handled = [];
  serve = async () => 'handled';
  const slack = openSlack(
    { signingSecret: null, botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl: api.url },
    {
      words,
      log: createLog('silent'),
      look: () => Promise.reject(new Error('Nothing is kept here.')),
      installations: noInstallations(),
    },
  );
  mounted = await slack.mount(express(), async (inbound) => {
    const result = await serve();
    handled.push(inbound);
    return result;
  });
});

afterEach(async () => {
  await mounted.close();
  await socket.close();
  await api.close();
});

describe('Socket Mode', () => {
  it('connects with the app token', () => {
    expect(api.calls[0]).toMatchObject({ method: 'apps.connections.open', token: 'xapp-1' });
  });

  it('acknowledges an event after its turn was saved', async () => {
    socket.send('envelope-1', 'events_api', fixture('message'));
    await until(() => socket.received.length > 0);
    expect(socket.received).toEqual([expect.objectContaining({ envelope_id: 'envelope-1' })]);
    expect(handled.map(({ input }) => input.type)).toEqual(['text']);
  });

  it('does not acknowledge a turn that failed, so that Slack sends it again', async () => {
    let failed = false;
    serve = () => {
      failed = true;
      return Promise.reject(new Error('the database is away'));
    };
    socket.send('envelope-1', 'events_api', fixture('message'));
    await until(() => failed);
    serve = async () => 'handled';
    socket.send('envelope-2', 'events_api', fixture('message'));
    await until(() => socket.received.length > 0);
    expect(socket.received.map((ack) => ack['envelope_id'])).toEqual(['envelope-2']);
  });

  it('answers a command in a channel to its user alone', async () => {
    socket.send('envelope-1', 'slash_commands', fixture('command-in-channel'));
    await until(() => socket.received.length > 0);
    expect(socket.received[0]).toMatchObject({
      envelope_id: 'envelope-1',
      payload: { response_type: 'ephemeral', text: words.text('slack.elsewhere') },
    });
  });

  it('takes clicks', async () => {
    socket.send('envelope-1', 'interactive', fixture('click-button'));
    await until(() => handled.length > 0);
    expect(handled[0]?.input).toEqual({ type: 'click', action: 'answer:offer:what:offer' });
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
