import type { Answers } from '../conversation/flow.js';
import type { CardMessage } from '../message.js';
import type { Words } from '../words.js';
import { card } from './cards.js';

/** The answers that say that family, a move or a second career weighs, by flow; `comparison` weighs places anyway. */
const weighing: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  invited: { logistics: ['strains', 'clashes'], move: ['clear', 'vague', 'refused'] },
  offer: {
    mobility: ['strains', 'clashes'],
    move: ['clear', 'vague', 'refused'],
    warning: ['timing-visa'],
    gap: ['move'],
  },
  counteroffer: { newMove: ['here', 'vague', 'filed'] },
  accepted: { move: ['planned', 'vague', 'filed'], why: ['move'] },
  interviewed: { move: ['clear', 'vague', 'refused', 'zones'], doubt: ['move'] },
};

/** Whether the decision touches others, so that they are worth asking (K37). */
export function touchesOthers(flow: string, answers: Answers): boolean {
  if (flow === 'comparison') return true;
  return Object.entries(weighing[flow] ?? {}).some(([step, weighty]) =>
    weighty.includes(String(answers[step])),
  );
}

/** Whom to bring in, and the questions to take to each (K37). */
export function bringInCard(words: Words): CardMessage {
  const key = 'bring-in';
  return card(
    key,
    words,
    words.text(`coach.${key}.text`),
    ['home', 'been-there', 'adviser'].map((who) => ({
      heading: words.text(`coach.${key}.who.${who}`),
      items: words.list(`coach.${key}.questions.${who}`),
    })),
  );
}
