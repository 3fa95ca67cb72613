import type { Opportunity } from '../conversation/state.js';
import { addDays, at, dateOf, hasTime, type Local } from '../remind/calendar.js';

/** `soon`: less than 24 hours ahead (K47). `far`: so far ahead that silence until then would be unkind (K95). */
export type Nearness = 'unknown' | 'passed' | 'soon' | 'ahead' | 'far';

const FAR_DAYS = 21;

/** How near the interview is. A day without a time counts from its first minute, so that nobody calls too late. */
export function nearness({ facts }: Opportunity, today: Local): Nearness {
  const day = facts['interview'];
  if (typeof day !== 'string') return 'unknown';
  const begins = hasTime(day) ? day : at(day, '00:00');
  if (hasTime(day) ? day <= today : day < dateOf(today)) return 'passed';
  if (begins <= addDays(today, 1)) return 'soon';
  return begins >= addDays(today, FAR_DAYS) ? 'far' : 'ahead';
}
