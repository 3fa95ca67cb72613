import { readKind } from '../draft/catalogue.js';
import { checkDraft } from '../draft/check.js';
import { type Draft as Composed, composeDraft } from '../draft/compose.js';
import type { Facts } from '../draft/facts.js';
import { card } from '../flows/cards.js';
import { givenReason } from '../flows/noted.js';
import { shortOf } from '../flows/reply-kinds.js';
import type { Choice, DraftMessage, Form } from '../message.js';
import { type Action, encodeAction } from './action.js';
import { sayFindings } from './check-text.js';
import { close } from './close.js';
import { decideAgain } from './decide-again.js';
import { open } from './frames.js';
import { offerCalendar } from './privacy.js';
import { forgetNoAnswer, promiseAfterSending, promiseDecideBy } from './promises.js';
import { asks } from './questions.js';
import { removable } from './removal.js';
import { goOn } from './respond.js';
import { showPay } from './show.js';
import type { Draft, Opportunity } from './state.js';
import { choice, nextId, preview, say, type Talk, text, today, when } from './talk.js';

type Deed = Extract<Action, { do: 'draft' }>['deed'];
type Wanted = Pick<Draft, 'kind' | 'reason' | 'channel' | 'register' | 'facts'>;

/** What each kind of reply leads to once it is sent. Kinds without an entry leave things open. */
const outcomes: Readonly<Record<string, Opportunity['outcome']>> = {
  'accept-offer': 'accepted',
  'decline-offer': 'declined',
  'decline-offer-short': 'declined',
  'decline-counteroffer': 'declined',
  'rescind-acceptance': 'rescinded',
  'stay-decline-new-employer': 'rescinded',
  negotiate: 'negotiating',
  'name-the-change': 'negotiating',
  reconnect: 'reconnected',
  'decline-invitation': 'declined',
  'decline-invitation-short': 'declined',
  'decline-invitation-referring': 'declined',
  withdraw: 'withdrew',
  'withdraw-short': 'withdrew',
};

/** Kinds that repeat or explain a no: where none was filed yet, they are the no. */
const restating: readonly string[] = ['answer-why', 'stand-by-decision', 'final-no'];

/** What the person said no to, by the kind of the reply: it decides when to get back in touch (K102). */
const declined: Readonly<Record<string, 'invitation' | 'offer'>> = {
  'decline-invitation': 'invitation',
  'decline-invitation-short': 'invitation',
  'decline-invitation-referring': 'invitation',
  withdraw: 'invitation',
  'withdraw-short': 'invitation',
  'decline-offer': 'offer',
  'decline-offer-short': 'offer',
  'rescind-acceptance': 'offer',
  'stay-decline-new-employer': 'offer',
};

/** What the line in writing after a call restates, by the kind of the call (K57). Other kinds are confirmed by their own email. */
const afterCall: Readonly<Record<string, string>> = {
  'decline-offer': 'declined-offer',
  'decline-counteroffer': 'declined-counteroffer',
  'stay-decline-new-employer': 'rescinded-acceptance',
  'rescind-acceptance': 'rescinded-acceptance',
  'decline-invitation': 'declined-invitation',
  withdraw: 'withdrew',
};

/** The other ways that a draft can go out, from the one it is written for: a voicemail follows a call that nobody took (K51). */
const ways: Readonly<Record<Draft['channel'], readonly Draft['channel'][]>> = {
  email: ['phone', 'message'],
  message: ['email', 'phone'],
  phone: ['voicemail', 'email'],
  voicemail: ['phone', 'email'],
};

const isSpoken = ({ channel }: Draft): boolean => channel === 'phone' || channel === 'voicemail';

/** Composes a reply and keeps it with the opportunity. */
export function newDraft(talk: Talk, opportunity: Opportunity, wanted: Wanted): Draft {
  const { subjects, text: body } = compose(talk, opportunity, wanted);
  const draft: Draft = {
    ...wanted,
    id: nextId(talk, 'd'),
    subjects: [...subjects],
    body,
    edited: false,
    sentAt: null,
  };
  opportunity.drafts.push(draft);
  return draft;
}

function compose(talk: Talk, opportunity: Opportunity, wanted: Wanted): Composed {
  const { kind, reason, channel, register } = wanted;
  const { culture } = talk.state.profile;
  const facts = factsFor(talk, opportunity, wanted);
  return composeDraft({ kind, reason, channel, register, culture, facts }, talk.context.words);
}

/** What the draft may say: what was told for it alone, and what is known of the opportunity. */
function factsFor(talk: Talk, { facts }: Opportunity, { kind, facts: told }: Wanted): Facts {
  const { words } = talk.context;
  const fact = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const date = (value: unknown): string | null => (typeof value === 'string' ? when(talk, value) : null);
  const { pay, incurred } = facts;
  const { until, again, ...rest } = told;
  return {
    ...rest,
    me: talk.state.profile.me,
    name: fact(facts['contact']),
    company: fact(kind === 'stay-decline-new-employer' ? facts['newCompany'] : facts['company']),
    role: fact(facts['role']),
    date: date(until ?? again),
    start: date(facts['start']),
    met: fact(facts['met']),
    costs: typeof incurred === 'string' ? inOneLine(incurred, words.locale) : null,
    amount: pay && typeof pay === 'object' && kind === 'accept-offer' ? showPay(pay, words) : null,
  };
}

/** Lines as an enumeration: "a flight, two nights, and one month of rent". */
function inOneLine(lines: string, locale: string): string {
  const items = lines.split(/[\n;]+/u).map((line) => line.replace(/^[\s\-–•*]+|[\s.,]+$/gu, ''));
  return new Intl.ListFormat(locale).format(items.filter((item) => item !== ''));
}

/** The draft with its findings and all that can be done with it. */
export function showDraft(talk: Talk, opportunity: Opportunity, draft: Draft, lead: string): void {
  const parts = draft.edited ? [] : compose(talk, opportunity, draft).parts;
  const message: DraftMessage = {
    kind: 'draft',
    key: `drafts.${draft.kind}`,
    preview: preview(talk, 'draft'),
    draft: draft.id,
    title: lead,
    subjects: draft.subjects,
    body: draft.body,
    parts: parts.map(({ text, why }) => ({ text, why })),
    findings: findingsOf(talk, opportunity, draft),
    ...(parts.length > 0 && {
      explain: choice(talk, 'drafts.buttons.why', { do: 'draft', draft: draft.id, deed: 'why' }),
    }),
    edit: encodeAction({ do: 'draft', draft: draft.id, deed: 'edit' }),
    choices: [...draftChoices(talk, opportunity, draft), ...decideAgain(talk, opportunity)],
  };
  talk.messages.push(message);
}

/** What the draft check notices in a draft as it stands. */
function findingsOf(
  talk: Talk,
  opportunity: Opportunity,
  { body, channel, kind }: Draft,
): DraftMessage['findings'] {
  const { company } = opportunity.facts;
  const known = { company: typeof company === 'string' ? company : null };
  const letter = { text: body, channel, kind, earlierReason: givenReason(opportunity), known };
  return checkDraft(letter, talk.context.words).map(({ quote, advice }) => ({ quote, advice }));
}

/** The draft as a form with one field, under what the check noticed; null when there is no such draft. */
export function draftForm(talk: Talk, id: string): Form | null {
  const found = findDraft(talk, id);
  if (!found) return null;
  const { opportunity, draft } = found;
  const noticed = findingsOf(talk, opportunity, draft).map(({ quote, advice }) =>
    text(talk, quote.trim() === '' ? 'forms.draft.checked' : 'forms.draft.quoted', {
      quote: quote.trim(),
      advice,
    }),
  );
  return {
    title: text(talk, 'forms.draft.title'),
    notes: noticed,
    fields: [
      {
        id: 'text',
        label: text(talk, 'forms.draft.text'),
        required: true,
        field: 'long-text',
        options: [],
        value: draft.body,
      },
    ],
    submit: choice(talk, 'forms.draft.submit', { do: 'draft', draft: id, deed: 'edit' }),
  };
}

/** Each part of a draft with the reason it is there. */
function explainDraft(talk: Talk, opportunity: Opportunity, draft: Draft): void {
  if (draft.edited) say(talk, 'drafts.why.own-words');
  else {
    const { parts } = compose(talk, opportunity, draft);
    const sections = parts.map(({ text: said, why }) => ({ heading: said, items: [why] }));
    talk.messages.push(card('drafts.why', talk.context.words, text(talk, 'drafts.why.text'), sections));
  }
  if (!talk.state.paused) goOn(talk);
}

/** "Why this sentence?" of the latest draft. False when it is no such question, or there is no draft. */
export function asksAboutWords(talk: Talk, typed: string): boolean {
  const { words } = talk.context;
  const opportunity = talk.state.opportunities.findLast(({ drafts }) => drafts.length > 0);
  const draft = opportunity?.drafts.at(-1);
  if (!opportunity || !draft || !asks(typed, words.group('coach.drafts.why')['match'] as readonly string[]))
    return false;
  explainDraft(talk, opportunity, draft);
  return true;
}

function draftChoices(talk: Talk, opportunity: Opportunity, draft: Draft): Choice[] {
  const deed = (name: Deed, style?: Choice['style']): Choice =>
    choice(talk, `drafts.buttons.${name}`, { do: 'draft', draft: draft.id, deed: name }, style);
  const channels = readKind(draft.kind, talk.context.words).channels;
  const done = { email: 'sent', message: 'sent', phone: 'called', voicemail: 'left' }[draft.channel];
  return [
    choice(talk, `drafts.buttons.${done}`, { do: 'draft', draft: draft.id, deed: 'sent' }, 'primary'),
    deed('edit'),
    ...(['warm', 'formal', 'brief'] as const)
      .filter((register) => register !== draft.register)
      .map((register) => deed(register)),
    ...(shortOf[draft.kind] !== undefined && !isSpoken(draft) ? [deed('short')] : []),
    deed('check'),
    ...ways[draft.channel].filter((way) => channels.includes(way)).map((way) => deed(way)),
    ...(draft.channel === 'phone' && draft.kind !== 'accept-offer'
      ? [
          choice(talk, 'conversation.buttons.rehearse', {
            do: 'start',
            flow: 'rehearse',
            about: opportunity.id,
          }),
        ]
      : []),
    ...removable(talk),
  ];
}

export function findDraft(talk: Talk, id: string): { opportunity: Opportunity; draft: Draft } | null {
  for (const opportunity of talk.state.opportunities) {
    const draft = opportunity.drafts.find((one) => one.id === id);
    if (draft) return { opportunity, draft };
  }
  return null;
}

/** A button of a draft. `value` is the new text where the channel lets the person edit in place. */
export function onDraft(talk: Talk, id: string, deed: Deed, value?: string): void {
  const found = findDraft(talk, id);
  if (!found) return say(talk, 'conversation.gone');
  const { opportunity, draft } = found;
  switch (deed) {
    case 'show':
      return showDraft(talk, opportunity, draft, text(talk, 'drafts.again'));
    case 'edit':
      if (value !== undefined) return editDraft(talk, id, value);
      talk.state.expecting = { type: 'draft-text', draft: id };
      return say(talk, 'drafts.edit');
    case 'formal':
    case 'warm':
    case 'brief':
      return rewrite(talk, opportunity, { ...draft, register: deed });
    case 'phone':
    case 'voicemail':
    case 'email':
    case 'message':
      return rewrite(talk, opportunity, { ...draft, channel: deed });
    case 'short':
      return rewrite(talk, opportunity, { ...draft, kind: shortOf[draft.kind] ?? draft.kind });
    case 'sent':
      return sent(talk, opportunity, draft);
    case 'check':
      return sayFindings(talk, findingsOf(talk, opportunity, draft));
    case 'why':
      return explainDraft(talk, opportunity, draft);
    case 'follow-up':
      return followUp(talk, opportunity, draft);
  }
}

/** The last message once more, word for word; more than one confirmation is not owed (K88). */
export function repeatDraft(talk: Talk, opportunity: Opportunity): void {
  const last = opportunity.drafts.findLast((one) => one.sentAt !== null);
  if (!last) {
    open(talk, 'reply', opportunity.id, {});
    return goOn(talk, text(talk, 'drafts.nothing-sent'));
  }
  if (timesSent(opportunity, last.kind) > 1) return say(talk, 'drafts.confirmed-once');
  const draft: Draft = { ...last, id: nextId(talk, 'd'), sentAt: null };
  opportunity.drafts.push(draft);
  showDraft(talk, opportunity, draft, text(talk, 'drafts.once-more'));
}

const timesSent = ({ drafts }: Opportunity, kind: string): number =>
  drafts.filter((draft) => draft.kind === kind && draft.sentAt !== null).length;

/** Another tone or channel is another draft: the one that the person edited stays as it is. */
function rewrite(talk: Talk, opportunity: Opportunity, wanted: Draft): void {
  const { kind, reason, channel, register, facts } = wanted;
  talk.state.profile.register = register;
  showDraft(
    talk,
    opportunity,
    newDraft(talk, opportunity, { kind, reason, channel, register, facts }),
    text(talk, 'drafts.rewritten'),
  );
}

/** The person's own words replace the draft, as they are. */
export function editDraft(talk: Talk, id: string, body: string): void {
  const found = findDraft(talk, id);
  talk.state.expecting = null;
  if (!found) return say(talk, 'conversation.gone');
  const { opportunity, draft } = found;
  if (body.trim() === '') return showDraft(talk, opportunity, draft, text(talk, 'drafts.empty'));
  const { message } = talk;
  const edited = { body: body.trim(), edited: true, ...(message !== null && { message }) };
  if (draft.sentAt === null) {
    Object.assign(draft, edited);
    return showDraft(talk, opportunity, draft, text(talk, 'drafts.edited'));
  }
  // What was sent stays filed as it was; the new words are another message.
  const another: Draft = { ...draft, ...edited, id: nextId(talk, 'd'), sentAt: null };
  opportunity.drafts.push(another);
  showDraft(talk, opportunity, another, text(talk, 'drafts.edited-after-sending'));
}

/** The person has sent it, or made the call: what they sent is what is filed. */
function sent(talk: Talk, opportunity: Opportunity, draft: Draft): void {
  if (draft.sentAt !== null) return say(talk, 'drafts.already-sent', { at: when(talk, draft.sentAt) });
  draft.sentAt = today(talk);
  const stands = opportunity.outcome !== null && opportunity.outcome !== 'negotiating';
  const restated = restating.includes(draft.kind) && !stands ? 'declined' : opportunity.outcome;
  const outcome = outcomes[draft.kind] ?? restated;
  if (outcome !== opportunity.outcome && opportunity.outcome !== null) close(opportunity, outcome, draft.id);
  opportunity.outcome = outcome;
  const called = isSpoken(draft);
  const settled = ['accepted', 'declined', 'withdrew', 'rescinded'].includes(opportunity.outcome ?? '');
  promiseAfterSending(talk, opportunity, { kind: draft.kind, called, settled });
  if (timesSent(opportunity, draft.kind) > 1) forgetNoAnswer(talk, opportunity);
  if (called) {
    say(talk, draft.channel === 'phone' ? 'drafts.called' : 'drafts.left', {}, [
      choice(
        talk,
        'drafts.buttons.follow-up',
        { do: 'draft', draft: draft.id, deed: 'follow-up' },
        'primary',
      ),
    ]);
  } else {
    const own = `drafts.sent.${draft.kind}`;
    const { id } = opportunity;
    const tookBack = draft.kind === 'rescind-acceptance' || draft.reason === 'rescinded-acceptance';
    say(talk, talk.context.words.has(`coach.${own}`) ? own : 'drafts.sent.other', {}, [
      choice(talk, 'conversation.buttons.answered', { do: 'start', flow: 'pushback', about: id }),
      ...(tookBack
        ? [choice(talk, 'drafts.buttons.look-back', { do: 'start', flow: 'look-back', about: id })]
        : []),
    ]);
  }
  offerCalendar(talk, opportunity);
  const until = draft.facts['until'];
  if (draft.kind === 'hold' && until !== undefined) {
    // The day that was named is the day to decide by.
    opportunity.decision = null;
    opportunity.decidedAt = null;
    promiseDecideBy(talk, opportunity, until);
  }
  const after = declined[draft.kind];
  if (after !== undefined && !asksToStayInTouch(talk, opportunity))
    open(talk, 'stay-in-touch', opportunity.id, { after });
  if (!talk.state.paused) goOn(talk);
}

function asksToStayInTouch(talk: Talk, { id, facts }: Opportunity): boolean {
  const isAsking = talk.state.frames.some(({ flow, about }) => flow === 'stay-in-touch' && about === id);
  return isAsking || facts['interest'] !== undefined;
}

/** After a call: the same decision in a short email, the same day (K49, K57). After a voicemail nobody has talked yet: the whole email (K51). */
function followUp(talk: Talk, opportunity: Opportunity, draft: Draft): void {
  const restates = draft.channel === 'phone' ? afterCall[draft.kind] : undefined;
  const { reason, register, facts } = draft;
  const wanted: Wanted =
    restates === undefined
      ? { kind: draft.kind, reason, channel: 'email', register, facts }
      : { kind: 'follow-up-after-call', reason: restates, channel: 'email', register, facts: {} };
  showDraft(talk, opportunity, newDraft(talk, opportunity, wanted), text(talk, 'drafts.ready'));
}
