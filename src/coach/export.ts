import type { Flow } from './conversation/flow.js';
import { showPay, showValue } from './conversation/show.js';
import { type Opportunity, readState, type State, type Value } from './conversation/state.js';
import { comparisonPicture } from './flows/comparison-card.js';
import { flows } from './flows/registry.js';
import { type Message, toPlainText } from './message.js';
import { formatLocal } from './remind/calendar.js';
import type { Reminder } from './remind/reminder.js';
import type { Variables, Words } from './words.js';

/** Everything kept about a person, for other programs. `conversation` is the state as it is stored. */
export interface ExportedData {
  readonly format: 'bowout-export';
  readonly version: 1;
  readonly conversation: State;
  readonly reminders: readonly Reminder[];
  /** What was said and has not arrived yet. */
  readonly unsent: readonly Message[];
}

/** Throws when the stored state can't be read. */
export function exportData(
  stored: unknown,
  reminders: readonly Reminder[],
  unsent: readonly Message[] = [],
): ExportedData {
  return { format: 'bowout-export', version: 1, conversation: readState(stored), reminders, unsent };
}

/** How typed words are written: as they are where nothing reads markup, escaped in a Markdown file. */
type Write = (typed: string) => string;

/** The same for a person to read, as a Markdown file. */
export function exportMarkdown(data: ExportedData, words: Words): string {
  return `${passages(data, words, asText).join('\n\n')}\n`;
}

/** The same as plain text for a chat, cut between lines into pieces of at most `longest` characters. */
export function exportTexts(data: ExportedData, words: Words, longest: number): string[] {
  return passages(data, words, String).flatMap((passage) => pieces(passage, longest));
}

function pieces(passage: string, longest: number): string[] {
  const done: string[] = [];
  let piece = '';
  for (const line of passage.split('\n').flatMap((one) => chunks(one, longest))) {
    if (piece !== '' && piece.length + line.length + 1 > longest) {
      done.push(piece);
      piece = '';
    }
    piece = piece === '' ? line : `${piece}\n${line}`;
  }
  return [...done, piece].filter((one) => one.trim() !== '');
}

/** A line in parts of at most so many characters, without splitting a surrogate pair. */
function chunks(line: string, longest: number): string[] {
  return line.match(new RegExp(`[^]{1,${longest / 2}}`, 'gu')) ?? [''];
}

/** One passage for the person, one for each opportunity, one for what is planned. */
function passages({ conversation, reminders, unsent }: ExportedData, words: Words, write: Write): string[] {
  const say = (key: string, variables: Variables = {}): string =>
    words.text(`coach.export.${key}`, variables);
  return [
    aboutPerson(conversation, words, write),
    ...conversation.opportunities.map((one) => aboutOpportunity(one, conversation, words, write)),
    [
      `## ${say('reminders')}`,
      ...(reminders.length === 0 ? [say('no-reminders')] : reminders.map(reminderLine)),
    ].join('\n'),
    ...(unsent.length === 0 ? [] : [`## ${say('unsent')}`, ...unsent.map(quoted)]),
  ];

  function quoted(message: Message): string {
    return quotation(toPlainText(message), write);
  }

  function reminderLine(reminder: Reminder): string {
    const { at, zone, kind, about } = reminder;
    const code = conversation.opportunities.find(({ id }) => id === about)?.code ?? '';
    const what = words.text(`coach.reminders.${kind}.name`);
    return `- ${say('reminder', { at: formatLocal(at, words.locale), zone, what, code })}`;
  }
}

function aboutPerson({ profile, compared: comparison }: State, words: Words, write: Write): string {
  const { me, limits, confidence, reviews } = profile;
  const compared = comparison && comparisonPicture(comparison.rows, words);
  const line = (key: string, value: string | null): string[] =>
    value === null || value === '' ? [] : [`- ${words.text(`coach.export.${key}`)}: ${write(value)}`];
  return [
    `# ${words.text('coach.export.title')}`,
    ...line('me', me),
    ...line('limits', limits),
    ...line('zone', profile.zone),
    ...line('reasons', confidence === null ? null : confidence.reasons.join('; ')),
    ...line('story', confidence?.story ?? null),
    ...line('action', confidence?.action ?? null),
    ...(compared?.facts ?? []).flatMap((fact) => line('compared', fact)),
    ...reviews.flatMap(({ at, adjustments }) =>
      line('review', `${formatLocal(at, words.locale)}: ${adjustments.join('; ')}`),
    ),
  ].join('\n');
}

function aboutOpportunity(
  opportunity: Opportunity,
  { frames, ended }: State,
  words: Words,
  write: Write,
): string {
  const { code, facts, decision, decidedAt, outcome, drafts } = opportunity;
  const say = (key: string, variables: Variables = {}): string =>
    words.text(`coach.export.${key}`, variables);
  const date = (local: string): string => formatLocal(local, words.locale);
  const told = [...ended, ...frames].filter(({ about }) => about === opportunity.id);
  return [
    `## ${say('opportunity', { code })}`,
    ...Object.entries(facts).flatMap(([fact, value]) => factLine(fact, value, opportunity, words, write)),
    ...(decision === null || decidedAt === null
      ? []
      : [`- ${say('decision', { decision, at: date(decidedAt) })}`]),
    ...(outcome === null
      ? []
      : [`- ${say('outcome', { outcome: words.text(`coach.menu.status.${outcome}`) })}`]),
    ...told.flatMap((frame) => {
      const flow = flows[frame.flow];
      if (!flow) return [];
      const answers = flow.steps.flatMap((step) => {
        const cell = frame.cells[step.id];
        return cell ? answerLine(flow, step, cell.value, words, write) : [];
      });
      return answers.length === 0 ? [] : ['', `### ${words.text(`coach.${flow.id}.title`)}`, ...answers];
    }),
    ...drafts.flatMap(({ subjects, body, sentAt, facts: told }) => [
      '',
      `### ${sentAt === null ? say('draft') : say('sent', { at: date(sentAt) })}`,
      ...subjects.map((subject) => `- ${write(subject)}`),
      ...Object.values(told).map((value) => `- ${say('told', { value: write(value) })}`),
      '',
      quotation(body, write),
    ]),
  ].join('\n');
}

function quotation(text: string, write: Write): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${write(line)}`))
    .join('\n');
}

/** A fact is called as the question that asked for it; one that no question names keeps its own name. */
function factLine(
  fact: string,
  value: Value,
  { flow: own }: Opportunity,
  words: Words,
  write: Write,
): string[] {
  if (value === null) return [];
  const [first, ...others] = [
    ...Object.values(flows).filter(({ id }) => id === own),
    ...Object.values(flows),
  ];
  for (const flow of [first, ...others]) {
    const step = flow?.steps.find((one) => one.fact === fact);
    if (flow && step) return answerLine(flow, step, value, words, write);
  }
  return [`- ${fact}: ${write(typeof value === 'string' ? value : showPay(value, words))}`];
}

function answerLine(
  flow: Flow,
  step: Flow['steps'][number],
  value: Value,
  words: Words,
  write: Write,
): string[] {
  const label = words.text(`coach.${flow.id}.steps.${step.id}.label`);
  const isOption =
    step.kind !== 'choice' ||
    typeof value !== 'string' ||
    words.has(`coach.${flow.id}.steps.${step.id}.options.${value}`);
  // An option of an earlier release has no words any more; its id is still what the person chose.
  return [`- ${label}: ${write(isOption ? showValue(flow, step, value, words) : String(value))}`];
}

/** What a person typed stays text in Markdown: no link, image, heading or HTML comes of it. */
function asText(typed: string): string {
  return typed.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\n/g, '\n  ');
}
