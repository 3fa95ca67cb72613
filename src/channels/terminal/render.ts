import { type Choice, type Message, toPlainText } from '../../coach/message.js';

/** A message as lines of text; choices are numbered, since a number answers too. */
export function renderText(message: Message): string {
  const numbered = message.choices.map((choice, index) => `  ${index + 1}. ${choice.label}`);
  const controls = asides(message).map((choice) => choice.label);
  const small = controls.length > 0 ? [`  (${controls.join(' · ')})`] : [];
  return [printable(toPlainText(message)), ...numbered, ...small].join('\n');
}

/** What can be typed besides an answer. */
function asides(message: Message): readonly Choice[] {
  if (message.kind === 'question') return message.controls;
  return message.kind === 'draft' && message.explain ? [message.explain] : [];
}

/** A message as one JSON line: what is said, the labels that answer it, and its kind. */
export function renderJson(message: Message): string {
  return JSON.stringify({
    say: toPlainText(message),
    choices: choicesOf(message).map((choice) => choice.label),
    kind: message.kind,
  });
}

function choicesOf(message: Message): readonly Choice[] {
  return message.kind === 'summary' ? message.lines.map((line) => line.change) : message.choices;
}

/** Control characters that someone typed or pasted must not steer the terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => (character === '\n' || character === '\t' ? character : ''));
}
