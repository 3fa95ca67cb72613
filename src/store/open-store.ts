import { randomBytes } from 'node:crypto';
import type { Log } from '../log.js';
import type { DueReminder, DueResult, Store, Turn } from '../service/ports.js';
import { announce } from './arrivals.js';
import { personOfCalendar } from './calendars.js';
import { type OpenDatabase, openDataFolder } from './data-folder.js';
import { type Driver, refuseNesting, type Sql } from './driver.js';
import { Vault } from './encryption.js';
import { fewAtOnce } from './few.js';
import { readFigures } from './figures.js';
import {
  addInstallation,
  forgetRemoved,
  installation,
  noteState,
  removeInstallation,
  renewToken,
  takeState,
} from './installations.js';
import { migrate, migrationProblem, readMigrations } from './migrate.js';
import { markOutbox, recentPosts } from './outbox.js';
import { createClaim } from './outbox-claim.js';
import { openPg } from './pg.js';
import { openPglite } from './pglite.js';
import { purge } from './purge.js';
import { settleDue } from './reminders.js';
import { createClaimDue } from './reminders-claim.js';
import { claimRemoval, settleRemoval } from './removals.js';
import { refuseOtherKey, rotateKeys } from './rotate.js';
import { PersonTurn } from './turn.js';
import { hasWall, hideOthers } from './wall.js';

/** A nudge to get back in touch comes after up to a year; a month more to answer it. */
const RETENTION_MONTHS = 13;

/**
 * Of the ten connections, what claims and marks messages takes so many at most: a flood of them must not hold up the
 * turns, which Slack wants answered within three seconds (bench/slack-ack.mjs).
 */
const OUTGOING = 4;

const CLOCKS_DISAGREE_MS = 2_000;

export interface StoreOptions {
  /** PostgreSQL's address; null for PGlite in `dataDir`. */
  readonly databaseUrl: string | null;
  /** A folder, or `memory` for a store that is gone when closed. */
  readonly dataDir: string;
  /** 64 hexadecimal digits. Null: a key beside the trial database; PostgreSQL is refused without one. */
  readonly encryptionKey: string | null;
  /** Another key that opens what it has wrapped, while keys are changed. */
  readonly previousEncryptionKey?: string | null;
  readonly log: Log;
  /** Months after their last use at which a person's rows go; 13 unless told. */
  readonly retentionMonths?: number;
}

/**
 * Opens the store and brings its database up to date.
 * @throws Error saying what to do when the key is missing or wrong, the folder is in use, or the database is newer.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { driver, encryptionKey } = await openDriver(options);
  try {
    const { log, retentionMonths, previousEncryptionKey } = options;
    return await openStoreOn(driver, encryptionKey, log, retentionMonths, previousEncryptionKey);
  } catch (error) {
    await driver.close();
    throw error;
  }
}

/** The store on any database that speaks the driver's language. */
export async function openStoreOn(
  bareDriver: Driver,
  encryptionKey: string,
  log: Log,
  retentionMonths = RETENTION_MONTHS,
  previousEncryptionKey: string | null = null,
): Promise<Store> {
  const driver = refuseNesting(bareDriver);
  const outgoing = fewAtOnce(driver, OUTGOING);
  const vault = new Vault(encryptionKey, previousEncryptionKey);
  const migrations = await readMigrations();
  const applied = await migrate(driver, migrations);
  if (applied.length > 0) log.info({ applied }, 'database migrated');
  await refuseOtherKey(driver, vault);
  await warnOfClocks(driver, log);
  const walled = await hasWall(driver, log);
  return {
    turn: (who, work) =>
      driver.transaction(async (transaction) => {
        if (walled) await hideOthers(transaction, who);
        return work(new PersonTurn(transaction, who, vault));
      }),
    announce: (who, id, doneAt) => announce(driver, who, id, doneAt),
    personOfCalendar: (tokenHash) => personOfCalendar(driver, tokenHash),
    claimDue: createClaimDue(driver),
    settleDue: (turn, due, owner, result) => settleDueIn(turn, due, owner, result),
    claimOutbox: createClaim(outgoing, vault, log),
    recentPosts: (owner) => recentPosts(driver, owner),
    markOutbox: (delivery, owner, outcome, next) => markOutbox(outgoing, delivery, owner, outcome, next),
    installation: (ids) => installation(driver, vault, ids),
    addInstallation: (added) => addInstallation(driver, vault, added),
    renewToken: (id, renew) => renewToken(driver, vault, id, renew),
    removeInstallation: (removed) => removeInstallation(driver, removed),
    forgetRemoved: () => forgetRemoved(driver),
    noteState: (hash, seconds) => noteState(driver, hash, seconds),
    takeState: (hash) => takeState(driver, hash),
    claimRemoval: (claim) => claimRemoval(driver, claim),
    settleRemoval: (removal, owner, next) => settleRemoval(driver, removal, owner, next),
    async purge() {
      await warnOfClocks(driver, log);
      return purge(driver, retentionMonths);
    },
    rotateKeys: () => rotateKeys(driver, vault),
    figures: () => readFigures(driver),
    async problem() {
      try {
        return await migrationProblem(driver, migrations);
      } catch (error) {
        return `the database does not answer: ${error instanceof Error ? error.message : String(error)}`;
      }
    },
    close: () => driver.close(),
  };
}

async function openDriver({ databaseUrl, dataDir, encryptionKey, log }: StoreOptions): Promise<OpenDatabase> {
  if (databaseUrl !== null) {
    if (encryptionKey === null)
      throw new Error(
        'DATABASE_URL is set, but ENCRYPTION_KEY is not: what people tell is stored encrypted, and the key must not ' +
          'lie in the same database. Make one with "openssl rand -hex 32", keep it safe, and set ENCRYPTION_KEY.',
      );
    return { driver: openPg(databaseUrl, log), encryptionKey };
  }
  if (dataDir === 'memory')
    return {
      driver: await openPglite(null),
      encryptionKey: encryptionKey ?? randomBytes(32).toString('hex'),
    };
  return openDataFolder(dataDir, encryptionKey, log);
}

async function settleDueIn(turn: Turn, due: DueReminder, owner: string, result: DueResult): Promise<boolean> {
  if (!(turn instanceof PersonTurn)) throw new Error('settleDue was given a turn of another store.');
  if (turn.who.tenant !== due.who.tenant || turn.who.person !== due.who.person)
    throw new Error(
      `settleDue was given the reminder ${due.reminder.id} of ${due.who.person} in a turn of ${turn.who.person}.`,
    );
  return settleDue(turn.sql, due, owner, result);
}

/** Leases and due times go by the database's clock; what people read goes by this one. */
async function warnOfClocks(sql: Sql, log: Log): Promise<void> {
  const before = Date.now();
  const [row] = await sql.query<{ now: Date }>('select clock_timestamp() as now');
  const here = (before + Date.now()) / 2;
  const differenceMs = Math.round((row?.now.getTime() ?? here) - here);
  if (Math.abs(differenceMs) > CLOCKS_DISAGREE_MS)
    log.warn(
      { differenceMs },
      'the clocks of this machine and of the database disagree: check time synchronisation',
    );
}
