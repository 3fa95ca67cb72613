import type { Opportunity } from '../conversation/state.js';
import { type Talk, text, today } from '../conversation/talk.js';
import { kindOf } from '../journal/cards.js';
import type { TimelinePicture } from '../picture.js';
import { hasTime, type Local, localOf, shortDay } from '../remind/calendar.js';
import { dueAt } from '../remind/due.js';
import { type DateInWords, dateInWords } from './date.js';
import { naming } from './name.js';

export interface Timeline {
  readonly heading: string;
  /** Oldest first. */
  readonly items: readonly TimelineItem[];
  readonly empty: string;
  /** Null while there is nothing on it. */
  readonly picture: TimelinePicture | null;
}

export interface TimelineItem {
  readonly kind: 'done' | 'date' | 'reminder';
  readonly when: DateInWords;
  readonly what: string;
  readonly isPast: boolean;
  /** All of it in one line of text. */
  readonly line: string;
}

type Point = Pick<TimelineItem, 'kind' | 'what'> & { readonly at: Local };

/** Dates that a fact of this name sets, with the words for them. */
const DATES = ['deadline', 'interview', 'start'] as const;

/** What was done about an opportunity, the dates that are set, and what the person will be reminded of. */
export function timelineOf(talk: Talk, opportunity: Opportunity): Timeline {
  const heading = text(talk, 'overview.timeline.heading');
  const points = [
    ...doneOf(talk, opportunity),
    ...datesOf(talk, opportunity),
    ...comingOf(talk, opportunity),
  ];
  const items = points
    .toSorted((one, other) => one.at.localeCompare(other.at))
    .map((point) => itemOf(talk, point));
  const { title } = naming(talk, opportunity);
  const { locale } = talk.context.words;
  const picture: TimelinePicture = {
    kind: 'timeline',
    title: text(talk, 'overview.timeline.title', { title }),
    facts: items.map(({ line }) => line),
    now: { at: today(talk), label: text(talk, 'overview.timeline.now') },
    marks: items.map(({ when, what, isPast }) => ({
      at: when.at,
      label: what,
      short: shortDay(when.at, locale),
      isPast,
    })),
  };
  return {
    heading,
    items,
    empty: text(talk, 'overview.timeline.empty'),
    picture: items.length > 0 ? picture : null,
  };
}

function itemOf(talk: Talk, { kind, what, at }: Point): TimelineItem {
  const when = dateInWords(talk, at);
  const now = today(talk);
  // A date without a time is over when the day is.
  const isPast = hasTime(at) ? at <= now : at < now.slice(0, 10);
  return {
    kind,
    when,
    what,
    isPast,
    line: text(talk, 'overview.timeline.line', { when: when.words, away: when.away, what }),
  };
}

function doneOf(talk: Talk, { decision, decidedAt, drafts }: Opportunity): Point[] {
  const decided = decision && text(talk, `journal.decisions.${decision}`);
  const sent = drafts.flatMap(({ kind, sentAt }): Point[] => {
    const what = kindOf(kind, talk.context.words);
    return sentAt === null
      ? []
      : [{ kind: 'done', at: sentAt, what: text(talk, 'overview.timeline.sent', { what }) }];
  });
  return decided === null || decidedAt === null
    ? sent
    : [{ kind: 'done', at: decidedAt, what: text(talk, 'overview.timeline.decided', { decided }) }, ...sent];
}

function datesOf(talk: Talk, { facts }: Opportunity): Point[] {
  return DATES.flatMap((name) => {
    const at = facts[name];
    return typeof at === 'string'
      ? [{ kind: 'date', at, what: text(talk, `overview.timeline.${name}`) }]
      : [];
  });
}

function comingOf(talk: Talk, { id }: Opportunity): Point[] {
  const { quiet } = talk.state.profile;
  return talk.context.reminders
    .filter(({ about }) => about === id)
    .map((reminder) => ({
      kind: 'reminder',
      at: localOf(dueAt(reminder, quiet), reminder.zone),
      what: text(talk, 'overview.timeline.reminder', { what: text(talk, `reminders.${reminder.kind}.name`) }),
    }));
}
