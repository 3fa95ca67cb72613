import { beforeEach, describe, expect, it } from 'vitest';
import type { Installation, Token } from '../../src/service/installations.js';
import type { PersonKey } from '../../src/service/ports.js';
import type { Harness } from './harness.js';
import { aConversation, aMessage, aPerson, aReminder, inMs, MINUTE } from './samples.js';

const token = (value = 'xoxb-secret-1', more: Partial<Token> = {}): Token => ({
  value,
  refresh: null,
  expiresAt: null,
  ...more,
});
const added = (
  id = 'T1',
  more: Partial<Installation> = {},
): Parameters<Harness['store']['addInstallation']>[0] => ({
  id,
  tenant: `slack:${id}`,
  bot: 'UBOT',
  token: token(),
  ...more,
});

export function testInstallations(harness: Harness): void {
  /** A person with a row in every table. */
  const live = async (who: PersonKey, team = 'T1') => {
    const address = { channel: 'slack', to: { team, user: who.person, channel: 'D1' } } as const;
    await harness.store.turn(who, async (turn) => {
      await turn.noteInbound('an event');
      await turn.save({ ...aConversation(), address });
      await turn.planReminder(aReminder(), inMs(MINUTE));
      await turn.openCalendar(who.person.padEnd(64, '0'));
      await turn.enqueue(address, [aMessage('claimed'), aMessage('queued')]);
    });
    await harness.claimOne(who);
  };
  /** How many rows each table with a tenant has of it, those with none left out. */
  const rowsOf = async (tenant: string): Promise<Record<string, number>> => {
    const tables = await harness.driver.query<{ name: string }>(
      `select c.table_name as name from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = current_schema() and c.column_name = 'tenant' and t.table_type = 'BASE TABLE'`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const [row] = await harness.driver.query<{ n: number }>(
        `select count(*) as n from ${name} where tenant = $1`,
        [tenant],
      );
      if (row && row.n > 0) counts[name] = row.n;
    }
    return counts;
  };
  const aMinutePasses = async () => {
    for (const column of ['removed_installations.removed_at', 'people.created_at', 'inbound.noted_at']) {
      const [table, name] = column.split('.');
      await harness.driver.query(`update ${table} set ${name} = ${name} - interval '61 seconds'`);
    }
  };

  beforeEach(async () => {
    for (const table of ['installations', 'install_states', 'removed_installations'])
      await harness.driver.query(`truncate ${table}`);
  });

  describe('an installation', () => {
    it('is found again, the nearest first', async () => {
      await harness.store.addInstallation(added('E1'));
      await harness.store.addInstallation(added('T1', { tenant: 'slack:E1', token: token('xoxb-near') }));

      expect(await harness.store.installation(['T1', 'E1'])).toMatchObject({
        id: 'T1',
        tenant: 'slack:E1',
        bot: 'UBOT',
        token: { value: 'xoxb-near', refresh: null, expiresAt: null },
      });
      expect(await harness.store.installation(['T2', 'E1'])).toMatchObject({ id: 'E1' });
      expect(await harness.store.installation(['T2'])).toBeNull();
      expect(await harness.store.installation([])).toBeNull();
    });

    it('keeps its token encrypted, bound to its own row', async () => {
      await harness.store.addInstallation(
        added('T1', { token: token('xoxb-secret-1', { refresh: 'xoxe-secret-2' }) }),
      );
      await harness.store.addInstallation(added('T2'));

      const rows = await harness.driver.query<Record<string, unknown>>('select * from installations');
      const dump = rows
        .flatMap((row) => Object.values(row))
        .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
        .join('\n');
      expect(dump).not.toMatch(/xox|secret/);
      await harness.driver.query(
        `update installations a set token = b.token, wrapped_key = b.wrapped_key
         from installations b where a.id = 'T1' and b.id = 'T2'`,
      );
      await expect(harness.store.installation(['T1'])).rejects.toThrow(/installations\.wrapped_key.*T1/);
    });

    it('that is added again has the new token', async () => {
      await harness.store.addInstallation(added());
      await harness.store.addInstallation(added('T1', { token: token('xoxb-new'), bot: 'UNEW' }));
      expect(await harness.store.installation(['T1'])).toMatchObject({
        bot: 'UNEW',
        token: { value: 'xoxb-new' },
      });
    });

    it('keeps those who are there when it is added again without having been removed', async () => {
      const who = aPerson('slack:T1');
      await harness.store.addInstallation(added());
      await live(who);
      await harness.store.addInstallation(added());
      expect(await harness.store.turn(who, (turn) => turn.load())).not.toBeNull();
    });
  });

  describe('renewing a token', () => {
    const first = token('xoxe-1', { refresh: 'refresh-1', expiresAt: '2027-01-01T00:00:00Z' });
    const second = token('xoxe-2', { refresh: 'refresh-2', expiresAt: '2027-01-01T12:00:00Z' });

    it('keeps what it gives', async () => {
      await harness.store.addInstallation(added('T1', { token: first }));
      const seen: Token[] = [];
      const renewed = await harness.store.renewToken('T1', async (now) => {
        seen.push(now);
        return second;
      });
      expect([seen, renewed]).toEqual([[first], second]);
      expect((await harness.store.installation(['T1']))?.token).toEqual(second);
    });

    it('changes nothing when it gives nothing, or fails', async () => {
      await harness.store.addInstallation(added('T1', { token: first }));
      expect(await harness.store.renewToken('T1', async () => null)).toEqual(first);
      const failing = harness.store.renewToken('T1', () => Promise.reject(new Error('Slack is away')));
      await expect(failing).rejects.toThrow('Slack is away');
      expect((await harness.store.installation(['T1']))?.token).toEqual(first);
    });

    it('goes one at a time, each with what the one before gave', async () => {
      await harness.store.addInstallation(added('T1', { token: token('0') }));
      let running = 0;
      let most = 0;
      await Promise.all(
        Array.from({ length: 6 }, () =>
          harness.store.renewToken('T1', async ({ value }) => {
            most = Math.max(most, ++running);
            await new Promise((resolve) => setTimeout(resolve, 5));
            running--;
            return token(String(Number(value) + 1));
          }),
        ),
      );
      expect([most, (await harness.store.installation(['T1']))?.token.value]).toEqual([1, '6']);
    });

    it('finds nothing where there is nothing', async () => {
      expect(await harness.store.renewToken('T1', async () => second)).toBeNull();
    });
  });

  describe('removing an installation', () => {
    const remove = (id = 'T1', tenant = `slack:${id}`) => harness.store.removeInstallation({ id, tenant });

    it('takes the token at once, and then every row of its tenant and none of another', async () => {
      const [one, two, other] = [aPerson('slack:T1'), aPerson('slack:T1'), aPerson('slack:T2')];
      await harness.store.addInstallation(added('T1'));
      await harness.store.addInstallation(added('T2'));
      for (const who of [one, two]) await live(who);
      await live(other, 'T2');
      // Somebody who had deleted everything left the id of that event, and a platform's pause stands.
      await harness.store.turn(aPerson('slack:T1'), async (turn) => {
        await turn.noteInbound('leave');
        await turn.deletePerson();
      });
      await harness.driver.query(
        `insert into pauses values ('slack:T1', 'slack', now() + interval '1 hour')`,
      );
      const before = await rowsOf('slack:T2');

      await remove('T1');
      expect(await harness.store.installation(['T1'])).toBeNull();
      await harness.store.forgetRemoved();
      await aMinutePasses();
      await harness.store.forgetRemoved();

      expect(await rowsOf('slack:T1')).toEqual({});
      expect(await rowsOf('slack:T2')).toEqual(before);
      expect(Object.keys(before)).toEqual(
        expect.arrayContaining([
          'people',
          'inbound',
          'reminders',
          'outbox',
          'attempts',
          'calendars',
          'installations',
        ]),
      );
    });

    it('is harmless to repeat, also where nothing was added', async () => {
      await harness.store.addInstallation(added());
      await live(aPerson('slack:T1'));
      for (let n = 0; n < 3; n++) {
        await remove();
        await harness.store.forgetRemoved();
      }
      expect(await rowsOf('slack:T1')).toEqual({ removed_installations: 1 });
    });

    it('goes on where a process ended, with the next look', async () => {
      await live(aPerson('slack:T1'));
      await remove();
      await aMinutePasses();
      await harness.store.purge();
      expect(await rowsOf('slack:T1')).toEqual({});
    });

    it('takes along what a turn under way wrote a moment later', async () => {
      await remove();
      await harness.store.forgetRemoved();
      await live(aPerson('slack:T1'));
      await harness.store.forgetRemoved();
      expect(await rowsOf('slack:T1')).toEqual({ removed_installations: 1 });
    });

    it('leaves in peace who came later, where nobody says that it was added again', async () => {
      await remove();
      await aMinutePasses();
      const who = aPerson('slack:T1');
      await live(who);
      await harness.store.forgetRemoved();
      expect(await harness.store.turn(who, (turn) => turn.load())).not.toBeNull();
    });

    it('and adding it again starts clean, and keeps who comes then', async () => {
      const [before, after] = [aPerson('slack:T1'), aPerson('slack:T1')];
      await harness.store.addInstallation(added());
      await live(before);
      await remove();

      await harness.store.addInstallation(added('T1', { token: token('xoxb-again') }));
      expect(await rowsOf('slack:T1')).toEqual({ installations: 1 });
      await live(after);
      await harness.store.purge();

      expect(await harness.store.turn(before, (turn) => turn.load())).toBeNull();
      expect(await harness.store.turn(after, (turn) => turn.load())).not.toBeNull();
    });

    it('in an organisation takes those of its workspace, while others are served', async () => {
      const [here, there] = [aPerson('slack:E1'), aPerson('slack:E1')];
      for (const id of ['T1', 'T2']) await harness.store.addInstallation(added(id, { tenant: 'slack:E1' }));
      await live(here, 'T1');
      await live(there, 'T2');

      await remove('T1', 'slack:E1');
      await harness.store.forgetRemoved();
      expect(await harness.store.turn(here, (turn) => turn.load())).toBeNull();
      expect(await harness.store.turn(there, (turn) => turn.load())).not.toBeNull();

      await remove('T2', 'slack:E1');
      await harness.store.forgetRemoved();
      await aMinutePasses();
      await harness.store.forgetRemoved();
      expect(await rowsOf('slack:E1')).toEqual({});
    });

    it('takes nobody, while the whole organisation is still served', async () => {
      const who = aPerson('slack:E1');
      await harness.store.addInstallation(added('T1', { tenant: 'slack:E1' }));
      await harness.store.addInstallation(added('E1'));
      await live(who, 'T1');
      await remove('T1', 'slack:E1');
      await harness.store.forgetRemoved();
      expect(await harness.store.turn(who, (turn) => turn.load())).not.toBeNull();
      expect(await harness.store.installation(['T1', 'E1'])).toMatchObject({ id: 'E1' });
    });
  });

  describe('a state', () => {
    it('is taken once', async () => {
      await harness.store.noteState('hash', 600);
      const taken = await Promise.all(Array.from({ length: 5 }, () => harness.store.takeState('hash')));
      expect(taken.filter(Boolean)).toEqual([true]);
    });

    it('is not taken late, nor when it was never noted', async () => {
      await harness.store.noteState('late', -1);
      expect(await harness.store.takeState('late')).toBe(false);
      expect(await harness.store.takeState('never')).toBe(false);
    });

    it('goes by itself', async () => {
      await harness.store.noteState('late', -1);
      await harness.store.noteState('in time', 600);
      await harness.store.purge();
      expect(await harness.driver.query('select hash from install_states')).toEqual([{ hash: 'in time' }]);
    });
  });
}
