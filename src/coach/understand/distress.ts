import { plain } from './text.js';

const ME = "(?:i|i'm|im|i am|i've|ive|i have|i'd|i just|me)";

/** Words that a person in danger uses. A small list on purpose: it stops everything else. */
const DISTRESS: readonly RegExp[] = [
  /^(?:i |i just |i really |honestly i )?(?:can'?t|cannot) (?:take|do|bear|stand) (?:it|this|life) any ?(?:more|longer)[.!]*$/,
  /\b(?:kill(?:ing)?|hurt(?:ing)?|harm(?:ing)?|cut(?:ting)?|hang(?:ing)?|shoot(?:ing)?|drown(?:ing)?|poison(?:ing)?|starv(?:e|ing)) (?:myself|my self)\b/,
  /\b(?:suicid(?:e|al)|self[- ]?harm\w*|unalive|overdos(?:e|ed|ing)|end(?:ing)? (?:it all|my (?:own )?life|my existence)|take my (?:own )?life|taking my (?:own )?life|kms)\b/,
  new RegExp(
    `\\b${ME}? ?(?:want(?:ed)? to|wanna|going to|gonna|ready to|rather|wish i could|thinking (?:about|of)|thoughts? (?:about|of)|think(?:ing)? i(?:'ll| will)|plan(?:ning)? to|feel like) (?:die|dying|be dead|being dead|not (?:be alive|exist|wake up|be here anymore|live)|end(?:ing)? (?:it|everything|my life)|disappear forever|jump(?:ing)? (?:off|in front of)|killing myself)\\b`,
  ),
  /\b(?:(?:don'?t|do not) (?:want|wish|care) to (?:live(?! (?:in|with|at|there|near|abroad|on|so|that|here|by|apart|alone|out))|be alive|exist|wake up|be here (?:anymore|any more))|(?:can'?t|cannot|can not) (?:go on(?: (?:like this|living|anymore|any more))?$|go on (?:living|like this|anymore|any more)|live (?:like this|with (?:this|it)|anymore|any more)|keep (?:living|myself safe))|(?:no|nothing|not much|any) (?:reason|point|worth) (?:to|in|left to) (?:live|living|being alive|liv(?:e|ing) for|go on)|nothing (?:left )?to live for|(?:life is|life isn'?t|it'?s|i'?m|not) (?:not )?worth living|better off (?:dead|without me)|wish i (?:was|were|wasn'?t|weren'?t|had never been) (?:dead|born|alive|never born|here anymore)|want (?:everything|the pain|my life) to (?:end|be over|stop)|no way out of this (?:life|pain))\b/,
  /\b(?:i(?:'m| am|m|'m really| am really)? (?:having|going to have|had|get|getting) an? (?:panic attack|breakdown|nervous breakdown|mental breakdown)|panic attacks?|can'?t breathe|having a breakdown|losing my mind and|i(?:'m| am|m) (?:not safe|in danger|unsafe))\b/,
  /\b(?:(?:he|she|they|boss|manager|husband|wife|partner|boyfriend|girlfriend|father|mother|colleague|coworker|supervisor|someone|owner|director|dad|mum|mom|ex) (?:\w+ ){0,3}?(?:hits|hit|beats|beat|punched|slapped|choked|kicked|raped|molested|groped|assaulted|attacked|abuses|abused|grabbed|threatens to (?:kill|hurt)|threatened to (?:kill|hurt)) (?:me|us|himself|herself)\b)/,
  /\b(?:i (?:was|am|'m|have been|'ve been|got|being|keep being) (?:\w+ly )?(?:being )?(?:raped|molested|sexually (?:assaulted|abused|harassed)|assaulted|groped|abused|beaten|physically (?:hurt|attacked|abused)|stalked)|(?:domestic|physical|sexual) (?:violence|abuse|assault)|afraid (?:for my life|he(?:'ll| will) (?:hurt|kill)|of (?:him|her) hurting)|(?:hurt|kill|shoot|stab|attack) (?:him|her|them|my boss|my manager|my coworkers?|my colleagues?|someone|people|everyone|everybody|somebody)(?: at work| there)?)\b/,
];

/** The same words in earnest-free use: exaggeration, films, figures of speech, other people's deadlines. */
const FIGURATIVE =
  /\b(?:(?:this|the|my|that|it|it'?s|is|commute|job|work|boss|meetings?|deadline|suspense|waiting|wait|process|indecision|salary|heat|back|feet|head|shoes) (?:\w+ )?(?:is |are |'s )?(?:killing|gonna kill|going to kill|will kill) me|(?:i'?d|i would|would|could) (?:\w+ )?(?:kill|die|murder) for|kill for|to die for|dying to (?:know|hear|see|start|leave|get|try|work|meet|go|tell|find|join|accept)|dying of (?:boredom|curiosity|laughter|heat|hunger)|die of (?:boredom|laughter|embarrassment|curiosity|shame)|(?:died|dead|dying) (?:laughing|inside)|died of|kill(?:ing)? (?:time|two birds|the mood|it at|the deal|the offer|the vibe)|career suicide|political suicide|professional suicide|financial suicide|job suicide|commercial suicide|social suicide|kill (?:me now|me lol)|(?:boss|manager|wife|husband|mum|mom|dad|partner|team|they|he|she)(?:'?s| is|'ll| will| would|'d)? (?:going to |gonna )?(?:kill|murder|strangle) me|shoot me (?:now|an email|a message|a line)|shoot (?:them|him|her) (?:an|a) (?:e-?mail|message|line|note|text)|kick(?:ing)? myself|beat(?:ing)? myself up|hurt (?:my|their|his|her) (?:chances|career|feelings|reputation|cv|pride)|hurt (?:him|her|them|people|someone|anyone)'?s? feelings|hurt(?:ing)? (?:someone|anyone|people|them|him|her) (?:by|if i|when i|with (?:my|a) (?:no|decision))|hit me (?:up|with|that)|hits me (?:that|every)|(?:it|that) (?:just )?(?:hit|hits) me|beat me to|attack (?:the|this|them with)|suicide prevention|suicide squad|drive me crazy)\b/g;

/** True when the words speak of self-harm, harm to others, abuse or panic: the coach stops and cares. */
export function readDistress(text: string): boolean {
  const said = plain(text).replace(FIGURATIVE, ' ');
  return DISTRESS.some((pattern) => pattern.test(said));
}
