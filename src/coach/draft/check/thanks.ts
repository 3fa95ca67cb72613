/**
 * Appreciation in any dress: the words of thanks, joy about what was received, and pleasure in having met.
 * A request ("I would appreciate a reply") and a refusal ("no thanks") are none.
 */
const THANKS = new RegExp(
  [
    String.raw`(?<!\bno,? )\bthank(?:s|ing|ful|fully|you)?\b`,
    String.raw`\b(?:thx|thnx|tks|tysm|ty|danke|merci|gracias|grazie|obrigad[oa]|arigatou?|dhanyavaad|shukriya)\b`,
    String.raw`\bta\b(?= (?:ever|for|so|very|again|much)\b)`,
    String.raw`\bcheers for\b`,
    String.raw`\b(?:grateful|gratefully|gratitude|obliged|indebted|flattered|privileged?|humbled)\b`,
    String.raw`(?<!(?:would|'d|could|will|'ll) (?:really |greatly |highly |very much |much )?)\bappreciat(?:e|ed|es|ing|ion|ive)\b(?! (?:if|it if)\b)`,
    String.raw`\bhono(?:u)?red?\b`,
    String.raw`\b(?:mean[st]?|meant) (?:a lot|so much|a great deal|the world)\b`,
    String.raw`\b(?:enjoyed|loved|valued?|liked|admired?|cherish(?:ed)?)\b`,
    String.raw`\b(?:pleasure|joy|delight|lovely|great|good|nice|wonderful) (?:to (?:meet|talk|speak|get to know|see|chat|hear)|meeting|talking|speaking|getting to know|chatting)\b`,
    String.raw`\b(?:pleased|happy|glad|delighted|thrilled|chuffed|over the moon|touched|excited)\b[^.!?]{0,30}\b(?:offer|invit\w+|receive|hear|get|have|it|that)\b`,
    String.raw`\b(?:impressed|(?:a|my|great|real|much|true|utmost|with) (?:pleasure|joy|delight)|delighted|thrilled)\b`,
    String.raw`\b(?:you|everyone|team|all|everybody) (?:\w+ )?(?:were|was|have been|has been|are) (?:all )?(?:so |very |really |most |incredibly )?(?:gracious|kind|helpful|patient|considerate|generous|welcoming|supportive|good to me|lovely|wonderful)\b`,
    String.raw`(?<!(?:have|wish you|enjoy|with|wishing you) (?:an? |the )?(?:\w+ )?)\b(?:great|good|lovely|wonderful|brilliant|fantastic|pleasant|inspiring) (?:day|time|conversations?|talks?|meetings?|afternoon|morning|visit|chat|interviews?|process|experience|invitation|offer|surprise)\b`,
    String.raw`\byou(?:'ve| have) been (?:\w+ ){0,3}(?:kind|brilliant|great|wonderful|amazing|lovely|helpful|patient|generous|good)\b|\b(?:good|great|nice|lovely|wonderful) (?:of you|to hear)\b|\bmade my (?:day|week)\b|\bmade me (?:very |so )?happy\b`,
    String.raw`\byou (?:\w+ )?(?:kindly|graciously|generously)\b`,
    String.raw`\byour (?:\w+ )?(?:kindness|generosity|hospitality|support|courtesy|warmth|trust|confidence)\b`,
    String.raw`\b(?:so|very|really|most) (?:kind|generous|thoughtful|good) of you\b`,
  ].join('|'),
  'iu',
);

export function givesThanks(text: string): boolean {
  return THANKS.test(text);
}
