import { z } from 'zod';
import { notEmpty, upTo } from '../../coach/checks.js';

/* What Bowout reads of Slack's payloads; everything else in them is left alone. */

/** An id is kept as a column of the database, which takes no control characters and no half of a character. */
const id = z
  .string()
  .refine(...upTo(255))
  .regex(/^[^\p{Cc}\p{Cs}]+$/u);
const optionalId = z
  .string()
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)
  .nullish();

export const envelope = z.object({
  type: z.literal('event_callback'),
  team_id: optionalId,
  enterprise_id: optionalId,
  context_team_id: optionalId,
  context_enterprise_id: optionalId,
  authorizations: z
    .array(z.object({ team_id: optionalId, enterprise_id: optionalId, user_id: optionalId }))
    .nullish(),
  event: z.looseObject({ type: id, subtype: z.string().nullish() }),
});

export const messageEvent = z.object({
  channel: id,
  channel_type: z.string().nullish(),
  subtype: z.string().nullish(),
  user: optionalId,
  bot_id: optionalId,
  text: z.string().nullish(),
  ts: id,
  thread_ts: optionalId,
  files: z.array(z.unknown()).nullish(),
});

export const messageChanged = z.object({
  channel: id,
  channel_type: z.string().nullish(),
  ts: id,
  message: z.object({
    subtype: z.string().nullish(),
    user: optionalId,
    bot_id: optionalId,
    text: z.string().nullish(),
    ts: id,
    thread_ts: optionalId,
    edited: z.object({ ts: id }).nullish(),
  }),
  previous_message: z.object({ text: z.string().nullish() }).nullish(),
});

export const homeOpened = z.object({ user: id, channel: optionalId, tab: z.string() });

export const command = z.object({
  command: id,
  text: z.string().default(''),
  user_id: id,
  team_id: optionalId,
  enterprise_id: optionalId,
  channel_id: id,
  trigger_id: id,
});

const organisation = z.looseObject({ id }).nullish();

export const shortcut = z.object({
  type: z.literal('shortcut'),
  user: z.object({ id, team_id: optionalId }),
  team: organisation,
  enterprise: organisation,
  trigger_id: id,
});

export const messageShortcut = z.object({
  type: z.literal('message_action'),
  callback_id: z.string(),
  user: z.object({ id, team_id: optionalId }),
  team: organisation,
  enterprise: organisation,
  trigger_id: id,
  response_url: z.url({ protocol: /^https?$/ }).nullish(),
  message: z.object({ text: z.string().default('') }),
});

const plainText = z.object({ text: z.string() });

export const click = z.object({
  type: z.literal('block_actions'),
  trigger_id: z.string().default(''),
  user: z.object({ id, team_id: optionalId }),
  team: organisation,
  enterprise: organisation,
  channel: z.object({ id }).nullish(),
  view: z.object({ id, type: z.string() }).nullish(),
  message: z
    .object({
      ts: id,
      thread_ts: optionalId,
      text: z.string().default(''),
      blocks: z.array(z.record(z.string(), z.unknown())).default([]),
    })
    .nullish(),
  actions: z
    .array(
      z.object({
        type: id,
        action_id: id,
        block_id: id,
        action_ts: id,
        text: plainText.nullish(),
        value: z.string().nullish(),
        url: z.string().nullish(),
        selected_option: z.object({ text: plainText, value: z.string() }).nullish(),
        selected_date: z.string().nullish(),
      }),
    )
    .refine(...notEmpty),
});

const fieldState = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
});
export type FieldState = z.output<typeof fieldState>;

export const submission = z.object({
  type: z.literal('view_submission'),
  user: z.object({ id, team_id: optionalId }),
  team: organisation,
  enterprise: organisation,
  view: z.object({
    id,
    hash: z.string(),
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), fieldState)) }),
  }),
});
