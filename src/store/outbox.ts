import { randomUUID } from 'node:crypto';
import type { Message } from '../coach/message.js';
import type { Log } from '../log.js';
import type { Address, Delivery, NextAttempt, Outbox, Outcome, PersonKey } from '../service/ports.js';
import { type Driver, instant, type Sql } from './driver.js';
import type { PersonCipher, Vault } from './encryption.js';
import { stopReminders } from './reminders.js';

/** A row that cannot be read is tried again in case the fault was passing, then set aside. */
const UNREADABLE_AFTER = 3;

const payloadOf = (deliveryId: string) => `outbox.payload ${deliveryId}`;

/** Puts messages behind all earlier ones of this person. The person must be locked: that is what keeps the order. */
export async function enqueue(
  sql: Sql,
  who: PersonKey,
  cipher: PersonCipher,
  address: Address,
  messages: readonly Message[],
): Promise<void> {
  if (messages.length === 0) return;
  const parameters: unknown[] = [who.tenant, who.person, address.channel, JSON.stringify(address)];
  const rows = messages.map((message) => {
    const id = randomUUID();
    parameters.push(id, cipher.seal(payloadOf(id), message));
    return `($${parameters.length - 1}::uuid, $1, $2, $3, $4::jsonb, $${parameters.length}::bytea)`;
  });
  await sql.query(
    `insert into outbox (delivery, tenant, person, channel, address, payload) values ${rows.join(', ')}`,
    parameters,
  );
}

interface ClaimedRow extends PersonKey {
  readonly id: number;
  readonly delivery: string;
  readonly address: Address;
  readonly payload: Uint8Array;
  readonly attempts: number;
  readonly crashes: number;
  readonly doubt_since: Date | null;
  readonly wrapped_key: Uint8Array | null;
  readonly key_id: string | null;
}

/** Only the oldest open message of a person may go: the next one waits, even while this one waits for a retry. */
const IS_OLDEST = `not exists (
  select 1 from outbox e
  where e.tenant = o.tenant and e.person = o.person and e.status in ('pending', 'sending') and e.id < o.id)`;

const IS_NOT_PAUSED = `not exists (
  select 1 from pauses p where p.tenant = o.tenant and p.channel = o.channel and p.until > now())`;

/** One person's message, at most one. */
const DUE_OF_PERSON = `due as (
  select o.id from outbox o
  where o.tenant = $5 and o.person = $6 and o.status = 'pending' and o.available_at <= now()
    and o.channel = any($3::text[]) and ${IS_OLDEST} and ${IS_NOT_PAUSED}
  order by o.id limit 1 for update of o skip locked
)`;

/**
 * A fair share for each tenant: a workspace with a hundred thousand messages must not hold up one with a single one.
 * The tenants are found by skipping along the index, so the cost grows with those that wait, not with what waits.
 */
const DUE_BY_TENANT = `tenants (tenant) as (
  (select tenant from outbox where status = 'pending' order by tenant limit 1)
  union all
  select (select o.tenant from outbox o where o.status = 'pending' and o.tenant > t.tenant order by o.tenant limit 1)
  from tenants t where t.tenant is not null
), due as (
  select share.id from (select tenant from tenants where tenant is not null) t
  cross join lateral (
    select o.id, o.available_at from outbox o
    where o.tenant = t.tenant and o.status = 'pending' and o.available_at <= now()
      and o.channel = any($3::text[]) and ${IS_OLDEST} and ${IS_NOT_PAUSED}
    order by o.available_at, o.id
    limit (select greatest(1, $2::integer / count(*)) from tenants where tenant is not null)
    for update of o skip locked
  ) share
  order by share.available_at, share.id limit $2::integer
)`;

/** Claims by one statement, and logs the attempt in it: an attempt that crashes has left its trace. */
export async function claimOutbox(
  sql: Sql,
  vault: Vault,
  log: Log,
  { owner, limit, leaseMs, who, channels }: Parameters<Outbox['claimOutbox']>[0],
): Promise<Delivery[]> {
  const rows = await sql.query<ClaimedRow>(
    `with recursive expired as (
       select o.id from outbox o
       where o.status = 'sending' and o.lease_until <= now() and o.channel = any($3::text[])
         ${who ? 'and o.tenant = $5 and o.person = $6' : ''}
       order by o.lease_until limit $2::integer for update skip locked
     ), ${who ? DUE_OF_PERSON : DUE_BY_TENANT},
     picked as (
       select id from expired union all select id from due limit $2::integer
     ), claimed as (
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
       p.wrapped_key, p.key_id
     from claimed c left join people p on p.tenant = c.tenant and p.person = c.person
     order by c.id`,
    [owner, limit, channels, leaseMs, ...(who ? [who.tenant, who.person] : [])],
  );
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

/** Marks one message, and does what the outcome means for others: a dead address, a tenant told to wait. */
export async function markOutbox(
  driver: Driver,
  delivery: Delivery,
  owner: string,
  outcome: Outcome,
  next: NextAttempt,
): Promise<boolean> {
  const { who, address } = delivery;
  if (outcome.type === 'refused' && outcome.addressDead)
    return driver.transaction(async (transaction) => {
      // The same order of locks as a turn, so that the two cannot wait for each other.
      await transaction.query('select 1 from people where tenant = $1 and person = $2 for update', [
        who.tenant,
        who.person,
      ]);
      const ours = await mark(transaction, delivery, owner, outcome, next);
      if (ours) {
        await stopReminders(transaction, who, address);
        await stopMessages(transaction, who, address);
      }
      return ours;
    });
  const ours = await mark(driver, delivery, owner, outcome, next);
  if (ours && outcome.type === 'throttled') await pause(driver, delivery, outcome.retryAfterMs);
  return ours;
}

/**
 * Fenced by owner, attempt and status. An expired lease that nobody has taken over is still ours: to refuse the mark
 * would make the next claim send a second time.
 */
async function mark(
  sql: Sql,
  { id, who, attempt }: Pick<Delivery, 'id' | 'who' | 'attempt'>,
  owner: string,
  outcome: Outcome,
  next: NextAttempt,
): Promise<boolean> {
  const retry = next.type === 'retry' ? next : null;
  const marked = await sql.query(
    `with settled as (
       update outbox set
         status = $6, lease_owner = null, lease_until = null,
         available_at = case $6 when 'pending' then now() + $7::float8 * interval '1 millisecond' else available_at end,
         attempts = attempts - $8::integer,
         settled_at = case $6 when 'pending' then null else now() end,
         payload = case $6 when 'done' then null else payload end,
         doubt_since = case $9 when 'unknown' then coalesce(doubt_since, claimed_at) else doubt_since end,
         external_id = $11
       where tenant = $1 and person = $2 and delivery = $3::uuid
         and status = 'sending' and lease_owner = $4 and attempts = $5::integer
       returning id
     ), logged as (
       update attempts a set finished_at = now(), outcome = $9, reason = $10, external_id = $11
       from settled
       where a.tenant = $1 and a.person = $2 and a.outbox_id = settled.id and a.n = $5::integer
         and a.owner = $4 and a.finished_at is null
     )
     select id from settled`,
    [
      who.tenant,
      who.person,
      id,
      owner,
      attempt,
      retry ? 'pending' : next.type,
      retry?.afterMs ?? 0,
      retry && !retry.countsAsAttempt ? 1 : 0,
      outcome.type,
      'reason' in outcome ? outcome.reason : null,
      outcome.type === 'sent' ? outcome.externalId : null,
    ],
  );
  return marked.length > 0;
}

async function stopMessages(sql: Sql, who: PersonKey, deadAddress: Address): Promise<void> {
  await sql.query(
    `update outbox set status = 'dead', settled_at = now()
     where tenant = $1 and person = $2 and status = 'pending' and address = $3::jsonb`,
    [who.tenant, who.person, JSON.stringify(deadAddress)],
  );
}

/** Platforms count what a whole tenant sends, so the rest of the tenant waits too. */
async function pause(sql: Sql, { who, address }: Delivery, forMs: number): Promise<void> {
  await sql.query(
    `insert into pauses (tenant, channel, until) values ($1, $2, now() + $3::float8 * interval '1 millisecond')
     on conflict (tenant, channel) do update set until = greatest(pauses.until, excluded.until)`,
    [who.tenant, address.channel, forMs],
  );
}

/** The message rows first: a mark under way is waited for, and its attempt is then seen by the second statement. */
export async function deleteMessages(sql: Sql, who: PersonKey): Promise<void> {
  await sql.query('delete from outbox where tenant = $1 and person = $2', [who.tenant, who.person]);
  await sql.query('delete from attempts where tenant = $1 and person = $2', [who.tenant, who.person]);
}

export async function hasOpenMessages(sql: Sql, who: PersonKey): Promise<boolean> {
  const open = await sql.query(
    `select 1 from outbox where tenant = $1 and person = $2 and status in ('pending', 'sending') limit 1`,
    [who.tenant, who.person],
  );
  return open.length > 0;
}

/** Sent messages lost their text when they were sent; dead ones keep theirs this week, for an operator to send again. */
export async function purgeMessages(sql: Sql, limit: number): Promise<number> {
  const gone = await sql.query(
    `delete from outbox where id in (
       select id from outbox where status in ('done', 'dead') and settled_at < now() - interval '7 days'
       order by settled_at limit $1)
     returning id`,
    [limit],
  );
  return gone.length;
}

export async function purgeAttempts(sql: Sql, limit: number): Promise<number> {
  const gone = await sql.query(
    `delete from attempts where id in (
       select id from attempts where started_at < now() - interval '7 days' order by started_at limit $1)
     returning id`,
    [limit],
  );
  return gone.length;
}

export async function purgePauses(sql: Sql): Promise<void> {
  await sql.query('delete from pauses where until < now()');
}
