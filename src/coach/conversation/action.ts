import { z } from 'zod';
import { upTo } from '../checks.js';
import { planItems } from '../remind/plan.js';

export const controls = ['back', 'undo', 'skip', 'why', 'repeat', 'pause', 'cancel', 'menu'] as const;
export type Control = (typeof controls)[number];

export const topics = [
  'help',
  'home',
  'timeline',
  'resume',
  'list',
  'reminders',
  'privacy',
  'ledger',
  'checklist',
  'bring-in',
  'drafts',
  'check',
  'delete',
  'zone',
  'enough',
  'keep',
  'more',
  'log',
  'review',
  'plan',
  'confidence',
  'compare',
  'evidence',
  'cautions',
  'answered',
  'rehearse',
  'note-feedback',
  'settings',
  'export',
  'calendar',
  'close-calendar',
] as const;
export type Topic = (typeof topics)[number];

export const settings = ['register', 'culture', 'quiet', 'weekends', 'discreet', 'zone'] as const;
export type Setting = (typeof settings)[number];

const id = z.string().refine(...upTo(40));

/** What a button does. It names ids only, never what a person wrote. */
const action = z.discriminatedUnion('do', [
  /** Answers a question; the value is missing where the channel collects it. */
  z.object({ do: z.literal('answer'), frame: id, step: id, value: id.optional() }),
  z.object({ do: z.literal('form'), frame: id, group: id }),
  /** Changes an answer given before; without a value, asks for it again. */
  z.object({ do: z.literal('change'), frame: id, step: id, value: id.optional() }),
  z.object({ do: z.literal('control'), control: z.enum(controls) }),
  z.object({ do: z.literal('topic'), topic: z.enum(topics) }),
  z.object({ do: z.literal('start'), flow: id, about: id.optional() }),
  /** Goes on with what is under way about an opportunity. */
  z.object({ do: z.literal('continue'), about: id }),
  /** Changes how the coach writes and when; without a value, asks. */
  z.object({ do: z.literal('setting'), name: z.enum(settings), value: id.optional() }),
  /** All settings as one form. */
  z.object({ do: z.literal('settings') }),
  /** Answers a one-off prompt. */
  z.object({ do: z.literal('expected'), value: id }),
  z.object({
    do: z.literal('draft'),
    draft: id,
    deed: z.enum([
      'edit',
      'sent',
      'formal',
      'warm',
      'brief',
      'phone',
      'email',
      'voicemail',
      'message',
      'short',
      'show',
      'follow-up',
      'why',
      'check',
    ]),
  }),
  z.object({
    do: z.literal('reminder'),
    reminder: id,
    deed: z.enum(['done', 'snooze', 'move', 'cancel', 'open', 'show']),
  }),
  /** The 30-day plan: to make or show it, to be helped with a step, or a step that is done. */
  z.object({ do: z.literal('plan'), about: id, deed: z.enum(['begin', 'note', 'goal', ...planItems]) }),
  /** The career log from an entry on, and one entry of it. */
  z.object({ do: z.literal('log'), from: z.number() }),
  z.object({ do: z.literal('entry'), about: id }),
  z.object({ do: z.literal('caution'), country: id }),
  /** Takes the message with the button out of the chat, or asks whether to take all of them. */
  z.object({ do: z.literal('remove'), what: z.enum(['this', 'all']) }),
  /** Asks whether to delete one opportunity, or `all` there is. */
  z.object({ do: z.literal('delete'), about: id }),
]);

export type Action = z.infer<typeof action>;

/** At most 120 ASCII characters, so that it fits every platform's button. */
export function encodeAction(action: Action): string {
  return JSON.stringify(action);
}

/** Null for anything that the coach never sent. */
export function decodeAction(text: string): Action | null {
  try {
    return action.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
