import { type Choice, type Message, toPlainText } from '../message.js';
import { formatLocal, localOf } from '../remind/calendar.js';
import type { Reminder } from '../remind/reminder.js';
import type { Variables, Words } from '../words.js';
import { type Action, type Control, encodeAction, type Topic } from './action.js';
import type { Effect } from './effect.js';
import { newState, type Opportunity, readState, type State } from './state.js';

/** Letters of a line in a notification. */
const PREVIEW = 120;

/** All that a turn may know besides the state and the input. */
export interface Context {
  /** ISO instant. */
  readonly now: string;
  /** IANA zone as the platform says, for someone who has not chosen one; null when it does not say. */
  readonly zone: string | null;
  readonly words: Words;
  /** BCP 47 tag in whose manner dates and pay are written by the person; the words' own may differ. */
  readonly locale: string;
  /** The person's pending reminders, soonest first. */
  readonly reminders: readonly Reminder[];
  /** A fresh secret address, for a calendar that is asked for in this turn; absent where nothing could serve it. */
  readonly calendar?: string;
  /** Whether what the coach said where the person is now can be taken away again. */
  readonly removes?: boolean;
  /** What the platform calls the message whose button was pressed; absent where it doesn't tell. */
  readonly on?: string;
}

export interface Result {
  readonly state: State;
  readonly messages: readonly Message[];
  readonly effects: readonly Effect[];
}

/** One turn in the making. It works on its own copy of the state, so that the caller's stays as it was. */
export interface Talk {
  readonly state: State;
  readonly messages: Message[];
  readonly effects: Effect[];
  readonly context: Context;
  /** What the platform calls the message that is being read, or null. */
  readonly message: string | null;
}

/** `stored` is null for a new person. Throws when it can't be read. */
export function begin(stored: unknown, context: Context, message?: string): Talk {
  const state = stored === null ? newState(context.zone ?? 'UTC') : readState(structuredClone(stored));
  return { state, messages: [], effects: [], context, message: message ?? null };
}

/** The turn's buttons stay typeable until the next one, those of the last message first: they answer to numbers too. */
export function end(talk: Talk): Result {
  if (talk.messages.length > 0) offer(talk);
  return {
    state: talk.state,
    messages: talk.messages.map((one) => previewed(talk, one)),
    effects: talk.effects,
  };
}

function offer(talk: Talk): void {
  const last = talk.messages.at(-1);
  const offered = talk.messages
    .toReversed()
    .flatMap((message) => [
      ...message.choices,
      ...(message.kind === 'question' ? message.controls : []),
      ...(message.kind === 'draft' && message.explain ? [message.explain] : []),
      ...(message.kind === 'summary' ? message.lines.map((line) => line.change) : []),
    ]);
  talk.state.offered = offered.map(({ label, action }) => ({ label, action }));
  talk.state.picking = last?.kind === 'text' ? last.choices.length : 0;
}

/** Says the words at `coach.<key>`. */
export function say(
  talk: Talk,
  key: string,
  variables: Variables = {},
  choices: readonly Choice[] = [],
): void {
  talk.messages.push({
    kind: 'text',
    key,
    preview: preview(talk, 'text'),
    text: text(talk, key, variables),
    choices,
  });
}

export function text(talk: Talk, key: string, variables: Variables = {}): string {
  return talk.context.words.text(`coach.${key}`, variables);
}

/** Whoever turned discreet mode off reads the first line in the notification. */
function previewed({ state, context }: Talk, message: Message): Message {
  if (state.profile.discreet) return message;
  const [line = ''] = toPlainText(message).split('\n');
  const letters = [...new Intl.Segmenter(context.words.locale).segment(line)].map(({ segment }) => segment);
  return {
    ...message,
    preview: letters.length > PREVIEW ? `${letters.slice(0, PREVIEW - 1).join('')}…` : line,
  };
}

/** What a notification may show: in discreet mode nothing but that there is something. */
export function preview(talk: Talk, kind: Message['kind']): string {
  return text(talk, `conversation.preview.${kind}`);
}

export function choice(talk: Talk, key: string, action: Action, style?: Choice['style']): Choice {
  const plain = { label: text(talk, key), action: encodeAction(action) };
  return style ? { ...plain, style } : plain;
}

export const toTopic = (talk: Talk, topic: Topic): Choice =>
  choice(talk, `conversation.buttons.${topic}`, { do: 'topic', topic });

export const toControl = (talk: Talk, control: Control): Choice =>
  choice(talk, `conversation.buttons.${control}`, { do: 'control', control });

/** The person's wall-clock time. */
export function today(talk: Talk): string {
  return localOf(talk.context.now, talk.state.profile.zone);
}

export function when(talk: Talk, local: string): string {
  return formatLocal(local, talk.context.words.locale);
}

export function nextId(talk: Talk, prefix: string): string {
  talk.state.counter += 1;
  return `${prefix}${talk.state.counter}`;
}

export function opportunityOf(talk: Talk, id: string): Opportunity | null {
  return talk.state.opportunities.find((opportunity) => opportunity.id === id) ?? null;
}

/** The one that a flow or an open question is about. Throws when there is none: they go with it. */
export function keptOpportunity(talk: Talk, id: string): Opportunity {
  const opportunity = opportunityOf(talk, id);
  if (!opportunity)
    throw new Error(
      `A flow or a question is about "${id}", which is not in the state: the state is damaged.`,
    );
  return opportunity;
}
