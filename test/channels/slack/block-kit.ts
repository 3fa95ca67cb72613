/**
 * What Slack would refuse in a message, by the limits of its Block Kit reference. Written apart from the renderer's own
 * table, so that a wrong number there is found here. Every rule that is broken is one line; none is an empty list.
 */
export function problemsOf(message: { readonly text?: unknown; readonly blocks?: unknown }): string[] {
  const problems: string[] = [];
  const check = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem);
  };
  const { text, blocks = [] } = message;
  check(typeof text === 'string' && text.trim() !== '', 'the fallback text is empty');
  check(!/[<>]|&(?!(amp|lt|gt);)/.test(String(text)), 'the fallback text is not escaped');
  check(String(text).length <= 40_000, 'the fallback text is longer than 40,000');
  if (!Array.isArray(blocks)) return [...problems, 'blocks is not a list'];
  check(message.blocks === undefined || blocks.length >= 1, 'no blocks');
  check(blocks.length <= 50, `${blocks.length} blocks, at most 50`);
  check(JSON.stringify(blocks).length <= 12_000, `${JSON.stringify(blocks).length} characters of blocks`);
  const ids = blocks.map((block: Node) => block['block_id']).filter((id) => id !== undefined);
  check(new Set(ids).size === ids.length, `repeated block_id in ${ids.join(', ')}`);
  blocks.forEach((block: Node, i) => {
    checkBlock(block, (holds, problem) => check(holds, `block ${i} (${block['type']}): ${problem}`));
  });
  return problems;
}

/** What Slack would refuse in a form, or in the Home tab. */
export function problemsOfView(view: unknown): string[] {
  const problems: string[] = [];
  const check: Check = (holds, problem) => {
    if (!holds) problems.push(`view: ${problem}`);
  };
  const { type, title, submit, close, private_metadata, callback_id, blocks } = (view ?? {}) as Node;
  check(JSON.stringify(view).length <= 250_000, 'longer than 250,000');
  if (type === 'modal') {
    for (const text of [title, close]) checkPlainText(text, 24, check);
    if (submit !== undefined) checkPlainText(submit, 24, check);
    check(length(private_metadata, 0, 3_000), 'private_metadata is longer than 3,000');
    check(length(callback_id, 1, 255), 'callback_id is not 1 to 255 characters');
  } else check(type === 'home', `unknown view ${type}`);
  checkList(blocks, 100, check, (block) => {
    if (block['type'] !== 'input') return checkBlock(block, check);
    check(type === 'modal' && submit !== undefined, 'a field without a button to hand it in');
    checkInput(block, check);
  });
  const ids = (blocks as Node[]).map((block) => block['block_id']).filter((id) => id !== undefined);
  check(new Set(ids).size === ids.length, `repeated block_id in ${ids.join(', ')}`);
  return problems;
}

function checkInput(block: Node, check: Check): void {
  const { block_id, label, hint, optional, element } = block;
  check(length(block_id, 1, 255), 'block_id is not 1 to 255 characters');
  check(typeof optional === 'boolean', 'optional is not said');
  checkPlainText(label, 2_000, check);
  if (hint !== undefined) checkPlainText(hint, 2_000, check);
  checkElement(element as Node, check);
}

type Node = Record<string, unknown>;
type Check = (holds: boolean, problem: string) => void;

function checkBlock(block: Node, check: Check): void {
  const id = block['block_id'];
  check(id === undefined || length(id, 1, 255), 'block_id is not 1 to 255 characters');
  switch (block['type']) {
    case 'header':
      checkPlainText(block['text'], 150, check);
      return;
    case 'section':
      checkPlainText(block['text'], 3_000, check);
      if (block['accessory']) checkElement(block['accessory'] as Node, check);
      return;
    case 'context':
      checkList(block['elements'], 10, check, (element) => checkPlainText(element, 3_000, check));
      return;
    case 'actions': {
      checkList(block['elements'], 25, check, (element) => checkElement(element, check));
      const elements = block['elements'] as Node[];
      const ids = elements.map((element) => element['action_id']);
      check(new Set(ids).size === ids.length, `repeated action_id in ${ids.join(', ')}`);
      const primary = elements.filter((element) => element['style'] === 'primary').length;
      check(primary <= 1, `${primary} primary buttons`);
      return;
    }
    case 'rich_text':
      checkList(block['elements'], 1_000, check, (element) => checkRich(element, check));
      return;
    case 'image': {
      const { slack_file: file, image_url: address, alt_text: words } = block as { slack_file?: Node } & Node;
      check(/^F\w+$/.test(String(file?.['id'])) && address === undefined, 'no file of the workspace');
      check(length(words, 1, 2_000), 'alt_text is not 1 to 2,000 characters');
      return;
    }
    default:
      check(false, 'unknown type');
  }
}

function checkRich(element: Node, check: Check): void {
  switch (element['type']) {
    case 'rich_text_section':
    case 'rich_text_preformatted':
      checkList(element['elements'], 1_000, check, (piece) => {
        const isMail = piece['type'] === 'link' && /^mailto:\?/.test(String(piece['url']));
        check(piece['type'] === 'text' || isMail, `a ${piece['type']} could mention or link`);
        check(piece['url'] === undefined || length(piece['url'], 1, 3_000), 'url is longer than 3,000');
        check(length(piece['text'], 1, 12_000), 'empty text');
        checkCharacters(String(piece['text']), check);
      });
      return;
    case 'rich_text_list':
      checkList(element['elements'], 1_000, check, (item) => checkRich(item, check));
      return;
    default:
      check(false, `unknown rich text ${element['type']}`);
  }
}

function checkElement(element: Node, check: Check): void {
  check(length(element['action_id'], 1, 255), 'action_id is not 1 to 255 characters');
  switch (element['type']) {
    case 'button':
      checkPlainText(element['text'], 75, check);
      check(length(element['value'], 1, 2_000), 'a value is not 1 to 2,000 characters');
      check([undefined, 'primary', 'danger'].includes(element['style'] as string), 'unknown style');
      return;
    case 'plain_text_input': {
      const { initial_value: initial = '', max_length: max } = element as {
        initial_value?: string;
        max_length: number;
      };
      check(max >= 1 && max <= 3_000, 'max_length is not 1 to 3,000');
      check(initial.length <= max, 'initial_value is longer than max_length');
      checkCharacters(initial, check);
      return;
    }
    case 'timepicker': {
      checkPlainText(element['placeholder'], 150, check);
      const time = element['initial_time'] ?? '09:00';
      check(/^([01]\d|2[0-3]):[0-5]\d$/.test(String(time)), `the time ${time}`);
      return;
    }
    case 'datepicker':
      checkPlainText(element['placeholder'], 150, check);
      check(/^\d{4}-\d{2}-\d{2}$/.test(String(element['initial_date'] ?? '2026-12-04')), 'initial_date');
      return;
    case 'static_select': {
      checkPlainText(element['placeholder'], 150, check);
      checkList(element['options'], 100, check, (option) => {
        checkPlainText(option['text'], 75, check);
        check(
          length(option['value'], 1, 75),
          `the option value ${option['value']} is not 1 to 75 characters`,
        );
      });
      const values = (element['options'] as Node[]).map((option) => option['value']);
      check(new Set(values).size === values.length, 'repeated option values');
      const initial = element['initial_option'];
      const given = (element['options'] as Node[]).map((option) => JSON.stringify(option));
      check(
        initial === undefined || given.includes(JSON.stringify(initial)),
        'initial_option is none of them',
      );
      return;
    }
    default:
      check(false, `unknown element ${element['type']}`);
  }
}

function checkPlainText(text: unknown, max: number, check: Check): void {
  const node = (text ?? {}) as Node;
  check(node['type'] === 'plain_text', `${node['type']} instead of plain_text`);
  check(node['emoji'] === false, 'typed :colons: would become emoji');
  check(length(node['text'], 1, max), `text is not 1 to ${max} characters`);
  check(String(node['text']).trim() !== '', 'text is blank');
  checkCharacters(String(node['text']), check);
}

function checkCharacters(text: string, check: Check): void {
  check(!/\p{Surrogate}/u.test(text), 'half a character');
  check(!/[^\P{Cc}\n\t]/u.test(text), 'a control character');
}

function checkList(list: unknown, max: number, check: Check, each: (item: Node) => void): void {
  if (!Array.isArray(list)) {
    check(false, 'not a list');
    return;
  }
  check(list.length >= 1 && list.length <= max, `${list.length} elements, 1 to ${max}`);
  for (const item of list) each(item as Node);
}

function length(text: unknown, min: number, max: number): boolean {
  return typeof text === 'string' && text.length >= min && text.length <= max;
}
