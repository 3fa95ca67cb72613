import { type Chosen, is, type Method } from './assessment.js';

/**
 * `verify`: the worry is a perception so far, or nobody has asked; ask first. `wait`: the terms could still move, and a
 * written offer would show. `unclear`: too little was said.
 */
export type InterviewedVerdict = 'withdraw' | 'verify' | 'wait' | 'go-on' | 'unclear';

const settled = is('settled', 'accepted', 'ethics');
const worried = (chosen: Chosen): boolean => chosen['doubt'] !== undefined && !is('weight', 'fine')(chosen);
const told = is('sure', 'told');
const dealBreaker = is('weight', 'deal-breaker');
const mendable = is('mend', 'likely');
const away = (chosen: Chosen): boolean => is('year', 'away')(chosen) || is('three', 'away')(chosen);
const forward = (chosen: Chosen): boolean =>
  !away(chosen) && (is('year', 'forward')(chosen) || is('three', 'forward')(chosen));
/** What an employer can change: K26 waits for these, since a written offer would show them. */
const negotiable = (chosen: Chosen): boolean =>
  is('doubt', 'contract', 'move', 'pay')(chosen) && !is('mend', 'unlikely')(chosen);
const nothingToLose = is('leaving', 'nothing');
const costsMe = is('staying', 'time', 'stress', 'chance');

const confirmed = (chosen: Chosen): boolean => told(chosen) && dealBreaker(chosen) && !mendable(chosen);
/** A visa or a move is needed, and they said no to it. */
const refused = (chosen: Chosen): boolean =>
  is('move', 'refused')(chosen) && !mendable(chosen) && !is('weight', 'fine')(chosen);
/** No chance that they mend it, and no time to wait for that (K24). */
const noWay = (chosen: Chosen): boolean =>
  worried(chosen) &&
  (told(chosen) || dealBreaker(chosen)) &&
  is('mend', 'unlikely')(chosen) &&
  is('timeline', 'short')(chosen);

function decide(chosen: Chosen): InterviewedVerdict {
  if (settled(chosen) || confirmed(chosen) || refused(chosen) || noWay(chosen)) return 'withdraw';
  if (chosen['doubt'] === undefined && chosen['year'] === undefined && chosen['three'] === undefined)
    return 'unclear';
  if (is('move', 'vague')(chosen)) return 'verify';
  if (worried(chosen)) return told(chosen) ? whenTold(chosen) : 'verify';
  return away(chosen) || (nothingToLose(chosen) && costsMe(chosen) && !forward(chosen))
    ? outOfPlace(chosen)
    : 'go-on';
}

/** The doubt is a fact, and it is hard without being the end of it (K22–K24, K26). */
function whenTold(chosen: Chosen): InterviewedVerdict {
  if (mendable(chosen)) return 'wait';
  if (away(chosen)) return 'withdraw';
  if (negotiable(chosen)) return 'wait';
  if (!is('mend', 'unlikely')(chosen)) return 'verify';
  return nothingToLose(chosen) || costsMe(chosen) ? 'withdraw' : 'go-on';
}

/** Nothing worries, but the job leads elsewhere, or staying in only costs (K22, K23). */
function outOfPlace(chosen: Chosen): InterviewedVerdict {
  return nothingToLose(chosen) || costsMe(chosen) ? 'withdraw' : 'verify';
}

/** After an interview, in doubt: the four-part framework, and when to go at once or wait (K21–K26). */
export const interviewedMethod: Method<InterviewedVerdict> = {
  topic: 'interviewed',
  domain: {
    sure: ['told', 'heard', 'felt'],
    weight: ['deal-breaker', 'hard', 'fine'],
    mend: ['likely', 'unlikely', 'unknown'],
    timeline: ['short', 'open'],
    settled: ['none', 'accepted', 'ethics'],
    move: ['none', 'clear', 'vague', 'refused', 'zones'],
    doubt: ['contract', 'move', 'pay', 'people', 'work'],
    year: ['forward', 'sideways', 'away', 'unsure'],
    three: ['forward', 'sideways', 'away', 'unsure'],
    leaving: ['nothing', 'chance', 'goodwill', 'money'],
    staying: ['little', 'time', 'stress', 'chance'],
  },
  decide,
  reasons: [
    { id: 'accepted', speaksFor: 'withdraw', when: is('settled', 'accepted') },
    { id: 'ethics', speaksFor: 'withdraw', when: is('settled', 'ethics') },
    { id: 'confirmed', speaksFor: 'withdraw', when: confirmed },
    { id: 'refused', speaksFor: 'withdraw', when: refused },
    { id: 'no-way', speaksFor: 'withdraw', when: noWay },
    { id: 'away', speaksFor: 'withdraw', when: away },
    { id: 'nothing-to-lose', speaksFor: 'withdraw', when: nothingToLose },
    { id: 'costs-time', speaksFor: 'withdraw', when: is('staying', 'time') },
    { id: 'costs-stress', speaksFor: 'withdraw', when: is('staying', 'stress') },
    { id: 'costs-chance', speaksFor: 'withdraw', when: is('staying', 'chance') },
    { id: 'heard', speaksFor: 'verify', when: (chosen) => worried(chosen) && is('sure', 'heard')(chosen) },
    { id: 'felt', speaksFor: 'verify', when: (chosen) => worried(chosen) && is('sure', 'felt')(chosen) },
    { id: 'move-vague', speaksFor: 'verify', when: is('move', 'vague') },
    { id: 'nobody-asked', speaksFor: 'verify', when: is('mend', 'unknown') },
    { id: 'mendable', speaksFor: 'wait', when: mendable },
    { id: 'negotiable', speaksFor: 'wait', when: (chosen) => worried(chosen) && negotiable(chosen) },
    { id: 'livable', speaksFor: 'go-on', when: is('weight', 'fine') },
    { id: 'forward', speaksFor: 'go-on', when: forward },
    { id: 'real-chance', speaksFor: 'go-on', when: is('leaving', 'chance') },
    { id: 'goodwill', speaksFor: 'go-on', when: is('leaving', 'goodwill') },
    { id: 'money', speaksFor: 'go-on', when: is('leaving', 'money') },
    { id: 'costs-little', speaksFor: 'go-on', when: is('staying', 'little') },
    {
      id: 'little-said',
      speaksFor: 'unclear',
      when: (chosen) =>
        chosen['doubt'] === undefined && chosen['year'] === undefined && chosen['three'] === undefined,
    },
  ],
};
