import { setTimeout as sleep } from 'node:timers/promises';
import type { PersonKey } from '../service/ports.js';
import type { Driver, Sql } from './driver.js';
import type { Vault } from './encryption.js';
import { KEY as INSTALLATION_KEY } from './installations.js';

/** Small bites: every statement holds its locks briefly, and turns go on in between. */
const BITE = 200;

/** For those that a turn holds at this moment. */
const LOOK_AGAIN_MS = 200;

/** A start with another key would work for new people and fail for everybody else, one by one. */
export async function refuseOtherKey(driver: Driver, vault: Vault): Promise<void> {
  await driver.transaction(async (sql) => {
    await lockMasterKeys(sql);
    const known = await sql.query<{ key_id: string }>('select key_id from master_keys');
    const shut = known.map(({ key_id }) => key_id).filter((id) => !vault.opens(id));
    if (shut.length === known.length && known.length > 0)
      throw new Error(
        `ENCRYPTION_KEY is not the key this database was made with (key id ${vault.keyId}, the database knows ` +
          `${shut.join(', ')}): start with that key, or with an empty database.`,
      );
    if (shut.length > 0)
      throw new Error(
        `Some of what is stored was wrapped with master key ${shut.join(', ')}: start with it in ` +
          'ENCRYPTION_KEY_PREVIOUS, and run "bowout rotate-keys" to do without it.',
      );
    await sql.query('insert into master_keys (key_id) values ($1) on conflict do nothing', [vault.keyId]);
  });
}

/** Two processes with different keys on an empty database must not both be the first. */
async function lockMasterKeys(sql: Sql): Promise<void> {
  await sql.query('lock table master_keys in share row exclusive mode');
}

export async function rotateKeys(driver: Driver, vault: Vault): Promise<number> {
  let wrapped = 0;
  for (const kind of KINDS)
    for (;;) {
      wrapped += await rewrapAll(driver, vault, kind);
      if (!(await isLeft(driver, vault, kind))) break;
      await sleep(LOOK_AGAIN_MS);
    }
  await forgetEarlierKeys(driver, vault);
  return wrapped;
}

/** Where wrapped keys are kept: the table, what names whose each is, and the place it is bound to. */
interface Kind {
  readonly table: string;
  readonly owner: string;
  readonly id: string;
  readonly place?: string;
}

const KINDS: readonly Kind[] = [
  { table: 'people', owner: 'tenant, person', id: 'tenant, person' },
  { table: 'installations', owner: 'tenant, id as person', id: 'tenant, id', place: INSTALLATION_KEY },
];

async function isLeft(sql: Sql, vault: Vault, { table }: Kind): Promise<boolean> {
  const left = await sql.query(`select 1 from ${table} where key_id <> $1 limit 1`, [vault.keyId]);
  return left.length > 0;
}

/** Once along the primary key. Those of a turn under way are passed over. */
async function rewrapAll(driver: Driver, vault: Vault, kind: Kind): Promise<number> {
  let wrapped = 0;
  for (let after: PersonKey | null = { tenant: '', person: '' }; after; ) {
    const bite = await driver.transaction((sql) => rewrapSome(sql, vault, kind, after as PersonKey));
    wrapped += bite.length;
    after = bite.at(-1) ?? null;
  }
  return wrapped;
}

async function rewrapSome(
  sql: Sql,
  vault: Vault,
  { table, owner, id, place }: Kind,
  after: PersonKey,
): Promise<PersonKey[]> {
  const rows = await sql.query<PersonKey & { wrapped_key: Uint8Array; key_id: string }>(
    `select ${owner}, wrapped_key, key_id from ${table} where key_id <> $1 and (${id}) > ($2, $3)
     order by ${id} limit $4 for update skip locked`,
    [vault.keyId, after.tenant, after.person, BITE],
  );
  for (const { tenant, person, wrapped_key, key_id } of rows) {
    const { wrapped, keyId } = vault.rewrap(
      { tenant, person },
      { wrapped: wrapped_key, keyId: key_id },
      place,
    );
    await sql.query(`update ${table} set wrapped_key = $3, key_id = $4 where (${id}) = ($1, $2)`, [
      tenant,
      person,
      wrapped,
      keyId,
    ]);
  }
  return rows;
}

/** From now on a start without the earlier key is right. A row that still needs one keeps it. */
async function forgetEarlierKeys(driver: Driver, vault: Vault): Promise<void> {
  await driver.transaction(async (sql) => {
    await lockMasterKeys(sql);
    await sql.query('delete from master_keys where key_id <> $1', [vault.keyId]);
  });
}
