import { shortOf } from '../flows/reply-kinds.js';
import { sayFindings } from './check-text.js';
import { type Deed, findDraft, findingsOf, newDraft, showDraft } from './drafts.js';
import { explainDraft } from './explain.js';
import { followUp, sent } from './sending.js';
import type { Draft, Opportunity } from './state.js';
import { nextId, say, type Talk, text } from './talk.js';

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
