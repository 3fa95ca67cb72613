import type { Answers, View } from '../conversation/flow.js';
import { noLegalAdvice } from '../evidence/law.js';
import type { CardMessage } from '../message.js';
import type { Words } from '../words.js';
import { card } from './cards.js';
import { takeCareCard } from './take-care.js';

/** With whom the contract is, and how a visa or a move stands (K93): asked in every flow where a yes may hang on it. */
export const contractStep = {
  id: 'contract',
  kind: 'choice',
  fact: 'contract',
  options: ['direct', 'agency', 'contractor', 'unsaid'],
  anew: true,
} as const;
export const moveStep = {
  id: 'move',
  kind: 'choice',
  fact: 'interviewed.move',
  options: ['none', 'clear', 'vague', 'refused', 'zones'],
  anew: true,
} as const;

/** The questions that a person can ask, by what is open. */
type Topic = 'contract' | 'move' | 'zones';

const byAnswer: Readonly<Record<string, Readonly<Record<string, { weigh: string; topic?: Topic }>>>> = {
  contract: {
    agency: { weigh: 'agency', topic: 'contract' },
    contractor: { weigh: 'agency', topic: 'contract' },
    unsaid: { weigh: 'unsaid', topic: 'contract' },
  },
  move: {
    vague: { weigh: 'vague', topic: 'move' },
    refused: { weigh: 'refused' },
    zones: { weigh: 'zones', topic: 'zones' },
  },
  unsettled: {
    housing: { weigh: 'housing', topic: 'move' },
    language: { weigh: 'language', topic: 'move' },
    family: { weigh: 'family', topic: 'move' },
    clash: { weigh: 'clash' },
  },
};

/** Questions about the contract, the visa or the move, and the hours, ready to be sent or said. */
export const questionsAbout = (topic: string, words: Words): CardMessage['sections'][number] => ({
  heading: words.text(`coach.interviewed.questions.headings.${topic}`),
  items: words.list(`coach.interviewed.questions.about.${topic}`),
});

/**
 * What to weigh and to ask where the contract is not with the employer, or a visa, a move or fixed hours are part of
 * it (K93), and where the law may be touched. Nothing where none of these is.
 */
export function mobilityCards(view: View): CardMessage[] {
  const { answers, words } = view;
  const met = Object.entries(byAnswer).flatMap(([step, known]) => known[String(answers[step])] ?? []);
  const topics = [...new Set(met.flatMap(({ topic }) => topic ?? []))];
  const weighed = card('mobility', words, words.text('coach.mobility.text'), [
    {
      heading: words.text('coach.mobility.heading'),
      items: met.map(({ weigh }) => words.text(`coach.mobility.weigh.${weigh}`)),
    },
    ...topics.map((topic) => questionsAbout(topic, words)),
    { heading: words.text('coach.take-care.about'), items: [noLegalAdvice(view)] },
  ]);
  const papers = { nothing: 'planned', filed: 'filed' }[String(answers['papers'])];
  return [...(met.length > 0 ? [weighed] : []), ...(papers ? [takeCareCard(view, [papers])] : [])];
}

/** Whether somebody's visa or home is to change: then more is asked about it. */
export const isMoving = ({ move }: Answers): boolean => move === 'clear' || move === 'vague';
