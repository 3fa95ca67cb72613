import type { Answers, Conclusion, Flow, View } from '../conversation/flow.js';
import type { Message } from '../message.js';
import { card, summary } from './cards.js';
import { takeCareCard } from './take-care.js';

const costsOf = ({ costs }: Answers): string | null => (typeof costs === 'string' ? costs : null);

/** The list of costs, the next steps, and where counsel is due (K92). */
function preface(view: View): Message[] {
  const { answers, words } = view;
  const costs = costsOf(answers);
  const items = costs === null ? [] : costs.split('\n').filter((line) => line.trim() !== '');
  const cautions = [
    ...(answers['yes'] === 'signed' ? ['contract'] : []),
    ...(costs === null ? [] : ['relied']),
    ...(answers['notice'] === 'yes' ? ['notice'] : []),
  ];
  return [
    summary(view),
    card('offer-withdrawn.card', words, words.text('coach.offer-withdrawn.card.intro'), [
      { heading: words.text('coach.offer-withdrawn.card.costs'), items },
      {
        heading: words.text('coach.offer-withdrawn.card.steps'),
        items: words.list('coach.offer-withdrawn.card.advice'),
      },
    ]),
    ...(cautions.length > 0 ? [takeCareCard(view, cautions)] : []),
  ];
}

function conclude({ answers }: View): Conclusion {
  const settled = { type: 'settled', outcome: 'rescinded' } as const;
  if (answers['next'] !== 'ask') return { events: [settled], say: String(answers['next']) };
  const preset = { kind: 'ask-reason-for-withdrawal', costs: costsOf(answers) };
  return { events: [settled], say: 'ask', next: { flow: 'reply', preset } };
}

/** The employer took the offer back (K08, K92): the reason in writing, the costs in good faith, and courtesy. */
export const offerWithdrawn: Flow = {
  id: 'offer-withdrawn',
  version: 1,
  steps: [
    { id: 'company', kind: 'company', fact: 'company', optional: true },
    { id: 'told', kind: 'choice', options: ['written', 'spoken'] },
    { id: 'yes', kind: 'choice', options: ['no', 'said', 'signed'] },
    { id: 'notice', kind: 'choice', options: ['yes', 'no', 'none'] },
    { id: 'costs', kind: 'long-text', fact: 'incurred', optional: true },
    { id: 'next', kind: 'choice', options: ['ask', 'advice', 'leave'], preface },
  ],
  conclude,
};
