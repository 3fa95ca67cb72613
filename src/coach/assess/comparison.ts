import type { Pay } from '../conversation/state.js';

export const criteria = ['pay', 'work', 'people', 'place', 'security', 'values'] as const;
export type Criterion = (typeof criteria)[number];
export const rated = ['work', 'people', 'place', 'security', 'values'] as const;

export const weights = ['most', 'matters', 'little', 'not'] as const;
export type Weight = (typeof weights)[number];
export type Weighting = Readonly<Record<Criterion, Weight>>;

export const ratings = ['good', 'mixed', 'poor'] as const;
export type Rating = (typeof ratings)[number];

/** One opportunity to compare, the present job included. What is missing is not known. */
export interface Candidate {
  readonly pay: Pay | null;
  /** Sure money on top of the base pay. */
  readonly onTop: Pay | null;
  readonly ratings: Readonly<Partial<Record<Criterion, Rating>>>;
}

/** What has to be asked before pay can be compared, and for which candidates. */
export interface PayQuestion {
  readonly id: 'unknown' | 'currency' | 'period' | 'unstated' | 'range' | 'on-top' | 'months';
  readonly of: readonly number[];
}

/** Shares of the most that could be reached, 0 to 1: what is sure, and with all that is not known at its best. */
export interface Reach {
  readonly sure: number;
  readonly possible: number;
}

/** Another weight of one criterion under which another candidate leads. */
export interface Flip {
  readonly criterion: Criterion;
  readonly weight: Weight;
  readonly leader: number;
}

export interface Comparison {
  readonly reach: readonly Reach[];
  /** The candidate that is ahead, or null. */
  readonly leader: number | null;
  /** `clear`: nothing that is not known yet can change it. `nothing`: no criterion that counts is known for all. */
  readonly standing: 'clear' | 'ahead' | 'even' | 'nothing';
  /** At most one a criterion: the smallest change of its weight. */
  readonly flips: readonly Flip[];
  /** Ratings that are not known and count. */
  readonly open: readonly { readonly candidate: number; readonly criterion: Criterion }[];
  readonly payQuestions: readonly PayQuestion[];
}

const WORTH: Readonly<Record<Weight, number>> = { most: 3, matters: 2, little: 1, not: 0 };
const SCORE: Readonly<Record<Rating, number>> = { good: 1, mixed: 0.5, poor: 0 };
/** Pay this much below the highest counts nothing, and half of it half. */
const STEEP = 0.4;
/** Sums of fractions that differ by less are the same. */
const SAME = 1e-9;

/** Questions about amounts that were counted as they stand. */
const LOOSE: readonly PayQuestion['id'][] = ['unstated', 'range', 'months'];

/** By criterion and candidate: 0 to 1, or null where it is not known. */
type Scores = Readonly<Record<Criterion, readonly (number | null)[]>>;

/**
 * Puts candidates side by side (K13, K39). What is not known is never guessed: it widens what a candidate may reach,
 * and becomes a question. Currencies are never converted, and hours never assumed.
 */
export function compare(candidates: readonly Candidate[], weighting: Weighting): Comparison {
  const { scores: pay, questions } = comparePay(candidates);
  const scores = Object.fromEntries(
    criteria.map((criterion) => [
      criterion,
      criterion === 'pay'
        ? pay
        : candidates.map((candidate) => {
            const rating = candidate.ratings[criterion];
            return rating === undefined ? null : SCORE[rating];
          }),
    ]),
  ) as unknown as Scores;
  const counts = (criterion: Criterion): boolean => WORTH[weighting[criterion]] > 0;
  const result = lead(scores, weighting, candidates.length);
  // An amount that is itself not quite known can still move.
  const loose = counts('pay') && questions.some(({ id }) => LOOSE.includes(id));
  return {
    ...result,
    standing: result.standing === 'clear' && loose ? 'ahead' : result.standing,
    flips: flips(scores, weighting, result.leader, candidates.length),
    open: rated
      .filter(counts)
      .flatMap((criterion) =>
        scores[criterion].flatMap((score, candidate) => (score === null ? [{ candidate, criterion }] : [])),
      ),
    payQuestions: counts('pay') ? questions : [],
  };
}

function lead(
  scores: Scores,
  weighting: Weighting,
  count: number,
): Pick<Comparison, 'reach' | 'leader' | 'standing'> {
  const counting = criteria.filter((criterion) => WORTH[weighting[criterion]] > 0);
  const sum = (of: readonly Criterion[], score: (criterion: Criterion) => number): number =>
    of.reduce((total, criterion) => total + WORTH[weighting[criterion]] * score(criterion), 0);
  const most = Math.max(
    1,
    sum(counting, () => 1),
  );
  const indices = Array.from({ length: count }, (_, index) => index);
  const reach = indices.map((index) => ({
    sure: sum(counting, (criterion) => scores[criterion][index] ?? 0) / most,
    possible: sum(counting, (criterion) => scores[criterion][index] ?? 1) / most,
  }));
  const clear = indices.find((index) =>
    reach.every((other, at) => at === index || (reach[index]?.sure ?? 0) > other.possible + SAME),
  );
  if (clear !== undefined && counting.length > 0) return { reach, leader: clear, standing: 'clear' };
  const common = counting.filter((criterion) => scores[criterion].every((score) => score !== null));
  if (common.length === 0) return { reach, leader: null, standing: 'nothing' };
  const ground = indices.map((index) => sum(common, (criterion) => scores[criterion][index] ?? 0));
  const best = Math.max(...ground);
  const ahead = indices.filter((index) => (ground[index] ?? 0) > best - SAME);
  return ahead.length === 1
    ? { reach, leader: ahead[0] ?? null, standing: 'ahead' }
    : { reach, leader: null, standing: 'even' };
}

/** Tries every other weight of every criterion, the nearest first. */
function flips(scores: Scores, weighting: Weighting, leader: number | null, count: number): Flip[] {
  return criteria.flatMap((criterion) => {
    const now = WORTH[weighting[criterion]];
    const others = weights
      .filter((weight) => WORTH[weight] !== now)
      .sort((one, other) => Math.abs(WORTH[one] - now) - Math.abs(WORTH[other] - now));
    for (const weight of others) {
      const other = lead(scores, { ...weighting, [criterion]: weight }, count).leader;
      if (other !== null && other !== leader) return [{ criterion, weight, leader: other }];
    }
    return [];
  });
}

interface Amount {
  readonly sure: number;
  readonly currency: string | null;
  /** A month counts as a twelfth of a year; nothing else can be turned into another period without guessing. */
  readonly period: Pay['period'];
}

function amountOf(pay: Pay): Amount | null {
  if (pay.min === null) return null;
  return pay.period === 'month'
    ? { sure: pay.min * 12, currency: pay.currency, period: 'year' }
    : { sure: pay.min, currency: pay.currency, period: pay.period };
}

/** Base and sure money on top; null where it is not known, or the two can't be added. */
export function totalPay({ pay, onTop }: Pick<Candidate, 'pay' | 'onTop'>): Amount | null {
  const base = pay && amountOf(pay);
  if (!base || onTop === null) return base;
  const top = amountOf(onTop);
  if (!top || top.currency !== base.currency || top.period !== base.period) return null;
  return { ...base, sure: base.sure + top.sure };
}

/** Pay counts only when the amounts of all candidates can be laid side by side. */
function comparePay(candidates: readonly Candidate[]): {
  scores: readonly (number | null)[];
  questions: readonly PayQuestion[];
} {
  const totals = candidates.map(totalPay);
  const which = (test: (candidate: Candidate, index: number) => boolean): number[] =>
    candidates.flatMap((candidate, index) => (test(candidate, index) ? [index] : []));
  const all = which(() => true);
  const known = totals.filter((total) => total !== null);
  const kinds = (unit: (amount: Amount) => string | null): number => new Set(known.map(unit)).size;
  const periods = new Set(candidates.flatMap(({ pay }) => (pay ? [pay.period] : [])));
  const question = (id: PayQuestion['id'], of: readonly number[]): PayQuestion[] =>
    of.length > 0 ? [{ id, of }] : [];
  const unknown = which((_, index) => totals[index] === null);
  const unlike = kinds(({ currency }) => currency) > 1;
  const uneven = kinds(({ period }) => period) > 1;
  const questions = [
    ...question(
      'unknown',
      which(({ pay }) => pay === null || pay.min === null),
    ),
    ...question(
      'on-top',
      which((candidate, index) => totals[index] === null && (candidate.pay?.min ?? null) !== null),
    ),
    ...question('currency', unlike ? all : []),
    ...question('period', uneven ? all : []),
    ...question(
      'unstated',
      which((_, index) => isUnstated(totals[index] ?? null)),
    ),
    ...question(
      'range',
      which(({ pay }) => pay !== null && pay.min !== null && pay.min !== pay.max),
    ),
    ...question('months', periods.has('year') ? which(({ pay }) => pay?.period === 'month') : []),
  ];
  if (unknown.length > 0 || unlike || uneven) return { scores: candidates.map(() => null), questions };
  const best = Math.max(0, ...known.map(({ sure }) => sure));
  const score = (sure: number): number => (best === 0 ? 1 : Math.max(0, 1 - (1 - sure / best) / STEEP));
  return { scores: known.map(({ sure }) => score(sure)), questions };
}

function isUnstated(total: Amount | null): boolean {
  return total !== null && (total.currency === null || total.period === null);
}
