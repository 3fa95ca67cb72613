import { type Figure, findFigures, prepared } from './pay/amount.js';
import {
  CHANGE,
  isOther,
  openEnds,
  type Period,
  periodOf,
  type Role,
  roleBeside,
  type Surroundings,
  standing,
  surroundings,
} from './pay/context.js';
import { quote } from './text.js';

export type { Period, Role } from './pay/context.js';

/** An amount of money; one figure has `min` equal to `max`, an open end is null. */
export interface Amount {
  readonly min: number | null;
  readonly max: number | null;
  /** ISO 4217, null when nothing said it. */
  readonly currency: string | null;
  readonly period: Period | null;
}

export interface PayReading extends Amount {
  /** What else was named beside the pay: a bonus, equity, a total. */
  readonly parts: readonly (Amount & { readonly role: Role })[];
  /** The words that were read, as typed. */
  readonly quote: string;
}

interface Candidate {
  readonly figure: Figure;
  readonly role: Role;
  readonly around: Surroundings;
  readonly amount: Amount;
}

/** Below this a number without a scale is thousands a year; a yearly pay is never so small. */
const SMALL = 1000;
/** Too little to tell thousands from lakhs or from an hourly rate: better asked. */
const TOO_SMALL = 10;

function amountOf(figure: Figure, around: Surroundings, text: string): Amount | null {
  const period = figure.scale === 'lpa' ? 'year' : periodOf(around);
  const yearly = period === null || period === 'year';
  const small = figure.scale === null && figure.high < SMALL && yearly;
  if (small && (figure.low < TOO_SMALL || figure.hasCents)) return null;
  const factor = small ? 1000 : 1;
  const { ceiling, floor } = openEnds(around);
  const range = figure.low !== figure.high;
  const changed = range && CHANGE.test(text.slice(0, figure.start));
  return {
    min: ceiling && !range ? null : (changed ? figure.high : figure.low) * factor,
    max: floor && !ceiling && !range ? null : figure.high * factor,
    currency: figure.currency,
    period,
  };
}

/**
 * Reads the pay in an answer. Rules: `readings.md`, Pay. Null when no amount of pay is named;
 * of several figures the one offered, or the newest, is the pay.
 */
export function readPay(text: string, { locale }: { readonly locale: string }): PayReading | null {
  const traced = prepared(text);
  const figures = findFigures(traced.text, locale);
  const namedFirst = startsWithRole(traced.text, figures);
  const candidates = figures.flatMap((figure, i): Candidate[] => {
    const around = surroundings(traced.text, figures, i);
    if (isOther(figure, around)) return [];
    const role = roleBeside(around, namedFirst) ?? 'base';
    const amount = amountOf(figure, around, traced.text);
    return amount === null ? [] : [{ figure, role, around, amount }];
  });
  const pay = bestOf(candidates);
  if (pay === null) return null;
  return {
    ...pay.amount,
    parts: candidates
      .filter((candidate) => candidate !== pay && candidate.role !== 'base')
      .map(({ role, amount }) => ({ role, ...amount })),
    quote: quote(traced, pay.figure.start, pay.figure.end),
  };
}

function startsWithRole(text: string, figures: readonly Figure[]): boolean {
  const first = figures[0];
  if (!first) return false;
  return roleBeside({ left: text.slice(0, first.start), right: '' }, true) !== null;
}

/** The base, else a total; among several the best standing, and of equals the newest. */
function bestOf(candidates: readonly Candidate[]): Candidate | null {
  for (const role of ['base', 'total'] as const) {
    const suitable = candidates.filter((candidate) => candidate.role === role);
    const ranked = suitable.map((candidate, i) => ({ candidate, points: standing(candidate.around), i }));
    const best = ranked.sort((a, b) => b.points - a.points || b.i - a.i)[0];
    if (best) return best.candidate;
  }
  return null;
}
