import type { PersonKey } from '../service/ports.js';
import type { Sql } from './driver.js';

/** One a person: a new address ends the one before. */
export async function openCalendar(sql: Sql, who: PersonKey, tokenHash: string): Promise<void> {
  await sql.query(
    `insert into calendars (tenant, person, token_hash) values ($1, $2, $3)
     on conflict (tenant, person) do update set token_hash = excluded.token_hash, created_at = now()`,
    [who.tenant, who.person, tokenHash],
  );
}

export async function closeCalendar(sql: Sql, who: PersonKey): Promise<void> {
  await sql.query('delete from calendars where tenant = $1 and person = $2', [who.tenant, who.person]);
}

export async function personOfCalendar(sql: Sql, tokenHash: string): Promise<PersonKey | null> {
  const [row] = await sql.query<PersonKey>('select tenant, person from calendars where token_hash = $1', [
    tokenHash,
  ]);
  return row ?? null;
}
