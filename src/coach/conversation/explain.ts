import { card } from '../flows/cards.js';
import { compose } from './drafts.js';
import { asks } from './questions.js';
import { goOn } from './respond.js';
import type { Draft, Opportunity } from './state.js';
import { say, type Talk, text } from './talk.js';

/** Each part of a draft with the reason it is there. */
export function explainDraft(talk: Talk, opportunity: Opportunity, draft: Draft): void {
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
