import type { Entry } from './log.js';

/** Fewer decisions than this show no pattern, and the coach says so. */
export const FEWEST = 3;

/** How often something came up; `negotiated` of them tried to change the terms. */
export interface Count {
  readonly id: string;
  readonly count: number;
  readonly negotiated: number;
}

/** What the log shows over time (K100). */
export interface Patterns {
  readonly count: number;
  readonly negotiated: number;
  /** Reasons that were given, most frequent first. */
  readonly reasons: readonly Count[];
  readonly stages: readonly Count[];
  /** Calendar quarters such as `2026-4`, oldest first. */
  readonly quarters: readonly Count[];
  /** What can be said: `none`, `few` without a pattern, `no-reason`, `even` without a front runner, `one-reason`. */
  readonly finding: 'none' | 'few' | 'no-reason' | 'even' | 'one-reason';
}

export function patterns(log: readonly Entry[]): Patterns {
  const reasons = byCount(tally(log, ({ reason }) => (reason === 'none' ? null : reason)));
  return {
    count: log.length,
    negotiated: log.filter((entry) => entry.negotiated).length,
    reasons,
    stages: byCount(tally(log, ({ stage }) => stage)),
    quarters: tally(log, ({ at }) => quarterOf(at)).sort((one, other) => one.id.localeCompare(other.id)),
    finding: findingOf(log.length, reasons),
  };
}

function findingOf(count: number, reasons: readonly Count[]): Patterns['finding'] {
  if (count === 0) return 'none';
  if (count < FEWEST) return 'few';
  const [first, second] = reasons;
  if (!first) return 'no-reason';
  return first.count < 2 || first.count === second?.count ? 'even' : 'one-reason';
}

function tally(log: readonly Entry[], idOf: (entry: Entry) => string | null): Count[] {
  const ids = new Set(log.map(idOf).filter((id) => id !== null));
  return [...ids].map((id) => {
    const same = log.filter((entry) => idOf(entry) === id);
    return { id, count: same.length, negotiated: same.filter((entry) => entry.negotiated).length };
  });
}

const byCount = (counts: readonly Count[]): Count[] =>
  counts.toSorted((one, other) => other.count - one.count || one.id.localeCompare(other.id));

function quarterOf(local: string): string {
  return `${local.slice(0, 4)}-${Math.ceil(Number(local.slice(5, 7)) / 3)}`;
}

/** What the person could try, from their own log; at most three. Their words are `coach.journal.ideas`. */
export function ideas({ count, negotiated, reasons, finding }: Patterns): string[] {
  const recurring = finding === 'one-reason' ? reasons[0]?.id : undefined;
  const found = [
    ...(negotiated === 0 ? ['ask-once'] : []),
    ...(recurring === 'pay' ? ['pay-early'] : []),
    ...(recurring !== undefined && recurring !== 'pay' ? ['check-early'] : []),
    ...(negotiated > 0 && negotiated < count ? ['ask-more'] : []),
    'note-terms',
    'note-feedback',
  ];
  return found.slice(0, 3);
}
