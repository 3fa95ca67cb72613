import { encodeAction } from '../conversation/action.js';
import { type Talk, text, today, when } from '../conversation/talk.js';
import { reasonOf, resultOf } from '../journal/cards.js';
import { type Entry, entries } from '../journal/log.js';
import { patterns } from '../journal/patterns.js';
import type { Choice } from '../message.js';
import type { ColumnsPicture } from '../picture.js';
import { addMonths, at, dateOf, type Local, monthOf, shortMonth } from '../remind/calendar.js';
import { type Naming, nameOf } from './name.js';
import { type Part, part } from './part.js';

export interface EntryItem extends Naming {
  readonly at: Local;
  /** "Friday, 27 November 2026" */
  readonly when: string;
  /** "declined" */
  readonly result: string;
  /** Null when none was given. */
  readonly reason: string | null;
  readonly line: string;
  /** Shows it in the conversation, with every reply that went out. */
  readonly open: Choice;
}

/** How often each reason was given, month by month; `counts` are as long as `months`. */
export interface ReasonsOverTime {
  /** From the first decision on, at most twelve, the present one last: `2026-11`, "November 2026", "Nov 26". */
  readonly months: readonly { readonly id: string; readonly label: string; readonly short: string }[];
  /** Most frequent first; decisions without a reason are the last series, `none`. */
  readonly series: readonly {
    readonly id: string;
    readonly label: string;
    readonly counts: readonly number[];
    readonly total: number;
  }[];
  /** The same facts, one line a reason. */
  readonly lines: readonly string[];
}

const NONE = 'none';
const MOST_MONTHS = 12;
const MOST_SERIES = 6;

export type JournalPart = Part<EntryItem> & {
  readonly reasons: ReasonsOverTime;
  /** The reasons as a picture; null while there is no decision. */
  readonly picture: ColumnsPicture | null;
};

/** The decisions, latest first, and how the reasons for them came over time (K99, K100). */
export function journalPart(talk: Talk): JournalPart {
  const log = entries(talk.state.opportunities);
  const reasons = reasonsOverTime(talk, log);
  return {
    ...part(talk, 'journal', 'log', log.toReversed(), (entry) => itemOf(talk, entry)),
    reasons,
    picture: reasonsPicture(talk, reasons),
  };
}

function itemOf(talk: Talk, entry: Entry): EntryItem {
  const { words } = talk.context;
  const named = nameOf(talk, entry);
  const date = when(talk, dateOf(entry.at));
  const result = resultOf(entry.result, words);
  const reason = isGiven(entry.reason) ? reasonOf(entry.reason, words) : null;
  return {
    ...named,
    at: entry.at,
    when: date,
    result,
    reason,
    line: text(talk, 'overview.entry', { when: date, title: named.title, result, reason }),
    open: {
      label: text(talk, 'journal.buttons.entry', { code: entry.code }),
      action: encodeAction({ do: 'entry', about: entry.id }),
    },
  };
}

const isGiven = (reason: string | null): reason is string => reason !== null && reason !== NONE;

export function reasonsOverTime(talk: Talk, log: readonly Entry[]): ReasonsOverTime {
  const { words } = talk.context;
  const months = monthsOf(log, today(talk)).map((id) => ({
    id,
    label: monthOf(`${id}-01`, words.locale),
    short: shortMonth(`${id}-01`, words.locale),
  }));
  const given = patterns(log).reasons.map(({ id }) => id);
  const series = [...given, NONE].flatMap((id) => {
    const same = log.filter(({ reason }) => (isGiven(reason) ? reason : NONE) === id);
    const counts = months.map((month) => same.filter((entry) => entry.at.startsWith(month.id)).length);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const label = id === NONE ? text(talk, 'overview.no-reason') : reasonOf(id, words);
    return total === 0 ? [] : [{ id, label, counts, total }];
  });
  const lines = series.map(({ label, counts, total }) => {
    const when = months.flatMap((month, index) => {
      const count = counts[index];
      return count ? [text(talk, 'overview.reasons.month', { month: month.label, count })] : [];
    });
    return text(talk, 'overview.reasons.line', { label, count: total, months: when.join(', ') });
  });
  return { months, series, lines };
}

export function reasonsPicture(talk: Talk, reasons: ReasonsOverTime): ColumnsPicture | null {
  const { months, series, lines } = reasons;
  if (series.length === 0) return null;
  return {
    kind: 'columns',
    title: text(talk, 'overview.pictures.reasons'),
    facts: lines,
    columns: months.map(({ short }) => short),
    series: few(talk, reasons),
  };
}

/** More colours than this can't be told apart: the less frequent are drawn as one. */
function few(talk: Talk, { months, series }: ReasonsOverTime): ColumnsPicture['series'] {
  if (series.length <= MOST_SERIES) return series;
  const rest = series.slice(MOST_SERIES - 1);
  const counts = months.map((_, at) => rest.reduce((sum, one) => sum + Number(one.counts[at]), 0));
  return [...series.slice(0, MOST_SERIES - 1), { label: text(talk, 'overview.pictures.others'), counts }];
}

/** Every month from the first decision to the present one; the latest twelve of them. */
function monthsOf(log: readonly Entry[], now: Local): string[] {
  const [first] = log;
  if (!first) return [];
  const present = now.slice(0, 7);
  const months = Array.from({ length: MOST_MONTHS }, (_, back) =>
    addMonths(at(`${present}-01`, '00:00'), -back).slice(0, 7),
  );
  return months.filter((month) => month >= first.at.slice(0, 7)).reverse();
}
