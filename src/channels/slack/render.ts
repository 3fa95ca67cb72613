import type {
  CardMessage,
  DraftMessage,
  Message,
  QuestionMessage,
  ReminderMessage,
  SummaryMessage,
  TextMessage,
} from '../../coach/message.js';
import type { Words } from '../../coach/words.js';
import { type Block, context, header, list, prose, verbatim } from './blocks.js';
import { AGAIN, button, datePicker, ONCE, rows } from './controls.js';
import { fitMessage } from './fit.js';
import { LIMITS } from './limits.js';
import { clean, escapeText, shorten } from './text.js';

/** What `chat.postMessage` takes. `text` is the preview for notifications and screen readers, escaped. */
export interface Rendered {
  readonly text: string;
  readonly blocks: Block[];
}

/** Renders any message of the coach within Slack's limits. Pure and total. */
export function render(message: Message, words: Words): Rendered {
  const blocks = fitMessage(layout(message, words), words.text('slack.cut'));
  return {
    text: escapeText(shorten(clean(message.preview).trim() || '…', LIMITS.fallback)),
    blocks: blocks.length > 0 ? blocks : prose(message.preview.trim() || '…'),
  };
}

function layout(message: Message, words: Words): Block[] {
  switch (message.kind) {
    case 'text':
      return text(message, words);
    case 'question':
      return question(message, words);
    case 'summary':
      return summary(message, words);
    case 'card':
      return card(message, words);
    case 'draft':
      return draft(message, words);
    case 'reminder':
      return reminder(message, words);
  }
}

function text(message: TextMessage, words: Words): Block[] {
  return [...prose(message.text), ...rows(AGAIN, message.choices, words.text('slack.choose'))];
}

function question(message: QuestionMessage, words: Words): Block[] {
  const answers = rows(ONCE, message.choices, words.text('slack.choose'));
  return [
    ...context(message.progress ?? ''),
    ...prose(message.text),
    ...(message.field === 'date' ? [dateRow(message.answer, words)] : []),
    ...answers,
    ...rows(AGAIN, message.controls, words.text('slack.more')),
  ];
}

function dateRow(answer: string, words: Words): Block {
  return {
    type: 'actions',
    block_id: `${ONCE}-date`,
    elements: [datePicker(answer, words.text('slack.pick-date'))],
  };
}

function summary(message: SummaryMessage, words: Words): Block[] {
  return [
    ...header(message.title),
    ...message.lines.flatMap((line, i) => prose(`${line.label}: ${line.value}`, button(line.change, i))),
    ...rows(AGAIN, message.choices, words.text('slack.choose')),
  ];
}

function card(message: CardMessage, words: Words): Block[] {
  return [
    ...header(message.title),
    ...prose(message.text),
    ...message.sections.flatMap((section) => list(section.heading, section.items)),
    ...rows(AGAIN, message.choices, words.text('slack.choose')),
  ];
}

function draft(message: DraftMessage, words: Words): Block[] {
  return [
    ...header(message.title),
    ...(message.subjects.length > 0 ? list(words.text('slack.subjects'), message.subjects) : []),
    ...verbatim(message.body),
    ...(message.findings.length > 0 ? list(words.text('slack.findings'), message.findings.map(finding)) : []),
    ...rows(AGAIN, message.choices, words.text('slack.choose')),
  ];
}

function finding({ quote, advice }: DraftMessage['findings'][number]): string {
  return quote.trim() === '' ? advice : `“${quote.trim()}”: ${advice}`;
}

function reminder(message: ReminderMessage, words: Words): Block[] {
  return [...prose(message.text), ...rows(ONCE, message.choices, words.text('slack.choose'))];
}
