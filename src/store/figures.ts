import type { Figures } from '../service/ports.js';
import type { Sql } from './driver.js';

/** Fewer people than this could be guessed from a count. */
const ENOUGH_PEOPLE = 5;

/** A lag is somebody's too, where there are so few. */
const NOTHING: Figures = { enough: false, dueLagS: 0, outboxAgeS: 0, dead: 0, inDoubt: 0 };

interface Row {
  readonly people: number;
  readonly due_lag_s: number | null;
  readonly outbox_age_s: number | null;
  readonly dead: number;
  readonly dead_people: number;
  readonly in_doubt: number;
  readonly in_doubt_people: number;
}

/** Each part reads a partial index, and only what waits or was given up. */
export async function readFigures(sql: Sql): Promise<Figures> {
  const [row] = await sql.query<Row>(
    `with dead as (
       select tenant, person from outbox where status = 'dead'
       union all select tenant, person from reminders where status = 'dead'
     ), doubtful as (
       select tenant, person from outbox where status in ('pending', 'sending') and doubt_since is not null
     )
     select
       (select count(*) from (select 1 from people where state is not null limit ${ENOUGH_PEOPLE}) few) as people,
       (select extract(epoch from now() - min(due_at))::float8 from reminders
         where status = 'pending' and due_at <= now()) as due_lag_s,
       (select extract(epoch from now() - min(available_at))::float8 from outbox
         where status = 'pending' and available_at <= now()) as outbox_age_s,
       (select count(*) from dead) as dead,
       (select count(distinct (tenant, person)) from dead) as dead_people,
       (select count(*) from doubtful) as in_doubt,
       (select count(distinct (tenant, person)) from doubtful) as in_doubt_people`,
  );
  if (!row) throw new Error('The database gave no figures.');
  if (row.people < ENOUGH_PEOPLE) return NOTHING;
  return {
    enough: true,
    dueLagS: row.due_lag_s ?? 0,
    outboxAgeS: row.outbox_age_s ?? 0,
    dead: row.dead_people < ENOUGH_PEOPLE ? 0 : row.dead,
    inDoubt: row.in_doubt_people < ENOUGH_PEOPLE ? 0 : row.in_doubt,
  };
}
