import { companyAt } from '../company.js';
import type { Stage } from './stage.js';

interface Found {
  readonly name: string;
  readonly certain: boolean;
  /** The person accepted another job there, or goes there: not the employer to be answered. */
  readonly accepted: boolean;
  readonly leaving: boolean;
  readonly at: number;
}

/** Words right before a company's name. */
const ANCHOR =
  /\b(?:from|at|with|by|join|joining|answer|answering|reply to|replying to|respond to|responding to|reply for|decline|declined|declining|turned down|turning down|turn down|turned|turning|turn|refuse|refused|reject|rejected|rejecting|said yes to|say yes to|saying yes to|said no to|say no to|saying no to|no to|yes to|accepted|signed with|signed for|withdrew from|withdraw from|withdrawing from|passed on|told|ask|asking|email|emailing|contact|contacting|call back|for|to|of|about|against|ghosting|leaving|left)\s+(?:a (?:company|startup|firm|start-up|place) (?:called|named) |the (?:company|firm|startup) (?:called )?)?/giu;
const WEAK_ANCHOR =
  /^(?:with|for|to|of|about|against|told|accepted|decline[ds]?|declining|refused?|reject(?:ed|ing)?|turn(?:ed|ing)?(?: down)?|passed on|no to|yes to|leaving|left|answer(?:ing)?|by|ask(?:ing)?|email(?:ing)?|contact(?:ing)?|call back)$/i;
const DEALS_WITH =
  /\b(?:interview\w*|signed|contract|offers?|job|process|rounds?|role|position|accepted|place|chat|call) with\s+$/i;
const ACCEPTED_BEFORE =
  /\b(?:said yes to|signed with|signed for|accepted|accepted (?:an? |the |another |my )?(?:\S+ )?(?:offer|job|role|position|post) (?:from|at|with)|accepted (?:from|at|with)|join|joining|start(?:ing)? (?:at|with)|committed to|contract (?:with|from|at)|yes to)\s*$/i;
const VERB =
  "(?:(?:just|finally|now|also|already|then|suddenly|recently|has|have|had|is|are|'s|'ve|have just|has just|today|keeps?|don't|dont|doesn't|didn't|won't|wont)\\s+)*(?:invit\\w+|offer\\w*(?! (?:from|for|letter|by|of|at|with|in|on|to|answer|and)\\b|[,.!?]|$)|ask\\w*|want\\w*|withdr\\w+|rescind\\w*|revok\\w*|cancel\\w*|pull\\w*|retract\\w*|took|take|taken|sent|send|sends|gave|given|made|make|makes|got|get|getting|came|come|coming|call\\w*|email\\w*|e-mail\\w*|messag\\w*|wrote|writes?|writing|rang|phoned|need\\w*|countered|matched|is|are|keep\\w*|won't|wont|doesn't|didn't|accept\\w*|insist\\w*|push\\w*|pressur\\w*|respond\\w*|repl(?:y|ied|ies)|rejected|reached|contact\\w*|schedul\\w*|set|would|like\\w*|said|says|say|told|back|finally|let|hired|chose|picked|promis\\w+|extended|increased|raised|upped|approached|shortlisted|selected|interviewed|want|has|have|propos\\w+|had|found|did|lost|went|kept|backed|closed|paused|decided|turned|froze|dropped|delayed|changed|stopped|started)\\b";
const LEADS_IN =
  'and|but|so|now|this morning|tonight|suddenly|last night|that|because|meanwhile|today|yesterday|then|when|while|since|after|although|though|if|ok|hi|hey|help|monday|tuesday|wednesday|thursday|friday|well|hello|morning|afternoon|again|finally|just|got a call,?|problem is';
const SUBJECT = new RegExp(
  `(?:^|[.!?;,:-]\\s+|\\b(?=(?:${LEADS_IN})\\b))(?:(?:${LEADS_IN})[,:]?\\s+)*((?:[^\\s.,;!?]+\\s+){1,4}?)(?=(?:[,(]\\s?where i work(?: now)?[,)]\\s)?${VERB})`,
  'giu',
);
/** In lower case only a verb that employers do marks the word before it as a name. */
const EMPLOYER_VERB =
  /^(?:(?:just|finally|now|also|already|has|have|is|are)\s+)*(?:invit|offer|withdr|rescind|revok|sent|send|counter|call|email|messag|wrote|rang|ask|want|pull|cancel|retract|gave|made (?:me|us)|came|keep|got back)/i;

const OBJECT =
  /(?:\b(?:the|this|that|my|an?|their)\s+)((?:\p{Lu}[\p{L}\d&.'’-]*\s+(?:(?:&|and|of)\s+(?=\p{Lu}))?){1,4})(?=(?:job |interview )?(?:offer|interview|invitation|invite|job|role|position|process|team|people|contract|recruiter|deal|thing|gig|opportunity|post)\b)/gu;
/** "Amazon recruiter pinged me", "Hartley's HR". */
const THEIR_PEOPLE =
  /((?:\p{Lu}[\p{L}\d&.-]*\s+(?:(?:&|and|of)\s+(?=\p{Lu}))?){0,3}\p{Lu}[\p{L}\d&.-]*)(?:['’]s?)?\s+(?=(?:recruiters?|hr|hiring manager|talent (?:team|partner)|people team)\b)/gu;
const REPEAT_VERB = /\b(?:of|for)\s+(?:the|a|an|my|this)\b/i;

const NO_SUBJECT =
  /^(?:the|a|an|my|our|their|his|her|this|that|these|those|some|one|another|i|we|they|he|she|it|you|who|what|which|there|here|recruiter|company|employer|boss|manager|hr|someone|somebody|people|everyone|nobody|journalist|also|just|now|finally|then|still|got|have|had|been|was|is|are|am|not|never|please|pls|can|could|would|should|will|do|does|did|how|why|when|where|if|so|and|but|or|because|no|yes|to|for|from|at|in|on|by|with|about|me|today|yesterday|tomorrow|monday|tuesday|wednesday|thursday|friday|offer|offers|interview|contract|job|role|deadline|position|invite|invitation|partners|management|help|need|want|said|told|turned|declined|accepted|signed|resigned|quit|gave|handed|withdrew|rejected|refused|interviewed|invited|received|write|draft|remind|ping|nudge|set|show|give|circumstances|things|start|salary|pay|three|two|few|several|both|all|each|after|before|since|while|hi|hello|hey|ok|okay|well|oh|thanks|thank|sorry|dear|team|friend|competitor|headhunter|agency|startup|third|second|first|final|last|meanwhile|problem|question|everything|something|nothing|anyone|hiring|human|founder|ceo|director|founders|head|client|mind|god|notice|withdrawal|acceptance|rejection|refusal|exploding|verbal|written|official|formal|higher|lower|better|\w{4,}ly)(?:'(?:s|ve|d|re|m|ll))?$|^(?:don|can|won|didn|doesn|isn|haven|wouldn|couldn)'t$/i;

const NAME_GUARD =
  /^(?:linkedin|slack|teams|zoom|whatsapp|email|phone|hr|bowout|ceo|cv|q[1-4]|christmas|easter|berlin|london|paris|india|germany|europe|uk|usa|us|pr|it|ai)$/i;

function push(found: Found[], words: string, at: number, before: string, strict: boolean): void {
  const company = companyAt(words);
  if (company === null || NAME_GUARD.test(company.name) || (strict && !company.certain)) return;
  const first = company.name.split(' ')[0] as string;
  if (NO_SUBJECT.test(first) && !/^(?:The|One|All|Head|Human|First)$/.test(first)) return;
  if (/^[\d$£€₹]/.test(company.name) && !/^\d+\p{L}/u.test(company.name)) return;
  if (/^\d+(?:k|am|pm|h|hrs|days?)?$/i.test(company.name)) return;
  const accepted = ACCEPTED_BEFORE.test(before);
  const leaving =
    /\b(?:join|joining|to join|going to|moving to|offer from|job (?:at|with)|new job (?:at|with))\s*$/i.test(
      before,
    );
  found.push({ ...company, accepted, leaving, at });
}

/** Every company that an opening may name, from anchors, subjects and "the Acme offer". */
function companiesIn(text: string): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(ANCHOR)) {
    const end = match.index + match[0].length;
    const anchor = match[0].trim().split(/\s+(?:a|the) /)[0] as string;
    const before = text.slice(Math.max(0, end - 50), end);
    if (/^(?:of|for)$/i.test(anchor) && REPEAT_VERB.test(text.slice(match.index, end + 6))) continue;
    const weak = WEAK_ANCHOR.test(anchor) && !DEALS_WITH.test(before);
    push(found, text.slice(end, end + 80), end, before, weak);
  }
  for (const match of text.matchAll(SUBJECT)) {
    const words = (match[1] as string).trim();
    const at = match.index + match[0].lastIndexOf(match[1] as string);
    const tokens = words.split(/\s+/);
    if (
      tokens.some(
        (token, i) =>
          NO_SUBJECT.test(token) && !(i === 0 && /^The$/.test(token)) && !(i > 0 && /^\p{Lu}/u.test(token)),
      )
    )
      continue;
    const lower = !/\p{Lu}/u.test(words);
    if (lower && !EMPLOYER_VERB.test(text.slice(match.index + match[0].length))) continue;
    push(found, words, at, '', false);
  }
  for (const match of text.matchAll(OBJECT)) push(found, match[1] as string, match.index, '', true);
  for (const match of text.matchAll(THEIR_PEOPLE)) push(found, match[1] as string, match.index, '', true);
  return found;
}

const ROLE_LIKE =
  /\b(?:manager|engineer|developer|designer|analyst|director|officer|consultant|assistant|head|role|position|job|post)s?$/i;

/** The employer in question, as typed. The company of another, accepted job is left aside. */
export function employerIn(text: string, stage: Stage, role: string | null): string | null {
  const all = companiesIn(text).filter(
    ({ name }) => name !== role && !ROLE_LIKE.test(name) && !role?.includes(name),
  );
  const suitable = all.filter(
    (one) =>
      !(stage === 'invited-after-accepting' && one.accepted) && !(stage === 'counteroffer' && one.leaving),
  );
  const best = [...suitable].sort((a, b) => Number(b.certain) - Number(a.certain) || a.at - b.at)[0];
  return best?.name ?? null;
}
