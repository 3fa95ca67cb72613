import type { Input } from '../input.js';
import { readChoice } from '../understand/choice.js';
import { readCommand } from '../understand/command.js';
import { readDistress } from '../understand/distress.js';
import { readOpening } from '../understand/opening.js';
import { type Topic, topics } from './action.js';
import { ask } from './ask.js';
import { click } from './click.js';
import { editDraft } from './draft-deeds.js';
import { edited } from './edited.js';
import { asksForEvidence } from './evidence.js';
import { asksAboutWords } from './explain.js';
import type { Step } from './flow.js';
import { active } from './frames.js';
import { greet, menu, topic } from './menu.js';
import { openAnother, openBySentence, openForwarded, openPasted } from './opening.js';
import { deleteByName } from './privacy.js';
import { moveToZone } from './promises.js';
import { expected } from './prompt.js';
import { answerQuestion } from './questions.js';
import { read } from './read.js';
import { control, correct } from './repair.js';
import { answerTyped, goOn } from './respond.js';
import type { State } from './state.js';
import { begin, type Context, end, type Result, say, type Talk, text } from './talk.js';

/** The longest message that is read at all, in characters. */
const LONGEST = 8_000;

/**
 * One turn: what the person did, to what the coach says and what must be done. Pure: the same arguments give the
 * same result, and the stored state is left as it was. `stored` is null for a new person.
 */
export function advance(stored: unknown, input: Input, context: Context): Result {
  const talk = begin(stored, context, 'message' in input ? input.message : undefined);
  if (context.zone !== null && context.zone !== talk.state.profile.zone && !talk.state.profile.zoneChosen)
    moveToZone(talk, context.zone);
  if (stored === null) greet(talk);
  switch (input.type) {
    case 'hello':
      hello(talk, stored === null);
      break;
    case 'arrived':
      if (stored === null) menu(talk);
      break;
    case 'click':
      talk.state.unread = null;
      click(talk, input);
      break;
    case 'edited':
      // What could not be read the first time is read as if it were typed only now.
      if (talk.state.unread === input.message) typed(talk, input.text);
      else edited(talk, input.text.trim());
      break;
    case 'forwarded':
      openForwarded(talk, input.text.trim());
      break;
    case 'text':
      if (input.files) say(talk, 'conversation.files');
      if (!input.files || input.text.trim() !== '') typed(talk, input.text);
      else if (!talk.state.paused) goOn(talk);
  }
  return end(talk);
}

function hello(talk: Talk, isNew: boolean): void {
  if (!isNew) say(talk, 'greeting.again');
  menu(talk);
}

function typed(talk: Talk, raw: string): void {
  const line = raw.trim();
  const { expecting } = talk.state;
  talk.state.unread = null;
  if (line !== '' && readDistress(line)) return say(talk, 'conversation.distress');
  if (line.length > LONGEST)
    return notRead(talk, text(talk, 'conversation.too-long', { length: line.length, longest: LONGEST }));
  if (expecting?.type === 'draft-text' && readCommand(line).command !== 'cancel')
    return editDraft(talk, expecting.draft, raw);
  if (line === '') return notRead(talk, text(talk, 'conversation.empty'));
  const button = named(talk, line) ?? numbered(talk, line);
  if (button) return click(talk, { type: 'click', action: button.action });
  if (expecting) return expected(talk, line);
  if (openPasted(talk, line)) return;
  const asked = topicOf(line);
  if (asked && !(asked === 'resume' && choosesWhatIsOpen(talk, line))) return topic(talk, asked);
  if (deleteByName(talk, line)) return;
  if (asksAboutWords(talk, line)) return;
  // "Why do you say that?" is no "why do you ask?".
  if (asksForEvidence(talk, line)) return topic(talk, 'evidence');
  const command = readCommand(line);
  if (command.command === 'correct') return correct(talk, command.rest, command.field, line);
  if (command.command !== 'none' && !(command.command === 'pause' && choosesWhatIsOpen(talk, line)))
    return control(talk, command.command);
  const meant = described(talk, line);
  if (meant) return click(talk, { type: 'click', action: meant.action });
  const now = active(talk);
  if (talk.state.paused || !now?.step) return isCommand(line) ? menu(talk) : openBySentence(talk, line);
  if (!takesOthersWords(now.step) && answerQuestion(talk, line)) return goOn(talk);
  if (openAnother(talk, now, now.step, line)) return;
  answerTyped(talk, now, now.step, line);
}

/** The command's own word without its slash, where it answers nothing. */
const isCommand = (line: string): boolean => /^decline[.!]?$/i.test(line);

/** A letter or a line to say may well be a question: it is no question to the coach. */
const takesOthersWords = ({ kind, options }: Step): boolean => kind !== 'choice' && options !== undefined;

type Offered = State['offered'][number];

/** A button's label, typed. */
function named(talk: Talk, line: string): Offered | undefined {
  return talk.state.offered.find(({ label }) => label.toLowerCase() === line.toLowerCase());
}

/** A number, when the person was asked to pick from a list. */
function numbered({ state }: Talk, line: string): Offered | undefined {
  const number = /^#?(\d{1,2})[.)]?$/.exec(line)?.[1];
  return number === undefined ? undefined : state.offered.slice(0, state.picking)[Number(number) - 1];
}

/** The button that a few words describe, unless they tell a story of their own. */
function described({ state }: Talk, line: string): Offered | undefined {
  if (state.picking === 0 || readOpening(line).stage !== 'none') return undefined;
  const list = state.offered.slice(0, state.picking);
  const read = readChoice(
    line,
    list.map(({ label }, index) => ({ id: String(index), label })),
  );
  return read.type === 'one' ? list[Number(read.id)] : undefined;
}

/** "Later" and "wait" put a question off, and "continue" asks it again, unless that is one of its answers. */
function choosesWhatIsOpen(talk: Talk, line: string): boolean {
  const now = active(talk);
  return (
    now?.step?.kind === 'choice' && !talk.state.paused && read(talk, now, now.step, line).type === 'value'
  );
}

/** "Go on", "ok, continue please": what was open, again. */
const GO_ON =
  /^(?:(?:ok|okay|yes|yeah|please|just|let'?s|let us)[ ,]+)*(?:go (?:on|ahead)|continue|carry on|keep going|proceed)(?:[ ,]+(?:please|then|now|with (?:it|this|that)))*$/;

/** "help", "list", "my reminders": topics by their word. */
function topicOf(line: string): Topic | null {
  const word = line
    .toLowerCase()
    .replace(/^(my|show|the)\s+/, '')
    .replace(/[.!?]+$/, '');
  if (GO_ON.test(word.replaceAll('’', "'"))) return 'resume';
  const other: Readonly<Record<string, Topic>> = {
    overview: 'home',
    dashboard: 'home',
    'time line': 'timeline',
    remind: 'reminders',
    reminder: 'reminders',
    draft: 'drafts',
    journal: 'log',
    'career log': 'log',
    'look back': 'review',
    studies: 'evidence',
    'legal cautions': 'cautions',
    '30-day plan': 'plan',
    '30 day plan': 'plan',
    'delete my data': 'delete',
    'export my data': 'export',
    'calendar address': 'calendar',
    timezone: 'zone',
    'time zone': 'zone',
    'they answered': 'answered',
    'they replied': 'answered',
    'they wrote back': 'answered',
    practice: 'rehearse',
    practise: 'rehearse',
    rehearsal: 'rehearse',
    'rehearse call': 'rehearse',
    'rehearse the call': 'rehearse',
    'practice the call': 'rehearse',
    setting: 'settings',
    culture: 'settings',
    tone: 'settings',
    'quiet hours': 'settings',
    'discreet mode': 'settings',
    'note feedback': 'note-feedback',
    'note what they said': 'note-feedback',
    hi: 'resume',
    hello: 'resume',
    hey: 'resume',
  };
  return topics.find((one) => one === word) ?? (Object.hasOwn(other, word) ? (other[word] as Topic) : null);
}

/** Nothing was answered: say why, and ask what was open again. */
function notRead(talk: Talk, why: string): void {
  talk.state.unread = talk.message;
  const now = active(talk);
  if (now?.step && !talk.state.paused) return ask(talk, now, now.step, why);
  talk.messages.push({
    kind: 'text',
    key: 'conversation.not-read',
    preview: text(talk, 'conversation.preview.text'),
    text: why,
    choices: [],
  });
  menu(talk);
}
