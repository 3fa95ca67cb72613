import type { Decision } from './decision.js';
import type { Letter, Span } from './letter.js';
import { givesThanks } from './thanks.js';
import { pointsToReason } from './topics.js';

const CLOSING = new RegExp(
  [
    String.raw`\b(?:regards|with (?:\w+ )?(?:respect|gratitude|love)|sincerely|cordially|respectfully yours|faithfully|yours|warmly|obediently|greetings|cheers|ciao|bye|goodbye|farewell|take care|mfg|hugs?|x{1,3}$)\b`,
    String.raw`\b(?:very |all )?best(?:est)?(?: wishes| of luck| to| for|,|[.!]|\n|$)|\b(?:warm|good|kind|best|many|all|fond|sincere|heartfelt) wishes\b|\brooting for\b|\ball the (?:best|very best)\b|\bmy best (?:to|wishes)\b|\bgood luck\b|\bluck (?:with|for|to)\b`,
    String.raw`\b(?:wish(?:es|ing)?|hope|hoping) (?:(?:that |to |for |for the )?(?:you|your|we|our|the (?:team|search|shop|hire|role|company|best)|everyone|everything|all|her|him|them|it|this|see|meet|hear|speak|work|stay|cross|find|find a|luck|success|soon))\b`,
    String.raw`\bhope\b[^.!?]{0,60}\b(?:meet|touch|contact|paths|again|well|understand\w*|search|future|find|gem|soon)\b`,
    String.raw`\b(?:every|all|much|lots of|great|continued) (?:the )?(?:success|luck|happiness|prosperity)\b|\bsuccess (?:with|for|in|to)\b`,
    String.raw`\b(?:see|talk|speak|write|meet|chat|call)(?: to| with)? (?:you|ya)?\s?(?:soon|then|later|around|again|at|in|on|tomorrow|next)\b|\bsoon,?$|\buntil (?:then|soon|next time)\b|\blook(?:ing)? (?:very much )?forward\b`,
    String.raw`\b(?:keep|keeping|stay|staying|remain|be|get) (?:\w+ )?(?:in (?:touch|contact)|connected)\b|\bpaths\b|\bdoor\b[^.!?]{0,20}\bopen\b`,
    String.raw`\b(?:let me know|let us|let's|reach me|call me|write to me|ring me|text me|drop me|give me (?:a|some)|have a (?:nice|good|great|lovely|wonderful|pleasant|think|safe)|enjoy (?:the|your)|keep (?:me|my)|keep up|say (?:hi|hello)|pass on|give my|consider me|think of me|feel free)\b`,
    String.raw`\b(?:happy|glad|delighted|pleased|willing) to (?:talk|help|chat|speak|discuss|stay|meet|hear|answer|do|work|share|connect|introduce|hop)\b|\b(?:remain|am|'m|be) (?:\w+ )?available\b|\bshould (?:a|an|you|any|there|another|your|things)\b`,
    String.raw`\b(?:e-?mail|in writing|confirm\w*|confirmation|follow[- ]up|drop you|handover|hand(?:ing)? (?:\w+ )?over|hand everything)\b`,
    String.raw`\b(?:i'll|i will|i shall|i can|you will|you'll|we'll|we will) (?!not\b|never\b|be (?:relieved|leaving|declining|withdrawing)|have to|need to|decline|withdraw|stay|remain|leave|accept|join)\w+|\bi(?:'d| would) (?:\w+ )?(?:love|be (?:\w+ )?(?:happy|glad|delighted|pleased|grateful|honou?red)|welcome|like to (?:stay|keep|meet|hear|remain|thank))\b|\bnext time\b`,
    String.raw`\b(?:welcome to|future openings?|direct positions|in (?:the )?future|another (?:time|occasion)|merry|happy (?:new year|holidays|christmas)|enjoy the|god bless|cordial|salutations|adieu|tsch[uü](?:ss|ß)|gr[uü](?:ss|ß)e)\b`,
  ].join('|'),
  'imu',
);

/** A wish, a line to stay in contact, what happens next, or a sign-off. */
export function isClosing(text: string): boolean {
  return CLOSING.test(text);
}

/** One to four capitalised words and nothing else: a name under the message. */
const SIGNATURE = /^(?:-\s?)?(?:\p{Lu}[\p{L}.'-]*\s?){1,4}$/u;

/** Whether the message ends like one: something that closes stands with the decision or after it. */
export function closes(letter: Letter, decision: Decision | null): boolean {
  const { sentences } = letter;
  const from = decision?.index ?? Math.max(0, sentences.length - 2);
  const last = sentences[sentences.length - 1];
  if (!last) return false;
  if (last.text.endsWith('?')) return true;
  if (sentences.length > 1 && SIGNATURE.test(last.text)) return true;
  if (decision && sentences.length - 1 > decision.index && !pointsToReason(last.text)) return true;
  return sentences.slice(from).some((sentence, i) => closesIn(sentence, i === 0 ? decision : null, i > 0));
}

function closesIn(sentence: Span, decision: Decision | null, mayThank: boolean): boolean {
  const said = decision ? sentence.text.slice(decision.words.start - sentence.start) : sentence.text;
  return isClosing(said) || (mayThank && givesThanks(said));
}
