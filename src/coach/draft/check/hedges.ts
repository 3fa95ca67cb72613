import type { Purpose } from './decision.js';
import { clauseAround, type Letter, type Span, within } from './letter.js';
import { anyOf } from './pattern.js';

/** Words that leave the decision open to argument when they stand in its clause. */
const SOFT = anyOf(
  [
    'maybe|perhaps|possibly|probably|presumably|conceivably|tentatively|potentially|somewhat',
    "i guess|i suppose|i'd guess|i imagine",
    '(?<!(?:this|that|the|what|any|same|some|every|which|right|of|a|different|new|another) )(?:kind|sort) of|kinda|sorta',
    String.raw`not (?:\w+ )?(?:sure|certain|convinced|decided)`,
    'leaning|inclined|tend(?:ing)? to(?:wards?)?',
    String.raw`(?<!if )(?:i|it|this|that|we)(?: \w+)? (?:might|may|could possibly|could perhaps)(?! (?:say|add|ask|mention|put))`,
    'more or less|at least for the moment|as things stand right now',
    "if (?:that|it)(?:'s| is| would be| were)? (?:ok|okay|all ?right|acceptable|possible|fine)",
    'a (?:little|bit|tad) (?:difficult|hard|tricky|complicated|challenging)',
    '(?:rather|somewhat) (?:difficult|hard|tricky)',
    'rather not(?! (?:go into|say|discuss|share|name|disclose|elaborate|explain|give|get into))',
    "i (?:don't|do not) think i(?:'ll| will| can| could)",
    "i think i(?:'ll| will| might| may|'d| would)|i think it (?:might|may|would)",
    'seems? (?:like |that )?(?:i|it) (?:might|may|would|could)',
  ],
  'giu',
);

/** Words that say outright that nothing is settled, wherever they stand. */
const OPEN = anyOf([
  String.raw`(?:not|n't|isn't|nothing) (?:\w+ ){0,2}(?:set in stone|final|settled|definite)`,
  String.raw`(?:could|can|might|may) (?:\w+ )?(?:be (?:talked|persuaded|convinced|swayed|tempted|won over)|change (?:my|your) mind)`,
  'talk(?:ed)? me round',
  String.raw`(?:haven't|have not) (?:\w+ )?(?:decided|made up my mind)`,
  String.raw`(?:i'm|i am|still|remain|i feel) (?:\w+ )?(?:torn|undecided|on the fence|in two minds|unsure|not sure|wavering|hesitant|wondering|going back and forth)`,
  'unless you (?:think|feel|say|want me|insist|prefer|disagree|really|convince|can (?:offer|change|do|raise|match|improve|convince))',
  "let's see(?! (?:you|each|one))|we'll see(?! (?:you|each|one))|who knows",
  'what do you think|do you think i should|if you (?:really )?(?:insist|want me to|think i should)|convince me|feel free to (?:convince|persuade|push back)',
  String.raw`(?:i'm|i am|i would|i'd|i) (?:\w+ )?(?:(?:leaning|inclined|tempted) to|tend(?:ing)? towards)|it (?:all )?depends|i (?:keep )?(?:go|going) back and forth`,
  'i could (?:still )?(?:reconsider|be wrong)|more of a no than|ask me again|maybe if you|push me',
]);

/** A soft word about the future or about courtesy leaves no decision open. */
const COURTESY =
  /\b(?:meet|stay|keep|touch|contact|paths?|future|one day|some ?day|again|later|another time|help|introduce|recommend|know someone|colleague|coffee|cross|opportunit|sometime|down the (?:line|road)|next (?:year|time)|connect|revisit|wish|hope)\w*\b/iu;

/** Where a decision is stated so softly that it invites argument. A request may be as polite as it likes. */
export function findHedge(letter: Letter, purpose: Purpose, states: (words: string) => boolean): Span | null {
  if (purpose === 'request' || purpose === 'nothing' || purpose === 'open') return null;
  for (const sentence of letter.sentences) {
    const open = OPEN.exec(sentence.text);
    if (open) return within(sentence, open.index, open.index + open[0].length);
    for (const soft of sentence.text.matchAll(SOFT)) {
      const clause = clauseAround(sentence.text, soft.index);
      if (!COURTESY.test(clause) && states(clause)) {
        return within(sentence, soft.index, soft.index + soft[0].length);
      }
    }
  }
  return null;
}
