import { type Assessment, assess } from '../assess/assessment.js';
import { type OfferVerdict, offerMethod } from '../assess/offer.js';
import {
  type Answers,
  type Conclusion,
  chosen,
  type Flow,
  noEnding,
  type View,
} from '../conversation/flow.js';
import { assessmentCard, summary } from './cards.js';
import { contractStep, isMoving, mobilityCards, moveStep } from './mobility.js';

const terms = { group: 'terms', optional: true } as const;
const moving = { group: 'moving', optional: true, reads: ['move'], when: isMoving } as const;
const hasAlternative = (answers: Answers): boolean => answers['alternatives'] !== 'nothing';
const hasOneGap = (answers: Answers): boolean =>
  ['pay', 'time-place', 'move'].includes(String(answers['gap']));

/** What the rules make of an offer so far. */
export function assessOffer(answers: Answers): Assessment<OfferVerdict> {
  return assess(offerMethod, chosen(answers));
}

function conclude({ answers }: View): Conclusion {
  const decision = String(answers['decision']);
  switch (decision) {
    case 'accept':
      return followUp('accept', 'accept-offer');
    case 'negotiate':
      return followUp('negotiate', 'negotiate');
    case 'ask-for-time':
      return followUp('ask-for-time', 'ask-for-time');
    case 'decline':
      return { events: [], next: { flow: 'before-no', preset: { kind: 'decline-offer' } } };
    case 'later':
      return { events: [], next: { flow: 'decide-by', preset: {} } };
    default:
      throw noEnding('offer', decision);
  }
}

function followUp(decision: 'accept' | 'negotiate' | 'ask-for-time', kind: string): Conclusion {
  return { events: [{ type: 'decided', decision }], next: { flow: 'reply', preset: { kind } } };
}

/** Offer in hand: the seven-step decision roadmap (K11–K20), up to the decision; `reply` does the rest. */
export const offer: Flow = {
  id: 'offer',
  version: 1,
  steps: [
    { id: 'company', kind: 'company', fact: 'company', optional: true },
    { id: 'deadline', kind: 'date', fact: 'deadline', ahead: true, optional: true },
    { id: 'role', kind: 'text', fact: 'role', ...terms },
    { id: 'pay', kind: 'pay', fact: 'pay', ...terms },
    { id: 'extras', kind: 'text', fact: 'extras', ...terms },
    { id: 'duties', kind: 'text', fact: 'duties', ...terms },
    { id: 'start', kind: 'date', fact: 'start', ...terms },
    { id: 'place', kind: 'text', fact: 'place', ...terms },
    { ...contractStep, ...terms },
    { ...moveStep, ...terms },
    { id: 'promises', kind: 'text', fact: 'promises', ...terms },
    { id: 'written', kind: 'choice', fact: 'written', options: ['yes', 'partly', 'no'], ...terms },
    { id: 'goals', kind: 'choice', fact: 'goals', options: ['forward', 'sideways', 'away', 'unsure'] },
    {
      id: 'mobility',
      kind: 'choice',
      fact: 'mobility',
      options: ['fits', 'strains', 'clashes'],
      group: 'moving',
    },
    { id: 'papers', kind: 'choice', fact: 'papers', options: ['nothing', 'filed'], ...moving },
    {
      id: 'unsettled',
      kind: 'choice',
      fact: 'unsettled',
      options: ['none', 'housing', 'language', 'family', 'clash'],
      ...moving,
    },
    {
      id: 'alternatives',
      kind: 'choice',
      fact: 'alternatives',
      options: ['present-job', 'another-offer', 'in-progress', 'nothing'],
    },
    {
      id: 'compare',
      kind: 'choice',
      fact: 'compare',
      options: ['better', 'same', 'worse', 'unsure'],
      reads: ['alternatives'],
      when: hasAlternative,
    },
    { id: 'people', kind: 'choice', fact: 'people', options: ['fit', 'mixed', 'clash', 'unsure'] },
    {
      id: 'warning',
      kind: 'choice',
      fact: 'warning',
      options: ['none', 'distrust', 'legal-money', 'timing-visa', 'unsure'],
    },
    { id: 'gap', kind: 'choice', fact: 'gap', options: ['none', 'pay', 'time-place', 'move', 'several'] },
    {
      id: 'bends',
      kind: 'choice',
      fact: 'bends',
      options: ['yes', 'no', 'unknown'],
      reads: ['gap'],
      when: hasOneGap,
    },
    {
      id: 'decision',
      kind: 'choice',
      options: ['accept', 'negotiate', 'ask-for-time', 'decline', 'later'],
      preface: (view) => [
        summary(view),
        assessmentCard(view, assessOffer(view.answers)),
        ...mobilityCards(view),
      ],
    },
  ],
  conclude,
};
