import type { Assessment } from '../assess/assessment.js';
import { encodeAction } from '../conversation/action.js';
import { relevant, type View } from '../conversation/flow.js';
import { showValue } from '../conversation/show.js';
import type { Opportunity } from '../conversation/state.js';
import { noLegalAdvice } from '../evidence/law.js';
import { notesBeside } from '../evidence/notes.js';
import type { CardMessage, SummaryMessage } from '../message.js';
import type { Words } from '../words.js';

type Section = CardMessage['sections'][number];

/** A card whose title is among the words of its key; sections without items are left out. */
export function card(key: string, words: Words, text: string, sections: readonly Section[]): CardMessage {
  return {
    kind: 'card',
    key,
    preview: words.text('coach.conversation.preview.card'),
    title: words.text(`coach.${key}.title`),
    text,
    sections: sections.filter((section) => section.items.length > 0),
    choices: [],
  };
}

/** What was answered in this flow, each line with a button that changes it. */
export function summary(view: View): SummaryMessage {
  const { flow, frame, answers, words } = view;
  const cells = Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [id, { value: value ?? null }]),
  );
  const answered = relevant(flow, cells).steps.filter((step) => answers[step.id] !== undefined);
  return {
    kind: 'summary',
    key: 'conversation.summary',
    preview: words.text('coach.conversation.preview.summary'),
    title: words.text('coach.conversation.summary.title', { code: view.opportunity.code }),
    lines: answered.map((step) => {
      const label = words.text(`coach.${flow.id}.steps.${step.id}.label`);
      return {
        label,
        value: showValue(flow, step, answers[step.id] ?? null, words),
        change: {
          label: words.text('coach.conversation.buttons.change', { label }),
          action: encodeAction({ do: 'change', frame, step: step.id }),
        },
      };
    }),
    choices: [],
  };
}

/** A recommendation, what it rests on, what speaks against it, and what would change it. `besides`: cautions of the flow's own. */
export function assessmentCard(
  view: View,
  assessment: Assessment<string>,
  besides: readonly string[] = [],
): CardMessage {
  const { flow, words, opportunity } = view;
  const key = `assess.${flow.id}`;
  const reason = (id: string): string => words.text(`coach.${key}.reasons.${id}`);
  const heading = (id: string): string => words.text(`coach.assess.headings.${id}`);
  const turnings = assessment.turnings.slice(0, 3).map((turning) =>
    words.text('coach.assess.turning', {
      clause: words.text(`coach.${key}.if.${turning.question}.${turning.answer}`),
      verdict: words.text(`coach.${key}.lean.${turning.verdict}`),
    }),
  );
  const limits = view.profile.limits === null ? [] : [view.profile.limits];
  return card(key, words, words.text(`coach.${key}.verdicts.${assessment.verdict}`), [
    { heading: heading('reasons'), items: assessment.reasons.map(reason) },
    { heading: heading('against'), items: assessment.against.map(reason) },
    { heading: heading('turnings'), items: turnings },
    { heading: heading('limits'), items: limits },
    {
      heading: heading('evidence'),
      items: notesBeside(`${flow.id}.${assessment.verdict}`, words, view.today).map(
        ({ text: claim, source }) => words.text('coach.evidence.beside', { claim, source }),
      ),
    },
    {
      heading: heading('cautions'),
      items: cautionLines(view, [...cautions(opportunity, view.answers), ...besides]),
    },
  ]);
}

/** Cautions that touch on law: below them stands what they are not, and the day as of which they were written. */
const ON_LAW: readonly string[] = [
  'visa',
  'counsel',
  'unfair',
  'sponsorship-vague',
  'agency',
  'ethics',
  'permit-here',
];

function cautionLines(view: View, ids: readonly string[]): string[] {
  const lines = ids.map((id) => view.words.text(`coach.assess.cautions.${id}`));
  return ids.some((id) => ON_LAW.includes(id)) ? [...lines, noLegalAdvice(view)] : lines;
}

/** What to take care of whatever the decision (K91–K94, K97). */
function cautions(opportunity: Opportunity, answers: View['answers']): string[] {
  const unwritten = opportunity.facts['written'] !== undefined && opportunity.facts['written'] !== 'yes';
  return [
    ...(unwritten ? [opportunity.flow === 'counteroffer' ? 'unwritten-stay' : 'unwritten'] : []),
    ...(answers['warning'] === 'timing-visa' || answers['mobility'] === 'clashes' ? ['visa'] : []),
    ...(answers['warning'] === 'legal-money' || answers['newJob'] === 'signed' ? ['counsel'] : []),
  ];
}

/** The cost ledger as it stands (K35). */
export function ledgerCard(opportunity: Opportunity, words: Words): CardMessage {
  const sections = ['benefits', 'costs', 'later'].map((part) => {
    const kept = opportunity.facts[`ledger.${part}`];
    return {
      heading: words.text(`coach.ledger.steps.${part}.label`),
      items: typeof kept === 'string' ? kept.split('\n').filter((line) => line.trim() !== '') : [],
    };
  });
  const empty = sections.every((section) => section.items.length === 0);
  return card('ledger', words, words.text(`coach.ledger.${empty ? 'empty' : 'intro'}`), sections);
}

type Items = readonly (readonly [item: string, isSettled: boolean])[];

/** What is to be settled before a reply goes out, by stage: after a yes elsewhere (K34), otherwise K36. */
function checklist({ flow, facts, drafts }: Opportunity, decideBySet: boolean): Items {
  const known = (fact: string): boolean => {
    const said = facts[fact] ?? null;
    return said !== null && said !== 'unsure' && said !== 'unsaid';
  };
  const written = drafts.length > 0;
  const last: Items = [
    ['deadline', decideBySet || known('deadline')],
    ['message', written],
  ];
  switch (flow) {
    case 'invited':
      return [
        ['goals', known('invited.career')],
        ['place', known('invited.logistics')],
        ['warnings', known('invited.flag')],
        ...last,
      ];
    case 'invited-after-accepting':
      return [
        ['final', facts['accepted.final'] === 'signed'],
        ['nothing-unique', facts['accepted.beyond'] === 'nothing'],
        ['duties', known('accepted.duties')],
        ['channel', written],
        ['message', written],
      ];
    case 'interviewed':
      return [
        ['contract-party', known('contract')],
        ['pay', known('pay')],
        ['place', known('place')],
        ['goals', known('interviewed.year')],
        ['factual', facts['interviewed.sure'] === 'told'],
        ...last,
      ];
    default:
      return [
        ['contract', facts['written'] === 'yes'],
        ['pay', known('pay')],
        ['place', known('place')],
        ['goals', known('goals')],
        ['terms', known('gap')],
        ...last,
      ];
  }
}

/** What is settled and what is still open before a reply goes out. */
export function checklistCard(opportunity: Opportunity, decideBySet: boolean, words: Words): CardMessage {
  const items = checklist(opportunity, decideBySet);
  const lines = (done: boolean): string[] =>
    items.filter(([, is]) => is === done).map(([id]) => words.text(`coach.checklist.items.${id}`));
  return card('checklist', words, words.text('coach.checklist.intro'), [
    { heading: words.text('coach.checklist.done'), items: lines(true) },
    { heading: words.text('coach.checklist.open'), items: lines(false) },
  ]);
}
