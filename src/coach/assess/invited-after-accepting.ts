import { type Chosen, is, type Method } from './assessment.js';

/** `settle`: the job that was accepted comes first; it is not final, or it is in question. */
export type InvitedAfterAcceptingVerdict = 'decline' | 'go' | 'settle';

const doubts = [is('goals', 'no'), is('terms', 'this'), is('place', 'this')] as const;
const doubted = (chosen: Chosen): number => doubts.filter((says) => says(chosen)).length;

const notFinal = is('final', 'said-yes', 'open');
const bringsSomething = is('beyond', 'information', 'network');
/** Whoever signed needs a fallback only where the yes itself is in question. */
const needsFallback = (chosen: Chosen): boolean => is('beyond', 'fallback')(chosen) && doubted(chosen) > 0;

function decide(chosen: Chosen): InvitedAfterAcceptingVerdict {
  if (notFinal(chosen) || doubted(chosen) > 1) return 'settle';
  if (is('duties', 'duties')(chosen)) return 'decline';
  return bringsSomething(chosen) || needsFallback(chosen) ? 'go' : 'decline';
}

/** Invited after accepting another offer: the five questions and the acceptance checklist (K33, K34). */
export const invitedAfterAcceptingMethod: Method<InvitedAfterAcceptingVerdict> = {
  topic: 'invited-after-accepting',
  domain: {
    final: ['signed', 'said-yes', 'open'],
    goals: ['yes', 'partly', 'no', 'unsure'],
    terms: ['accepted', 'same', 'this', 'unknown'],
    place: ['accepted', 'same', 'this', 'unknown'],
    beyond: ['nothing', 'information', 'network', 'fallback'],
    duties: ['no', 'squeeze', 'duties'],
  },
  decide,
  reasons: [
    { id: 'said-yes', speaksFor: 'settle', when: is('final', 'said-yes') },
    { id: 'still-open', speaksFor: 'settle', when: is('final', 'open') },
    { id: 'goals-not-served', speaksFor: 'settle', when: is('goals', 'no') },
    { id: 'terms-better-here', speaksFor: 'settle', when: is('terms', 'this') },
    { id: 'place-better-here', speaksFor: 'settle', when: is('place', 'this') },
    { id: 'signed', speaksFor: 'decline', when: is('final', 'signed') },
    { id: 'goals-served', speaksFor: 'decline', when: is('goals', 'yes') },
    { id: 'terms-as-good', speaksFor: 'decline', when: is('terms', 'accepted', 'same') },
    { id: 'place-accepted', speaksFor: 'decline', when: is('place', 'accepted') },
    { id: 'nothing-beyond', speaksFor: 'decline', when: is('beyond', 'nothing') },
    {
      id: 'no-fallback-needed',
      speaksFor: 'decline',
      when: (chosen) => is('beyond', 'fallback')(chosen) && !needsFallback(chosen),
    },
    { id: 'duties', speaksFor: 'decline', when: is('duties', 'duties') },
    { id: 'squeeze', speaksFor: 'decline', when: is('duties', 'squeeze') },
    { id: 'no-harm', speaksFor: 'decline', when: is('standing', 'nothing', 'bridges') },
    { id: 'information', speaksFor: 'go', when: is('beyond', 'information') },
    { id: 'network', speaksFor: 'go', when: is('beyond', 'network') },
    { id: 'fallback', speaksFor: 'go', when: needsFallback },
    { id: 'contact', speaksFor: 'go', when: is('standing', 'contact') },
  ],
};
