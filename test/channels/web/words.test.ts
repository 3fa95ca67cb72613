import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PUBLIC } from '../../../src/channels/web/page.js';
import { availableLocales, loadWords } from '../../../src/templates.js';

const sources = readdirSync(PUBLIC)
  .filter((name) => /\.(js|mustache)$/.test(name))
  .map((name) => readFileSync(join(PUBLIC, name), 'utf8'))
  .join('\n');

/** `{{page.send}}` in the template; `word('send')`, `word(sent ? 'copied' : 'copy-by-hand')` in the scripts. */
function named(group: 'page' | 'clock'): string[] {
  const inTemplate = [...sources.matchAll(new RegExp(`\\{\\{${group}\\.([a-z-]+)\\}\\}`, 'g'))];
  const call = group === 'page' ? /\bword\(([^)]*)\)/g : /\bclockWord\(([^)]*)\)/g;
  const inScripts = [...sources.matchAll(call)].flatMap(([, argument = '']) => [
    ...argument.matchAll(/'([a-z-]+)'/g),
  ]);
  return [...new Set([...inTemplate, ...inScripts].map(([, name = '']) => name))].sort();
}

describe.each(availableLocales())('the words of the page in %s', (locale) => {
  it.each(['page', 'clock'] as const)('%s: each is used, and none is missing', (group) => {
    expect(Object.keys(loadWords(locale).group(`web.${group}`)).sort()).toEqual(named(group));
  });
});
