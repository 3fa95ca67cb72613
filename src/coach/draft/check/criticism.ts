import { type Letter, places, type Span } from './letter.js';
import { anyOf } from './pattern.js';

const THEY =
  '(?:you|your|yours|the (?:interviewer|panel|manager|director|process|recruiter|company|team|hr|hiring|office|boss|offer|people|department|management)s?|interviewers?|hr|recruiters?|managers?|management|nobody|no one|they|he|she|his|her)';

/** Words that blame whoever they are said of. */
const BLAME = anyOf(
  [
    '(?:un|dis)(?:professional|organi[sz]ed|respectful|respect(?:ed|ing)?|honest|fair|ethical|acceptable|reasonable|courteous|reliable|trustworthy|prepared)(?:ly)?',
    String.raw`rude(?:ly|ness)?|chaotic|chaos|toxic|arrogan\w+|incompeten\w+|condescending|patroni[sz]ing|dismissive|insult\w*|offensive|hostile|ridiculous|laughable|pathetic|appalling|shameful|disgraceful|disgusting|outrageous|amateur\w*|sloppy|shambles|shambolic|farce|circus|dysfunctional|abysmal|atrocious|clueless|ill-prepared|two-faced|stingy|exploit\w*|bull(?:y|ies|ying|ied)|sexist|racist|discriminat\w+|miserable`,
    "wast(?:e|ed|ing) (?:of )?(?:my|our|everyone's|everybody's|so much|too much|a lot of|hours|weeks|months|time)",
    String.raw`burn(?:s|ing|t|ed)? (?:people|everyone|staff|employees|them|its people|your people)|revolving door|sweatshop|micro-?manag\w+`,
    String.raw`lied|liars?|misled|mislead(?:ing)?|deceiv\w+|decepti\w+|bait[- ]and[- ]switch|(?:false|empty|broken) promises?|broke (?:your|their) (?:word|promise)|went back on|ghosted (?:me|us|by)|ghosting (?:me|us|people|candidates)|strung (?:me|us) along|messed (?:me|us) (?:about|around)|fobbed (?:me )?off|brush(?:ed|ing) (?:me|us) off`,
    String.raw`low-?ball\w*|peanuts|a joke|a mess|a slap in the face|red flags?|alarm bells|a disaster|a disgrace|bad (?:manners|faith|experience|joke)|poor (?:communication|process|organi[sz]ation|manners|experience|management|treatment|preparation|planning|leadership)|lack(?:s|ed|ing)? (?:of )?(?:respect|professionalism|communication|organi[sz]ation|transparency|honesty|courtesy|preparation|integrity|basic)`,
    '(?:terrible|awful|horrible|dreadful|lousy|dire|nasty|bad) (?:reputation|communication|management|process|experience|culture|attitude|way|place|manager|boss|treatment|environment|atmosphere)|shout(?:s|ed|ing) at|yell(?:s|ed|ing) at|scream(?:s|ed|ing) at|never did',
    '(?:run|running|ran|chase|chasing|chased) (?:after |around after )?(?:them|you|your hr|people|hr) (?:for|three|four|two|several|every|all|again|constantly)',
    '(?:kept|keeping|left|leaving) (?:me|us) (?:waiting|hanging|in the dark|guessing|standing)|(?:waited|weeks|months|days|hours|minutes|me)[^.!?]{0,30} without (?:a word|any [a-z]+|an? (?:apology|explanation|answer|reply))',
    '(?:pretty|quite|very|rather) (?:telling|revealing|poor|shabby|cheap)|tells me (?:everything|all|a lot|enough|plenty)|says (?:everything|it all) about',
    '(?:annoy(?:ed|ing)|frustrat(?:ed|ing)|appalled|shocked|disgusted|unimpressed|offended|fed up|irritated|angry|upset|disappointed|disappointing) (?:by|with|at|about|how|that you|that your|in how|to (?:see|learn|find))(?! me)',
    "quite honestly, (?:your|you|the)|everyone knows|it(?:'s| is) no (?:wonder|surprise)|no wonder|expected (?:better|more) (?:from|of)",
    String.raw`(?:you|they|your \w+) should(?:n't| not)? (?:have (?:told|known|said|read|treated|paid|prepared|thought|listened|been (?:honest|clear|more))|learn|treat|train|pay|be ashamed|teach|try)|ought to (?:learn|be ashamed|treat)|next time,? (?:maybe|perhaps|try|please (?:read|be)|read|be (?:honest|more|on time))`,
    "could(?:n't| not) be bothered|did(?:n't| not) bother|bother(?:ed|ing) to|too little,? too late|wrong information",
    String.raw`only (?:found|came up with|offered|remembered|noticed|made|woke)\b[^.!?]{0,40}\b(?:once|after|because|when|now)`,
    String.raw`never (?:answer|repl|respond|call|bother|listen|keep|kept|got back|read|show|turned up|valu|cared?)\w*`,
    "clearly (?:does|do|did|has|have|had|is|are)(?:n't| not| no)|(?:hadn't|hasn't|haven't|not) (?:even )?read (?:my|the)|(?:spent|was|were|sat|kept|looking|staring|playing|half the time)[^.!?]{0,25} (?:on|at) (?:his|her|their|your) (?:phone|watch|screen|laptop)",
    String.raw`(?:resched\w+|postpon\w+|cancel\w+|chang\w+)[^.!?]{0,25} (?:twice|(?:three|four|five|six|seven|several|many|countless|\d+) times)|(?:three|four|five|six|seven|eight|several|many|countless|\d+) times (?:before|until|without)`,
    'cares? (?:so |very )?(?:little|nothing|more about)|treats? (?:people|candidates|applicants|staff|employees|its|your|us)|treated (?:me|us|people|candidates|like|badly|poorly)|(?:badly|poorly|terribly|atrociously) (?:run|managed|organi[sz]ed|prepared|led|treated|handled|planned|written)',
    String.raw`roll(?:ed|ing) (?:his|her|their|your) eyes|yawn\w*|sneer\w*|smirk\w*|mock(?:ed|ing)|cut me off|put me down|made me feel (?:small|stupid|unwelcome|uncomfortable|like|as if|worthless|old)|grilled|(?:look|looked|looks|seem|seemed) (?:exhausted|unhappy|tired|stressed|bored|lost)`,
    String.raw`pass(?:ed|ing) me over|tak(?:en|ing) (?:me |people |us )?for granted|undervalu\w+|underpa(?:y|ys|id|ying)|jump(?:ing)? through hoops|endless (?:rounds|waiting|emails|calls|questions|meetings|interviews|tests)|absurd|nonsense|unpaid (?:work|task|test|weekend)|free (?:work|labour|labor)|suddenly (?:you|there's|there is|found|find|the money)`,
    String.raw`off-putting|unpleasant|all over the place|neglect(?:ed|ing|ful)|careless\w*|(?:failed|refused) to|did(?:n't| not) (?:even |once )?(?:look at|introduce|apologi[sz]e|listen|turn up|show up|bother|know who|have the (?:courtesy|decency))|not (?:very |at all )?(?:professional|serious|respectful|fair|honest|impressive)|(?:no|any) (?:courtesy|decency|manners|idea what (?:you|they|he|she))`,
  ],
  'giu',
);

/** "you had three years to promote me", "your manager never listens": a fault with someone named for it. */
const FAULTS: readonly RegExp[] = [
  anyOf(
    [
      "glassdoor|kununu|(?:bad|sour|bitter) taste|(?:put|turned) me off|shame (?:it|that it) t(?:akes|ook)|should be (?:embarrassed|ashamed)|has no place in|(?:no longer|don't|do not|cannot|can't) trust|lost (?:all |my )?(?:trust|confidence) in",
      String.raw`(?:you|they|nobody|no one|management|hr|he|she|the company|your \w+) (?:(?:never|hardly ever|rarely) (?:once )?(?:answer|repl|respond|call|bother|listen|keep|kept|got back|get back|read|show|turn|valu|car|promot|offer|pa(?:y|id)|t(?:ell|old)|g(?:ive|ave)|thank|mention|explain|apologi|did)\w*|always (?:late|fail\w*|forg\w+))`,
      String.raw`(?:nobody|no one) (?:told|informed|answered|replied|called|bothered|apologi[sz]ed|explained|seemed|knew|greeted|cared)|(?:you|they|he|she|your \w+) (?:kept|keep|keeps) (?:chang|resched|postpon|ask|interrupt|forg|mov)\w*|lost my (?:papers|documents|application|file|cv)|blam(?:ed|ing) me|driv(?:es|ing) (?:\w+ )?people (?:out|away)|the way (?:this|your|the) \w+ is run|(?:ignored|interrupted|laughed at|talked over|looked down on|made fun of|lectured|belittled|interrogated) me|not (?:been )?taken seriously|weeks of silence|months of silence|not what (?:was|you|i was|had been) (?:promised|advertised|told|agreed)|you people|sinking ship|understaffed|overworked|greedy|old boys|took (?:you|your \w+|them|hr) (?:\w+ ){1,3}(?:weeks|months)|i had to (?:wait|ask|chase|call|write|remind)[^.!?]{0,30}(?:times|weeks|months|hours)|asked (?:me )?(?:about|whether|if|when)[^.!?]{0,40}(?:children|pregnan\w+|marri\w+|religion|my age)`,
      String.raw`(?:you|they|he|she|management|the company) had (?:\w+ )?(?:years|months|weeks|chances?|time) to`,
      // By implication: what somebody plainly had not done, does not know, or only does too late.
      String.raw`(?<!\b(?:i|we|it|that|which|there)(?: \w+ly)? )(?:clearly|obviously|evidently|plainly|apparently) (?:had|did|has|have|do|does|was|were|is|are)(?:n't| not| never| no)`,
      String.raw`(?<!\b(?:i|we|it|that|which)(?: \w+ly)? )(?:hadn't|had not|didn't|did not|haven't|have not|hasn't|has not|couldn't|don't|doesn't) even (?:read|look|bother|reply|replied|answer|call|ask|say|know|remember|turn|show|introduc|open|offer|seem|try|tried|manage|glanc|notic|pronounc|spell|apologi|thank|greet)\w*`,
      String.raw`(?:you|they|he|she|nobody|no one|management|leadership|your [^.!?,]{0,30}|the (?:team|company|interviewers?|panel|board|manager)) (?:\w+ly )?(?:has|have|had|with) no (?:idea|clue) (?:what|where|how|who|why|about|of)`,
      String.raw`(?:you|they|management|the company) only (?:ever )?(?:sees?|saw|notic(?:es?|ed)|value[sd]?|care[sd]?|appreciate[sd]?|listen(?:s|ed)?|act(?:s|ed)?|react(?:s|ed)?|move[sd]?|pays?|paid|call(?:s|ed)?|repl(?:y|ied)|answer(?:ed)?|wrote|write|offer(?:ed)?|told)\b[^.!?]{0,60}\b(?:when|once|after|because|if|now)`,
      String.raw`(?:nobody|no one) (?:even|once) (?:offered|asked|told|called|replied|answered|looked|said|thanked|greeted|bothered|read|came|knew)|(?:liked|prefer(?:red)?|want(?:ed)?|expect(?:ed)?|hoped|deserved?) to be treated|(?:it is|it's|that is|that's) (?:\w+ )?telling (?:that|how)`,
      String.raw`(?:an?|any) (?:\w+ )?(?:company|employer|firm|team|manager|boss|place|process|office) (?:that|which|who|where)\b[^.!?]{0,80} (?:is|was|are)(?:n't| not) (?:for me|the place|one i|where i|a place|somewhere|what i|the kind)`,
      String.raw`hope (?:that )?(?:the|your) (?:next|other) (?:candidate|applicant|person|one)s?\b[^.!?]{0,60} than (?:i|me)`,
      String.raw`(?:perhaps|maybe|might (?:want|like) to|may (?:want|like) to|suggest (?:that )?you|should consider) (?:\w+ )?(?:train|teach|learn|prepare|brief|coach)(?:ing)? (?:your|the|how|to)`,
      String.raw`(?:shows?|showed|proves?|proved|tells? me|told me|goes to show|reveals?) (?:just )?(?:how little|how badly|how much you (?:don't|do not)|what (?:you|they) (?:really )?think of|exactly what kind of)|how little (?:you|they|your \w+|management) (?:care|value|think|respect|appreciate|know)\w*|before (?:you|they|anyone|anybody|management|somebody|someone) (?:noticed|cared|listened|bothered|valued|took)`,
    ],
    'giu',
  ),
  anyOf(
    [
      String.raw`${THEY}\b[^.!?,;]{0,50}\b(?:was|were|is|are|came|arrived|turned up|showed up|seem(?:s|ed)?|look(?:s|ed)|had been|have been|has been)\b[^.!?,;]{0,30}\b(?:late|too slow|slow|bored|unfriendly|aggressive|unclear|vague|outdated|old-fashioned|stubborn|lazy|nasty|careless|inconsistent|bureaucratic|underpaid|terrible|awful|horrible|dreadful|lousy|bad|worse|worst|poor|messy|all over the place|out of touch|not (?:serious|professional|prepared|honest|organi[sz]ed|respectful))`,
    ],
    'giu',
  ),
];

/** Said of oneself, denied, or feared, these words blame nobody: "it would be unfair to you". */
const NO_BLAME =
  /\b(?:i|i'm|i am|my|would|wouldn't|not|\w+n't|without|rather than|instead of|hope|mean|sound|seem|want(?:ing)? to|avoid)\b[^.!?]{0,30}$/iu;
const FEARED =
  /\b(?:hope|don't|won't|do not|will not|would|wouldn't)\b[^.!?]{0,25}\b(?:think|find|me|seem|sound|appear|be|being)\s(?:it\s|too\s|me\s)?$/iu;
const BETWEEN = new RegExp(String.raw`\b${THEY}\b|\b(?:was|were|had|have|found|find|call|never)\b`, 'iu');

/** Blame is blame of someone: a chaotic month at home is nobody's fault. */
const SOMEONE = new RegExp(
  String.raw`\b(?:${THEY}|process|interview\w*|salary|number|figure|place|contract|candidates|advert|job ad|panel|experience|reviews?|culture|treated|everybody|everyone|test|task)\b`,
  'iu',
);

/** Blame that nobody asked for (K43). */
export function findCriticism(letter: Letter): readonly Span[] {
  const blame = places(letter, BLAME).filter(
    (span) => SOMEONE.test(sentenceAt(letter, span)) && !isHarmless(letter, span),
  );
  const faults = FAULTS.flatMap((pattern) => places(letter, pattern));
  return [...blame, ...faults].sort((a, b) => a.start - b.start);
}

function sentenceAt(letter: Letter, { start }: Span): string {
  const around = letter.sentences.find((sentence) => sentence.start <= start && start < sentence.end);
  return around?.text ?? '';
}

function isHarmless(letter: Letter, { start }: Span): boolean {
  if (FEARED.test(letter.text.slice(Math.max(0, start - 40), start))) return true;
  const before = NO_BLAME.exec(letter.text.slice(Math.max(0, start - 40), start));
  return before !== null && !BETWEEN.test(before[0]);
}
