import { randomBytes } from 'node:crypto';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input } from '../../src/coach/input.js';
import { type Message, toPlainText } from '../../src/coach/message.js';
import { createApp, type Listening, listen, mountCalendar } from '../../src/http.js';
import { createLog } from '../../src/log.js';
import { createReadCalendar } from '../../src/service/calendar.js';
import type { Channel, PersonKey, Store } from '../../src/service/ports.js';
import { createService, type Service } from '../../src/service/service.js';
import { openStoreOn } from '../../src/store/open-store.js';
import { openPglite } from '../../src/store/pglite.js';
import { createWordsFor } from '../../src/templates.js';

const log = createLog('silent');
const who: PersonKey = { tenant: 'slack:T1', person: 'U-FEED' };
const said: Message[] = [];
const channel: Channel = {
  name: 'slack',
  async send({ message }) {
    said.push(message);
    return { type: 'sent', externalId: null };
  },
};
let store: Store;
let service: Service;
let server: Listening;
let address: string;

beforeAll(async () => {
  const wordsFor = createWordsFor();
  store = await openStoreOn(await openPglite(null), randomBytes(32).toString('hex'), log);
  const app = createApp();
  mountCalendar(app, createReadCalendar({ calendars: store, turns: store, wordsFor }), log);
  server = await listen(app, 0, '127.0.0.1');
  service = createService({
    store,
    channels: [channel],
    wordsFor,
    clock: () => '2026-11-20T15:00:00Z',
    owner: 'test',
    log,
    baseUrl: `http://127.0.0.1:${server.port}`,
  });
  await does({ type: 'text', text: 'I got an offer from Zorblatt, they want an answer by November 27' });
  await does({ type: 'text', text: 'calendar' });
  address = /http:\/\/\S+\.ics/.exec(said.map(toPlainText).join('\n'))?.[0] ?? '';
});
afterAll(async () => {
  await service.settled();
  await server.close();
  await store.close();
});

let events = 0;
async function does(input: Input): Promise<void> {
  events += 1;
  await service.handle({
    id: `event ${events}`,
    who,
    address: { channel: 'slack', to: { conversation: 'D1' } },
    input,
    zone: 'Europe/Berlin',
    locale: 'en-US',
  });
  await service.settled();
}
const reminder = (id: string, deed: string) =>
  does({ type: 'click', action: JSON.stringify({ do: 'reminder', reminder: id, deed }) });

/** What the address gives, as another program reads it. */
async function read(): Promise<{ uid: string; sequence: number; at: string; summary: string }[]> {
  const response = await fetch(address);
  expect(response.headers.get('content-type')).toMatch(/^text\/calendar/);
  const calendar = new ICAL.Component(ICAL.parse(await response.text()));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, sequence, startDate, summary } = new ICAL.Event(component);
    return { uid, sequence, at: startDate.toJSDate().toISOString(), summary };
  });
}

describe('the calendar at its address', () => {
  test('holds what is promised, under code names', async () => {
    expect(await read()).toEqual([
      expect.objectContaining({ at: '2026-11-25T08:00:00.000Z', summary: 'the date you were given (A)' }),
      expect.objectContaining({ at: '2026-11-26T08:00:00.000Z' }),
      expect.objectContaining({ at: '2026-11-27T08:00:00.000Z' }),
    ]);
  });

  test('moves an entry and makes no second one, also over a clock change', async () => {
    const before = (await read()).find(({ uid }) => uid.startsWith('o1:reply-by:24h'));
    await reminder('o1:reply-by:24h', 'move');
    // Berlin is an hour ahead of UTC in winter, and two from 28 March on.
    await does({ type: 'text', text: '29 March 2027 at 10am' });
    const after = (await read()).filter(({ uid }) => uid === before?.uid);
    expect(after).toEqual([
      { ...before, sequence: (before?.sequence ?? 0) + 1, at: '2027-03-29T08:00:00.000Z' },
    ]);
    expect(await read()).toHaveLength(3);
  });

  test('no longer holds what is cancelled', async () => {
    await reminder('o1:reply-by:48h', 'cancel');
    expect((await read()).map(({ uid }) => uid.split('@')[0])).not.toContain('o1:reply-by:48h');
    expect(await read()).toHaveLength(2);
  });

  test('opens to nobody once the person has deleted everything', async () => {
    await does({ type: 'text', text: 'delete everything' });
    await does({ type: 'text', text: 'Delete everything' });
    expect((await fetch(address)).status).toBe(404);
  });
});
