const MARK = '…';

/** Replaces what Slack refuses: lone surrogates and control characters other than line breaks and tabs. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[^\P{Cc}\n\t]/gu, '');
}

/** At most `max` characters (UTF-16 units), ending in "…" when something is missing. Never halves a character. */
export function shorten(text: string, max: number): string {
  return text.length <= max ? text : head(text, max - MARK.length).trimEnd() + MARK;
}

/** Pieces of at most `max` characters, cut between paragraphs where possible, else lines, else words. */
export function split(text: string, max: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > max) {
    const cut = lastBreak(rest, max);
    pieces.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** Escapes the three characters with a meaning in Slack's text, which also disables mentions and links. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** What a person typed, of text that Slack escaped on the way in. Once only: `&amp;lt;` is a typed `&lt;`. */
export function unescapeText(text: string): string {
  return text.replace(
    /&(lt|gt|amp);/g,
    (_, name: 'lt' | 'gt' | 'amp') => ({ lt: '<', gt: '>', amp: '&' })[name],
  );
}

/** What a person reads of text that Slack marked up: links by their label, then unescaped. */
export function plainOf(text: string): string {
  const linked = text.replace(
    /<((?:https?|mailto|tel):[^>|]+)(?:\|([^>]*))?>/g,
    (_, url: string, label?: string) => label || url.replace(/^(?:mailto|tel):/, ''),
  );
  return unescapeText(linked);
}

function lastBreak(text: string, max: number): number {
  const window = text.slice(0, max);
  for (const mark of ['\n\n', '\n', ' ']) {
    const at = window.lastIndexOf(mark);
    if (at > max / 2) return at;
  }
  return head(text, max).length;
}

function head(text: string, length: number): string {
  const halves = /[\uD800-\uDBFF]$/.test(text.slice(0, length));
  return text.slice(0, halves ? length - 1 : length);
}
