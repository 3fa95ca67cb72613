import { readKind } from '../draft/catalogue.js';
import { variants } from '../flows/reply-kinds.js';
import { close } from './close.js';
import { newDraft, showDraft } from './drafts.js';
import type { CoachEvent } from './event.js';
import type { Answers } from './flow.js';
import {
  forgetNoAnswer,
  promiseDecideBy,
  promiseNothing,
  promiseReconnect,
  promiseReplyBy,
  promiseSettled,
  promiseToSend,
} from './promises.js';
import { repeatDraft } from './sending.js';
import type { Opportunity } from './state.js';
import { type Talk, text, today } from './talk.js';
import { offerPlan, tick } from './thirty-days.js';

/** Applies what a flow concluded to the opportunity it is about. */
export function happen(talk: Talk, opportunity: Opportunity, event: CoachEvent): void {
  switch (event.type) {
    case 'decided':
      close(opportunity);
      if (event.decision === 'later') return undecided(talk, opportunity);
      opportunity.decision = event.decision;
      opportunity.decidedAt = today(talk);
      if (event.decision === 'go' || event.decision === 'go-on') promiseNothing(talk, opportunity);
      else promiseToSend(talk, opportunity);
      return;
    case 'decide-by':
      close(opportunity);
      undecided(talk, opportunity);
      promiseDecideBy(talk, opportunity, event.date);
      return;
    case 'settled':
      close(opportunity, event.outcome);
      opportunity.outcome = event.outcome;
      talk.state.frames = talk.state.frames.filter((frame) => frame.about !== opportunity.id);
      return promiseSettled(talk, opportunity);
    case 'heard':
      return forgetNoAnswer(talk, opportunity);
    case 'deadline-moved':
      close(opportunity);
      opportunity.facts['deadline'] = event.date;
      undecide(opportunity);
      return promiseReplyBy(talk, opportunity, event.date);
    case 'reopened':
      return reopen(talk, opportunity);
    case 'repeat':
      return repeatDraft(talk, opportunity);
    case 'reconnect-in':
      promiseReconnect(talk, opportunity, event.months);
      return;
    case 'compose':
      return write(talk, opportunity, event.answers);
    case 'offer-plan':
      return offerPlan(talk, opportunity);
    case 'ticked':
      return tick(talk, opportunity, event.item);
    case 'noted':
      note(opportunity, event);
      return;
    case 'compared':
      talk.state.compared = { at: today(talk), rows: [...event.rows] };
      return;
    case 'reviewed':
      talk.state.profile.reviews.push({ at: today(talk), adjustments: [...event.adjustments] });
      return;
    case 'confident': {
      const { reasons, story, action } = event;
      talk.state.profile.confidence = {
        at: today(talk),
        about: opportunity.id,
        reasons: [...reasons],
        story,
        action,
      };
    }
  }
}

function undecide(opportunity: Opportunity): void {
  opportunity.decision = null;
  opportunity.decidedAt = null;
}

function note(
  { facts }: Opportunity,
  { fact, value, besides }: Extract<CoachEvent, { type: 'noted' }>,
): void {
  const before = facts[fact];
  facts[fact] = besides && typeof before === 'string' ? `${before}\n${value}` : value;
}

/** What new terms may have changed; it is asked anew, and what was noted before stays beside it. */
const CHANGING = ['pay', 'extras', 'promises', 'written', 'gap', 'deadline'];

function reopen(talk: Talk, opportunity: Opportunity): void {
  close(opportunity);
  const { facts } = opportunity;
  for (const id of CHANGING) {
    const fact = facts[id];
    if (fact !== undefined && fact !== null) facts[`before.${id}`] = fact;
    delete facts[id];
  }
  undecide(opportunity);
  opportunity.outcome = null;
  promiseReplyBy(talk, opportunity, null);
}

/** Whoever puts a decision off has not decided, whatever was said before. */
function undecided(talk: Talk, opportunity: Opportunity): void {
  opportunity.decision = null;
  opportunity.decidedAt = null;
  promiseNothing(talk, opportunity);
}

/** What a reply is told for itself alone, by the step that asks for it; what belongs to the opportunity is looked up there. */
const told = [
  'ask',
  'until',
  'again',
  'appreciation',
  'feedback',
  'role2',
  'change',
  'colleague',
  'callDay',
  'handover',
];

function write(talk: Talk, opportunity: Opportunity, answers: Answers): void {
  const kind = String(answers['kind']);
  const { channels } = readKind(kind, talk.context.words);
  const wanted = channels.find((channel) => channel === answers['channel']);
  const facts = told.flatMap((id) => {
    const value = answers[id];
    return typeof value === 'string' ? [[id, value]] : [];
  });
  const draft = newDraft(talk, opportunity, {
    kind,
    reason: reasonOf(kind, answers),
    channel: wanted ?? 'email',
    register: talk.state.profile.register ?? 'warm',
    facts: Object.fromEntries(facts),
  });
  showDraft(talk, opportunity, draft, text(talk, 'drafts.ready'));
}

/** A reason, what stands in its place (see `variants`), or that there were costs. */
function reasonOf(kind: string, answers: Answers): string {
  if (kind === 'ask-reason-for-withdrawal') return typeof answers['costs'] === 'string' ? 'costs' : 'none';
  const instead = variants.find((variant) => variant.kind === kind);
  return String(answers[instead?.step ?? 'reason'] ?? 'none');
}
