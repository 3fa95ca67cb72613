import { summary } from '../flows/cards.js';
import { flows } from '../flows/registry.js';
import { isAcknowledgement } from '../understand/acknowledgement.js';
import { readDate } from '../understand/date.js';
import { interviewPhrase } from '../understand/opening/interview.js';
import { type Opening, readOpening, type Stage } from '../understand/opening.js';
import { isContinuing, startAbout, startOver, waitsForAnswer } from './about.js';
import type { Step } from './flow.js';
import { type Active, active, look, open, viewOf } from './frames.js';
import { companyIn, looksLikeLetter } from './letter.js';
import { FIRST, menu, starts, topic } from './menu.js';
import { answerQuestion } from './questions.js';
import { read } from './read.js';
import { goOn, settle } from './respond.js';
import { say, type Talk, text } from './talk.js';

/** No flow is open: one sentence may start one, with what it said already filled in. */
export function openBySentence(talk: Talk, line: string): void {
  const opening = readOpening(line);
  const flow = flowOf(opening.stage);
  if (flow !== null) return openFlow(talk, flow, opening, line);
  switch (opening.stage) {
    case 'remind':
      return topic(talk, 'reminders');
    case 'help':
      return topic(talk, 'help');
    case 'review':
      return topic(talk, 'review');
    default:
      if (tellsFeedback(talk, line)) return;
      talk.state.unread = talk.message;
      // A greeting that was just said is answer enough to a first word that says nothing else.
      if (!answerQuestion(talk, line) && talk.messages.length === 0)
        say(talk, `conversation.${isAcknowledgement(line) ? 'acknowledged' : 'not-understood'}`);
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
  openFlow(talk, flow, opening, line);
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

/**
 * A message of somebody else's, handed over to be answered. What says by itself what it is begins its flow; after
 * something was sent it is most likely the answer to that; otherwise the person is asked.
 */
export function openForwarded(talk: Talk, message: string): void {
  talk.state.expecting = null;
  const opening = readOpening(message);
  const flow = flowOf(opening.stage);
  const company = companyIn(talk.state.opportunities, message);
  if (message === '') {
    say(talk, 'conversation.forwarded-empty');
    return menu(talk);
  }
  if (waitsForAnswer(talk) && (company !== null || flow === null)) {
    say(talk, 'conversation.forwarded');
    return startAbout(talk, 'pushback', company, { reply: message });
  }
  if (flow === null)
    return say(talk, 'conversation.forwarded-unclear', {}, starts(talk, [...FIRST, 'pushback', 'reply']));
  say(talk, 'conversation.forwarded');
  openFlow(talk, flow, opening, message);
}

const takesAnyText = ({ kind }: Step): boolean =>
  kind === 'text' || kind === 'long-text' || kind === 'company';

/** What somebody was told about themselves, perhaps with the words after a colon; not what they are asked to tell. */
const FEEDBACK =
  /^feedback[.!]?$|^(?:(?!\bask|\bwant|\brequest)[^:])*\b(?:got|received|have|had|given|gave|sent|heard|note|feedback from)\b(?:(?!\bask|\bwant|\brequest)[^:])*\bfeedback\b[^:]*(?::\s*(.+))?$/isu;

function tellsFeedback(talk: Talk, line: string): boolean {
  const told = FEEDBACK.exec(line);
  if (!told || line.trim().endsWith('?')) return false;
  const preset = told[1] === undefined ? {} : { feedback: told[1].trim() };
  startAbout(talk, 'feedback', companyIn(talk.state.opportunities, line), preset);
  return true;
}

/** The flow for where a person stands, K01–K10; null for what is no flow. */
export function flowOf(stage: Stage): string | null {
  const id = stage === 'draft-only' ? 'reply' : stage;
  return Object.hasOwn(flows, id) ? id : null;
}

/** What was said is shown once, each line with a button that changes it; only the rest is asked. */
function openFlow(talk: Talk, flow: string, opening: Opening, line: string): void {
  const { company, deadline } = opening;
  if (isContinuing(flow)) return startAbout(talk, flow, company, {});
  const preset = toldIn(talk, opening, line);
  const date = deadline === null ? null : readDay(talk, deadline);
  const now = look(talk, open(talk, flow, null, preset, talk.message));
  if (Object.keys(now.answers).length > 0) talk.messages.push(summary(viewOf(talk, now)));
  const several = date !== null && date.candidates.length > 1 ? date.candidates : null;
  if (several && now.step?.id === 'deadline')
    return settle(talk, now, now.step, { type: 'several', values: several }, deadline, 'typed');
  goOn(talk);
}

/** What a sentence tells of a flow's questions, by their ids. */
export function toldIn(
  talk: Talk,
  { company, role, deadline }: Opening,
  line: string,
): Readonly<Record<string, string>> {
  const said = {
    company,
    role,
    deadline: deadline === null ? null : readDay(talk, deadline).value,
    interview: dayAhead(talk, interviewPhrase(line), deadline),
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([id, value]) => (value === null ? [] : [[id, value]])),
  );
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
