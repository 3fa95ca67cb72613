import type { Picture } from './picture.js';

/**
 * What the coach can say. Texts are plain text: paragraphs parted by a blank line, no markup; each channel
 * escapes them for itself. `action` is opaque to a channel, which hands it back as it was when clicked.
 */
export interface Choice {
  readonly label: string;
  readonly action: string;
  readonly style?: 'primary' | 'danger';
}

/** How an answer is entered, for channels that have something better than a line of text. */
export type Field = 'choice' | 'text' | 'long-text' | 'date' | 'pay' | 'time';

interface Said {
  /** The id of the words, for tests and logs; it tells nothing about the person. */
  readonly key: string;
  /** One discreet line for notifications and previews: no company, no pay, no intent. */
  readonly preview: string;
  /** Buttons under the message, most likely first. */
  readonly choices: readonly Choice[];
}

export interface TextMessage extends Said {
  readonly kind: 'text';
  readonly text: string;
}

/** One question. `choices` answer it; `controls` are back, skip, why and the like, shown small. */
export interface QuestionMessage extends Said {
  readonly kind: 'question';
  readonly text: string;
  /** "3 of about 7", or null outside a flow. */
  readonly progress: string | null;
  readonly field: Field;
  /** Sent with the value when the channel collects it itself (a date picker, a text box); typing works too. */
  readonly answer: string;
  readonly controls: readonly Choice[];
  /** The same question and those that follow it as one form, for channels that have forms. */
  readonly form: Form | null;
}

export interface Form {
  readonly title: string;
  /** Read before the fields: what is worth knowing while filling them in. */
  readonly notes?: readonly string[];
  readonly fields: readonly FormField[];
  /** Clicked with `values`: field id → what was entered; an empty string leaves the field unanswered. */
  readonly submit: Choice;
}

export interface FormField {
  readonly id: string;
  readonly label: string;
  /** The question in full, where the label alone may be too short. */
  readonly hint?: string;
  /** True where an empty field can't be taken. */
  readonly required?: boolean;
  readonly field: Field;
  /** For `choice` fields: value → label. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
}

/** What was answered, each line with a button that changes it. */
export interface SummaryMessage extends Said {
  readonly kind: 'summary';
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string; readonly change: Choice }[];
}

/** A recommendation, a ledger, a checklist: a title, an opening line, and lists under headings. */
export interface CardMessage extends Said {
  readonly kind: 'card';
  readonly title: string;
  readonly text: string;
  readonly sections: readonly { readonly heading: string; readonly items: readonly string[] }[];
  /** For channels that draw; what it says stands in the sections too. */
  readonly picture?: Picture | null;
  /** Changes all of it at once, for channels that have forms. */
  readonly form?: Choice;
}

/** A reply for the person to send. It must copy cleanly. */
export interface DraftMessage extends Said {
  readonly kind: 'draft';
  readonly draft: string;
  readonly title: string;
  readonly subjects: readonly string[];
  readonly body: string;
  /** Each part of the body with the reason it is there. */
  readonly parts: readonly { readonly text: string; readonly why: string }[];
  /** What the draft check noticed. */
  readonly findings: readonly { readonly quote: string; readonly advice: string }[];
  /** Asks for the parts with their reasons, where a channel does not show them beside the text; absent without parts. */
  readonly explain?: Choice;
  /** Sent with the whole new text as value when the person edits in place. */
  readonly edit: string;
}

export interface ReminderMessage extends Said {
  readonly kind: 'reminder';
  readonly text: string;
}

export type Message =
  | TextMessage
  | QuestionMessage
  | SummaryMessage
  | CardMessage
  | DraftMessage
  | ReminderMessage;

/** The whole message as a person reads it without buttons or forms; the last resort of every channel. */
export function toPlainText(message: Message): string {
  switch (message.kind) {
    case 'text':
    case 'reminder':
      return message.text;
    case 'question':
      return message.progress === null ? message.text : `${message.text}\n(${message.progress})`;
    case 'summary':
      return [message.title, ...message.lines.map((line) => `${line.label}: ${line.value}`)].join('\n');
    case 'card':
      return [message.title, message.text, ...message.sections.map(sectionText)].filter(Boolean).join('\n\n');
    case 'draft':
      return [
        message.title,
        message.subjects.map((subject) => `– ${subject}`).join('\n'),
        message.body,
        message.findings.map((finding) => `• ${finding.advice}`).join('\n'),
      ]
        .filter(Boolean)
        .join('\n\n');
  }
}

function sectionText(section: CardMessage['sections'][number]): string {
  return [section.heading, ...section.items.map((item) => `• ${item}`)].join('\n');
}
