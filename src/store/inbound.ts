import type { PersonKey } from '../service/ports.js';
import type { Sql } from './driver.js';

/**
 * False when the event was noted before, within so many seconds where they are given. Either way it has arrived now,
 * and nobody has to let it pass any more.
 */
export async function noteInbound(
  sql: Sql,
  who: PersonKey,
  id: string,
  seconds: number | null,
): Promise<boolean> {
  const noted = await sql.query(
    `with arrived as (
       delete from arrivals where tenant = $1 and person = $2 and id = $3
     )
     insert into inbound (tenant, person, id) values ($1, $2, $3)
     on conflict (tenant, person, id) do update set noted_at = now()
       where inbound.noted_at < now() - make_interval(secs => $4::float8)
     returning id`,
    [who.tenant, who.person, id, seconds],
  );
  return noted.length > 0;
}

export async function forgetInbound(sql: Sql, who: PersonKey, except: readonly string[]): Promise<void> {
  await sql.query('delete from inbound where tenant = $1 and person = $2 and id <> all($3::text[])', [
    who.tenant,
    who.person,
    except,
  ]);
}

/** Platforms repeat an event for minutes, and after an outage for hours; a day is beyond all of them. */
export async function purgeInbound(sql: Sql, limit: number): Promise<number> {
  const gone = await sql.query(
    `delete from inbound where (tenant, person, id) in (
       select tenant, person, id from inbound where noted_at < now() - interval '24 hours'
       order by noted_at limit $1)
     returning id`,
    [limit],
  );
  return gone.length;
}
