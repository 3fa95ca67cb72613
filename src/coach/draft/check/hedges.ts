import type { Purpose } from './decision.js';
import type { Letter, Span } from './letter.js';
import { within } from './letter.js';

/** Words that leave the decision open to argument when they stand in its sentence. */
const SOFT =
  /\b(?:maybe|perhaps|possibly|probably|presumably|conceivably|tentatively|potentially|i guess|i suppose|i'd guess|kind of|kinda|sort of|sorta|somewhat|not (?:\w+ )?(?:sure|certain|convinced|decided)|leaning|inclined|tend(?:ing)? to(?:wards?)?|might|may (?:have to|need to|not|be|decline|want|prefer|end)|could be|could well|more or less|as (?:it|things) stands? (?:right )?now|at least for the moment|if (?:that|it)(?:'s| is| would be| were)?(?: ok| okay| alright| all right| acceptable| possible| fine)|a (?:little|bit|tad) (?:difficult|hard|tricky|complicated|challenging)|would(?:n't| not)? (?:probably|perhaps|possibly|maybe)|rather not(?! (?:go into|say|discuss|share|name|disclose|elaborate|explain|give|get into))|not really|don't really|i think i(?:'m| am|'ll| will| might| may|'d| would)|i think (?:it )?(?:might|may|would)|i feel (?:that )?(?:it|i) (?:might|may|would|could)|seems? (?:like )?(?:i|that i|it) (?:might|may|would|could)|it seems (?:a bit )?(?:difficult|hard))\b/giu;

/** Words that say outright that nothing is settled, wherever they stand. */
const OPEN =
  /\b(?:not set in stone|nothing (?:is )?(?:\w+ )?(?:set in stone|final|decided|settled|definite)|(?:could|can|might|may) (?:\w+ )?be (?:talked|persuaded|convinced|swayed|tempted)|talk(?:ed)? (?:me )?round|change my mind|changed? (?:your|my) mind|(?:haven't|have not|not) (?:\w+ )?(?:decided|made up my mind)|undecided|on the fence|in two minds|torn (?:between|about|on)|still (?:thinking|wondering|considering|unsure|not sure|deciding|going back and forth|weighing|in doubt)|back and forth|unless you (?:think|feel|say|want|insist|prefer|mind|disagree|can|could|really)|let(?:'s| us) see|we(?:'ll| will) see|(?:who knows|not final)|what do you think|do you think i should|would you (?:mind|hate me)|if you (?:really )?(?:insist|want me to|don't mind|think i should)|convince me|feel free to (?:try|convince|persuade|push back|argue)|i could (?:still )?(?:reconsider|be wrong)|not (?:yet )?(?:a )?(?:definite|final|firm)(?: no)?)\b/giu;

/** A soft word about the future or about courtesy leaves no decision open. */
const COURTESY =
  /\b(?:meet|stay|keep|touch|contact|paths?|future|one day|some ?day|again|later|another time|help|introduce|recommend|know someone|colleague|coffee|cross|opportunit|sometime|down the (?:line|road)|next (?:year|time)|connect|revisit|wish|hope)\w*\b/iu;

/** Where a decision is stated so softly that it invites argument. A request may be as polite as it likes. */
export function findHedge(
  letter: Letter,
  purpose: Purpose,
  states: (sentence: Span) => boolean,
): Span | null {
  if (purpose === 'request' || purpose === 'nothing' || purpose === 'either') return null;
  for (const sentence of letter.sentences) {
    const open = first(sentence, OPEN);
    if (open && !/\b(?:did|do|does|will|would|won't|not|n't)\b[^.!?]{0,20}\bchange\b/iu.test(sentence.text))
      return open;
    const soft = softWords(sentence);
    if (soft && states(sentence)) return soft;
  }
  return null;
}

function softWords(sentence: Span): Span | null {
  for (const found of sentence.text.matchAll(SOFT)) {
    const clause = sentence.text.slice(found.index).split(/[;,]| and | but /u)[0] as string;
    if (!COURTESY.test(clause)) return within(sentence, found.index, found.index + found[0].length);
  }
  return null;
}

function first(sentence: Span, pattern: RegExp): Span | null {
  const found = [...sentence.text.matchAll(pattern)][0];
  return found ? within(sentence, found.index, found.index + found[0].length) : null;
}
