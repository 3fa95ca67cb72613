import { ADV, ANY, fact, GAP, JOB, TITLE } from './pattern.js';

/**
 * What an opening says besides the person's own, real decision: other people's news, hypotheticals and
 * talk in general. Such clauses are set aside before any fact is looked for, so that only what is left
 * can start a flow. A flow that starts wrongly costs trust; one that does not start costs one click.
 */

const RELATIVE = ANY(
  '(?:best |old |good |close |oldest |dear |school |college |ex-?|step-?|grand|little |big |younger |older |elder |twin |former )*(?:daughter|son|kid|child|brother|bro|sister|sis|friend|mate|bff|bestie|pal|buddy|colleague|cousin|wife|husband|hubby|spouse|partner|fiancée?|girlfriend|boyfriend|gf|bf|flatmate|roommate|housemate|neighbou?r|nephew|niece|mum|mom|mother|dad|father|uncle|auntie?|teammate|co-?worker|deskmate|classmate|batchmate|cousin|in-law|student|mentee|intern|coachee|client|godson|goddaughter|ex)s?',
  'someone i know',
  'somebody i know',
  'a (?:guy|girl|woman|man|person|lady|friend) (?:i know|from|in|on|at)',
);

/** "sister got an offer": said of the family without "my". */
const KIN =
  '(?:daughter|son|kid|brother|sister|wife|husband|hubby|mum|mom|dad|cousin|nephew|niece|girlfriend|boyfriend|gf|bf|flatmate|roommate|friend|mate|bestie|neighbou?r|uncle|aunt|colleague|coworker)';

/** What they advise the writer is no news of theirs. */
const ADVISES =
  '(?! (?:says?|said|thinks?|tells?|told|reckons?|wants?|insists?)(?: me| that)?(?: (?:i|to)\\b| (?:take|accept|decline|refuse|reject|turn|sign|stay|go|leave|quit|ask|negotiate)\\b))';

/** Somebody else as the one it happens to. */
const OTHERS = new RegExp(
  `^(?:(?:so|and|but|ok|okay|oh|well|hey|hi|lol|wow|omg|today|yesterday|apparently|basically|then|because|since|while|when|yeah|no|did you know|fun fact|news|guess what|heard|i heard|i hear)[ ,:]+(?:that )?)*(?:(?:my|our|his|her|their|an?|one of (?:my|our)) ${RELATIVE}(?:'s?)?${ADVISES}|${KIN}(?= (?:has|had|got|gets|is|was|just|quit|resigned|accepted|declined|signed|turned|received|landed|starts?|finally)\\b)|(?:one|some|two|three) of (?:my|our|the) (?:\\S+ )?\\S+)(?=\\s|$)`,
);

/** The person as the one it happens to. "my friend" is not. */
const SELF = new RegExp(
  `\\b(?:i|i'm|i've|i'd|i'll|im|ive|me|myself|mine|we|us|my (?!(?:${RELATIVE})\\b)\\S+)(?=[^\\w']|$)`,
);

const HYPOTHETICAL = fact(
  `(?:nobody|no one|none of them) (?:has |have |ever |even )*(?:offered|invited|hired|interviewed|called)`,
  `(?:didn't|did not|haven't|hasn't|have not|has not|never) (?:ever |even )?offer(?:ed)? me`,
  `if (?:they|he|she|it|the company|someone) (?:ever |actually |really )?(?:made|offered|gave|called|asked|invited|wanted|hired|came)\\b[^.!?;]*(?:\\bwould|'d|\\bmight)\\b`,
  `(?:if|when|should|once) (?:i|we|you|someone|somebody|one|a person) ever`,
  `(?:if|imagine|suppose|supposing|assume|assuming|let's say|lets say|pretend|what if)(?: that)? (?:you|someone|somebody|one|anyone|a (?:person|friend|company|candidate|recruiter|employer|colleague)|people|companies|employers|recruiters)(?:'d|'re)?\\b(?! (?:already )?(?:need|want|can|could|would|have time|know))`,
  `(?:imagine|suppose|supposing|pretend|let's say|lets say)(?: that)? (?:i|they|he|she|it|the|having|getting|being|a|an|my)\\b`,
  `what if i (?:ever )?(?:had|got|were|was)\\b`,
  `if i (?:was|were) (?:ever )?(?:to (?:get|be|receive)|offered|given)\\b`,
  `if i (?:got|had|landed|received)\\b[^.!?;]*(?:\\bwould|'d)\\b`,
  `(?:dream(?:t|ed|ing|s)?|daydream\\w*|wish|hop(?:e|ing)|would love|'d love|would kill|fingers crossed|praying|manifesting)\\b[^.!?;]{0,40}\\b(?:get(?:ting)?|got|land(?:ing)?|receiv(?:e|ing)|offer(?:s|ed)? me|hire[sd]? me|invite[sd]? me)\\b[^.!?;]{0,30}\\b(?:offers?|interview|job|me)\\b`,
  `(?:one|some) day (?:i|they|a)\\b`,
  `had (?:an?|this|the) (?:\\w+ )?dream`,
  `asking for (?:a|my|our|the) (?:\\S+ )?(?:friend|poll|mate|colleague|quiz)`,
  `hypothetical\\w*`,
  `theoretically`,
);

const GENERIC =
  '(?:most |many |some |all |big |small |large |german |indian |american |british |uk |us )*(?:compan(?:y|ies)|employers?|recruiters?|firms?|people|candidates?|applicants?|someone|somebody|one|anyone|everyone|everybody|others|managers|bosses|hr departments|startups|headhunters|graduates|workers)';

const GENERAL = fact(
  `(?:do|does|can|could|may|should|would|will|did|have|are|is|must) (?:an? |the )?${GENERIC}\\b(?!'s)(?! (?:that|who|which|i)\\b)`,
  `(?:how (?:often|long|many|much|do|common|usual)|why|when|what percentage|what share)(?: \\w+){0,2} (?:do|does|should|would|will|can|of)? ?(?:an? )?${GENERIC}\\b`,
  `is it (?:\\w+ )?(?:common|normal|usual|legal|illegal|true|allowed|typical|rare|standard)\\b[^.!?]{0,30}\\b${GENERIC}\\b`,
  `in general`,
  `generally(?: speaking)?`,
  `what (?:would|do|does|did) (?:you|u|one) (?:do|think|say)\\b`,
  `what(?:'s| is| are) (?:an? (?!(?:\\S+ )?way\\b)|the (?:difference|meaning|definition|average|usual|typical|best time)) `,
  `would you (?:rather|ever|take|accept|say|stay|go|leave|choose|pick|prefer|sign|quit)`,
  `have you (?:ever|had|been|got)`,
);

const TOLD = fact(
  `(?:an?|some|this|that|any|new|interesting|great|funny) (?:article|post|blog|book|video|podcast|story|thread|paper|essay|film|movie|series|novel|survey|study|statistics?|meme|joke|reel|tiktok|tweet|episode|workshop|webinar|seminar|lecture|course|talk|show|report|poll)s? (?:about|on|says?|said|where|in which|that|called)`,
  `(?:writing|wrote|read|reading|watch\\w*|saw|listen\\w*) (?:\\S+ ){0,4}?(?:article|post|blog|book|video|podcast|story|thread|paper|essay|film|movie|series|novel|survey)`,
  `in (?:a|this) (?:film|movie|book|novel|series|show|episode|play|game)`,
);

/** "Priya got an offer": the one who got, declined or signed is named, and it is not the person. */
const SOMEONE_DID = new RegExp(
  `^(?!(?:i|we|just|finally|so|today|yesterday|recently|already|also|now|last|this|have|had|been|was|got|get|and|but|never|almost|nearly|since|after|as|when|because|still|only|they|offers?|job|contract|notice|resignation|interview|verbally|ok|okay|hi|hey|hello|help|well|oh|please|\\w+ly|\\w+ed)\\b)(?:[^\\s,]+ ){1,4}?${ADV}(?:got|received|accepted|declined|turned|rejected|landed|quit|resigned|signed|(?:was|were|been) offered)(?: \\S+){0,4}? (?:offers?|jobs?|interviews?|resignation|notice|contract|counter-?offer)\\b`,
);

/** A new clause begins where another one could speak: after a mark, or a link with its own subject. */
const CLAUSE =
  /(?<=[.!?;:])\s+|,\s+(?=(?:and|but|so|now|then|while|because|i|i'm|i've|i'd|my|they|we|he|she|it|it's|that's)\b)|\s(?=(?:and|but|so|while|because|whereas) (?:now |then |today |yesterday )?(?:i|i'm|i've|i'd|im|ive|my|they|we|he|she)\b)| - /;

/** Long over and told as a story. */
const ANECDOTE = fact(
  `(?:five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|many|[5-9]|[1-9]\\d|\\d0) years (?:ago|back)`,
  `back in (?:the (?:19)?[6-9]0'?s|(?:19|200)\\d+)`,
  `(?:decades|a decade|ages and ages) ago`,
  `in the (?:nineties|eighties|seventies|noughties)`,
  `when i was (?:young|a kid|a student|\\d+|twenty|at school|at uni)`,
);

/**
 * Only the clauses that are about the person and real. What a friend "says", "thinks" or "asks" about the
 * person names the person too, so it stays.
 */
export function ownAndReal(text: string, wantsBack: boolean): string {
  const clauses = text.split(CLAUSE);
  let others = false;
  const kept = clauses.filter((clause) => {
    const isMine = SELF.test(clause.replace(OTHERS, ''));
    const goesOn = (others || clause === clauses[0]) && GOES_ON.test(clause);
    others = !isMine && (goesOn || OTHERS.test(clause) || SOMEONE_DID.test(clause));
    return !others && !isUnreal(clause, isMine) && (wantsBack || !ANECDOTE.test(clause));
  });
  return kept.length === clauses.length ? text : kept.join('. ');
}

/** "I heard that Julia got it", "my boss said he got an offer": the writer only passes it on. */
const PASSED_ON =
  /^(?:i |i've |i just )?(?:heard|read|saw|see)(?: that)? (?!(?:back|from|nothing|anything|about|i|my|me|they|it|the|this|a|an)\b)(?!.*\b(?:me|my|i)\b)|\b(?:said|says|told me|thinks)(?: that)? (?:he|she)(?:'s| has| had| is| was)? (?:\w+ )?(?:got|received|accepted|declined|leaving|resigned|quit|offered|turned|interviewing|signed)\b(?!.*\b(?:me|my|i)\b)/;

const isUnreal = (clause: string, isMine: boolean): boolean =>
  PASSED_ON.test(clause) ||
  HYPOTHETICAL.test(clause) ||
  TOLD.test(clause) ||
  (!isMine && GENERAL.test(clause));

/** The story about somebody else goes on. */
const GOES_ON = /^(?:(?:and|but|so|then|now) )*(?:he|she|his|her)\b/;

/** The one who hires, not the one who is hired. */
export const HIRING = fact(
  `(?:offer|contract) for the new (?:${TITLE}|hire|colleague|joiner|starter)`,
  `(?:want|wants|wanted|asked|asks|need|needs) me to (?:interview (?:the|an?|our|some|new|two|three|candidates?|someone|people|him|her)\\b|(?:join|sit in on|run|lead|host) (?:the|an?|some|our) interview)|asked me to join the interview`,
  `(?:signed|sign) off (?:on )?(?:the|an|our) (?:\\S+ )?offer`,
  `our (?:open |new )?(?:role|vacancy|opening|req|posting|requisition)\\b`,
  `(?:i|we) (?:have |had |just |already |finally )*(?:made|gave|sent|offered|extended|make|give|send|offer|extend) (?!(?:me|my|an?|the|up|it|them|us|some|this|that|in|notice|two|back|word|to|over|their|his|her|another|what)\\b)\\S+ (?:an? |the |our )?(?:\\S+ )?(?:offer|contract|\\d)`,
  `(?:i|we|to) (?:have |just |already )*extend(?:ed)? (?:an? |the |our )?(?:\\S+ )?offer to (?!me\\b)`,
  `(?:doing|running|conducting|holding|leading) (?:\\S+ ){0,4}?interviews (?:\\S+ ){0,2}?for (?:the|our|an?)`,
  `(?:prepar|writ|draft|mak|extend|send|sign)ing (?:an? |the |up )?(?:\\S+ )?(?:offers?|contracts?|rejections?) (?:for|to) (?:our|an?|my|some|new)`,
  `(?:hiring manager|recruiter|hr|founder|team lead|manager|employer) here`,
  `(?:i'm|i am|im) (?:the|their|one of the) (?:hiring manager|recruiter|headhunter|interviewer)s?`,
  `i (?:recruit|hire|manage) (?:people|for|a team|staff|engineers|nurses)`,
  `(?:make|made|making|extend|extended|send|sent|give|gave|draft|prepare|write) (?:(?:him|her) (?:an? |the |our |my )?(?:\\S+ )?(?:counter-?)?(?:offer|contract)|them (?:an? |our )?(?:\\S+ )?offer)`,
  `(?:offer|offered|offering|give|gave|giving) (?:him|her|(?:the|our|a|this|that|my) (?:\\S+ )?(?:candidate|applicant|intern|trainee|finalist|freelancer|contractor)s?) (?:an? |the |our |my )?(?:\\S+ )?(?:${JOB}|more)`,
  `(?:reject|turn(?:ed)? down|decline|let down|say no to|shortlist|interview(?:ing)?|hire) (?:an?|the|our|two|three|some|this|that|these|those|other|all|\\d+) (?:\\S+ )?(?:candidate|applicant|finalist|people|student)s?`,
  `(?:candidate|applicant|new hire|new joiner|new starter)s? (?:has |have |just |who |we |suddenly |\\w+ly )*(?:declin\\w+|reject\\w+|turned|accept\\w*|withdrew|ghosted|backed|pulled|countered|wants?|asks?|asked|signed|dropped|didn't)`,
  `(?:my|our) (?:best |only |top |star |new |senior |junior |lead )*(?:employee|engineer|developer|report|team member|staff|nurse|salesperson|assistant|designer|analyst)s? (?:has |have |just |is |who )*(?:resigned|quit|got|received|handed|gave|has|leaving|wants|declined|turned)`,
);

const THING = ANY(
  'loan|mortgage|upgrade|seat|discount|refund|voucher|coupon|laptop|phone|tablet|computer|monitor|printer|machine|car|bike|house|flat|apartment|room|sofa|furniture|tv|insurance|broadband|internet|software|licen[cs]e|subscription|membership|trip|holiday|hotel|flight|tickets?|energy|electricity|solar|bundle|drink|coffee|tea|beer|cake|biscuit|snack|lunch|dinner|dessert|hand|lift|ride|credit|apology|tour|sample|trial(?! (?:day|shift))|warranty|settlement|plea|puppy|kitten|dog|cat|piece|slice|cup|glass|bed|sweet|cookie|treatment|catering|cleaning|windows?|kitchen|crypto|credit card|card|swap|course place|gift|present|marriage',
);
const DESCRIBED = `(?:(?:an?|the|my|our|this|that|some|free|extra|new|used|second-hand|cheap|special|great|better|\\S+) ){0,4}?`;

/** What is offered is a thing, a favour or a purchase. */
const OF_A_THING = fact(
  `offer(?:ed|ing|s)? (?:me|us|him|her|them|you) (?:\\w+ )?(?:help|support|advice)`,
  `offer(?:ed|ing|s)? (?:me|us|him|her|them|you) ${DESCRIBED}${THING}s?`,
  `(?:been|was|were|got|get|being) offered ${DESCRIBED}${THING}s?`,
  `offer(?:ed|ing|s)? (?:me|us) (?:now )?(?:half (?:price|off)|money off|double (?:data|points|miles)|\\d+ ?(?:%|percent|euros?|dollars|pounds|quid|bucks) (?:off|to (?:switch|come back)|a month)|(?:\\S+ )?months? (?:free|for free|half price))`,
  `${THING} offers?`,
  `offers? (?:for|on|to (?:buy|rent|sell|build|repair|fix|paint)) ${DESCRIBED}${THING}s?`,
  `offer(?:ed|s)? (?:on|for) (?:the|a|our|my|their) (?:wedding|garden|roof|bathroom|website|event|party|project|software|move)`,
);

/** "They offered me a …": without a word of the job, near or far, it is anything. */
const OFFERED_ANYTHING = fact(
  `offer(?:ed|ing|s)? me (?:an?|some|any|my|free|extra|another|one of) (?!${GAP}(?:${JOB}|place|job|spot|raise|rise|promotion|\\d|start|salary|package|more|hike|bonus|retention|counter\\w*|partnership|apprenticeship|traineeship|residency|fellowship|scholarship|lectureship|professorship|headship|shift|deal|manager\\w*|lead\\w*|chance|opportunity|title|stay|(?:if|so) i stay)\\b)`,
);

/** Those who offer many things, and no job unless the word falls. */
const SELLERS =
  '(?:(?:phone|internet|mobile|energy|electricity|insurance|cable|gas|water) (?:company|provider|people)|landlord|landlady|bank|barber|hairdresser|gym|hotel|airline|shop|store|dentist|doctor|insurer|insurance|provider|dealer|seller|buyer|neighbou?r|restaurant|waiter|waitress|cafe|café|bar|mechanic|garage|airbnb|salesman|supermarket|court|police|opponent|tariff)';
const SELLING = fact(`${SELLERS}\\b[^.!?]{0,30} offer(?:ed|s|ing) me`);

const EMPLOYS = fact(`jobs?|roles?|positions?|post|salary|hir\\w+|shifts?|${TITLE}(?<!head)`);

/** Words that put the talk on a job wherever they stand. */
const ABOUT_A_JOB = fact(
  `jobs?|roles?|positions?|posts?|vacanc(?:y|ies)|internships?|salary|pay(?:s|ing)?|wage|recruiters?|headhunter|hiring|hired|hr|employer|contract|resign\\w*|my notice|interview\\w*|offer letter|start date|onboarding|counter-?offer|career|work(?:ing)? (?:there|for them)|competing offer`,
);

/** True when a thing, not a job, is on offer. */
export const isAThing = (text: string): boolean =>
  (SELLING.test(text) && !EMPLOYS.test(text)) ||
  ((OF_A_THING.test(text) || OFFERED_ANYTHING.test(text)) && !ABOUT_A_JOB.test(text));

/** "I said no to the extra budget": what was refused is named, and it is neither a job nor a place to work. */
const REFUSED_A_THING = new RegExp(
  `\\b(?:said no to|turned down|declined|rejected|refused|passed on|walked away from|withdrew from) (?:the|an?|my|our) (?!(?:\\S+ ){0,4}?(?:${JOB}|offers?|proposal|place|process|deal|invit\\w+|interview|compan(?:y|ies)|firm|employer|start-?up|bank|school|hospital|clinic|bakery|restaurant|hotel|agency|studio|shop|university|college|council|trust|ministry|people|chain|charity|ngo|museum|lab|practice|group|consultancy|recruiter|headhunter|chef|salary|phd|fellowship|promotion|appointment|opportunity|recruit\\w+|guy|one|first|second|other)\\b)\\w`,
);

export const isAThingRefused = (text: string): boolean =>
  REFUSED_A_THING.test(text) && !ABOUT_A_JOB.test(text);

/** "Merkel's last interview": somebody else's, when the person does not appear at all. */
const NAMED_INTERVIEW = new RegExp(
  `\\b[\\p{L}]+'s ${ADV}(?:\\w+ ){0,2}?interviews?\\b|\\binterviews? (?:with|of|by) (?:the |a )?(?:president|minister|actor|author|singer|coach)`,
  'u',
);
export const isAnInterviewOfOthers = (text: string): boolean =>
  NAMED_INTERVIEW.test(text) && !SELF.test(text);
