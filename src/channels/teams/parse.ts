import { z } from 'zod';
import { notEmpty } from '../../coach/checks.js';
import type { Input } from '../../coach/input.js';
import type { Inbound, Mark } from '../../service/ports.js';
import type { PersonalActivity } from './activity.js';
import { type ButtonData, buttonData, INPUT, type Passage } from './card-data.js';
import { clickMark, type Fingerprint, installMark, timeMark } from './marks.js';

export const CARD_ACTION = 'adaptiveCard/action';

/** What the clicked card should show from now on. */
export interface Answered {
  /** What the card said, or null when it is to stay as it is. */
  readonly keep: readonly Passage[] | null;
  /** What was chosen, in the person's words, or null when it is not to be repeated. */
  readonly answer: string | null;
}

export type Ignored =
  /** An event that Bowout has no use for, or does not know. */
  | 'other-event'
  /** An event without an id cannot be told from its repetition. */
  | 'no-id'
  /** An event that names no account; system events do so. */
  | 'no-person'
  /** A click without a choice, a date or anything else that it was to carry. */
  | 'nothing-entered'
  /** A click on a card that is not Bowout's. */
  | 'foreign-card';

export interface ParsedInbound {
  readonly type: 'inbound';
  readonly inbound: Inbound;
  readonly answered: Answered | null;
}

type Parsed = ParsedInbound | { readonly type: 'ignored'; readonly reason: Ignored };

/** Turns an admitted event into what the person did, or says why nothing follows from it. */
export function parse(activity: PersonalActivity, fingerprint: Fingerprint): Parsed {
  const read = readInput(activity, fingerprint);
  if (typeof read === 'string') return { type: 'ignored', reason: read };
  if (!activity.id) return { type: 'ignored', reason: 'no-id' };
  const person = activity.from?.aadObjectId;
  if (!person) return { type: 'ignored', reason: 'no-person' };
  const { input, answered, marks } = read;
  const client = clientInfo(activity);
  return {
    type: 'inbound',
    answered,
    inbound: {
      id: [activity.conversationId, activity.id, ...distinction(activity, input)].join('|'),
      ...doneAt(activity),
      marks: [...timeMark(activity, fingerprint), ...marks],
      who: { tenant: `teams:${activity.tenantId}`, person },
      address: {
        channel: 'teams',
        to: {
          tenantId: activity.tenantId,
          aadObjectId: person,
          userMri: activity.userMri,
          conversationId: activity.conversationId,
          serviceUrl: activity.trustedServiceUrl,
          botMri: activity.botMri,
        },
      },
      input,
      // The first post of the message; a click on its card names it.
      ...(input.type === 'click' && activity.replyToId ? { on: activity.replyToId } : {}),
      zone: knownZone(activity.localTimezone ?? client.timezone),
      locale: knownLocale(activity.locale ?? client.locale),
    },
  };
}

/**
 * Conversation and activity name an event, with two exceptions: a card may be clicked twice within one, on different
 * buttons, and an edit goes by the id of the message that was edited.
 */
function distinction({ timestamp }: PersonalActivity, input: Inbound['input']): string[] {
  if (input.type === 'click') return [input.action];
  return input.type === 'edited' ? ['edited', timestamp ?? ''] : [];
}

/** The service's own time of the event, to the millisecond; what the client's clock said may be anything. */
function doneAt({ timestamp }: PersonalActivity): Pick<Inbound, 'doneAt'> {
  const milliseconds = Date.parse(timestamp ?? '');
  return Number.isNaN(milliseconds) ? {} : { doneAt: milliseconds * 1_000 };
}

interface Read {
  readonly input: Inbound['input'];
  readonly answered: Answered | null;
  /** What tells a copy of it besides its time. */
  readonly marks: readonly Mark[];
}

function readInput(activity: PersonalActivity, fingerprint: Fingerprint): Read | Ignored {
  const plain = (input: Inbound['input'], marks: readonly Mark[] = []): Read => ({
    input,
    answered: null,
    marks,
  });
  switch (activity.type) {
    case 'message':
      // The data of an Action.Submit, which old clients send in place of Action.Execute. Without text it is no answer.
      if (isRecord(activity.value) && !activity.text) return readClick(activity, activity.value, fingerprint);
      return plain(readText(activity));
    case 'messageUpdate':
      // A message that was deleted and brought back says nothing new.
      if (activity.channelData?.eventType !== 'editMessage') return 'other-event';
      return plain({ type: 'edited', message: activity.id ?? '', text: typedText(activity) });
    case 'invoke': {
      if (activity.name !== CARD_ACTION) return 'other-event';
      const value = invokeValue.safeParse(activity.value);
      return value.success ? readClick(activity, value.data.action.data, fingerprint) : 'foreign-card';
    }
    case 'installationUpdate':
      // An install also sends conversationUpdate within milliseconds: greeting on one of the two greets once.
      if (activity.action === 'add') return plain({ type: 'hello' }, installMark(activity));
      return activity.action === 'remove' ? plain({ type: 'left' }) : 'other-event';
    case 'conversationUpdate':
      return hasLeft(activity) ? plain({ type: 'left' }) : 'other-event';
    default:
      return 'other-event';
  }
}

/** Removing the app ends the membership of both, the bot and the person. */
function hasLeft({ membersRemoved, botMri, userMri }: PersonalActivity): boolean {
  return (membersRemoved ?? []).some(({ id }) => id === botMri || id === userMri);
}

const invokeValue = z.object({ action: z.object({ data: z.unknown().optional() }) });

function readClick(activity: PersonalActivity, value: unknown, fingerprint: Fingerprint): Read | Ignored {
  const read = buttonData.safeParse(value);
  if (!read.success) return 'foreign-card';
  const input = readCollected(read.data);
  if (typeof input === 'string') return input;
  const marks = clickMark(activity, read.data, fingerprint);
  return { input, answered: answerOf(read.data, input), marks };
}

type Click = Extract<Input, { type: 'click' }>;

function readCollected(data: ButtonData): Click | Ignored {
  if (data.collect === INPUT.choice) {
    const action = buttonData.shape.action.safeParse(data[INPUT.choice]).data;
    return action ? { type: 'click', action } : 'nothing-entered';
  }
  if (data.action === undefined) return 'foreign-card';
  const click = { type: 'click', action: data.action } as const;
  if (data.collect === INPUT.value) {
    const value = data[INPUT.value];
    return typeof value === 'string' && value.trim() !== '' ? { ...click, value } : 'nothing-entered';
  }
  if (data.collect === undefined) return click;
  const entries = (data.fields ?? []).map((id): [string, string] => {
    const value = data[`${INPUT.field}${id}`];
    return [id, typeof value === 'string' ? value : ''];
  });
  return { ...click, values: Object.fromEntries(entries) };
}

function answerOf(data: ButtonData, click: Click): Answered {
  const label =
    data.labels && Object.hasOwn(data.labels, click.action) ? data.labels[click.action] : data.label;
  return { keep: data.keep ?? null, answer: label ?? shortValue(click.value) };
}

/** A date or a time may be repeated in the chat; a letter or a form's values are not what chats are kept for. */
function shortValue(value: string | undefined): string | null {
  return value && /^(\d{4}-\d{2}-\d{2}|\d{2}:\d{2})$/.test(value) ? value : null;
}

function readText(activity: PersonalActivity): Input {
  const text = typedText(activity);
  if (/^\/(decline)?$/i.test(withoutMentions(activity).trim())) return { type: 'hello' };
  return { type: 'text', text, ...(activity.id && { message: activity.id }) };
}

/** Only the slash marks a command word: "decline" may be an answer, "/decline help" asks for help. */
function typedText(activity: PersonalActivity): string {
  const typed = withoutMentions(activity).replaceAll('\u00a0', ' ').trim();
  if (!typed.startsWith('/')) return typed;
  return typed
    .slice(1)
    .replace(/^decline(\s+|$)/i, '')
    .trim();
}

const mention = z.object({
  type: z.literal('mention'),
  text: z.string().refine(...notEmpty),
  mentioned: z.object({ id: z.string() }),
});

/** Calling the bot by name is no part of what was said; another person's name is. */
function withoutMentions(activity: PersonalActivity): string {
  let text = activity.text ?? '';
  for (const entity of activity.entities ?? []) {
    const read = mention.safeParse(entity);
    if (!read.success) continue;
    const name = read.data.text.replace(/<\/?at[^>]*>/g, '');
    text = text.replace(read.data.text, () => (read.data.mentioned.id === activity.botMri ? '' : name));
  }
  return text.replace(/^\s*<at>[^<]*<\/at>/, '');
}

const clientEntity = z.object({
  type: z.literal('clientInfo'),
  locale: z.string().optional(),
  timezone: z.string().optional(),
});

/** Teams repeats zone and locale in an entity, on some events only there. */
function clientInfo(activity: PersonalActivity): {
  locale?: string | undefined;
  timezone?: string | undefined;
} {
  for (const entity of activity.entities ?? []) {
    const read = clientEntity.safeParse(entity);
    if (read.success) return read.data;
  }
  return {};
}

function knownZone(zone: string | undefined): string | null {
  // A bare offset would follow no clock change.
  if (!zone || /^[+-]/.test(zone)) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return null;
  }
}

function knownLocale(locale: string | undefined): string | null {
  if (!locale) return null;
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
