import type { Reminder, ReminderKind } from '../coach/remind/reminder.js';
import type { Address, DueReminder, DueResult, PersonKey, PlannedReminder } from '../service/ports.js';
import { instant, type Sql } from './driver.js';

export interface ReminderRow extends PersonKey {
  readonly id: string;
  readonly kind: ReminderKind;
  readonly about: string;
  readonly at: string;
  readonly zone: string;
  readonly until: string | null;
  readonly due_at: Date;
  readonly occurrence: number;
  readonly attempts: number;
}

/** Those still to come, soonest first; one that is being fired right now is still to come. */
export async function listReminders(sql: Sql, who: PersonKey): Promise<PlannedReminder[]> {
  const rows = await sql.query<ReminderRow>(
    `select * from reminders where tenant = $1 and person = $2 and status in ('pending', 'claimed')
     order by due_at, id`,
    [who.tenant, who.person],
  );
  return rows.map(planned);
}

export async function planReminder(
  sql: Sql,
  who: PersonKey,
  reminder: Reminder,
  dueAt: string,
): Promise<void> {
  await sql.query(
    `insert into reminders (tenant, person, id, kind, about, at, zone, until, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::timestamptz)
     on conflict (tenant, person, id) do update set
       kind = excluded.kind, about = excluded.about, at = excluded.at, zone = excluded.zone,
       until = excluded.until, due_at = excluded.due_at, occurrence = reminders.occurrence + 1,
       status = 'pending', attempts = 0, lease_owner = null, lease_until = null`,
    [
      who.tenant,
      who.person,
      reminder.id,
      reminder.kind,
      reminder.about,
      reminder.at,
      reminder.zone,
      reminder.until,
      dueAt,
    ],
  );
}

export async function forgetReminder(sql: Sql, who: PersonKey, id: string): Promise<void> {
  await sql.query(
    `update reminders set status = 'forgotten', lease_owner = null, lease_until = null
     where tenant = $1 and person = $2 and id = $3 and status in ('pending', 'claimed')`,
    [who.tenant, who.person, id],
  );
}

export async function deleteReminders(sql: Sql, who: PersonKey): Promise<void> {
  await sql.query('delete from reminders where tenant = $1 and person = $2', [who.tenant, who.person]);
}

/** Nobody is there any more; one who has since written from elsewhere keeps theirs. */
export async function stopReminders(sql: Sql, who: PersonKey, deadAddress: Address): Promise<void> {
  await sql.query(
    `update reminders r set status = 'unreachable', lease_owner = null, lease_until = null
     from people p
     where r.tenant = $1 and r.person = $2 and r.status in ('pending', 'claimed')
       and p.tenant = r.tenant and p.person = r.person and p.address = $3::jsonb`,
    [who.tenant, who.person, JSON.stringify(deadAddress)],
  );
}

/**
 * Whoever writes can be reached again, so what was stopped is planned as before. Those whose time has passed are due
 * now, as after an outage: whether they are still wanted, and may be sent, is asked when they fire.
 */
export async function resumeReminders(sql: Sql, who: PersonKey): Promise<void> {
  await sql.query(
    `update reminders set status = 'pending', attempts = 0, occurrence = occurrence + 1
     where tenant = $1 and person = $2 and status = 'unreachable'`,
    [who.tenant, who.person],
  );
}

/**
 * Ends the claim, if it still is this very one: a reminder moved meanwhile has another occurrence, one claimed again
 * after its lease another owner or attempt. An expired lease that nobody has taken over is still ours.
 */
export async function settleDue(
  sql: Sql,
  { who, reminder, attempt }: DueReminder,
  owner: string,
  result: DueResult,
): Promise<boolean> {
  const putOffTo = result.type === 'put-off' ? result.dueAt : null;
  const settled = await sql.query(
    `update reminders set
       status = $7, lease_owner = null, lease_until = null,
       due_at = coalesce($8::timestamptz, due_at),
       occurrence = case when $8::timestamptz is null then occurrence else occurrence + 1 end,
       attempts = case when $8::timestamptz is null then attempts else 0 end
     where tenant = $1 and person = $2 and id = $3
       and status = 'claimed' and lease_owner = $4 and occurrence = $5 and attempts = $6
     returning id`,
    [
      who.tenant,
      who.person,
      reminder.id,
      owner,
      reminder.occurrence,
      attempt,
      putOffTo === null ? result.type : 'pending',
      putOffTo,
    ],
  );
  return settled.length > 0;
}

export function planned(row: ReminderRow): PlannedReminder {
  const { id, kind, about, at, zone, until, occurrence } = row;
  return { id, kind, about, at, zone, until, dueAt: instant(row.due_at), occurrence };
}
