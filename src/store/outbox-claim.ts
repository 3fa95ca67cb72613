import type { Message } from '../coach/message.js';
import type { Log } from '../log.js';
import type { Address, Delivery, Outbox, PersonKey } from '../service/ports.js';
import { instant, type Sql } from './driver.js';
import type { Vault } from './encryption.js';
import { mark, payloadOf } from './outbox.js';

/** A row that cannot be read is tried again in case the fault was passing, then set aside. */
const UNREADABLE_AFTER = 3;

type Claim = Parameters<Outbox['claimOutbox']>[0];

interface ClaimedRow extends PersonKey {
  readonly id: number;
  readonly delivery: string;
  readonly address: Address;
  readonly payload: Uint8Array;
  readonly attempts: number;
  readonly crashes: number;
  readonly doubt_since: Date | null;
  readonly waited_ms: number;
  readonly wrapped_key: Uint8Array | null;
  readonly key_id: string | null;
}

/**
 * Only the oldest open message of a person may go: the next one waits, even while this one waits for a retry. Written
 * as a scalar, so that the planner looks it up for the few rows wanted and does not join them all.
 */
const MAY_GO = `o.status = 'pending' and o.available_at <= now() and o.channel = any($3::text[])
    and o.id = (
      select e.id from outbox e
      where e.tenant = o.tenant and e.person = o.person and e.status in ('pending', 'sending')
        and not (e.held and e.available_at > now())
      order by e.id limit 1)
    and not exists (
      select 1 from pauses p where p.tenant = o.tenant and p.channel = o.channel and p.until > now())`;

/** Marks what was picked as claimed, and logs the attempt with it: one that crashes has left its trace. */
const CLAIM_PICKED = `claimed as (
  update outbox o set
    status = 'sending', attempts = o.attempts + 1, claimed_at = now(), lease_owner = $1,
    lease_until = now() + $4::float8 * interval '1 millisecond',
    crashes = o.crashes + case o.status when 'sending' then 1 else 0 end,
    doubt_since = case o.status when 'sending' then coalesce(o.doubt_since, o.claimed_at) else o.doubt_since end
  from picked where o.id = picked.id
  returning o.*
), logged as (
  insert into attempts (outbox_id, n, tenant, person, owner)
  select id, attempts, tenant, person, lease_owner from claimed
)
select c.id, c.delivery, c.tenant, c.person, c.address, c.payload, c.attempts, c.crashes, c.doubt_since,
  (extract(epoch from c.claimed_at - c.available_at) * 1000)::float8 as waited_ms,
  p.wrapped_key, p.key_id
from claimed c left join people p on p.tenant = c.tenant and p.person = c.person
order by c.id`;

/**
 * Gives the claim of one process. Each call goes on with the tenants after those of the last, a fair share for each:
 * a workspace with a hundred thousand messages must not hold up one with a single one.
 */
export function createClaim(sql: Sql, vault: Vault, log: Log): (claim: Claim) => Promise<Delivery[]> {
  let lastTenant = '';

  return async (claim) => {
    return readable(sql, vault, log, await claimRows(claim), claim.owner);
  };

  function claimRows(claim: Claim): Promise<ClaimedRow[]> {
    if (claim.from === 'abandoned') return claimAbandoned(sql, claim);
    return claim.who ? claimOfPerson(sql, claim, claim.who) : claimInTurn(claim);
  }

  /** When those whose turn it is have nothing that may go now, it is the next ones' turn, once around. */
  async function claimInTurn(claim: Claim): Promise<ClaimedRow[]> {
    for (let ends = lastTenant === '' ? 1 : 2; ; ) {
      const tenants = await waitingTenants(sql, claim, lastTenant);
      const isEnd = tenants.length < claim.limit;
      lastTenant = isEnd ? '' : (tenants.at(-1) ?? '');
      const rows = await claimOfTenants(sql, claim, tenants);
      if (rows.length > 0 || (isEnd && --ends === 0)) return rows;
    }
  }
}

/** By skipping along the index from tenant to tenant: the cost grows with those that wait, not with what waits. */
async function waitingTenants(sql: Sql, { limit, channels }: Claim, after: string): Promise<string[]> {
  const next = (bound: string) => `(
    select o.tenant from outbox o
    where o.status = 'pending' and o.tenant > ${bound} and o.available_at <= now() and o.channel = any($1::text[])
    order by o.tenant limit 1)`;
  const rows = await sql.query<{ tenant: string }>(
    `with recursive tenants (tenant) as (
       select ${next('$2')}
       union all
       select ${next('t.tenant')} from tenants t where t.tenant is not null
     )
     select t.tenant from tenants t
     where t.tenant is not null and not exists (
       select 1 from pauses p where p.tenant = t.tenant and p.until > now() and p.channel = any($1::text[]))
     limit $3::integer`,
    [channels, after, limit],
  );
  return rows.map(({ tenant }) => tenant);
}

async function claimOfTenants(sql: Sql, claim: Claim, tenants: readonly string[]): Promise<ClaimedRow[]> {
  const { owner, limit, channels, leaseMs } = claim;
  const share = Math.ceil(limit / Math.max(1, tenants.length));
  return sql.query<ClaimedRow>(
    `with picked as (
       select share.id from unnest($5::text[]) as t (tenant)
       cross join lateral (
         select o.id, o.available_at from outbox o where o.tenant = t.tenant and ${MAY_GO}
         order by o.available_at, o.id limit $6::integer for update of o skip locked
       ) share
       order by share.available_at, share.id limit $2::integer
     ), ${CLAIM_PICKED}`,
    [owner, limit, channels, leaseMs, tenants, share],
  );
}

/** One person's message: never more than one. */
async function claimOfPerson(sql: Sql, claim: Claim, who: PersonKey): Promise<ClaimedRow[]> {
  const { owner, limit, channels, leaseMs } = claim;
  return sql.query<ClaimedRow>(
    `with picked as (
       select o.id from outbox o where o.tenant = $5 and o.person = $6 and ${MAY_GO}
       limit $2::integer for update of o skip locked
     ), ${CLAIM_PICKED}`,
    [owner, limit, channels, leaseMs, who.tenant, who.person],
  );
}

/** Whoever had them is gone. They were their person's oldest when they were claimed, and still are. */
async function claimAbandoned(sql: Sql, claim: Claim): Promise<ClaimedRow[]> {
  const { owner, limit, channels, leaseMs, who } = claim;
  return sql.query<ClaimedRow>(
    `with picked as (
       select o.id from outbox o
       where o.status = 'sending' and not o.unwanted and o.lease_until <= now() and o.channel = any($3::text[])
         ${who ? 'and o.tenant = $5 and o.person = $6' : ''}
       order by o.lease_until limit $2::integer for update skip locked
     ), ${CLAIM_PICKED}`,
    [owner, limit, channels, leaseMs, ...(who ? [who.tenant, who.person] : [])],
  );
}

async function readable(
  sql: Sql,
  vault: Vault,
  log: Log,
  rows: readonly ClaimedRow[],
  owner: string,
): Promise<Delivery[]> {
  const deliveries: Delivery[] = [];
  for (const row of rows) {
    try {
      deliveries.push(toDelivery(vault, row));
    } catch (error) {
      log.error({ delivery: row.delivery, attempt: row.attempts, err: error }, 'a message cannot be read');
      if (row.attempts >= UNREADABLE_AFTER) await setAside(sql, row, owner);
    }
  }
  return deliveries;
}

function toDelivery(vault: Vault, row: ClaimedRow): Delivery {
  const who = { tenant: row.tenant, person: row.person };
  if (row.wrapped_key === null || row.key_id === null)
    throw new Error(
      `The key of person ${who.person} of ${who.tenant} is gone, though a message waits for them.`,
    );
  const cipher = vault.unwrap(who, { wrapped: row.wrapped_key, keyId: row.key_id });
  return {
    id: row.delivery,
    who,
    address: row.address,
    message: cipher.open(payloadOf(row.delivery), row.payload) as Message,
    attempt: row.attempts,
    waitedMs: row.waited_ms,
    ...(row.doubt_since && { doubt: { since: instant(row.doubt_since), crashes: row.crashes } }),
  };
}

async function setAside(sql: Sql, row: ClaimedRow, owner: string): Promise<void> {
  const delivery = { id: row.delivery, who: row, attempt: row.attempts };
  await mark(
    sql,
    delivery,
    owner,
    { type: 'refused', reason: 'unreadable', addressDead: false },
    { type: 'dead' },
  );
}
