import type { DueReminder, DueReminders } from '../service/ports.js';
import type { Sql } from './driver.js';
import { planned, type ReminderRow } from './reminders.js';

type Claim = Parameters<DueReminders['claimDue']>[0];

/**
 * Gives the claim of one process. The earliest come first, until a claim is full: then more is due than can be done at
 * once, and each call goes on with the tenants after those of the last, a fair share for each, until none is full any
 * more. So a workspace with a hundred thousand due does not hold up one with ten, and an empty poll costs nothing more.
 */
export function createClaimDue(sql: Sql): DueReminders['claimDue'] {
  let crowded = false;
  let lastTenant = '';

  return async (claim) => {
    if (claim.from === 'abandoned') return toDue(await claimAbandoned(sql, claim));
    if (claim.who) return toDue(await claimEarliest(sql, claim));
    const rows = crowded ? await claimInTurn(claim) : await claimEarliest(sql, claim);
    crowded = rows.length >= claim.limit;
    return toDue(rows);
  };

  async function claimInTurn(claim: Claim): Promise<ReminderRow[]> {
    const tenants = await dueTenants(sql, claim, lastTenant);
    lastTenant = tenants.length < claim.limit ? '' : (tenants.at(-1) ?? '');
    const rows = await claimOfTenants(sql, claim, tenants);
    // The last ones of this round may have had less than a full claim, and those of the next one more.
    return rows.length > 0 ? rows : claimEarliest(sql, claim);
  }
}

const DUE = `status = 'pending' and due_at <= coalesce($4::timestamptz, now())`;

/** Whoever locks a row first has it, everybody else passes over it. */
const CLAIM_PICKED = `
  update reminders r set
    status = 'claimed', attempts = r.attempts + 1, lease_owner = $1,
    lease_until = now() + $3::float8 * interval '1 millisecond'
  from picked p where r.tenant = p.tenant and r.person = p.person and r.id = p.id
  returning r.*`;

function claimEarliest(sql: Sql, { owner, limit, leaseMs, now, who }: Claim): Promise<ReminderRow[]> {
  return sql.query<ReminderRow>(
    `with picked as (
       select tenant, person, id from reminders
       where ${DUE} ${who ? 'and tenant = $5 and person = $6' : ''}
       order by due_at, id limit $2::integer for update skip locked
     ) ${CLAIM_PICKED}`,
    [owner, limit, leaseMs, now, ...(who ? [who.tenant, who.person] : [])],
  );
}

function claimAbandoned(sql: Sql, { owner, limit, leaseMs, now, who }: Claim): Promise<ReminderRow[]> {
  return sql.query<ReminderRow>(
    `with picked as (
       select tenant, person, id from reminders
       where status = 'claimed' and lease_until <= now() and due_at <= coalesce($4::timestamptz, now())
         ${who ? 'and tenant = $5 and person = $6' : ''}
       order by lease_until, id limit $2::integer for update skip locked
     ) ${CLAIM_PICKED}`,
    [owner, limit, leaseMs, now, ...(who ? [who.tenant, who.person] : [])],
  );
}

/** By skipping along the index from tenant to tenant: the cost grows with the tenants, not with what is due. */
async function dueTenants(sql: Sql, { limit, now }: Claim, after: string): Promise<string[]> {
  const next = (bound: string) => `(
    select r.tenant from reminders r
    where r.status = 'pending' and r.tenant > ${bound} order by r.tenant limit 1)`;
  const rows = await sql.query<{ tenant: string }>(
    `with recursive tenants (tenant) as (
       select ${next('$1')}
       union all
       select ${next('t.tenant')} from tenants t where t.tenant is not null
     )
     select t.tenant from tenants t
     where t.tenant is not null and exists (
       select from reminders r
       where r.tenant = t.tenant and r.status = 'pending' and r.due_at <= coalesce($2::timestamptz, now()))
     limit $3::integer`,
    [after, now, limit],
  );
  return rows.map(({ tenant }) => tenant);
}

function claimOfTenants(
  sql: Sql,
  { owner, limit, leaseMs, now }: Claim,
  tenants: readonly string[],
): Promise<ReminderRow[]> {
  const share = Math.ceil(limit / Math.max(1, tenants.length));
  return sql.query<ReminderRow>(
    `with picked as (
       select share.* from unnest($5::text[]) as t (tenant)
       cross join lateral (
         select r.tenant, r.person, r.id, r.due_at from reminders r where r.tenant = t.tenant and ${DUE}
         order by r.due_at, r.id limit $6::integer for update of r skip locked
       ) share
       order by share.due_at, share.id limit $2::integer
     ) ${CLAIM_PICKED}`,
    [owner, limit, leaseMs, now, tenants, share],
  );
}

function toDue(rows: ReminderRow[]): DueReminder[] {
  return rows
    .sort((a, b) => a.due_at.getTime() - b.due_at.getTime() || (a.id < b.id ? -1 : 1))
    .map((row) => ({
      who: { tenant: row.tenant, person: row.person },
      reminder: planned(row),
      attempt: row.attempts,
    }));
}
