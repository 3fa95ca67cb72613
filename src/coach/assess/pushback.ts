import { type Chosen, is, type Method } from './assessment.js';

/** What an employer's answer calls for (K85–K90). */
export type PushbackVerdict =
  | 'leave'
  | 'say-why'
  | 'firm'
  | 'final'
  | 'open'
  | 'pause'
  | 'weigh'
  | 'ask-details'
  | 'boundary'
  | 'feedback'
  | 'written'
  | 'decide';

const both =
  (...rules: readonly ((chosen: Chosen) => boolean)[]) =>
  (chosen: Chosen): boolean =>
    rules.every((rule) => rule(chosen));

/** Once is an answer; what is said again is said shorter, and closes (K66, K67). */
const again = (chosen: Chosen): PushbackVerdict => (is('stood', 'yes')(chosen) ? 'final' : 'firm');

/** K90: whoever would not say yes even then has nothing to ask for. */
function onTerms(chosen: Chosen): PushbackVerdict {
  if (is('would', 'no')(chosen)) return again(chosen);
  if (is('meets', 'yes', 'unsure')(chosen)) return 'weigh';
  return is('would', 'yes')(chosen) ? 'open' : 'pause';
}

/** The rules of pushback; `meaning` is what they wrote, `stood` whether the person stood by the decision before. */
function decide(chosen: Chosen): PushbackVerdict {
  switch (chosen['meaning']) {
    case 'asks-why':
      return 'say-why';
    case 'asks-feedback':
      return 'feedback';
    case 'persuades':
    case 'better-terms':
      return onTerms(chosen);
    case 'other-role':
      return 'ask-details';
    case 'pressure':
      return is('still', 'open')(chosen) ? 'boundary' : again(chosen);
    case 'rescinds-offer':
      return 'written';
    case 'refuses-extension':
      return 'decide';
    default:
      return 'leave';
  }
}

const means = (meaning: string) => is('meaning', meaning);

export const pushbackMethod: Method<PushbackVerdict> = {
  topic: 'pushback',
  domain: {
    would: ['yes', 'no', 'unsure'],
    meets: ['yes', 'partly', 'no', 'unsure'],
    still: ['open', 'said-no'],
  },
  decide,
  reasons: [
    { id: 'acknowledged', speaksFor: 'leave', when: means('acknowledged') },
    { id: 'silence', speaksFor: 'leave', when: means('no-answer') },
    { id: 'a-question', speaksFor: 'say-why', when: means('asks-why') },
    { id: 'asked-for-feedback', speaksFor: 'feedback', when: means('asks-feedback') },
    { id: 'another-role', speaksFor: 'ask-details', when: means('other-role') },
    { id: 'taken-back', speaksFor: 'written', when: means('rescinds-offer') },
    { id: 'date-stands', speaksFor: 'decide', when: means('refuses-extension') },
    { id: 'own-date', speaksFor: 'boundary', when: both(means('pressure'), is('still', 'open')) },
    {
      id: 'told-already',
      speaksFor: 'firm',
      when: both(means('pressure'), is('still', 'said-no'), is('stood', 'no')),
    },
    { id: 'stood-before', speaksFor: 'final', when: is('stood', 'yes') },
    { id: 'would-not', speaksFor: 'firm', when: both(is('would', 'no'), is('stood', 'no')) },
    { id: 'would-not-still', speaksFor: 'final', when: both(is('would', 'no'), is('stood', 'yes')) },
    { id: 'no-new-terms', speaksFor: 'firm', when: means('persuades') },
    { id: 'terms-miss', speaksFor: 'firm', when: is('meets', 'no') },
    { id: 'would-yes', speaksFor: 'open', when: is('would', 'yes') },
    { id: 'terms-partly', speaksFor: 'open', when: is('meets', 'partly') },
    { id: 'would-unsure', speaksFor: 'pause', when: is('would', 'unsure') },
    { id: 'terms-meet', speaksFor: 'weigh', when: is('meets', 'yes') },
    { id: 'terms-unsure', speaksFor: 'weigh', when: is('meets', 'unsure') },
  ],
};
