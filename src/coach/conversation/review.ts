import { entryCard, logCard, reviewCard } from '../journal/cards.js';
import { entries } from '../journal/log.js';
import { patterns } from '../journal/patterns.js';
import { reasonsOverTime, reasonsPicture } from '../overview/journal.js';
import { encodeAction } from './action.js';
import { active, open } from './frames.js';
import { goOn } from './respond.js';
import { choice, say, type Talk, text, toTopic } from './talk.js';

/** How many decisions one page of the log shows. */
const PAGE = 4;

/** The career log, latest first (K99). `from` is how many are passed over. */
export function showLog(talk: Talk, from: number): void {
  const { words } = talk.context;
  const log = entries(talk.state.opportunities).reverse();
  const page = log.slice(from, from + PAGE);
  if (page.length === 0) return say(talk, 'journal.log.none');
  const codes = new Map(page.map(({ id, code }) => [id, code]));
  const more = [...codes].map(([id, code]) => ({
    label: text(talk, 'journal.buttons.entry', { code }),
    action: encodeAction({ do: 'entry', about: id }),
  }));
  talk.messages.push({
    ...logCard(page, log.length, words),
    choices: [
      ...more,
      ...(log.length > from + PAGE
        ? [choice(talk, 'journal.buttons.earlier', { do: 'log', from: from + PAGE })]
        : []),
      toTopic(talk, 'review'),
      toTopic(talk, 'plan'),
    ],
  });
}

/** The decisions about one opportunity, each with the full text of every reply that went out. */
export function showEntry(talk: Talk, about: string): void {
  const { words } = talk.context;
  const found = entries(talk.state.opportunities).filter(({ id }) => id === about);
  const last = found.at(-1);
  if (!last) return say(talk, 'conversation.gone');
  talk.messages.push(...found.slice(0, -1).map((entry) => entryCard(entry, words)), {
    ...entryCard(last, words),
    choices: [choice(talk, 'journal.buttons.feedback', { do: 'start', flow: 'feedback', about })],
  });
}

/** The quarterly look back: what the log shows, what was set out last time, and what to change (K100). */
export function startReview(talk: Talk): void {
  const log = entries(talk.state.opportunities);
  const last = log.at(-1);
  if (!last) return say(talk, 'journal.review.none');
  talk.messages.push({
    ...reviewCard(patterns(log), talk.state.profile.reviews.at(-1) ?? null, talk.context.words),
    picture: reasonsPicture(talk, reasonsOverTime(talk, log)),
  });
  if (active(talk)?.flow.id !== 'quarterly-review') open(talk, 'quarterly-review', last.id, {});
  goOn(talk);
}
