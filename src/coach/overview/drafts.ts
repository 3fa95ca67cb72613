import { encodeAction } from '../conversation/action.js';
import type { Draft, Opportunity } from '../conversation/state.js';
import { type Talk, text, when } from '../conversation/talk.js';
import { kindOf } from '../journal/cards.js';
import type { Choice } from '../message.js';
import type { Local } from '../remind/calendar.js';
import { naming } from './name.js';
import { type Part, part } from './part.js';

export interface DraftItem {
  readonly id: string;
  /** The opportunity's id. */
  readonly about: string;
  /** "No to an offer" */
  readonly what: string;
  readonly sentAt: Local | null;
  /** "sent on Friday, 27 November 2026, 9:00 AM" or "not marked as sent" */
  readonly when: string;
  readonly line: string;
  /** Shows it in the conversation, with all that can be done with it. */
  readonly open: Choice;
}

/** Latest first. */
export function draftPart(talk: Talk): Part<DraftItem> {
  const all = talk.state.opportunities.flatMap((one) => one.drafts.map((draft) => [one, draft] as const));
  const latest = all.toSorted(([, one], [, other]) => numberOf(other) - numberOf(one));
  return part(talk, 'drafts', 'drafts', latest, ([one, draft]) => itemOf(talk, one, draft));
}

/** Ids are given in order: d3 before d12. */
const numberOf = ({ id }: Draft): number => Number(id.slice(1));

function itemOf(talk: Talk, opportunity: Opportunity, draft: Draft): DraftItem {
  const { id, kind, channel, sentAt } = draft;
  const what = kindOf(kind, talk.context.words);
  const { about, title } = naming(talk, opportunity);
  const sent =
    sentAt === null
      ? text(talk, 'overview.draft.unsent')
      : text(talk, 'overview.draft.sent', { date: when(talk, sentAt) });
  const how = text(talk, `journal.channels.${channel}`);
  return {
    id,
    about,
    what,
    sentAt,
    when: sent,
    line: text(talk, 'overview.draft.line', { what, how, title, when: sent }),
    open: {
      label: text(talk, 'overview.draft.button', { what }),
      action: encodeAction({ do: 'draft', draft: id, deed: 'show' }),
    },
  };
}
