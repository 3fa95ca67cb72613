import type { CardMessage, Message } from '../../coach/message.js';
import type { Words } from '../../coach/words.js';
import type { Passage } from './card-data.js';
import { MAX_QUOTE, shorten } from './limits.js';

/** What a message says, without its buttons and entries. */
export function passages(message: Message, words: Words): Passage[] {
  switch (message.kind) {
    case 'text':
    case 'reminder':
      return [{ style: 'text', text: message.text }];
    case 'question':
      return [
        ...(message.progress === null ? [] : [{ style: 'quiet', text: message.progress } as const]),
        { style: 'text', text: message.text },
      ];
    case 'summary':
      return [
        { style: 'title', text: message.title },
        ...message.lines.map(({ label, value }) => ({ style: 'text', text: `${label}: ${value}` }) as const),
      ];
    case 'card':
      return [
        { style: 'title', text: message.title },
        { style: 'text', text: message.text },
        ...sections(message.sections),
      ];
    case 'draft':
      return [
        { style: 'title', text: message.title },
        ...list(words.text('teams.subjects'), message.subjects),
        ...list(
          words.text('teams.findings'),
          message.findings.map(({ quote, advice }) => (quote ? `${quoted(quote)} ${advice}` : advice)),
        ),
      ];
  }
}

export function sections(all: CardMessage['sections']): Passage[] {
  return all.flatMap(({ heading, items }) => [
    { style: 'heading', text: heading } as const,
    ...items.map((text) => ({ style: 'item', text }) as const),
  ]);
}

function list(heading: string, items: readonly string[]): Passage[] {
  if (items.length === 0) return [];
  return [{ style: 'heading', text: heading }, ...items.map((text) => ({ style: 'item', text }) as const)];
}

/** The beginning of a piece of the person's text, to tell which piece is meant. */
export function quoted(text: string): string {
  return `“${shorten(text.replace(/\s+/g, ' '), MAX_QUOTE)}”`;
}
