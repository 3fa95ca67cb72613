import { LIMITS } from './limits.js';
import { clean, shorten, split } from './text.js';

/** The part of Block Kit that Bowout speaks. No `mrkdwn`: what a person typed could mention or link there. */
export type Block = Header | Section | Context | RichText | Actions | Image;

export interface PlainText {
  readonly type: 'plain_text';
  text: string;
  /** False, so that a typed ":tada:" stays what it is. */
  readonly emoji: false;
}

/** A file of Bowout's own in the workspace: no address that could be passed on. */
export interface Image {
  readonly type: 'image';
  readonly slack_file: { readonly id: string };
  readonly alt_text: string;
}

interface Header {
  readonly type: 'header';
  readonly text: PlainText;
}

export interface Section {
  readonly type: 'section';
  readonly text: PlainText;
  readonly expand: true;
  readonly accessory?: Button;
}

export interface Context {
  readonly type: 'context';
  readonly elements: PlainText[];
}

export interface RichText {
  readonly type: 'rich_text';
  readonly elements: (RichLine | RichList | Preformatted)[];
}

interface RichLine {
  readonly type: 'rich_text_section';
  readonly elements: (RichPiece | MailLink)[];
}

interface RichList {
  readonly type: 'rich_text_list';
  readonly style: 'bullet';
  readonly elements: RichLine[];
}

interface Preformatted {
  readonly type: 'rich_text_preformatted';
  readonly elements: RichPiece[];
}

interface RichPiece {
  readonly type: 'text';
  text: string;
  readonly style?: { readonly bold: true };
}

/** The one link there is: never an address that somebody typed. */
interface MailLink {
  readonly type: 'link';
  readonly url: `mailto:${string}`;
  readonly text: string;
}

export interface Actions {
  readonly type: 'actions';
  readonly block_id: string;
  readonly elements: Element[];
}

type Element = Button | Select | DatePicker;

export interface Button {
  readonly type: 'button';
  readonly action_id: string;
  readonly text: PlainText;
  readonly value: string;
  readonly style?: 'primary' | 'danger';
}

export interface Select {
  readonly type: 'static_select';
  readonly action_id: string;
  readonly placeholder: PlainText;
  readonly options: Option[];
}

interface Option {
  readonly text: PlainText;
  readonly value: string;
}

export interface DatePicker {
  readonly type: 'datepicker';
  readonly action_id: string;
  readonly placeholder: PlainText;
}

/** Slack refuses an empty text; a label may also not be long. */
export function label(text: string, max: number = LIMITS.label): PlainText {
  return { type: 'plain_text', text: shorten(visible(text) || '–', max), emoji: false };
}

/** A title, or a paragraph when it is too long for one. */
export function header(text: string): Block[] {
  const title = visible(text).replace(/\s*\n\s*/g, ' ');
  return title.length > LIMITS.header
    ? prose(title)
    : title
      ? [{ type: 'header', text: label(title, LIMITS.header) }]
      : [];
}

/** Paragraphs, in as many sections as they need. */
export function prose(text: string, accessory?: Button): Section[] {
  return split(visible(text), LIMITS.section).map((piece, i) => ({
    type: 'section',
    text: label(piece, LIMITS.section),
    expand: true,
    ...(accessory && i === 0 ? { accessory } : {}),
  }));
}

/** A small grey line. */
export function context(text: string): Context[] {
  return visible(text) ? [{ type: 'context', elements: [label(text, LIMITS.section)] }] : [];
}

/** A bold heading and bullets. */
export function list(heading: string, items: readonly string[]): RichText[] {
  const lines = items
    .map(visible)
    .filter(Boolean)
    .map((item) => line(item));
  const elements = [
    ...(visible(heading) ? [line(visible(heading), true)] : []),
    ...(lines.length > 0 ? [{ type: 'rich_text_list', style: 'bullet', elements: lines } as const] : []),
  ];
  return elements.length > 0 ? [{ type: 'rich_text', elements }] : [];
}

/** Text that copies exactly as it is, and in which nothing is a mention or a link. */
export function verbatim(text: string): RichText[] {
  const body = clean(text);
  if (body.trim() === '') return [];
  return [
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: body }] }],
    },
  ];
}

/** A link that opens a mail. */
export function mail(url: MailLink['url'], text: string): RichText {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url, text }] }],
  };
}

function line(text: string, bold = false): RichLine {
  return {
    type: 'rich_text_section',
    elements: [{ type: 'text', text, ...(bold ? { style: { bold: true } } : {}) }],
  };
}

function visible(text: string): string {
  return clean(text).trim();
}
