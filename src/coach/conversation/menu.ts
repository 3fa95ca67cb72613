import { bringInCard } from '../flows/bring-in.js';
import { checklistCard } from '../flows/cards.js';
import { flows } from '../flows/registry.js';
import { isPending } from '../journal/log.js';
import type { Choice } from '../message.js';
import { homeCard } from '../overview/home-card.js';
import { timelineCard } from '../overview/timeline-card.js';
import { isZone } from '../remind/calendar.js';
import { idsOf } from '../remind/plan.js';
import { codeOfLatest, isContinuing, startAbout, startOver, waitsForAnswer } from './about.js';
import type { Topic } from './action.js';
import { askForText } from './check-text.js';
import { startComparison } from './compare.js';
import { confidenceTopic } from './confidence.js';
import { decideAgain } from './decide-again.js';
import { showDraft } from './drafts.js';
import { askWhichCaution, showEvidence } from './evidence.js';
import { active, open } from './frames.js';
import { askToExport, askWhatToDelete, closeCalendar, giveCalendar } from './privacy.js';
import { moveToZone } from './promises.js';
import { listReminders } from './reminder-list.js';
import { enough, goOn, keep, resume } from './respond.js';
import { showLog, startReview } from './review.js';
import { showSettings } from './settings.js';
import { choice, opportunityOf, preview, say, type Talk, text, toControl, toTopic } from './talk.js';
import { planTopic } from './thirty-days.js';

/** The flows that a person can start: the most frequent at once, the others behind "something else" (K01–K10). */
export const FIRST = ['invited', 'offer', 'counteroffer'];
const OTHERS = [
  'reply',
  'invited-after-accepting',
  'interviewed',
  'accepted',
  'pushback',
  'offer-withdrawn',
  'reconnect',
  'comparison',
  'feedback',
];

export const starts = (talk: Talk, ids: readonly string[]): Choice[] =>
  ids
    .filter((id) => Object.hasOwn(flows, id))
    .map((flow) => choice(talk, `menu.start.${flow}`, { do: 'start', flow }));

/** Who this is, who may read it, and what it can do: before the first question. */
export function greet(talk: Talk): void {
  say(talk, 'greeting.hello');
  say(talk, 'greeting.privacy');
}

export function menu(talk: Talk): void {
  const now = active(talk);
  const latest = talk.state.opportunities.at(-1);
  const again = latest ? decideAgain(talk, latest) : [];
  const going = now ? [toTopic(talk, 'resume')] : again;
  say(
    talk,
    now ? 'menu.under-way' : 'menu.text',
    now ? { title: text(talk, `${now.flow.id}.title`), code: now.opportunity.code } : {},
    [
      ...going,
      ...starts(talk, FIRST),
      ...(waitsForAnswer(talk) ? [toTopic(talk, 'answered')] : []),
      toTopic(talk, 'more'),
      toTopic(talk, 'list'),
      toTopic(talk, 'reminders'),
      toTopic(talk, 'settings'),
      toTopic(talk, 'privacy'),
      toTopic(talk, 'help'),
    ],
  );
}

/** Starts a flow; an open one waits below it. An opportunity that it is about has come to the next stage. */
export function start(talk: Talk, flow: string, about: string | null): void {
  if (flow === 'comparison') return startComparison(talk);
  if (isContinuing(flow))
    return about === null ? startAbout(talk, flow, null, {}) : startOver(talk, flow, about);
  const opportunity = about === null ? null : opportunityOf(talk, about);
  open(talk, flow, about, {});
  if (opportunity && [...FIRST, ...OTHERS].includes(flow)) opportunity.flow = flow;
  goOn(talk, about === null ? codeOfLatest(talk) : '');
}

/** Something to look at or to set, at any time; the open question is asked again after it. */
export function topic(talk: Talk, wanted: Topic): void {
  const now = active(talk);
  switch (wanted) {
    case 'help':
      say(talk, 'greeting.help');
      return now ? goOn(talk) : menu(talk);
    case 'home':
      talk.messages.push(homeCard(talk));
      return askAgain(talk);
    case 'timeline':
      timeline(talk);
      return askAgain(talk);
    case 'privacy':
      say(talk, 'greeting.privacy');
      return now ? goOn(talk) : menu(talk);
    case 'resume':
      return now ? resume(talk) : menu(talk);
    case 'list':
      list(talk);
      return;
    case 'reminders':
      listReminders(talk);
      return now && !talk.state.paused ? goOn(talk) : undefined;
    case 'drafts':
      return drafts(talk);
    case 'check':
      return askForText(talk);
    case 'ledger': {
      const about = aboutNow(talk);
      if (!about) return menu(talk);
      open(talk, 'ledger', about, {});
      return goOn(talk);
    }
    case 'checklist':
      return checklist(talk);
    case 'bring-in':
      talk.messages.push(bringInCard(talk.context.words));
      return goOn(talk);
    case 'delete':
      return askWhatToDelete(talk);
    case 'export':
      return askToExport(talk);
    case 'calendar':
      giveCalendar(talk);
      return askAgain(talk);
    case 'close-calendar':
      closeCalendar(talk);
      return askAgain(talk);
    case 'zone':
      talk.state.expecting = { type: 'zone' };
      return say(talk, 'conversation.zone', { zone: talk.state.profile.zone });
    case 'enough':
      return now?.step ? enough(talk, now, now.step) : menu(talk);
    case 'keep':
      return now ? keep(talk, now) : menu(talk);
    case 'more':
      return say(talk, 'menu.more', {}, [...starts(talk, OTHERS), toControl(talk, 'menu')]);
    case 'log':
      showLog(talk, 0);
      return askAgain(talk);
    case 'review':
      return startReview(talk);
    case 'plan':
      planTopic(talk);
      return askAgain(talk);
    case 'compare':
      return startComparison(talk);
    case 'evidence':
      showEvidence(talk);
      return askAgain(talk);
    case 'cautions':
      return askWhichCaution(talk);
    case 'answered':
      return start(talk, 'pushback', null);
    case 'rehearse':
      return start(talk, 'rehearse', null);
    case 'note-feedback':
      return start(talk, 'feedback', null);
    case 'settings':
      showSettings(talk);
      return askAgain(talk);
    case 'confidence':
      return confidenceTopic(talk);
  }
}

/** The question that is open, unless the person wanted a pause. */
function askAgain(talk: Talk): void {
  if (!talk.state.paused) goOn(talk);
}

/** The opportunity of the open flow, or the latest. */
function aboutNow(talk: Talk): string | null {
  return active(talk)?.opportunity.id ?? talk.state.opportunities.at(-1)?.id ?? null;
}

/** What was done and what comes, of the one that is talked about. */
function timeline(talk: Talk): void {
  const about = aboutNow(talk);
  const opportunity = about === null ? null : opportunityOf(talk, about);
  if (opportunity) talk.messages.push(timelineCard(talk, opportunity));
  else say(talk, 'menu.nothing-yet');
}

function checklist(talk: Talk): void {
  const about = aboutNow(talk);
  const opportunity = about === null ? null : opportunityOf(talk, about);
  if (!opportunity) return menu(talk);
  const ids = idsOf('personal-deadline', opportunity.id);
  const planned = talk.context.reminders.some((reminder) => ids.includes(reminder.id));
  talk.messages.push(checklistCard(opportunity, planned, talk.context.words));
  goOn(talk);
}

/** Everything that is open or was decided, with its code name. */
function list(talk: Talk): void {
  const { opportunities } = talk.state;
  if (opportunities.length === 0) {
    say(talk, 'menu.nothing-yet');
    return menu(talk);
  }
  talk.messages.push({
    kind: 'card',
    key: 'menu.list',
    preview: preview(talk, 'card'),
    title: text(talk, 'menu.list.title'),
    text: '',
    sections: [
      {
        heading: text(talk, 'menu.list.heading'),
        items: opportunities.map((one) => {
          const company = one.facts['company'];
          const status = one.outcome ?? (isPending(one.decision) ? 'open' : 'decided');
          return text(talk, 'menu.list.item', {
            code: one.code,
            company: typeof company === 'string' ? company : text(talk, 'conversation.unanswered'),
            status: text(talk, `menu.status.${status}`),
          });
        }),
      },
    ],
    choices: [
      ...(active(talk) ? [toTopic(talk, 'resume')] : []),
      toTopic(talk, 'log'),
      toTopic(talk, 'drafts'),
      toTopic(talk, 'reminders'),
    ],
  });
}

/** The latest draft again. */
function drafts(talk: Talk): void {
  const opportunity = talk.state.opportunities.findLast((one) => one.drafts.length > 0);
  const draft = opportunity?.drafts.at(-1);
  if (!opportunity || !draft)
    return say(talk, 'drafts.none', {}, [choice(talk, 'menu.start.reply', { do: 'start', flow: 'reply' })]);
  showDraft(talk, opportunity, draft, text(talk, 'drafts.again'));
}

/** The person says where they are. */
export function chooseZone(talk: Talk, typed: string): void {
  const zone = typed.trim();
  if (!isZone(zone)) return say(talk, 'conversation.zone-unread', { zone: talk.state.profile.zone });
  talk.state.expecting = null;
  talk.state.profile.zoneChosen = true;
  moveToZone(talk, zone);
  say(talk, 'conversation.zone-set', { zone });
  if (active(talk)) goOn(talk);
}
