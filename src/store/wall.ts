import type { Log } from '../log.js';
import type { PersonKey } from '../service/ports.js';
import type { Driver, Sql } from './driver.js';

/**
 * Until the end of the transaction the database shows one person's rows and takes no others (migration 0003): a
 * second wall behind the conditions in every statement.
 */
export async function hideOthers(sql: Sql, { tenant, person }: PersonKey): Promise<void> {
  await sql.query(
    `select set_config('role', 'bowout_turn', true), set_config('bowout.tenant', $1, true),
       set_config('bowout.person', $2, true)`,
    [tenant, person],
  );
}

/** The role is not there, or this user may not take it on. */
const NO_ROLE = ['22023', '42501', '42704'];

/** Whether the database can raise the wall; says so in the log when it can't. */
export async function hasWall(driver: Driver, log: Log): Promise<boolean> {
  try {
    await driver.transaction(async (transaction) => {
      await hideOthers(transaction, { tenant: '', person: '' });
      await transaction.query('select 1 from people limit 1');
    });
    return true;
  } catch (error) {
    if (!NO_ROLE.includes(String((error as { code?: unknown }).code))) throw error;
    log.warn(
      { err: error },
      'row-level security is off, since this database user may not take on the role bowout_turn: see docs/security.md',
    );
    return false;
  }
}
