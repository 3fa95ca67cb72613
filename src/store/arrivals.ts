import type { PersonKey } from '../service/ports.js';
import type { Sql } from './driver.js';

/** Whoever announced it has failed or died by then; a platform gives a turn three seconds. */
const COUNTS_FOR_S = 2.5;

/** By a commit of its own, seen by the other replicas at once. One that was handled already is left out; one that failed counts anew. */
export async function announce(sql: Sql, who: PersonKey, id: string, doneAt: number): Promise<void> {
  await sql.query(
    `insert into arrivals (tenant, person, id, done_at)
     select $1, $2, $3, $4::bigint
     where not exists (select from inbound where tenant = $1 and person = $2 and id = $3)
     on conflict (tenant, person, id) do update set announced_at = now()`,
    [who.tenant, who.person, id, doneAt],
  );
}

/** The person must be locked: an earlier turn that is under way has then ended, and taken its arrival away. */
export async function isOvertaking(sql: Sql, who: PersonKey, doneAt: number): Promise<boolean> {
  const earlier = await sql.query(
    `select 1 from arrivals
     where tenant = $1 and person = $2 and done_at < $3::bigint
       and announced_at > clock_timestamp() - make_interval(secs => $4::float8)
     limit 1`,
    [who.tenant, who.person, doneAt, COUNTS_FOR_S],
  );
  return earlier.length > 0;
}

export async function forgetArrivals(sql: Sql, who: PersonKey): Promise<void> {
  await sql.query('delete from arrivals where tenant = $1 and person = $2', [who.tenant, who.person]);
}

/** Those that nobody handled count no longer, and are in nobody's way. */
export async function purgeArrivals(sql: Sql): Promise<void> {
  await sql.query(`delete from arrivals where announced_at < now() - interval '1 minute'`);
}
