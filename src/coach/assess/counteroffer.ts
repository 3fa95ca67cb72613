import { type Chosen, is, type Method } from './assessment.js';

/** `name-terms`: ask for named terms, in writing, by a date (K82). */
export type CounterofferVerdict = 'decline-counteroffer' | 'name-terms' | 'stay';

/** Money does not mend a reason that was not about money (K81). */
const onlyMoney = (chosen: Chosen): boolean =>
  is('leaving', 'growth', 'people', 'goals')(chosen) && is('path', 'only-pay', 'no')(chosen);

/** The rules of the counteroffer assessment (K80–K82, K84). */
function decide(chosen: Chosen): CounterofferVerdict {
  if (is('situation', 'expected')(chosen))
    return is('wanted', 'no')(chosen) ? 'decline-counteroffer' : 'name-terms';
  if (is('mends', 'no')(chosen) || is('lasting', 'no')(chosen) || is('trust', 'gone')(chosen))
    return 'decline-counteroffer';
  if (onlyMoney(chosen)) return 'decline-counteroffer';
  const whole = is('mends', 'yes')(chosen) && is('lasting', 'yes')(chosen);
  const better = is('path', 'better')(chosen) || is('leaving', 'pay')(chosen);
  return whole && better && is('trust', 'fine')(chosen) && is('written', 'yes')(chosen)
    ? 'stay'
    : 'name-terms';
}

export const counterofferMethod: Method<CounterofferVerdict> = {
  topic: 'counteroffer',
  domain: {
    wanted: ['yes', 'no', 'unsure'],
    mends: ['yes', 'partly', 'no', 'unsure'],
    lasting: ['yes', 'no', 'unsure'],
    trust: ['fine', 'strained', 'gone', 'unsure'],
    path: ['better', 'only-pay', 'no', 'unsure'],
    written: ['yes', 'promised', 'no'],
  },
  decide,
  reasons: [
    { id: 'not-wanted', speaksFor: 'decline-counteroffer', when: is('wanted', 'no') },
    { id: 'does-not-mend', speaksFor: 'decline-counteroffer', when: is('mends', 'no') },
    { id: 'does-not-last', speaksFor: 'decline-counteroffer', when: is('lasting', 'no') },
    { id: 'trust-gone', speaksFor: 'decline-counteroffer', when: is('trust', 'gone') },
    { id: 'only-money', speaksFor: 'decline-counteroffer', when: onlyMoney },
    { id: 'why-only-now', speaksFor: 'decline-counteroffer', when: is('whyNow', 'knew') },
    { id: 'job-signed', speaksFor: 'decline-counteroffer', when: is('newJob', 'signed') },
    { id: 'not-made-yet', speaksFor: 'name-terms', when: is('situation', 'expected') },
    { id: 'mends-partly', speaksFor: 'name-terms', when: is('mends', 'partly', 'unsure') },
    { id: 'lasting-unsure', speaksFor: 'name-terms', when: is('lasting', 'unsure') },
    { id: 'trust-strained', speaksFor: 'name-terms', when: is('trust', 'strained', 'unsure') },
    { id: 'path-unsure', speaksFor: 'name-terms', when: is('path', 'unsure') },
    { id: 'not-written', speaksFor: 'name-terms', when: is('written', 'promised', 'no') },
    { id: 'mends', speaksFor: 'stay', when: is('mends', 'yes') },
    { id: 'lasts', speaksFor: 'stay', when: is('lasting', 'yes') },
    { id: 'trust-fine', speaksFor: 'stay', when: is('trust', 'fine') },
    { id: 'path-better', speaksFor: 'stay', when: is('path', 'better') },
    { id: 'pay-was-the-reason', speaksFor: 'stay', when: is('leaving', 'pay') },
  ],
};
