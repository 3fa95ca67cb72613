import { fact } from './pattern.js';

/**
 * Whether an opening gives any sign that what it tells is the writer's own. In a busy workspace most talk of
 * offers and interviews is about candidates, clients and the news; where nothing points to the writer, the
 * coach starts nothing and asks instead.
 */

/** The writer as one person. "We" is a team far more often than somebody with an offer. */
const I = /(?<![\w'])(?:i|i'm|i've|i'd|i'll|im|ive|id|me|my|mine|myself)(?![\w'])/;

/** A note about oneself leaves out the "I": "got an offer", "said yes and regret it". */
const WITHOUT_I =
  /^(?:(?:hi|hey|hello|ok|so|well|um|just|finally|already|today|yesterday|recently|also|and|but|have|had|was|been|verbally|politely|not here for advice|only|last \w+)[ ,:.!-]+)*(?:got|gotten|received|recieved|landed|said|accepted|signed|declined|turned|rejected|refused|passed on|withdrew|pulled out|backed out|resigned|quit|gave|handed|shook|came|completed|finished|did|done|meant to|at an? (?:\S+ )?interview|invited (?:to|for)|shortlisted|asked to|had (?:an?|my|the|\d|two|three|several)|offered (?:an?|the)|told|need|needing|looking for|holding|interviewed|hired)\b/;

/** Words of somebody who has to decide. */
const DECIDES = fact(
  `(?:take|accept|sign|decline|stay|go)\\b[^.!?]{0,20} or (?:not|no|go|stay|leave|decline|wait)`,
  `dunno|idk|unsure|undecided|torn|headache|second thoughts|cold feet|regret\\w*`,
  `not sure`,
  `before (?:joining|starting|the start date)`,
  `need to (?:reply|answer|decide|revert|respond)`,
  `(?:lower|less|worse|smaller|different|more) than (?:they |we )?(?:said|promised|expected|agreed|advertised|discussed|hoped)`,
  `not as (?:expected|promised|discussed)`,
  `(?:don't|dont|do not) want (?:it|the job|to)`,
  `you (?:said no|declined|turned|rejected|refused|accepted|signed)`,
);

/** "Pull out?" */
const ASKS =
  /\b(?:decline|accept|take (?:it|that)|pull out|refuse|reject|sign(?: it)?|stay|go|run|withdraw|leave)\?/;

/** The short report of what they did to the one who writes: "they rescinded." */
const THEY =
  /^(?:(?:so|well|ok|and|oh)[ ,]+)*they(?:'ve| have)? (?:just )?(?:rescinded|withdrew|withdrawn|pulled|cancell?ed|revoked|retracted|countered)(?: it(?=[.,!;]|$)| (?:the|their|my) (?:job )?offer(?! (?:to|for))\b|(?=[.,!;]|$))/;

const ARRIVED =
  /\b(?:offers?|offer letter|contract|interview (?:invite|invitation|request)) (?:has |have |just |finally |is |are )*(?:arrived|came|come|landed|here|on the table|in hand)\b/;

/** A headline: "an offer from Acme", "interview invite for the role of ..." */
const HEADLINE =
  /^(?:an? |the |another )?(?:job )?(?:offer|interview (?:invite|invitation|request)|invitation to interview) (?:from|for|at|by) (?!our\b|(?:the |an? )?(?:candidate|intern|applicant|client|customer)s?\b)/;

/** An employer's own letter, pasted or handed over: it speaks to the one who has to answer. */
const LETTER =
  /\b(?:offer|offering|invite|inviting|welcome|hire) you\b|\byou (?:the|a|our) (?:position|role|job|post)\b|\byour (?:interview|application|candidacy|offer)\b/;

export const isTheWriters = (text: string): boolean =>
  [I, WITHOUT_I, DECIDES, ASKS, THEY, ARRIVED, HEADLINE, LETTER].some((sign) => sign.test(text));
