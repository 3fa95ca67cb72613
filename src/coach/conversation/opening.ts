import { summary } from '../flows/cards.js';
import { readDate } from '../understand/date.js';
import { readOpening } from '../understand/opening.js';
import { active, open, viewOf } from './frames.js';
import { menu, start, topic } from './menu.js';
import { answerQuestion } from './questions.js';
import { goOn, settle } from './respond.js';
import { say, type Talk } from './talk.js';

/** No flow is open: one sentence may start one, with what it said already filled in. */
export function openBySentence(talk: Talk, line: string): void {
  const opening = readOpening(line);
  switch (opening.stage) {
    case 'offer':
    case 'counteroffer':
      return openFlow(talk, opening.stage, opening);
    case 'draft-only':
      return start(talk, 'reply', null);
    case 'remind':
      return topic(talk, 'reminders');
    case 'help':
      return topic(talk, 'help');
    case 'review':
      return topic(talk, 'list');
    default:
      if (!answerQuestion(talk, line)) say(talk, 'conversation.not-understood');
      menu(talk);
  }
}

interface Said {
  readonly company: string | null;
  readonly role: string | null;
  readonly deadline: string | null;
}

/** What was said is shown once, each line with a button that changes it; only the rest is asked. */
function openFlow(talk: Talk, flow: string, { company, role, deadline }: Said): void {
  const date = deadline === null ? null : readDay(talk, deadline);
  const said = { company, role, deadline: date?.value ?? null };
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

function readDay(talk: Talk, phrase: string): ReturnType<typeof readDate> {
  return readDate(phrase, {
    now: talk.context.now,
    zone: talk.state.profile.zone,
    locale: talk.context.locale,
  });
}
