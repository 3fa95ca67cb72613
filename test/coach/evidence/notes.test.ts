import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lawAsOf, noLegalAdvice } from '../../../src/coach/evidence/law.js';
import { isFresh, notesBeside, readCautions, readNotes } from '../../../src/coach/evidence/notes.js';
import { flows } from '../../../src/coach/flows/registry.js';
import { createWords, type Texts } from '../../../src/coach/words.js';
import { loadWords } from '../../../src/templates.js';

const words = loadWords('en-US');
/** The repository's own clock: a note that nobody has looked at for twelve months fails here. */
const TODAY = new Date().toISOString().slice(0, 16);
/** Nobody can have looked at a note later than this day. */
const NEWEST = '2026-11-20';

const TEMPLATES = fileURLToPath(new URL('../../../templates', import.meta.url));

/** Every text that a person may read, with its file. */
function allTexts(): { file: string; text: string }[] {
  const flat = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(flat)
        : [];
  return readdirSync(TEMPLATES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((file) =>
      flat(withoutMatches(parse(readFileSync(`${TEMPLATES}/${file}`, 'utf8')))).map((text) => ({
        file,
        text,
      })),
    );
}

/** What a person types is listed as `match`; it is no claim of the coach's. */
function withoutMatches(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (key === 'match' ? [] : [[key, withoutMatches(inner)]])),
  );
}

describe('every note', () => {
  for (const note of readNotes(words)) {
    test(`"${note.text.slice(0, 50)}…" has a grade, a source, and was looked at within twelve months`, () => {
      expect(note.source.length).toBeGreaterThan(5);
      expect(note.asOf <= NEWEST || isFresh(note.asOf, TODAY), `as of ${note.asOf}`).toBe(true);
      expect(
        isFresh(note.asOf, TODAY),
        `"${note.text}" is as of ${note.asOf}: look at it again, or take it out`,
      ).toBe(true);
      for (const topic of note.topics) {
        const [flow = '', verdict] = topic.split('.');
        expect(words.has(`coach.${flow}.title`) || words.has(`coach.menu.start.${flow}`), topic).toBe(true);
        if (verdict !== undefined && Object.hasOwn(flows, flow))
          expect(words.has(`coach.assess.${flow}.verdicts.${verdict}`), topic).toBe(true);
      }
    });
  }

  test('is refused without grade, source or date', () => {
    const broken = (left: Texts) => () =>
      readNotes(createWords('en', { coach: { evidence: { notes: { broken: left } } } }));
    const whole = { text: 'x', grade: 'A', source: 'y', asOf: '2026-11-20', topics: [] };
    expect(broken(whole)).not.toThrow();
    for (const part of ['grade', 'source', 'asOf'] as const) {
      const { [part]: _, ...rest } = whole;
      expect(broken(rest as Texts)).toThrow(/"broken"/);
    }
  });
});

describe('every caution', () => {
  test('the notes on law beside a recommendation were looked at within twelve months', () =>
    expect(
      isFresh(lawAsOf(words), TODAY),
      `they are as of ${lawAsOf(words)}: have them looked at again, or take them out`,
    ).toBe(true));

  test('below whatever touches on law stands what it is not, and as of when', () => {
    const foot = (today: string): string => noLegalAdvice({ words, today });
    expect(foot('2026-12-01T10:00')).toMatch(/no legal advice.*No lawyer has reviewed it.*November 20, 2026/);
    expect(foot('2026-12-01T10:00')).not.toContain('more than a year ago');
    expect(foot('2027-12-01T10:00')).toContain('more than a year ago');
  });

  for (const { country, title, lines, source, asOf } of readCautions(words)) {
    test(`${title}: dated, with a source, no prediction and no order`, () => {
      expect(country).toMatch(/^[a-z-]+$/);
      expect(source.length).toBeGreaterThan(5);
      expect(
        isFresh(asOf, TODAY),
        `"${title}" is as of ${asOf}: have it looked at again, or take it out`,
      ).toBe(true);
      expect(lines.join(' ')).not.toMatch(/you will (win|lose)|you must|you should|guarantee/i);
    });
  }

  test('says that it is no legal advice and that no lawyer has reviewed it', () => {
    for (const key of ['coach.evidence.caution.text', 'coach.evidence.which']) {
      expect(words.text(key, { asOf: 'x', source: 'y' })).toMatch(
        /no legal advice, and no lawyer has reviewed/,
      );
    }
  });
});

describe('folklore', () => {
  const notes = (grade: string) =>
    createWords('en', {
      coach: {
        evidence: {
          notes: { one: { text: 'x', grade, source: 'y', asOf: '2026-11-20', topics: ['offer.decline'] } },
        },
      },
    });

  test('of grade C never stands beside a recommendation, whatever topic it is given', () => {
    for (const grade of ['C', 'C+', 'C-'])
      expect(notesBeside('offer.decline', notes(grade), TODAY)).toEqual([]);
    for (const grade of ['A', 'A-', 'B+', 'B-'])
      expect(notesBeside('offer.decline', notes(grade), '2026-11-20T10:00')).toHaveLength(1);
  });

  test('a note is fresh for twelve months to the day', () => {
    expect([isFresh('2026-11-20', '2027-11-20T23:59'), isFresh('2026-11-20', '2027-11-21T00:00')]).toEqual([
      true,
      false,
    ]);
    expect(notesBeside('offer.decline', notes('A'), '2027-11-21T10:00')).toEqual([]);
  });

  test('the numbers about leaving after a counteroffer stand nowhere but where their missing study is named', () => {
    const folk = allTexts().filter(({ text }) =>
      /\b(?:80|85|90|52)\s?(?:%|percent|per cent|in 100|out of 100)/i.test(text),
    );
    expect(folk.length).toBeGreaterThan(0);
    for (const { file, text } of folk) expect(text, file).toMatch(/no traceable study/i);
  });

  test('every share that the coach names is one that a note names', () => {
    const share = /\d+ (?:in|out of) 100|\d+(?:\.\d+)? ?(?:%|percent|per cent)/gi;
    const known = new Set(readNotes(words).flatMap(({ text }) => text.match(share) ?? []));
    const said = allTexts().flatMap(({ file, text }) =>
      (text.match(share) ?? []).map((one) => ({ file, one })),
    );
    for (const { file, one } of said)
      expect(known, `${file} says "${one}", which has no note in evidence.yaml`).toContain(one);
  });
});
