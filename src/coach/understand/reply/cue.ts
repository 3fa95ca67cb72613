import type { ReplyKind } from './kind.js';

/** A sign of a meaning: how much it weighs, and the words that give it. A negative weight takes away. */
export interface Cue {
  readonly kind: ReplyKind;
  readonly weight: number;
  readonly pattern: RegExp;
}

export const cue = (kind: ReplyKind, weight: number, ...alternatives: readonly string[]): Cue => ({
  kind,
  weight,
  pattern: new RegExp(`(?<![\\p{L}\\d])(?:${alternatives.join('|')})`, 'gu'),
});

export const NEAR = '(?:[^.!?\\n]{0,50}? )?';
export const OFFER =
  '(?:job |written |conditional |employment |formal |initial |contract |your |the |our |that |this |my |an |any |such |said )*(?:offers?(?: letter)?|contract|appointment|employment contract|letter of (?:offer|intent)|loi)';
export const PULL =
  '(?:withdraw(?:n|s|ing)?|withdrew|rescind(?:ed|ing|s)?|retract(?:ed|ing|s)?|revok(?:e|ed|es|ing)|pull(?:ed|ing)?|cancel(?:l?ed|l?ing|s)?|void(?:ed)?|take back|taking back|took back|taken back|annul(?:led)?|nullif\\w+|rescission of|terminat\\w+|close[ds]?|lapsed|null and void|call(?:ed|ing)? off|scrap(?:ped)?)';
export const ROLE =
  '(?:job|role|position|post|opening|vacancy|opportunity|requirement|project|assignment|spot|seat|programme|program|placement|team|client|department|branch|office|[a-z]+ (?:manager|engineer|analyst|developer|designer|consultant|lead|officer|coordinator|nurse|planner|specialist))';
export const TERM =
  '(?:base|basic|salary|pay|wage|rate|comp(?:ensation)?|package|offer|bonus|sign(?:ing)?[- ]on|signing bonus|joining bonus|stock|equity|shares|rsus?|options|holidays?|days? (?:of )?(?:leave|holiday|vacation|pto)|leave|vacation|pto|remote|home ?office|home working|work(?:ing)? from home|wfh|hybrid|flexib\\w+|flexi|four[- ]day|4[- ]day|part[- ]time|hours|title|grade|band|level|promotion|relocation|moving costs|visa|sponsor\\w*|housing|allowance|start date|starting date|permanent|indefinite|direct contract|contract|car|ctc|lpa|raise|increase|rise|uplift|increment|review|commission|pension|childcare|training|budget|tuition|notice buy-?out|buy[- ]?out|severance|probation|parking|travel|commut\\w+|days (?:from|at) home|days? (?:a week|remote)|team lead|senior|perks|benefits|insurance|figure|terms|conditions)';
export const AMOUNT =
  "(?:[$£€₹¥]\\s?\\d[\\d.,' ]*\\w*|\\d[\\d.,']*\\s?(?:k\\b|%|percent|per cent|lpa|lakhs?|lacs?|crores?|euros?|eur|usd|gbp|dollars|pounds|francs|chf|inr|yen|kr|grand|thousand))";
export const CAN =
  "(?:we|i|they|management|finance|the (?:board|company|team|partners|director|client|ceo|business|firm|management)|hr|my (?:boss|director|manager))(?:'d|'ll|'re|'ve| would| will| can| could| are| am| is| have| has|'m|'s)? ?(?:now |also |even |actually |happily |gladly |certainly |still |all |both |just |been |be )*(?:can|could|able to|willing to|prepared to|ready to|happy to|glad to|pleased to|authori[sz]ed to|in a position to|approved|agreed|agree|managed to|want to|would like to|going to|got|get|made|make|offer|give|add|raise|increase|improve|match|go|move|cover|throw|bump|up|revise|increased|improved|revised|raised|secured|found|propose|include|bring|meet|stretch|sweeten|push|beat|arrange|put|extend|double|pay|do|allow|change|set|have)";
