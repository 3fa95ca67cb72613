import { z } from 'zod';
import type { Words } from '../../coach/words.js';
import { label } from './blocks.js';
import { LIMITS } from './limits.js';

/** A draft to be edited in a form, and where its conversation is. */
export interface Editing {
  /** Opens a form within 3 seconds of the click. */
  readonly trigger: string;
  readonly text: string;
  readonly origin: Origin;
}

/** What the form has to know when it comes back. The action is opaque. */
const origin = z.object({ action: z.string(), channel: z.string(), thread: z.string().optional() });
export type Origin = z.infer<typeof origin>;

export const EDITOR = 'edit';
/** The block and the control that hold the text. */
export const FIELD = 'text';

/** The form, for `views.open`: one box with the text of the draft. */
export function editorView({ text, origin }: Editing, words: Words) {
  return {
    type: 'modal',
    callback_id: EDITOR,
    private_metadata: JSON.stringify(origin),
    title: label(words.text('slack.editor.title'), LIMITS.viewTitle),
    submit: label(words.text('slack.editor.submit'), LIMITS.viewTitle),
    close: label(words.text('slack.editor.close'), LIMITS.viewTitle),
    blocks: [
      {
        type: 'input',
        block_id: FIELD,
        label: label(words.text('slack.editor.label')),
        element: {
          type: 'plain_text_input',
          action_id: FIELD,
          multiline: true,
          initial_value: text,
          max_length: LIMITS.editor,
        },
      },
    ],
  };
}

/** Null when the form is not ours. */
export function readOrigin(metadata: string): Origin | null {
  try {
    return origin.safeParse(JSON.parse(metadata)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The draft in a message of ours as Slack gives it back, or null when there is none. */
export function draftIn(blocks: readonly Readonly<Record<string, unknown>>[]): string | null {
  const shown = blocks.flatMap((block) => draftBlock.safeParse(block).data?.elements ?? []);
  const pieces = shown.filter(({ type }) => type === 'rich_text_preformatted');
  const text = pieces.flatMap(({ elements }) => elements.map((piece) => piece.text ?? '')).join('');
  return text === '' ? null : text;
}

const draftBlock = z.object({
  type: z.literal('rich_text'),
  elements: z.array(
    z.object({ type: z.string(), elements: z.array(z.object({ text: z.string().optional() })).default([]) }),
  ),
});
