import { type DraftMessage, type Message, toPlainText } from '../../coach/message.js';
import type { Words } from '../../coach/words.js';
import { bodyOf, type Extent } from './body.js';
import { type Card, card, textBlocks } from './card.js';
import { activityBytes, MAX_ACTIVITY_BYTES, MAX_BUTTON_LABEL, MAX_SUGGESTED, shorten } from './limits.js';
import type { Answered } from './parse.js';
import { passages } from './passages.js';

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** What is posted to a conversation; sender and receiver are added by the transport. */
export type OutgoingActivity = CardActivity | TextActivity | typeof TYPING;

/** Shows for a few seconds that an answer is being written. */
export const TYPING = { type: 'typing' } as const;

interface CardActivity {
  readonly type: 'message';
  /** Shown in notifications, where it would otherwise say "Sent a card". */
  readonly summary: string;
  readonly attachments: readonly [{ readonly contentType: typeof CARD_TYPE; readonly content: Card }];
}

interface TextActivity {
  readonly type: 'message';
  readonly summary: string;
  /** Escaped, with a `<br/>` for each line break. */
  readonly text: string;
  /** Without it Teams reads Markdown; `plain` loses the lines of a letter, and not every client takes it for plain. */
  readonly textFormat: 'xml';
  /** Buttons under the newest message, each of which says its title; they go with the next message. */
  readonly suggestedActions?: { readonly actions: readonly SuggestedAction[] };
}

interface SuggestedAction {
  readonly type: 'imBack';
  readonly title: string;
  readonly value: string;
}

/**
 * One card, and for a draft the letter again as a message of its own, since Teams has no copy button. Everything is a card,
 * even a sentence: only cards have a `summary`, and a plain message would be quoted in notifications.
 * What does not fit is not cut off: first the card stops carrying its own text for the time after a click, then its
 * texts move into a plain message before it, and it keeps the buttons alone: a form's questions come one by one.
 * `id` is opaque and the message's own, the same at every attempt to send it.
 */
export function renderMessage(message: Message, words: Words, id: string): readonly OutgoingActivity[] {
  const letter = message.kind === 'draft' ? [letterOf(message, words)] : [];
  // What is there to look things up, as an overview or a checklist, stays with its buttons.
  const keeps = message.kind === 'card' ? [null] : [passages(message, words), null];
  for (const keep of keeps) {
    const activity = cardActivity(message, { words, id, keep, said: true });
    if (fits(activity)) return [activity, ...letter];
  }
  const rest = cardActivity(message, { words, id, keep: null, said: false });
  return [plain(message.preview, toPlainText(message), words), rest];
}

/** The card that takes a clicked card's place: the same words, no buttons, and the answer. Null when it has to stay. */
export function renderAnswered({ keep, answer }: Answered, words: Words): Card | null {
  if (!keep) return null;
  const chosen =
    answer === null
      ? words.text('teams.noted')
      : words.text('teams.chosen', { answer: readable(answer, words) });
  const body = [...keep, { style: 'quiet', text: chosen } as const].flatMap(textBlocks);
  const replaced = card(body, words.text('teams.noted'));
  return fits(replaced) ? replaced : null;
}

function fits(activity: unknown): boolean {
  return activityBytes(activity) <= MAX_ACTIVITY_BYTES;
}

/** The letter hides its card's buttons above it, so the first of them are suggested under it: their labels can be said too. */
function letterOf({ preview, body, choices }: DraftMessage, words: Words): TextActivity {
  const letter = plain(preview, body, words);
  const actions = choices
    .map(({ label }) => label.trim())
    .filter((label) => label !== '' && label.length <= MAX_BUTTON_LABEL)
    .slice(0, MAX_SUGGESTED)
    .map((label) => ({ type: 'imBack', title: label, value: label }) as const);
  const suggesting = { ...letter, suggestedActions: { actions } };
  return actions.length > 0 && fits(suggesting) ? suggesting : letter;
}

function cardActivity(message: Message, extent: Extent): CardActivity {
  const body = bodyOf(message, extent);
  const content = card(
    body.length > 0 ? body : textBlocks({ style: 'text', text: message.preview }),
    message.preview,
  );
  return { type: 'message', summary: message.preview, attachments: [{ contentType: CARD_TYPE, content }] };
}

export function plain(summary: string, text: string, words: Words): TextActivity {
  const activity = (shown: string): TextActivity => ({
    type: 'message',
    summary,
    text: markup(shown),
    textFormat: 'xml',
  });
  const whole = activity(text || summary);
  if (fits(whole)) return whole;
  const note = `\n\n${words.text('teams.shortened')}`;
  let length = MAX_ACTIVITY_BYTES / 2;
  let cut = whole;
  // Characters that are escaped count several times, so the length that fits is found, not computed.
  while (!fits(cut)) {
    length = Math.floor(length * 0.9);
    cut = activity(shorten(text, length) + note);
  }
  return cut;
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What was typed, as text and nothing else. Control characters are no part of XML. */
function markup(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[&<>]/g, (character) => ESCAPED[character] ?? '')
    .replaceAll('\n', '<br/>');
}

/** A picked date as people write it; any other answer as it is. */
function readable(answer: string, words: Words): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(answer)) return answer;
  const date = new Date(`${answer}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return answer;
  return new Intl.DateTimeFormat(words.locale, { dateStyle: 'full', timeZone: 'UTC' }).format(date);
}
