import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flows } from '../../src/coach/flows/registry.js';
import type { Input } from '../../src/coach/input.js';
import { type Message, toPlainText } from '../../src/coach/message.js';
import { createLog } from '../../src/log.js';
import { exportPerson } from '../../src/service/export-person.js';
import type { Channel, PersonKey, Store } from '../../src/service/ports.js';
import { createService, type Service } from '../../src/service/service.js';
import { openStore } from '../../src/store/open-store.js';
import { createWordsFor } from '../../src/templates.js';
import {
  createDatabase,
  leftOut,
  postgresUrl,
  type TemporaryDatabase,
} from '../contract/temporary-database.js';

const name = 'on PostgreSQL, as pg_dump sees it, whoever talks through every flow';

describe.skipIf(postgresUrl === null)(postgresUrl === null ? `${name} (${leftOut})` : name, () => {
  const who: PersonKey = { tenant: 'slack:T1', person: 'U-EVERYTHING' };
  const log = createLog('silent');
  const wordsFor = createWordsFor();
  /** Everything that was typed. */
  const secrets: string[] = [];
  const standing = new Map<string, Message>();
  let isAway = false;
  let database: TemporaryDatabase;
  let store: Store;
  let service: Service;
  let latest: readonly Message[] = [];
  let events = 0;

  const channel: Channel = {
    // The playground keeps no pace, so that its messages go at once.
    name: 'web',
    async send({ id, message }) {
      if (isAway) return { type: 'not-sent', reason: 'away' };
      standing.set(id, message);
      return { type: 'sent', externalId: id };
    },
    async remove({ delivery }) {
      standing.delete(delivery);
      return { type: 'removed' };
    },
  };

  beforeAll(async () => {
    database = await createDatabase(postgresUrl ?? '');
    const encryptionKey = randomBytes(32).toString('hex');
    store = await openStore({ databaseUrl: database.url, dataDir: '', encryptionKey, log });
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
    await service?.settled();
    await store?.close();
    await database?.drop();
  });

  async function does(input: Input): Promise<void> {
    const before = new Set(standing.keys());
    events += 1;
    await service.handle({
      id: `event ${events}`,
      who,
      address: { channel: 'web', to: { person: 'D1' } },
      input,
      zone: 'Europe/Berlin',
      locale: 'en-US',
    });
    await service.settled();
    await service.deliver(who);
    latest = [...standing].filter(([id]) => !before.has(id)).map(([, message]) => message);
  }
  const clicks = (action: object | string, value?: string) =>
    does({
      type: 'click',
      action: typeof action === 'string' ? action : JSON.stringify(action),
      ...(value === undefined ? {} : { value }),
    });
  /** A word that stands nowhere else. */
  const secret = (): string => {
    const word = `Zq${randomBytes(5).toString('hex').replace(/\d/g, 'x')}`;
    secrets.push(word);
    return word;
  };

  async function talkThrough(flow: string): Promise<void> {
    await clicks({ do: 'start', flow });
    for (let turn = 0; turn < 40; turn += 1) {
      const draft = latest.find((message) => message.kind === 'draft');
      if (draft?.kind === 'draft')
        await clicks(draft.edit, `Dear ${secret()},\n\nno, thank you.\n\n${secret()}`);
      const question = latest.at(-1);
      if (question?.kind !== 'question') return;
      const option = question.field === 'choice' ? question.choices[0] : undefined;
      if (option) await clicks(option.action);
      else if (question.field === 'pay') {
        const amount = String(70_001 + Math.floor(Math.random() * 9_000));
        secrets.push(amount);
        await clicks(question.answer, `${amount} a year`);
      } else await clicks(question.answer, question.field === 'date' ? 'in ten days' : secret());
    }
  }

  async function dump(): Promise<string> {
    const { stdout } = await promisify(execFile)('pg_dump', ['--inserts', database.url], {
      maxBuffer: 256_000_000,
    });
    return stdout;
  }
  /** As text outside the encrypted bytes, whose digits may spell any number, and as bytes in them. */
  const found = (text: string, words: readonly string[]): string[] => {
    const outside = text.replace(/\\x[0-9a-f]*/g, '').toLowerCase();
    return words.filter((word) => {
      const forms = [Buffer.from(word).toString('hex'), Buffer.from(word, 'utf16le').toString('hex')];
      return outside.includes(word.toLowerCase()) || forms.some((form) => text.includes(form));
    });
  };

  test('leaves no word of theirs in a dump, and finds all that is kept in the export', {
    timeout: 240_000,
  }, async () => {
    for (const flow of Object.keys(flows)) await talkThrough(flow);
    await does({ type: 'text', text: 'calendar' });
    // A flow stays open, reminders wait, and so do messages, while the platform is away.
    isAway = true;
    await clicks({ do: 'start', flow: 'offer' });
    await clicks({ do: 'topic', topic: 'list' });
    isAway = false;

    expect(secrets.length).toBeGreaterThan(40);
    const dumped = await dump();
    expect(dumped).toContain('U-EVERYTHING');
    expect(found(dumped, secrets)).toEqual([]);

    const { json, markdown } = await exportPerson(store, who, wordsFor);
    expect(json.reminders.length).toBeGreaterThan(0);
    expect(json.conversation.frames.length).toBeGreaterThan(0);
    expect(json.unsent.length).toBeGreaterThan(0);
    for (const message of json.unsent)
      expect(markdown.replace(/\\|> /g, '')).toContain(
        toPlainText(message).split('\n')[0]?.replace(/\\/g, ''),
      );
    // Whatever the state holds as text, a person can read in the Markdown.
    const kept = found(JSON.stringify(json.conversation.opportunities), secrets);
    expect(kept.length).toBeGreaterThan(20);
    expect(found(markdown.replace(/[,.]/g, ''), kept)).toEqual(kept);
  });

  test('leaves nothing at all after they deleted everything, and no message but the goodbye', {
    timeout: 240_000,
  }, async () => {
    expect(standing.size).toBeGreaterThan(50);
    await does({ type: 'text', text: 'delete everything' });
    await does({ type: 'text', text: 'Delete everything' });
    await expect(exportPerson(store, who, wordsFor)).rejects.toThrow('Nothing is kept about the person');
    expect(found(await dump(), ['o1:reply-by', 'reconnect'])).toEqual([]);
    for (let n = 0; n < 3; n += 1) await service.remove();
    await service.settled();
    const { Client } = (await import('pg')).default;
    const client = new Client({ connectionString: database.url });
    await client.connect();
    // A day later the ids of events, kept against repeats, go as well.
    await client.query(`update inbound set noted_at = now() - interval '25 hours'`);
    await client.query(`update arrivals set arrived_at = now() - interval '25 hours'`).catch(() => {});
    await client.end();
    await store.purge();

    const dumped = await dump();
    expect(dumped).not.toContain('U-EVERYTHING');
    expect(found(dumped, secrets)).toEqual([]);
    expect([...standing.values()].map(({ key }) => key)).toEqual(['conversation.deleted']);
  });
});
