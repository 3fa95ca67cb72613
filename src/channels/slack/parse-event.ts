import type { z } from 'zod';
import {
  ignored,
  inbound,
  malformed,
  type Parsed,
  personOf,
  read,
  type Source,
  tenantOf,
  threadOf,
} from './meant.js';
import { type envelope, homeOpened, messageChanged, messageEvent } from './payloads.js';
import { plainOf } from './text.js';

/** The subtypes of a message that a person wrote; the others are joins, bots and the like. */
const TYPED = new Set([undefined, null, '', 'file_share', 'thread_broadcast']);

type Envelope = z.output<typeof envelope>;

/** Reads an event: a message, an edit of one, a tab that was opened. */
export function parseEvent(body: Envelope): Parsed {
  const { type, subtype } = body.event;
  switch (type) {
    case 'message':
      return subtype === 'message_changed'
        ? read(messageChanged, body.event, (event) => parseChanged(body, event))
        : read(messageEvent, body.event, (event) => parseMessage(body, event));
    case 'app_home_opened':
      return read(homeOpened, body.event, (event) => parseOpened(body, event));
    default:
      return ignored(`no use for the event ${type}`);
  }
}

function parseMessage(body: Envelope, event: z.output<typeof messageEvent>): Parsed {
  if (event.channel_type !== 'im') return ignored('not a direct message');
  if (!TYPED.has(event.subtype)) return ignored(`a message of the subtype ${event.subtype}`);
  if (!isFromPerson(body, event)) return ignored('not from a person');
  const tenant = tenantOf(installation(body));
  if (tenant === null) return malformed('no team');
  const { channel, ts, user } = event;
  const files = (event.files ?? []).length > 0;
  return inbound(
    {
      // The same message can arrive as two events, so what names it is its place, not the event's id.
      id: `slack:message:${tenant}:${channel}:${ts}`,
      tenant,
      user,
      to: { channel, ...threadOf(event) },
      input: { type: 'text', text: said(body, event.text), message: ts, ...(files && { files }) },
      stamp: ts,
    },
    { typed: { channel, ts: event.thread_ts || ts } },
  );
}

/** An edit of what the person typed; Slack sends the same when it merely adds the preview of a link. */
function parseChanged(body: Envelope, event: z.output<typeof messageChanged>): Parsed {
  const { message, previous_message: before, channel } = event;
  if (event.channel_type !== 'im') return ignored('not a direct message');
  if (!TYPED.has(message.subtype) || !isFromPerson(body, message)) return ignored('not from a person');
  if (before?.text === message.text) return ignored('a message whose words are the same');
  const tenant = tenantOf(installation(body));
  if (tenant === null) return malformed('no team');
  const { ts, user } = message;
  return inbound({
    id: `slack:edit:${tenant}:${channel}:${ts}:${message.edited?.ts ?? event.ts}`,
    tenant,
    user,
    to: { channel, ...threadOf(message) },
    input: { type: 'edited', message: ts, text: said(body, message.text) },
    stamp: event.ts,
  });
}

function parseOpened(body: Envelope, event: z.output<typeof homeOpened>): Parsed {
  const tenant = tenantOf(installation(body));
  if (tenant === null) return malformed('no team');
  if (event.tab === 'home') return { type: 'home', who: personOf(tenant, event.user) };
  if (event.tab !== 'messages') return ignored(`the ${event.tab} tab was opened`);
  const { user, channel } = event;
  return inbound(
    {
      // One id for all times: looking at the conversation again is no second hello.
      id: `slack:opened:${tenant}:${user}`,
      tenant,
      user,
      to: channel ? { channel } : {},
      input: { type: 'arrived' },
    },
    channel ? { arrivedIn: channel } : {},
  );
}

function isFromPerson<
  Message extends { user?: string | null | undefined; bot_id?: string | null | undefined },
>(body: Envelope, message: Message): message is Message & { user: string } {
  const { user, bot_id: bot } = message;
  return !bot && Boolean(user) && user !== installation(body).user_id && user !== 'USLACKBOT';
}

/** What was typed, without the mention of the app that it may begin with. */
function said(body: Envelope, escaped: string | null | undefined): string {
  const self = installation(body).user_id;
  const text = (escaped ?? '').trim();
  const mention = self ? `<@${self}>` : null;
  return plainOf(mention && text.startsWith(mention) ? text.slice(mention.length) : text).trim();
}

/** Where Bowout is installed; in a shared conversation the person's own team can be another. */
function installation(body: Envelope): Source & { user_id?: string | null | undefined } {
  const [authorization] = body.authorizations ?? [];
  return {
    team_id: authorization?.team_id || body.context_team_id || body.team_id,
    enterprise_id: authorization?.enterprise_id || body.context_enterprise_id || body.enterprise_id,
    user_id: authorization?.user_id,
  };
}
