import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeAction } from '../../src/coach/conversation/action.js';
import type { Input } from '../../src/coach/input.js';
import { type Message, toPlainText } from '../../src/coach/message.js';
import { createLog } from '../../src/log.js';
import { createReadCalendar } from '../../src/service/calendar.js';
import { exportPerson } from '../../src/service/export-person.js';
import type { Channel, PersonKey, Store } from '../../src/service/ports.js';
import { createService, type Service } from '../../src/service/service.js';
import type { Driver } from '../../src/store/driver.js';
import { openStoreOn } from '../../src/store/open-store.js';
import { openPglite } from '../../src/store/pglite.js';
import { createWordsFor } from '../../src/templates.js';
import { buttonsOf } from '../stories/coach-alone.js';

const wordsFor = createWordsFor();
const log = createLog('silent');
let driver: Driver;
let store: Store;
let service: Service;
const sent: { who: PersonKey; message: Message }[] = [];
const channel: Channel = {
  name: 'slack',
  async send({ who, message }) {
    sent.push({ who, message });
    return { type: 'sent', externalId: null };
  },
};

beforeAll(async () => {
  driver = await openPglite(null);
  store = await openStoreOn(driver, randomBytes(32).toString('hex'), log);
  service = createService({
    store,
    channels: [channel],
    wordsFor,
    clock: () => '2026-11-20T15:00:00Z',
    owner: 'test',
    log,
    baseUrl: 'https://bowout.example',
  });
});
afterAll(async () => {
  await service.settled();
  await store.close();
});

let events = 0;
/** Does one thing and returns what was said to this person meanwhile. */
async function does(who: PersonKey, input: Input): Promise<Message[]> {
  const from = sent.length;
  events += 1;
  await service.handle({
    id: `event ${events}`,
    who,
    address: { channel: 'slack', to: { conversation: `D-${who.person}` } },
    input,
    zone: 'Europe/Berlin',
    locale: 'en-US',
  });
  await service.settled();
  await service.deliver();
  return sent
    .slice(from)
    .filter((one) => one.who.person === who.person && one.who.tenant === who.tenant)
    .map(({ message }) => message);
}
const types = (who: PersonKey, text: string) => does(who, { type: 'text', text });
const clicks = (who: PersonKey, action: string) => does(who, { type: 'click', action });
const heard = (messages: readonly Message[]): string => messages.map(toPlainText).join('\n');

/** Told to the coach, and to be found in no dump. */
const SECRETS = ['Zorblatt', 'Quixley', '93417', '93,417', 'Wimblehurst', 'vexing commute'];

/** An offer with pay, a draft edited by hand, reminders that wait, and a flow that is open. */
async function tellEverything(who: PersonKey): Promise<void> {
  await types(who, 'I got an offer from Zorblatt, they want an answer by November 27');
  await types(who, 'Quixley engineer');
  await types(who, '€93417 a year');
  await types(who, 'help me write a decline');
  const started = await clicks(who, JSON.stringify({ do: 'start', flow: 'reply', about: 'o1' }));
  let messages: readonly Message[] = started;
  for (let turn = 0; turn < 20; turn += 1) {
    const draft = messages.find((message) => message.kind === 'draft');
    if (draft?.kind === 'draft') {
      await does(who, {
        type: 'click',
        action: draft.edit,
        value: 'Dear Ms Wimblehurst, the vexing commute decides it.',
      });
      break;
    }
    const question = messages.findLast((message) => message.kind === 'question');
    const option = question?.choices[0];
    messages =
      option && question.field === 'choice'
        ? await clicks(who, option.action)
        : await types(who, 'Wimblehurst');
  }
  await clicks(who, JSON.stringify({ do: 'start', flow: 'counteroffer' }));
  await types(who, 'Zorblatt');
}

async function allTables(): Promise<string[]> {
  const rows = await driver.query<{ table_name: string }>(
    `select table_name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  return rows.map(({ table_name }) => table_name);
}

/** Every row of every table as text, bytes also as the text that they might be. */
async function dump(): Promise<string> {
  const parts: string[] = [];
  for (const table of await allTables())
    for (const row of await driver.query<Record<string, unknown>>(`select * from ${table}`))
      for (const value of Object.values(row))
        parts.push(
          value instanceof Uint8Array
            ? Buffer.from(value).toString('utf8') + Buffer.from(value).toString('utf16le')
            : (JSON.stringify(value) ?? ''),
        );
  return parts.join('\n');
}

describe('what is kept of a person', () => {
  const who: PersonKey = { tenant: 'slack:T1', person: 'U-KEPT' };

  test('is all in the export: answers, pay, draft, reminders and the open flow', async () => {
    await tellEverything(who);
    const { json, markdown } = await exportPerson(store, who, wordsFor);
    expect(json.reminders.length).toBeGreaterThan(0);
    expect(json.conversation.frames.length).toBeGreaterThan(0);
    expect(json.conversation.opportunities.flatMap(({ drafts }) => drafts)).not.toEqual([]);
    for (const secret of ['Zorblatt', 'Quixley', '93417', 'Wimblehurst', 'vexing commute'])
      expect(JSON.stringify(json)).toContain(secret);
    for (const secret of [
      'Zorblatt',
      'Quixley engineer',
      '€93,417 a year',
      'vexing commute',
      'the date you were given',
    ])
      expect(markdown).toContain(secret);
  });

  test('is found in no dump of the database', async () => {
    const dumped = await dump();
    expect(dumped).toContain('U-KEPT');
    for (const secret of SECRETS) expect(dumped.toLowerCase()).not.toContain(secret.toLowerCase());
    // The reverse, so that the search is known to find: it is there with the key.
    expect(JSON.stringify(await store.turn(who, (turn) => turn.load()))).toContain('Zorblatt');
  });

  test('is gone when the person deletes everything, with reminders pending and a flow open', async () => {
    const before = await store.turn(who, (turn) => turn.reminders());
    expect(before.length).toBeGreaterThan(0);
    await types(who, 'calendar');
    await types(who, 'delete everything');
    const goodbye = await clicks(who, JSON.stringify({ do: 'expected', value: 'delete' }));
    expect(goodbye.map(({ key }) => key)).toEqual(['conversation.deleted']);
    // The goodbye is out; the purge takes its row, and a day later the ids of events go too.
    await driver.query(`update inbound set noted_at = now() - interval '25 hours'`);
    await store.purge();
    const left: string[] = [];
    for (const table of await allTables()) {
      const rows = await driver.query<Record<string, unknown>>(`select * from ${table}`);
      if (rows.some((row) => JSON.stringify(row).includes('U-KEPT'))) left.push(table);
    }
    expect(left).toEqual([]);
    await expect(exportPerson(store, who, wordsFor)).rejects.toThrow(
      /Nothing is kept about the person U-KEPT/,
    );
    expect(await dump()).not.toContain('U-KEPT');
  });
});

describe('a calendar', () => {
  const who: PersonKey = { tenant: 'slack:T1', person: 'U-CALENDAR' };
  const read = (token: string) => createReadCalendar({ calendars: store, turns: store, wordsFor })(token);
  const tokenIn = (messages: readonly Message[]): string =>
    /https:\/\/bowout\.example\/calendar\/([\w-]{43})\.ics/.exec(heard(messages))?.[1] ?? '';

  test('holds every reminder, and nothing that tells', async () => {
    await types(who, 'I got an offer from Zorblatt, they want an answer by November 27');
    const file = await read(tokenIn(await types(who, 'calendar')));
    expect(file?.match(/DTSTART:(.+)/g)).toEqual([
      'DTSTART:20261125T080000Z',
      'DTSTART:20261126T080000Z',
      'DTSTART:20261127T080000Z',
    ]);
    expect(file).toContain('SUMMARY:the date you were given (A)');
    for (const secret of [...SECRETS, 'offer', 'U-CALENDAR', 'slack:T1']) expect(file).not.toContain(secret);
  });

  test('has one address at a time, of which only a fingerprint is kept', async () => {
    const first = tokenIn(await types(who, 'calendar'));
    const second = tokenIn(await types(who, 'calendar'));
    expect(first).not.toBe(second);
    expect(await read(first)).toBeNull();
    expect(await read(second)).toContain('BEGIN:VCALENDAR');
    expect(await dump()).not.toContain(second);
    await clicks(who, JSON.stringify({ do: 'topic', topic: 'close-calendar' }));
    expect(await read(second)).toBeNull();
  });

  test.each(['', 'x', '../../etc/passwd', 'a'.repeat(43), 'a'.repeat(10_000), "' or 1=1 --"])(
    'is opened by no guess such as %j',
    async (token) => {
      expect(await read(token)).toBeNull();
    },
  );
});

describe("another person's ids", () => {
  const owner: PersonKey = { tenant: 'slack:T1', person: 'U-OWNER' };
  const others: PersonKey[] = [
    { tenant: 'slack:T1', person: 'U-OTHER' },
    { tenant: 'slack:T2', person: 'U-OWNER' },
  ];

  test('open, change and show nothing, whichever button they are in', async () => {
    await tellEverything(owner);
    const before = await exportPerson(store, owner, wordsFor);
    const shown = sent.filter((one) => one.who === owner).flatMap(({ message }) => buttonsOf(message));
    const state = before.json.conversation;
    const drafts = state.opportunities.flatMap((one) => one.drafts);
    const made = [
      ...state.frames.flatMap(({ id, cells }) =>
        Object.keys(cells).flatMap((step) => [
          { do: 'change', frame: id, step },
          { do: 'answer', frame: id, step, value: 'yes' },
          { do: 'form', frame: id, group: step },
        ]),
      ),
      ...drafts.flatMap(({ id }) =>
        ['show', 'edit', 'sent', 'formal', 'follow-up'].map((deed) => ({ do: 'draft', draft: id, deed })),
      ),
      ...before.json.reminders.flatMap(({ id }) =>
        ['open', 'done', 'snooze', 'cancel', 'show', 'move'].map((deed) => ({
          do: 'reminder',
          reminder: id,
          deed,
        })),
      ),
      ...state.opportunities.flatMap(({ id }) => [
        { do: 'start', flow: 'reply', about: id },
        { do: 'entry', about: id },
        { do: 'plan', about: id, deed: 'begin' },
        { do: 'delete', about: id },
      ]),
    ].map((action) => JSON.stringify(action));
    const actions = [...new Set([...shown.map(({ action }) => action), ...made])];
    expect(actions.length).toBeGreaterThan(40);
    for (const action of made) expect(decodeAction(action), action).not.toBeNull();

    for (const other of others)
      for (const action of actions) {
        const said = heard(await clicks(other, action));
        expect(said, action).not.toBe('');
        for (const secret of SECRETS) expect(said, action).not.toContain(secret);
      }

    expect(await exportPerson(store, owner, wordsFor)).toEqual(before);
  });

  test('answer as what is closed or gone, to somebody who has nothing', async () => {
    const stranger: PersonKey = { tenant: 'slack:T1', person: 'U-STRANGER' };
    await does(stranger, { type: 'hello' });
    const key = async (action: object): Promise<string[]> =>
      (await clicks(stranger, JSON.stringify(action))).map((message) => message.key);
    expect(await key({ do: 'answer', frame: 'f2', step: 'role', value: 'x' })).toContain(
      'conversation.stale',
    );
    expect(await key({ do: 'change', frame: 'f2', step: 'role' })).toContain('conversation.stale');
    expect(await key({ do: 'form', frame: 'f2', group: 'terms' })).toContain('conversation.stale');
    expect(await key({ do: 'draft', draft: 'd3', deed: 'show' })).toContain('conversation.gone');
    expect(await key({ do: 'reminder', reminder: 'o1:reply-by:24h', deed: 'open' })).toContain(
      'conversation.gone',
    );
    expect(await key({ do: 'delete', about: 'o1' })).toContain('conversation.gone');
    expect(await store.turn(stranger, (turn) => turn.reminders())).toEqual([]);
  });
});
