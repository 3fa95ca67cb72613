import { type Letter, type Span, within } from './letter.js';
import { anyOf } from './pattern.js';

const NAME = String.raw`(?!(?:I|The|A|An|My|Your|Our|This|That|Another|It|You|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|Senior|Junior|Head|Lead|Director|Manager|Engineer|HR|CEO|CTO|CFO|IT|UX|UI|QA|PhD|MBA|Mr|Mrs|Ms|Dr)\b)(?:[A-Z][\w&'.-]*[\w&]|[A-Z]{2,})`;
const NAMES = `(${NAME}(?: ${NAME})*)`;

/** The employer one goes to, by name: "joining Unilever", "an offer from Zalando", "Deloitte have offered me more". */
const RIVAL: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:[Jj]oin(?:ing|ed)?|[Gg]oing (?:with|to join)|[Ww]ent with|[Cc]hos(?:e|en)|[Cc]hoosing|[Oo]pted for|[Ss]igned (?:with|at|for)|[Ss]tart(?:ing)? (?:at|with)|[Mm]oving over to|[Ss]tay(?:ing)? (?:at|with)|[Rr]emain(?:ing)? (?:at|with)|[Ss]aid yes to|(?:will be|be|'ll be) working (?:for|at)|[Gg]one with|[Hh]ired by) ${NAMES}`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?:accept(?:ed|ing)?|took|taken|taking|have|got|received|signed|found|landed|secured) (?:an?|another|the other|one)\b[^.!?,]{0,45}\b(?:offer|role|position|job|post|contract|place|opportunity)\b[^.!?,]{0,30}?\b(?:at|with|from|by) ${NAMES}`,
    'giu',
  ),
  new RegExp(String.raw`\b[Cc]ompetitors?,? ${NAMES}`, 'gu'),
  new RegExp(String.raw`\baccept(?:ed|ing)? ${NAMES}'s? (?:offer|position|job)`, 'gu'),
  new RegExp(
    String.raw`\b${NAMES} (?:(?:have|has|had|'s|'ve) )?(?:(?:offered|gave|given|made|promised) me (?:a|an|the|more|\d|[$€£₹])|(?:pays?|is paying|are paying|will pay|offers|is offering|are offering|gives|came (?:back|in|up|through) with)\b(?: me)? ?(?:more|(?:an? )?(?:better|higher|bigger|larger)|\d|[$€£₹]|a lot|twice|double|way|far|much))`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?:other|competing|second|better|rival|new) (?:offer|job|role|position|employer|company)s?,? (?:\w+ ){0,3}?(?:at|with|from|is|by) ${NAMES}`,
    'gu',
  ),
];

/** Joining the very employer that is written to is no rival, and neither is one that is turned down. */
const NO_RIVAL =
  /\b(?:not|n't|never|declin\w+|withdraw\w*|thank\w*|your|reject\w*|turn\w* down|unable|no longer|instead of|forward to|prospect of|idea of|chance to|chance of|opportunity (?:to|of)|excited (?:to|about)|considered|consider|wanted to|would have|hoped to)\b(?:(?! (?:as|because|since|for) )[^.!?,;]){0,80}$/iu;

const MONEY = String.raw`(?:[$€£₹¥]\s?\d[\d.,' ]*\d?\s?(?:k|m|lakhs?|lpa)?\b|\b\d[\d.,']*\s?(?:k|lakhs?|lpa|crores?|grand|million|euros?|dollars?|pounds?|francs?|rupees|usd|eur|gbp|chf|inr|aud|cad|sgd|yen|kr|percent|%)(?![\p{L}])|\b\d{2,3}[.,' ]?\d{3}\b|\b\d{4,6}\b(?= (?:more|a (?:year|month)|per|extra)))`;

/** What another employer pays. */
const RIVAL_PAY: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:\b(?:another|other|competing|rival|different|second|better|new) (?:\w+ )?(?:offer|company|employer|job|role|position|firm|place)\b|\belsewhere\b|\bthey(?:'re| are| have|'ve)? (?:pay|offer|gave)\w*|\btheir offer\b|(?<!\byou |\byou have |\byou've )\b(?:offered|offering|paying|pays) me\b)[^.!?]{0,70}${MONEY}`,
    'giu',
  ),
  new RegExp(
    String.raw`${MONEY}[^.!?]{0,25}\b(?:elsewhere|(?:from|by|at|with) (?:another|the other))\b`,
    'giu',
  ),
];

const KIN = String.raw`(?:my|our) (?:\w+ )?(?:wife|husband|partner|spouse|girlfriend|boyfriend|fianc[eé]e?|mother|father|mum|mom|dad|parents?|son|daughter|child|children|kids?|baby|brother|sister|grandmother|grandfather|in-laws?|(?:mother|father|brother|sister)-in-law|uncle|aunt|ex)`;

/** Illness by name. A ward, a charity or research of that name is a place of work. */
const ILLNESS = String.raw`(?:cancer|tumou?rs?|leuk(?:a)?emia|chemo(?:therapy)?|dialysis|stroke|heart (?:attack|condition|disease|surgery|failure)|dementia|alzheimer'?s|parkinson'?s|epilepsy|diabetes|multiple sclerosis|crohn'?s|depress(?:ion|ed|ive)|burn(?:ed |t |-)?out|anxiety|panic attacks?|bipolar|adhd|autis(?:m|tic)|ptsd|eating disorder|addiction|rehab|alcoholi\w+|suicid\w+|(?:nervous|mental) breakdown|mental health|psychiatr\w+|therapist|ivf|fertility|infertil\w+|miscarr\w+|pregnan\w+|abortion|stillb\w+|intensive care|antidepressants?|(?:chronic|serious|terminal|long|rare|mental|auto-?immune) (?:illness|disease|condition|pain)|illness|disease|disorder|seizures?|biopsy|transplant|slipped disc|herniated|hernia|migraines?|(?:very|seriously|gravely|terminally) ill)(?! (?:research|ward|unit|team|department|care|nurse|nursing|clinic|project|group|studies|charity|foundation|patients|biology|drugs?|field|centre|center|prevention|education|product|app))`;

/** Words that are private of a person and ordinary of a workplace: a hospital may be the employer. */
const CARE =
  '(?:surger(?:y|ies)|operation|operated on|hospital(?:i[sz]ed)?|therapy|treatment|medication|infusions?|clinic)(?! (?:role|job|position|post|team|tour|wing|manager|project|campus))';
const SUFFERS = String.raw`(?:have|has|had|having|get|got|gets|suffer\w*|needs?|undergo\w*|undergone|fac(?:e|es|ing)|recover\w*|treated|struggl\w*|battl\w*|fight\w*|deal\w*|living|start\w*|am|is|was|been|were|are|going through|admitted|'s|'m|'re|'ve)`;
const SELF_OR_KIN = `(?:i|he|she|we|${KIN})`;

/** Body and family matters that are nobody's business at an employer. "Family reasons" are general enough. */
const INTIMATE: readonly RegExp[] = [
  anyOf(
    [
      String.raw`(?:was|were|been|got|being|is|am|are|i'm|he's|she's|just|recently|newly) (?:\w+ )?diagnosed|(?:my|his|her|a medical) diagnosis`,
    ],
    'giu',
  ),
  anyOf([String.raw`${SELF_OR_KIN} ?[^.!?]{0,25}?${SUFFERS}\b[^.!?]{0,40}\b${ILLNESS}`], 'giu'),
  anyOf(
    [
      String.raw`${SELF_OR_KIN}(?:'(?:m|ve|s|re|ll))? (?:\w+ ){0,2}(?:have|has|had|need|needs|undergo\w*|undergone|facing|scheduled for|recover\w* from|in|into|admitted to|having|was|been|is|am|start\w*) (?:\w+ ){0,2}${CARE}`,
      String.raw`my (?:\w+ )?(?:${ILLNESS}|surgery|operation|medical treatment|therapy|medication|hospital stay)`,
    ],
    'giu',
  ),
  anyOf(
    [
      String.raw`divorc\w*|custody|(?:my|our) (?:marriage|separation|break-?up|affair)|my ex(?:-(?:husband|wife|partner))?(?!-)`,
      "(?:we|i)(?:'re| are|'ve| have|'m| am)? (?:just |recently )?(?:separated|separating|split(?:ting)? up|broken up|breaking up|broke up)",
      `walked out|cheat(?:ed|ing) on|having an affair|been seeing someone|(?:he|she|${KIN}) (?:has |have )?left (?:me|us)`,
      '(?:my|our) (?:debts?|bankruptcy|gambling|eviction|overdraft|arrest|criminal record|lawsuit)|(?:deep|heavily|badly) in debt|(?:lost|losing) (?:the|our|my) (?:baby|house|home|child)',
      "(?:we|i)(?:'re| are|'m| am) expecting (?:a|our|my|twins)",
    ],
    'giu',
  ),
  anyOf(
    [
      String.raw`${KIN}\b[^.!?]{0,40}\b(?:died|passed away|death|funeral|is dying|walked out|cheat\w*|drinks|drinking|in prison|arrested|gambl\w*|affair|hospice|very sick|is (?:ill|sick)|health (?:is|has)|wheelchair|bedridden|palliative)`,
    ],
    'giu',
  ),
];

/** Private details: the rival by name, what it pays, intimate matters (K44). `employer` is whom the message goes to. */
export function findPrivate(letter: Letter, employer: string | null): readonly Span[] {
  return letter.sentences
    .flatMap((sentence) => [
      ...rivals(sentence, employer),
      ...matches(sentence, RIVAL_PAY),
      ...matches(sentence, INTIMATE),
    ])
    .sort((a, b) => a.start - b.start);
}

function rivals(sentence: Span, employer: string | null): readonly Span[] {
  return RIVAL.flatMap((pattern) => [...sentence.text.matchAll(pattern)])
    .filter((found) => /^\p{Lu}/u.test(String(found[1])))
    .filter((found) => !NO_RIVAL.test(sentence.text.slice(0, found.index)))
    .filter((found) => employer === null || !String(found[1]).toLowerCase().includes(employer.toLowerCase()))
    .map((found) => within(sentence, found.index, found.index + found[0].length));
}

function matches(sentence: Span, patterns: readonly RegExp[]): readonly Span[] {
  return patterns.flatMap((pattern) =>
    [...sentence.text.matchAll(pattern)].map((found) =>
      within(sentence, found.index, found.index + found[0].length),
    ),
  );
}
