import type { Purged } from '../service/ports.js';
import { purgeArrivals } from './arrivals.js';
import type { Driver, Sql } from './driver.js';
import { forgetPerson } from './forget.js';
import { purgeInbound } from './inbound.js';
import { forgetRemoved, purgeStates } from './installations.js';
import { deleteMessages, hasOpenMessages, purgeAttempts, purgeMessages, purgePauses } from './outbox.js';
import { deletePersonRow, lockBarePeople, lockForgottenPeople } from './people.js';
import { purgeRemovals } from './removals.js';

/** Small bites: every statement holds its locks briefly, and PGlite blocks the whole process while it works. */
const BITE = 500;

export async function purge(driver: Driver, retentionMonths: number): Promise<Purged> {
  await purgePauses(driver);
  await purgeStates(driver);
  await forgetRemoved(driver);
  await purgeArrivals(driver);
  await purgeRemovals(driver);
  return {
    inbound: await untilDone(() => purgeInbound(driver, BITE)),
    messages: await untilDone(() => purgeMessages(driver, BITE)),
    attempts: await untilDone(() => purgeAttempts(driver, BITE)),
    people: await driver.transaction(purgeBarePeople),
    retired: await untilDone(() => driver.transaction((sql) => retire(sql, retentionMonths))),
  };
}

/** Those who left and have had their goodbye: the last message, the key and the row go together. */
async function purgeBarePeople(sql: Sql): Promise<number> {
  let gone = 0;
  for (const who of await lockBarePeople(sql, BITE)) {
    // A statement of its own, after the lock: only so does it see a message that a turn put in just before.
    if (await hasOpenMessages(sql, who)) continue;
    await deleteMessages(sql, who);
    await deletePersonRow(sql, who);
    gone++;
  }
  return gone;
}

/** Nobody came back for so long: all their rows go, and the key with them, whatever is still planned. */
async function retire(sql: Sql, months: number): Promise<number> {
  const forgotten = await lockForgottenPeople(sql, months, BITE);
  for (const who of forgotten) await forgetPerson(sql, who);
  return forgotten.length;
}

async function untilDone(bite: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const gone = await bite();
    total += gone;
    if (gone < BITE) return total;
  }
}
