import type { Texts } from '../../../src/coach/words.js';
import { loadWords } from '../../../src/templates.js';
import { cardsOf, type Node, walk } from './card-view.js';

/** Elements and actions up to version 1.2, which phones render, and those that need a fallback. */
const EVERYWHERE = new Set([
  'AdaptiveCard',
  'TextBlock',
  'RichTextBlock',
  'TextRun',
  'Container',
  'ColumnSet',
  'Column',
  'ActionSet',
  'Input.Text',
  'Input.Date',
  'Input.Time',
  'Input.ChoiceSet',
  'Action.Submit',
  'Action.ToggleVisibility',
]);
const CHARTS = new Set(['Chart.VerticalBar.Grouped']);

const MAX_BYTES = 80 * 1024;
const ownWords = new Set(textsOf(loadWords('en').group('teams')));

/** What is wrong with an activity that is about to be posted; empty when nothing is. */
export function lintActivity(activity: Node): string[] {
  const problems: string[] = [];
  const bytes = Buffer.byteLength(JSON.stringify(activity), 'utf16le');
  if (bytes > MAX_BYTES) problems.push(`${bytes} bytes`);
  if (activity['type'] !== 'message') problems.push('no message');
  if (!activity['summary']) problems.push('no summary: the notification would say "Sent a card"');
  const cards = cardsOf(activity);
  if (activity['text'] !== undefined && activity['textFormat'] !== 'xml')
    problems.push('text that is read as Markdown');
  if (/<(?!br\/>)|&(?!(?:amp|lt|gt);)|[^\P{Cc}\t]/u.test(String(activity['text'] ?? '')))
    problems.push('text that is not escaped');
  if (activity['text'] === '' || (activity['text'] === undefined && cards.length === 0))
    problems.push('empty');
  const suggested = (activity['suggestedActions'] as { actions: Node[] } | undefined)?.actions;
  if (suggested && (suggested.length === 0 || suggested.length > 6))
    problems.push(`${suggested.length} suggested answers`);
  for (const { type, title, value } of suggested ?? [])
    if (type !== 'imBack' || !title || title !== value)
      problems.push('a suggested answer that does not say what it is called');
  return [...problems, ...cards.flatMap(lintCard)];
}

/** What is wrong with a card. Each problem names the piece. */
export function lintCard(card: Node): string[] {
  const nodes = walk(card);
  const problems: string[] = [];
  if (card['version'] !== '1.5') problems.push('no version: phones show an empty card');
  if (!card['fallbackText'] || (card['body'] as Node[]).length === 0) problems.push('an empty card');
  if (card['actions'] !== undefined) problems.push('card-level actions, which cannot be rowed');
  const ids = nodes.flatMap((node) => (node['id'] === undefined ? [] : [String(node['id'])]));
  if (new Set(ids).size !== ids.length) problems.push(`an id is used twice: ${ids.join(', ')}`);
  for (const node of nodes) problems.push(...lintNode(node, ids));
  const collecting = nodes.filter((node) => node['associatedInputs'] === 'auto');
  if (nodes.some((node) => node['isRequired']) && collecting.length > 1)
    problems.push('a required entry that blocks another button');
  return problems;
}

function lintNode(node: Node, ids: readonly string[]): string[] {
  const type = String(node['type']);
  const problem = (what: string): string[] => [`${type}: ${what}`];
  if (type === 'Action.Execute') return lintExecute(node).flatMap(problem);
  if (CHARTS.has(type))
    return node['fallback'] === 'drop' ? [] : problem('shown by few, and without a fallback');
  if (!EVERYWHERE.has(type)) return problem('newer than phones render, and without a fallback');
  if (type.startsWith('Input.')) return lintInput(node).flatMap(problem);
  switch (type) {
    case 'TextBlock':
      if (!ownWords.has(String(node['text'])))
        return problem('not only own words, in a text that reads Markdown');
      return node['wrap'] === true ? [] : problem('does not wrap');
    case 'TextRun':
      return typeof node['text'] === 'string' && node['text'].trim() !== '' ? [] : problem('empty');
    case 'ActionSet': {
      const actions = node['actions'] as Node[];
      return actions.length >= 1 && actions.length <= 6 ? [] : problem(`${actions.length} actions`);
    }
    case 'Action.ToggleVisibility': {
      const targets = node['targetElements'] as string[];
      return targets.every((target) => ids.includes(target))
        ? []
        : problem(`no such target: ${targets.join()}`);
    }
    default:
      return [];
  }
}

function lintExecute(node: Node): string[] {
  const data = node['data'] as Node;
  const fallback = node['fallback'] as Node | undefined;
  const problems: string[] = [];
  if (!node['title']) problems.push('no title');
  if (!node['verb']) problems.push('no verb');
  if (fallback?.['type'] !== 'Action.Submit' || fallback['title'] !== node['title'])
    problems.push('no equal fallback');
  const { keep: _, ...withoutKeep } = data;
  if (JSON.stringify(fallback?.['data']) !== JSON.stringify(withoutKeep))
    problems.push('another action as fallback');
  if (data['collect'] !== 'choice' && !/^[\x20-\x7e]{1,120}$/.test(String(data['action'])))
    problems.push('no action');
  const collects = data['collect'] !== undefined;
  for (const action of [node, fallback])
    if (action?.['associatedInputs'] !== (collects ? 'auto' : 'none'))
      problems.push('an input may block this button');
  return problems;
}

function lintInput(node: Node): string[] {
  const problems: string[] = [];
  if (!node['id']) problems.push('no id');
  if (!node['label']) problems.push('no label');
  if (node['isRequired'] && !node['errorMessage']) problems.push('required, without a word of why');
  if (node['type'] === 'Input.ChoiceSet') {
    if (node['style'] !== 'compact') problems.push('radio buttons, whose labels are read as Markdown');
    const values = (node['choices'] as Node[]).map((choice) => choice['value']);
    if (new Set(values).size !== values.length) problems.push('two entries with one value');
  }
  return problems;
}

function textsOf(texts: Texts): string[] {
  return Object.values(texts).flatMap((text) => (typeof text === 'string' ? [text.trim()] : []));
}
