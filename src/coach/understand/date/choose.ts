import { distinct, type Here } from './calendar.js';
import { isPast, type Mention } from './mention.js';

const REMIND =
  /\b(?:remind|ping|nudge|poke|alert|prod|reminder|follow up with me|check in with me|chase me|wake me)\b[^.;!?]*$/;
const BY =
  /\b(?:by|until|before|no later than|not later than|latest|at the latest|deadline(?: is| of|:)?|due|expires?(?: on)?|closes(?: on)?) (?:the |on |this |next |around |about )*$/;
const REPLY =
  /\b(?:deadline|due|latest|reply|answer|respond|response|decide|decision|let (?:them|him|her|me|us|you) know|get back|confirm|sign|accept|expires?|expiring|cut-?off|hear (?:back )?from me|say yes|open until|valid until|extended|extension|give(?:n)? (?:me|us) (?:until|to))\b[^.;!?]*$/;
const OTHER =
  /\b(?:start(?:s|ed|ing)?|begin(?:s|ning)?|began|join(?:s|ed|ing)?|interview(?:s|ed|ing)?|met|meet(?:ing)?|spoke|talked|called|rang|emailed|e-?mailed|wrote|offered|got|received|sent|made|applied|since|from|as of|moved|holidays?|vacation|flights?|fly(?:ing)?|travel(?:s|ling|ing)?|away|out of office|on leave|notice|last day|said|told|heard|dated|came|arrived|posted|signed|wedding|birthday|surgery|onboarding|orientation|instead of|rather than|not|moving|back)\b[^.;!?,]*$/;
const REPLY_AFTER =
  /^[ ,]*(?:(?:at the |the )?(?:very )?latest|is (?:the |my |their )?(?:deadline|cut-?off|due|when (?:they|i))|deadline|for (?:a|an|my|the) (?:answer|reply|decision|response)|to (?:decide|reply|answer|respond))\b/;
const OTHER_AFTER =
  /^ (?:start|interview|meeting|call\b|was when|is (?:the|my) (?:start|first day|interview|last day)|is when i (?:start|begin|join|leave))/;
const RATHER = /(?:\b(?:instead of|rather than|not|and not|no longer|used to be)|,? not) (?:by |on |the )*$/;

/** "the end of the quarter is my notice period": how long it runs, not when an answer is due. */
const NOTICE = /^[ ,]*(?:is|are) (?:my|the) notice/;

/** "since 1 February", "I was born on 3 May 1990", "my birthday is 12 June": no answer is due then. */
function isBehind(text: string, mention: Mention): boolean {
  const left = text.slice(Math.max(0, mention.start - 80), mention.start);
  if (/^,? ?(?:19\d\d)\b/.test(text.slice(mention.end))) return true;
  return SINCE.test(left) || (BORN.test(left) && !REMIND.test(left) && !BY.test(left));
}
const SINCE = /\bsince (?:the )?$/;
const BORN = /\b(?:born|birthday|anniversary)(?: (?:is|was|falls|in|on|the))* $/;

interface Scored {
  readonly mention: Mention;
  readonly score: number;
}

function score(mention: Mention, left: string, right: string, here: Here): number {
  let points = 0;
  if (REMIND.test(left)) points += 5;
  if (BY.test(left)) points += 3;
  if (REPLY.test(left)) points += 2;
  if (REPLY_AFTER.test(right)) points += 3;
  if (OTHER.test(left)) points -= 2;
  if (OTHER_AFTER.test(right)) points -= 3;
  if (RATHER.test(left)) points -= 8;
  if (isPast(mention, here)) points -= 3;
  return points;
}

/** True when the words around a date make it the one to answer by, not the start of a job or an interview. */
export function isDeadline(text: string, mention: Mention, here: Here): boolean {
  const left = text.slice(Math.max(0, mention.start - 80), mention.start).replace(/ +/g, ' ');
  const right = text.slice(mention.end, mention.end + 40).replace(/ +/g, ' ');
  if (mention.moments.length > 0 || DURATION_GIVEN.test(left)) return !isPast(mention, here);
  return (BY.test(left) || HAVE_UNTIL.test(left) || REPLY_AFTER.test(right)) && !OTHER_AFTER.test(right);
}

const HAVE_UNTIL =
  /\b(?:by|until|till|before|deadline\b[^.;!?]{0,30}|due|expires?|valid|open|within|answer|reply|decide|respond|know|decision|latest)(?: (?:on|is|for|them|the|within|in|me|at|latest))* $/;
const DURATION_GIVEN =
  /\b(?:gave|give|given|giving|have|has|got|get|only|allowed|within) (?:me |us )?(?:only |just |about |until |till |exactly )*$/;

const CORRECTION_LEAD =
  /\b(?:now|no|sorry|actually|wait|i mean|i meant|make that|scratch that|correction|oops|or rather)\b/;
const MOVED = /\b(?:moved|pushed|extended|changed|postponed|shifted|bumped|brought forward|delayed|went)\b/;

/**
 * The mention that is the reply-by or reminder date. Two that are equally likely become one mention
 * with both readings, so that the person is asked.
 */
export function choose(text: string, mentions: readonly Mention[], here: Here): Mention | null {
  let best: Scored | null = null;
  let previousEnd = 0;
  for (const mention of mentions) {
    if (NOTICE.test(text.slice(mention.end, mention.end + 40)) || isBehind(text, mention)) continue;
    const left = text.slice(Math.max(previousEnd, mention.start - 80), mention.start);
    const right = text.slice(mention.end, mention.end + 40);
    const points = score(mention, left, right, here);
    const replaces: boolean =
      best !== null &&
      (CORRECTION_LEAD.test(left) ||
        (/\bto\b|\buntil\b|\btill\b/.test(left) && MOVED.test(text.slice(0, mention.start))));
    if (best === null || replaces || points > best.score) {
      best = { mention, score: Math.max(points, replaces ? 6 : points) };
    } else if (points === best.score) {
      best = { mention: both(best.mention, mention), score: points };
    }
    previousEnd = mention.end;
  }
  return best?.mention ?? null;
}

function both(a: Mention, b: Mention): Mention {
  const shared = a.days.filter((day) => b.days.some((other) => other.equals(day)));
  if (shared.length > 0) return { ...a, days: shared };
  return {
    ...a,
    end: b.end,
    days: distinct([...a.days, ...b.days]),
    moments: [...a.moments, ...b.moments],
  };
}
