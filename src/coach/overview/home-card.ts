import { preview, type Talk, toTopic } from '../conversation/talk.js';
import type { CardMessage } from '../message.js';
import { lookAround } from '../overview.js';

/** The overview as a message, for channels without a home of their own. */
export function homeCard(talk: Talk): CardMessage {
  const { title, text, pause, opportunities, reminders, drafts, journal, settings } = lookAround(talk);
  const { picture } = journal;
  const lines = (items: readonly { readonly line: string }[]): string[] => items.map(({ line }) => line);
  const section = (
    part: { readonly heading: string; readonly empty: string },
    items: readonly string[],
  ): CardMessage['sections'][number] => ({
    heading: part.heading,
    items: items.length > 0 ? items : [part.empty],
  });
  return {
    kind: 'card',
    key: 'overview',
    preview: preview(talk, 'card'),
    title,
    text: pause.isOn ? pause.text : text,
    sections: [
      section(opportunities, lines(opportunities.items)),
      section(reminders, lines(reminders.items)),
      section(drafts, lines(drafts.items)),
      section(journal, lines(journal.items)),
      ...(picture ? [{ heading: picture.title, items: picture.facts }] : []),
      { heading: settings.heading, items: lines(settings.items) },
    ],
    picture,
    choices: [
      ...opportunities.items.slice(0, 3).map(({ next }) => next.choice),
      ...[reminders, drafts, journal].filter(({ total }) => total > 0).map(({ all }) => all),
      ...(opportunities.total > 0 ? [toTopic(talk, 'timeline')] : []),
      toTopic(talk, 'settings'),
      toTopic(talk, 'help'),
    ],
  };
}
