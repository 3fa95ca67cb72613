import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DraftChoice, listDrafts } from '../../../src/coach/draft/catalogue.js';
import { checkDraft } from '../../../src/coach/draft/check.js';
import { composeDraft } from '../../../src/coach/draft/compose.js';
import type { Words } from '../../../src/coach/words.js';
import { loadWords } from '../../../src/templates.js';

/** A copy of the templates, to be changed as somebody would who adds to them. */
const root = mkdtempSync(join(tmpdir(), 'templates-'));
const drafts = join(root, 'en', 'drafts');
beforeAll(() =>
  cpSync(fileURLToPath(new URL('../../../templates', import.meta.url)), root, { recursive: true }),
);
afterAll(() => rmSync(root, { recursive: true }));

const facts = {
  me: 'Ben',
  name: 'Ana',
  company: 'Northwind',
  role: 'Analyst',
  appreciation: 'the open talk',
  date: 'Friday, 27 November',
  ask: 'a base salary of 72,000 euros',
};

/** All drafts that are new, each written and looked through. */
function written(words: Words, isNew: (choice: DraftChoice) => boolean): string[] {
  const before = new Set(listDrafts(loadWords('en')).map((choice) => JSON.stringify(choice)));
  const added = listDrafts(words).filter((choice) => !before.has(JSON.stringify(choice)));
  expect(added.filter((choice) => !isNew(choice))).toEqual([]);
  return added.map((choice) => {
    const { text } = composeDraft({ ...choice, facts }, words);
    expect(text).not.toContain('{{');
    const known = { company: facts.company };
    expect(checkDraft({ text, channel: choice.channel, kind: choice.kind, known }, words)).toEqual([]);
    return text;
  });
}

describe('adding is one small edit in templates/', () => {
  test('a kind is one file', () => {
    writeFileSync(
      join(drafts, 'kinds', 'decline-second-round.yaml'),
      `channels: [email, message]
reasons: [none, timing]
needs: [me]
uses: [name, company, role, appreciation]
audience: employer
frame: decided
goodwill: parting
subjects: ["The second round"]
for: { formal: inviting me to a second round, warm: asking me back, brief: the invitation }
spoken-for: the second invitation
say:
  formal: I have decided not to take part in it
  warm: I've decided not to go on
  brief: I have decided to decline it
`,
    );
    const texts = written(loadWords('en', root), ({ kind }) => kind === 'decline-second-round');
    expect(texts).toHaveLength(2 * 2 * 3 * 3);
    expect(new Set(texts).size).toBe(texts.length);
    rmSync(join(drafts, 'kinds', 'decline-second-round.yaml'));
  });

  test('a reason is its three wordings, and its name at the kinds that may give it', () => {
    appendFileSync(
      join(drafts, 'reasons.yaml'),
      `study:
  formal: I am going to take up studies that leave no room for the role
  warm: I'm about to start studies that leave no room for it
  brief: I am taking up studies
`,
    );
    const kind = join(drafts, 'kinds', 'decline-offer.yaml');
    writeFileSync(kind, readFileSync(kind, 'utf8').replace('reasons: [none,', 'reasons: [none, study,'));
    const texts = written(loadWords('en', root), ({ reason }) => reason === 'study');
    expect(texts).toHaveLength(3 * 3 * 3);
    expect(texts.every((text) => text.includes('stud'))).toBe(true);
  });

  test('a culture is one file', () => {
    const anglo = readFileSync(join(drafts, 'cultures', 'anglo.yaml'), 'utf8');
    writeFileSync(
      join(drafts, 'cultures', 'nordic.yaml'),
      anglo.replaceAll('Sincerely,', 'With kind regards,'),
    );
    const texts = written(
      loadWords('en', root),
      ({ culture, reason }) => culture === 'nordic' || reason === 'study',
    );
    const { length } = listDrafts(loadWords('en'));
    expect(texts.length).toBeGreaterThan(length / 3);
    expect(texts.some((text) => text.includes('With kind regards,'))).toBe(true);
  });
});
