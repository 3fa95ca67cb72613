import type { z } from 'zod';
import { actionOf, FORM } from './controls.js';
import { enteredIn, FORM_VIEW, readOrigin } from './form-view.js';
import { ignored, inbound, malformed, type Parsed, type Source, tenantOf, threadOf } from './meant.js';
import type { click, command, messageShortcut, shortcut, submission } from './payloads.js';
import { plainOf, unescapeText } from './text.js';

/** The message shortcut by which an employer's message is handed to the coach. */
const ANSWER = 'answer';

export function parseCommand(body: z.output<typeof command>): Parsed {
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

export function parseShortcut(body: z.output<typeof shortcut>): Parsed {
  const tenant = tenantOf(sourceOf(body));
  if (tenant === null) return malformed('no team');
  const id = `slack:shortcut:${body.trigger_id}`;
  return inbound({ id, tenant, user: body.user.id, to: {}, input: { type: 'hello' } });
}

/** The answer goes into the direct message, wherever the message stands. */
export function parseMessageShortcut(body: z.output<typeof messageShortcut>): Parsed {
  const tenant = tenantOf(sourceOf(body));
  if (tenant === null) return malformed('no team');
  if (body.callback_id !== ANSWER) return ignored('no shortcut of ours');
  return inbound(
    {
      id: `slack:answer:${body.trigger_id}`,
      tenant,
      user: body.user.id,
      to: {},
      input: { type: 'forwarded', text: plainOf(body.message.text).trim() },
    },
    body.response_url ? { noteTo: body.response_url } : {},
  );
}

export function parseClick(body: z.output<typeof click>): Parsed {
  const tenant = tenantOf(sourceOf(body));
  if (tenant === null) return malformed('no team');
  const { channel, message, view } = body;
  const [control] = body.actions;
  if (!control) return ignored('a click on nothing');
  const { action_id: actionId, action_ts: stamp, selected_option: option, selected_date: date } = control;
  if (control.url) return ignored('a link that was opened');
  const action = actionOf({ actionId, value: option?.value ?? control.value ?? null });
  if (action === null) return ignored(`a click on an unknown ${control.type}`);
  if (control.type === 'datepicker' && !date) return ignored('a date was cleared');
  const value = control.type === 'datepicker' ? (date ?? null) : null;
  const input = { type: 'click', action, ...(value === null ? {} : { value }) } as const;
  const wants = (to: { channel?: string; thread?: string }) =>
    actionId.startsWith(FORM) ? { opening: { trigger: body.trigger_id, action, to } } : {};
  const user = body.user.id;
  if (view?.type === 'home') {
    const id = `slack:click:${tenant}:${view.id}:${control.block_id}:${stamp}`;
    return inbound({ id, tenant, user, to: {}, input, stamp }, { atHome: true, ...wants({}) });
  }
  if (!channel || !message) return ignored('a click outside a message');
  if (!channel.id.startsWith('D')) return ignored('a click outside a direct message');
  const to = { channel: channel.id, ...threadOf(message) };
  const id = `slack:click:${tenant}:${channel.id}:${message.ts}:${control.block_id}:${stamp}`;
  return inbound(
    { id, tenant, user, to, input, on: message.ts, stamp },
    {
      clicked: {
        channel: channel.id,
        ts: message.ts,
        text: message.text,
        blocks: message.blocks,
        row: control.block_id,
        label: option?.text.text ?? control.text?.text ?? value ?? '',
      },
      ...wants(to),
    },
  );
}

export function parseSubmission(body: z.output<typeof submission>): Parsed {
  const tenant = tenantOf(sourceOf(body));
  if (tenant === null) return malformed('no team');
  const { id, hash, callback_id, private_metadata, state } = body.view;
  const origin = readOrigin(private_metadata);
  if (callback_id !== FORM_VIEW || !origin) return ignored('no form of ours');
  const { action, channel, thread } = origin;
  const to = { ...(channel ? { channel } : {}), ...(thread ? { thread } : {}) };
  const values = enteredIn(state.values);
  return inbound(
    {
      id: `slack:view:${id}:${hash}`,
      tenant,
      user: body.user.id,
      to,
      input: { type: 'click', action, values },
    },
    { handedIn: { view: id, action, values }, atHome: !channel },
  );
}

interface Interaction {
  readonly user: { readonly team_id?: string | null | undefined };
  readonly team?: { readonly id: string } | null | undefined;
  readonly enterprise?: { readonly id: string } | null | undefined;
}

function sourceOf(body: Interaction): Source {
  return { team_id: body.team?.id || body.user.team_id, enterprise_id: body.enterprise?.id };
}
