import { plain } from './text.js';

const SIGN =
  ':(?:\\+1|thumbsup|ok_hand|pray|slightly_smiling_face|relieved|heart):(?::skin-tone-\\d:)?|[👍👌🙏🙂😊😌❤✅][\u{1F3FB}-\u{1F3FF}]?';
const WORDS = [
  'o+k(?:ay|ey|ie)?|kk?|alright|all right|got (?:it|that)|gotcha|understood|i (?:see|understand|get it)|makes sense|(?:duly )?noted',
  '(?:many )?thanks|(?:i )?thank (?:you|u)|thx|tnx|ty|tysm|ta|cheers|much appreciated|appreciated?(?: it)?|i appreciate (?:it|that)',
  "good|great|nice|cool|fine|perfect|lovely|brilliant|wonderful|excellent|awesome|good to know|that(?:'s|s| is| was) (?:good|great|nice|fine|helpful|kind|all)|that help(?:s|ed)|(?:no worries|all good)|will do|right",
].join('|');
const ONE = `(?:(?:${WORDS})(?![\\p{L}\\d'])|${SIGN})`;
const AND_MORE =
  '(?: (?:so much|very much|very|a lot|a million|a bunch|again|for (?:that|this|now|the (?:help|information|info)|your help|letting me know|helping(?: me)?|everything)|then|bowout|coach))*';
const ALL = new RegExp(`^(?:(?:ah|oh|yes|yeah|and) )?(?:${ONE}${AND_MORE}[ ,.!:)]*)+$`, 'u');

/** Nobody says thanks in a paragraph, and the rule stays fast. */
const LONGEST = 80;

/** "Ok", "got it, thank you", 👍: heard and agreed to, with nothing that asks for more. */
export function isAcknowledgement(text: string): boolean {
  const said = plain(text);
  return said.length <= LONGEST && ALL.test(said);
}
