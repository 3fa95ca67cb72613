import type { Profile } from '../conversation/state.js';
import { card } from '../flows/cards.js';
import type { CardMessage } from '../message.js';
import { dateOf, formatLocal } from '../remind/calendar.js';
import type { Words } from '../words.js';
import type { Entry } from './log.js';
import { type Count, ideas, type Patterns } from './patterns.js';
import { bar } from './picture.js';

type Section = CardMessage['sections'][number];
type Review = Profile['reviews'][number];
type Confidence = Omit<NonNullable<Profile['confidence']>, 'at' | 'about'>;

/** One page of the log, one section an entry (K99). `total` counts all entries. */
export function logCard(page: readonly Entry[], total: number, words: Words): CardMessage {
  return card(
    'journal.log',
    words,
    words.text('coach.journal.log.text', { total, shown: page.length, all: total === page.length }),
    page.map((entry) => ({ heading: headingOf(entry, words), items: linesOf(entry, words) })),
  );
}

/** One entry with the full text of every reply that went out. */
export function entryCard(entry: Entry, words: Words): CardMessage {
  return card('journal.entry', words, headingOf(entry, words), [
    { heading: words.text('coach.journal.entry.heading'), items: linesOf(entry, words) },
    ...entry.sent.map((draft) => ({ heading: sentLine(draft, words), items: [draft.body] })),
  ]);
}

function headingOf({ code, company, role }: Entry, words: Words): string {
  return words.text('coach.journal.log.heading', { code, company, role });
}

function linesOf(entry: Entry, words: Words): string[] {
  const { contact, stage, result, at, reason, negotiated, feedback, terms, interest, sent } = entry;
  const line = (id: string, value: string | null): string[] =>
    value === null ? [] : [words.text(`coach.journal.lines.${id}`, { value })];
  return [
    words.text('coach.journal.lines.result', {
      value: resultOf(result, words),
      at: formatLocal(dateOf(at), words.locale),
    }),
    ...line('stage', words.text(`coach.journal.stages.${stage}`)),
    ...line('contact', contact),
    ...line('reason', reason === null ? null : reasonOf(reason, words)),
    words.text(`coach.journal.negotiated.${negotiated ? 'yes' : 'no'}`),
    ...line('feedback', feedback),
    ...line('terms', terms),
    ...line('interest', interest === null ? null : words.text(`coach.journal.interest.${interest}`)),
    ...sent.map((draft) => sentLine(draft, words)),
  ];
}

/** An outcome or a decision in words. */
export function resultOf(result: string, words: Words): string {
  const outcome = `coach.menu.status.${result}`;
  return words.text(words.has(outcome) ? outcome : `coach.journal.decisions.${result}`);
}

/** Reasons are named as where they were chosen; a draft's own variants have no name of their own. */
export function reasonOf(reason: string, words: Words): string {
  const key = `coach.reply.steps.reason.options.${reason}`;
  return words.has(key) ? words.text(key) : words.text('coach.journal.reason-other');
}

/** What a draft is for, in words. */
export function kindOf(kind: string, words: Words): string {
  const key = `coach.reply.steps.kind.options.${kind}`;
  return words.text(words.has(key) ? key : 'coach.journal.reply-other');
}

function sentLine({ kind, channel, sentAt }: Entry['sent'][number], words: Words): string {
  return words.text('coach.journal.lines.sent', {
    at: formatLocal(String(sentAt), words.locale),
    what: kindOf(kind, words),
    how: words.text(`coach.journal.channels.${channel}`),
  });
}

/** What the log shows as a picture in text and a sentence, and what was set out last time (K100). */
export function reviewCard(found: Patterns, last: Review | null, words: Words): CardMessage {
  const { count, negotiated, reasons, stages, quarters, finding } = found;
  const text = (key: string, variables = {}): string => words.text(`coach.journal.review.${key}`, variables);
  const [first] = reasons;
  const sentence = text(`findings.${finding}`, {
    count,
    negotiated,
    reason: first ? reasonOf(first.id, words) : '',
    times: first?.count ?? 0,
  });
  const stage = (id: string): string => words.text(`coach.journal.stages.${id}`);
  const picture = (heading: string, counts: readonly Count[], name: (id: string) => string): Section => ({
    heading: text(`headings.${heading}`),
    items: linesWithBars(counts, name, words),
  });
  return card('journal.review', words, `${sentence}\n\n${text('negotiated', { count, negotiated })}`, [
    picture('reasons', reasons, (id) => reasonOf(id, words)),
    picture('stages', stages, stage),
    picture('quarters', quarters, (id) => quarterOf(id, words)),
    ...(last === null ? [] : [lastTime(last, words)]),
    { heading: text('headings.ideas'), items: ideas(found).map((id) => text(`ideas.${id}`)) },
  ]);
}

function lastTime({ at, adjustments }: Review, words: Words): Section {
  const day = formatLocal(dateOf(at), words.locale);
  return { heading: words.text('coach.journal.review.headings.last', { at: day }), items: adjustments };
}

function linesWithBars(counts: readonly Count[], name: (id: string) => string, words: Words): string[] {
  const largest = Math.max(0, ...counts.map(({ count }) => count));
  return counts.map(({ id, count, negotiated }) =>
    words.text('coach.journal.review.bar', { name: name(id), bar: bar(count, largest), count, negotiated }),
  );
}

function quarterOf(id: string, words: Words): string {
  const [year, quarter] = id.split('-');
  return words.text('coach.journal.review.quarter', { year, quarter });
}

/** What the person can lean on (K104). */
export function confidenceCard(kept: Confidence, code: string, words: Words): CardMessage {
  const heading = (id: string): string => words.text(`coach.confidence.headings.${id}`);
  return card('confidence', words, words.text('coach.confidence.intro', { code }), [
    { heading: heading('reasons'), items: kept.reasons },
    { heading: heading('story'), items: kept.story === null ? [] : kept.story.split('\n') },
    { heading: heading('action'), items: kept.action === null ? [] : [kept.action] },
  ]);
}
