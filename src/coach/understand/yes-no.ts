import { distance } from 'fastest-levenshtein';
import { readCommand } from './command.js';
import { plain } from './text.js';

export type YesNo = 'yes' | 'no' | 'unsure' | 'other';

const YES_WORD =
  'yes|yep|yeah|yea|ya|yah|yup|uh[ -]?huh|mm[ -]?hmm?|mhm+|yh|ye|yeh|yess|yus|yas|y|aye|yessir|affirmative|affirm|absolutely|definitely|certainly|totally|indeed|exactly|precisely|undoubtedly|undeniably|naturally|obviously|clearly|haan|ha+n ji|haanji|ji haan|oui|ja|jep|jawohl|si|sí|sim|tak|da|sure|surely|ok|okay|okey|kk|k|okie|okey dokey|alright|alrighty|agreed|agree|granted|positive|correct|right|true|fine|deal|done|roger|bingo|yay|probably|prob|probs|likely|presumably|mostly|largely|100%|100 percent|a hundred percent|one hundred percent|hundred percent|very|\\+1';
const NO_WORD =
  'no|nope|nah|naw|nay|na|n|noo|nop|noop|nein|non|nee|nahi|nahin|nai|nada|never|negative|negatory|hardly|barely|scarcely|neither|none|nothing|unlikely|doubtful|cannot|uh-uh|nuh-uh|nuh uh|uh uh|impossible|improbable';

/** Said before the answer, without changing it. */
const FILLER =
  /^(?:(?:well|um+|uh+|er+|erm+|oh|ah|so|hm+|honestly|frankly|to be (?:honest|fair|frank)|tbh|tbf|i mean|like|look|wait|actually|basically|in fact|and|but|then|lol|haha|ha|omg|god|hey|hi|hello|sorry|thanks|thank you|if i'm honest|in all honesty|truthfully|you know|yk|oops|whoops|my bad|my mistake|let me see|let's see|good question|ok so|okay so|as far as i (?:know|can tell|am aware|remember)|afaik|from what i(?:'ve| have)? (?:heard|seen|know|understand)|in my (?:opinion|view|case)|for me|personally|if possible|at (?:this|the) (?:moment|point|stage|time)|for now|currently|right now|my answer is|the answer is|answer:|i(?:'d| would|'ll| will) (?:have to |probably )?(?:say|go with|answer)(?! (?:so|not)\b)|i(?:'m| am) (?:going to|gonna) (?:say|go with)|i say|i said|say|put me down (?:for|as)(?: a)?|that's a|it's a|a|an|to which i say|short answer:?|in short)[ ,:.!-]+)+/;

/** They hold a word of the other side; they are settled first. */
const TURNED_YES =
  /^(?:uh[ -]?huh|mm+[ -]?hmm?|i would be (?:happy|glad|delighted|willing) to|i'd be (?:happy|glad|delighted|willing) to|ofcourse(?! not)|no reason (?:not|why not)\b|(?:there(?:'s| is) |i have |i've |i've got |i have got |with(?:out)? |beyond |well )*(?:no|any|a|zero|little|not a|without) (?:doubts?|question|problem|problemo|prob|probs|objections?|issues?|worries|brainer|hesitation|reservations?|complaints|biggie|contest|qualms|shadow of a doubt|bother|trouble|argument(?:s)?(?: (?:here|there|from me))?)\b|(?:absolutely |definitely )?no (?:doubts?|question|problem|problemo|objections?|issues?|worries|brainer|hesitation|reservations?|complaints|biggie|probs?|qualms|two ways about it)\b|(?:why|how could i|who would(?:n't| not)?) (?:not|the hell not|wouldn't i|would i not|ever not|say no)\b|not a (?:problem|doubt|question|bother)|(?:i |we )?(?:couldn't|could not|can't|cannot) (?:agree more|say no|refuse|complain|deny it|argue with that|be (?:more sure|happier|surer))|(?:i |we )?(?:wouldn't|would not) say no|(?:i )?(?:don't|do not) (?:doubt it|see why not|disagree|mind at all)|can't wait|never been (?:surer|more sure|more certain)|not wrong|you(?:'re| are) not wrong|that's not wrong|can't argue)/;

const UNSURE_ALONE =
  /^(?:hm+|um+|uh+|er+|meh|eh|shrug|idk|idek|dunno|dk|unsure|unclear|uncertain|undecided|maybe|mayb|may be|perhaps|possibly|potentially|conceivably|perchance|jein|vielleicht|peut-?etre|quizas|tbd|tbc|depends|dependent|sometimes|sort ?of|sorta|kind ?of|kinda|ish|so-so|so so|partly|partially|somewhat|half|in part|fifty[ -]fifty|50[ /-]?50|neutral|torn|conflicted|ambivalent|mixed|either|both|neither yes (?:n)?or no|yes and no|yes\/no|no and yes|yes or no|a bit(?: of both)?|a little(?: of both)?|bit of both|hopefully|might|could|could be|might be|may|debatable|questionable|wavering|pending|beats me|search me|pass|\?+|🤷.*|not sure|no idea|no clue|still thinking|thinking|hard to say|tough call|tough one|close call|toss[ -]?up|coin ?(?:flip|toss)|it varies|varies|who knows|god knows|in between|in the middle|middle|more or less yes and no)$/;

const UNSURE =
  /\b(?:(?:not|n't|never|isn't|wasn't|less than|far from|hardly|ain't) (?:(?:so|too|really|quite|100%|100 percent|a hundred percent|totally|entirely|fully|very|yet|all that|that|completely|absolutely|exactly|particularly|super|entirely|altogether|overly|terribly|really that|even|at all|like) )*(?:sure|certain|clear|decided|convinced|confident|settled|positive)\b(?: one way)?|unsure|uncertain|undecided|un-?clear|maybe|perhaps|possibly|dunno|idk|(?:don't|do not|dont|didn't|didnt|doesn't|can't|cant|cannot|can not|couldn't|couldnt|wouldn't|wouldnt|won't|don'?t really|do not really|don't actually|don't quite|don't even|don't yet|not) (?:really |actually |quite |honestly |even |yet |truly |fully )*(?:know|have (?:a|any|the faintest|the slightest) (?:idea|clue)|say for (?:sure|certain)|say (?:yes or no|either way|one way|yet|really|with (?:any )?certainty|right now|at this point)|tell(?: yet| really| for sure| either way| at this point)?|decide|make up my mind|be (?:sure|certain)|remember|recall|made up my mind)|can't say$|cannot say$|couldn't say$|no (?:idea|clue|strong (?:feelings?|opinion|view)|preference|opinion|way (?:of knowing|to know|to tell|to be sure)|firm (?:answer|view))|haven'?t (?:(?:really|quite|fully|yet|actually) )*(?:decided|made up my mind|figured|thought|a clue|the (?:faintest|foggiest|slightest)|got a clue|worked (?:it|that) out|settled|a scooby)|(?:have not|not) (?:(?:really|yet|fully|quite) )*(?:decided|made up my mind|figured (?:it|that) out|thought about)|yet to (?:decide|make up|figure)|(?:it|that|this|all|really|kind of|sort of|kinda|totally|entirely)? ?(?:all )?depends?(?: on| upon|,|$| really| if| how| what| who)|depending on|on the fence|in two minds|of two minds|torn|conflicted|in (?:a )?doubt\b|have (?:my |some |a few )?doubts|having (?:my |some |second )?(?:doubts|thoughts)|(?:hard|difficult|tough|tricky|impossible|too (?:early|soon)|early|not easy) (?:to (?:say|tell|know|answer|judge|call|decide|predict|be sure)|one|call|question)|who knows|anyone'?s guess|your guess is as good|could (?:be|go either way|swing either way|go both ways)|can go either way|goes either way|either way|both ways|up in the air|(?:50|fifty)[ /-]?(?:50|fifty)|half (?:and|&|n|of me|yes|and half|-and-half|-half)|part of me|partly yes|in (?:a|some) ways?|to (?:some|a certain|a degree|an) (?:extent|degree)|up to a point|a bit of both|little of both|bit of each|yes and (?:also )?no|no and yes|i wonder|wondering|(?:i )?(?:might|may)(?: be| do| have| not| well| or might| or may)?\b|toss[ -]up|coin (?:flip|toss)|sit(?:ting)? on the fence|(?:need|want|have|like|going|got) (?:some |more |a bit more |a little |a bit of |a little more )?(?:to think|time to think|time)|let me think|thinking about it|still (?:thinking|deciding|weighing|considering|debating|figuring|unsure|undecided|not sure|mulling|open|wavering|contemplating|making up)|wavering|going back and forth|back and forth|jury(?:'?s| is)(?: still)? out|keep changing my mind|to be (?:decided|determined|confirmed)|i wish i knew|not a (?:clue|scooby)|neither way|half half|remains to be seen|we(?:'ll| will)? ?see|time will tell|wait and see|not necessarily|i(?:'m| am) (?:not )?lost|mixed feelings|confused|puzzled|(?:kind|sort) of(?! (?:yes|no|yeah|not))|kinda(?! (?:yes|no|yeah))|sorta(?! (?:yes|no|yeah))|so[- ]so|undetermined|hopefully|i hope (?:so|not)|fingers crossed|ask me (?:again|later|tomorrow)|can i (?:think|get back)|ambivalent|indifferent|neither here nor there|neither yes nor no|not yes (?:and|or) not no|somewhere in between|in between|open question|a maybe|be a maybe|question mark|don't want to (?:say|commit) (?:yet|either)|need to (?:check|ask|find out|look|think|sleep|consider|see)|have to (?:check|ask|find out|look|think|sleep|consider|see)|i(?:'ll| will|'d) (?:have to |need to )?(?:check|think about|find out|sleep on|look into))\b/;

/** The doubt is about a detail: the answer stands. */
const LEANS_YES =
  /^(?:(?:i |we )(?:do |really |honestly )*(?:think|believe|guess|suppose|reckon|assume|imagine) (?:that )?(?:it|that|this) (?:is|was|does|did)(?: (?:the case|so|right|true|correct))?$|(?:i |we )(?:do |really |do really |strongly |honestly |definitely |kind of |kinda )?(?:think|thought|believe|guess|suppose|imagine|reckon|expect|assume|feel|suspect|gather|presume|figure|bet|hope to|'d think|would think|would say|'d say|would imagine|should think|'d imagine) (?:so|yes|yeah|yep|i (?:do|am|did|have|will|would|can|could|should)|it (?:is|does|did|was|will|would|has)|they (?:do|did|are|have|will|would)|that'?s (?:right|true|correct|the case|a yes)|probably|it's a yes|he (?:did|does|is|has)|she (?:did|does|is|has)|we (?:do|did|are|have))\b|(?:guess|suppose|think|believe|reckon|seems?|appears?|looks?|would say|say|imagine|expect|assume|presume|hope|gather)(?: so| like it| that way| yes)$|(?:it|that|this) (?:seems?|looks?|appears?|sounds?|feels?)(?: so| like it| that way| right| good| fine| great| about right| okay| ok| correct)$|(?:it )?(?:seems?|looks?|sounds?|feels?) (?:like it|that way|so|right|good|great|fine|ok|okay|about right|perfect|reasonable|like a plan|correct)|(?:pretty|fairly|quite|reasonably|almost|nearly|about|90%|95%|99%|80%|i'm (?:pretty|fairly|quite|almost)|i am (?:pretty|fairly|quite|almost)|very|really) (?:sure|certain|much(?: so| yes)?|confident|likely|positive)|(?:more|most) (?:than|or less|likely|probably|certainly|definitely|assuredly)(?: likely)?(?: yes)?$|rather yes|(?:most )?(?:likely|probably|presumably)\b(?! not| no| won't| don't| isn't| wouldn't| wont| can't| never| unlikely)|leaning (?:towards? )?(?:yes|a yes|that way)|(?:i'm|i am|im|i'd be) (?:leaning|inclined|tempted) (?:towards? |to say )?(?:yes|a yes|agree|to (?:say yes|agree|accept))|in all (?:likelihood|probability)|odds are|chances are|good chance|i'd like (?:to think so|that|to)|in (?:principle|theory|general|essence)(?:,? yes)?$|for the most part|by and large|on balance,? yes|on the whole,? yes|i (?:guess|suppose|imagine|think|believe|reckon|presume)$|dare ?say|i'd hope so|more yes than no|closer to yes|kinda yes|kind of yes|sort of yes|sorta yes|(?:i )?have to say yes|i(?:'ll| will)? have to (?:agree|admit it))/;
const LEANS_NO =
  /^(?:(?:it |that |this )?(?:doesn't|does not|didn't) (?:look|seem|sound|appear|feel)(?: like it| so| that way| to be)?|(?:i|we|they|he|she|it)(?:'ve| have| has| had| did| do| will| would| can| could)? never\b|(?:i'm |i am )?afraid (?:they|he|she|it|i|we) (?:didn't|don't|haven't|won't|isn't|wasn't|can't)|(?:i |we )?(?:do |really |honestly |just )*(?:don't|do not|dont|didn't|did not|didnt|wouldn't|would not|wouldnt|can't|cannot|cant) (?:really |actually |honestly |quite |personally )*(?:think|believe|reckon|suppose|imagine|feel|see|expect|guess|say|call|see (?:it|that|how|myself)|see that happening)(?: (?:so|that|it|it is|they (?:did|do|have|are|will|would)|i (?:do|did|am|have|can|could|will|would|want|should)|we (?:do|did|have|are)|he (?:did|does|has)|she (?:did|does|has)|there (?:is|was|are)|anyone|that way))*\b|(?:i |we )?(?:really |very much |highly |seriously |kind of |kinda |strongly |quite )*doubt (?:it|that|so|they|he|she|very much|whether|if)|doubtful|(?:highly |very |most |pretty |rather |quite |somewhat |it's |that's |seems )*unlikely|(?:i |we )?(?:guess|suppose|think|believe|reckon|hope|imagine|fear|expect|assume|presume|suspect|gather|feel|'m afraid|am afraid|afraid|would say|'d say|would rather|'d rather|prefer|figure|seems|say) (?:not|no|nope|nah|i (?:don't|didn't|haven't|won't|can't)|it (?:isn't|doesn't|wasn't|won't|is not)|they (?:don't|didn't|haven't|won't))\b|(?:i'm |i am |im )?afraid (?:not|no)|(?:(?:most )?probably|most likely|likely|presumably|apparently|preferably|ideally|certainly|definitely|absolutely|obviously|clearly|of course|course|totally|hopefully|generally|usually|mostly|sadly|unfortunately|regrettably|evidently|still|surely|honestly|simply|just|again|literally|also|emphatically|truly|clear|hard|firm|solid|big|strong|resounding|soft|fat|polite|definite|for now|currently|alas)(?:,? (?:it's |that's |that's a |a |it's a )?)(?:not|no|nope|nah|never|isn't|don't|do not|doesn't|haven't|won't|can't|didn't|wouldn't)\b|leaning (?:towards? )?(?:no|against|a no)|(?:i'm |i am |im |i'd be )(?:leaning|inclined|tempted) (?:towards? |to say |against|not )?(?:no|a no|it|that|to)?$|more no than yes|closer to no|kinda no|kind of no|sort of no|if only|i wish|as if|yeah right|fat chance|dream on|when pigs fly|over my dead body|not in a million|far from it|anything but|by no means|in no way|under no circumstances|on no account|out of the question|no (?:way|chance|thanks|thank you|ta|need|sir|ma'am|siree|longer|more|dice|can do|go|such luck|intention|plans?|desire|interest|not|point|use|one|reason)\b|nobody|no-?one|(?:the )?(?:opposite|contrary)|wrong|false|incorrect|negative|refuse|declined?|disagree|i (?:refuse|decline|disagree|pass)|absolutely not|(?:hell|heck|hells|god|good god|lord|christ|fuck|oh|aw|ah|ew) (?:no|nah|nope|naw)\b|(?:denied|rejected|refused|disapproved|vetoed)$|(?:that|it|this)(?:'s| is) (?:wrong|false|incorrect|untrue)$|please no|please don't|don't(?: do (?:it|that)| bother| you dare)?$|do not(?: do (?:it|that))?$|rather not|(?:i'd |i would |we'd )?(?:rather|prefer) not|pass on that|(?:i'll |i will )pass|nothing (?:yet|at all|like that|of the sort|in writing|so far|written|official|formal)|zero|nil|not(?! (?:sure|certain|clear|decided|only|a problem|bad|to mention|wrong|necessarily|going to lie))\b|(?:won't|can't|isn't|doesn't|didn't|wouldn't|haven't|don't|hasn't|wasn't)(?: (?:happen|happening|work|be|do|have|say|think|want|need|care|plan|the case|yet|really|possible|true|going to).*)?$|aint|ain't|(?:can't|won't|wouldn't|didn't|haven't|doesn't|isn't)$|without)/;

const SUBJECT =
  '(?:i|we|they|he|she|it|that|this|there|you|my (?:boss|manager|partner|wife|husband)|the (?:company|offer|recruiter|manager|employer|contract)|nobody|no one|nothing)';
const NEGATED =
  "(?:do not|don't|dont|does not|doesn't|doesnt|did not|didn't|didnt|have not|haven't|havent|has not|hasn't|hasnt|had not|hadn't|am not|'m not|m not|is not|isn't|isnt|'s not|are not|aren't|arent|'re not|was not|wasn't|wasnt|were not|weren't|werent|will not|won't|wont|would not|wouldn't|wouldnt|can not|cannot|can't|cant|could not|couldn't|couldnt|should not|shouldn't|shouldnt|'ve not|'d not|never)";
const AFFIRMED =
  "(?:do|does|did|have|has|had|am|'m|is|'s|are|'re|was|were|will|'ll|would|'d|can|could|should|'ve)";
const ADVERB =
  "(?:yet|sure|really|actually|already|indeed|sadly|unfortunately|sorry|at all|anymore|any more|any longer|so far|though|either|too|also|now|currently|definitely|certainly|absolutely|totally|for sure|of course|thanks|thank you|thankfully|luckily|fortunately|honestly|still|no|nope|nah|yes|yeah|yep|sir|ma'am|in fact|as it happens|very much|for certain|to be honest|tbh|at the moment|right now|today|recently|just|always|both|all|though|tho)";
const OBJECT =
  '(?:so|it|that|this|them|one|any|anything|everything|something|him|her|signed?|told|told them|told him|told her|told anyone|decided|accepted|resigned|given notice|agreed|asked|asked (?:yet|them|for it)|heard|got|gotten|received|done|been|plan to|want to|want it|want that|want one|intend to|need to|need it|care|wish to|have (?:it|one|any|to|that)|do (?:it|that|so|this)|like (?:it|to|that)|like that|going to|gonna|the case|true|right|correct|happening|happy with (?:it|that)|happy|interested|ready|comfortable(?: with (?:it|that))?|ok(?:ay)? with (?:it|that)|fine with (?:it|that)|sure|certain|positive|confident|ok(?:ay)?|fine|good|cool|great|fair|alright|acceptable|in writing|said (?:so|that|it|anything|yes|no)|mentioned (?:it|that|anything)|seen (?:it|one|that|anything)|see (?:it|one|that)|put (?:it|that|anything) in writing|signed (?:it|anything|yet|the contract|a contract)|sign(?:ed)? (?:it|anything)|spoken to (?:them|him|her)|replied|responded|answered|sent (?:it|anything)|started|begun|finished|thought about it|considered it|worth it|possible|negotiable|an option|for me|good enough|enough|acceptable|final|anyone|anybody|nothing|had (?:one|any|it|the chance)|got (?:it|one|any|that)|made (?:one|it|a decision)|met (?:them|him|her)|checked|looked|tried(?: yet| it)?|discussed (?:it|that)|talked (?:about it|to them)|applied|interviewed|visited|moved|relocated?|accept(?: it| that)?|take (?:it|that)|go(?: back| there| for it)?|stay|leave|know(?: that| it)?|agree|work(?: for me)?|help|matter|apply)';
const SHORT_NO = new RegExp(`^${SUBJECT} ?${NEGATED}(?:[ ,]+(?:${ADVERB}|${OBJECT}))*$`);
const SHORT_YES = new RegExp(
  `^${SUBJECT} ?(?:${ADVERB} )*${AFFIRMED}(?:[ ,]+${ADVERB})*(?:[ ,]+(?:so|it|that|one|them|signed|told them|decided|accepted|resigned|agreed|sure|certain|positive|confident|correct|right|true|the case|done|done (?:so|that|it)|have (?:it|one|that|to)|want (?:to|it|that)|happy with (?:it|that)|interested|ready|happy(?: to)?|like (?:it|that|to)|love (?:it|that|to)|ok(?:ay)? with (?:it|that)|fine with (?:it|that)|comfortable with (?:it|that)|in writing|said so|seen it|asked|worth it|agree|in))?(?:[ ,]+${ADVERB})*$`,
);

const YES_PHRASE =
  /^(?:(?:can(?: lah| lor| one| also)?$|(?:that|it|this)(?: would be|'d be| will be) (?:lovely|great|nice|good|perfect|fine|wonderful|ideal|fantastic|brilliant|ok|okay|helpful|amazing)|of course|ofc|off course|sure thing|for sure|fo sho|very much(?: so)?|by all means|most (?:certainly|definitely|assuredly)|without (?:a |any )?(?:doubt|question|hesitation|fail)|that'?s (?:right|true|correct|it|a yes|the one|so|fine|good|great|ok(?:ay)?|affirmative|exactly (?:right|it)|me)|that is (?:right|true|correct|so|fine|the case)|it'?s (?:true|right|correct|a yes|fine|so|done|good)|you(?:'re| are) (?:right|correct)|(?:i |we )?(?:completely |totally |fully |absolutely )?(?:agree|concur|confirm|accept|approve)|confirmed|confirm|(?:accepted|approved|authori[sz]ed|done and dusted|signed off)$|go (?:ahead|for it|on)|do (?:it|so|that)|let'?s (?:do (?:it|that|this)|go(?: for it| ahead)?|try)|please(?: do| go ahead)?|yes please|sounds (?:good|great|right|fine|ok|okay|perfect|like a plan|reasonable)|works(?: for me| fine)?|that works|fine (?:by|with) me|good (?:by|with) me|ok(?:ay)? (?:by|with) me|(?:i'm|i am|im|count me) (?:in(?=$|[,.!])|game|down|on board|up for (?:it|that)|all for it|for it|happy to)|you bet(?:cha)?|you know it|you got it|damn (?:right|straight)|too right|hell ye(?:s|ah)|heck ye(?:s|ah)|fuck ye(?:s|ah)|oh ye(?:s|ah)|god yes|already (?:did|done|have|signed|told them|decided|accepted|am|do)|(?:i |we |they )already (?:did|have|am|do|are)|did (?:so|that|it)|i'd (?:love|like) (?:to|that|it)|would love (?:to|that|it)|i would (?:love|like) (?:to|that|it)|love to|gladly|with pleasure|my pleasure|happy to|happily|willing(?:ly)?|i'm willing|(?:always|every time|all the time|often|usually|generally)$|spot on|quite(?: so| right)?$|just so|perfect|great|good|excellent|awesome|cool|lovely|brilliant|nice|👍.*|✅.*|💯.*|👌.*|🙌.*|✔.*|☑.*))(?:$|[ ,.!])(?!(?:not|no|never)\b)/;

const NO_PHRASE = /^(?:👎.*|❌.*|🚫.*|🙅.*|✖.*)$/;

/** Weak words answer only when little follows: "right, they offered 90" tells a fact. */
const WEAK =
  /^(?:ok|okay|okey|k|kk|right|true|fine|done|deal|correct|good|great|cool|nice|perfect|excellent|awesome|lovely|brilliant|alright|alrighty|very|da|si|ja|non|na|n|y|positive|clearly|obviously|please|likely|mostly|largely|granted|neither|none|nothing|negative|wrong|false|without|never mind|nobody|no one|agreed|agree|zero|nil|always|often|usually|generally)\b/;

const QUESTION =
  /^(?:(?:and|but|so|ok|okay|hm+|wait|sorry|well|um+|hey|hi|yes|yeah|no)[ ,]+)*(?:what|which|who|whom|whose|where|when|how|why|is|are|am|was|were|do|does|did|can|could|should|would|will|shall|have|has|may|might|isn't|aren't|don't|doesn't|didn't|can't|couldn't|shouldn't|wouldn't|won't|tell me|explain|any (?:idea|advice|tips|suggestions|thoughts))\b(?!,| not$| not\?$)/;
const ASKS = /\?/;

const CHANGE =
  /\b(?:actually|wait|no wait|hang on|hold on|scratch that|i mean|i meant|rather|correction|on second thoughts?|come to think of it|oops|sorry|my bad|my mistake|let me rephrase|then again|hmm|misread|mistyped|changed my mind|strike that|make that|reconsider)\b/;

const ALWAYS_FUZZY = [
  'definitely',
  'absolutely',
  'probably',
  'certainly',
  'perhaps',
  'unlikely',
  'totally',
  'undecided',
  'uncertain',
  'exactly',
  'correct',
];

const SPELT: Readonly<Record<string, string>> = {
  yse: 'yes',
  ys: 'yes',
  eys: 'yes',
  yesh: 'yes',
  yees: 'yes',
  yres: 'yes',
  ues: 'yes',
  tes: 'yes',
  yws: 'yes',
  yed: 'yes',
  yeha: 'yeah',
  yeaah: 'yeah',
  yeap: 'yep',
  yessum: 'yes',
  prolly: 'probably',
  probs: 'probably',
  def: 'definitely',
  defo: 'definitely',
  deffo: 'definitely',
  defs: 'definitely',
  abso: 'absolutely',
  obvs: 'obviously',
  obv: 'obviously',
  mabye: 'maybe',
  mayby: 'maybe',
  mebbe: 'maybe',
  prehaps: 'perhaps',
  nopes: 'nope',
  noep: 'nope',
  npe: 'nope',
  nto: 'not',
  ni: 'ni',
  dont: "don't",
  doesnt: "doesn't",
  didnt: "didn't",
  havent: "haven't",
  hasnt: "hasn't",
  hadnt: "hadn't",
  isnt: "isn't",
  arent: "aren't",
  wasnt: "wasn't",
  werent: "weren't",
  wont: "won't",
  wouldnt: "wouldn't",
  cant: "can't",
  couldnt: "couldn't",
  shouldnt: "shouldn't",
  im: "i'm",
  ive: "i've",
  thats: "that's",
  theres: "there's",
  its: "it's",
  youre: "you're",
  theyre: "they're",
  shure: 'sure',
  suer: 'sure',
  okk: 'ok',
};

function spelt(word: string): string {
  const known = SPELT[word];
  if (known !== undefined && Object.hasOwn(SPELT, word)) return known;
  const short = word
    .replace(/([a-z])\1{2,}/g, '$1')
    .replace(/^(yes|no|yeah|nope|yep|ok|nah|sure)[a-z]?$/, (all, stem: string) =>
      all === `${stem}${stem.at(-1)}` ? stem : all,
    );
  if (short.length < 6) return short;
  return (
    ALWAYS_FUZZY.find(
      (target) => short[0] === target[0] && !target.startsWith(short) && distance(short, target) <= 2,
    ) ?? short
  );
}

const YES_LEAD = new RegExp(`^(?:${YES_WORD})(?![a-z'])`);
const NO_LEAD = new RegExp(`^(?:${NO_WORD})(?![a-z'])`);

const words = (clause: string): number => clause.split(' ').length;

type Lean = 'yes' | 'no' | 'unsure' | null;

/** "I'd rather not tell them" declines; "I'd rather not say" leaves the question open. */
const RATHER_NOT =
  /^(?:(?:i|we)(?:'d| would) )?(?:really |much |honestly )*(?:rather|prefer|sooner) not\b(?! (?:to )?(?:say|answer|talk|discuss|think)\b)/;

/** Short answers that hold no word of yes or no. */
const IN_EFFECT_YES =
  /^(?:bet|all clear|(?:i|we) (?:can|could|will) do (?:that|it|this)|(?:they|he|she) did say (?:so|that|it))$/;
const IN_EFFECT_NO =
  /^(?:nowhere near(?: it| that)?|hard pass|(?:i )?(?:couldn't|can't) say yes(?: to that)?|(?:they|he|she) said nothing(?: about (?:it|that))?)$/;

/** A habit of somebody, and the month of May, answer nothing. */
const OF_OTHERS =
  /^(?:she|he|they|my \w+|the \w+) (?:never|always|often|rarely|usually) (?:say|tell|answer|take)s?\b|\b(?:of|in|by|until|on|from|since) may\b|\b\d(?:st|nd|rd|th)? may\b/;

/** What one clause says; null when it says something else. */
function lean(clause: string): Lean {
  if (/^(?:uh[ -]?huh|mm+[ -]?hmm?)$/.test(clause)) return 'yes';
  const bare = clause.replace(FILLER, '').trim();
  if (UNSURE_ALONE.test(clause) || UNSURE_ALONE.test(bare)) return 'unsure';
  if (RATHER_NOT.test(bare) || IN_EFFECT_NO.test(bare)) return 'no';
  if (IN_EFFECT_YES.test(bare)) return 'yes';
  if (OF_OTHERS.test(bare)) return null;
  if (TURNED_YES.test(bare)) return 'yes';
  if (
    /^(?:yeah|yea|ya|yes|yep|right|ok)[ ,]+(?:no|nah|nope|naw)\b(?! (?:doubt|problem|worries|question|issue))/.test(
      bare,
    )
  )
    return 'no';
  if (/^(?:no|nah|nope)[ ,]+(?:yeah|yes|yep|yea|ya)\b/.test(bare)) return 'yes';
  if (WEAK.test(bare) && words(bare) > 4) return null;
  const definite =
    NO_LEAD.test(bare) &&
    !/^(?:no|not?) (?:idea|clue|strong|preference|opinion|firm|way (?:of|to))/.test(bare);
  if (definite && !UNSURE_TAIL.test(bare)) return 'no';
  if (
    /^(?:yes|yeah|yep|yup|yea|sure|definitely|absolutely|of course|certainly)\b(?! (?:not|no|never)\b)/.test(
      bare,
    ) &&
    !UNSURE_TAIL.test(bare)
  )
    return 'yes';
  if (words(bare) < 16 && UNSURE.test(bare)) return 'unsure';
  if (LEANS_NO.test(bare) || NO_PHRASE.test(bare)) return 'no';
  if (LEANS_YES.test(bare) || YES_PHRASE.test(bare) || YES_LEAD.test(bare)) return 'yes';
  if (SHORT_NO.test(bare)) return 'no';
  return SHORT_YES.test(bare) ? 'yes' : null;
}

/** "yes maybe", "no idea really": the doubt covers the answer. */
const UNSURE_TAIL =
  /^(?:yes|yeah|yep|no(?! no)|sure|nope|nah|yea)\b[ ,]*(?:(?:but|or|and|i guess|well) )?(?:maybe|perhaps|possibly|no|and no|or no|not sure|unsure|idk|dunno|i don't know|idea|clue|kind of|sort of|kinda|sorta|50\/50|it depends|depends)(?: (?:maybe|really|actually))?$|^no (?:idea|clue)/;

/** These say no to a question as well as to the coach. */
const ALSO_NO =
  /^(?:uh[ -]?huh|not (?:now|today|yet|at the moment|right now|interested)|wrong|(?:that|it|this)(?:'s| is) (?:wrong|false|incorrect|not (?:right|true|ok|fine|correct))|pass|no\b|(?:i'd |i would )?(?:rather|prefer) not(?: to)?$|(?:i'd |i would )?(?:rather|prefer) not(?! (?:to )?(?:say|answer|talk|discuss|think)\b)|not at all)/;
const BOTH_WAYS =
  /\b(?:sometimes|part of me|half of me|some days|one (?:minute|day|moment)|my (?:head|heart|gut))\b.*\b(?:yes|no|not|doesn't|don't|other|next)\b/;

/** Reads an answer to a yes-or-no question. Doubt is looked for before no: they share their words. */
export function readYesNo(text: string): YesNo {
  const said = plain(text);
  if (said === '') return 'other';
  const spelled = said
    .replace(/[a-z']+/g, spelt)
    .replace(/\b(i|we)'d (?=say|think|imagine|guess|hope|assume|expect|reckon)/g, '$1 would ');
  const { command, rest } = readCommand(text);
  if (command !== 'none' && !ALSO_NO.test(spelled)) return meant(spelled, rest);
  if (BOTH_WAYS.test(spelled)) return 'unsure';
  if (AGREES_TO_NO.test(spelled)) return 'no';
  const clauses = clausesOf(spelled);
  if (ASKS.test(spelled)) {
    const asked = isQuestion(spelled);
    if (asked) return 'other';
  } else if (QUESTION.test(spelled) && lean(clauses[0] as string) === null) {
    return 'other';
  }
  return decide(clauses.map(lean), clauses, spelled);
}

const AGREES_TO_NO =
  /^(?:(?:yes|yeah|i|we|ok)[ ,]+)*agreed?[ ,.!]+(?:that )?(?:it|this|that)(?:'s not| is not| isn't) (?:\w+ )?(?:ok|okay|fine|good|right|fair|acceptable|great|cool|alright)[ .!]*$/;

/** "I meant no", "oops yes" correct the answer itself; any other command answers nothing. */
function meant(said: string, rest: string): YesNo {
  const answer = rest === '' ? said.replace(OOPS, '') : plain(rest).replace(AFTER_ALL, '');
  const leaning = answer === said || words(answer) > 2 ? null : lean(answer);
  return leaning ?? 'other';
}
const OOPS = /^(?:(?:oops|whoops|sorry|wait|my bad|my mistake|ah|oh|typo)[ ,.!:-]+)+/;
const AFTER_ALL = /[ ,.!]+(?:sorry|oops|my bad|my mistake|of course|though)[ .!]*$/;

function clausesOf(said: string): string[] {
  const clauses = said
    .split(
      /[,.;:!?()"]+ ?|(?<!\d)\/(?!\d)| - |\b(?:but|although|though|however|because|since|as long as|only if|except|whereas)\b|\b(?=(?:actually|no wait|wait|on second thoughts?|scratch that) )/,
    )
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  return clauses.length > 0 ? clauses : [said];
}

function isQuestion(said: string): boolean {
  const last = said.replace(/\?[\s\S]*$/, '');
  const final = last.split(/[.!;,]/).at(-1) as string;
  if (QUESTION.test(final.trim()))
    return !/^(?:why not|why wouldn't i|(?:why|how) (?:would|should|could) (?:i|we|anyone)(?: \w+){0,3})$/.test(
      final.trim(),
    );
  return words(said) > 3 && lean(final.trim()) === null;
}

function decide(leans: readonly Lean[], clauses: readonly string[], said: string): YesNo {
  const found = leans.filter((one) => one !== null);
  const first = found[0];
  if (first === undefined) return 'other';
  const last = found.at(-1) as Exclude<Lean, null>;
  const firstAt = leans.indexOf(first);
  if (firstAt > 0 && words(clauses.slice(0, firstAt).join(' ')) > 8) return 'other';
  if (found.length === 1 || first === last) return first;
  if (CHANGE.test(said)) return last;
  if (first === 'unsure') return last;
  const lastClause = clauses[leans.lastIndexOf(last)] as string;
  if (last === 'unsure') return words(lastClause) <= 3 && UNSURE_ALONE.test(lastClause) ? 'unsure' : first;
  return words(lastClause) <= 3 ? last : first;
}
