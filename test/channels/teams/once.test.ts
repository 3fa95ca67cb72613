import { createServer, type Server } from 'node:http';
import express from 'express';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mountTeams } from '../../../src/channels/teams/mount.js';
import { createTeams } from '../../../src/channels/teams/teams.js';
import { createLog } from '../../../src/log.js';
import type { Driver } from '../../../src/store/driver.js';
import { openPglite } from '../../../src/store/pglite.js';
import { loadWords } from '../../../src/templates.js';
import { StoryService } from '../../stories/story-service.js';
import { cardsOf, type Node, readable, walk } from './card-view.js';
import { type Connector, listen, startConnector, stop } from './connector.js';
import { event, PATIENT } from './fixtures.js';

let database: Driver;
let service: StoryService;
let connector: Connector;
let server: Server;
let bot: string;

beforeAll(async () => {
  database = await openPglite(null);
});
afterAll(() => database.close());
beforeEach(async () => {
  service = await StoryService.create(database, 'Europe/Berlin', '2026-11-20T10:00');
  connector = await startConnector();
  const config = { mode: 'local' } as const;
  const words = loadWords('en');
  const log = createLog('silent');
  const teams = createTeams(config, { words, log });
  const app = express();
  mountTeams(app, { config, words, log, handle: service.mountOn(teams), say: teams.say, patience: PATIENT });
  server = createServer(app);
  bot = await listen(server);
});
afterEach(async () => {
  await stop(server);
  await connector.close();
  await service.close();
});

/** Sends an event and returns what was said because of it. */
async function said(name: string, changes: Node): Promise<string[]> {
  const from = connector.posted.length;
  const body = JSON.stringify(event(name, { serviceUrl: connector.url, ...changes }));
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${bot}api/messages`, { method: 'POST', headers, body });
  expect(response.status).toBe(200);
  await service.drain();
  return connector.posted.slice(from).map(({ activity }) => cardsOf(activity).map(readable).join('\n'));
}

/** The newest button with this label, as a click sends it. */
function click(label: string): Node {
  const buttons = connector.posted.flatMap(({ activity }) => cardsOf(activity).flatMap(walk));
  const button = buttons.findLast(({ type, title }) => type === 'Action.Execute' && title === label);
  return { value: { action: { type: 'Action.Execute', verb: 'answer', data: button?.['data'] } } };
}

describe('one deed has one effect, through the whole of Bowout', () => {
  it('when the app is installed: Teams tells it by two events, and perhaps again', async () => {
    const greeted = [
      await said('members-added', { id: 'm1' }),
      await said('installed', { id: 'i1' }),
      await said('installed', { id: 'i1' }),
      await said('installed', { id: 'i2' }),
      await said('upgraded', { id: 'u1' }),
    ];
    expect(greeted.map(({ length }) => length)).toEqual([0, 3, 0, 0, 0]);
  });

  it('when a click comes again, with the same id and with a new one', async () => {
    await said('message', { id: 't1', text: 'hello' });
    const chosen = click('I have an offer');
    expect(await said('execute', { id: 'c1', ...chosen })).toHaveLength(1);
    expect(await said('execute', { id: 'c1', ...chosen })).toEqual([]);
    expect(await said('execute', { id: 'c2', ...chosen })).toEqual([]);
    expect(
      await said('submit', { id: 'c3', value: (chosen['value'] as { action: Node }).action['data'] }),
    ).toEqual([]);
  });

  it('when a text comes again with a new id, and not when it is said twice', async () => {
    const timestamp = '2026-11-20T09:00:00.123Z';
    expect(await said('message', { id: 't1', text: 'help', timestamp })).not.toEqual([]);
    expect(await said('message', { id: 't2', text: 'help', timestamp })).toEqual([]);
    expect(
      await said('message', { id: 't3', text: 'help', timestamp: '2026-11-20T09:00:01.456Z' }),
    ).not.toEqual([]);
  });

  it('when a message was edited: its answer is corrected, once', async () => {
    await said('message', { id: 't1', text: 'I got an offer' });
    await said('message', { id: 't2', text: 'Acme' });
    const edit = { id: 't2', text: 'Globex', timestamp: '2026-11-20T09:00:01.456Z' };
    expect((await said('edited', edit)).join('\n')).toContain('Globex');
    expect(await said('edited', edit)).toEqual([]);
    expect((await said('message', { id: 't3', text: 'list' })).join('\n')).toContain('Globex');
  });

  it('when the app is removed: everything goes, also the reminders, and nothing is said any more', async () => {
    await said('message', { id: 't1', text: 'I got an offer from Acme, they want an answer by 27 November' });
    expect(await said('removed', { id: 'r1' })).toEqual([]);
    expect(await said('members-removed', { id: 'r2' })).toEqual([]);
    const before = connector.posted.length;
    await service.moveClock('2026-12-01T10:00');
    expect(connector.posted).toHaveLength(before);
    expect((await said('message', { id: 't2', text: 'list' })).join('\n')).toContain("Hello, I'm Bowout");
  });
});
