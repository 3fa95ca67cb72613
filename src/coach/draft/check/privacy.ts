import { type Letter, type Span, within } from './letter.js';

const NAME = String.raw`(?!(?:I|The|A|An|My|Your|Our|This|That|Another|It|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|Senior|Junior|Head|Lead|Director|Manager|Engineer|HR|CEO|CTO|CFO|IT|UX|UI|QA|PhD|MBA|Mr|Mrs|Ms|Dr)\b)(?:[A-Z][\w&'.-]*[\w&]|[A-Z]{2,})`;

/** The employer one goes to, by name: "joining Unilever", "an offer from Zalando", "Deloitte have offered me". */
const RIVAL: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:[Jj]oin(?:ing|ed)?|[Gg]oing (?:with|to|for)|[Ww]ent (?:with|for)|[Cc]hos(?:e|en)|[Cc]hoosing|[Oo]pted for|[Ss]igned (?:with|at|for)|[Ss]tart(?:ing)? (?:at|with)|[Ss]tay(?:ing)? (?:at|with)|[Rr]emain(?:ing)? (?:at|with)|[Ss]aid yes to|[Ww]ork(?:ing)? (?:for|at)|[Pp]icked|[Gg]one (?:with|for)) (${NAME}(?: ${NAME})*)`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?:(?<![Pp]lease )[Aa]ccept(?:ed|ing)?|[Tt]ook|[Tt]aken|[Tt]aking|[Hh]ave|[Gg]ot|[Rr]eceived|[Ss]igned|[Ff]ound)\b(?:(?!\bnot\b)[^.!?,]){0,45}\b(?:offer|role|position|job|post|contract|place|one|opportunity)\b[^.!?,]{0,30}?\b(?:at|with|from|by) (${NAME}(?: ${NAME})*)`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(${NAME}(?: ${NAME})*) (?:(?:have|has|'s|'ve) )?(?:offered|made|gave|given|pays?|paid|is paying|are paying|will pay|is offering|are offering|came (?:back )?with|matched|beat)\b(?: me| us| more|\b)`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?:[Oo]ther|[Cc]ompeting|[Nn]ew|[Ss]econd|[Bb]etter|[Rr]ival) (?:offer|job|role|position|employer|company|post)s?,? (?:\w+ ){0,3}?(?:at|with|from|is|by) (${NAME}(?: ${NAME})*)`,
    'gu',
  ),
];

/** An accepted role at the very employer that is written to is no rival. */
const NO_RIVAL =
  /\b(?:not|n't|never|decline|declining|withdraw\w*|thank\w*|your|reject\w*|turn\w* down|unable|no longer|instead of)\b(?:(?! (?:as|because|since|for) )[^.!?,;]){0,80}$/iu;

const MONEY = String.raw`(?:[$€£₹¥]\s?\d[\d.,' ]*\d?\s?(?:k|m|lakhs?|lpa)?\b|\b\d[\d.,']*\s?(?:k|lakhs?|lpa|crores?|grand|euros?|dollars?|pounds?|francs?|rupees|usd|eur|gbp|chf|inr|aud|cad|sgd|yen|kr|percent|%)(?![\p{L}])|\b\d{2,3}[.,' ]?\d{3}\b|\b\d{4,6}\b(?= (?:more|a (?:year|month)|per|extra)))`;

/** What another employer pays. */
const RIVAL_PAY: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:another|other|competing|rival|different|elsewhere|they(?:'re| are| have|'ve)? (?:pay|offer)\w*|their offer|the new (?:job|role|offer|position|employer|company)|somewhere else|second offer|better offer|higher offer|offered me|offering me)\b[^.!?]{0,70}${MONEY}`,
    'giu',
  ),
  new RegExp(
    String.raw`${MONEY}[^.!?]{0,25}\b(?:more|extra|higher|on top|better|elsewhere|from another|by another|at another)\b[^.!?]{0,40}`,
    'giu',
  ),
];

const KIN = String.raw`(?:my|our) (?:\w+ )?(?:wife|husband|partner|spouse|girlfriend|boyfriend|fianc[eé]e?|mother|father|mum|mom|dad|parents?|son|daughter|child|children|kids?|baby|brother|sister|grandmother|grandfather|in-laws?|(?:mother|father|brother|sister)-in-law|uncle|aunt|ex)`;

/** Illness by name. */
const ILLNESS = String.raw`(?:cancer|tumou?rs?|leuk(?:a)?emia|chemo(?:therapy)?|dialysis|stroke|heart (?:attack|condition|disease|surgery|failure)|dementia|alzheimer'?s|parkinson'?s|epilepsy|diabetes|multiple sclerosis|crohn'?s|depress(?:ion|ed|ive)|burn(?:ed |t |-)?out|anxiety|panic attacks?|bipolar|adhd|autis(?:m|tic)|ptsd|eating disorder|addiction|rehab|alcoholi\w+|drinking|suicid\w+|breakdown|mental health|psychiatr\w+|therapist|ivf|fertility|infertil\w+|miscarr\w+|pregnan\w+|abortion|stillb\w+|intensive care|icu|antidepressants?|(?:chronic|serious|terminal|long|rare|mental|auto-?immune) (?:illness|disease|condition|pain)|illness|disease|disorder|seizures?|biopsy|transplant|slipped disc|herniated|fractur\w+|hernia|migraines?|covid|very ill|seriously ill|gravely ill)`;

/** Words that are private of a person and ordinary of a workplace: a hospital may be the employer. */
const CARE = String.raw`(?:surger(?:y|ies)|operation|operated on|hospital(?:i[sz]ed)?|therapy|treatment|medication|infusions?|clinic)`;
const SUFFERS = String.raw`(?:have|has|had|having|get|got|gets|suffer\w*|needs?|undergo\w*|undergone|fac(?:e|es|ing)|recover\w*|treated|struggl\w*|battl\w*|fight\w*|deal\w*|living|start\w*|am|is|was|been|were|are|going through|admitted|'s|'m|'re|'ve)`;
const SELF_OR_KIN = String.raw`(?:i|he|she|we|${KIN})`;

/** Body and family matters that are nobody's business at an employer. "Family reasons" are general enough. */
const INTIMATE: readonly RegExp[] = [
  /\b(?:was|were|been|got|being|is|am|are|i'm|he's|she's|just|recently|newly) (?:\w+ )?diagnosed\b|\bdiagnosis\b/giu,
  new RegExp(String.raw`\b${SELF_OR_KIN}\b ?[^.!?]{0,25}?${SUFFERS}\b[^.!?]{0,40}\b${ILLNESS}\b`, 'giu'),
  new RegExp(
    String.raw`\b(?:${SELF_OR_KIN}|${SELF_OR_KIN}'(?:m|ve|s|re|ll))\b (?:\w+ ){0,2}(?:have|has|had|need|needs|undergo\w*|undergone|facing|scheduled for|recover\w* from|in|into|admitted to|having|get|was|been|is|am|start\w*) (?:\w+ ){0,2}${CARE}\b(?! (?:role|job|position|post|team|tour|wing|manager|project|campus))`,
    'giu',
  ),
  new RegExp(
    String.raw`\bmy (?:\w+ )?(?:${ILLNESS}|surgery|operation|treatment|therapy|medication|hospital stay)\b`,
    'giu',
  ),
  /\b(?:divorc\w*|custody|separat(?:ed|ing|ion) from my|(?:we|i)(?:'re| are|'ve| have|'m| am)? (?:just |recently )?(?:separat(?:ed|ing)|split(?:ting)? up|brok(?:e|en) up|breaking up)|our (?:marriage|separation|break-?up|divorce)|my (?:marriage|separation|break-?up|affair|ex(?:-\w+)?)|walked out|cheat(?:ed|ing) on|having an affair|an affair|seeing someone|left me|leaving me|moved out on)\b/giu,
  new RegExp(
    String.raw`\b${KIN}\b[^.!?]{0,40}\b(?:died|passed away|death|funeral|is dying|terminally|walked out|left|cheat\w*|drinks?|in prison|arrested|lost (?:his|her|their) job|gambl\w*|affair|suicid\w*|hospice|wheelchair|bedridden|palliative)\b`,
    'giu',
  ),
  /\b(?:my|our) (?:debts?|bankruptcy|gambling|eviction|overdraft|arrest|criminal record|lawsuit)\b|\b(?:deep|heavily|badly) in debt\b|\b(?:lost|losing) (?:the|our|my) (?:baby|house|home|child)\b|\bwe(?:'re| are) expecting\b|\bi(?:'m| am) expecting (?:a|our|my|in)\b/giu,
];

/** Private details: the rival by name, what it pays, and intimate matters (K44). `employer` is whom the message goes to. */
export function findPrivate(letter: Letter, employer: string | null): Span[] {
  return letter.sentences
    .flatMap((sentence) => [
      ...rivals(sentence, employer),
      ...matches(sentence, RIVAL_PAY),
      ...matches(sentence, INTIMATE),
    ])
    .sort((a, b) => a.start - b.start);
}

function rivals(sentence: Span, employer: string | null): Span[] {
  return RIVAL.flatMap((pattern) => [...sentence.text.matchAll(pattern)])
    .filter((found) => !NO_RIVAL.test(sentence.text.slice(0, found.index)))
    .filter((found) => employer === null || !String(found[1]).toLowerCase().includes(employer.toLowerCase()))
    .map((found) => within(sentence, found.index, found.index + found[0].length));
}

function matches(sentence: Span, patterns: readonly RegExp[]): Span[] {
  return patterns.flatMap((pattern) =>
    [...sentence.text.matchAll(pattern)].map((found) =>
      within(sentence, found.index, found.index + found[0].length),
    ),
  );
}
