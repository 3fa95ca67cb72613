import { type Chosen, is, type Method } from './assessment.js';

/** `ask-first`: one thing stands against it, and a question or another day could settle that. `unclear`: too little was said. */
export type InvitedVerdict = 'go' | 'ask-first' | 'decline' | 'unclear';

/** The four lenses, each with the answers that say no (K27–K30). A sideways step must buy something. */
const lenses = {
  career: is('career', 'sideways', 'away'),
  logistics: is('logistics', 'clashes'),
  timing: is('timing', 'no'),
  readiness: is('readiness', 'no'),
} as const;

const noes = (chosen: Chosen): number => Object.values(lenses).filter((says) => says(chosen)).length;

const answered = (chosen: Chosen): number =>
  Object.keys(lenses).filter((lens) => chosen[lens] !== undefined).length;

/** Leverage alone is no reason to take their time: there must be a way to a yes (K38). */
const couldSayYes = (chosen: Chosen): boolean => !is('career', 'away')(chosen) && !lenses.timing(chosen);

/** A reason to go whatever the lenses say (K32, K38). */
const worthGoing = (chosen: Chosen): boolean =>
  is('anyway', 'meet', 'practice')(chosen) ||
  (is('anyway', 'curious')(chosen) && !lenses.readiness(chosen)) ||
  (is('anyway', 'leverage')(chosen) && couldSayYes(chosen));

/** Nobody owes an hour to people who are not decent or not steady (K31). */
const warned = is('flag', 'employer', 'process');
const mismatched = (chosen: Chosen): boolean =>
  is('flag', 'gap', 'duties')(chosen) || is('move', 'refused')(chosen);

function decide(chosen: Chosen): InvitedVerdict {
  if (warned(chosen)) return 'decline';
  if (worthGoing(chosen)) return 'go';
  if (noes(chosen) > 1 || mismatched(chosen)) return 'decline';
  if (noes(chosen) === 1) return 'ask-first';
  if (answered(chosen) < 2) return 'unclear';
  return is('logistics', 'unsure')(chosen) || is('move', 'vague')(chosen) ? 'ask-first' : 'go';
}

/** An invitation, seen through the four lenses, the red flags, and the reasons to go anyway (K27–K32, K38). */
export const invitedMethod: Method<InvitedVerdict> = {
  topic: 'invited',
  domain: {
    flag: ['none', 'gap', 'employer', 'duties', 'process'],
    career: ['forward', 'gains', 'sideways', 'away', 'unsure'],
    logistics: ['fits', 'strains', 'clashes', 'unsure'],
    move: ['none', 'clear', 'vague', 'refused', 'zones'],
    timing: ['yes', 'perhaps', 'no'],
    readiness: ['yes', 'roughly', 'no'],
    anyway: ['none', 'curious', 'meet', 'practice', 'leverage'],
  },
  decide,
  reasons: [
    { id: 'flag-employer', speaksFor: 'decline', when: is('flag', 'employer') },
    { id: 'flag-process', speaksFor: 'decline', when: is('flag', 'process') },
    { id: 'flag-gap', speaksFor: 'decline', when: is('flag', 'gap') },
    { id: 'flag-duties', speaksFor: 'decline', when: is('flag', 'duties') },
    { id: 'career-away', speaksFor: 'decline', when: is('career', 'away') },
    { id: 'career-sideways', speaksFor: 'decline', when: is('career', 'sideways') },
    { id: 'logistics-clash', speaksFor: 'decline', when: lenses.logistics },
    { id: 'move-refused', speaksFor: 'decline', when: is('move', 'refused') },
    { id: 'timing-wrong', speaksFor: 'decline', when: lenses.timing },
    { id: 'unready', speaksFor: 'decline', when: lenses.readiness },
    {
      id: 'only-leverage',
      speaksFor: 'decline',
      when: (chosen) => is('anyway', 'leverage')(chosen) && !couldSayYes(chosen),
    },
    { id: 'no-harm', speaksFor: 'decline', when: is('standing', 'nothing', 'bridges') },
    { id: 'one-lens', speaksFor: 'ask-first', when: (chosen) => noes(chosen) === 1 },
    { id: 'logistics-unsure', speaksFor: 'ask-first', when: is('logistics', 'unsure') },
    { id: 'move-vague', speaksFor: 'ask-first', when: is('move', 'vague') },
    { id: 'little-said', speaksFor: 'unclear', when: (chosen) => answered(chosen) < 2 },
    { id: 'career-forward', speaksFor: 'go', when: is('career', 'forward') },
    { id: 'career-gains', speaksFor: 'go', when: is('career', 'gains') },
    { id: 'career-unsure', speaksFor: 'go', when: is('career', 'unsure') },
    { id: 'logistics-fit', speaksFor: 'go', when: is('logistics', 'fits') },
    {
      id: 'curious',
      speaksFor: 'go',
      when: (chosen) => is('anyway', 'curious')(chosen) && worthGoing(chosen),
    },
    { id: 'meet', speaksFor: 'go', when: is('anyway', 'meet') },
    { id: 'practice', speaksFor: 'go', when: is('anyway', 'practice') },
    {
      id: 'leverage',
      speaksFor: 'go',
      when: (chosen) => is('anyway', 'leverage')(chosen) && couldSayYes(chosen),
    },
  ],
};
