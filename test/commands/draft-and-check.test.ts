import { describe, expect, test } from 'vitest';
import { check } from '../../src/commands/check.js';
import { draft, draftList } from '../../src/commands/draft.js';
import { loadWords } from '../../src/templates.js';

const words = loadWords('en');
const facts = {
  me: 'Ben Okafor',
  name: 'Ana',
  company: 'Northwind',
  role: 'Data Analyst',
  date: 'Friday, 27 November',
  ask: 'a base salary of 72,000 euros',
  appreciation: 'your open answers',
};

describe('bowout draft', () => {
  test('answers each line that --list prints, once facts are added', () => {
    for (const line of draftList(words)) {
      const answer = JSON.parse(draft(JSON.stringify({ ...JSON.parse(line), facts }), words));
      expect(Object.keys(answer)).toEqual(['subjects', 'text']);
      expect(answer.text).toContain('Ben Okafor');
    }
  });

  const line = { kind: 'negotiate', reason: 'market', channel: 'email', register: 'brief', culture: 'anglo' };
  test.each([
    ['{', /no JSON: write one object on one line/u],
    ['[]', /^line: /u],
    [JSON.stringify({ ...line, register: 'rude' }), /^register: .*formal/u],
    [JSON.stringify({ ...line, facts: { me: 7 } }), /^facts\.me: /u],
    [JSON.stringify(line), /needs "me" .*add it to the facts/u],
    [JSON.stringify({ ...line, kind: 'shout' }), /no kind of draft "shout"/u],
  ])('says what is wrong with %s, and how to mend it', (bad, message) => {
    expect(JSON.parse(draft(bad, words)).error).toMatch(message);
  });
});

describe('bowout check', () => {
  test('answers with the findings: id, quote and advice', () => {
    const text = 'Dear [Name], thank you for the offer. I decline it. Kind regards, Ben';
    expect(
      JSON.parse(check(JSON.stringify({ text, channel: 'email', kind: 'decline-offer' }), words)),
    ).toEqual({
      findings: [
        {
          id: 'blank-left',
          quote: '[Name]',
          advice: 'This still looks like a blank. Fill it in, or leave it out.',
        },
      ],
    });
  });

  test('takes an earlier reason', () => {
    const text = 'Dear Ana, thank you. I decline because of the commute. Kind regards, Ben';
    const line = JSON.stringify({ text, channel: 'email', kind: 'decline-offer', earlierReason: 'pay' });
    expect(JSON.parse(check(line, words)).findings).toMatchObject([{ id: 'contradicts-earlier' }]);
  });

  test.each([
    ['nonsense', /no JSON/u],
    ['{"channel":"email"}', /^text: /u],
  ])('says what is wrong with %s', (bad, message) => {
    expect(JSON.parse(check(bad, words)).error).toMatch(message);
  });
});
