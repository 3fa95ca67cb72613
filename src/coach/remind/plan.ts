import {
  addDays,
  addHours,
  addMonths,
  addWorkingDays,
  at,
  hasTime,
  type Local,
  monthsBetween,
} from './calendar.js';
import { ABOUT_ALL, type Reminder, type ReminderKind } from './reminder.js';

/** Where and for what a promise is made. */
export interface For {
  /** The opportunity's id, or `ABOUT_ALL`. */
  readonly about: string;
  readonly zone: string;
  /** The person's wall-clock time now: what lies before it is not promised. */
  readonly now: Local;
}

const MORNING = '09:00';
const END_OF_DAY = '23:59';
/** What can wait comes after the first rush of the day. */
const FORENOON = '10:00';

export const reminderId = (about: string, kind: ReminderKind, which: string): string =>
  `${about}:${kind}:${which}`;

/** Takes an id apart again; null when it is none. */
export function parseReminderId(id: string): { about: string; kind: ReminderKind; which: string } | null {
  const [about, kind, which] = id.split(':');
  return about && kind && which ? { about, kind: kind as ReminderKind, which } : null;
}

const REPLY_BY = ['48h', '24h', 'day'] as const;
const DECIDE_BY = ['24h', 'at'] as const;
const NOT_SENT = ['24h', '72h'] as const;

/** The steps of the 30-day plan, each with the day on which it comes up, counted from the no (K101, K110). */
export const planItems = ['copy', 'tracker', 'linkedin', 'cv', 'roadmap', 'relocation'] as const;
export type PlanItem = (typeof planItems)[number];
const PLAN_DAYS: Readonly<Record<PlanItem, number>> = {
  copy: 1,
  tracker: 4,
  linkedin: 8,
  cv: 14,
  roadmap: 21,
  relocation: 28,
};

const QUARTER = 3;

/** All ids that a kind ever uses for one opportunity, so that they can be forgotten. */
export function idsOf(kind: ReminderKind, about: string): string[] {
  const which: Record<ReminderKind, readonly string[]> = {
    'reply-by': REPLY_BY,
    'personal-deadline': DECIDE_BY,
    'decided-not-sent': NOT_SENT,
    'confirm-call': ['1h'],
    'no-answer': ['5d'],
    'plan-item': planItems,
    review: ['quarter'],
    reconnect: ['1'],
  };
  return which[kind].map((one) => reminderId(about, kind, one));
}

function promise(
  about: For,
  kind: ReminderKind,
  times: readonly (readonly [which: string, local: Local])[],
  until: Local | null,
): Reminder[] {
  return times
    .filter(([, local]) => local > about.now)
    .map(([which, local]) => ({
      id: reminderId(about.about, kind, which),
      kind,
      about: about.about,
      at: local,
      zone: about.zone,
      until,
    }));
}

/** K105: 48 h and 24 h before the employer's date, and on the morning of the day. A date without a time: mornings. */
export function replyBy(deadline: Local, about: For): Reminder[] {
  const moment = hasTime(deadline) ? deadline : at(deadline, MORNING);
  const end = hasTime(deadline) ? deadline : at(deadline, END_OF_DAY);
  const morning = at(deadline, MORNING);
  const times = [
    [REPLY_BY[0], addDays(moment, -2)],
    [REPLY_BY[1], addDays(moment, -1)],
    [REPLY_BY[2], morning < end ? morning : addHours(end, -1, about.zone)],
  ] as const;
  return promise(about, 'reply-by', times, end);
}

/** K106: 24 h before the personal deadline and at it. */
export function personalDeadline(deadline: Local, about: For): Reminder[] {
  const moment = hasTime(deadline) ? deadline : at(deadline, MORNING);
  return promise(
    about,
    'personal-deadline',
    [
      [DECIDE_BY[0], addDays(moment, -1)],
      [DECIDE_BY[1], moment],
    ],
    null,
  );
}

/**
 * K107: 24 h after deciding; the last at 72 h. Nothing comes after `before`, the interview that is called off: when that
 * is less than a day away, the first comes within the hour (K47).
 */
export function decidedNotSent(about: For, before: Local | null = null): Reminder[] {
  const day = addHours(about.now, 24, about.zone);
  const start = before === null || hasTime(before) ? before : at(before, MORNING);
  const end = start !== null && start > about.now ? start : null;
  const first = end !== null && end <= day ? addHours(about.now, 1, about.zone) : day;
  const times = [
    [NOT_SENT[0], first],
    [NOT_SENT[1], addHours(about.now, 72, about.zone)],
  ] as const;
  return promise(
    about,
    'decided-not-sent',
    times.filter(([, local]) => end === null || local < end),
    end,
  );
}

/** K108: one hour after a call that is done. In an hour that the clock repeats, an hour later reads the same: then two. */
export function confirmCall(about: For): Reminder[] {
  const hour = addHours(about.now, 1, about.zone);
  const at = hour > about.now ? hour : addHours(about.now, 2, about.zone);
  return promise(about, 'confirm-call', [['1h', at]], null);
}

/** K109: five working days after the message went out. */
export function noAnswer(about: For): Reminder[] {
  return promise(about, 'no-answer', [['5d', addWorkingDays(at(about.now, FORENOON), 5)]], null);
}

/** When a step of a plan that began on `from` comes up. */
export function planDay(item: PlanItem, from: Local): Local {
  return addDays(at(from, FORENOON), PLAN_DAYS[item]);
}

/** K110: the steps of a plan that began on `from`, each on its own day. */
export function planSteps(items: readonly PlanItem[], from: Local, about: For): Reminder[] {
  const times = items.map((item) => [item, planDay(item, from)] as const);
  return promise(about, 'plan-item', times, null);
}

/** K111: the next look back. Every three months from the day of the first entry, so that no month end drifts. */
export function nextReview(anchor: Local, { zone, now }: Omit<For, 'about'>): Reminder[] {
  const first = at(anchor, FORENOON);
  const gone = Math.floor(monthsBetween(first, now) / QUARTER);
  const coming = [gone + 1, gone + 2].map((count) => addMonths(first, count * QUARTER));
  const next = coming.filter((local) => local > now).slice(0, 1);
  const times = next.map((local) => ['quarter', local] as const);
  return promise({ about: ABOUT_ALL, zone, now }, 'review', times, null);
}

/** K112: months after the no, counted from the day, in the morning. */
export function reconnect(months: number, about: For): Reminder[] {
  return promise(about, 'reconnect', [['1', addMonths(at(about.now, FORENOON), months)]], null);
}
