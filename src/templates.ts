import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { createWords, type Texts, type Words } from './coach/words.js';

const ROOT = fileURLToPath(new URL('../templates', import.meta.url));

/** The locales that have a folder in `templates/`. */
export function availableLocales(root = ROOT): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * Reads every template file of a locale. `coach/offer.yaml` becomes the group `coach.offer`.
 * Throws when the locale has no folder or a file is no valid YAML.
 */
export function loadWords(locale: string, root = ROOT): Words {
  const available = availableLocales(root);
  if (!available.includes(locale)) {
    throw new Error(`No templates for the locale "${locale}": use one of ${available.join(', ')}.`);
  }
  return createWords(locale, readFolder(join(root, locale)));
}

function readFolder(folder: string): Texts {
  const texts: Record<string, Texts> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) texts[entry.name] = readFolder(path);
    else if (entry.name.endsWith('.yaml')) texts[entry.name.slice(0, -'.yaml'.length)] = readFile(path);
  }
  return texts;
}

function readFile(path: string): Texts {
  try {
    return parse(readFileSync(path, 'utf8')) as Texts;
  } catch (cause) {
    throw new Error(`The template file ${path} is no valid YAML: ${(cause as Error).message}`, { cause });
  }
}
