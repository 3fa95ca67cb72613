import { type Assessment, assess } from '../assess/assessment.js';
import { type InterviewedVerdict, interviewedMethod } from '../assess/interviewed.js';
import {
  type Answers,
  type Conclusion,
  chosen,
  type Flow,
  noEnding,
  type View,
} from '../conversation/flow.js';
import { showPay } from '../conversation/show.js';
import type { CardMessage, Message } from '../message.js';
import { addDays, at, dateOf, type Local } from '../remind/calendar.js';
import type { Words } from '../words.js';
import { assessmentCard, card, summary } from './cards.js';
import { contractStep, moveStep, questionsAbout } from './mobility.js';

/** A date within so many days leaves no time to wait (K24). */
const SHORT_DAYS = 7;

const known = { group: 'known', optional: true } as const;
const undecided = (answers: Answers): boolean => !['accepted', 'ethics'].includes(String(answers['settled']));
const ofUndecided = { reads: ['settled'], when: undecided, optional: true } as const;
const question = (id: string, options: readonly string[]) =>
  ({ id, kind: 'choice', fact: `interviewed.${id}`, options, ...ofUndecided }) as const;
const fact = (id: string) => ({ id, fact: id, ...ofUndecided, ...known });

/** What the rules make of an interview so far; a date that is near counts as a short timeline. */
export function assessInterviewed(answers: Answers, today: Local): Assessment<InterviewedVerdict> {
  const deadline = answers['deadline'];
  const timeline =
    typeof deadline === 'string' && dateOf(deadline) >= dateOf(today)
      ? { timeline: dateOf(deadline) <= dateOf(addDays(at(today, '12:00'), SHORT_DAYS)) ? 'short' : 'open' }
      : {};
  return assess(interviewedMethod, { ...chosen(answers), ...timeline });
}

/** What to take care of whatever is decided (K43, K93, K97). */
function cautions({ answers }: View): string[] {
  const byMove: Readonly<Record<string, string>> = {
    vague: 'sponsorship-vague',
    refused: 'visa',
    zones: 'time-zones',
  };
  const byContract: Readonly<Record<string, string>> = { agency: 'agency', contractor: 'agency' };
  return [
    byContract[String(answers['contract'])],
    byMove[String(answers['move'])],
    answers['settled'] === 'ethics' ? 'ethics' : undefined,
  ].filter((id) => id !== undefined);
}

const isPerceived = (answers: Answers): boolean => ['heard', 'felt'].includes(String(answers['sure']));

/** Two lists: what was said or written, and how it felt (K21). Null while there is nothing to set apart. */
function twoLists({ answers, words }: View): CardMessage | null {
  const of = (part: string): string => words.text(`coach.interviewed.${part}`);
  const label = (id: string, value: string): string =>
    words.text('coach.interviewed.two-lists.line', { label: of(`steps.${id}.label`), value });
  const said = ['contract', 'pay', 'reporting', 'place'].flatMap((id) => {
    const value = answers[id] ?? null;
    if (value === null) return [];
    if (typeof value !== 'string') return [label(id, showPay(value, words))];
    return [label(id, id === 'contract' ? of(`steps.contract.options.${value}`) : value)];
  });
  const doubt = answers['doubt'];
  const worry = typeof doubt === 'string' ? [label('doubt', of(`steps.doubt.options.${doubt}`))] : [];
  const felt = typeof answers['felt'] === 'string' ? answers['felt'].split('\n').filter(Boolean) : [];
  const perceived = isPerceived(answers);
  const facts = answers['sure'] === 'told' ? [...said, ...worry] : said;
  const feelings = perceived ? [...felt, ...worry] : felt;
  if (facts.length + feelings.length < 2) return null;
  return card('interviewed.two-lists', words, of(`two-lists.${perceived ? 'perceived' : 'text'}`), [
    { heading: of('two-lists.said'), items: facts },
    { heading: of('two-lists.felt'), items: feelings },
  ]);
}

function preface(view: View): Message[] {
  const lists = undecided(view.answers) ? twoLists(view) : null;
  return [
    summary(view),
    ...(lists ? [lists] : []),
    assessmentCard(view, assessInterviewed(view.answers, view.today), cautions(view)),
  ];
}

/** The questions that would turn a perception into a fact, ready to be sent or said (K21, K26, K93). */
export function questionsCard(answers: Answers, words: Words): CardMessage {
  const doubt = typeof answers['doubt'] === 'string' ? answers['doubt'] : 'any';
  const move = { vague: 'move', refused: 'move', zones: 'zones' }[String(answers['move'])];
  const contract = { agency: 'contract', contractor: 'contract' }[String(answers['contract'])];
  const topics = [...new Set([doubt, move, contract].filter((one) => one !== undefined))];
  const key = 'interviewed.questions';
  return card(
    key,
    words,
    words.text(`coach.${key}.text`),
    topics.map((topic) => questionsAbout(topic, words)),
  );
}

/** Where it is settled, nothing is risked any more; otherwise what may make it risky is asked first (K94). */
function withdraw(answers: Answers): Conclusion {
  const kind = answers['manner'] === 'short' ? 'withdraw-short' : 'withdraw';
  if (undecided(answers)) return { events: [], next: { flow: 'before-no', preset: { kind } } };
  const reason = answers['settled'] === 'accepted' ? { reason: 'accepted-another' } : {};
  return {
    events: [{ type: 'decided', decision: 'withdraw' }],
    next: { flow: 'reply', preset: { kind, ...reason } },
  };
}

function conclude({ answers, words }: View): Conclusion {
  const decision = String(answers['decision']);
  switch (decision) {
    case 'withdraw':
      return withdraw(answers);
    case 'wait':
      return {
        events: [{ type: 'decided', decision: 'later' }],
        show: [questionsCard(answers, words)],
        next: { flow: 'decide-by', preset: {} },
      };
    case 'go-on':
      return { events: [{ type: 'decided', decision: 'go-on' }], say: 'go-on' };
    default:
      throw noEnding('interviewed', decision);
  }
}

/** Interviewed, no offer yet, in doubt: the four-part framework (K03, K21–K26, K93). */
export const interviewed: Flow = {
  id: 'interviewed',
  version: 1,
  steps: [
    { id: 'company', kind: 'company', fact: 'company', optional: true },
    {
      id: 'settled',
      kind: 'choice',
      fact: 'interviewed.settled',
      options: ['none', 'accepted', 'ethics'],
    },
    { kind: 'text', ...fact('role') },
    { ...contractStep, ...ofUndecided, ...known },
    { kind: 'pay', ...fact('pay') },
    { kind: 'text', ...fact('reporting') },
    { kind: 'text', ...fact('place') },
    { kind: 'date', ahead: true, ...fact('deadline') },
    { kind: 'long-text', ...fact('felt') },
    question('doubt', ['contract', 'move', 'pay', 'people', 'work']),
    question('sure', ['told', 'heard', 'felt']),
    question('weight', ['deal-breaker', 'hard', 'fine']),
    { ...question('year', ['forward', 'sideways', 'away', 'unsure']), group: 'alignment' },
    { ...question('three', ['forward', 'sideways', 'away', 'unsure']), group: 'alignment' },
    { ...moveStep, ...ofUndecided },
    { ...question('leaving', ['nothing', 'chance', 'goodwill', 'money']), group: 'costs' },
    { ...question('staying', ['little', 'time', 'stress', 'chance']), group: 'costs' },
    question('mend', ['likely', 'unlikely', 'unknown']),
    { id: 'decision', kind: 'choice', options: ['withdraw', 'wait', 'go-on'], preface },
    {
      id: 'manner',
      kind: 'choice',
      options: ['usual', 'short'],
      reads: ['decision'],
      when: (answers) => answers['decision'] === 'withdraw',
    },
  ],
  conclude,
};
