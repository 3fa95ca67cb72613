import { type Chosen, is, type Method } from './assessment.js';

/** `advice`: somebody who knows the law or the person is asked first, and soon. */
export type AcceptedVerdict = 'rescind' | 'keep' | 'advice';

/** The rules for a yes that is regretted (K91, K93): what can be mended is not broken, what is signed or filed is asked about first. */
function decide(chosen: Chosen): AcceptedVerdict {
  if (is('sure', 'no')(chosen) || is('mends', 'yes')(chosen)) return 'keep';
  if (is('how', 'signed')(chosen) || is('move', 'filed')(chosen)) return 'advice';
  return is('sure', 'unsure')(chosen) ? 'advice' : 'rescind';
}

export const acceptedMethod: Method<AcceptedVerdict> = {
  topic: 'accepted',
  domain: {
    sure: ['yes', 'no', 'unsure'],
    mends: ['yes', 'no', 'unsure'],
    how: ['spoken', 'written', 'signed'],
    move: ['none', 'planned', 'filed'],
  },
  decide,
  reasons: [
    { id: 'passing', speaksFor: 'keep', when: is('sure', 'no') },
    { id: 'could-be-mended', speaksFor: 'keep', when: is('mends', 'yes') },
    { id: 'notice-given', speaksFor: 'keep', when: is('notice', 'yes') },
    { id: 'signed', speaksFor: 'advice', when: is('how', 'signed') },
    { id: 'filed', speaksFor: 'advice', when: is('move', 'filed') },
    { id: 'unsure', speaksFor: 'advice', when: is('sure', 'unsure') },
    { id: 'mends-unsure', speaksFor: 'advice', when: is('mends', 'unsure') },
    { id: 'sure', speaksFor: 'rescind', when: is('sure', 'yes') },
    { id: 'not-signed', speaksFor: 'rescind', when: is('how', 'spoken', 'written') },
    { id: 'not-filed', speaksFor: 'rescind', when: is('move', 'planned') },
    { id: 'not-mended', speaksFor: 'rescind', when: is('mends', 'no') },
  ],
};
