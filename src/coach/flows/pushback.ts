import { type Assessment, assess } from '../assess/assessment.js';
import { type PushbackVerdict, pushbackMethod } from '../assess/pushback.js';
import { encodeAction } from '../conversation/action.js';
import { type Answers, type Conclusion, chosen, type Flow, type View } from '../conversation/flow.js';
import type { Message } from '../message.js';
import { type EmployerReply, readEmployerReply } from '../understand/employer-reply.js';
import { assessmentCard, card } from './cards.js';
import { givenReason, notedCard } from './noted.js';

/** What an answer can mean, by what the person would say happened. */
const meanings: Readonly<Record<string, readonly string[]>> = {
  asks: ['asks-why', 'asks-feedback'],
  pushes: ['persuades', 'pressure'],
  offers: ['better-terms', 'other-role'],
  date: ['extends-deadline', 'refuses-extension', 'rescinds-offer'],
  quiet: ['acknowledged', 'no-answer'],
};

/** What can follow, by the meaning, the usual step first (K85–K90). */
const steps: Readonly<Record<string, readonly string[]>> = {
  acknowledged: ['leave', 'stay-in-touch'],
  'no-answer': ['leave', 'again'],
  'asks-why': ['answer-why', 'stand-by-decision', 'leave'],
  'asks-feedback': ['give-feedback', 'leave'],
  persuades: ['stand-by-decision', 'name-the-change', 'hold', 'final-no', 'leave'],
  pressure: ['recruiter-boundary', 'stand-by-decision', 'final-no', 'leave'],
  'better-terms': ['weigh', 'name-the-change', 'stand-by-decision', 'hold', 'final-no'],
  'other-role': ['ask-about-other-role', 'stand-by-decision', 'leave'],
  'rescinds-offer': ['offer-withdrawn', 'leave'],
  'refuses-extension': ['weigh', 'accept-offer', 'decline-offer'],
};

/** Clicked in place of a pasted answer. */
const INSTEAD: readonly string[] = ['no-answer', 'choose'];

/** The pasted answer as it is read; null when none was pasted. */
function reading({ reply }: Answers): EmployerReply | null {
  return typeof reply !== 'string' || INSTEAD.includes(reply) ? null : readEmployerReply(reply);
}

/** What they mean, as read and not contradicted, or as the person says; null while it is open. */
export function meaningOf(answers: Answers): string | null {
  if (answers['reply'] === 'no-answer') return 'no-answer';
  const read = reading(answers);
  if (read !== null && answers['read'] === 'yes') return read.guess;
  const { exactly } = answers;
  return typeof exactly === 'string' ? exactly : null;
}

/** Fewer words than this are no letter to be sure of. */
const A_FEW = 4;

/**
 * A reading that is sure stands; of an unsure one the person is asked. A word or two, and what is at best a courtesy,
 * is left to the person: pressure must never be taken for thanks.
 */
function assumeRead(answers: Answers): string | undefined {
  const read = reading(answers);
  if (read === null || String(answers['reply']).split(/\s+/u).length < A_FEW) return 'no';
  if (read.certain) return 'yes';
  return read.guess === 'acknowledged' ? 'no' : undefined;
}

const mustSay = (answers: Answers): boolean => answers['reply'] !== 'no-answer' && answers['read'] !== 'yes';

const means =
  (...wanted: readonly string[]) =>
  (answers: Answers): boolean =>
    wanted.includes(meaningOf(answers) ?? '');

/** What the rules make of an answer; whether the person stood by the decision before is in the drafts that were sent. */
export function assessPushback({ answers, opportunity }: View): Assessment<PushbackVerdict> {
  const stood = opportunity.drafts.some(
    (draft) => draft.sentAt !== null && ['stand-by-decision', 'final-no'].includes(draft.kind),
  );
  const meaning = meaningOf(answers) ?? undefined;
  return assess(pushbackMethod, { ...chosen(answers), meaning, stood: stood ? 'yes' : 'no' });
}

/** Says what was read, with a button for the case that it says something else. */
function readCard({ answers, frame, words }: View): Message {
  const read = reading(answers);
  const sure = answers['read'] === 'yes';
  const meaning = meaningOf(answers) ?? read?.guess;
  const manner = read === null || answers['read'] === 'no' ? 'told' : sure ? 'read' : 'unsure';
  const said = words.text(`coach.pushback.read-as.${manner}`, {
    meaning: words.text(`coach.pushback.meanings.${meaning}`),
  });
  const otherwise = {
    label: words.text('coach.pushback.read-as.otherwise'),
    action: encodeAction({ do: 'change', frame, step: 'read', value: 'no' }),
  };
  return { ...card('pushback.read-as', words, said, []), choices: sure ? [otherwise] : [] };
}

function conclude({ answers, opportunity }: View): Conclusion {
  const heard = { type: 'heard' } as const;
  const { newDate } = answers;
  if (means('extends-deadline')(answers) && typeof newDate === 'string')
    return {
      events: [heard, { type: 'deadline-moved', date: newDate }],
      say: 'extended',
      next: { flow: 'decide-by', preset: {} },
    };
  const next = String(answers['next']);
  switch (next) {
    case 'leave':
      return { events: [heard], say: means('no-answer')(answers) ? 'silence' : 'leave' };
    case 'again':
      return { events: [{ type: 'repeat' }] };
    case 'weigh':
      return {
        events: [heard, { type: 'reopened' }],
        say: 'weigh',
        next: { flow: weighedIn(opportunity), preset: {} },
      };
    case 'offer-withdrawn':
      return { events: [heard], next: { flow: 'offer-withdrawn', preset: {} } };
    case 'decline-offer':
      return { events: [heard], next: { flow: 'before-no', preset: { kind: next } } };
    default:
      return { events: [heard], next: { flow: 'reply', preset: presetFor(next, answers, opportunity) } };
  }
}

/** Whoever gave notice weighs a counteroffer, everyone else an offer. */
function weighedIn({ decision, flow }: View['opportunity']): string {
  const leaving = ['decline-counteroffer', 'name-terms', 'stay'].includes(decision ?? '');
  return leaving || flow === 'counteroffer' ? 'counteroffer' : 'offer';
}

/** The same reason as before, and whether they moved, are known and not asked again. */
function presetFor(kind: string, answers: Answers, opportunity: View['opportunity']): Record<string, string> {
  const reason = kind === 'answer-why' ? givenReason(opportunity) : undefined;
  const terms = means('better-terms')(answers) ? 'better-terms' : 'none';
  return {
    kind,
    ...(reason === undefined ? {} : { reason }),
    ...(kind === 'stand-by-decision' ? { terms } : {}),
  };
}

/** Of these, something more is asked, and what was read is said before that. */
const ASKED_MORE = ['pressure', 'better-terms', 'persuades'];

const reads = ['reply', 'read', 'exactly'] as const;

/** The employer answers a no, a request for time or nothing at all (K07, K85–K90). */
export const pushback: Flow = {
  id: 'pushback',
  version: 1,
  steps: [
    { id: 'company', kind: 'company', fact: 'company', optional: true },
    { id: 'reply', kind: 'long-text', optional: true, options: INSTEAD },
    {
      id: 'read',
      kind: 'choice',
      options: ['yes', 'no'],
      reads: ['reply'],
      when: (answers) => reading(answers) !== null,
      assumed: assumeRead,
      preface: (view) => [readCard(view)],
    },
    {
      id: 'happened',
      kind: 'choice',
      options: Object.keys(meanings),
      reads: ['reply', 'read'],
      when: mustSay,
    },
    {
      id: 'exactly',
      kind: 'choice',
      options: (answers) => meanings[String(answers['happened'])] ?? [],
      reads: ['reply', 'read', 'happened'],
      when: mustSay,
    },
    {
      id: 'still',
      kind: 'choice',
      options: ['open', 'said-no'],
      reads,
      when: means('pressure'),
      preface: (view) => [readCard(view)],
    },
    {
      id: 'meets',
      kind: 'choice',
      options: ['yes', 'partly', 'no', 'unsure'],
      reads,
      when: means('better-terms'),
      preface: (view) => {
        const noted = notedCard(view.opportunity, view.words);
        return [readCard(view), ...(noted ? [noted] : [])];
      },
    },
    {
      id: 'would',
      kind: 'choice',
      options: ['yes', 'no', 'unsure'],
      reads,
      when: means('persuades', 'better-terms'),
      preface: (view) => (means('persuades')(view.answers) ? [readCard(view)] : []),
    },
    {
      id: 'newDate',
      kind: 'date',
      ahead: true,
      reads,
      when: means('extends-deadline'),
      within: (answers) => (reading(answers) === null ? null : String(answers['reply'])),
      preface: (view) => [readCard(view)],
    },
    {
      id: 'next',
      kind: 'choice',
      options: (answers) => steps[meaningOf(answers) ?? ''] ?? [],
      reads,
      when: (answers) => !means('extends-deadline')(answers),
      preface: (view) => [
        ...(means(...ASKED_MORE)(view.answers) ? [] : [readCard(view)]),
        assessmentCard(view, assessPushback(view)),
      ],
    },
  ],
  conclude,
};
