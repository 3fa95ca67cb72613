import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type CheckRequest, checkDraft, findingIds } from '../../../src/coach/draft/check.js';
import { loadWords } from '../../../src/templates.js';

const words = loadWords('en');
const ids = (request: CheckRequest): string[] => checkDraft(request, words).map(({ id }) => id);
const read = (file: string): string[][] =>
  parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as string[][];

const clean = read('letters-clean.yaml').map(([kind, channel, text, earlierReason]) => ({
  kind,
  channel: String(channel),
  text: String(text),
  earlierReason,
}));
const flawed = read('letters-flawed.yaml').map(([expected, kind, channel, text, earlierReason]) => ({
  expected: String(expected).split(' ').sort(),
  request: { kind, channel: String(channel), text: String(text), earlierReason },
}));

/** A good letter; each test spoils one thing about it. */
const good = {
  channel: 'email',
  kind: 'decline-offer',
  text: 'Dear Ana,\n\nThank you for the offer. I have decided to decline it, as the pay does not reach what I need.\n\nI wish you every success.\n\nKind regards,\nBen',
};
const spoilt = (from: string, to: string): CheckRequest => ({ ...good, text: good.text.replace(from, to) });

describe('the draft check', () => {
  test.each(clean)('has nothing to say about: $text', (request) => {
    expect(ids(request)).toEqual([]);
  });

  test.each(flawed)('finds $expected in: $request.text', ({ expected, request }) => {
    expect(ids(request).sort()).toEqual(expected);
  });

  test('has an advice for each finding, in words that ask for nothing', () => {
    for (const id of findingIds) {
      expect(words.text(`drafts.check.advice.${id}`)).not.toMatch(/you should|you must|error|invalid/iu);
    }
  });

  test('quotes the very words and where they stand', () => {
    const [finding] = checkDraft(spoilt('Dear Ana', 'Dear [Name]'), words);
    expect(finding).toEqual({
      id: 'blank-left',
      quote: '[Name]',
      advice: 'This still looks like a blank. Fill it in, or leave it out.',
      start: 5,
      end: 11,
    });
  });

  test('quotes exactly, whatever quotes, dashes and spaces the message uses', () => {
    const text =
      'Dear Ana – thanks for the offer. I’m declining. I’m so sorry, and I’m really sorry.\u00a0All the best!';
    const found = checkDraft({ ...good, text }, words);
    expect(found.map(({ quote }) => quote)).toEqual(['sorry']);
    for (const { quote, start, end } of found) expect(text.slice(start, end)).toBe(quote);
  });

  test('reads any text without failing, and quotes only what is there', () => {
    const pieces = fc.constantFrom(
      ...clean.flatMap(({ text }) => text.split(' ')),
      '\n',
      '[Name]',
      'because',
      'sorry',
      '(pause)',
      '😀',
      '...',
    );
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(pieces).map((all) => all.join(' ')),
    );
    const anyKind = fc.constantFrom(
      undefined,
      '',
      'decline-offer',
      'negotiate',
      'accept-offer',
      'hold',
      'no',
    );
    const anyChannel = fc.constantFrom('email', 'phone', 'voicemail', 'message', 'pigeon');
    fc.assert(
      fc.property(anyText, anyKind, anyChannel, (text, kind, channel) => {
        const found = checkDraft({ text, kind, channel, earlierReason: 'pay' }, words);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        for (const { quote, start, end } of found) expect(text.slice(start, end)).toBe(quote);
      }),
    );
  });
});

describe('what a message must state depends on what it is for', () => {
  const thanks = 'Thank you for the offer.';
  test.each([
    ['decline-offer', `${thanks} It is a very interesting place. Kind regards, Ben`, ['no-decision']],
    ['accept-offer', `${thanks} It is a very interesting place. Kind regards, Ben`, ['no-decision']],
    ['ask-for-time', `${thanks} It is a very interesting place. Kind regards, Ben`, ['no-decision']],
    ['something else', `${thanks} It is a very interesting place. Kind regards, Ben`, ['no-decision']],
    ['give-feedback', `${thanks} It is a very interesting place. Kind regards, Ben`, []],
    ['Decline Offer', `${thanks} I decline it. Kind regards, Ben`, []],
    ['', `${thanks} Could I have until Friday? Kind regards, Ben`, []],
    ['hold', `${thanks} I might decline it, and you will hear from me on Friday. Kind regards, Ben`, []],
    ['decline-offer', `${thanks} I have not decided yet. Kind regards, Ben`, ['hedged']],
  ])('%s: %s', (kind, text, expected) => {
    expect(ids({ text, kind, channel: 'email' })).toEqual(expected);
  });
});

describe('blanks', () => {
  test.each([
    'Dear {{name}}',
    `Dear $${'{name}'}`,
    'Dear {name}',
    'Dear [ ]',
    'Dear <Hiring Manager>',
    'Dear (name)',
    'Dear ____',
    'Dear XXX',
    'Dear %NAME%',
    'Dear NAME',
    'Dear Ms',
    'Dear Your Name',
    'Dear ???',
  ])('%s is one', (greeting) => {
    expect(ids(spoilt('Dear Ana', greeting))).toEqual(['blank-left']);
  });

  test.each([
    'the offer of 3 December at 10:30 for the post (m/w/d)',
    'the offer [ref. PB-2207]',
    'the offer [1]',
    'the offer that <ana@acme.example> sent',
    'THE OFFER',
  ])('"%s" has none', (offer) => {
    expect(ids(spoilt('the offer', offer))).toEqual([]);
  });

  test('a text all in capitals uses NAME and COMPANY as words', () => {
    expect(
      ids({ ...good, text: good.text.toUpperCase().replace('THE OFFER', 'THE COMPANY, ITS NAME') }),
    ).toEqual([]);
  });
});

describe('private details', () => {
  test('the employer that the message goes to is no rival', () => {
    const text = 'Thank you for the offer. I have accepted a position with Northwind. Kind regards, Ben';
    const request = { text, kind: 'decline-invitation', channel: 'email' };
    expect(ids(request)).toEqual(['private-detail']);
    expect(ids({ ...request, known: { company: 'Northwind' } })).toEqual([]);
    expect(ids({ ...request, known: { company: null } })).toEqual(['private-detail']);
  });

  test.each([
    'as I would like to work in cancer research',
    'for family reasons',
    'as I have accepted another position',
    'for personal reasons',
  ])('"%s" is general enough', (reason) => {
    expect(ids(spoilt('as the pay does not reach what I need', reason))).toEqual([]);
  });
});

describe('a phone script', () => {
  test('may have headings and stage directions, which nobody says aloud', () => {
    const text = [
      'Before you call',
      '(Breathe. Have the letter ready. Stand up. Smile. Take a sip of water. Dial. Wait.)',
      'Say first',
      'Hello Ana, this is Ben. Thank you for the offer.',
      'Then say it',
      'I have decided to decline it.',
      '(Do not say that their interviews were chaotic.)',
      '[pause]',
      'To close',
      'I wish you all the best. Goodbye.',
    ].join('\n');
    expect(ids({ text, kind: 'decline-offer', channel: 'phone' })).toEqual([]);
  });
});

describe('an earlier reason', () => {
  const now = (reason: string): CheckRequest => spoilt('as the pay does not reach what I need', reason);
  test.each([
    ['pay', 'because the salary is too low for me', []],
    ['accepted-another', 'because the salary is too low for me', ['contradicts-earlier']],
    ['the colour of the walls', 'because the salary is too low for me', []],
    ['pay', 'after all', []],
    ['personal reasons', 'because my family needs me', []],
  ])('%s, now: %s', (earlierReason, reason, expected) => {
    expect(ids({ ...now(reason), earlierReason })).toEqual(expected);
  });
});

describe('criticism by implication', () => {
  const saying = (remark: string): CheckRequest =>
    spoilt(', as the pay does not reach what I need.', `. ${remark}`);

  test.each([
    "Phil clearly hadn't even read my CV.",
    'Your leadership team has no idea where it is going.',
    'Management only sees what people are worth when they walk out.',
    'You only replied once I said I had another offer.',
    'It shows how little you value nurses.',
    'Nobody even offered me a glass of water.',
    'It is telling that three people left the team this year.',
    'A company that reschedules four times is not for me.',
    'I hope the next candidate gets an answer sooner than I did.',
    'Perhaps train your interviewers.',
  ])('finds it in "%s"', (remark) => {
    expect(ids(saying(remark))).toEqual(['criticism']);
  });

  test.each([
    'It says a lot about your team that everyone was so kind.',
    'I have no idea what the future holds, but I hope we meet again.',
    "I didn't even expect to be invited, so it means a lot.",
    'You were clearly not in a hurry, and I am grateful for that.',
    'Nobody ever made me feel so welcome.',
    'It shows how much thought you put into it.',
  ])('finds none in "%s"', (remark) => {
    expect(ids(saying(remark))).toEqual([]);
  });
});

describe('reasons that are counted', () => {
  test('finds the second of "firstly" and "secondly"', () => {
    const counted = 'Firstly the visa would come too late. Secondly I prefer to work in a larger firm.';
    expect(ids(spoilt(', as the pay does not reach what I need.', `. ${counted}`))).toEqual([
      'several-reasons',
    ]);
  });

  test('finds nothing where only a second point of another kind is made', () => {
    const text = good.text.replace('I wish you', 'Secondly, please pass on my thanks to Jo. I wish you');
    expect(ids({ ...good, text })).toEqual([]);
  });
});
