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
import { type Block, context, header, type Image, list, mail, prose, verbatim } from './blocks.js';
import { AGAIN, answers, button, buttons, datePicker, FORM, ONCE } from './controls.js';
import { fitMessage, fits } from './fit.js';
import { LIMITS } from './limits.js';
import { mailLink } from './mail.js';
import { clean, escapeText, shorten } from './text.js';

/** What `chat.postMessage` takes. `text` is the preview for notifications and screen readers, escaped. */
export interface Rendered {
  readonly text: string;
  readonly blocks: Block[];
}

/** Renders any message of the coach within Slack's limits, on request without links to elsewhere; `image` is a card's picture. Pure and total. */
export function render(
  message: Message,
  words: Words,
  { links = true, image = null }: { readonly links?: boolean; readonly image?: Image | null } = {},
): Rendered {
  const preview = clean(message.preview).trim() || '…';
  const blocks = layout(message, words, links, image);
  return {
    text: escapeText(shorten(preview, LIMITS.fallback)),
    blocks: fitMessage(blocks.length > 0 ? blocks : prose(preview), () => words.text('slack.cut')),
  };
}

function layout(message: Message, words: Words, links: boolean, image: Image | null): Block[] {
  switch (message.kind) {
    case 'text':
      return text(message, words);
    case 'question':
      return question(message, words);
    case 'summary':
      return summary(message);
    case 'card':
      return card(message, image);
    case 'draft':
      return draft(message, words, links);
    case 'reminder':
      return reminder(message);
  }
}

function text(message: TextMessage, words: Words): Block[] {
  return [...prose(message.text), ...answers(AGAIN, message.choices, words.text('slack.choose'))];
}

function question(message: QuestionMessage, words: Words): Block[] {
  return [
    ...context(message.progress ?? ''),
    ...prose(message.text),
    ...(message.field === 'date' ? [dateRow(message.answer, words)] : []),
    ...answers(ONCE, message.choices, words.text('slack.choose')),
    ...(message.form ? formRow(message.form.submit.action, words) : []),
    ...answers(AGAIN, message.controls, words.text('slack.more')),
  ];
}

/** Used up once the form was handed in. */
function formRow(action: string, words: Words): Block[] {
  const open = { label: words.text('slack.form.open'), action };
  return [{ type: 'actions', block_id: `${ONCE}-form`, elements: [button(open, 0, FORM)] }];
}

function dateRow(answer: string, words: Words): Block {
  return {
    type: 'actions',
    block_id: `${ONCE}-date`,
    elements: [datePicker(answer, words.text('slack.pick-date'))],
  };
}

function summary(message: SummaryMessage): Block[] {
  return [
    ...header(message.title),
    ...message.lines.flatMap((line, i) => prose(`${line.label}: ${line.value}`, button(line.change, i))),
    ...buttons(AGAIN, message.choices),
  ];
}

function card(message: CardMessage, image: Image | null): Block[] {
  return [
    ...header(message.title),
    ...prose(message.text),
    ...(image ? [image] : []),
    ...message.sections.flatMap((section) => list(section.heading, section.items)),
    ...buttons(
      AGAIN,
      message.form ? [...message.choices, message.form] : message.choices,
      message.form?.action,
    ),
  ];
}

function draft(message: DraftMessage, words: Words, links: boolean): Block[] {
  const choices = message.explain ? [...message.choices, message.explain] : message.choices;
  const link = links ? mailLink(message) : null;
  const blocks = (mail: readonly Block[]): Block[] => [
    ...header(message.title),
    ...(message.subjects.length > 0 ? list(words.text('slack.subjects'), message.subjects) : []),
    ...verbatim(message.body),
    ...(message.findings.length > 0 ? list(words.text('slack.findings'), message.findings.map(finding)) : []),
    ...mail,
    ...buttons(AGAIN, choices, message.edit),
  ];
  const whole = link === null ? [] : blocks([mail(link, words.text('slack.mail'))]);
  return whole.length > 0 && fits(whole) ? whole : blocks([]);
}

function finding({ quote, advice }: DraftMessage['findings'][number]): string {
  return quote.trim() === '' ? advice : `“${quote.trim()}”: ${advice}`;
}

function reminder(message: ReminderMessage): Block[] {
  return [...prose(message.text), ...buttons(ONCE, message.choices)];
}
