import type { Opportunity } from '../conversation/state.js';
import { preview, type Talk, text, toTopic } from '../conversation/talk.js';
import type { CardMessage } from '../message.js';
import { naming } from './name.js';
import { type TimelineItem, timelineOf } from './timeline.js';

/** What was done about an opportunity and what comes, as a picture and in words. */
export function timelineCard(talk: Talk, opportunity: Opportunity): CardMessage {
  const { items, empty, picture } = timelineOf(talk, opportunity);
  const section = (id: string, of: readonly TimelineItem[]): CardMessage['sections'][number] => ({
    heading: text(talk, `overview.timeline.${id}`),
    items: of.map(({ line }) => line),
  });
  const sections = [
    section(
      'done',
      items.filter(({ isPast }) => isPast),
    ),
    section(
      'ahead',
      items.filter(({ isPast }) => !isPast),
    ),
  ];
  return {
    kind: 'card',
    key: 'overview.timeline',
    preview: preview(talk, 'card'),
    title: text(talk, 'overview.timeline.title', { title: naming(talk, opportunity).title }),
    text: items.length > 0 ? '' : empty,
    sections: sections.filter((one) => one.items.length > 0),
    picture,
    choices: [toTopic(talk, 'reminders')],
  };
}
