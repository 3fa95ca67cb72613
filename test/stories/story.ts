import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One thing the person does, and what must follow. */
export interface Line {
  readonly number: number;
  readonly does:
    | { readonly type: 'open' }
    /** `message` is what the platform calls it: "m1" is the first that is typed. */
    | { readonly type: 'type'; readonly text: string; readonly message: string }
    | { readonly type: 'edit'; readonly message: string; readonly text: string }
    | { readonly type: 'click'; readonly label: string }
    | { readonly type: 'clock'; readonly to: string };
  readonly expects: readonly Expectation[];
}

export type Expectation =
  /** A message with this key, in this order; `text` and `buttons` must be in it. */
  | {
      readonly type: 'said';
      readonly key: string;
      readonly text: readonly string[];
      readonly buttons: readonly string[];
    }
  /** A planned reminder: its id and wall-clock time. */
  | { readonly type: 'reminder'; readonly id: string; readonly at: string | null };

export interface Story {
  readonly file: string;
  readonly title: string;
  readonly zone: string;
  readonly now: string;
  readonly lines: readonly Line[];
  /** Message keys and texts that may never appear. */
  readonly never: readonly { readonly type: 'key' | 'text'; readonly value: string }[];
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/**
 * Stories are transcripts: `>` what the person does (`> [Label]` clicks, `>` alone opens, `> ""` types nothing, `> edit
 * "old": new` edits the last message that reads so), `<` what the coach says (by key; `~ "…"` is in its text, `[Label]` is a button), `=` a planned reminder (`= none id`),
 * `@` moves the clock, `!` is never said. A text may hold `\n`; `{10000}` after a text repeats it.
 */
export function readStories(): Story[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.story'))
    .sort()
    .map((name) => parseStory(name, readFileSync(`${FOLDER}${name}`, 'utf8')));
}

export function parseStory(file: string, source: string): Story {
  const head = /^# story: (.+?)\s+tz: (\S+)\s+now: (\S+)\s*$/m.exec(source);
  if (!head) throw new Error(`${file}: the first line is "# story: title  tz: Zone  now: YYYY-MM-DDTHH:MM".`);
  const lines: { number: number; does: Line['does']; expects: Expectation[] }[] = [];
  const never: Story['never'][number][] = [];
  const typed: string[] = [];
  for (const [index, raw] of source.split('\n').entries()) {
    const line = raw.trim();
    const place = `${file}:${index + 1}`;
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('>'))
      lines.push({ number: index + 1, does: readDeed(line.slice(1).trim(), typed, place), expects: [] });
    else if (line.startsWith('@'))
      lines.push({ number: index + 1, does: { type: 'clock', to: line.slice(1).trim() }, expects: [] });
    else if (line.startsWith('!')) never.push(readNever(line.slice(1).trim()));
    else {
      const last = lines.at(-1);
      if (!last) throw new Error(`${place}: nothing was done yet that "${line}" could follow.`);
      last.expects.push(readExpectation(line, place));
    }
  }
  return { file, title: head[1] ?? '', zone: head[2] ?? '', now: head[3] ?? '', lines, never };
}

/** `typed` holds the messages so far, as they read now; it grows with each. */
function readDeed(text: string, typed: string[], place: string): Line['does'] {
  if (text === '') return { type: 'open' };
  const label = /^\[(.+)\]$/.exec(text)?.[1];
  if (label !== undefined) return { type: 'click', label };
  const edit = /^edit "(.*?)": (.*)$/.exec(text);
  if (edit) {
    const at = typed.lastIndexOf(spelled(edit[1] ?? ''));
    if (at < 0) throw new Error(`${place}: nobody typed "${edit[1]}" before.`);
    typed[at] = spelled(edit[2] ?? '');
    return { type: 'edit', message: `m${at + 1}`, text: typed[at] };
  }
  const count = typed.push(spelled(text));
  return { type: 'type', text: typed[count - 1] ?? '', message: `m${count}` };
}

/** What a line of a story stands for, letter by letter. */
function spelled(text: string): string {
  const repeated = /^"(.*)"\{(\d+)\}$/.exec(text);
  if (repeated) return (repeated[1] ?? '').repeat(Number(repeated[2]));
  return text === '""' ? '' : text.replaceAll('\\n', '\n');
}

function readNever(text: string): Story['never'][number] {
  const quoted = /^~ "(.*)"$/.exec(text)?.[1];
  return quoted === undefined ? { type: 'key', value: text } : { type: 'text', value: quoted };
}

function readExpectation(line: string, place: string): Expectation {
  const reminder = /^= (\S+)(?: (\S+))?$/.exec(line);
  if (reminder?.[1] === 'none') return { type: 'reminder', id: reminder[2] ?? '', at: null };
  if (reminder) return { type: 'reminder', id: reminder[1] ?? '', at: reminder[2] ?? '' };
  const said = /^< ([\w.-]+)(.*)$/.exec(line);
  if (!said) throw new Error(`${place}: "${line}" is no line of a story.`);
  const rest = said[2] ?? '';
  const bare = rest.replace(/~ "(?:[^"]*)"/g, '');
  return {
    type: 'said',
    key: said[1] ?? '',
    text: [...rest.matchAll(/~ "([^"]*)"/g)].map((match) => (match[1] ?? '').replaceAll('\\n', '\n')),
    buttons: [...bare.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1] ?? ''),
  };
}
