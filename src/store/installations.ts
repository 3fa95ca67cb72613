import type { Installation, Installations, Token } from '../service/installations.js';
import type { PersonKey } from '../service/ports.js';
import { type Driver, instant, type Sql } from './driver.js';
import type { Vault } from './encryption.js';
import { forgetPerson } from './forget.js';

const TOKEN = 'installations.token';
export const KEY = 'installations.wrapped_key';

/** Small bites: every statement holds its locks briefly, and PGlite blocks the whole process while it works. */
const BITE = 200;

interface Row {
  readonly id: string;
  readonly tenant: string;
  readonly bot: string;
  readonly wrapped_key: Uint8Array;
  readonly key_id: string;
  readonly token: Uint8Array;
  readonly added_at: Date;
}

const ownerOf = ({ tenant, id }: Pick<Row, 'tenant' | 'id'>): PersonKey => ({ tenant, person: id });

function cipherOf(vault: Vault, row: Row) {
  return vault.unwrap(ownerOf(row), { wrapped: row.wrapped_key, keyId: row.key_id }, KEY);
}

export async function installation(
  sql: Sql,
  vault: Vault,
  ids: readonly string[],
): Promise<Installation | null> {
  const [row] = await sql.query<Row>(
    'select * from installations where id = any($1::text[]) order by array_position($1::text[], id) limit 1',
    [ids],
  );
  if (!row) return null;
  const { id, tenant, bot, added_at } = row;
  const token = cipherOf(vault, row).open(TOKEN, row.token) as Token;
  return { id, tenant, bot, token, addedAt: instant(added_at) };
}

export async function addInstallation(
  driver: Driver,
  vault: Vault,
  added: Parameters<Installations['addInstallation']>[0],
): Promise<void> {
  const { id, tenant, bot, token } = added;
  await forgetRemoved(driver, tenant);
  const key = vault.newKey(ownerOf(added), KEY);
  await driver.transaction(async (sql) => {
    await lockRemovals(sql);
    await sql.query('delete from removed_installations where tenant = $1', [tenant]);
    await sql.query(
      `insert into installations (id, tenant, bot, wrapped_key, key_id, token) values ($1, $2, $3, $4, $5, $6)
       on conflict (id) do update set tenant = excluded.tenant, bot = excluded.bot,
         wrapped_key = excluded.wrapped_key, key_id = excluded.key_id, token = excluded.token, added_at = now()`,
      [id, tenant, bot, key.wrapped, key.keyId, key.cipher.seal(TOKEN, token)],
    );
  });
}

/** The row lock is the lock over all processes; it is held while the platform is asked. */
export async function renewToken(
  driver: Driver,
  vault: Vault,
  id: string,
  renew: (token: Token) => Promise<Token | null>,
): Promise<Token | null> {
  return driver.transaction(async (sql) => {
    const [row] = await sql.query<Row>('select * from installations where id = $1 for update', [id]);
    if (!row) return null;
    const cipher = cipherOf(vault, row);
    const token = cipher.open(TOKEN, row.token) as Token;
    const renewed = await renew(token);
    if (renewed === null) return token;
    await sql.query('update installations set token = $2 where id = $1', [id, cipher.seal(TOKEN, renewed)]);
    return renewed;
  });
}

export async function removeInstallation(
  driver: Driver,
  { id, tenant }: Parameters<Installations['removeInstallation']>[0],
): Promise<void> {
  await driver.transaction(async (sql) => {
    await lockRemovals(sql);
    await sql.query('delete from installations where id = $1', [id]);
    const left = await sql.query<{ id: string }>('select id from installations where tenant = $1', [tenant]);
    // The one that bears the tenant's own id serves all of it.
    if (left.some((other) => tenant.endsWith(`:${other.id}`))) return;
    await sql.query(
      `insert into removed_installations (tenant, place) values ($1, $2)
       on conflict (tenant, place) do update set removed_at = now()`,
      [tenant, left.length > 0 ? id : ''],
    );
  });
}

/** Adding and removing wait for one another. */
async function lockRemovals(sql: Sql): Promise<void> {
  await sql.query('lock table removed_installations in share row exclusive mode');
}

interface Removed {
  readonly tenant: string;
  readonly place: string;
  readonly is_last: boolean;
}

/** A turn that began before the removal has ended by then. */
const TURNS_END = `interval '1 minute'`;

/**
 * Forgets those whom removals have left behind, of one tenant or of all. Who came afterwards, as to an app that was
 * added again, stays.
 */
export async function forgetRemoved(driver: Driver, tenant: string | null = null): Promise<void> {
  const removals = await driver.query<Removed>(
    `select tenant, place, removed_at < now() - ${TURNS_END} as is_last from removed_installations
     where $1::text is null or tenant = $1`,
    [tenant],
  );
  for (const removed of removals) {
    while (await driver.transaction((sql) => forgetSome(sql, removed)));
    if (removed.place === '') await forgetTenant(driver, removed.tenant);
    if (removed.is_last)
      await driver.query(
        `delete from removed_installations
         where tenant = $1 and place = $2 and removed_at < now() - ${TURNS_END}`,
        [removed.tenant, removed.place],
      );
  }
}

const LEFT_BEHIND = `from people p
  join removed_installations r on r.tenant = p.tenant and r.place = $2
  where p.tenant = $1 and ($2 = '' or p.address -> 'to' ->> 'team' = $2)
    and p.created_at < r.removed_at + ${TURNS_END}`;

/** False when nobody is left. */
async function forgetSome(sql: Sql, { tenant, place }: Removed): Promise<boolean> {
  const people = await sql.query<PersonKey>(
    `select p.tenant, p.person ${LEFT_BEHIND} order by p.person limit $3::integer for update of p`,
    [tenant, place, BITE],
  );
  for (const who of people) await forgetPerson(sql, who);
  if (people.length > 0) return true;
  // Those that were waited for may have been forgotten by another process, which is not yet at the others.
  const others = await sql.query(`select 1 ${LEFT_BEHIND} limit 1`, [tenant, place]);
  return others.length > 0;
}

/** What is left of people who had been deleted before, and of the tenant itself. */
async function forgetTenant(sql: Sql, tenant: string): Promise<void> {
  for (let gone = BITE; gone === BITE; ) {
    const events = await sql.query(
      `delete from inbound where (tenant, person, id) in (
         select i.tenant, i.person, i.id from inbound i
         join removed_installations r on r.tenant = i.tenant and r.place = ''
         where i.tenant = $1 and i.noted_at < r.removed_at + ${TURNS_END} limit $2::integer)
       returning id`,
      [tenant, BITE],
    );
    gone = events.length;
  }
  await sql.query('delete from pauses where tenant = $1', [tenant]);
}

export async function noteState(sql: Sql, hash: string, seconds: number): Promise<void> {
  await sql.query(
    'insert into install_states (hash, expires_at) values ($1, now() + make_interval(secs => $2::float8))',
    [hash, seconds],
  );
}

export async function takeState(sql: Sql, hash: string): Promise<boolean> {
  const [taken] = await sql.query<{ in_time: boolean }>(
    'delete from install_states where hash = $1 returning expires_at > now() as in_time',
    [hash],
  );
  return taken?.in_time ?? false;
}

export async function purgeStates(sql: Sql): Promise<void> {
  await sql.query('delete from install_states where expires_at < now()');
}
