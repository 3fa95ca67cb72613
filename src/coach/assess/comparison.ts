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

/** By candidate and criterion: 0 to 1, or null where it is not known. */
type Scores = readonly Readonly<Record<Criterion, number | null>>[];

/**
 * Puts candidates side by side (K13, K39). What is not known is never guessed: it widens what a candidate may reach,
 * and becomes a question. Currencies are never converted, and hours never assumed.
 */
export function compare(candidates: readonly Candidate[], weighting: Weighting): Comparison {
  const { scores: pay, questions } = comparePay(candidates);
  const scores = candidates.map((candidate, index) => scoresOf(candidate, pay[index]));
  const counts = (criterion: Criterion): boolean => WORTH[weighting[criterion]] > 0;
  const result = lead(scores, weighting);
  // An amount that is itself not quite known can still move.
  const loose = counts('pay') && questions.some(({ id }) => LOOSE.includes(id));
  return {
    ...result,
    standing: result.standing === 'clear' && loose ? 'ahead' : result.standing,
    flips: flips(scores, weighting, result.leader),
    open: rated
      .filter(counts)
      .flatMap((criterion) =>
        scores.flatMap((one, candidate) => (one[criterion] === null ? [{ candidate, criterion }] : [])),
      ),
    payQuestions: counts('pay') ? questions : [],
  };
}

function scoresOf(candidate: Candidate, pay: number | null = null): Scores[number] {
  const score = (criterion: Criterion): number | null => {
    const rating = candidate.ratings[criterion];
    return rating === undefined ? null : SCORE[rating];
  };
  return {
    pay,
    work: score('work'),
    people: score('people'),
    place: score('place'),
    security: score('security'),
    values: score('values'),
  };
}

function lead(scores: Scores, weighting: Weighting): Pick<Comparison, 'reach' | 'leader' | 'standing'> {
  const counting = criteria.filter((criterion) => WORTH[weighting[criterion]] > 0);
  const sum = (of: readonly Criterion[], score: (criterion: Criterion) => number): number =>
    of.reduce((total, criterion) => total + WORTH[weighting[criterion]] * score(criterion), 0);
  const all = sum(counting, () => 1);
  if (all === 0)
    return { reach: scores.map(() => ({ sure: 0, possible: 0 })), leader: null, standing: 'nothing' };
  const reach = scores.map((one) => ({
    sure: sum(counting, (criterion) => one[criterion] ?? 0) / all,
    possible: sum(counting, (criterion) => one[criterion] ?? 1) / all,
  }));
  const clear = reach.findIndex(({ sure }, index) =>
    reach.every((other, at) => at === index || sure > other.possible + SAME),
  );
  if (clear >= 0) return { reach, leader: clear, standing: 'clear' };
  const common = counting.filter((criterion) => scores.every((one) => one[criterion] !== null));
  if (common.length === 0) return { reach, leader: null, standing: 'nothing' };
  const ground = scores.map((one) => sum(common, (criterion) => Number(one[criterion])));
  const best = Math.max(...ground);
  const isBest = (score: number): boolean => score > best - SAME;
  const leader = ground.findIndex(isBest);
  return leader === ground.findLastIndex(isBest)
    ? { reach, leader, standing: 'ahead' }
    : { reach, leader: null, standing: 'even' };
}

/** Tries every other weight of every criterion, the nearest first. */
function flips(scores: Scores, weighting: Weighting, leader: number | null): Flip[] {
  return criteria.flatMap((criterion) => {
    const now = WORTH[weighting[criterion]];
    const others = weights
      .filter((weight) => WORTH[weight] !== now)
      .sort((one, other) => Math.abs(WORTH[one] - now) - Math.abs(WORTH[other] - now));
    for (const weight of others) {
      const other = lead(scores, { ...weighting, [criterion]: weight }).leader;
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
  const all = candidates.map((candidate) => ({ ...candidate, total: totalPay(candidate) }));
  type One = (typeof all)[number];
  const ask = (id: PayQuestion['id'], test: (one: One) => boolean): PayQuestion[] => {
    const of = all.flatMap((one, index) => (test(one) ? [index] : []));
    return of.length > 0 ? [{ id, of }] : [];
  };
  const known = all.flatMap(({ total }) => total ?? []);
  const unlike = new Set(known.map(({ currency }) => currency)).size > 1;
  const uneven = new Set(known.map(({ period }) => period)).size > 1;
  const aYear = all.some(({ pay }) => pay?.period === 'year');
  const isSaid = ({ pay }: One): boolean => pay !== null && pay.min !== null;
  const questions = [
    ...ask('unknown', (one) => !isSaid(one)),
    ...ask('on-top', (one) => isSaid(one) && one.total === null),
    ...ask('currency', () => unlike),
    ...ask('period', () => uneven),
    ...ask('unstated', ({ total }) => total !== null && (total.currency === null || total.period === null)),
    ...ask('range', (one) => isSaid(one) && one.pay?.min !== one.pay?.max),
    ...ask('months', ({ pay }) => aYear && pay?.period === 'month'),
  ];
  if (known.length < all.length || unlike || uneven) return { scores: all.map(() => null), questions };
  const best = Math.max(...known.map(({ sure }) => sure));
  const score = (sure: number): number => (best <= 0 ? 1 : Math.max(0, 1 - (1 - sure / best) / STEEP));
  return { scores: known.map(({ sure }) => score(sure)), questions };
}
