import { randomUUID } from 'node:crypto';
import { limits } from './limits.js';
import type { View } from './render.js';

/** One thing in the visible conversation. `at` is an ISO instant of the person's own clock. */
export type Entry =
  | { readonly id: string; readonly at: string; readonly from: 'coach'; readonly view: View }
  | { readonly id: string; readonly at: string; readonly from: 'person'; readonly text: string };

/** An entry with its place, from which a page that was cut off asks for the rest. */
export interface Placed {
  readonly position: string;
  readonly entry: Entry;
}

interface Listener {
  added(placed: Placed): void;
  removed(id: string): void;
  /** The conversation was deleted. */
  cleared(): void;
}

/**
 * What the pages of each person show. It lives in memory and is bounded: the coach's state is in the store, and
 * after a restart the page offers to go on from there.
 */
export interface History {
  /** False when an entry with this id is there already: nothing happens then. */
  add(person: string, entry: Entry): boolean;
  has(person: string, id: string): boolean;
  /** Takes an entry out; nothing happens when there is none. */
  remove(person: string, id: string): void;
  /** Entries after a position, oldest first; all of them when it is null, too old, or of an earlier process. */
  since(person: string, position: string | null): readonly Placed[];
  /** Returns the function that ends it. */
  listen(person: string, listener: Listener): () => void;
  clear(person: string): void;
  /** What a page that comes back from a position still shows and is to drop: all of it, or these entries. */
  goneSince(person: string, position: string | null): 'all' | readonly string[];
}

interface Conversation {
  entries: Placed[];
  /** Ids of entries that were taken out, the newest last. */
  removed: string[];
  /** The position at which everything was cleared. */
  clearedAt: number;
  readonly listeners: Set<Listener>;
}

export function createHistory(): History {
  // Positions of another process mean nothing here, and must not hide entries.
  const epoch = randomUUID().slice(0, 8);
  const conversations = new Map<string, Conversation>();
  let count = 0;

  const open = (person: string): Conversation => {
    const conversation = conversations.get(person) ?? {
      entries: [],
      removed: [],
      clearedAt: 0,
      listeners: new Set(),
    };
    // A Map keeps the order of insertion, so the first is always the one unused for longest.
    conversations.delete(person);
    conversations.set(person, conversation);
    if (conversations.size > limits.people) dropUnused(conversations, person);
    return conversation;
  };

  return {
    add(person, entry) {
      const conversation = open(person);
      if (conversation.entries.some((placed) => placed.entry.id === entry.id)) return false;
      count += 1;
      const placed = { position: `${epoch}.${count}`, entry };
      conversation.entries = [...conversation.entries, placed].slice(-limits.historyEntries);
      for (const listener of conversation.listeners) listener.added(placed);
      return true;
    },
    has(person, id) {
      return conversations.get(person)?.entries.some((placed) => placed.entry.id === id) ?? false;
    },
    remove(person, id) {
      const conversation = conversations.get(person);
      if (!conversation) return;
      conversation.entries = conversation.entries.filter(({ entry }) => entry.id !== id);
      conversation.removed = [...conversation.removed, id].slice(-limits.historyEntries);
      for (const listener of conversation.listeners) listener.removed(id);
    },
    goneSince(person, position) {
      const conversation = conversations.get(person);
      const [here, place] = (position ?? '').split('.');
      if (!conversation || here !== epoch) return [];
      return Number(place) <= conversation.clearedAt ? 'all' : conversation.removed;
    },
    since(person, position) {
      const entries = conversations.get(person)?.entries ?? [];
      return entries.slice(entries.findIndex((placed) => placed.position === position) + 1);
    },
    listen(person, listener) {
      const { listeners } = open(person);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear(person) {
      const conversation = conversations.get(person);
      if (!conversation) return;
      conversation.entries = [];
      conversation.removed = [];
      conversation.clearedAt = count;
      for (const listener of conversation.listeners) listener.cleared();
    },
  };
}

function dropUnused(conversations: Map<string, Conversation>, keep: string): void {
  for (const [person, { listeners }] of conversations) {
    if (person === keep || listeners.size > 0) continue;
    conversations.delete(person);
    return;
  }
}
