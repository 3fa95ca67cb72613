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
 * Reads every template file of a locale's language. `coach/offer.yaml` becomes the group `coach.offer`. A region
 * is kept for dates and numbers: `en-GB` reads `templates/en`. Throws when there is no such folder or a file is no
 * valid YAML.
 */
export function loadWords(locale: string, root = ROOT): Words {
  const language = locale.split('-')[0] ?? locale;
  const available = availableLocales(root);
  if (!available.includes(language)) {
    throw new Error(`No templates for the locale "${locale}": use one of ${available.join(', ')}.`);
  }
  return createWords(locale, readFolder(join(root, language)));
}

/** The words for whatever locale a platform reports: its language where there are templates, else English, its region kept. */
export function createWordsFor(root = ROOT): (locale: string | null) => Words {
  const available = availableLocales(root);
  const loaded = new Map<string, Words>();
  return (asked) => {
    const { language, region } = new Intl.Locale(isLocale(asked) ? asked : 'en-US');
    const locale = [available.includes(language) ? language : 'en', region].filter(Boolean).join('-');
    const words = loaded.get(locale) ?? loadWords(locale, root);
    loaded.set(locale, words);
    return words;
  };
}

function isLocale(tag: string | null): tag is string {
  if (tag === null) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
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
