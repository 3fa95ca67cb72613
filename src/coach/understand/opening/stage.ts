import * as employer from './employer-facts.js';
import { NO_JOB, OF_NO_EMPLOYER, SURELY_JOB } from './look-alikes.js';
import { isTheWriters } from './mine.js';
import * as own from './own-facts.js';
import { HELP, NOT_REMINDABLE, REMIND, REMINDABLE, REVIEW } from './services.js';
import { HIRING, isAnInterviewOfOthers, isAThing, isAThingRefused, ownAndReal } from './whose.js';

/** Where an opening starts: stages K01–K10, or a service of the coach, or none. */
export type Stage =
  | 'invited'
  | 'invited-after-accepting'
  | 'interviewed'
  | 'offer'
  | 'accepted'
  | 'counteroffer'
  | 'pushback'
  | 'offer-withdrawn'
  | 'draft-only'
  | 'reconnect'
  | 'review'
  | 'remind'
  | 'help'
  | 'none';

const FACTS = {
  accepted: own.ACCEPTED,
  wantsOut: own.WANTS_OUT,
  invited: employer.INVITED,
  askedToMeet: employer.ASKED_TO_MEET,
  interviewed: employer.INTERVIEWED,
  offered: employer.OFFERED,
  resigned: own.RESIGNED,
  countered: employer.COUNTERED,
  counterer: employer.COUNTERER,
  withdrawn: employer.WITHDRAWN,
  refused: own.REFUSED,
  comeBack: employer.COME_BACK,
  longAgo: own.LONG_AGO,
  wantsBack: own.WANTS_BACK,
  wantsWords: own.WANTS_WORDS,
  decided: own.DECIDED,
  answer: own.ANSWER,
  jobWords: employer.JOB_WORDS,
} as const;
type Fact = keyof typeof FACTS;

/** Whether a fact is stated: looked up when it is first asked for, since most openings need few. */
type Says = (fact: Fact) => boolean;

function saysIn(text: string, whole: string): Says {
  const known = new Map<Fact, boolean>();
  return (fact) => {
    const before = known.get(fact);
    if (before !== undefined) return before;
    // What makes the person want out may have happened to somebody else.
    const is = FACTS[fact].test(fact === 'wantsOut' ? whole : text);
    known.set(fact, is);
    return is;
  };
}

const isInvited = (says: Says): boolean =>
  says('invited') || (says('askedToMeet') && (says('jobWords') || says('accepted')));

/** Facts of K05–K08 and K10, which outrank a wish for wording. */
function decidedPast(says: Says, text: string): Stage | null {
  if (says('withdrawn') && !SELF_WITHDRAWN.test(text)) return 'offer-withdrawn';
  if (DIRECT_COUNTER.test(text)) return 'counteroffer';
  if (says('countered') && (says('resigned') || (says('counterer') && COUNTEROFFER.test(text))))
    return 'counteroffer';
  if (says('accepted') && isInvited(says) && ANOTHER.test(text) && !COUNTEROFFER.test(text))
    return 'invited-after-accepting';
  if (says('refused') && says('longAgo') && says('wantsBack') && !PUSHING.test(text)) return 'reconnect';
  if (BACK_IN.test(text)) return 'reconnect';
  if (says('refused') && GETS_BACK.test(text) && !PUSHING.test(text)) return 'reconnect';
  if (says('refused') && says('comeBack') && PAST_REFUSAL.test(text)) return 'pushback';
  if (says('refused') && says('wantsBack') && PAST_REFUSAL.test(text)) return 'reconnect';
  if (says('accepted') && says('wantsOut') && !says('refused')) return 'accepted';
  if (says('accepted') && says('wantsOut') && OUT_OF_ACCEPTANCE.test(text)) return 'accepted';
  return null;
}

const SELF_WITHDRAWN =
  /\b(?:should i|can i|how (?:do|can|should) i|i want to|i would like to|i'd like to|i need to|help me|i'm going to|i have to|i) (?:\w+ly )?(?:withdraw|rescind|cancel|pull|retract|revoke|back out|withdrew|rescinded)\b/;
const DIRECT_COUNTER =
  /\b(?:made|gave|given|handed|sent|offered|making|giving) me (?:an? |the )?(?:\w+ )?counter-?(?:offer|proposal)\b/;
const COUNTEROFFER =
  /\bcounter|\bmatch(?:ed|ing)? |\bto stay\b|\bif i stay|\bkeep me\b|\bto retain\b|\bhike\b|\bretain me|resignation back|want me to (?:leave|go)|\bstay\b(?! in (?:the|their|this) (?:\w+ )?(?:process|running|race)| in touch)|take my resignation|withdraw my (?:resignation|notice)/;
const ANOTHER =
  /\b(?:another|other|different|elsewhere|second|new company|meanwhile|now|although|though|but|today|yesterday|already|just|still|even though|since|after|despite|problem is|finally|while|also|too|however|interview)\b/;
const PUSHING =
  /\b(?:keeps?|won't take|wont take|pressur|reconsider|asking (?:me )?why|changed? my mind about me|not accept)/;
const BACK_IN =
  /\b(?:want(?:ing)? back in(?! (?:the|my|to the) (?:group|chat|channel|office|room|building|system|repo|account|app))|reconnect with (?:an? |the |my )?(?:employer|company|recruiter|firm|people|hiring|team|them|\S+)|(?:re-?apply|reapply|re-?applying|apply again) (?:to|at|with|for)|(?:employer|company|job|offer|role|firm|place|recruiter|people|hiring manager|(?!after|since|when|because|but|and|as|before)[\w-]+) (?:that |which |who |whom )?i (?:once |had |have )?(?:turned down|declined|rejected|refused|said no to|passed on|withdrew from).{0,60}\b(?:again|back|still|reconnect|open|now)\b)/;
/** The person turns to them, not they to the person. */
const GETS_BACK =
  /\b(?:how|can|could|should|may|do|to|would) (?:i |you )?(?:\w+ )?(?:get|go|come|reach|getting|going|write|writing) back (?:in touch|in contact|to (?:an?|the|that|those) (?:company|employer|firm|place|recruiter|one))|\bbefore (?:going|getting) back to\b/;
const PAST_REFUSAL =
  /\b(?:said i|cancell?ed|bailed|i'm out|i am out|im out|took (?:myself|my name) out|pulled my|turned|declined|rejected|refused|said no|told|withdrew|withdrawn|passed|pulled out|walked away|dropped out|no thanks|my (?:no|refusal|decline|rejection)|gave them a no|no for an answer|bowed out|backed out|opted out|saying no|declining|after turning|turning)\b/;
const OUT_OF_ACCEPTANCE =
  /\b(?:regret|want out|back out|backing out|cold feet|my acceptance|can't (?:take|join|start)|renege|signed|already accepted|said yes)\b/;

/** Facts that are still open: an offer, an interview behind or ahead. */
function decidedOpen(says: Says, text: string): Stage | null {
  if (says('interviewed') && !FUTURE_INTERVIEW.test(text) && (!says('offered') || NO_OFFER.test(text)))
    return 'interviewed';
  if (says('offered') && !ONLY_INVITATION.test(text)) return 'offer';
  if (isInvited(says)) return 'invited';
  return null;
}

const NO_OFFER =
  /\b(?:no|not|haven't|havent|hasn't|without|before|until|nothing|yet|wait(?:ing)?(?: for| on| to)?|if|hoping|might|expect\w*|whether)\b[^.!?]{0,40}\b(?:offers?|offered|hear|heard|decided|decision|answer)\b|\boffer(?:s|ed)? (?:yet|so far|comes|came or not)/;
const FUTURE_INTERVIEW =
  /\binterview (?:is )?(?:next|tomorrow|on (?:mon|tues|wednes|thurs|fri)|scheduled|invit|request|slot|coming up)|\binvit\w+ (?:me )?(?:to|for)|\b(?:second|2nd|final|third) (?:round|interview) (?:is |invite|next|tomorrow|on )/;
const ONLY_INVITATION = /\boffer(?:ed|ing|s)? (?:me )?(?:an? |the |a first )?(?:\w+ )?interview/;

/**
 * The stage that an opening states. Nothing starts without the person's own job decision:
 * look-alikes at work are `none` unless a phrase of the domain stands beside them.
 */
export function stageOf(said: string): Stage {
  if (HELP.test(said)) return 'help';
  if (REMIND.test(said)) return REMINDABLE.test(said) && !NOT_REMINDABLE.test(said) ? 'remind' : 'none';
  if (HIRING.test(said) || isAnInterviewOfOthers(said)) return 'none';
  const text = ownAndReal(said, own.WANTS_BACK.test(said));
  if (isAThing(text) || isAThingRefused(text) || OF_NO_EMPLOYER.test(text)) return 'none';
  const lookAlike = NO_JOB.test(text) && !SURELY_JOB.test(text);
  if (lookAlike) return 'none';
  const says = saysIn(text, said);
  if (REVIEW.test(text) && !STILL_OPEN.test(text) && !TEAM_DECISIONS.test(text)) return 'review';
  const isOwn = isTheWriters(text);
  const past = isOwn ? decidedPast(says, text) : null;
  if (past !== null) return past;
  if (
    says('wantsWords') &&
    (says('answer') || (says('decided') && (says('jobWords') || SAYS_NO.test(text) || STEPS_OUT.test(text))))
  )
    return 'draft-only';
  return (isOwn ? decidedOpen(says, text) : null) ?? 'none';
}

/** Decisions that a team takes are no job decisions. */
const TEAM_DECISIONS =
  /\b(?:meeting|project|team|sprint|architecture|design|product|board|committee|client|customer|roadmap|technical|budget)\b/;

const STILL_OPEN =
  /\b(?:they|recruiter|employer|company) (?:want|need|keep|asked|came|come|are|is)\b|\b(?:and|but) now\b/;
const STEPS_OUT = /\b(?:pulling out|bowing out|withdrawing|backing out|dropping out)\b/;
const SAYS_NO =
  /\b(?:it's a (?:no|yes)|say(?:ing)? (?:no|yes)|no to|turn(?:ing)? (?:\S+ ){1,4}?down|declin\w+|rejection|refusal|decided against|not taking (?:it|the|this)|mind(?:'s| is) made up)\b/;
