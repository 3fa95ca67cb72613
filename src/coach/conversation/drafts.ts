import { readKind } from '../draft/catalogue.js';
import { checkDraft } from '../draft/check.js';
import { type Draft as Composed, composeDraft } from '../draft/compose.js';
import type { Facts } from '../draft/facts.js';
import { givenReason } from '../flows/noted.js';
import { shortOf } from '../flows/reply-kinds.js';
import type { Choice, DraftMessage, Form } from '../message.js';
import { type Action, encodeAction } from './action.js';
import { decideAgain } from './decide-again.js';
import { removable } from './removal.js';
import { showPay } from './show.js';
import type { Draft, Opportunity } from './state.js';
import { choice, nextId, preview, type Talk, text, when } from './talk.js';

/** What a button of a draft does. */
export type Deed = Extract<Action, { do: 'draft' }>['deed'];

/** What a draft is to be. */
export type Wanted = Pick<Draft, 'kind' | 'reason' | 'channel' | 'register' | 'facts'>;

/** The other ways that a draft can go out, from the one it is written for: a voicemail follows a call that nobody took (K51). */
const ways: Readonly<Record<Draft['channel'], readonly Draft['channel'][]>> = {
  email: ['phone', 'message'],
  message: ['email', 'phone'],
  phone: ['voicemail', 'email'],
  voicemail: ['phone', 'email'],
};

export const isSpoken = ({ channel }: Draft): boolean => channel === 'phone' || channel === 'voicemail';

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

export function compose(talk: Talk, opportunity: Opportunity, wanted: Wanted): Composed {
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
    // A blank that the draft check points at: better than a letter without a name.
    me: talk.state.profile.me ?? text(talk, 'drafts.no-name'),
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
export function findingsOf(
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
