import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.js';
import { openStore } from '../../src/store/open-store.js';
import { PersonTurn } from '../../src/store/turn.js';
import { aConversation, aMessage, anAddress, aPerson, aReminder, inMs, MINUTE } from './samples.js';
import { createDatabase, leftOut, postgresUrl, type TemporaryDatabase } from './temporary-database.js';

const url = postgresUrl ?? '';
const named = (name: string): string => (postgresUrl === null ? `${name} (${leftOut})` : name);
const password = randomBytes(8).toString('hex');

async function administer(database: TemporaryDatabase, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The same database, as a user who is no superuser and owns it. */
async function ownedBy(
  name: string,
  rights: string,
): Promise<{ database: TemporaryDatabase; asOwner: string }> {
  const database = await createDatabase(url);
  const { pathname } = new URL(database.url);
  await administer(
    database,
    `create role ${name} login ${rights} password '${password}'`,
    `alter database ${pathname.slice(1)} owner to ${name}`,
    `alter schema public owner to ${name}`,
  );
  const own = new URL(database.url);
  own.username = name;
  own.password = password;
  return { database, asOwner: own.href };
}

const open = (databaseUrl: string, warnings: string[]) =>
  openStore({
    databaseUrl,
    dataDir: '',
    encryptionKey: randomBytes(32).toString('hex'),
    log: createLog('warn', { write: (line) => void warnings.push(line) }),
  });

describe.skipIf(postgresUrl === null)(named('the second wall for a user who is no superuser'), () => {
  const seen = async (databaseUrl: string, warnings: string[]): Promise<number> => {
    const store = await open(databaseUrl, warnings);
    const [one, other] = [aPerson(), aPerson()];
    try {
      for (const who of [one, other]) {
        await store.turn(who, async (turn) => {
          await turn.save(aConversation());
          await turn.planReminder(aReminder(), inMs(-MINUTE));
          await turn.enqueue(anAddress(), [aMessage('hello')]);
        });
      }
      const claim = { from: 'waiting', owner: 'w', limit: 10, leaseMs: MINUTE, now: null } as const;
      expect(await store.claimDue(claim)).toHaveLength(2);
      return await store.turn(one, async (turn) => {
        if (!(turn instanceof PersonTurn)) throw new Error('a turn of this store is expected');
        return (await turn.sql.query('select * from people')).length;
      });
    } finally {
      await store.close();
    }
  };

  it('stands where that user may make the role', async () => {
    const name = `owner_${randomBytes(4).toString('hex')}`;
    const { database, asOwner } = await ownedBy(name, 'createrole');
    // As on a server where nobody has made it yet, or as its documentation says for the others.
    await administer(
      database,
      `do $$ begin if exists (select from pg_roles where rolname = 'bowout_turn')
      then grant bowout_turn to ${name}; end if; end $$`,
    );
    const warnings: string[] = [];
    expect(await seen(asOwner, warnings)).toBe(1);
    expect(warnings).toEqual([]);
    await database.drop();
  });

  it('is left out, and said so, where they may not; everything else works', async () => {
    const name = `owner_${randomBytes(4).toString('hex')}`;
    const { database, asOwner } = await ownedBy(name, 'nocreaterole');
    const warnings: string[] = [];
    expect(await seen(asOwner, warnings)).toBe(2);
    expect(warnings.join('')).toContain('row-level security is off');
    await database.drop();
  });
});

describe.skipIf(postgresUrl === null)(named('a dump by pg_dump'), () => {
  let database: TemporaryDatabase;
  beforeAll(async () => {
    database = await createDatabase(url);
  });
  afterAll(() => database.drop());

  it('shows no name, pay, draft or answer without the key', async () => {
    const warnings: string[] = [];
    const store = await open(database.url, warnings);
    const secrets = ['Zorblatt', 'Quixley', '93417', 'vexing commute'];
    await store.turn(aPerson(), async (turn) => {
      await turn.noteInbound('an event');
      await turn.save(
        aConversation({ company: 'Zorblatt', role: 'Quixley', pay: 93417, draft: 'vexing commute' }),
      );
      await turn.planReminder(aReminder(), inMs(MINUTE));
      await turn.enqueue(anAddress(), [aMessage(secrets.join(' '))]);
    });
    await store.close();
    const { stdout } = await promisify(execFile)('pg_dump', [database.url], { maxBuffer: 64_000_000 });
    expect(stdout).toContain('o1:reply-by:24h');
    for (const secret of secrets) {
      expect(stdout).not.toContain(secret);
      // Bytes are dumped as hexadecimal digits.
      expect(stdout).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });
});
