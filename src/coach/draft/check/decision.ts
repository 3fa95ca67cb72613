import { clauseAround, type Letter, type Span } from './letter.js';
import { givesThanks } from './thanks.js';

/**
 * What a kind of message must state: a no, a yes, a request, any of them, or nothing that was not said before.
 * `open` kinds leave something open on purpose, and state what.
 */
export type Purpose = 'no' | 'yes' | 'request' | 'open' | 'either' | 'nothing';

const PURPOSES: readonly [RegExp, Purpose][] = [
  [/^(?:answer-why|give-feedback|feedback|thank)/u, 'nothing'],
  [/^(?:name-the-change|recruiter-boundary|keep-option-open|hold)/u, 'open'],
  [/^accept/u, 'yes'],
  [/^(?:ask|negotiat|reconnect|re-?apply|request|stay-in-touch|extension|time)/u, 'request'],
  [
    /counter-?offer|^(?:decline|withdraw|rescind|stay-decline|stand-by|final|reject|refuse|resign|turn|no$)/u,
    'no',
  ],
];

/** The purpose of a kind of draft, or of a general word for one. */
export function purposeOf(kind: string): Purpose {
  const word = kind
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, '-');
  return PURPOSES.find(([pattern]) => pattern.test(word))?.[1] ?? 'either';
}

const NEGATION = String.raw`(?:not|never|no longer|cannot|unable|cant|wont|dont|\w+n't)`;
const PROCESS = String.raw`(?:accept|tak(?:e|ing)|attend|interview|join|proceed|continu|progress|mov(?:e|ing) (?:forward|ahead|on|further)|go(?:ing)? (?:ahead|forward|further|through|for|on|with|any)|pursu|com(?:e|ing)\b|participat|sign|start|commit|follow|stay|apply|consider|complet|make it|mak(?:e|ing) (?:the|this|that) (?:move|step|interview)|tak(?:e|ing)|do(?:ing)? (?:the|this|an?|your) (?:interview|job|role|course|test|next|work)|be (?:there|part|a candidate)|(?:be |being )?(?:available|interested|able)|right|for me|work(?:ing)? (?:out|for)|say yes|sit|appear|be (?:coming|there)|avail|carry on|want|see (?:myself|me)|be (?:relieved|joining))`;

const any = (patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'iu');

/** A no said in so many words. */
const NO = any([
  String.raw`\bdeclin(?:e|es|ed|ing)\b`,
  String.raw`\bturn(?:ing|ed)?\b[^.!?]{0,40}\bdown\b`,
  String.raw`\b(?:pass(?:ing|ed)?|taking a pass) (?:on|up)\b|\bhave to pass\b|\b(?:i'll|i will|i'm going to|i must|to) pass\b`,
  String.raw`\b(?:refus(?:e|ed|ing)|reject(?:ed|ing)?|forgo(?:ing)?|relinquish)\b`,
  String.raw`\bwithdr(?:aw(?:ing|n|al)?|ew)\b`,
  String.raw`\b(?:retract|rescind|revok|renounc|discontinu)\w*`,
  String.raw`\b(?:pull|back|bow|drop|opt|step|bail|duck)(?:p?ing|p?ed)? (?:myself )?(?:out|away|aside|back|down)\b(?! (?:to|in touch))`,
  String.raw`\bt(?:ake|aking|ook)\b[^.!?]{0,20}\b(?:back|off|out)\b`,
  String.raw`\b(?:remove|removing|strike|release|exclude|unsubscribe) (?:me|my|myself)\b`,
  String.raw`\bcancel(?:l?ed|l?ing)?\b|\bcall(?:ing)? off\b`,
  String.raw`\b(?:say|saying|said) (?:a (?:firm |clear |polite )?)?no\b|\bno,? (?:thanks|thank you)\b|\bno from me\b`,
  String.raw`\b(?:answer|reply|decision|response|verdict|it)(?:'s|\b)[^.!?]{0,30}?(?:\bis|'s|\bremains|\bstays|\bmust be|\bhas to be|\bwill be|\bto be|\bbe)\b (?:\w+ ){0,2}(?:no|negative)\b(?! (?:longer|problem|one|matter|doubt|rush|hurry|less|more))`,
  String.raw`\bmy no\b|\bbut (?:it's |it is )?(?:a )?no\b(?! (?:longer|one|matter))|\bno\.$|\b(?:refrain|abstain|desist|excuse myself|forego|part ways)\b|\bleave the (?:process|selection|running|race)\b`,
  String.raw`\bdecided\b(?= (?:not|against|to|for|in favou?r|that|on|it|i)\b)`,
  String.raw`\b(?:made|taken|reached|come to|came to|arrived at) (?:up my mind|(?:the|my|a|this) (?:\w+ ){0,2}(?:decision|conclusion|choice))\b`,
  String.raw`\b(?:chosen|opted|elected|resolved|concluded|determined) (?:to|not|for|against|that|another|a different)\b`,
  String.raw`\b(?:decision|resignation|notice|answer|withdrawal)\b[^.!?]{0,30}\b(?:stands?|final|unchanged|firm|remains|stays|the same|not change|(?:has|have)n't changed|hasn't changed|as planned|effective)\b`,
  String.raw`\b(?:stand by|standing by|stick(?:ing)? (?:to|with|by)|keep(?:ing)? to|stay(?:ing)? with|go(?:ing)? ahead with|abide by|hold(?:ing)? to) (?:it|my|the) ?(?:\w+ )?(?:decision|resignation|no|notice|plan|choice|leaving|move|departure)?\b`,
  String.raw`\b(?:i|i'm|i am|i'll|i will|still|be) (?:\w+ )?(?:leave|leaving|resign(?:ing)?|hand(?:ing)? in my notice)\b`,
  String.raw`\bi\b(?:(?!\b(?:because|as|since|so)\b)[^.!?;]){0,60}?\b${NEGATION}\b[^.!?;]{0,50}?\b${PROCESS}`,
  String.raw`\b(?:im|i'm|i am) out\b|\bnot (?:a|be a|going to be a) yes\b|\b(?:let|letting) (?:this|it|that) (?:one )?go\b|\bgive (?:it|this|that|this one) a miss\b|\bsit this (?:one )?out\b`,
  String.raw`\bend(?:ing)? (?:my (?:application|candidacy)|our (?:exchange|process|conversation))\b|\bclose (?:my|the|our|this)\b|\b(?:stop|end|finish) (?:it |this |things )?(?:here|there|at this point)\b|\bcall it a day\b`,
  String.raw`\bstill (?:going|leaving|off|moving|resigning)\b|\b(?:go|going|went|gone|move|moving|head(?:ing)?) (?:in )?(?:another|a different|the other) (?:way|direction|route|path)\b|\b(?:have to|must|need to) disappoint\b|\b(?:be|get) relieved\b`,
]);

/** A no that follows from what is said: another job, staying, or that it does not work. */
const IMPLIED_NO = any([
  String.raw`\b(?:accept(?:ed|ing)?|taken|took|taking|signed|found|chose|going with|joining|join) (?:\w+ ){0,2}(?:another|other|different|new|elsewhere|offer|role|job|position|post)\b`,
  String.raw`\b(?:stay(?:ing)?|remain(?:ing)?|keep(?:ing)?) (?:\w+ )?(?:where|in(?! touch| contact)|at|with|put|on|my)\b`,
  String.raw`\b${NEGATION}\b[^.!?]{0,40}\b(?:right|fit|match|possible|feasible|suitable|available|option|workable|for me|work for|interested|way forward|convenient|viable|happen|materiali[sz]e)\b`,
  String.raw`\b(?:difficult|hard|tricky|tough|challenging|complicated|not easy) (?:for (?:me|us) )?to\b`,
  String.raw`\b(?:impossible|unavailable|unable|must stop|too difficult|difficult for me|another direction|other direction|different direction|another path|different path)\b`,
  String.raw`\b(?:instead|prefer|rather)\b`,
  String.raw`\b(?:another|other|different|new) (?:\w+ )?(?:company|employer|firm|organi[sz]ation|opportunity|opportunities|role|job|position|post|offer|path|direction)\b|\belsewhere\b`,
  String.raw`\b(?:inform|advise|notify|tell|let) you (?:know )?(?:all )?that\b`,
  String.raw`\b(?:sorry|regret|afraid|unfortunately)\b[^.!?]{0,60}\b(?:but|that|to|i)\b[^.!?]{0,40}\b(?:no|not|can't|cannot|won't|n't)\b`,
  String.raw`\blast (?:working )?day\b|\bmov(?:e|ing) on\b|\bmy (?:application|candidacy)\b[^.!?]{0,30}\b(?:closed|over|void)\b|\b(?:my|the) (?:slot|place)\b[^.!?]{0,20}\bto (?:someone|somebody|another)\b`,
  String.raw`\bi\b[^.!?,]{0,12}\b(?:not|cannot|wont|cant|dont|\w+n't)\b(?! (?:\w+ )?(?:thank|believe|wait|stress|express|emphasi[sz]e|say|imagine|help|sure|decid\w+|know|expect|forget|want to (?:keep|waste|take)|hesitate|mind))`,
  String.raw`\bi(?: really| just| simply)? (?:must|have to|need to|want to|wish to|would like to|am going to|prefer to|choose to|plan to|intend to)\b(?! (?:\w+ )?(?:thank|express|say|tell|mention|admit|stay in|keep in|remain in|meet|hear|think|consider|discuss|talk|speak|ask|see|know|share|congratulate|apologi[sz]e|stress|read))`,
  String.raw`\bi'(?:d like|m going) to\b(?! (?:\w+ )?(?:thank|express|say|tell|mention|stay in|keep in|remain in|meet|hear|think|consider|discuss|talk|speak|ask|see|know|share))`,
  String.raw`\b(?:someone else|somebody else|another candidate|other candidates|next candidate|without me|count me out|off the market|otherwise engaged|no can do|with regret|regretfully|regrettably|in favou?r of)\b`,
  String.raw`\bi (?:shall|will|'ll) (?:be )?(?:stay|remain|keep|continu|leav|go|mov|depart|finish|start|focus)\w*\b(?! (?:in touch|in contact|you (?:posted|updated|in)))`,
  String.raw`(?<!\b(?:do|why) )\b(?:not|never|cannot|\w+n't)\b(?! (?:\w+ )?(?:only|sure|yet|expect|forget|thank|wait|hesitate|mind|believe|imagine|know|decid\w+|stress|help|worry))`,
  String.raw`\bi(?:'ve| have|'m| am|'ll| will|'d)? (?:\w+ )?(?:choose|chose|chosen|promised|committed|agreed|opt|signed|taken (?:my|an|another)|mind is made up)\b`,
  String.raw`\bas planned\b|\bhat\b[^.!?]{0,15}\bring\b`,
  String.raw`\bi(?:'m| am)(?: (?:just|now|also|simply|really|only|still|therefore|hereby))? (?:gonna|(?!(?:writing|reading|looking|thinking|considering|working|hoping|feeling|wondering|sending|calling|getting|reaching|studying|checking|trying|living|wishing|being|having|answering|replying|ringing|talking|reviewing|weighing|asking|sitting|doing|waiting|learning|enjoying|missing|going)\b)\w+ing)\b`,
  String.raw`\bi(?:'ll| will| shall| would|'d)\b(?! (?:\w+ )?(?:(?:like|love|want) to|thank|say|never|always|remember|treasure|miss|be (?:in touch|happy|glad|delighted|pleased|grateful|back)|keep|e-?mail|write|call|ring|send|get back|let you|think|consider|appreciate|confirm|love|follow|drop|put|read|look|talk|speak|see))`,
  String.raw`\banother (?!time|word|round|day|look|moment|week|cup|chance)\w+|\b(?:my|same|the) answer\b`,
]);

/** A yes said in so many words. */
const YES = any([
  String.raw`(?<!please )\baccept(?:ing|ed|s|ance)?\b(?! (?:a|an|another|the other|some other) )`,
  String.raw`\b(?:say(?:ing)?|it's|is|a|big|resounding|my) yes\b|^yes\b|\byes[,!]`,
  String.raw`\b(?:i'm|i am|count me) (?:in|on board)\b`,
  String.raw`\b(?:happy|delighted|glad|pleased|thrilled|excited|honou?red|proud|love|like|will|'ll)\b[^.!?]{0,20}\b(?:to )?(?:be )?(?:join|sign|take|come on board|start|become)(?:ing)?\b`,
  String.raw`\b(?:i will|i'll|i am|i'm) (?:be )?(?:taking|take|joining|join|signing|sign)\b`,
]);

/** A request: what the other side is to grant, answer or send. Small talk is none. */
const REQUEST = any([
  String.raw`\b(?:ask|asking|request|requesting|propose|proposing|suggest|counter-?propos\w+)\b`,
  String.raw`\b(?:could|can|may|might|would|will|shall) (?:it|you|we|i|there|that|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the|a|an|one|my|your)\b[^.!]*\?`,
  String.raw`\bis (?:it|there|that|this)\b[^.!]*\?|\bare (?:you|there)\b[^.!]*\?|\bdo(?:es)? (?:you|that|this|it)\b[^.!]*\?`,
  String.raw`(?:\bwould|'d) (?:\w+ )?(?:like|love|prefer|need|wish|want|welcome)\b(?! (?:to )?(?:(?:once |first |again )?(?:thank|express|say|tell|mention|extend my|stress|convey|share|begin|start)))`,
  String.raw`(?:\bwould|'d) (?:\w+ )?(?:appreciate|be (?:\w+ )?(?:grateful|glad|happy|pleased|thankful|delighted))\b`,
  String.raw`\bneed (?:until|till|more|some|a|another|at least|one|two|three|four|time)\b`,
  String.raw`\b(?:please|kindly|pls)\b(?! (?:accept my|find|forgive|excuse|note|know|pass on|give my|say hello|say hi))`,
  String.raw`\bany (?:chance|possibility|way|room|flexibility)\b|\blet me know\b|\bget back to me\b|\b(?:give|grant|allow) me\b`,
  String.raw`\b(?:hoping|hope) (?:for|to (?:get|have|see|reach|be considered|discuss|agree))\b|\blooking for\b|\baim(?:ing)? for\b`,
  String.raw`\b(?:will|'ll|shall|i can|i expect to|i intend to|i plan to)\b[^.!?]{0,50}\b(?:confirm|revert|answer|reply|respond|decide|decision|get back|come back|let you know|give you|have my|hear from)\b`,
  String.raw`\b(?:interested in|apply|reapply|re-apply|be considered|considered for|reconsider|open to|back in touch|vacanc\w+|openings?)\b`,
  String.raw`\bif (?:you|we|it|that|this|the)\b[^.!?]{0,60}\b(?:sign|accept|join|yes|ready|happy|agree)`,
  String.raw`\b(?:extend|extension|move|postpone|push back)\b[^.!?]{0,40}\b(?:deadline|date|answer|start|decision|until|to)\b`,
  String.raw`[^?]\?`,
  String.raw`\b(?:expectations?|expecting|in mind|my (?:number|figure|target|ask|request|wish|proposal|question|one condition)|would work for me|would make|would help|wonder(?:ing)?|if (?:at all )?possible|grateful for (?:an?|some|more|two|three|your)|more time|a few (?:more )?days|extra days|longer|on condition)\b`,
  String.raw`\bi(?:'d| would)\b(?! (?:\w+ )?(?:(?:like|love|want) to (?:thank|express|say|tell|mention)|thank|say))`,
]);

const NOT_YET =
  /\b(?:not|n't|never|yet to|before i)\b[^.!?]{0,20}\b(?:decided|decide|made up my mind|reached a decision)\b/iu;
const SMALL_TALK =
  /\bhow (?:are|is|was|have) (?:you|things|everything|your)\b|\bhave you got (?:a|two|five|one)|\b(?:do you have|got) (?:a|two|five|one) (?:\w+ )?(?:minute|moment|second)/iu;

/** What says it outright, and what only lets it be gathered, by what the message is for. */
const OUTRIGHT: Readonly<Record<Purpose, readonly RegExp[]>> = {
  no: [NO],
  yes: [YES],
  request: [REQUEST],
  open: [NO, YES],
  either: [NO, YES],
  nothing: [NO, YES],
};
const GATHERED: Readonly<Record<Purpose, readonly RegExp[]>> = {
  no: [IMPLIED_NO],
  yes: [],
  request: [],
  open: [IMPLIED_NO, REQUEST],
  either: [IMPLIED_NO, REQUEST],
  nothing: [IMPLIED_NO, REQUEST],
};

/** Where the decision (or the request) is stated: the sentence, and the words in it. */
export interface Decision {
  readonly sentence: Span;
  readonly index: number;
  readonly words: Span;
  /** Said outright, or only to be gathered from another job, from staying, or from what does not work. */
  readonly outright: boolean;
}

/** The first sentence that says it outright, else the first from which it can be gathered, else null. */
export function findDecision(letter: Letter, purpose: Purpose): Decision | null {
  return firstStated(letter, OUTRIGHT[purpose], true) ?? firstStated(letter, GATHERED[purpose], false);
}

function firstStated(letter: Letter, patterns: readonly RegExp[], outright: boolean): Decision | null {
  for (const [index, sentence] of letter.sentences.entries()) {
    const words = statedIn(sentence, patterns, outright);
    if (words) return { sentence, index, words, outright };
  }
  return null;
}

function statedIn(sentence: Span, patterns: readonly RegExp[], outright: boolean): Span | null {
  const { text } = sentence;
  if (SMALL_TALK.test(text) || (NOT_YET.test(text) && !/\bnot to\b/iu.test(text))) return null;
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (!found || (!outright && givesThanks(clauseAround(text, found.index)))) continue;
    const start = sentence.start + found.index;
    return { text: found[0], start, end: start + found[0].length };
  }
  return null;
}
