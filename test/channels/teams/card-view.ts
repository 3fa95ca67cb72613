/** A card or a part of one, as JSON. */
export type Node = Record<string, unknown>;

/** Every element and action of a card in reading order, without fallbacks. */
export function walk(node: unknown): Node[] {
  if (Array.isArray(node)) return node.flatMap(walk);
  if (typeof node !== 'object' || node === null) return [];
  const here = node as Node;
  const inside = ['body', 'items', 'columns', 'inlines', 'actions'].flatMap((key) => walk(here[key]));
  return [here, ...inside];
}

/** The cards of an activity. */
export function cardsOf(activity: Node): Node[] {
  const attachments = (activity['attachments'] ?? []) as { contentType: string; content: Node }[];
  return attachments
    .filter(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive')
    .map(({ content }) => content);
}

/** What a person can read in a card, line by line: texts, labels and what the entries hold. */
export function readable(card: Node): string {
  const lines = walk(card).flatMap((node) => {
    if (node['type'] === 'TextBlock' || node['type'] === 'TextRun') return [String(node['text'])];
    if (String(node['type']).startsWith('Input.'))
      return [String(node['label'] ?? ''), String(node['value'] ?? '')];
    return [];
  });
  return lines.filter((line) => line !== '').join('\n');
}

/** The labels of a card's buttons and of the entries of its lists, in reading order. */
export function labels(card: Node): string[] {
  return walk(card).flatMap((node) => {
    if (node['type'] === 'Input.ChoiceSet') return choicesOf(node).map(({ title }) => title);
    return String(node['type']).startsWith('Action.') ? [String(node['title'])] : [];
  });
}

export function choicesOf(node: Node): { title: string; value: string }[] {
  return (node['choices'] ?? []) as { title: string; value: string }[];
}

/** The text of a message as a person reads it. */
export function textOf(activity: Node): string {
  return String(activity['text'] ?? '')
    .replaceAll('<br/>', '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
