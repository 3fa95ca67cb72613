import { entries } from '../journal/log.js';
import { type Local, localOf } from '../remind/calendar.js';
import { dueAt } from '../remind/due.js';
import * as plan from '../remind/plan.js';
import type { Reminder, ReminderKind } from '../remind/reminder.js';
import type { Opportunity } from './state.js';
import { type Talk, today } from './talk.js';

function about(talk: Talk, opportunity: Opportunity): plan.For {
  return { about: opportunity.id, zone: talk.state.profile.zone, now: today(talk) };
}

/** Plans one reminder, outside the quiet hours. Returns the wall-clock time at which it will come. */
export function promise(talk: Talk, reminder: Reminder): Local {
  const instant = dueAt(reminder, talk.state.profile.quiet);
  talk.effects.push({ type: 'remind', reminder, dueAt: instant });
  return localOf(instant, reminder.zone);
}

function keep(
  talk: Talk,
  opportunity: Opportunity,
  kind: ReminderKind,
  reminders: readonly Reminder[],
): void {
  const planned = new Set(reminders.map((reminder) => reminder.id));
  for (const id of plan.idsOf(kind, opportunity.id)) {
    if (!planned.has(id)) talk.effects.push({ type: 'forget-reminder', id });
  }
  for (const reminder of reminders) promise(talk, reminder);
}

/** The employer's date is known, moved (or null: taken back): K105. */
export function promiseReplyBy(talk: Talk, opportunity: Opportunity, deadline: Local | null): void {
  keep(
    talk,
    opportunity,
    'reply-by',
    deadline === null ? [] : plan.replyBy(deadline, about(talk, opportunity)),
  );
}

/** K106. */
export function promiseDecideBy(talk: Talk, opportunity: Opportunity, date: Local): void {
  keep(talk, opportunity, 'personal-deadline', plan.personalDeadline(date, about(talk, opportunity)));
}

/** Decided: the reminder to decide goes, the one to send comes (K107). Whoever decides anew has heard from them. */
export function promiseToSend(talk: Talk, opportunity: Opportunity): void {
  keep(talk, opportunity, 'personal-deadline', []);
  forgetNoAnswer(talk, opportunity);
  promiseReviews(talk);
  const { interview } = opportunity.facts;
  const before = typeof interview === 'string' ? interview : null;
  keep(talk, opportunity, 'decided-not-sent', plan.decidedNotSent(about(talk, opportunity), before));
}

/** Going on needs no message: there is nothing left to decide or to send. */
export function promiseNothing(talk: Talk, opportunity: Opportunity): void {
  keep(talk, opportunity, 'personal-deadline', []);
  keep(talk, opportunity, 'decided-not-sent', []);
}

/** Kinds of reply that nobody answers. */
const closing: readonly string[] = ['final-no', 'stay-in-touch', 'give-feedback'];

/** Sent: nothing is left to urge. A call still wants its line in writing (K108), and an answer may come (K109). */
export function promiseAfterSending(
  talk: Talk,
  opportunity: Opportunity,
  { kind, called, settled }: { readonly kind: string; readonly called: boolean; readonly settled: boolean },
): void {
  keep(talk, opportunity, 'decided-not-sent', []);
  if (settled) keep(talk, opportunity, 'reply-by', []);
  keep(talk, opportunity, 'confirm-call', called ? plan.confirmCall(about(talk, opportunity)) : []);
  keep(talk, opportunity, 'no-answer', closing.includes(kind) ? [] : plan.noAnswer(about(talk, opportunity)));
  promiseReviews(talk);
}

/** They answered, or were told twice: nobody waits any more (K88, K109). */
export function forgetNoAnswer(talk: Talk, opportunity: Opportunity): void {
  keep(talk, opportunity, 'no-answer', []);
}

/** K111: the looks back begin with the first entry of the log; whoever calls them off is not asked again. */
function promiseReviews(talk: Talk): void {
  if (talk.state.profile.reviewsFrom !== null || entries(talk.state.opportunities).length === 0) return;
  talk.state.profile.reviewsFrom = today(talk);
  promiseNextReview(talk);
}

/** Nothing, while there is no first entry to count from. */
export function promiseNextReview(talk: Talk): void {
  const { reviewsFrom, zone } = talk.state.profile;
  if (reviewsFrom === null) return;
  for (const reminder of plan.nextReview(reviewsFrom, { zone, now: today(talk) })) promise(talk, reminder);
}

/** K110: the steps that are still open, each on its day. */
export function promisePlan(talk: Talk, opportunity: Opportunity, open: readonly plan.PlanItem[]): void {
  keep(talk, opportunity, 'plan-item', plan.planSteps(open, today(talk), about(talk, opportunity)));
}

/** It is over: nothing is left to decide, to send or to wait for. */
export function promiseSettled(talk: Talk, opportunity: Opportunity): void {
  for (const kind of ['reply-by', 'personal-deadline', 'decided-not-sent', 'no-answer'] as const)
    keep(talk, opportunity, kind, []);
}

/** K112. */
export function promiseReconnect(talk: Talk, opportunity: Opportunity, months: number): void {
  keep(talk, opportunity, 'reconnect', plan.reconnect(months, about(talk, opportunity)));
}

/** The person is elsewhere now: every promise keeps its wall-clock time in the new zone. */
export function moveToZone(talk: Talk, zone: string): void {
  talk.state.profile.zone = zone;
  for (const reminder of talk.context.reminders) {
    if (reminder.zone !== zone) promise(talk, { ...reminder, zone });
  }
}
