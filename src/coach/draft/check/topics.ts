/** What a reason is about. */
export type Topic =
  | 'pay'
  | 'place'
  | 'growth'
  | 'fit'
  | 'family'
  | 'personal'
  | 'health'
  | 'another-job'
  | 'staying'
  | 'timing'
  | 'contract'
  | 'hours'
  | 'study'
  | 'culture';

const TOPICS: readonly [Topic, RegExp][] = [
  [
    'another-job',
    /\b(?:(?:another|other|different|new|competing|second) (?:\w+ )?(?:position|role|job|offer|opportunity|post|company|employer|place|firm)|accepted an?\b|\bi(?:'ve|'m| have| am)? (?:\w+ )?(?:took|taken|found|signed|accepted|got) (?:a|an|another|the other) |elsewhere|accepted another|going with|joining|ha(?:ve|s) offered me|offered me|made me an? (?:\w+ )?offer|signed with)\b/iu,
  ],
  [
    'staying',
    /\b(?:(?:stay|remain)(?:ing)?\b(?! in (?:touch|contact))(?: \w+){0,3}? (?:where|at|in|with|put|on)\b|present (?:employer|job|role|position|post)|current (?:employer|job|role|position|team)|training course)\b/iu,
  ],
  [
    'pay',
    /\b(?:salar(?:y|ies)|pay(?:s|ing|check|cheque)?(?! attention)|paid(?! attention)|compensation|package|remuneration|money|wages?|bonus|financ(?:e|es|ial|ially)|ctc|lpa|stipend|benefits?|pensions?|allowance|equity|buy-?out|hike|earn(?:ings?)?|income|gross|net|\d+k?(?= (?:more|less|extra)))\b/iu,
  ],
  [
    'place',
    /\b(?:commut\w*|travel\w*|distance|too far|far (?:away|from)|(?:on|by) the train|train|drive|driving|journey|relocat\w*|mov(?:e|ing) (?:to|house|home|abroad|away|there|cit|countr|my family|our|in|of)|(?:a|the|this|another) move(?! into)\b|visa|sponsor\w*|work permit|on-?site|location|abroad|city|miles|kilomet\w+|km)\b/iu,
  ],
  [
    'hours',
    /\b(?:hours|shifts?|night(?:s| shift)?|weekends?|saturdays|sundays|roster|rota|on-?call|overtime|remote(?:ly)?|hybrid|home ?office|work[- ]life|flexib\w*|schedule|timings|office days|days in the office|days a week|nights a week)\b/iu,
  ],
  [
    'growth',
    /\b(?:gr(?:ow|ows|owing|owth)|career|develop(?:ment|ing)?|advance(?:ment)?|progress(?:ion)?|promotion|too (?:senior|junior)|junior|senior(?:ity)?|lead(?:s|ing)? (?:nobody|people|a team)|people management|step up|next level|long-?term|ambitions?|prospects?|closer to|learn(?:ing)?)\b/iu,
  ],
  [
    'contract',
    /\b(?:contract(?:ual|or|ing)?|permanent|temporary|fixed[- ]term|freelance|agency|third[- ]party|payroll|part-?time|full-?time (?:contract|job|role)|employment model|direct employment|umbrella|probation|twelve months|employment status)\b/iu,
  ],
  [
    'study',
    /\b(?:stud(?:y|ies|ying)|degree|university|college|master'?s|phd|doctorate|back to school|sabbatical|exams?)\b/iu,
  ],
  [
    'family',
    /\b(?:famil(?:y|ies)|children|child|kids?|sons?|daughters?|wife|husband|partner|spouse|parents?|mother|father|mum|mom|dad|father-in-law|mother-in-law|baby|childcare|school)\b/iu,
  ],
  ['health', /\b(?:health|medical|illness|doctor|diagnos\w+|surgery)\b/iu],
  [
    'personal',
    /\b(?:personal|private) (?:reasons?|circumstances|situation|matters?|grounds|life|commitments|obligations)\b|\bmy (?:circumstances|situation)\b/iu,
  ],
  [
    'timing',
    /\b(?:timing|(?:right|wrong|bad|good) (?:time|moment)|capacity|bandwidth|too busy|no (?:time|room)|commitments?|workload|availability|start date|notice period|prior engagement|busy|lease|landlord|flat|apartment)\b/iu,
  ],
  [
    'culture',
    /\b(?:culture|values|leadership|management style|atmosphere|stability|unstable|uncertain\w*|restructur\w*|reputation|layoffs?|merger)\b/iu,
  ],
  [
    'fit',
    /\b(?:fit|match(?:es)?|align\w*|direction|role (?:is|leans|was|seems)|work is|job is|position is|focus(?:es|ed)?|content|tasks|duties|responsibilit\w+|(?:type|kind) of work|technical|operational|hands-on|industr(?:y|ies)|sector|field|profile|interests?|strengths|skills?|sales|support|research|design|product|charity|what i want|i want to (?:do|work|remain|stay|build|keep))\b/iu,
  ],
];

export function topicsOf(text: string): readonly Topic[] {
  return TOPICS.filter(([, pattern]) => pattern.test(text)).map(([topic]) => topic);
}

/** Words that announce a reason. */
export const CONNECTIVE =
  /\b(?:because|since|due to|owing to|on account of|given (?:that|my|the)|as (?:i|i'm|i've|my|the|it|this|that|your|we|our|another|there|relocat\w+|a)\b|for (?:\w+ )?(?:reasons?|family|personal)|(?:the|my|main|simple|only|honest) (?:\w+ )?reason|comes? down to|came down to|so that|in view of|thanks to|partly|it's (?:just )?that|which is why|in order to|seeing as|considering)\b/iu;

/** Whether a sentence is about why: it says so, or it is about what people give as reasons. */
export function pointsToReason(text: string): boolean {
  return CONNECTIVE.test(text) || topicsOf(text).length > 0;
}
