import type { PersonKey } from '../service/ports.js';
import { forgetArrivals } from './arrivals.js';
import { closeCalendar } from './calendars.js';
import type { Sql } from './driver.js';
import { forgetInbound } from './inbound.js';
import { deleteMessages } from './outbox.js';
import { deletePersonRow } from './people.js';
import { deleteReminders } from './reminders.js';
import { forgetPosted, forgetRemovals } from './removals.js';

/** All rows of a locked person go, and the key with them, whatever is still planned or on its way. */
export async function forgetPerson(sql: Sql, who: PersonKey): Promise<void> {
  await deleteMessages(sql, who);
  await forgetPosted(sql, who);
  await forgetRemovals(sql, who);
  await deleteReminders(sql, who);
  await closeCalendar(sql, who);
  await forgetArrivals(sql, who);
  await forgetInbound(sql, who, []);
  await deletePersonRow(sql, who);
}
