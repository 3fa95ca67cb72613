import type { ButtonData, Passage } from './card-data.js';
import { MAX_LABEL, shorten } from './limits.js';

/**
 * The pieces of an Adaptive Card that Bowout uses. Phones effectively render version 1.2, so each piece is of 1.2 or
 * older, or names a fallback. Texts of the coach may hold what a person typed; they go into RichTextBlocks alone,
 * which read no markup. A TextBlock reads Markdown and holds Bowout's own words only.
 */
export type Element = Readonly<Record<string, unknown>> & { readonly type: string };

export interface Card {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  /** Phones show an empty card without it. */
  readonly version: '1.5';
  readonly fallbackText: string;
  readonly msteams: { readonly width: 'Full' };
  readonly body: readonly Element[];
}

export function card(body: readonly Element[], fallbackText: string): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText,
    msteams: { width: 'Full' },
    body,
  };
}

const runs: Record<Passage['style'], Readonly<Record<string, unknown>>> = {
  title: { weight: 'Bolder', size: 'Medium' },
  heading: { weight: 'Bolder' },
  text: {},
  item: {},
  quiet: { isSubtle: true, size: 'Small' },
};

/** One block a line, since text runs fold line breaks; a blank line becomes space. */
export function textBlocks({ style, text }: Passage): Element[] {
  const blocks: Element[] = [];
  let afterBlank = true;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') {
      afterBlank = true;
      continue;
    }
    const shown = style === 'item' && blocks.length === 0 ? `• ${line}` : line;
    blocks.push({
      type: 'RichTextBlock',
      spacing: afterBlank && style !== 'item' ? 'Medium' : 'Small',
      inlines: [{ type: 'TextRun', ...runs[style], text: shown }],
    });
    afterBlank = false;
  }
  return blocks;
}

/** A heading in Bowout's own words. */
export function ownHeading(text: string): Element {
  return { type: 'TextBlock', text, wrap: true, weight: 'Bolder', style: 'heading', spacing: 'Medium' };
}

export type ActionStyle = 'positive' | 'destructive' | undefined;

/** What every button of a card carries: the card's own id, and what the card goes on saying after the click. */
export interface Carried {
  readonly id: string;
  readonly keep: readonly Passage[] | null;
}

/**
 * A button. `Action.Execute` (1.4) lets the card be replaced in place; the fallback sends the same data as a message.
 * Inputs go along only when the button collects them, so that an empty one never blocks "Cancel".
 */
export function button(title: string, does: ButtonData, { id, keep }: Carried, style?: ActionStyle): Element {
  const data = { ...does, card: id };
  const shared = {
    title: shorten(title, MAX_LABEL),
    associatedInputs: data.collect === undefined ? 'none' : 'auto',
    ...(style ? { style } : {}),
  };
  return {
    type: 'Action.Execute',
    verb: 'answer',
    ...shared,
    data: keep ? { ...data, keep } : data,
    fallback: { type: 'Action.Submit', ...shared, data },
  };
}

/** A button that shows and hides a part of the card, without asking the server. */
export function toggle(title: string, target: string): Element {
  return { type: 'Action.ToggleVisibility', title: shorten(title, MAX_LABEL), targetElements: [target] };
}

export function actionSet(actions: readonly Element[], spacing: 'Medium' | 'Small' = 'Medium'): Element {
  return { type: 'ActionSet', spacing, actions };
}
