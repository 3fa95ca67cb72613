import { createInterface } from 'node:readline';
import type { Words } from '../coach/words.js';
import { loadWords } from '../templates.js';
import { check } from './check.js';
import { draft, draftList } from './draft.js';
import { understand } from './understand.js';

type Command = 'understand' | 'check' | 'draft';

/** The commands that answer JSON Lines with JSON Lines, one a line and in order. */
export async function answerLines(command: Command, args: readonly string[]): Promise<void> {
  const words = loadWords('en-US');
  if (command === 'draft' && args[0] === '--list') {
    process.stdout.write(`${draftList(words).join('\n')}\n`);
    return;
  }
  const answer = answerer(command, args, words);
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '') process.stdout.write(`${answer(line)}\n`);
  }
}

function answerer(command: Command, args: readonly string[], words: Words): (line: string) => string {
  switch (command) {
    case 'understand':
      return (line) => understand(args[0] ?? '', line);
    case 'check':
      return (line) => check(line, words);
    case 'draft':
      return (line) => draft(line, words);
  }
}
