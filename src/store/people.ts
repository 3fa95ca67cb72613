import type { Address, Conversation, PersonKey } from '../service/ports.js';
import type { Sql } from './driver.js';
import type { PersonCipher, Vault } from './encryption.js';

const STATE = 'people.state';

export interface LockedPerson {
  readonly cipher: PersonCipher;
  /** Null while the row is bare. */
  readonly conversation: Conversation | null;
}

interface PersonRow {
  readonly wrapped_key: Uint8Array;
  readonly key_id: string;
  readonly zone: string | null;
  readonly locale: string | null;
  readonly address: Address | null;
  readonly state: Uint8Array | null;
}

/** Locks the person until the end of the transaction; a new one gets a bare row with a fresh key. */
export async function lockPerson(sql: Sql, vault: Vault, who: PersonKey): Promise<LockedPerson> {
  for (;;) {
    const [row] = await sql.query<PersonRow>(
      `select wrapped_key, key_id, zone, locale, address, state from people
       where tenant = $1 and person = $2 for update`,
      [who.tenant, who.person],
    );
    if (row) return opened(vault, who, row);
    const key = vault.newKey(who);
    const inserted = await sql.query(
      `insert into people (tenant, person, wrapped_key, key_id) values ($1, $2, $3, $4)
       on conflict do nothing returning tenant`,
      [who.tenant, who.person, key.wrapped, key.keyId],
    );
    if (inserted.length > 0) return { cipher: key.cipher, conversation: null };
    // Somebody else inserted (or is deleting) the row in between: look again.
  }
}

function opened(vault: Vault, who: PersonKey, row: PersonRow): LockedPerson {
  const cipher = vault.unwrap(who, { wrapped: row.wrapped_key, keyId: row.key_id });
  if (row.state === null || row.address === null || row.zone === null || row.locale === null)
    return { cipher, conversation: null };
  return {
    cipher,
    conversation: {
      state: cipher.open(STATE, row.state),
      address: row.address,
      zone: row.zone,
      locale: row.locale,
    },
  };
}

export async function savePerson(
  sql: Sql,
  who: PersonKey,
  cipher: PersonCipher,
  conversation: Conversation,
  isUse: boolean,
): Promise<void> {
  await sql.query(
    `update people set state = $3, address = $4::jsonb, zone = $5, locale = $6,
       last_seen_at = case when $7::boolean then now() else last_seen_at end
     where tenant = $1 and person = $2`,
    [
      who.tenant,
      who.person,
      cipher.seal(STATE, conversation.state),
      JSON.stringify(conversation.address),
      conversation.zone,
      conversation.locale,
      isUse,
    ],
  );
}

/** The row and with it the key: bytes of this person that survive in a backup or a log of the database stay shut. */
export async function deletePersonRow(sql: Sql, who: PersonKey): Promise<void> {
  await sql.query('delete from people where tenant = $1 and person = $2', [who.tenant, who.person]);
}

/** Locks up to `limit` bare rows nobody is using; they are free to go once nothing is left to send to them. */
export async function lockBarePeople(sql: Sql, limit: number): Promise<PersonKey[]> {
  return sql.query<PersonKey>(
    `select tenant, person from people where state is null
     order by last_seen_at limit $1 for update skip locked`,
    [limit],
  );
}

/** Locks up to `limit` people who have not been heard of for so many months. */
export async function lockForgottenPeople(sql: Sql, months: number, limit: number): Promise<PersonKey[]> {
  return sql.query<PersonKey>(
    `select tenant, person from people
     where state is not null and last_seen_at < now() - make_interval(months => $1::integer)
     order by last_seen_at limit $2 for update skip locked`,
    [months, limit],
  );
}
