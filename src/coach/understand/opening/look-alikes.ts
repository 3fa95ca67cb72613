import { fact } from './pattern.js';

/**
 * Things at work that sound like a job decision: cards are declined, customers interviewed and reviews
 * held without one. Verbs stand with their object, since one word of the domain alone starts far too much.
 */
/** "The final round of the quiz": rounds of anything but interviews. */
const OF_A_GAME =
  ' of (?!(?:the |our |their |my |a )?(?:interview|talk|conversation|meeting|call|process|hiring|recruit|selection|application))';

/** Things at work that are declined, accepted, interviewed or reviewed without any job decision. */
export const NO_JOB = fact(
  `(?:my )?(?:doctor|dentist|landlord|the school|the bank|client|customer|vendor|supplier|police|my (?:manager|boss|teacher|team)|jury)\\b[^.!?]{0,15} (?:wants?|would like|asked|needs?|likes) (?:to |me )`,
  `to (?:attend a |a )?training`,
  `shortlisted for (?:an? |the )?(?:award|prize|pitch|competition|grant|tender|show)`,
  `(?:credit|loan|mortgage|rate|limit increase|insurance|broadband|mobile) (?:limit|increase|offer|deal|card|rate)`,
  `lower rate|better rate|better deal|interest rate`,
  `offers? (?:for|on) (?:my|the|a|our) (?:car|house|flat|bike|sofa|laptop|domain|property)`,
  `signed (?:a|the|my|our) (?:lease|nda|petition|form|card|waiver|mortgage|loan|tenancy|timesheet)\\b(?![^.!?]{0,60}\\b(?:job|offer|employer|role))`,
  `regret buying`,
  `(?:group|team) chat`,
  `(?:draft|write|word|email|message|mail|letter|no|reply|decline|reject)\\b[^.!?]{0,20} (?:to |decline |reject |tell )?(?:the |our |my )(?:team|client|customer|vendor|supplier|landlord|neighbours?|staff|whole team)`,
  `decline the (?:vendor|client|supplier)`,
  `interview (?:with|for|on|by) (?:the |a |an |our )?(?:local |national |student |school )?(?:radio|tv|television|press|paper|newspaper|magazine|podcast|police|news|journal|blog)`,
  `interviewed by (?:the )?(?:police|press|radio|tv|media|local|bbc|newspaper|a journalist)`,
  `as a witness`,
  `offered (?:me |him |her )?(?:a |the |my )?(?:seat|biscuit|chair|hand|lift|refund|voucher|discount|upgrade|coffee|tea|drink|sweet|deal on)\\b`,
  `(?:house|car|flat|property) (?:seller|buyer|sale|purchase)`,
  `policy on`,
  `(?:hr team|hr department|our hr) (?:is|are|has|wants|wrote)`,
  `we(?:'ve| have)? (?:just )?offered (?:the|a) (?:job|role|position|contract)`,
  `(?:counter-?offer|offer|package) (?:for|to) (?:her|him|them|my (?:report|employee|team))\\b`,
  `one of my (?:team|reports|people|staff|engineers|developers)`,
  `signed up`,
  `(?:invit\\w+|asked|want me) to (?:speak|present|talk|sing|play|moderate)\\b(?! about (?:a|the) (?:job|role))`,
  `counter-?sign\\w*`,
  `panel (?:discussion|talk|show|in)`,
  `speak at`,
  `keynote`,
  `conference`,
  `half marathon`,
  `(?:lawyer|legal|solicitor|notary|insurer|supplier|vendor|client|customer|broker|dealer|caterer|builder|procurement|landlord|landlady) (?:has |have |just )*(?:sent|emailed|mailed|posted|gave|handed) me`,
  `(?:quit|left|leaving|leave) (?:the|my|our) (?:\\S+ )?(?:club|choir|committee|band|league|class|chat|group)`,
  `our (?:\\w+ )?offers?|(?:the|an) offer (?:that )?we (?:sent|made|gave|wrote)`,
  `(?:first|second|third|final|last|next) round${OF_A_GAME}`,
  `interview with (?:the )?(?:bbc|cnn|nyt|times|guardian|spiegel|zeit|ft|forbes|reuters)`,
  `gym|yoga|football|choir|book club`,
  '(?:calendar|meeting|teams|zoom|outlook|event|party|wedding|dinner|lunch|friend|connection|linkedin|google) (?:invite|invitation|request)s?',
  `(?:declin|accept|reject|refus|approv|cancel|postpon|skip)\\w* (?:the |a |an |my |your |our |this |that |their |every |all )?(?:\\S+ ){0,2}?(?:meeting|calendar|invite from (?:the )?calendar|standup|stand-up|sync|cookies?|terms|expenses?|claim|card|payment|transaction|refund|apology|challenge|merge|pull request|pr|request to (?:join|connect)|ticket|changes|change request|invoice|quote|order|booking|reservation|delivery|package|parcel|leave request|holiday request|pto|bid|purchase|friend)`,
  '(?:card|payment|transaction|expense\\w*|claim|loan|mortgage|visa application|credit|cheque|check|insurance) (?:was|got|is|were|has been|been|keeps getting|being)? ?(?:declined|rejected|refused)',
  'declined (?:my|the|our) (?:card|payment|expenses?|expense claim|claim|request|leave|pto|holiday)',
  'performance (?:review|appraisal)|annual (?:review|appraisal)|(?:mid|end)[- ]year review|appraisal|360 review|code review|peer review|design review|security review|book review|film review|product review|sprint review|pay review meeting|salary review meeting',
  'review (?:my|the|this|that|our|your|their) (?:pr|pull request|code|doc|document|deck|slides?|draft report|contract with|spec|design|merge request|proposal|policy|budget|copy|text|article|presentation|ticket|figures|numbers|wireframes?|agenda|minutes|plan)',
  'pull request|merge request|pr review|code reviews?',
  `(?:interview(?:s|ed|ing)?|shortlist\\w*|hir(?:e|ed|ing)|screen(?:ed|ing)?|onboard\\w*) (?:\\w+ ){0,3}?(?:customers?|users?|clients?|candidates?|applicants?|stakeholders?|participants?|respondents?|players?|experts?|ceo|founder|our|an? (?:new )?(?:intern|nanny|cleaner|babysitter|contractor)|people for|five|six|ten|someone for)`,
  '(?:user|customer|stakeholder|press|media|radio|tv|television|podcast|research|exit|magazine|newspaper|candidate|client|discovery) interviews?',
  'journalist|reporter|interview with (?:the )?(?:president|singer|actor|actress|author|tennis|football|coach of|prime minister|band|director of the film|player)|watched (?:that|the|an) interview|listened to (?:that|the|an) interview|read (?:that|the|an) interview',
  "the candidate|our candidate|candidates? (?:we|i|accepted|declined|rejected|turned|yesterday|today|who)|a candidate for our|we(?:'re| are)? (?:\\w+ )?(?:made|making|make|extended|sent|send|sending|hiring|extending|prepar\\w+|about to (?:make|send)) (?:an |the |our |a )?(?:job )?offer|make (?:him|her|them) an offer|(?:she|he) (?:accepted|declined|turned down|rejected) (?:our|the) offer|offer to the candidate|our job (?:ad|advert|posting)|i(?:'m| am) interviewing (?:someone|somebody|a|two|three|candidates|people)|who is interviewing|interview panel for|on the interview panel|interviewing a",
  "(?:special|limited|black friday|lunch|introductory|today's|exclusive|discount) offers?|% off|offers? (?:on|at) (?:the|our) (?:canteen|sandwich|shop|store|gym|cafe)|on offer(?! if)|offers? on (?!the table|my (?:desk|table)|hold|time|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the same|\\d)|offered me (?:a |an |some |my )?(?:free |small )?(?:coffee|tea|lift|ride|seat|drink|cake|discount|refund|voucher|hand|slice|beer|lunch|biscuit|cookie|chocolate)|offers? from (?:the |a |an |our |this )?(?:vendor|supplier|client|customer|landlord|buyer|seller|contractor|agency for|hotel|airline|shop|gym|insurance|phone|energy)|rounds? of (?:feedback|review|reviews|edits|testing|layoffs|funding|applause|drinks|golf|discussion|discussions|changes)|offer (?:you |anyone |him |her )?(?:a |some )?(?:coffee|tea|ride|lift|drink|seat|help|hand|cake)|(?:offer|offers|offered|offering) (?:to|of) (?:help|drive|cover|lend|host|assist|support|present|swap|pay for|bring)|thanks for (?:the|your) offer|kind offer",
  '(?:landlord|flat|apartment|house|lease|estate agent|tenancy|gym|broadband|internet|phone|mobile|energy|electricity|insurance) (?:offer|contract|notice|provider|agent)|offer on (?:the|a|our|my) (?:house|flat|apartment|property|car|second floor|office)|notice to (?:my |the |our )?landlord|our landlord',
  '(?:vendor|supplier|contractor|client|customer|buyer|seller|agency) (?:\\w+ )?(?:countered|rescinded|declined|accepted|rejected|withdrew|offered|cancelled|pulled)|client accept|their quote|our (?:quote|proposal|bid|offer to the client)|the tender|the bid|rfp',
  'accepted (?:to|into|at) (?:university|uni|college|school|grad school|med school|the programme|the course|harvard|oxford)|got accepted|offer from (?:the )?(?:university|uni|college|oxford|cambridge) (?:to study|for (?:a|my) (?:degree|masters|phd))',
  'withdr(?:e|a)w\\w* (?:\\d+|money|cash|some cash|funds|from (?:the )?(?:atm|bank|account|course|race|tournament|league|pension|savings))',
  'sales (?:declined|dropped)|declined by (?:\\d|\\w+ percent)|numbers declined|in decline|traffic declined|revenue declined',
  'turned down (?:the )?(?:thermostat|heating|heat|volume|music|radio|ac|air con\\w*|lights?|brightness)|turn(?:ed)? (?:it|the \\w+) down a (?:bit|notch)',
  '(?:say|said|saying) (?:no|yes) to (?:drinks|lunch|dinner|cake|coffee|dessert|the party|beer|pub|pizza|going out|plastic|another meeting|that meeting)',
  'decline the \\d{1,2}(?::\\d\\d)? ?(?:am|pm)?|(?:\\d{1,2}(?::\\d\\d)? ?(?:am|pm)) (?:meeting|call|sync|slot)',
  'extend the deadline on|deadline for the (?:\\w+ ){0,3}(?:report|audit|project|release|proposal|submission|tender|sprint|budget|launch|slides|deck|presentation|feature|ticket)',
  'remind (?:the|everyone|everybody|people|all|them|him|her|us all|your|our|john|team|folks)',
  'timesheets?|stand-?up|sprint|deploy\\w*|rollback|jira|backlog|build failed|ci (?:is|failed)|server is down|wifi',
  '(?:did|has|have|was|were) (?:you|anyone|anybody|someone|she|he|everyone|the team|the client|john|your) (?:\\w+ ){0,4}?(?:accept|accepted|decline|declined|interview|interviewed|offer|offered|resign|quit|offers)',
  'the role of (?:the|a|an|facilitator|women|art|music|government|diet|sleep)|role[- ]play|key role|role model|user role|admin role|roles and permissions',
  'job (?:failed|is running|queue|runner|scheduler|ran)|cron job|batch job|print job|background job|good job|great job|nice job|well done',
  'hr portal|terms and conditions|privacy policy|cookie policy|licen[cs]e agreement',
);

/** Interviews for the public, and offers, contracts and interviews as forms, pages and tools that somebody keeps. */
export const OF_NO_EMPLOYER = fact(
  `(?:podcast|press|student|radio show|magazine|newspaper|journalist|blogger|thesis|dissertation)\\b[^.!?]{0,40}\\binterviews?|interviews?\\b[^.!?]{0,40}\\b(?:podcast|thesis|dissertation|school paper|documentary|radio show)|(?:give|giving|gave) an interview`,
  `(?:offer|offer letter|contract|interview|rejection|counter-?offer) (?:letter )?(?:templates?|engine|page|banner|code|approvals?|workflow|generator|scorecards?|guides?|kit|form|policy|rates?|questions? bank|training|panel|rota|checklist|playbook)`,
);

/** Phrases of the domain so strong that a look-alike beside them does not matter. */
export const SURELY_JOB = fact(
  'my (?:new )?(?:offer|job)(?! (?:on|for|to|still) )',
  'the job at',
  'job offer',
  'offer letter',
  'counter-?offer',
  'resignation',
  'resigned',
  'handed in my notice',
  'job interview',
  'recruiter',
  'hiring manager',
  'offered me (?:a|the|an) (?:\\S+ ){0,4}?(?:job|role|position|post)',
  `offer (?:from|at|for) .{1,40} (?:as|role|position|job)`,
  'invited me (?:to|for) (?:an? )?(?:job )?interview',
  'interview invit\\w+',
  'employer',
  'want(?:s)? to interview me',
  `(?:second|final) round(?!${OF_A_GAME})`,
  'turned (?:it|them) down',
  'job i (?:accepted|declined)',
);
