import { exportData, exportTexts } from '../export.js';
import type { Choice } from '../message.js';
import { idsOf } from '../remind/plan.js';
import { reminderKinds } from '../remind/reminder.js';
import { encodeAction } from './action.js';
import { active } from './frames.js';
import { askToRemoveAll, readRemoval, removable, removeOne } from './removal.js';
import { goOn } from './respond.js';
import type { Frame, Opportunity } from './state.js';
import { choice, keptOpportunity, opportunityOf, preview, say, type Talk, text, toTopic } from './talk.js';

/** Short enough for one message on every channel. */
const LONGEST_PIECE = 2_400;

/** What to delete: all there is, or one opportunity. Where there is only one way, it is asked about at once. */
export function askWhatToDelete(talk: Talk): void {
  const { opportunities } = talk.state;
  if (opportunities.length < 2) return askToDeleteAll(talk);
  talk.state.expecting = null;
  say(talk, 'privacy.delete.which', {}, [
    ...opportunities.slice(-8).map(({ id, code }) => ({
      label: text(talk, 'privacy.delete.one', { code }),
      action: encodeAction({ do: 'delete', about: id }),
    })),
    ...onlyMessages(talk),
    choice(talk, 'conversation.buttons.delete-all', { do: 'delete', about: 'all' }, 'danger'),
  ]);
}

export function askToDeleteAll(talk: Talk): void {
  talk.state.expecting = { type: 'delete' };
  say(talk, 'conversation.delete', { removes: talk.context.removes ?? false }, [
    choice(talk, 'conversation.buttons.delete-all', { do: 'expected', value: 'delete' }, 'danger'),
    ...onlyMessages(talk),
    choice(talk, 'conversation.buttons.go-on', { do: 'expected', value: 'go-on' }),
  ]);
}

/** Many only want the chat to look empty. */
function onlyMessages(talk: Talk): Choice[] {
  return talk.context.removes ? [choice(talk, 'removal.only', { do: 'remove', what: 'all' })] : [];
}

export function deleteAll(talk: Talk): void {
  const { removes = false } = talk.context;
  if (removes) talk.effects.push({ type: 'remove-messages', which: 'all' });
  talk.effects.push({ type: 'delete-person' });
  say(talk, 'conversation.deleted', { removes });
}

/** A button or a sentence named what to delete; `all` is everything. */
export function askToDelete(talk: Talk, about: string): void {
  if (about === 'all') return askToDeleteAll(talk);
  const opportunity = opportunityOf(talk, about);
  if (!opportunity) return say(talk, 'conversation.gone');
  const { code } = opportunity;
  talk.state.expecting = { type: 'delete-one', about };
  say(talk, 'privacy.delete.ask-one', { code }, [
    {
      label: text(talk, 'privacy.delete.yes', { code }),
      action: encodeAction({ do: 'expected', value: 'delete' }),
      style: 'danger',
    },
    choice(talk, 'conversation.buttons.go-on', { do: 'expected', value: 'go-on' }),
  ]);
}

/** "delete opportunity B", "forget Acme", "delete everything". False when nothing is to be deleted. */
export function deleteByName(talk: Talk, line: string): boolean {
  const messages = readRemoval(line);
  if (messages !== null) {
    if (messages === 'all') askToRemoveAll(talk);
    else removeOne(talk, undefined);
    return true;
  }
  const said =
    /^(?:please )?(?:delete|erase|forget|remove) (?:(?:all of |all |everything (?:about|on) )?(?:my |the )?(?:opportunity |offer |invitation |company |employer )?)(.+?)[.!]?$/iu.exec(
      line,
    )?.[1];
  if (said === undefined) return false;
  if (
    /^(?:all|everything|it all|(?:my )?(?:data|account|notes)|me)(?: (?:of it|about me|you (?:have|keep|know)))*$/iu.test(
      said,
    )
  ) {
    askToDeleteAll(talk);
    return true;
  }
  const meant = talk.state.opportunities.find(({ code, facts }) =>
    [code, facts['company']].some(
      (name) => typeof name === 'string' && name.toLowerCase() === said.toLowerCase(),
    ),
  );
  if (meant) askToDelete(talk, meant.id);
  else if (/^\p{Lu}\d{0,2}$/u.test(said)) say(talk, 'privacy.delete.unknown', { code: said });
  else return false;
  return true;
}

/** One opportunity goes with all that belongs to it: drafts, open flows, reminders, and what the log took from it. */
export function deleteOpportunity(talk: Talk, about: string): void {
  const { state } = talk;
  state.expecting = null;
  const opportunity = keptOpportunity(talk, about);
  for (const id of remindersOf(talk, opportunity)) talk.effects.push({ type: 'forget-reminder', id });
  state.opportunities = state.opportunities.filter((one) => one !== opportunity);
  // A comparison holds what was said of several.
  const stays = (frame: Frame): boolean => frame.about !== about && frame.flow !== 'comparison';
  state.frames = state.frames.filter(stays);
  state.ended = state.ended.filter(stays);
  state.compared = null;
  if (state.profile.confidence?.about === about) state.profile.confidence = null;
  if (state.reminded.last?.about === about) state.reminded.last = null;
  say(talk, 'privacy.delete.one-gone', { code: opportunity.code });
  if (active(talk)) goOn(talk);
}

function remindersOf(talk: Talk, { id }: Opportunity): Set<string> {
  return new Set([
    ...talk.context.reminders.filter(({ about }) => about === id).map((reminder) => reminder.id),
    ...reminderKinds.flatMap((kind) => idsOf(kind, id)),
  ]);
}

/** Says first that what is shown stays in the chat. */
export function askToExport(talk: Talk): void {
  talk.state.expecting = { type: 'export' };
  say(talk, 'export.ask', {}, [
    choice(talk, 'export.show', { do: 'expected', value: 'show' }),
    choice(talk, 'conversation.buttons.go-on', { do: 'expected', value: 'go-on' }),
  ]);
}

export function showExport(talk: Talk): void {
  talk.state.expecting = null;
  const data = exportData(talk.state, talk.context.reminders);
  for (const piece of exportTexts(data, talk.context.words, LONGEST_PIECE))
    talk.messages.push({
      kind: 'text',
      key: 'export.piece',
      preview: preview(talk, 'text'),
      text: piece,
      choices: removable(talk),
    });
  say(talk, 'export.end');
  if (active(talk)) goOn(talk);
}

/** A new secret address each time, since only the fingerprint of the last one is kept. */
export function giveCalendar(talk: Talk): void {
  const { calendar } = talk.context;
  if (calendar === undefined) return say(talk, 'privacy.calendar.none');
  talk.effects.push({ type: 'open-calendar' });
  say(talk, 'privacy.calendar.given', { address: calendar }, [
    choice(talk, 'privacy.calendar.again', { do: 'topic', topic: 'calendar' }),
    choice(talk, 'privacy.calendar.close', { do: 'topic', topic: 'close-calendar' }),
    ...removable(talk),
  ]);
}

export function closeCalendar(talk: Talk): void {
  talk.effects.push({ type: 'close-calendar' });
  say(talk, 'privacy.calendar.closed', {}, [toTopic(talk, 'calendar')]);
}

/** Decisions after which the person will sooner or later lose this account, and the reminders with it. */
const LEAVING: readonly Opportunity['decision'][] = ['accept', 'decline-counteroffer'];

/** Where the decision is to go, reminders that live on elsewhere are offered. */
export function offerCalendar(talk: Talk, { decision }: Opportunity): void {
  if (talk.context.calendar === undefined || !LEAVING.includes(decision)) return;
  say(talk, 'privacy.calendar.offer', {}, [toTopic(talk, 'calendar')]);
}
