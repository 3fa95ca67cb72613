import { type Chosen, is, type Method } from './assessment.js';

/** `find-out`: something that matters is not known yet; ask for time and ask. */
export type OfferVerdict = 'accept' | 'negotiate' | 'find-out' | 'decline';

const clash = (chosen: Chosen): boolean =>
  is('people', 'clash')(chosen) ||
  is('warning', 'distrust', 'legal-money', 'timing-visa')(chosen) ||
  is('goals', 'away')(chosen) ||
  is('mobility', 'clashes')(chosen) ||
  is('move', 'refused')(chosen);

const unknown = (chosen: Chosen): boolean =>
  is('people', 'unsure')(chosen) ||
  is('warning', 'unsure')(chosen) ||
  is('goals', 'unsure')(chosen) ||
  is('move', 'vague')(chosen);

const oneTerm = is('gap', 'pay', 'time-place', 'move');

/** The rules of the decision roadmap (K18 negotiate, K19 decline at once, K20 accept; K93 a vague word on a visa is asked about first). */
function decide(chosen: Chosen): OfferVerdict {
  if (clash(chosen)) return 'decline';
  if (unknown(chosen)) return 'find-out';
  if (oneTerm(chosen)) {
    if (!is('bends', 'no')(chosen)) return 'negotiate';
    return is('compare', 'worse', 'same')(chosen) ? 'decline' : 'accept';
  }
  if (is('gap', 'several')(chosen)) return is('compare', 'worse', 'same')(chosen) ? 'decline' : 'find-out';
  if (is('compare', 'worse')(chosen)) return 'decline';
  if (is('compare', 'unsure')(chosen)) return 'find-out';
  return is('goals', 'sideways')(chosen) && is('people', 'mixed')(chosen) ? 'find-out' : 'accept';
}

export const offerMethod: Method<OfferVerdict> = {
  topic: 'offer',
  domain: {
    people: ['fit', 'mixed', 'clash', 'unsure'],
    goals: ['forward', 'sideways', 'away', 'unsure'],
    warning: ['none', 'distrust', 'legal-money', 'timing-visa', 'unsure'],
    mobility: ['fits', 'strains', 'clashes'],
    move: ['none', 'clear', 'vague', 'refused', 'zones'],
    gap: ['none', 'pay', 'time-place', 'move', 'several'],
    bends: ['yes', 'no', 'unknown'],
    compare: ['better', 'same', 'worse', 'unsure'],
  },
  decide,
  reasons: [
    { id: 'people-clash', speaksFor: 'decline', when: is('people', 'clash') },
    { id: 'goals-away', speaksFor: 'decline', when: is('goals', 'away') },
    { id: 'distrust', speaksFor: 'decline', when: is('warning', 'distrust') },
    { id: 'legal-money', speaksFor: 'decline', when: is('warning', 'legal-money') },
    { id: 'timing-visa', speaksFor: 'decline', when: is('warning', 'timing-visa') },
    { id: 'mobility-clashes', speaksFor: 'decline', when: is('mobility', 'clashes') },
    { id: 'move-refused', speaksFor: 'decline', when: is('move', 'refused') },
    { id: 'alternative-better', speaksFor: 'decline', when: is('compare', 'worse') },
    {
      id: 'will-not-bend',
      speaksFor: 'decline',
      when: (chosen) => oneTerm(chosen) && is('bends', 'no')(chosen),
    },
    { id: 'several-gaps', speaksFor: 'decline', when: is('gap', 'several') },
    { id: 'people-unsure', speaksFor: 'find-out', when: is('people', 'unsure') },
    { id: 'goals-unsure', speaksFor: 'find-out', when: is('goals', 'unsure') },
    { id: 'warning-unsure', speaksFor: 'find-out', when: is('warning', 'unsure') },
    { id: 'move-vague', speaksFor: 'find-out', when: is('move', 'vague') },
    { id: 'compare-unsure', speaksFor: 'find-out', when: is('compare', 'unsure') },
    {
      id: 'sideways-and-mixed',
      speaksFor: 'find-out',
      when: (chosen) => is('goals', 'sideways')(chosen) && is('people', 'mixed')(chosen),
    },
    {
      id: 'which-terms-move',
      speaksFor: 'find-out',
      when: (chosen) => is('gap', 'several')(chosen) && !is('compare', 'worse', 'same')(chosen),
    },
    { id: 'one-term', speaksFor: 'negotiate', when: oneTerm },
    { id: 'bends', speaksFor: 'negotiate', when: is('bends', 'yes') },
    { id: 'may-bend', speaksFor: 'negotiate', when: is('bends', 'unknown') },
    { id: 'no-gap', speaksFor: 'accept', when: is('gap', 'none') },
    { id: 'goals-forward', speaksFor: 'accept', when: is('goals', 'forward') },
    { id: 'people-fit', speaksFor: 'accept', when: is('people', 'fit') },
    { id: 'best-there-is', speaksFor: 'accept', when: is('compare', 'better') },
    { id: 'no-alternative', speaksFor: 'accept', when: is('alternatives', 'nothing') },
  ],
};
