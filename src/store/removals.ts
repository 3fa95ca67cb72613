import type { Address, PersonKey, Removal, Removals, WhichMessages } from '../service/ports.js';
import type { Sql } from './driver.js';

/** A post under way may still be marked this long after its lease; only then is it taken to have crashed. */
const LATE_MARK = `interval '1 minute'`;

/**
 * Lets messages of a person be taken away. What has not gone out is dropped; what is on its way is waited for, and
 * goes afterwards. The outbox first: a purge that moves a row on is then seen by the second statement.
 */
export async function removeMessages(sql: Sql, who: PersonKey, which: WhichMessages): Promise<void> {
  const [condition, parameters] = conditionOf(which);
  const taken = await sql.query(
    `with taken as (
       select id, delivery, channel, address, status, external_id, doubt_since from outbox
       where tenant = $1 and person = $2 and ${condition('outbox')} for update
     ), noted as (
       insert into removals (tenant, person, delivery, channel, address, external_id, place)
       select $1, $2, delivery, channel, address, external_id, id from taken
       where external_id is not null or status = 'sending' or doubt_since is not null
       on conflict do nothing
     ), kept as (
       update outbox o set unwanted = true, payload = null
       from taken where o.id = taken.id and taken.status = 'sending'
     ), dropped as (
       delete from outbox o using taken where o.id = taken.id and taken.status <> 'sending'
     )
     select id from taken`,
    [who.tenant, who.person, ...parameters],
  );
  if (which === 'last' && taken.length > 0) return;
  await sql.query(
    `with taken as (
       delete from posted where tenant = $1 and person = $2 and ${condition('posted')} returning *
     )
     insert into removals (tenant, person, delivery, channel, address, external_id, place)
     select tenant, person, delivery, channel, address, external_id, place from taken
     on conflict do nothing`,
    [who.tenant, who.person, ...parameters],
  );
}

type Condition = (table: 'outbox' | 'posted') => string;

function conditionOf(which: WhichMessages): [Condition, string[]] {
  if (which === 'all') return [() => 'true', []];
  if (which === 'last')
    return [
      (table) => {
        const [place, still] = table === 'outbox' ? ['id', OF_INTEREST] : ['place', 'true'];
        return `${place} = (select max(${place}) from ${table} where tenant = $1 and person = $2 and ${still})`;
      },
      [],
    ];
  // A message of several posts has several ids, parted by blanks.
  return [() => `$3 = any(string_to_array(external_id, ' '))`, [which.id]];
}

/** Stands in the conversation, or will. */
const OF_INTEREST = `not unwanted and (external_id is not null or status in ('pending', 'sending'))`;

/** Claims one, of a tenant of which none is being removed right now: platforms count whole tenants. */
export async function claimRemoval(
  sql: Sql,
  { owner, leaseMs, channels, who }: Parameters<Removals['claimRemoval']>[0],
): Promise<Removal | null> {
  const [row] = await sql.query<
    PersonKey & { delivery: string; address: Address; external_id: string | null; attempts: number }
  >(
    `with picked as (
       select r.tenant, r.person, r.delivery from removals r
       where r.channel = any($3::text[]) and r.available_at <= now()
         and (r.lease_until is null or r.lease_until <= now())
         ${who ? 'and r.tenant = $4 and r.person = $5' : ''}
         and not exists (
           select 1 from removals x
           where x.tenant = r.tenant and x.channel = r.channel and x.lease_until > now())
         and not exists (
           select 1 from outbox o
           where o.tenant = r.tenant and o.person = r.person and o.delivery = r.delivery
             and o.status = 'sending' and o.lease_until > now() - ${LATE_MARK})
       order by r.available_at, r.place desc limit 1 for update skip locked
     )
     update removals r set
       attempts = r.attempts + 1, lease_owner = $1, lease_until = now() + $2::float8 * interval '1 millisecond',
       external_id = coalesce(r.external_id, (
         select o.external_id from outbox o
         where o.tenant = r.tenant and o.person = r.person and o.delivery = r.delivery))
     from picked p where r.tenant = p.tenant and r.person = p.person and r.delivery = p.delivery
     returning r.*`,
    [owner, leaseMs, channels, ...(who ? [who.tenant, who.person] : [])],
  );
  if (!row) return null;
  const { tenant, person, delivery, address, external_id: externalId, attempts: attempt } = row;
  return { delivery, who: { tenant, person }, address, externalId, attempt };
}

/** Ends a claim that is still ours: the removal is over, or it comes again. */
export async function settleRemoval(
  sql: Sql,
  { who, delivery, attempt, address }: Removal,
  owner: string,
  next: Parameters<Removals['settleRemoval']>[2],
): Promise<void> {
  const claimed = `tenant = $1 and person = $2 and delivery = $3::uuid and lease_owner = $4 and attempts = $5::integer`;
  const ours = [who.tenant, who.person, delivery, owner, attempt];
  if (next.type === 'over') {
    await sql.query(
      `with over as (delete from removals where ${claimed} returning tenant, person, delivery)
       delete from outbox o using over
       where o.tenant = over.tenant and o.person = over.person and o.delivery = over.delivery`,
      ours,
    );
    return;
  }
  await sql.query(
    `update removals set lease_owner = null, lease_until = null, attempts = attempts - $7::integer,
       available_at = now() + $6::float8 * interval '1 millisecond'
     where ${claimed}`,
    [...ours, next.afterMs, next.type === 'later' ? 0 : 1],
  );
  if (next.type === 'tenant-waits')
    await sql.query(
      `update removals set available_at = greatest(available_at, now() + $3::float8 * interval '1 millisecond')
       where tenant = $1 and channel = $2`,
      [who.tenant, address.channel, next.afterMs],
    );
}

/** Where their messages stand; nothing more can be taken away then than was asked for before. */
export async function forgetPosted(sql: Sql, who: PersonKey): Promise<void> {
  await sql.query('delete from posted where tenant = $1 and person = $2', [who.tenant, who.person]);
}

/** What was asked for as well. */
export async function forgetRemovals(sql: Sql, who: PersonKey): Promise<void> {
  await sql.query('delete from removals where tenant = $1 and person = $2', [who.tenant, who.person]);
  await sql.query('delete from outbox where tenant = $1 and person = $2 and unwanted', [
    who.tenant,
    who.person,
  ]);
}

/** A channel that is no longer on, or a platform that was away all week. */
export async function purgeRemovals(sql: Sql): Promise<void> {
  await sql.query(
    `with old as (
       delete from removals where created_at < now() - interval '7 days' returning tenant, person, delivery
     )
     delete from outbox o using old
     where o.tenant = old.tenant and o.person = old.person and o.delivery = old.delivery`,
  );
}
