import type { Opportunity } from './state.js';

const GREETED =
  /^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))[ ,]+(?!there[,.! ]*i\b)\p{L}[\p{L}.'’ -]{0,40}[,!:.\n]/iu;
const SIGNED =
  /(?:^|[\n.!?])\s*(?:(?:kind|best|warm|many|with (?:kind|best)) (?:regards|wishes|thanks)|regards|best|cheers|sincerely|yours)[,.!]?\s*\n?[\p{L} .'’-]{0,40}$/iu;
const REPLIES =
  /^(?:thank you|thanks)(?: so much| very much)? for (?:letting (?:me|us)|your (?:e-?mail|message|reply|note|answer|honesty|candou?r)|getting back|telling|informing|being)|^(?:we|i)(?:'re| are|'m| am) (?:very |really |so )?(?:sorry|sad|disappointed) (?:to hear|that you|about your)/iu;
const TO_YOU = /\b(?:you|your|yours|you're|you'd)\b/iu;
/** The person's own report, not the employer's words. */
const REPORT =
  /\b(?:they|them)\b[^.!?]{0,40}\b(?:said|say|wrote|asked?|want|offer(?:ed)?|called)\b|\bi (?:just )?(?:got|received|was offered|declined|turned down|said (?:yes|no)|accepted)\b|\bhelp me\b/iu;

/** Whether a text is a letter to the person, pasted, and not what the person says to the coach. */
export function looksLikeLetter(line: string): boolean {
  if (line.length < 40 || !TO_YOU.test(line) || REPORT.test(line)) return false;
  return GREETED.test(line) || SIGNED.test(line) || REPLIES.test(line);
}

/** The one known company that a text names, or null. */
export function companyIn(opportunities: readonly Opportunity[], line: string): string | null {
  const text = line.toLowerCase();
  const named = opportunities.flatMap(({ facts }) => {
    const company = facts['company'];
    return typeof company === 'string' && text.includes(company.toLowerCase()) ? [company] : [];
  });
  const [only] = new Set(named);
  return new Set(named).size === 1 && only !== undefined ? only : null;
}
