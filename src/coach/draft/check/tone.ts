import { type Letter, places, type Span } from './letter.js';

const APOLOGY =
  /\b(?:sorry|apolog(?:y|ies|i[sz]e[sd]?|i[sz]ing|etic)|forgive(?:ness)?|pardon|excuse me|mea culpa)\b/giu;
const GUILT =
  /\b(?:i )?(?:feel|feeling|felt) (?:so |really |very |just |a bit |truly )*(?:bad|terrible|awful|guilty|ashamed|horrible|dreadful|rotten|sick|embarrassed|wretched)\b|\b(?:i am|i'm) (?:so |really |very |deeply |truly )*(?:ashamed|embarrassed|mortified)\b|\bhate (?:to|that i have to|doing|having)\b|\bmy (?:fault|bad)\b/giu;
const REGRET =
  /\b(?:deeply|sincerely|truly|greatly|very much|so much) regret\b|\b(?:deepest|sincerest|heartfelt|sincere) regrets?\b/giu;

/** A hope that nobody is sorry, and a condition, are no apology. */
const NO_APOLOGY = /\b(?:no need to (?:be )?|not |never |n't |don't be |nothing to be )(?:feel )?$/iu;

/** Every word of apology and guilt. One is fine; a string of them is not (K42). */
export function findApologies(letter: Letter): Span[] {
  return [APOLOGY, GUILT, REGRET]
    .flatMap((pattern) => places(letter, pattern))
    .filter(({ start }) => !NO_APOLOGY.test(letter.text.slice(Math.max(0, start - 25), start)))
    .sort((a, b) => a.start - b.start);
}

const THEY = String.raw`\b(?:you|your|yours|the (?:interviewer|panel|manager|director|process|recruiter|company|team|hr|hiring|office|boss|offer|people|department|management)|(?:inter)?viewers?|hr|recruiters?|management|nobody|no one|no-one|somebody|someone|they|he|she|his|her)\b`;

/** Words that blame whoever they are said of. */
const BLAME: readonly RegExp[] = [
  /\b(?:un|dis)(?:professional|organi[sz]ed|respectful|respect(?:ed|ing)?|honest|fair(?:ly)?|ethical|acceptable|reasonable|prepared|courteous|serious|reliable|trustworthy|believable)(?:ly)?\b/giu,
  /\b(?:rude(?:ly|ness)?|chaotic|chaos|toxic|arrogan\w+|incompeten\w+|condescending|patroni[sz]ing|dismissive|insult\w*|offensive|hostile|ridiculous|laughable|pathetic|appalling|shameful|disgraceful|disgusting|outrageous|amateur\w*|sloppy|shambles|shambolic|farce|circus|nightmare|dysfunctional|abysmal|atrocious|clueless|ignorant|ill-prepared|two-faced|stingy|exploit\w*|bull(?:y|ying|ied)|sexist|racist|discriminat\w+)\b/giu,
  /\b(?:waste|wasted|wasting) (?:of )?(?:my|our|everyone's|everybody's|so much|too much|a lot of|hours|weeks|months|time)\b/giu,
  /\bburn(?:s|ing|t|ed)? (?:people|everyone|staff|employees|them|you|its people|your people)\b|\bhigh turnover\b|\brevolving door\b|\bsweatshop\b|\bmicro-?manag\w+/giu,
  /\b(?:lied|lying|lies|liars?|misled|mislead(?:ing)?|deceiv\w+|decepti\w+|dishonest\w*|bait[- ]and[- ]switch|false promises?|empty promises?|broken promises?|broke (?:your|their) (?:word|promise)|went back on|ghost(?:ed|ing)|strung (?:me|us) along|messed (?:me|us) (?:about|around)|jerked (?:me )?around|fobbed (?:me )?off|brush(?:ed|ing) (?:me|us) off)\b/giu,
  /\b(?:low-?ball\w*|peanuts|a joke|a mess|a slap in the face|red flags?|alarm bells|a disaster|a disgrace|an embarrassment|bad (?:manners|faith|experience|impression|joke)|poor (?:communication|process|organi[sz]ation|manners|experience|management|impression|treatment|preparation|planning|leadership)|lack(?:s|ed|ing)? of (?:respect|professionalism|communication|organi[sz]ation|transparency|honesty|courtesy|preparation|integrity|interest))\b/giu,
  /\b(?:run|running|ran|chase|chasing|chased) (?:after|around after|you|them|your) ?(?:them|you|hr|people)?\b(?= (?:for|three|four|two|several|\w+ (?:weeks|times|days)|every|all|again|constantly))/giu,
  /\b(?:kept|keeping|left|leaving) (?:me|us) (?:waiting|hanging|in the dark|guessing|standing)\b/giu,
  /\b(?:pretty|quite|very|rather) (?:telling|revealing|disappointing|poor|shabby|cheap|sad)\b|\btells me (?:everything|all|a lot|enough|plenty)\b|\bsays (?:everything|it all|a lot|enough)\b/giu,
  /\b(?:disappoint(?:ed|ing)|annoy(?:ed|ing)|frustrat(?:ed|ing)|appalled|shocked|disgusted|unimpressed|put off|offended|fed up|irritated|angry|upset) (?:by|with|at|about|how|that you|that your|in how|to (?:see|learn|find|hear))\b/giu,
  /\bfrankly\b|\bquite honestly, (?:your|you|the)\b|\beveryone knows\b|\bit(?:'s| is) no (?:wonder|surprise)\b|\bno wonder\b/giu,
  /\bshould(?:n't| not)? (?:have|learn|treat|train|pay (?:people|staff|your)|be ashamed|teach|try (?:to )?(?:treat|pay|read))\b|\bought to (?:learn|have|be ashamed|treat)\b|\bnext time,? (?:you|maybe|perhaps|try|please|read|be|do)\b/giu,
  /\b(?:could(?:n't| not) be bothered|did(?:n't| not) bother|bother(?:ed|ing)? to|too little,? too late|only (?:found|came up with|offered|remembered|noticed|made|woke)\b[^.!?]{0,40}\b(?:once|after|because|when|now)|wrong information|never (?:answer|repl|respond|call|bother|listen|keep|kept|got back|read|show|turned up|once|took|valu|car)\w*|clearly (?:does|do|did|has|have|had|is|are)(?:n't| not| no)|(?:had|has|have)(?:n't| not) (?:even )?read (?:my|the)|changed (?:the|your|their) (?:mind|story|terms|interview|appointment|date) (?:\w+ )?(?:times|again)|on (?:his|her|their|your) phone|(?:three|four|five|six|seven|eight|several|many|countless|\d+) times (?:before|until|without))\b/giu,
  /\bcares? (?:so |very )?(?:little|nothing|more about)\b|\btreats? (?:people|candidates|applicants|staff|employees|its|your|me|us)\b|\btreated (?:me|us|people|candidates|like|badly|poorly)\b|\b(?:badly|poorly|terribly|atrociously) (?:run|managed|organi[sz]ed|prepared|led|treated|handled|planned|paid|written)\b/giu,
];

/** "you were late", "your process is slow": a fault with someone named for it. */
const FAULT = new RegExp(
  String.raw`${THEY}[^.!?,;]{0,50}\b(?:was|were|is|are|came|arrived|turned up|showed up|seemed?|looked|felt|had been|have been|has been)\b[^.!?,;]{0,30}\b(?:late|slow|bored|unfriendly|cold|aggressive|unclear|vague|confus\w+|outdated|old-fashioned|stubborn|lazy|mean|nasty|careless|inconsistent|bureaucratic|too slow|underpaid|terrible|awful|horrible|dreadful|lousy|weak|shallow|bad|worse|worst|poor|messy|all over the place|out of touch|not (?:serious|professional|prepared|honest|interested|organi[sz]ed|respectful))\b`,
  'giu',
);

/** Said of oneself or of the weather, these words blame nobody. */
const OF_ONESELF = /\b(?:i|my|i'm|i am|me)\b[^.!?]{0,18}$/iu;

export function findCriticism(letter: Letter): Span[] {
  const blame = BLAME.flatMap((pattern) => places(letter, pattern));
  const faults = places(letter, FAULT);
  return [...blame.filter(({ start }) => !blamesWriter(letter, start)), ...faults].sort(
    (a, b) => a.start - b.start,
  );
}

function blamesWriter(letter: Letter, start: number): boolean {
  const before = letter.text.slice(Math.max(0, start - 30), start);
  return (
    OF_ONESELF.test(before) &&
    !/\b(?:my|me|i)\b[^.!?]{0,18}\b(?:you|your|was|were|had|have|found)\b/iu.test(before)
  );
}
