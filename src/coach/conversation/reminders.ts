import { isTicked } from '../journal/thirty-days.js';
import type { Choice, ReminderMessage } from '../message.js';
import {
  addDays,
  addHours,
  addMonths,
  at,
  dateOf,
  type Local,
  localOf,
  monthsBetween,
} from '../remind/calendar.js';
import { allowedAt, canWait, sendAt } from '../remind/due.js';
import { type PlanItem, parseReminderId } from '../remind/plan.js';
import { ABOUT_ALL, type Reminder, type ReminderKind, reminderKinds } from '../remind/reminder.js';
import { readDate } from '../understand/date.js';
import { type Action, encodeAction } from './action.js';
import { onDraft } from './draft-deeds.js';
import { bringForward, open } from './frames.js';
import { forgetNoAnswer, promise, promiseNextReview } from './promises.js';
import { goOn } from './respond.js';
import { startReview } from './review.js';
import type { Opportunity } from './state.js';
import {
  begin,
  type Context,
  choice,
  end,
  opportunityOf,
  preview,
  type Result,
  say,
  type Talk,
  text,
  today,
  when,
} from './talk.js';
import { showPlan, tick } from './thirty-days.js';

type Deed = Extract<Action, { do: 'reminder' }>['deed'];

/** Past this, a reminder says that it comes late. */
const LATE_HOURS = 2;

/**
 * A reminder fell due at `dueAt` (ISO). Null when it is no longer wanted: sent, settled, ticked or gone meanwhile; put
 * off (ISO instant) when these are quiet hours, or when it can wait and another came today. One that repeats plans its
 * next time. Throws when the state can't be read.
 */
export function remindNow(
  stored: unknown,
  reminder: Reminder & { readonly dueAt: string },
  context: Context,
): Result | { readonly putOff: string } | null {
  if (stored === null) return null;
  const talk = begin(stored, context);
  const opportunity = opportunityOf(talk, reminder.about);
  if (!wanted(talk, opportunity, reminder)) return null;
  const { reminded, profile, offered, picking } = talk.state;
  const allowed = sendAt(reminder, profile.quiet, context.now, reminded.day);
  if (allowed > context.now) return { putOff: allowed };
  const { kind, about, zone, dueAt } = reminder;
  const late = today(talk) > addHours(localOf(dueAt, zone), LATE_HOURS, zone);
  talk.messages.push(message(talk, opportunity, reminder, late));
  if (kind === 'review') promiseNextReview(talk);
  const result = end(talk);
  // The buttons of the question that is open stay typeable: a reminder is not a turn of the person's.
  talk.state.offered = [...offered, ...talk.state.offered].slice(-30);
  talk.state.picking = picking;
  const day = canWait(kind) ? dateOf(today(talk)) : reminded.day;
  talk.state.reminded = { last: { at: today(talk), kind, about, late }, day };
  return result;
}

/**
 * Until when (ISO) a reminder that fired and could not be sent is held: the end of the quiet hours, or now. `key` is
 * the message's.
 */
export function holdUntil(stored: unknown, key: string, context: Context): string {
  const kind = reminderKinds.find((each) => key === `reminders.${each}`);
  if (stored === null || kind === undefined) return context.now;
  const { profile } = begin(stored, context).state;
  return allowedAt(kind, profile.zone, profile.quiet, context.now);
}

function wanted(talk: Talk, opportunity: Opportunity | null, { kind, id, until }: Reminder): boolean {
  if (until !== null && today(talk) > until) return false;
  if (!opportunity) return kind === 'review';
  const sent = opportunity.drafts.some((draft) => draft.sentAt !== null);
  const settled = opportunity.outcome !== null && opportunity.outcome !== 'negotiating';
  const rules: Record<ReminderKind, boolean> = {
    'reply-by': !settled,
    'personal-deadline': opportunity.decision === null && !settled,
    'decided-not-sent': !sentSince(opportunity, opportunity.decidedAt),
    'confirm-call': sent,
    'no-answer': sent,
    'plan-item': !isTicked(opportunity, parseReminderId(id)?.which as PlanItem),
    review: true,
    reconnect: opportunity.outcome !== 'accepted' && opportunity.outcome !== 'reconnected',
  };
  return rules[kind];
}

/** A reply that asked for time went out before the decision, and does not stand for it. */
function sentSince({ drafts }: Opportunity, decidedAt: string | null): boolean {
  return drafts.some(({ sentAt }) => sentAt !== null && sentAt >= (decidedAt ?? ''));
}

function message(
  talk: Talk,
  opportunity: Opportunity | null,
  reminder: Reminder,
  late: boolean,
): ReminderMessage {
  const { kind } = reminder;
  const deadline = opportunity?.facts['deadline'];
  const date = typeof deadline === 'string' ? deadline : reminder.at;
  const decidedAt = opportunity?.decidedAt ?? null;
  const passed = kind === 'reply-by' && dateOf(date) < dateOf(today(talk));
  const body = text(talk, `reminders.${kind}.${passed ? 'passed' : 'text'}`, {
    code: opportunity?.code ?? '',
    date: when(talk, date),
    day: dayWord(talk, date),
    months: decidedAt === null ? 0 : monthsBetween(decidedAt, today(talk)),
  });
  const lead = late ? text(talk, 'reminders.late', { at: when(talk, reminder.at) }) : '';
  return {
    kind: 'reminder',
    key: `reminders.${kind}`,
    preview: preview(talk, 'reminder'),
    text: [lead, body].filter(Boolean).join('\n\n'),
    choices: choicesOf(talk, reminder.id, kind),
  };
}

/** "today", "tomorrow", "on Friday, 27 November 2026". */
function dayWord(talk: Talk, local: Local): string {
  const now = dateOf(today(talk));
  if (dateOf(local) === now) return text(talk, 'reminders.today');
  if (dateOf(local) === dateOf(addDays(at(now, '12:00'), 1))) return text(talk, 'reminders.tomorrow');
  return text(talk, 'reminders.on', { date: when(talk, dateOf(local)) });
}

/** A kind may have its own words for "done", as "No answer". */
function choicesOf(talk: Talk, id: string, kind: ReminderKind): Choice[] {
  const button = (deed: Deed, key = `reminders.buttons.${deed}`): Choice =>
    choice(talk, key, { do: 'reminder', reminder: id, deed });
  const own = `reminders.${kind}.done`;
  return [
    { ...button('open', `reminders.${kind}.open`), style: 'primary' },
    talk.context.words.has(`coach.${own}`) ? button('done', own) : button('done'),
    button('snooze'),
    button('move'),
    button('cancel'),
  ];
}

/** A button of a reminder, pressed now or long after it was sent. */
export function onReminder(talk: Talk, id: string, deed: Deed): void {
  const parsed = parseReminderId(id);
  const opportunity = parsed && opportunityOf(talk, parsed.about);
  if (!parsed || (!opportunity && parsed.about !== ABOUT_ALL)) return say(talk, 'conversation.gone');
  const { kind, which } = parsed;
  switch (deed) {
    case 'show':
      return say(talk, 'reminders.one', nameOf(talk, opportunity, kind), choicesOf(talk, id, kind));
    case 'open':
      return opportunity ? openWhatItIsAbout(talk, opportunity, kind) : startReview(talk);
    case 'done':
      return done(talk, opportunity, id, kind, which);
    case 'cancel':
      talk.effects.push({ type: 'forget-reminder', id });
      return say(talk, 'reminders.cancel');
    case 'snooze':
      return plan(talk, id, snoozed(talk, opportunity, kind));
    case 'move':
      talk.state.expecting = { type: 'reminder-time', reminder: id };
      return say(talk, 'reminders.move');
  }
}

/** What a reminder is called where the person looks at several. */
export function nameOf(
  talk: Talk,
  opportunity: Opportunity | null,
  kind: ReminderKind,
): { what: string; code: string } {
  return { what: text(talk, `reminders.${kind}.name`), code: opportunity?.code ?? '' };
}

function done(
  talk: Talk,
  opportunity: Opportunity | null,
  id: string,
  kind: ReminderKind,
  which: string,
): void {
  if (kind === 'plan-item' && opportunity) return tick(talk, opportunity, which as PlanItem);
  if (kind === 'review') promiseNextReview(talk);
  else talk.effects.push({ type: 'forget-reminder', id });
  if (kind === 'no-answer' && opportunity) nothingOwed(talk, opportunity);
  else say(talk, 'reminders.done');
}

/** No answer: after a no nothing more is owed, after a question one reminder is fine (K88). */
function nothingOwed(talk: Talk, { outcome, drafts }: Opportunity): void {
  const sent = drafts.findLast((draft) => draft.sentAt !== null);
  const show =
    sent && choice(talk, 'reminders.no-answer.sent', { do: 'draft', draft: sent.id, deed: 'show' });
  const key = outcome === 'negotiating' ? 'ask-once' : 'owed';
  say(talk, `reminders.no-answer.${key}`, {}, show ? [show] : []);
}

/** A nudge to reconnect waits a month, everything else until tomorrow at this hour, but never past the date it is about. */
function snoozed(talk: Talk, opportunity: Opportunity | null, kind: ReminderKind): Local {
  const now = today(talk);
  if (kind === 'reconnect') return addMonths(now, 1);
  if (kind === 'review') return addDays(now, 7);
  if (kind === 'confirm-call') return addHours(now, 1, talk.state.profile.zone);
  const tomorrow = addDays(now, 1);
  const deadline = opportunity?.facts['deadline'];
  if (kind !== 'reply-by' || typeof deadline !== 'string' || dateOf(tomorrow) <= dateOf(deadline))
    return tomorrow;
  return addHours(now, 3, talk.state.profile.zone);
}

/** Plans it for the time, and says so when the quiet hours move it. */
function plan(talk: Talk, id: string, local: Local): void {
  const parsed = parseReminderId(id);
  if (!parsed) return say(talk, 'conversation.gone');
  const { about, kind } = parsed;
  const reminder: Reminder = { id, kind, about, at: local, zone: talk.state.profile.zone, until: null };
  const comes = promise(talk, reminder);
  say(talk, comes === local ? 'reminders.planned' : 'reminders.planned-later', {
    at: when(talk, comes),
    wanted: when(talk, local),
  });
}

/** The person said when a reminder is to come instead. */
export function moveReminder(talk: Talk, id: string, typed: string): void {
  const { value, candidates } = readDate(typed, {
    now: talk.context.now,
    zone: talk.state.profile.zone,
    locale: talk.context.locale,
  });
  if (candidates.length > 1)
    return say(
      talk,
      'conversation.which',
      {},
      candidates
        .slice(0, 4)
        .map((one) => ({ label: when(talk, one), action: encodeAction({ do: 'expected', value: one }) })),
    );
  const local = value === null ? null : value.length > 10 ? value : at(value, '09:00');
  if (local === null || local <= today(talk)) return say(talk, 'reminders.move-unread');
  talk.state.expecting = null;
  plan(talk, id, local);
}

function openWhatItIsAbout(talk: Talk, opportunity: Opportunity, kind: ReminderKind): void {
  if (kind === 'plan-item') return showPlan(talk, opportunity);
  if (kind === 'reconnect') return begins(talk, opportunity, 'reconnect');
  if (kind === 'no-answer') {
    forgetNoAnswer(talk, opportunity);
    return begins(talk, opportunity, 'pushback');
  }
  const draft = opportunity.drafts.findLast((one) => one.sentAt === null) ?? opportunity.drafts.at(-1);
  if (kind === 'confirm-call' && draft)
    return onDraft(talk, draft.id, draft.sentAt === null ? 'show' : 'follow-up');
  // Whoever set a day to decide comes back to the decision, not to the letter that asked for the time.
  if (draft && kind !== 'personal-deadline') return onDraft(talk, draft.id, 'show');
  if (bringForward(talk, opportunity.id)) goOn(talk);
  else begins(talk, opportunity, opportunity.flow);
}

function begins(talk: Talk, opportunity: Opportunity, flow: string): void {
  open(talk, flow, opportunity.id, {});
  goOn(talk);
}
