import type { Delivery, NextAttempt, Outcome } from './ports.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const FIRST_WAIT_MS = 30 * SECOND;
const LONGEST_WAIT_MS = 60 * MINUTE;
export const MAX_ATTEMPTS = 8;
/** A message that breaks the program, or kills it, is no use to try eight times. */
const MAX_BREAKDOWNS = 3;
/** Long enough for a late message to show in a channel's history. */
const WAIT_IN_DOUBT_MS = 2 * MINUTE;

const retry = (afterMs: number): NextAttempt => ({ type: 'retry', afterMs, countsAsAttempt: true });
const DEAD: NextAttempt = { type: 'dead' };

/** Whether a claimed message may go out at all: attempts are counted at the claim, so those that crashed count. */
export function isExhausted({ attempt, doubt }: Pick<Delivery, 'attempt' | 'doubt'>): boolean {
  return attempt > MAX_ATTEMPTS || (doubt?.crashes ?? 0) >= MAX_BREAKDOWNS;
}

/**
 * What becomes of a message after an attempt (delivery.md 2.4 to 2.8).
 * @param canLookUp the channel tells whether an earlier attempt arrived, and is asked before every post in doubt
 * @param random from 0 to 1, spreads the waits
 */
export function nextAttempt(
  delivery: Pick<Delivery, 'attempt' | 'doubt'>,
  outcome: Outcome,
  { canLookUp, random }: { readonly canLookUp: boolean; readonly random: number },
): NextAttempt {
  switch (outcome.type) {
    case 'sent':
    case 'refused':
      return { type: 'done' };
    case 'throttled':
      return { type: 'retry', afterMs: Math.max(SECOND, outcome.retryAfterMs), countsAsAttempt: false };
    case 'not-sent':
      return delivery.attempt < MAX_ATTEMPTS ? retry(backoffMs(delivery.attempt, random)) : DEAD;
    case 'unknown':
      return maySendAgain(delivery, canLookUp)
        ? retry(Math.max(WAIT_IN_DOUBT_MS, backoffMs(delivery.attempt, random)))
        : DEAD;
  }
}

/** After the program itself failed before anything was sent. */
export function nextAfterBreakdown({ attempt }: Pick<Delivery, 'attempt'>, random: number): NextAttempt {
  return attempt < MAX_BREAKDOWNS ? retry(backoffMs(attempt, random)) : DEAD;
}

/** Where nothing can be looked up, a message that arrives twice is better than one that never does: it goes out once more. */
function maySendAgain({ attempt, doubt }: Pick<Delivery, 'attempt' | 'doubt'>, canLookUp: boolean): boolean {
  return canLookUp ? attempt < MAX_ATTEMPTS : doubt === undefined;
}

/** Exponential with full jitter: after an outage the waiting messages must not all come back at once. */
export function backoffMs(attempt: number, random: number): number {
  return Math.round(random * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1)));
}
