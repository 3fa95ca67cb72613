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
import { dueAt } from '../remind/due.js';
import { parseReminderId } from '../remind/plan.js';
import type { Reminder, ReminderKind } from '../remind/reminder.js';
import { readDate } from '../understand/date.js';
import { type Action, encodeAction } from './action.js';
import { onDraft } from './drafts.js';
import { open } from './frames.js';
import { promise } from './promises.js';
import { goOn } from './respond.js';
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

type Deed = Extract<Action, { do: 'reminder' }>['deed'];

/** Past this, a reminder says that it comes late. */
const LATE_HOURS = 2;

/**
 * A reminder fell due. Null when it is no longer wanted: sent, settled or gone meanwhile; put off (ISO instant) when
 * these are quiet hours. Throws when the state can't be read.
 */
export function remindNow(
  stored: unknown,
  reminder: Reminder,
  context: Context,
): Result | { readonly putOff: string } | null {
  if (stored === null) return null;
  const talk = begin(stored, context);
  const opportunity = opportunityOf(talk, reminder.about);
  if (!opportunity || !wanted(talk, opportunity, reminder)) return null;
  const allowed = dueAt(reminder, talk.state.profile.quiet, context.now);
  if (allowed > context.now) return { putOff: allowed };
  const offered = talk.state.offered;
  talk.messages.push(message(talk, opportunity, reminder));
  const result = end(talk);
  // The buttons of the question that is open stay typeable: a reminder is not a turn of the person's.
  talk.state.offered = [...offered, ...talk.state.offered].slice(-30);
  return result;
}

function wanted(talk: Talk, opportunity: Opportunity, reminder: Reminder): boolean {
  if (reminder.until !== null && today(talk) > reminder.until) return false;
  const sent = opportunity.drafts.some((draft) => draft.sentAt !== null);
  const settled = opportunity.outcome !== null && opportunity.outcome !== 'negotiating';
  const rules: Record<ReminderKind, boolean> = {
    'reply-by': !settled,
    'personal-deadline': opportunity.decision === null && !settled,
    'decided-not-sent': !sent,
    'confirm-call': sent,
    reconnect: opportunity.outcome !== 'accepted' && opportunity.outcome !== 'reconnected',
  };
  return rules[reminder.kind];
}

function message(talk: Talk, opportunity: Opportunity, reminder: Reminder): ReminderMessage {
  const late =
    today(talk) >
    addHours(localOf(dueAt(reminder, talk.state.profile.quiet), reminder.zone), LATE_HOURS, reminder.zone);
  const deadline = opportunity.facts['deadline'];
  const date = typeof deadline === 'string' ? deadline : reminder.at;
  const months = opportunity.decidedAt === null ? 0 : monthsBetween(opportunity.decidedAt, today(talk));
  const body = text(talk, `reminders.${reminder.kind}.text`, {
    code: opportunity.code,
    date: when(talk, date),
    day: dayWord(talk, date),
    months,
  });
  const lead = late ? text(talk, 'reminders.late', { at: when(talk, reminder.at) }) : '';
  return {
    kind: 'reminder',
    key: `reminders.${reminder.kind}`,
    preview: preview(talk, 'reminder'),
    text: [lead, body].filter(Boolean).join('\n\n'),
    choices: choicesOf(talk, reminder),
  };
}

/** "today", "tomorrow", "on Friday, 27 November 2026". */
function dayWord(talk: Talk, local: Local): string {
  const now = dateOf(today(talk));
  if (dateOf(local) === now) return text(talk, 'reminders.today');
  if (dateOf(local) === dateOf(addDays(at(now, '12:00'), 1))) return text(talk, 'reminders.tomorrow');
  return text(talk, 'reminders.on', { date: when(talk, dateOf(local)) });
}

function choicesOf(talk: Talk, { id, kind }: Reminder): Choice[] {
  const button = (deed: Deed, style?: Choice['style']): Choice =>
    choice(talk, `reminders.buttons.${deed}`, { do: 'reminder', reminder: id, deed }, style);
  const opening = choice(
    talk,
    `reminders.${kind}.open`,
    { do: 'reminder', reminder: id, deed: 'open' },
    'primary',
  );
  return [opening, button('done'), button('snooze'), button('move'), button('cancel')];
}

/** A button of a reminder, pressed now or long after it was sent. */
export function onReminder(talk: Talk, id: string, deed: Deed): void {
  const parsed = parseReminderId(id);
  const opportunity = parsed && opportunityOf(talk, parsed.about);
  if (!parsed || !opportunity) return say(talk, 'conversation.gone');
  switch (deed) {
    case 'open':
      return openWhatItIsAbout(talk, opportunity, parsed.kind);
    case 'done':
    case 'cancel':
      talk.effects.push({ type: 'forget-reminder', id });
      return say(talk, `reminders.${deed}`);
    case 'snooze':
      return plan(talk, id, snoozed(talk, opportunity, parsed.kind));
    case 'move':
      talk.state.expecting = { type: 'reminder-time', reminder: id };
      return say(talk, 'reminders.move');
  }
}

/** A nudge to reconnect waits a month, everything else until tomorrow at this hour, but never past the date it is about. */
function snoozed(talk: Talk, opportunity: Opportunity, kind: ReminderKind): Local {
  const now = today(talk);
  if (kind === 'reconnect') return addMonths(now, 1);
  if (kind === 'confirm-call') return addHours(now, 1, talk.state.profile.zone);
  const tomorrow = addDays(now, 1);
  const deadline = opportunity.facts['deadline'];
  if (kind !== 'reply-by' || typeof deadline !== 'string' || dateOf(tomorrow) <= dateOf(deadline))
    return tomorrow;
  return addHours(now, 3, talk.state.profile.zone);
}

function plan(talk: Talk, id: string, local: Local): void {
  const parsed = parseReminderId(id);
  if (!parsed) return say(talk, 'conversation.gone');
  const { about, kind } = parsed;
  const reminder: Reminder = { id, kind, about, at: local, zone: talk.state.profile.zone, until: null };
  say(talk, 'reminders.planned', { at: when(talk, promise(talk, reminder)) });
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
  const draft = opportunity.drafts.findLast((one) => one.sentAt === null) ?? opportunity.drafts.at(-1);
  if (kind === 'reconnect') {
    open(talk, 'reply', opportunity.id, { kind: 'reconnect' });
    return goOn(talk);
  }
  if (kind === 'confirm-call' && draft)
    return onDraft(talk, draft.id, draft.sentAt === null ? 'show' : 'follow-up');
  if (draft) return onDraft(talk, draft.id, 'show');
  if (!talk.state.frames.some((frame) => frame.about === opportunity.id))
    open(talk, opportunity.flow, opportunity.id, {});
  else {
    const { frames } = talk.state;
    talk.state.frames = [
      ...frames.filter((frame) => frame.about !== opportunity.id),
      ...frames.filter((frame) => frame.about === opportunity.id),
    ];
  }
  talk.state.paused = false;
  goOn(talk);
}

/** The next five promises, soonest first. */
export function listReminders(talk: Talk): void {
  const next = talk.context.reminders.slice(0, 5);
  if (next.length === 0) return say(talk, 'reminders.none');
  talk.messages.push({
    kind: 'card',
    key: 'reminders.list',
    preview: preview(talk, 'card'),
    title: text(talk, 'reminders.list.title'),
    text: text(talk, 'reminders.list.text', {
      zone: talk.state.profile.zone,
      from: talk.state.profile.quiet.from,
      to: talk.state.profile.quiet.to,
    }),
    sections: [
      {
        heading: text(talk, 'reminders.list.heading', { count: talk.context.reminders.length }),
        items: next.map((reminder) =>
          text(talk, 'reminders.list.item', {
            at: when(talk, reminder.at),
            what: text(talk, `reminders.${reminder.kind}.name`),
            code: opportunityOf(talk, reminder.about)?.code ?? '',
          }),
        ),
      },
    ],
    choices: [],
  });
}
