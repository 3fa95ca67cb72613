import type { Choice, Form, Message, QuestionMessage } from '../../coach/message.js';
import type { Picture } from '../../coach/picture.js';

/** Paragraphs of lines: `[['Hello,'], ['first line', 'second line']]`. */
export type Paragraphs = readonly (readonly string[])[];

/** A message as the page shows it: plain JSON in which every string is text, never markup. */
export type View =
  | {
      readonly kind: 'text' | 'reminder';
      readonly preview: string;
      readonly paragraphs: Paragraphs;
      readonly choices: readonly Choice[];
    }
  | {
      readonly kind: 'question';
      readonly preview: string;
      readonly paragraphs: Paragraphs;
      readonly progress: Progress | null;
      readonly field: QuestionMessage['field'];
      readonly answer: string;
      readonly choices: readonly Choice[];
      readonly controls: readonly Choice[];
      readonly form: Form | null;
    }
  | {
      readonly kind: 'summary';
      readonly preview: string;
      readonly title: string;
      readonly lines: readonly { readonly label: string; readonly value: string; readonly change: Choice }[];
      readonly choices: readonly Choice[];
    }
  | {
      readonly kind: 'card';
      readonly preview: string;
      readonly title: string;
      readonly paragraphs: Paragraphs;
      readonly sections: readonly { readonly heading: string; readonly items: readonly string[] }[];
      readonly picture: Picture | null;
      readonly choices: readonly Choice[];
    }
  | {
      readonly kind: 'draft';
      readonly preview: string;
      readonly title: string;
      readonly subjects: readonly string[];
      readonly body: string;
      /** The body in pieces; a piece that a finding is about carries the finding's number, from 1. */
      readonly pieces: readonly Piece[];
      readonly parts: readonly { readonly text: string; readonly why: string }[];
      readonly findings: readonly { readonly quote: string; readonly advice: string }[];
      readonly edit: string;
      readonly choices: readonly Choice[];
    };

/** `share` is between 0 and 1, or null when the words hold no two numbers. */
interface Progress {
  readonly label: string;
  readonly share: number | null;
}

export interface Piece {
  readonly text: string;
  readonly finding: number | null;
}

/** What the page needs to show the message. Escaping is the page's: it sets every string as text. */
export function render(message: Message): View {
  const { preview, choices } = message;
  switch (message.kind) {
    case 'text':
    case 'reminder':
      return { kind: message.kind, preview, paragraphs: paragraphs(message.text), choices };
    case 'question':
      return {
        kind: 'question',
        preview,
        paragraphs: paragraphs(message.text),
        progress: message.progress === null ? null : progress(message.progress),
        field: message.field,
        answer: message.answer,
        choices,
        controls: message.controls,
        form: message.form,
      };
    case 'summary':
      return { kind: 'summary', preview, title: message.title, lines: message.lines, choices };
    case 'card':
      return {
        kind: 'card',
        preview,
        title: message.title,
        paragraphs: paragraphs(message.text),
        sections: message.sections,
        picture: message.picture ?? null,
        choices,
      };
    case 'draft':
      return {
        kind: 'draft',
        preview,
        title: message.title,
        subjects: message.subjects,
        body: message.body,
        pieces: markFindings(
          message.body,
          message.findings.map((finding) => finding.quote),
        ),
        parts: message.parts,
        findings: message.findings,
        edit: message.edit,
        choices,
      };
  }
}

/** Parts a text at blank lines, and each paragraph at its line ends. */
export function paragraphs(text: string): Paragraphs {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map((line) => line.trimEnd()))
    .map((lines) => lines.filter((line) => line !== ''))
    .filter((lines) => lines.length > 0);
}

/** Any locale's "3 of about 7": the first number of the second is the share; nothing else in the words matters. */
function progress(label: string): Progress {
  const [done, all] = [...label.matchAll(/\d+/g)].map(Number);
  const share = done !== undefined && all !== undefined && all > 0 ? Math.min(1, done / all) : null;
  return { label, share };
}

/**
 * Cuts a text so that the first place of each quote is a piece of its own. The pieces joined are the text.
 * A quote that is empty, absent, or overlaps an earlier one marks nothing: its advice is still listed.
 */
export function markFindings(body: string, quotes: readonly string[]): Piece[] {
  const marks = quotes
    .map((quote, i) => ({
      finding: i + 1,
      start: quote === '' ? -1 : body.indexOf(quote),
      size: quote.length,
    }))
    .filter((mark) => mark.start >= 0)
    .sort((a, b) => a.start - b.start || a.finding - b.finding);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { finding, start, size } of marks) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: body.slice(at, start), finding: null });
    pieces.push({ text: body.slice(start, start + size), finding });
    at = start + size;
  }
  if (at < body.length) pieces.push({ text: body.slice(at), finding: null });
  return pieces;
}
