import { describe, expect, test } from 'vitest';
import { draftCultures, draftKinds, listDrafts, readKind } from '../../../src/coach/draft/catalogue.js';
import { composeDraft } from '../../../src/coach/draft/compose.js';
import { type Facts, factMeaning, factNames } from '../../../src/coach/draft/facts.js';
import { createWords, type Texts, type Words } from '../../../src/coach/words.js';
import { loadWords } from '../../../src/templates.js';

const words = loadWords('en');
const facts: Facts = Object.fromEntries(factNames.map((name) => [name, `the ${name}`]));
const whoever: readonly Facts[] = [
  { ...facts, reasonForAsk: null },
  facts,
  { ...facts, name: null },
  { ...facts, name: null, company: null },
  { ...facts, appreciation: 'I liked it' },
];

/** The words, with a note of every text that was asked for: `group` hands out texts that note their reading. */
function noting(seen: Set<string>): Words {
  const watch = (texts: Texts, path: string): Texts =>
    new Proxy(texts, {
      get(target, key) {
        const value = target[String(key)];
        const place = `${path}.${String(key)}`;
        if (typeof value === 'string' || Array.isArray(value)) seen.add(place);
        return value && typeof value === 'object' && !Array.isArray(value)
          ? watch(value as Texts, place)
          : value;
      },
    });
  return { ...words, group: (key) => watch(words.group(key), key) };
}

function leaves(texts: Texts, path: string): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' || Array.isArray(value)
      ? [`${path}.${key}`]
      : leaves(value as Texts, `${path}.${key}`),
  );
}

describe('templates/en/drafts', () => {
  test('has no text that no draft uses', () => {
    const seen = new Set<string>();
    const watched = noting(seen);
    for (const choice of listDrafts(watched)) {
      for (const given of whoever) composeDraft({ ...choice, facts: given }, watched);
    }
    const { check: _check, ...drafts } = words.group('drafts');
    expect(leaves(drafts as Texts, 'drafts').filter((place) => !seen.has(place))).toEqual([]);
  });

  test('words each reason of each kind, as a clause of its own or in the decision itself', () => {
    for (const kind of draftKinds(words)) {
      const own = words.group(`drafts.kinds.${kind}`);
      const worded = new Set([
        'none',
        ...Object.keys(words.group('drafts.reasons')),
        ...Object.keys((own['because'] ?? {}) as Texts),
        ...Object.keys(own['say'] as Texts),
        ...Object.values((own['more'] ?? {}) as Texts).flatMap((more) => Object.keys(more)),
      ]);
      expect([kind, readKind(kind, words).reasons.filter((reason) => !worded.has(reason))]).toEqual([
        kind,
        [],
      ]);
    }
  });

  test('a new culture is one more file: without changing any other, its drafts are there', () => {
    const drafts = words.group('drafts');
    const cultures = drafts['cultures'] as Texts;
    const wider = createWords('en', {
      drafts: { ...drafts, cultures: { ...cultures, nordic: cultures['anglo'] as Texts } },
    });
    expect(draftCultures(wider)).toContain('nordic');
    const choice = listDrafts(wider).find(({ culture }) => culture === 'nordic');
    expect(composeDraft({ ...choice, facts } as never, wider).text).toContain('the me');
  });

  test.each([['cultures', 'anglo', /no "drafts.cultures.anglo.courtesy": add it/u]])(
    'a text that is missing from %s is an error that names its place',
    (group, file, message) => {
      const drafts = words.group('drafts');
      const { courtesy: _courtesy, ...poorer } = (drafts[group] as Texts)[file] as Texts;
      const broken = createWords('en', {
        drafts: { ...drafts, [group]: { ...(drafts[group] as Texts), [file]: poorer } },
      });
      const choice = listDrafts(broken)[0];
      expect(() => composeDraft({ ...choice, facts } as never, broken)).toThrow(message);
    },
  );

  test('a register that a text lacks is an error that names it', () => {
    const drafts = words.group('drafts');
    const kinds = drafts['kinds'] as Texts;
    const mute = { ...(kinds['accept-offer'] as Texts), say: { formal: 'I accept it' } };
    const broken = createWords('en', { drafts: { ...drafts, kinds: { ...kinds, 'accept-offer': mute } } });
    const choice = listDrafts(broken).find(
      ({ kind, register }) => kind === 'accept-offer' && register === 'warm',
    );
    expect(() => composeDraft({ ...choice, facts } as never, broken)).toThrow(
      /accept-offer.say has none of none, warm/u,
    );
  });

  test('each fact has one line that says what it is', () => {
    for (const name of factNames) expect(factMeaning(name)).toMatch(/^\p{L}.{8,}/u);
  });
});
