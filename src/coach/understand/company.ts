import { MONTHS, WEEKDAYS } from './date/vocabulary.js';
import { READ_LIMIT } from './text.js';

/** A company's name as typed. `certain` is false for lower case and long answers, which are echoed as a question. */
export interface CompanyReading {
  readonly name: string;
  readonly certain: boolean;
}

const LEGAL =
  /^(?:inc|llc|llp|ltd|limited|plc|gmbh|ag|se|kg|ug|sa|sas|sarl|s\.a|s\.r\.l|srl|spa|bv|b\.v|nv|n\.v|ab|as|a\.s|aps|oy|oyj|pvt|pty|pte|co|corp|corporation|company|group|holdings?|partners|associates|sons|kk|k\.k|e\.v|ev|sp|z|o\.o|lp|incorporated)\.?$/i;
const LINK = /^(?:and|&|\+|of|the|de|la|le|du|und|et|y|for|der|von|van|do|da|di|del|in|on|'n')$/i;

/** Words that end a name, or begin something that is none. */
const STOP = new Set(
  "i i'm im i've ive i'd i'll my me we our us you your he she they them it its it's who whom which that this these those there here where when why how what as for from at by with in on to of about into since until till before after because so but and or if while although though however yesterday today tomorrow tonight last next now just already recently soon later again is are was were be been am has have had do does did will would can could should may might must want wants wanted need needs needed offered offer offers asked asking called invited emailed wrote said says told gave give given got get sent made make makes came come wants pays paying pay has interview interviews interviewing role position job internship opening team tech company startup firm start-up agency bank recruiter recruiters manager hr starting start deadline due expires expiring yes no not never please thanks thank sorry ok okay really very unfortunately sadly luckily then than too also still even only one two three both another other first second third a an the some any all each every someone somebody anyone people guys friend friends family home work school university weekend morning afternoon evening week month year day days weeks months hours hour minutes advice help change mind more less time money salary base bonus equity per via regarding re yet due out up down back over decline accept reject withdraw negotiate declining accepting rejecting turning turn turned".split(
    ' ',
  ),
);
const DATE_WORDS = new Set<string>([
  ...WEEKDAYS,
  ...MONTHS,
  ...'mon tue tues wed weds thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
]);

const NOT_FIRST = new Set(
  'my the a an i our their his her this that it them me us you home work all some any least most first last once present time noon midnight lunch someone somebody another'.split(
    ' ',
  ),
);

const clean = (token: string): string =>
  /^(?:\p{L}\.){2,}$/u.test(token) ? token : token.replace(/^["'“”‘’([*_]+|["'”’)\]*_,;:!?…]+$|\.+$/g, '');
const TITLE_OF_PERSON = /^(?:Herr|Frau|Mr|Mrs|Ms|Miss|Dr|Prof|Sir|God|Madam)\.?$/;

/** "Acme's offer" names Acme; "Hartley's want" and "St Brannock's" keep their letter. */
const POSSESSED =
  /^(?:offers?|recruiters?|hr|process|interview\w*|invit\w+|director|founders?|ceo|manager|team|boss|proposal|job|role|position|contract|hiring|office|owner|headhunter|client|package|terms|counter\w*|salary|deadline|people|planning|panel|board|letter|decision)\b/i;
const withoutPossession = (word: string, next: string): string =>
  POSSESSED.test(next) ? word.replace(/[’']s$/, '') : word;

const ends = (token: string): boolean =>
  /[,;:!?)…]["'”’]?$|(?<!\b(?:inc|co|corp|ltd|llc|gmbh|st|dr|pvt|pty|bros|[a-z]))\.$/i.test(token);

/**
 * The company name with which `words` begin, as after "from" or "at". Capitals carry a name on;
 * in lower case it ends at the first everyday word, after three words at most.
 */
export function companyAt(words: string): CompanyReading | null {
  const tokens = words.trim().split(/\s+/).slice(0, 10);
  const name: string[] = [];
  let capital = false;
  for (const [i, token] of tokens.entries()) {
    const word = clean(token);
    const lower = word.toLowerCase().replace(/’/g, "'");
    const upper =
      /^[\p{Lu}\d]/u.test(word) ||
      /\.(?:com|io|ai|org|net|co|de|dev|app)$/i.test(word) ||
      /^[a-z]+[A-Z]/.test(word);
    if (word === '') break;
    if (name.length === 0) {
      if (lower === 'the' && tokens.length > 1 && /^\p{Lu}/u.test(tokens[1] as string)) {
        if (word === 'The') name.push(word);
        continue;
      }
      if (TITLE_OF_PERSON.test(word)) return null;
      if (
        DATE_WORDS.has(lower) ||
        NOT_FIRST.has(lower) ||
        (STOP.has(lower) && !upper) ||
        /^(?:I|I'm|My|We|They|\d{1,2}(?:[:.]\d\d)?(?:am|pm)?|\d{1,2}(?:st|nd|rd|th))$/.test(word)
      )
        return null;
      capital = upper;
    } else if (LEGAL.test(word) && !/^(?:as|se|ab|co|sp|z)$/.test(word)) {
      // a legal suffix belongs to the name in any case
    } else if (capital) {
      const links = LINK.test(word) && /^["'(]?\p{Lu}/u.test(tokens[i + 1] ?? '') && !STOP_LINK.test(lower);
      if (
        !links &&
        (!upper ||
          DATE_WORDS.has(lower) ||
          /^(?:I|I['’]\p{L}+|They|We|My|The|But|And|So|\d+(?:k|am|pm|:\d\d)?)$/u.test(word))
      )
        break;
    } else if (STOP.has(lower) || DATE_WORDS.has(lower) || name.length >= 3 || /^[\d$£€₹]/.test(word)) {
      break;
    }
    const kept = withoutPossession(word, clean(tokens[i + 1] ?? ''));
    name.push(kept);
    if (kept !== word) break;
    const suffixNext = LEGAL.test(clean(tokens[i + 1] ?? '')) && /,$/.test(token);
    if (ends(token) && !suffixNext) break;
  }
  while (name.length > 0 && LINK.test(name.at(-1) as string) && !/^(?:on|do|y)$/i.test(name.at(-1) as string))
    name.pop();
  const joined = name.join(' ');
  return joined === '' || joined.toLowerCase() === 'the'
    ? null
    : { name: joined, certain: capital || name.some((word) => LEGAL.test(word)) };
}

/** "Acme for Senior Engineer", "Acme in Berlin": these links begin something else. */
const STOP_LINK = /^(?:for|in|on)$/;

const LEAD =
  /^(?:(?:well|um|uh|oh|ok|okay|so|yes|yeah|sure|hi|hey|hmm|right|sorry|actually|no)[ ,.!:-]+)*(?:(?:it(?:'s| is|s| was)|that(?:'s| is|s| would be)|this is|(?:the |my |their )?(?:(?:new|prospective|potential|current|present) )?(?:company|employer|firm|name|organi[sz]ation|place|startup|start-up|agency|offer|job|role|invitation|invite|interview|one|business)(?:'s name)?(?: (?:in question|i mean|itself|i'm talking about))?(?: is| was|'s|:| comes| came)|they(?:'re| are|re)|i(?:'m| am|m)(?: (?:talking|referring|dealing|speaking))?|i (?:work|interviewed|applied|got (?:an|the) (?:offer|invite|invitation|interview)|was (?:talking|interviewing|invited|offered)|have (?:an|the) (?:offer|interview)|mean|meant)|(?:the )?company(?: name)?:?|name:?|we're talking|let's call it|call it|(?:(?:an?|the|my) )?(?:job )?(?:offer|interview|invitation|invite)) *)?(?: ?(?:called|named|known as|about|to|from|at|with|for|by|under|is|be|of|a (?:company|firm|startup|start-up|small (?:company|startup|firm)|bank|place|business|consultancy|agency)(?: (?:called|named|by the name of))?|the (?:company|firm|startup|bank)(?: called| named)?|an? [a-z]+ (?:company|firm|startup|start-up|agency|bank)(?: called| named)) )*/i;

const REFUSED =
  /^(?:(?:i )?(?:don'?t|do not|dont|would|'d|i'd|rather|prefer|can'?t|cannot|won'?t|not|no|none|nope|nah|skip|why|what|who|how|secret|confidential|private|n\/?a|nothing|never|maybe|not sure|unsure|idk|dunno|undisclosed|anonymous|yes|yeah|yep|ok|okay|sure|hello|hi|hey|thanks|thank you|help|menu|back|cancel|stop|undo|pause|repeat|later|which|that'?s private|it'?s (?:private|confidential|a secret)|does it matter|do i have to|is (?:that|this)|pass)\b)/i;

/** Reads an answer to "which company is it?". Null when the person gives no name. */
export function readCompany(text: string): CompanyReading | null {
  const said = text
    .slice(0, READ_LIMIT)
    .normalize('NFC')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  if (
    said === '' ||
    /\?$/.test(said) ||
    (REFUSED.test(said) && !/^(?:no|yes|sure|ok|okay|yeah|hi|hey)[ ,]/i.test(said))
  )
    return null;
  const [lead] = LEAD.exec(said) as RegExpExecArray;
  const rest = said.slice(lead.length);
  if (rest === '') return /^\p{Lu}/u.test(said) ? bare(said) : null;
  return lead === '' ? bare(rest) : (companyAt(rest) ?? bare(rest));
}

/** The first name behind "from", "at" or "with" in a whole sentence. */
function companyAfter(said: string): CompanyReading | null {
  const anchor = /\b(?:from|at|with|called|by)\s+(?=\p{Lu})/u.exec(said);
  return anchor && companyAt(said.slice(anchor.index + anchor[0].length));
}

const SENTENCE =
  /\b(?:i|they|we|he|she|is|are|was|were|have|has|want|offered|said|told|don't|because|would)\b/i;

/** An answer that is a name and nothing else; a comma or a full stop may add a remark. */
function bare(said: string): CompanyReading | null {
  const quoted = /^["“'«]([^"”'»]{1,60})["”'»]/.exec(said);
  if (quoted) return { name: (quoted[1] as string).trim(), certain: true };
  const [head = ''] = said.split(
    /(?: in (?=\p{Lu})|[,;:(!?]|\.(?= |$)| - | – ) ?(?!(?:inc|llc|ltd|gmbh|co|plc|corp)\b)/iu,
  );
  const words = head.trim().split(' ');
  const trimmed = head
    .replace(/ (?:please|thanks|thank you|i think|i guess|actually|as i said|again|though|lol|haha)$/i, '')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(trimmed) || /^(?:in|near|around|for|to|an?)\b /i.test(trimmed)) return null;
  if (words.length > 6 || SENTENCE.test(trimmed)) return companyAt(said) ?? companyAfter(said);
  const capital =
    /\p{Lu}/u.test(trimmed) ||
    trimmed.split(' ').some((word) => LEGAL.test(word)) ||
    /\.[a-z]{2,3}$/.test(trimmed);
  const short = trimmed.slice(0, 80).trim();
  return { name: short, certain: capital };
}
