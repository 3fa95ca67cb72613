import { type Letter, places, type Span } from './letter.js';

const NOUN =
  '(?:first|last|full|your|my|their|sur|job|company|hiring|recruiter|manager|recipient|contact|start|position|role)?[ _-]?(?:name|surname|company|employer|firma|firm|organi[sz]ation|role|position|title|job|date|datum|day|time|month|weekday|year|amount|salary|sum|figure|number|phone|email|address|manager|recruiter|recipient|reason|city|location|team|department|deadline|signature|interviewer)';

/** What writers leave for later. A job suffix like (m/w/d), a reference, a footnote and an address are none. */
const BLANKS: readonly RegExp[] = [
  /\{\{[^{}]*\}\}|\$\{[^{}]*\}|\{[a-z][\w .-]*\}/giu,
  /\[(?!\s*(?:ref|reference|sic|pause|wait|breathe|smile|listen|silence|link|attached|attachment|external|ext|cc|encl|redacted|laughs?|https?|www|mailto)\b)[\p{L}_][\p{L} _'’/.,:-]*\]/giu,
  /\[\s*[_.…x]*\s*\]/giu,
  /<(?!\/?(?:b|i|p|a|u|br|em|div|span|strong|https?)\b)\s*[a-z][a-z _'/-]{1,40}>/giu,
  new RegExp(String.raw`\(\s*(?:insert\b[^()]*|(?:the |your )?${NOUN})\s*\)`, 'giu'),
  /\b(?:insert|fill in|add) (?:the |your |a )?(?:name|date|company|role|reason|amount|salary|title) here\b/giu,
  /_{2,}|\bx{2}[./]x{2}\b|\b(?:of|at|on|as|by|for|is) (?:\.{3,}|…)(?=\s?[a-z,.])|(?<=\s)\.{5,}(?=\s)|…{2,}/gu,
  /(?<![\p{L}\p{N}])X{2,}(?:[.,]X{2,}|[.,]\d{3})*(?![\p{L}\p{N}])(?!\s*$)/gu,
  /(?<=[$€£₹]\s?)x{2,}\b|\bx{2,}(?=[.,](?:000|x{3})|k\b|%)/giu,
  /\b(?:TBD|TBC|TBA|TODO|FIXME|N\.N\.)(?![\p{L}])|\?{3,}/gu,
  /\b(?:XYZ|(?:Mr|Ms|Mrs|Herr|Frau|Company|Firma)\.? [XYZ])(?![\p{L}\p{N}'.])|\bdd[./-]mm\b|[$€£₹]\s?X\b|\bX(?= (?:euros?|dollars?|pounds?|days?|weeks?|k)\b)/giu,
  /#[A-Z_]{3,}#|\*{3,}|\b(?:Your|Company|First|Last|Hiring Manager'?s?) Name\b|\bJob Title\b/gu,
  /%[A-Z_]{3,}%|\$[A-Z_]{3,}\b|<<[^<>]+>>|"\s*(?:name|company|role)\s*"/gu,
  /\b(?:NAME|FIRSTNAME|LASTNAME|FIRST_NAME|COMPANY|COMPANY_NAME|JOB_TITLE|JOBTITLE|RECRUITER)\b(?=[\s,.])/gu,
  /^(?:dear|hello|hi) (?:(?:mr|mrs|ms|dr)\.?(?:\/(?:mr|mrs|ms|dr)\.?)? ?)?,(?=\s)/gimu,
];

/** A text in capitals uses the word COMPANY without meaning a blank. */
const SHOUTING = /^[^a-z]*$/u;

export function findBlanks(letter: Letter): Span[] {
  if (SHOUTING.test(letter.text)) return [];
  return BLANKS.flatMap((pattern) => places(letter, pattern));
}
