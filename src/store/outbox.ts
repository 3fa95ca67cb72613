import { randomUUID } from 'node:crypto';
import type { Message } from '../coach/message.js';
import type {
  Address,
  ChannelName,
  Delivery,
  NextAttempt,
  Outcome,
  PersonKey,
  RecentPost,
} from '../service/ports.js';
import type { Driver, Sql } from './driver.js';
import type { PersonCipher } from './encryption.js';
import { stopReminders } from './reminders.js';

/** Where a payload belongs: its bytes open in no other row. */
export const payloadOf = (deliveryId: string) => `outbox.payload ${deliveryId}`;

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

/** Whatever of the outbox still has its text: what waits, and what was given up and is kept a week. */
export async function unsentMessages(sql: Sql, who: PersonKey, cipher: PersonCipher): Promise<Message[]> {
  const rows = await sql.query<{ delivery: string; payload: Uint8Array }>(
    `select delivery, payload from outbox
     where tenant = $1 and person = $2 and payload is not null and not unwanted order by id`,
    [who.tenant, who.person],
  );
  return rows.map(({ delivery, payload }) => cipher.open(payloadOf(delivery), payload) as Message);
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
export async function mark(
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
         status = case when unwanted and $6 = 'pending' then 'done' else $6 end, lease_until = null,
         lease_owner = case $6 when 'pending' then null else lease_owner end,
         available_at = case $6 when 'pending' then now() + $7::float8 * interval '1 millisecond' else available_at end,
         attempts = attempts - $8::integer,
         held = $12::boolean,
         settled_at = case when $6 = 'pending' and not unwanted then null else now() end,
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
      retry?.held ?? false,
    ],
  );
  return marked.length > 0;
}

/** Few enough to be read at every claim, and more than the platforms let one tenant have in that time. */
const RECENT = 200;

export async function recentPosts(sql: Sql, owner: string): Promise<RecentPost[]> {
  const rows = await sql.query<PersonKey & { channel: ChannelName; ago_ms: number }>(
    `select tenant, person, channel, (extract(epoch from now() - settled_at) * 1000)::float8 as ago_ms
     from outbox
     where status in ('done', 'dead') and settled_at > now() - interval '2 seconds' and lease_owner <> $1
     order by settled_at desc limit $2::integer`,
    [owner, RECENT],
  );
  return rows.map(({ tenant, person, channel, ago_ms: agoMs }) => ({
    who: { tenant, person },
    channel,
    agoMs,
  }));
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

/**
 * The message rows first: a mark under way is waited for, and its attempt is then seen by the second statement. A
 * message on its way that is to be taken away stays, without its text, until it has been.
 */
export async function deleteMessages(sql: Sql, who: PersonKey): Promise<void> {
  await sql.query('delete from outbox where tenant = $1 and person = $2 and not unwanted', [
    who.tenant,
    who.person,
  ]);
  await sql.query('delete from attempts where tenant = $1 and person = $2', [who.tenant, who.person]);
}

export async function hasOpenMessages(sql: Sql, who: PersonKey): Promise<boolean> {
  const open = await sql.query(
    `select 1 from outbox where tenant = $1 and person = $2 and status in ('pending', 'sending') limit 1`,
    [who.tenant, who.person],
  );
  return open.length > 0;
}

/**
 * Sent messages lost their text when they were sent; dead ones keep theirs this week, for an operator to send again.
 * Where a sent one stands is kept on, so that the person can have it taken away.
 */
export async function purgeMessages(sql: Sql, limit: number): Promise<number> {
  const gone = await sql.query(
    `with gone as (
       delete from outbox where id in (
         select id from outbox where status in ('done', 'dead') and settled_at < now() - interval '7 days'
         order by settled_at limit $1)
       returning *
     ), moved as (
       insert into posted (tenant, person, delivery, channel, address, external_id, place)
       select tenant, person, delivery, channel, address, external_id, id from gone
       where external_id is not null and not unwanted
       on conflict do nothing
     )
     select id from gone`,
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
