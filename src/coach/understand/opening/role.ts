import { TITLE } from './pattern.js';

const WORD = "[\\p{L}\\d][\\p{L}\\d&+/.'’-]*";
const POST =
  '(?:roles?|positions?|jobs?|posts?|openings?|vacanc(?:y|ies)|internships?|gigs?|opportunit(?:y|ies)|contracts?|offers?|placements?)';
const BREAK = new Set(
  'a an the my our their his her its this that these those i we they he she it you me us them and or but so if as at in on by from with to for of about is are was were be been have has had do does did not no new same other another different similar first second third next last final great good better best dream job role position post offer full full-time part part-time remote hybrid permanent temporary verbal written official formal current present old real actual whole one two three some any every each open best paid well-paid well recent previous former interview interviews lovely nice perfect amazing exciting interesting boring local only potential possible cool certain own specific particular advertised original initial lower higher early later low high big small tech'.split(
    ' ',
  ),
);

const OF_POST = new RegExp(
  `\\b(?:role|position|post|job|title|place|vacancy|opening) (?:of|as|for)(?: an?| the)? ((?:${WORD} ){0,4}?${WORD})(?=$|[,.;:!?)]| (?:at|with|from|in|by|and|but|but|or|for|on|is|was|which|that|to|because|they|i|who|starting|based|so|when|has|have)\\b)`,
  'iu',
);
const BEFORE_POST = new RegExp(`((?:${WORD} ){1,5})${POST}\\b`, 'giu');
const AS_TITLE = new RegExp(
  `\\b(?:as|for|of|me|about|become|be|becoming|on the table for|offered|join as)(?: an?| the| their| your)? ((?:${WORD} ){0,4}?${TITLE}(?: ${TITLE})*)(?![\\p{L}])`,
  'giu',
);
const AS_ANY = new RegExp(
  `\\b(?:interview|offer|job|position|role|work|working|hired|contract|join|start|invited|employment|offered me (?:a|the) job) as(?: an?| the)? ((?:${WORD} ){0,3}?${WORD})(?=$|[,.;:!?)]| (?:at|with|from|in|by|and|but|for|on|starting|to|because|they|i)\\b)`,
  'iu',
);
const HEAD_OF =
  /\b((?:[Hh]ead|[Dd]irector|VP|[Vv]p|[Vv]ice [Pp]resident|[Mm]anager|[Cc]hief|[Ll]ead|[Pp]artner) of (?:[\p{L}-]+)(?: (?:and|&) (?!I\b)\p{Lu}[\p{L}-]+)?(?: [\p{Lu}][\p{L}-]+)?)/u;
const TITLED = new RegExp(`^(?:${TITLE})$`, 'i');

const NOT_ROLE =
  /^(?:hiring|hr|my|line|your|the|recruitment|talent|account holder|soon|well|far|long|much|expected|discussed|agreed|such|it|a|an|now|yet|advice|help|more|interview|me|them|one|same|possible|usual|there|here)\b|\b(?:hiring manager|hr (?:manager|director|lead))$|^(?:partners|recruiters?|manager|boss|partner|head|lead|director|chief|principal|agent|owner|coach|doctor|vet|fellow|president|trainer|guard)$/i;
const NO_POST = /^(?:them|me|him|her|what|which|life)$/i;
const TIME =
  /^(?:\d|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|january|february|march|april|may|june|july|august|september|october|november|december|week|month|year)/i;

const fits = (role: string): boolean => role !== '' && !NOT_ROLE.test(role) && !TIME.test(role);

/** The words before "role", "job" or "offer" that name it: from the last everyday word on. */
function namedBefore(words: string, post: string): string | null {
  const tokens = words.trim().split(' ');
  const last = tokens.map((token) => BREAK.has(token.toLowerCase())).lastIndexOf(true);
  const role = tokens.slice(last + 1);
  const head = role.at(-1) ?? '';
  const titled = TITLED.test(head) || /^head of /i.test(role.join(' '));
  const capital = /^\p{Lu}/u.test(role[0] ?? '');
  if (role.length === 0) return null;
  if (/^offer|^contract|^opportunit|^opening/i.test(post) && !titled) return null;
  if (!titled && (capital || last === -1)) return null;
  return role.join(' ');
}

/** The role that an opening names, as typed; null when none is. */
export function roleIn(text: string): string | null {
  const post = OF_POST.exec(text);
  const of = post?.[1] as string;
  if (post && fits(of) && !BREAK.has(of.toLowerCase()) && !NO_POST.test(of)) {
    const titled = TITLED.test(of.split(' ').at(-1) as string) || HEAD_OF.test(of) || !/^\p{Lu}/u.test(of);
    if (titled || /\b(?:of|as)\b/.test(post[0])) return of;
  }
  const head = HEAD_OF.exec(text)?.[1];
  if (head && fits(head)) return head;
  for (const match of text.matchAll(BEFORE_POST)) {
    const post = match[0].slice((match[1] as string).length);
    const role = namedBefore(match[1] as string, post);
    if (role && fits(role)) return role;
  }
  for (const match of text.matchAll(AS_TITLE)) {
    const role = trimmed(match[1] as string);
    if (fits(role)) return role;
  }
  const as = AS_ANY.exec(text)?.[1]?.trim();
  return as && fits(as) && !BREAK.has((as.split(' ')[0] as string).toLowerCase()) ? as : null;
}

function trimmed(role: string): string {
  const tokens = role.trim().split(' ');
  const last = tokens
    .slice(0, -1)
    .map((token) => BREAK.has(token.toLowerCase()) && token.toLowerCase() !== 'of')
    .lastIndexOf(true);
  return tokens.slice(last + 1).join(' ');
}
