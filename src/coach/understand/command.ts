import { withoutSlips } from './command/slips.js';
import { type Traced, trace } from './text.js';

export type CommandName =
  | 'back'
  | 'undo'
  | 'skip'
  | 'why'
  | 'repeat'
  | 'cancel'
  | 'pause'
  | 'menu'
  | 'correct'
  | 'none';

/** A command. `rest` is the new value of a correction, as typed; `field` the fact it names, in lower case. */
export interface Command {
  readonly command: CommandName;
  readonly rest: string;
  readonly field: string | null;
}

/** Nobody commands in a paragraph. */
const LONGEST = 300;

const NONE: Command = { command: 'none', rest: '', field: null };

/** Courtesy and hesitation around a command; an answer keeps its meaning without them. */
const LEAD =
  /^(?:(?:kindly|hey|hi|ok|okay|k|um+|uh+|er+|hm+|oh|ah|well|so|and|but|i mean|no|nah|sorry|please|pls|plz|just|right|actually|wait|hang on|oops|maybe|perhaps|alright|fine|yeah|yes|bowout|coach|bot)[ ,.!:-]+|(?:can|could|may|shall|should|would|will) (?:you|we|i|u)(?: please| pls| just| maybe)* (?:like to )?|(?:i|we)(?:'d| would)? (?:really )?(?:want|like|need|wanna|prefer|have)(?: to| you to)? |(?:i|we)'d rather |i think (?:i'll|i'd|we should|i should|i want to|i need to) |i(?:'m| am|m)? ?(?:gonna|going to|will|'ll|ll)(?: have to)? |(?:i(?:'ve| have)? )?(?:gotta|got to) |let'?s (?:just )?|let me (?:just )?|lemme |(?:is it|would it be) (?:possible|ok|okay) (?:to|if (?:we|i)) |how (?:do|can) (?:i|we) |is there a way to |do you mind if (?:we|i) |mind if (?:we|i) |go ahead and |just )+/;
const TAIL =
  /(?:[ ,.!?…]+|[ ,]+(?:please|pls|plz|thanks|thank you|thx|ta|cheers|now|right now|then|for now|for me|if possible|if that's ok(?:ay)?|if we can|ok|okay|sorry|mate|here|will you|would you|could you|can you|real quick|quickly|actually|altogether|entirely|completely|for the moment|at the moment|i think|though|bot|coach|mate))+$/;

const THIS =
  '(?:this|that|it|the|this one|that one|the question|this question|that question|this step|this part|the current question)';

type Whole = Exclude<CommandName, 'correct' | 'none'>;

/** What people type, without its courtesy, when the whole message is the command. */
const WHOLE: readonly (readonly [Whole, RegExp])[] = [
  [
    'undo',
    /^(?:take it off|(?:scrap|drop|bin|remove|delete|forget|erase) (?:that |the |my )?(?:last |previous )?(?:answer|reply|bit)|(?:remove|delete|erase|forget|ignore|scrap) what i (?:just |last )?(?:answered|told you|said|wrote|entered)|(?:i )?(?:take|want) (?:my|the|that) (?:last |previous )?(?:answer|reply|words|statement)? ?back|undo(?: (?:that|it|this|please|(?:my |the )?(?:last|previous) (?:answer|step|one|thing|message|reply|entry)|my answer|what i (?:just )?(?:said|wrote|typed)))?|(?:take|took) (?:that|it|this|(?:my |the )?(?:last|previous)? ?(?:answer|reply|one)) (?:back|away|out)|take back (?:that|it|this|my (?:last |previous )?(?:answer|reply)|the last (?:one|answer)|what i (?:just )?said)|(?:scratch|delete|remove|erase|revert|reverse|forget|ignore|disregard|discard|strike|clear|unsend|cancel|withdraw|retract|drop|wipe) (?:that|(?:my |the |that )?(?:last|previous|latest) (?:answer|one|thing|reply|message|step|entry|response|input)|my answer|that answer|what i (?:just )?(?:said|wrote|typed|put|entered))(?: (?:answer|one|bit))?|revert|ctrl[ +-]?z|cmd[ +-]?z|i take (?:that|it) back|that(?:'s| was|s| is) (?:a mistake|wrong|an error|a typo|not right|not what i meant|incorrect)|(?:that was )?my mistake|(?:i )?made a mistake|i messed (?:that )?up|i (?:didn't|didnt|did not) mean (?:that|to (?:say|send|type|answer|click|press|write) that|it)|wrong answer|(?:i )?(?:clicked|pressed|hit|tapped|chose|picked) the wrong (?:one|button|option|thing)|misclick(?:ed)?|oops|whoops|typo|unanswer(?: that)?)$/,
  ],
  [
    'back',
    /^(?:go (?:one|a step|1) back|back up(?: one| a bit| a step)?|(?:look at|see|show(?: me)?|have|view|read|answer|get|go to) (?:the |my )?(?:last|previous|prior|earlier|preceding) (?:question|one|step)(?: again| once more)?|(?:return|go|get|come|jump|back) (?:back )?to (?:the |my )?(?:question|one|step) before(?: (?:this|that))?|(?:one|two|1|2) back|(?:go|going|get|take me|bring me|move|step|jump|return|head|turn|scroll|switch)?(?: to)? ?back(?: (?:up|one|1|a step|one step|1 step|a question|one question|1 question|a bit|to (?:the )?(?:previous|last|earlier|prior|one before)(?: (?:question|one|step|screen|page|part|bit))?|to (?:the )?question before(?: this)?|to (?:the )?(?:first|second|third|beginning|start|other) ?(?:question|one|step)?|to where we were|a page|once))?|(?:the |show (?:me )?(?:the )?|see (?:the )?|ask (?:me )?(?:the )?|return to (?:the )?|revisit (?:the )?|redo (?:the )?|re-?answer (?:the )?|what was (?:the )?|what's (?:the )?|to (?:the )?)?(?:previous|prev|prior|preceding|earlier)(?: (?:question|one|step|screen|page|part))?|(?:the )?(?:question|one|step) before(?: this| that)?|(?:back|previous)(?: (?:please|one|question|step))|step back|(?:one|a|1) step back|(?:one|1|a) (?:step|question) (?:back|earlier|up)|rewind|change my (?:last |previous )?answer|(?:edit|redo|fix) my (?:last|previous) answer|(?:see |show |show me |look at |view |return to |get |have )?(?:the )?(?:question|one|step|thing) before (?:this|that)(?: one| question)?(?: again)?|zurück|(?:the )?last question|backwards?|<-+|←|go to (?:the )?(?:previous|last|prior)(?: (?:question|one|step))?)$/,
  ],
  [
    'skip',
    new RegExp(
      `^(?:(?:jump|hop|pass|go|move|leap|step) over (?:this|it|that|this one|that one|this question)|not this one|leave (?:this|that) one(?: out)?|skip(?:ping)?(?: (?:${THIS}|to the next(?: one| question)?|ahead|over(?: (?:this|it|that))?|past (?:this|it|that)|question|for now|one|step|this for now))?|skip (?:the |this |that )?(?:question|one|step|part|bit)|pass(?: on)?(?: (?:this|that|it|this one|that one|this question))?|next(?: (?:question|one|step|pls))?|(?:the )?next (?:question|one)|(?:move|moving|go|jump|carry|skip|get) (?:on|ahead|forward)?(?: ?to (?:the )?next(?: (?:question|one|step|part))?)|move on|(?:i )?(?:rather|prefer|choose) not(?: to)?(?: (?:say|answer|tell|share|disclose|go there|talk about (?:it|that|this)))?(?: ${THIS})?|(?:not|not going|not gonna|not willing|rather not)(?: to)? (?:say|answer|tell|share|disclose)(?: ${THIS})?|(?:i )?(?:don't|dont|do not|won't|wont) (?:want|wanna|wish|feel like|care)(?: to)? ?(?:answer(?:ing)?|say(?:ing)?|tell(?: you)?|shar(?:e|ing)|disclose|discuss(?:ing)?|talk(?:ing)? about)(?: ${THIS})?|leave (?:this|that|it|this one|that one)(?: one)? (?:blank|empty|out|open|unanswered)|leave blank|no comment|no answer|n\\/?a|not applicable|doesn'?t apply(?: to me)?|not relevant(?: to me)?|ask me (?:something else|another (?:one|question)|a different question)|(?:a )?(?:different|another) question|omit (?:this|it|that)|ignore this question)$`,
    ),
  ],
  [
    'why',
    /^(?:[^,.!?]{0,40}\b(?:purpose|reason|point|relevance|rationale|use) (?:of|for|behind|in|to) (?:this|that|the|asking|your|knowing|it|me)\b[^,.!?]{0,20}|reason (?:for|of) asking|what(?:'s|s| is| has| does)? (?:that|this|it)(?: got| have| has| had)+ to do with [^,.!?]{1,30}|what (?:makes|made|has) you (?:ask|asking|want|need)[^,.!?]{0,20}|(?:how|what) (?:will|would|do|does) (?:you|that|this|it) (?:use|help|matter|change|do)(?: (?:this|that|it|me|anything|with|for|information|info|the|my|answer))*|(?:but |and )?why|why (?:do|would|are|did|must|should|does|is|r|u|you)(?:n't)? ?(?:you|u|i|we|it|that|this|bowout)? ?(?:ask|asking|need|want|wanna|have|care|know|matter|tell|important|relevant|necessary|needed|required|answer|say|give|share|even|interested|to know|really|like)?(?: (?:me|that|this|it|to know|know|about (?:that|this|it)|for|all|to (?:know|answer|tell|say|give|ask)|you|u|ask|asking|matter|need|so much|important|relevant|question|the|my|salary|pay|company|name|date|deadline|information|info|here|even|want|for that|so personal))*|why (?:this|that)(?: (?:question|one|matters?|info(?:rmation)?))?|what(?:'s|s| is) (?:this|that|it|the (?:question|info(?:rmation)?)) (?:for|good for)|what(?:'s|s| is) the (?:reason|point|purpose|relevance|use)(?: (?:of|for|behind) (?:this|that|it|asking|the question|this question|that question|knowing (?:this|that)))?|what for|how come(?: you (?:ask|need|want)(?: (?:that|this|to know))?)?|how (?:is|does) (?:this|that|it) (?:relevant|matter|help|important|related|useful)|what (?:do|would|will) you (?:need|want|use|do with) (?:this|that|it)(?: (?:info|information|for))*|what (?:does|has) (?:this|that|it) (?:have|got)? ?to do with (?:it|anything|this|that|my .{1,30})|what difference does (?:it|that|this) make|(?:the )?reason|does (?:it|that|this) (?:really |even )?matter|is (?:this|that|it) (?:really |even )?(?:necessary|needed|important|relevant|required)|explain why|tell me why|purpose|for what|what(?:'s|s| is) it to you|y (?:do )?(?:u|you) ask|why tho(?:ugh)?)$/,
  ],
  [
    'repeat',
    /^(?:repeat(?: (?:that|this|it|(?:the |your |that |this |last )*(?:question|message|one|step|part|bit|last one)|what you (?:just )?said|yourself|please))?|(?:say|ask|tell me|show me|show|send|run|read|give me|state)(?: me)? (?:that|it|this|(?:the|that|your) (?:last )?(?:question|message|one))(?: to me| by me)? (?:again|once more|one more time|another time|slower|differently|in other words)|(?:show|ask|send|read)(?: me)? (?:the |your )?question(?: again)?|again|once again|(?:once|one time) more|one more time|come again|pardon(?: me)?|i beg your pardon|beg pardon|say (?:what|again)|eh|huh|what|wut|wot|sorry|excuse me|what (?:was|is|were) (?:that|the question|your question|you asking|you saying|it|the (?:last )?(?:one|question)|u asking)(?: again)?|what(?:'s|s) the question(?: again)?|what was that|what did (?:you|u) (?:just )?(?:say|ask|mean)(?: again| by that| there)?|what do (?:you|u) mean(?: by (?:that|this|it))?|what are you (?:asking|saying)(?: me)?|what does (?:that|this|it) mean|(?:i )?(?:didn't|didnt|did not|don't|dont|do not|couldn't|couldnt) (?:quite |really )?(?:get|catch|understand|follow|hear|see|read)(?: (?:that|this|it|you|the question|your question|what you (?:mean|said|are asking)))?(?: (?:bit|part|one))?|(?:i )?(?:missed|forgot|lost) (?:that|it|the question|what you (?:said|asked)|your question)|(?:re-?phrase|rephrase|reword|re-?ask|re-?send|restate|reask)(?: (?:that|it|this|(?:the|your|that) (?:last )?(?:question|one)))?|(?:the )?question again|(?:come )?again please|ask (?:me )?again|in other words|remind me (?:of |what )(?:the question(?: was)?|you asked|you just asked)|where were we|not following|you lost me|lost me|i(?:'m| am|m) (?:lost|confused)|what u mean|clarify(?: (?:that|the question|please))?|explain (?:that|the question|what you mean))$/,
  ],
  [
    'pause',
    /^(?:(?:(?:we|i|let's|let us|you)(?:'ll| will| can| could)? )?(?:carry on|continue|resume|finish|go on|proceed|talk|speak|chat|pick (?:this|it) up)(?: (?:this|it|with this|about this|then))? (?:later|tonight|tomorrow|this evening|this afternoon|after \w+|in the (?:morning|evening|afternoon)|on \w+day|another time|some other time)|pause(?: (?:this|that|it|here|the (?:conversation|chat|session|flow)|for (?:now|a (?:bit|while|moment|minute|sec|second|day|few (?:minutes|hours|days)))|until .{1,30}|things))?|(?:maybe |some other time |perhaps )?later(?: (?:today|on|maybe|tonight|this week))?|not (?:right )?now|not (?:at the moment|today|tonight|this minute)|(?:do|continue|finish|resume|answer|pick|take|carry on|come back to|get back to|return to|go on with|talk about|deal with|handle|complete|look at) ?(?:this|that|it|with this|the rest|up|with it|these|them|you|on)? ?(?:again )?(?:up |on )?(?:some (?:other )?(?:time|day)|another (?:time|day)|later(?: (?:on|today|tonight|this week))?|tomorrow(?: (?:morning|evening|afternoon))?|tonight|in (?:a (?:bit|while|minute|moment|few (?:minutes|hours|days))|an hour|the (?:morning|evening|afternoon))|next week|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|after (?:work|lunch|dinner|my meeting|this meeting|the weekend)|at the weekend|when i(?:'m| am|'ve| have| get) .{1,40}|after .{1,30})|pick (?:this|it) (?:back )?up .{1,40}|(?:i(?:'ll| will|ll) )?(?:be|come|get|return|check) (?:right )?back(?: (?:to (?:this|it|you|that)))?(?: (?:later|soon|tomorrow|tonight|in .{1,25}|after .{1,25}|when .{1,30}|another time|to (?:this|it|you)))+|(?:i(?:'ll| will|ll) )?be (?:right )?back(?: (?:later|soon|shortly|in .{1,25}))?|i'?ll (?:finish|do|answer|continue|think about it|reply|come back)(?: (?:this|that|it|the rest))? (?:later|tomorrow|tonight|in .{1,25}|after .{1,25})|brb|bbl|bbiab|ttyl|afk|gtg|g2g|hold on|hold it|hold that thought|hold|hang on|hang on a (?:sec|second|minute|moment|bit|tick)|one (?:sec|second|moment|minute|min)|1 (?:sec|min|minute)|just a (?:sec|second|moment|minute|min)|wait|wait a (?:sec|second|minute|moment|bit|min)|(?:a )?(?:give me|gimme|need|take) (?:a |some |one |five |ten |10 |5 )?(?:little |short |quick |bit of )?(?:break|breather|pause|minute|min|minutes|mins|moment|sec|second|time(?: out)?|time to think|breath|while)(?: (?:to think|break|first|from this))?|a break|break|timeout|time out|take five|(?:i )?(?:have to|need to|must|gotta|should|had to|to)? ?(?:go|run|dash|head (?:out|off)|step away|hop off|jump (?:off|on a call)|log off|get going|take a break|take a call|attend to something|stop for (?:now|today|tonight|the day))(?: (?:now|to a meeting|into a meeting|for now|for a (?:bit|while|moment)|to work|to bed|soon))?|(?:save|keep|park|hold|shelve|leave)(?: (?:this|that|it|my (?:answers?|progress|place|spot)|everything))?(?: (?:here|there|and (?:come back|continue|finish|resume)))? ?(?:for (?:later|now|tomorrow|another (?:time|day)|today|tonight|the (?:moment|time being))|until (?:later|tomorrow|tonight|.{1,20}))|save my progress|save and (?:exit|quit|continue later|finish later)|stop (?:here )?for (?:now|today|tonight|the (?:moment|day|time being))|(?:stop|leave it) (?:here|there) (?:for (?:now|today)|and continue .{1,20})|stop and (?:continue|come back|finish|resume) (?:later|tomorrow)|sleep on (?:it|this)|to be continued|tbc|put (?:this|it|that) (?:on hold|on pause|aside|off)(?: (?:for now|until .{1,20}))?|on hold|(?:i(?:'m| am|m) )?(?:busy|in a meeting|on a call|at work|driving)(?: (?:right )?now)?|(?:now is(?:n't| not)|not) a good time|bad time|can(?:'t|not|t) (?:do this |talk |answer |chat )?(?:right )?(?:now|today)|snooze(?: (?:this|it))?|enough for (?:now|today|tonight)|(?:that's|thats) (?:enough|all|it) for (?:now|today|tonight)|call it a (?:day|night))$/,
  ],
  [
    'cancel',
    /^(?:discontinue(?: (?:this|it))?|halt|cease|shut (?:it|this) down|stop it all|cancel(?:ling|ing)?(?: (?:this|it|that|all|everything|all of (?:this|it)|(?:the |this )?(?:whole (?:thing|conversation|flow)|conversation|chat|session|process|flow|thing|request)))?|stop(?: (?:this|it|that|now|here|please|everything|all of (?:this|it)|asking(?: me)?(?: (?:questions|stuff|things|that|this))?|talking(?: to me)?|the (?:conversation|chat|session|process|questions)|this (?:conversation|chat|session|process|nonsense)|right (?:here|now)|doing this))?|stop stop|quit(?: (?:this|it|now|the (?:chat|conversation|session)))?|exit(?: (?:this|now|chat|the (?:chat|conversation|session)))?|end(?: (?:this|it|here|now|chat|session|conversation|(?:the|this) (?:chat|conversation|session|flow|process)))?|abort(?: (?:this|it|mission))?|terminate(?: (?:this|it|the (?:chat|session|conversation)))?|(?:just )?forget (?:it|this|about (?:it|this|that)|the whole thing|everything|all (?:of )?(?:this|that))|never ?mind(?: (?:that|this|it|about (?:it|that|this)))?|nvm|nm|drop (?:it|this|the whole thing)|(?:i(?:'m| am|m) )?(?:done|finished|out)(?: (?:with (?:this|it|you|the questions))?)|call (?:it|this|the whole thing) off|leave (?:it|this|me alone|me be)|give up|i give up|(?:i )?(?:don't|dont|do not) (?:want|wanna|wish|need|feel like) (?:to )?(?:do(?:ing)? (?:this|it)|continue|go on|carry on|proceed|talk(?:ing)?|this|any of this|keep going|be here|finish|finish this|use this|chat)(?: (?:with (?:this|it|you)))?(?: (?:anymore|any more|any longer|after all|now|at all))?|(?:i )?changed my mind(?: about (?:this|it|doing this))?|close(?: (?:this|it|chat|the (?:chat|conversation|session)|this (?:chat|conversation)))?|kill (?:it|this)|enough(?: (?:of this|already|questions))?|that(?:'s|s| is) enough|get me out(?: of here| of this)?|get out|let(?:'s| us) not|(?:no more|too many) questions|scrap (?:it|this|the whole thing|everything)|bail|discard (?:this|it|everything|all)|(?:not|no longer) (?:interested|needed)(?: anymore)?|bin (?:it|this))$/,
  ],
  [
    'menu',
    /^(?:(?:take|bring|get) me to the (?:start|beginning|top|main page)|list (?:of )?(?:everything|all)(?: that)? (?:you|i) (?:can )?do|the menu|(?:(?:go|get|take me|bring me|return|back|go back)(?: back)? to (?:the )?|show(?: me)? (?:the )?|see (?:the )?|open (?:the )?|view (?:the )?|display (?:the )?|where(?:'s|s| is) (?:the )?|give me (?:the )?|list (?:the )?|pull up (?:the )?|bring up (?:the )?)?(?:(?:main|home|start|full|top|your) )?(?:menu|home ?(?:screen|page)?|main (?:page|screen|list)|start (?:page|screen|menu)|overview|dashboard)(?: options)?|(?:show|see|give|tell|list)(?: me)? (?:(?:all )?(?:the |my |your |all )*(?:options|choices|commands|features|topics|what you can do|what i can do))|(?:what|which)(?: other)? (?:are )?(?:my |the |other )?(?:options|choices|commands|topics)(?: are there| do i have| (?:can|do) (?:i|you) (?:use|have))?|options|commands|what (?:else )?can (?:you|u|i|we) do(?: here| for me| with (?:this|you))?|what(?:'s|s| is) on the menu|start (?:over|again|afresh|from (?:scratch|the (?:beginning|start|top)))|restart|begin again|do something else|something else|(?:from )?(?:the )?(?:beginning|top|start)|main|home|go home)$/,
  ],
];

const FIELD =
  "(?:reply[- ]by date|start(?:ing)? date|due date|deadline|date|day|time|company(?: name)?|employer|firm|name|role|position|job title|title|job|salary|pay|base(?: salary| pay)?|bonus|equity|amount|number|figure|offer|comp(?:ensation)?|package|money|rate|currency|location|city|place|office|manager|boss|contact|recruiter(?:'s name)?|email|channel|tone|reason|answer|stage|reminder|notice(?: period)?|commute|zone|time ?zone)";
const VALUE_START =
  '(?:(?:on |by |at |for |until |around |about )?(?:the |next |this |coming |a |an )?(?:[$£€₹]|\\d|(?!I\\b|My\\b|They\\b|The\\b|We\\b)\\p{Lu}|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|tomorrow|today|tonight|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|end of|noon|first|second|third|fourth|fifth))';

interface CorrectionRule {
  readonly pattern: RegExp;
  readonly value: number;
  readonly field?: number;
}

/** Ways to correct a fact, most explicit first. They see the text with its capitals, since names have them. */
const CORRECTIONS: readonly CorrectionRule[] = [
  {
    pattern: new RegExp(
      `(?:^|[-.,;:!?] ?|\\b(?:please|pls|to|you|i|and|can|could|let's|lets|me|we|should|just|would|i'd|kindly|wait|sorry|oops|actually|no|ok|okay) )(?:change|set|update|edit|correct|fix|move|switch|amend|adjust|make|put|push|modify|alter|replace|bump|shift|revise)(?: back)? (?:the |my |that |their |this |his |her |its )?(?:(?:last|previous|earlier|proposed|offered|employer's|company's|reply|interview|offer) )?(${FIELD})(?: of the offer| on file| for me| i gave(?: you)?)?(?: from .{1,40}?)?(?:,? (?:to be|to|into|as|with|back to|instead to|by|=)|:|,) +(.{1,200})$`,
      'iu',
    ),
    field: 1,
    value: 2,
  },
  {
    pattern: new RegExp(
      `\\b(?:wrong|incorrect|mistake in the|typo in the) (${FIELD})[,.:;-]*(?: sorry,?)? (?:(?:it(?:'s| is| was)?|should be|i meant|that's) )*(.{1,200})$`,
      'iu',
    ),
    field: 1,
    value: 2,
  },
  {
    pattern: new RegExp(
      `\\b(?:the |my |their )(${FIELD})(?: (?:that )?i (?:gave|said|told|typed|wrote|put|entered|mentioned)(?: you| before| earlier)*)? (?:is|was|are|were) (?:wrong|incorrect|a mistake|a typo|not right|off|mistyped|outdated|old)[,.;:-]* ?(?:(?:it(?:'s| is| was| should be)|that's|should be|its|the (?:right|correct|new) one is|make it|i meant|actually|rather|sorry|but) ?)*(.{1,200})$`,
      'iu',
    ),
    field: 1,
    value: 2,
  },
  {
    pattern: new RegExp(
      `\\b(?:the |my |their )?(${FIELD}) (?:is|was|are)(?:n't| not) .{1,60}?(?:,| but|;| -|\\.) ?(?:(?:but|rather|it(?:'s| is| was|s)|actually) )*(.{1,200})$`,
      'iu',
    ),
    field: 1,
    value: 2,
  },
  {
    pattern: new RegExp(
      `^(?:oh |no |sorry |wait |oops |hmm |well |hang on |hold on )*[, ]*(?:actually,? )(?:the |my |their )?(${FIELD})(?: (?:is|was|should be|should have been|has (?:changed|moved) to|changed to|moved to|will be)(?: actually| really)?|'s|:) (.{1,200})$`,
      'iu',
    ),
    field: 1,
    value: 2,
  },
  {
    pattern: new RegExp(
      `^(?:oh |no |sorry |wait |oops |hmm |well |hang on |hold on |my bad |my mistake )*[-, .]*(?:the |my |their )?(${FIELD})(?: (?:is|was) (?:actually|really|in fact|supposed to be|meant to be)| should (?:actually |really )?(?:be|have been|say|read)| (?:has |have |got |was )?(?:changed|moved|been (?:changed|moved|extended)|shifted|extended|pushed) (?:back )?to) (.{1,200})$`,
      'iu',
    ),
    field: 1,
    value: 2,
  },
  {
    pattern: new RegExp(
      `^(?:oh|no|sorry|wait|oops|whoops|ah|argh|my bad|my mistake|correction|hang on|hold on|scratch that|i was wrong|i made a mistake|i misspoke|mistake|ignore that|strike that|forget that)[-,.:;! ]+(?:(?:oh|no|sorry|wait|actually|i mean) ?[,-]? ?)*(?:the |my |their )(${FIELD}) (?:is|was|should be|are) (.{1,200})$`,
      'iu',
    ),
    field: 1,
    value: 2,
  },
  {
    pattern:
      /\b(?:i meant(?: to (?:say|write|type|put|pick|choose|answer|enter))?|i should have (?:said|written|typed|put)|i wanted to (?:say|write|put)|what i meant (?:was|is)|meant to (?:say|write|type|put|pick|choose))[,:]? +(.{1,200})$/iu,
    value: 1,
  },
  {
    pattern:
      /^(?:(?:oh|no|sorry|wait|oops|ah|ok|okay|hmm|and|please|can you|could you|let'?s)[-,.! ]+)*(?:correction|make (?:that|it)|let me correct (?:that|myself|this)|i(?:'d| would)? (?:like|need|want) to correct (?:that|myself|something|my answer)|to correct (?:that|myself)|i (?:need to|must|have to) correct (?:that|myself)|(?:it|that|this) should(?:'ve| have)? (?:actually |really )?(?:been|be|say|read)|change (?:that|it|this|my answer|my last answer|my earlier answer|what i said)(?: (?:back )?to)|update (?:that|it|this|my answer) to|(?:correct|fix|edit) (?:that|it|this) to|replace (?:that|it) (?:with|by)|change .{1,40} to|swap .{1,40} (?:for|to)|edit)[-:,;]* +(.{1,200})$/iu,
    value: 1,
  },
  {
    pattern:
      /^(?:(?:oh|sorry|oops|wait|no|actually|ah)[-,.! ]+)*(?:scratch that|strike that|ignore that|forget that|take that back|undo that|not that|wrong|that(?:'s| was|s) (?:wrong|not right|a mistake|a typo)|i was wrong|i made a mistake|i misspoke|i mistyped|my mistake|my bad|mistake|typo|oops|whoops|i typed (?:that|it) wrong)[-,.:;! ]+(?:(?:sorry|actually|i mean)[, ]+)*(?:it(?:'s| is| was|s)|that's|should be|make (?:that|it)|its) (?:actually |really )?(.{1,200})$/iu,
    value: 1,
  },
  {
    pattern: new RegExp(
      `^(?:[Ss]cratch that|[Ss]trike that|[Ii]gnore that|[Ff]orget that|[Tt]ake that back|[Nn]ot that|[Ww]rong|[Mm]y mistake|[Mm]y bad|[Mm]istake|[Tt]ypo|[Oo]ops|[Ww]hoops|[Ss]orry)[-,.:;! ]+(?:(?:sorry|actually|i mean|I mean)[, ]+)*(${VALUE_START}.{0,100})$`,
      'u',
    ),
    value: 1,
  },
  {
    pattern: new RegExp(
      `^(?:(?:oh|no|sorry|wait|hang on|hold on|ah|hmm|um|well|apologies|whoops)[-,.! ]+)*(?:actually|i mean|rather|or rather|in fact|sorry|wait|apologies|no)[-,.:! ]+(?:(?:sorry|no|wait|i mean|actually)[, ]+)*(?:(?:it|that|they|this)(?:'s| is| was|s| will be|'ll be| said| offered) )(?:actually |really |in fact )?((?:not .{1,40},? (?:but )?)?${VALUE_START}.{0,200})$`,
      'u',
    ),
    value: 1,
  },
  {
    pattern: new RegExp(
      `^(?:(?:[Oo]h|[Nn]o|[Ss]orry|[Ww]ait|[Hh]ang on|[Hh]old on|[Aa]h|[Hh]mm|[Uu]m|[Ww]ell)[-,.! ]+)*(?:[Aa]ctually|[Ii] mean|[Oo]r rather|[Ss]orry|[Ww]ait|[Nn]o)[-,.:! ]+(?:(?:sorry|no|wait|i mean|actually)[, ]+)*(?:make (?:it|that) )?(${VALUE_START}.{0,80})$`,
      'u',
    ),
    value: 1,
  },
  {
    pattern: new RegExp(
      `^(?:[Ii]t|[Tt]hat|[Tt]hey|[Tt]his)(?:'s| is| was|s| said) (?:actually|really|in fact|supposed to be|meant to be) (${VALUE_START}.{0,100})$`,
      'u',
    ),
    value: 1,
  },
  {
    pattern:
      /^(?:[Ii] (?:said|wrote|typed|put|told you|answered|entered)) .{1,60}?(?:,| but| and|;| -|\.) ?(?:but |actually |and )*(?:it(?:'s| is| was|s)(?: actually| really)?|that(?:'s| was) wrong,? it(?:'s| is)|i meant|should be|it should be|the correct (?:one|date|name|figure|answer|number) is) (.{1,120})$/u,
    value: 1,
  },
  {
    pattern: new RegExp(
      `^[Ii] (?:said|told you|wrote|typed|put|gave you) .{1,40}?,? but (?:the |my )?(${FIELD}) (?:is|was) (.{1,80})$`,
      'u',
    ),
    field: 1,
    value: 2,
  },
  {
    pattern: new RegExp(
      `^[Aa]ctually,? .{1,60}? (?:from|is|was|at|called|in|by|for|on|to) (${VALUE_START}.{0,60}?),? not ${VALUE_START}.{0,60}$`,
      'u',
    ),
    value: 1,
  },
  {
    pattern: new RegExp(
      `^(?:(?:[Ii]t|[Tt]hat)(?:'s| is| was|s) )?(?:[Nn]ot) ${VALUE_START}.{0,40}?(?:,| but|;| -|\\.) ?(?:but |it's |its |rather |it is )*(${VALUE_START}.{0,80})$`,
      'u',
    ),
    value: 1,
  },
  {
    pattern: new RegExp(
      `(?:^|[,;.:!] (?:but |actually |sorry )?)(?:(?:[Ii]t|[Tt]hat|(?:[Tt]he |[Mm]y |[Tt]heir )?${FIELD})(?:'s| is| was|s)(?: called| named| at| on)? )?(${VALUE_START}.{0,60}?),? (?:not|instead of|rather than) ${VALUE_START}.{0,60}$`,
      'u',
    ),
    value: 1,
  },
];

const FIELD_ONLY = new RegExp(
  `^(?:change|edit|update|correct|fix|amend) (?:the |my |that )?(?:last |previous |earlier )?(${FIELD})$`,
);

/** A question about a fact, or a remark on it, corrects nothing. */
const ASKING = /^(?:should|do|does|is|are|was|what|why|how|when|did|which|who|has|have)\b[\s\S]*\?$/i;
const REMARK =
  /^(?:quite|very|really|pretty|so|too|not|a bit|a little|good|bad|nice|great|interesting|fine|ok|okay|better|worse|low|lower|high|higher|far|close|hard|easy|fun|more|less|important|based|in|here|there|away|out|on|off|boring|competitive|negotiable|fair|decent|if|when|because|but|angry|happy|ok|the same|what|why|how|that|up|down|open|still|always|never)\b/i;

function correction(traced: Traced): Command | null {
  const { text, original } = traced;
  const straight = original.replace(/[‘’]/g, "'").trim();
  if (ASKING.test(straight)) return null;
  const opened = straight.slice(0, 1).toLowerCase() + straight.slice(1);
  for (const rule of CORRECTIONS) {
    const match = rule.pattern.exec(straight) ?? (rule.pattern.ignoreCase ? null : rule.pattern.exec(opened));
    if (!match) continue;
    const field = rule.field === undefined ? null : (match[rule.field] as string).toLowerCase();
    const rest = (match[rule.value] as string).trim().replace(/[\s.!?]+$/, '');
    if (rest === '' || (field !== null && REMARK.test(rest))) continue;
    return { command: 'correct', rest, field };
  }
  const bare = FIELD_ONLY.exec(withoutCourtesy(text.trim()));
  return bare ? { command: 'correct', rest: '', field: bare[1] as string } : null;
}

function withoutCourtesy(said: string): string {
  let rest = said.replace(TAIL, '');
  for (let lead = LEAD.exec(rest); lead; lead = LEAD.exec(rest)) rest = rest.slice(lead[0].length);
  return rest.trim();
}

const CLAUSE =
  /[,.;:!?()]+(?: |$)| - | (?:and then|then|and|so|because|but|or) (?=(?:i|we|let|go|take|show|start|stop|skip|move|ask|pause|keep|save|come|cancel|undo|return|repeat)\b)/;

/** Words that are commands only when they stand alone: answers hold them too. */
const WEAK =
  /^(?:later|next|again|back|why|what|wait|stop|sorry|done|home|options|pass|main|end|break|leave|out|hold|oops|whoops|typo|wrong|not (?:now|today|yet)|eh|huh|start|top|beginning|n\/?a|purpose|reason|previous|earlier|finished|enough|no answer|the reason|hang on|hold on|one (?:sec|second|moment|minute)|later .*|not relevant|not interested|no longer interested|busy|in a meeting|i take it|leave it|drop it|last question|different question|another question|tomorrow|that's wrong|that was wrong|my mistake|made a mistake|made a mistake|i made a mistake|changed my mind|i changed my mind|overview|something else|clarify|commands|revert|close|quit|exit|restart|pardon)$/;

function wholeCommand(said: string): Whole | null {
  const bare = withoutCourtesy(said);
  return WHOLE.find(([, pattern]) => pattern.test(said) || (bare !== '' && pattern.test(bare)))?.[0] ?? null;
}

/** Reads a command that repairs or leaves the conversation. An answer that holds such a word is `none`. */
export function readCommand(text: string): Command {
  const traced = trace(text);
  if (traced.text.length > LONGEST) return NONE;
  const said = withoutSlips(
    traced.text
      .trim()
      .replace(/[.!?…]+$/, '')
      .trim(),
  );
  const whole = wholeCommand(said);
  if (whole !== null) return { command: whole, rest: '', field: null };
  const clauses = said.split(CLAUSE).filter((clause) => clause.trim() !== '');
  const commands = clauses.map((clause) => (clause === said ? whole : wholeCommand(clause.trim())));
  const found = WHOLE.map(([command]) => command).find((command) => commands.includes(command)) ?? null;
  if (found !== null && commands.every((command) => command !== null))
    return { command: found, rest: '', field: null };
  const corrected = correction(traced);
  if (corrected !== null) return corrected;
  const strong = commands.filter((_, i) => !WEAK.test(withoutCourtesy((clauses[i] as string).trim())));
  const clear = WHOLE.map(([command]) => command).find((command) => strong.includes(command));
  return clear === undefined || said.length > 120 ? NONE : { command: clear, rest: '', field: null };
}
