import { currentOf } from '../journal/log.js';
import type { Opportunity } from './state.js';

/**
 * Another decision is about to take the place of the one that counts: what was carried out stays in the log as an
 * entry of its own (K99). A mind that changes before anything went out is no entry. `next`: the outcome that comes;
 * `going`: the draft that goes out for it.
 */
export function close(opportunity: Opportunity, next: Opportunity['outcome'] = null, going?: string): void {
  const current = currentOf(opportunity);
  if (current === null || current.result === next) return;
  const sent = current.sent.filter((id) => id !== going);
  if (sent.length > 0) opportunity.closed.push({ ...current, sent });
}
