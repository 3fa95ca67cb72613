import { z } from 'zod';
import { upTo } from '../../coach/checks.js';
import { MAX_ACTION, MAX_LABEL } from './limits.js';

/** A piece of text as a card shows it. */
const passage = z.object({ style: z.enum(['title', 'heading', 'text', 'item', 'quiet']), text: z.string() });
export type Passage = z.output<typeof passage>;

/** The names of a card's inputs. A form's fields are prefixed, so that no field can pass for another entry. */
export const INPUT = { value: 'value', choice: 'choice', field: 'field-' } as const;

const label = z.string().refine(...upTo(MAX_LABEL));

/**
 * What Bowout puts into a button and gets back when it is clicked, together with the card's inputs. It comes from
 * the person's client, so nothing in it is trusted: `action` is looked up by the coach, and the rest is only shown
 * to the same person again.
 */
export const buttonData = z.looseObject({
  /** The coach's action string; absent when the chosen entry of a list is the action. */
  action: z
    .string()
    .regex(/^[\x20-\x7e]+$/)
    .refine(...upTo(MAX_ACTION))
    .optional(),
  /** What the button collects from the inputs beside its action. */
  collect: z.enum([INPUT.value, INPUT.choice, 'fields']).optional(),
  /** The card's own id, opaque and different on every card, so that a button acts once however often its click arrives. */
  card: z
    .string()
    .refine(...upTo(100))
    .optional(),
  /** What to show as the answer. */
  label: label.optional(),
  /** The same for the entries of a list, by action. */
  labels: z.record(z.string(), label).optional(),
  /** The ids of the form's fields. */
  fields: z.array(z.string()).optional(),
  /** What the card goes on saying after the click, in place of the card with its buttons. */
  keep: z.array(passage).optional(),
});
export type ButtonData = z.output<typeof buttonData>;
