import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import { openStoreOn } from '../../src/store/open-store.js';
import type { Harness } from './harness.js';
import { aPerson } from './samples.js';

const OF_NOBODY = [
  'migrations',
  'master_keys',
  'pauses',
  'installations',
  'install_states',
  'removed_installations',
];

export function testItself(harness: Harness): void {
  const { claim } = harness;

  describe('the store itself', () => {
    it('has no problem when it answers and is up to date, and names one otherwise', async () => {
      expect(await harness.store.problem()).toBeNull();
      await harness.driver.query(`insert into migrations (version, name) values (99, '0099_future.sql')`);
      expect(await harness.store.problem()).toContain('migration 99');
      await harness.driver.query('delete from migrations where version = 99');
    });

    it('refuses to be called from inside a turn instead of waiting for itself', async () => {
      const who = aPerson();
      await expect(harness.store.turn(who, () => claim(who))).rejects.toThrow('inside a turn');
      await expect(
        harness.store.turn(who, () => harness.store.turn(who, (turn) => turn.load())),
      ).rejects.toThrow('inside a turn');
    });

    it('migrates a database again without changing it', async () => {
      const state = () =>
        harness.driver.query(
          `select table_name, column_name, data_type, (select max(applied_at) from migrations) as at
           from information_schema.columns where table_schema = 'public' order by 1, 2`,
        );
      const before = await state();

      expect(await migrate(harness.driver, await readMigrations())).toEqual([]);
      expect(await state()).toEqual(before);
    });

    it('refuses a database that a newer program has migrated, and says what to do', async () => {
      await harness.driver.query(`insert into migrations (version, name) values (99, '0099_future.sql')`);
      const migrating = migrate(harness.driver, await readMigrations());

      await expect(migrating).rejects.toThrow(/migration 99 \(0099_future.sql\).*start the newer Bowout/);
      await harness.driver.query('delete from migrations where version = 99');
    });

    it('takes a failed migration back whole, and can go on once it is mended', async () => {
      const known = await readMigrations();
      const next = (sql: string) => [...known, { version: known.length + 1, name: 'next.sql', sql }];
      const failing = migrate(
        harness.driver,
        next('create table extra (id int); create table extra (id int);'),
      );

      await expect(failing).rejects.toThrow('already exists');
      expect(await harness.store.problem()).toBeNull();
      expect(await migrate(harness.driver, next('create table extra (id int);'))).toEqual(['next.sql']);
      await harness.driver.query('drop table extra');
      await harness.driver.query(`delete from migrations where name = 'next.sql'`);
    });

    it('refuses another master key than the one the database was made with', async () => {
      const opening = openStoreOn(harness.driver, randomBytes(32).toString('hex'), createLog('silent'));

      await expect(opening).rejects.toThrow('ENCRYPTION_KEY is not the key this database was made with');
    });

    it('keeps tenant and person on every row of a person', async () => {
      const columns = await harness.driver.query<{ table_name: string; found: number }>(
        `select t.table_name, count(c.column_name) filter (where c.column_name in ('tenant', 'person')) as found
         from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
         where t.table_schema = 'public' and t.table_name <> all($1::text[])
         group by 1 order by 1`,
        [OF_NOBODY],
      );

      expect(columns).toEqual(
        [
          'arrivals',
          'attempts',
          'calendars',
          'inbound',
          'outbox',
          'people',
          'posted',
          'reminders',
          'removals',
        ].map((table_name) => ({
          table_name,
          found: 2,
        })),
      );
    });
  });
}
