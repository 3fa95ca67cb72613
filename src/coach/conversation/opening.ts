import { summary } from '../flows/cards.js';
import { flows } from '../flows/registry.js';
import { readDate } from '../understand/date.js';
import { interviewPhrase } from '../understand/opening/interview.js';
import { readOpening, type Stage } from '../understand/opening.js';
import { isContinuing, startAbout, startOver, waitsForAnswer } from './about.js';
import type { Step } from './flow.js';
import { type Active, active, open, viewOf } from './frames.js';
import { companyIn, looksLikeLetter } from './letter.js';
import { menu, topic } from './menu.js';
import { answerQuestion } from './questions.js';
import { read } from './read.js';
import { goOn, settle } from './respond.js';
import { say, type Talk, text } from './talk.js';

/** No flow is open: one sentence may start one, with what it said already filled in. */
export function openBySentence(talk: Talk, line: string): void {
  const opening = readOpening(line);
  const flow = flowOf(opening.stage);
  if (flow !== null) return openFlow(talk, flow, { ...opening, interview: interviewPhrase(line) });
  switch (opening.stage) {
    case 'remind':
      return topic(talk, 'reminders');
    case 'help':
      return topic(talk, 'help');
    case 'review':
      return topic(talk, 'review');
    default:
      // A greeting that was just said is answer enough to a first word that says nothing else.
      if (!answerQuestion(talk, line) && talk.messages.length === 0) say(talk, 'conversation.not-understood');
      menu(talk);
  }
}

/**
 * The open question can't be answered by what was typed, but another flow can start with it: several things go on in
 * a life at once. False when it is nothing of the kind.
 */
export function openAnother(talk: Talk, now: Active, step: Step, line: string): boolean {
  if (takesAnyText(step) || read(talk, now, step, line).type !== 'unread') return false;
  const opening = readOpening(line);
  const flow = flowOf(opening.stage);
  if (flow === null) return false;
  say(talk, 'conversation.another-start', { title: text(talk, `${now.flow.id}.title`) });
  openFlow(talk, flow, { ...opening, interview: interviewPhrase(line) });
  return true;
}

/**
 * An employer's answer, pasted as it came: the coach reads it, whatever else was open. False when it is no letter,
 * when nothing was sent that it could answer, or when the open question takes any text.
 */
export function openPasted(talk: Talk, line: string): boolean {
  if (!waitsForAnswer(talk) || !looksLikeLetter(line)) return false;
  const now = talk.state.paused ? null : active(talk);
  if (now?.step && takesAnyText(now.step)) return false;
  if (now?.flow.id === 'pushback') {
    talk.state.frames = talk.state.frames.filter((frame) => frame !== now.frame);
    startOver(talk, 'pushback', now.opportunity.id, { reply: line });
    return true;
  }
  if (now) say(talk, 'conversation.another-start', { title: text(talk, `${now.flow.id}.title`) });
  startAbout(talk, 'pushback', companyIn(talk.state.opportunities, line), { reply: line });
  return true;
}

const takesAnyText = ({ kind }: Step): boolean =>
  kind === 'text' || kind === 'long-text' || kind === 'company';

/** The flow for where a person stands, K01–K10; null for what is no flow. */
function flowOf(stage: Stage): string | null {
  const id = stage === 'draft-only' ? 'reply' : stage;
  return Object.hasOwn(flows, id) ? id : null;
}

interface Said {
  readonly company: string | null;
  readonly role: string | null;
  readonly deadline: string | null;
  readonly interview: string | null;
}

/** What was said is shown once, each line with a button that changes it; only the rest is asked. */
function openFlow(talk: Talk, flow: string, { company, role, deadline, interview }: Said): void {
  if (isContinuing(flow)) return startAbout(talk, flow, company, {});
  const date = deadline === null ? null : readDay(talk, deadline);
  const said = {
    company,
    role,
    deadline: date?.value ?? null,
    interview: dayAhead(talk, interview, deadline),
  };
  const preset = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)) as Record<
    string,
    string
  >;
  open(talk, flow, null, preset);
  const now = active(talk);
  if (!now) return;
  if (Object.keys(now.answers).length > 0) talk.messages.push(summary(viewOf(talk, now)));
  const several = date !== null && date.candidates.length > 1 ? date.candidates : null;
  if (several && now.step?.id === 'deadline')
    return settle(talk, now, now.step, { type: 'several', values: several }, deadline, 'typed');
  goOn(talk);
}

/** The day of the interview where just one lies ahead, and it is not the day to answer by. */
function dayAhead(talk: Talk, interview: string | null, deadline: string | null): string | null {
  if (interview === null || (deadline !== null && interview.includes(deadline))) return null;
  const { value, past } = readDay(talk, interview);
  return past ? null : value;
}

function readDay(talk: Talk, phrase: string): ReturnType<typeof readDate> {
  return readDate(phrase, {
    now: talk.context.now,
    zone: talk.state.profile.zone,
    locale: talk.context.locale,
  });
}
