import type { Topic } from '../conversation/action.js';
import { type Talk, text, toTopic } from '../conversation/talk.js';
import type { Choice } from '../message.js';

/** A heading and what stands under it. */
export interface Part<Item> {
  readonly heading: string;
  /** The first of them, where there are many. */
  readonly items: readonly Item[];
  readonly total: number;
  /** What to say when there is nothing. */
  readonly empty: string;
  /** Shows all of it in the conversation. */
  readonly all: Choice;
}

/** How many items of one kind a home shows. */
const MOST = 5;

/** The words are those of `id`; `items` come in the order in which they are shown. */
export function part<From, Item>(
  talk: Talk,
  id: string,
  topic: Topic,
  items: readonly From[],
  show: (item: From) => Item,
): Part<Item> {
  return {
    heading: text(talk, `overview.headings.${id}`),
    items: items.slice(0, MOST).map(show),
    total: items.length,
    empty: text(talk, `overview.empty.${id}`),
    all: toTopic(talk, topic),
  };
}
