import type { z } from 'zod';
import type { Input } from '../../coach/input.js';
import type { Inbound } from '../../service/ports.js';
import { actionOf, EDIT } from './controls.js';
import { draftIn, EDITOR, type Editing, FIELD, readOrigin } from './editor.js';
import { click, command, envelope, homeOpened, messageEvent, shortcut, submission } from './payloads.js';
import { unescapeText } from './text.js';

/** What a verified payload of Slack means to Bowout. */
export type Parsed =
  | {
      readonly type: 'inbound';
      readonly inbound: Inbound;
      /** A command was used outside a direct message, where only its user may learn of it. */
      readonly elsewhere: boolean;
      /** The message whose control was clicked, or null. */
      readonly clicked: Clicked | null;
      /** The click asks for a form to edit a draft in; the inbound is what it means when there can't be one. */
      readonly editing: Editing | null;
    }
  | { readonly type: 'ignored'; readonly reason: string }
  /** Not what Slack sends. */
  | { readonly type: 'malformed'; readonly reason: string };

/** A message of ours as Slack shows it, and what was clicked in it. */
export interface Clicked {
  readonly channel: string;
  readonly ts: string;
  /** The fallback text, escaped as Slack keeps it. */
  readonly text: string;
  readonly blocks: readonly Readonly<Record<string, unknown>>[];
  /** The row that holds the control. */
  readonly row: string;
  /** What the control said, or the ISO date that was picked. */
  readonly label: string;
}

/** The subtypes of a message that a person wrote; the others are edits, joins, bots and the like. */
const TYPED = new Set([undefined, null, '', 'file_share', 'thread_broadcast']);

/** Reads any payload. Pure; zone and locale stay null, since no payload tells them. */
export function parse(payload: unknown): Parsed {
  if (typeof payload !== 'object' || payload === null) return malformed('not an object');
  const body = payload as Record<string, unknown>;
  if ('command' in body) return read(command, body, parseCommand);
  switch (body['type']) {
    case 'event_callback':
      return read(envelope, body, parseEvent);
    case 'block_actions':
      return read(click, body, parseClick);
    case 'view_submission':
      return read(submission, body, parseSubmission);
    case 'shortcut':
      return read(shortcut, body, parseShortcut);
    default:
      return typeof body['type'] === 'string'
        ? ignored(`no use for ${body['type'].slice(0, 60)}`)
        : malformed('neither a command nor a type');
  }
}

function parseEvent(body: z.output<typeof envelope>): Parsed {
  switch (body.event.type) {
    case 'message':
      return read(messageEvent, body.event, (event) => parseMessage(body, event));
    case 'app_home_opened':
      return read(homeOpened, body.event, (event) => parseOpened(body, event));
    default:
      return ignored(`no use for the event ${body.event.type}`);
  }
}

function parseMessage(body: z.output<typeof envelope>, event: z.output<typeof messageEvent>): Parsed {
  const self = installation(body).user_id;
  if (event.channel_type !== 'im') return ignored('not a direct message');
  if (!TYPED.has(event.subtype)) return ignored(`a message of the subtype ${event.subtype}`);
  if (event.bot_id || !event.user || event.user === self || event.user === 'USLACKBOT') {
    return ignored('not from a person');
  }
  const typed = unescapeText(event.text ?? '').trim();
  const mention = self ? `<@${self}>` : null;
  const text = mention && typed.startsWith(mention) ? typed.slice(mention.length).trim() : typed;
  const tenant = tenantOf(installation(body));
  if (tenant === null) return malformed('no team');
  return inbound({
    // The same message can arrive as two events, so what names it is its place, not the event's id.
    id: `slack:message:${tenant}:${event.channel}:${event.ts}`,
    tenant,
    user: event.user,
    to: { channel: event.channel, ...threadOf(event) },
    input: { type: 'text', text },
  });
}

function parseOpened(body: z.output<typeof envelope>, event: z.output<typeof homeOpened>): Parsed {
  if (event.tab !== 'messages') return ignored(`the ${event.tab} tab was opened`);
  const tenant = tenantOf(installation(body));
  if (tenant === null) return malformed('no team');
  return inbound({
    // One id for all times: looking at the conversation again is no second hello.
    id: `slack:opened:${tenant}:${event.user}`,
    tenant,
    user: event.user,
    to: event.channel ? { channel: event.channel } : {},
    input: { type: 'arrived' },
  });
}

function parseCommand(body: z.output<typeof command>): Parsed {
  const tenant = tenantOf(body);
  if (tenant === null) return malformed('no team');
  const text = unescapeText(body.text).trim();
  return inbound(
    {
      id: `slack:command:${body.trigger_id}`,
      tenant,
      user: body.user_id,
      // A command can come from a direct message with somebody else, so its channel is never answered in.
      to: {},
      input: text === '' ? { type: 'hello' } : { type: 'text', text },
    },
    { elsewhere: !body.channel_id.startsWith('D') },
  );
}

function parseShortcut(body: z.output<typeof shortcut>): Parsed {
  const tenant = tenantOf(sourceOf(body));
  if (tenant === null) return malformed('no team');
  const id = `slack:shortcut:${body.trigger_id}`;
  return inbound({ id, tenant, user: body.user.id, to: {}, input: { type: 'hello' } });
}

function parseClick(body: z.output<typeof click>): Parsed {
  const tenant = tenantOf(sourceOf(body));
  if (tenant === null) return malformed('no team');
  const { channel, message } = body;
  const [control] = body.actions;
  if (!channel || !message || !control) return ignored('a click outside a message');
  if (!channel.id.startsWith('D')) return ignored('a click outside a direct message');
  const { action_id: actionId, selected_option: option, selected_date: date } = control;
  const action = actionOf({ actionId, value: option?.value ?? control.value ?? null });
  if (action === null) return ignored(`a click on an unknown ${control.type}`);
  if (control.type === 'datepicker' && !date) return ignored('a date was cleared');
  const value = control.type === 'datepicker' ? (date ?? null) : null;
  const to = { channel: channel.id, ...threadOf(message) };
  const text = actionId.startsWith(EDIT) ? draftIn(message.blocks) : null;
  return inbound(
    {
      id: `slack:click:${tenant}:${channel.id}:${message.ts}:${control.block_id}:${control.action_ts}`,
      tenant,
      user: body.user.id,
      to,
      input: { type: 'click', action, ...(value === null ? {} : { value }) },
      on: message.ts,
    },
    {
      clicked: {
        channel: channel.id,
        ts: message.ts,
        text: message.text,
        blocks: message.blocks,
        row: control.block_id,
        label: option?.text.text ?? control.text?.text ?? value ?? '',
      },
      ...(text === null ? {} : { editing: { trigger: body.trigger_id, text, origin: { action, ...to } } }),
    },
  );
}

function parseSubmission(body: z.output<typeof submission>): Parsed {
  const tenant = tenantOf(sourceOf(body));
  if (tenant === null) return malformed('no team');
  const { id, hash, callback_id, private_metadata, state } = body.view;
  const origin = readOrigin(private_metadata);
  if (callback_id !== EDITOR || !origin) return ignored('no form of ours');
  const { action, ...to } = origin;
  const value = state.values[FIELD]?.[FIELD]?.value ?? '';
  return inbound({
    id: `slack:view:${id}:${hash}`,
    tenant,
    user: body.user.id,
    to: to.thread ? { channel: to.channel, thread: to.thread } : { channel: to.channel },
    input: { type: 'click', action, value },
  });
}

interface Meant {
  readonly id: string;
  readonly tenant: string;
  readonly user: string;
  readonly to: { readonly channel?: string; readonly thread?: string };
  readonly input: Input;
  readonly on?: string;
}

function inbound(
  meant: Meant,
  more: { elsewhere?: boolean; clicked?: Clicked; editing?: Editing } = {},
): Parsed {
  const { id, tenant, user, to, input, on } = meant;
  return {
    type: 'inbound',
    inbound: {
      id,
      who: { tenant: `slack:${tenant}`, person: user },
      address: { channel: 'slack', to: { team: tenant, user, ...to } },
      input,
      ...(on === undefined ? {} : { on }),
      zone: null,
      locale: null,
    },
    elsewhere: more.elsewhere ?? false,
    clicked: more.clicked ?? null,
    editing: more.editing ?? null,
  };
}

/** The first message of a thread names itself as its thread; it stands in the open all the same. */
function threadOf(message: { ts: string; thread_ts?: string | null | undefined }): { thread?: string } {
  const { ts, thread_ts: thread } = message;
  return thread && thread !== ts ? { thread } : {};
}

interface Source {
  readonly team_id?: string | null | undefined;
  readonly enterprise_id?: string | null | undefined;
}

/** An organisation is one tenant, whichever of its workspaces a person is in. */
function tenantOf({ enterprise_id, team_id }: Source): string | null {
  return enterprise_id || team_id || null;
}

/** Where Bowout is installed; in a shared conversation the person's own team can be another. */
function installation(body: z.output<typeof envelope>): Source & { user_id?: string | null | undefined } {
  const [authorization] = body.authorizations ?? [];
  return {
    team_id: authorization?.team_id || body.context_team_id || body.team_id,
    enterprise_id: authorization?.enterprise_id || body.context_enterprise_id || body.enterprise_id,
    user_id: authorization?.user_id,
  };
}

function sourceOf(body: z.output<typeof shortcut | typeof click | typeof submission>): Source {
  return { team_id: body.team?.id || body.user.team_id, enterprise_id: body.enterprise?.id };
}

function read<T>(schema: z.ZodType<T>, value: unknown, then: (value: T) => Parsed): Parsed {
  const result = schema.safeParse(value);
  if (result.success) return then(result.data);
  const [issue] = result.error.issues;
  return malformed(`${issue?.path.join('.') || 'body'}: ${issue?.message}`);
}

function ignored(reason: string): Parsed {
  return { type: 'ignored', reason };
}

function malformed(reason: string): Parsed {
  return { type: 'malformed', reason };
}
