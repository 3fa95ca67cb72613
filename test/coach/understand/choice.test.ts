import { describe, expect, it } from 'vitest';
import { type ChoiceOption, readChoice } from '../../../src/coach/understand/choice.js';

/** A reply and the option it picks; "several" and "none" are a question back. */
type Replies = Readonly<Record<string, readonly string[]>>;

const ANSWER: readonly ChoiceOption[] = [
  { id: 'accept', label: 'Accept the offer', synonyms: ['take it', 'say yes'] },
  { id: 'negotiate', label: 'Negotiate the terms', synonyms: ['ask for more', 'counter'] },
  { id: 'ask-time', label: 'Ask for more time', synonyms: ['extension', 'delay'] },
  { id: 'decline', label: 'Decline politely', synonyms: ['say no', 'turn it down', 'reject'] },
];
const ANSWER_REPLIES: Replies = {
  accept: [
    '1',
    'accept',
    'Accept the offer',
    'the first one',
    'first',
    'accepting',
    'accep',
    'I accept',
    'take it',
    'say yes',
    'I would like to accept it',
    'number one',
    'option 1',
    '#1',
    '1.',
    'accept please',
    'the top one',
    'I think the first',
  ],
  negotiate: [
    '2',
    'two',
    'the second one',
    'negotiate',
    'negotiating',
    'negociate',
    'negotiat',
    'terms',
    'counter',
    'ask for more',
    "I'd like to negotiate",
    'let us negotiate',
    'option b',
    'number 2 please',
    '(2)',
    '2)',
    'not accept but negotiate',
    'negotiation',
    'counter them',
  ],
  'ask-time': [
    '3',
    'third',
    'the third please',
    'more time',
    'time',
    'ask for more time',
    'i want to ask for more time',
    'extension',
    'an extension',
    'delay',
    '3rd',
    'the 3rd one',
    'second to last',
    'No. 3',
  ],
  decline: [
    '4',
    'last',
    'the last one',
    'decline',
    'declin',
    'declne',
    'declining',
    'reject it',
    'rejecting',
    'turn it down',
    'turn them down',
    'say no',
    'polite',
    'option four',
    'fourth',
    'accept, no wait, decline',
    'the bottom one',
    'final one',
    'Decline politely.',
  ],
  several: [
    '1 or 2',
    '1 and 3',
    'both',
    'all of them',
    'accept or decline',
    'negotiate or ask for more time',
    'any of them',
    'ask',
  ],
  none: [
    '5',
    '0',
    '99',
    'none of these',
    'not decline',
    'i dont want to accept',
    'not the first one',
    'anything but decline',
    'yes',
    'no',
    'they want me back in the office',
    'the offer is too low',
    'what does negotiate mean?',
    'first thing tomorrow',
    'the latter',
    'the former',
    'middle',
    'hello',
    'I have no idea',
    'my manager is nice',
    '',
    '???',
    '🤷',
    'why',
    'never mind',
    'zzz',
  ],
};

const REASONS: readonly ChoiceOption[] = [
  { id: 'pay', label: 'Pay', synonyms: ['salary', 'money', 'compensation'] },
  { id: 'fit', label: 'The role is not the right fit', synonyms: ['mismatch', 'wrong role'] },
  { id: 'commute', label: 'Commute or location', synonyms: ['distance', 'too far'] },
  { id: 'other-offer', label: 'I accepted another offer', synonyms: ['other job', 'elsewhere'] },
  { id: 'no-reason', label: 'No reason given' },
];
const REASON_REPLIES: Replies = {
  pay: [
    'pay',
    'the pay',
    'salary',
    'the salary',
    'money',
    'Pay.',
    'PAY',
    'compensation',
    'mainly the salary',
    "it's the money",
    'salery',
    'compensaton',
    'because of the pay',
    'the first',
    '1',
  ],
  fit: [
    'fit',
    'not the right fit',
    'mismatch',
    'wrong role',
    'it is not the right fit',
    'the role is not the right fit',
    '2',
    'second',
  ],
  commute: [
    'commute',
    'location',
    'the commute',
    'comute',
    'distance',
    'too far',
    "it's too far",
    'the location I think',
    'the middle one',
    '3',
    'third one',
  ],
  'other-offer': [
    'another offer',
    'accepted another offer',
    'I accepted another offer',
    'elsewhere',
    'other offer',
    'another job elsewhere',
    '4',
  ],
  'no-reason': ['no reason', 'no reason given', 'No reason given', '5', 'last', 'the fifth'],
  several: ['pay and commute', 'salary or location', '1 and 2', '2, 3', 'both 1 and 3'],
  none: [
    'not the pay',
    "it's not about the money",
    '6',
    'other',
    'I do not know',
    'personal',
    'my kids',
    'because',
    'maybe',
    'is it the pay?',
    'skip',
    'the weather',
  ],
};

const WEEKS: readonly ChoiceOption[] = [
  { id: 'one', label: '1 week' },
  { id: 'two', label: '2 weeks' },
  { id: 'four', label: '4 weeks' },
];
const WEEK_REPLIES: Replies = {
  one: ['1 week', 'first', 'the first', 'top'],
  two: ['2 weeks', 'second', 'the middle one', 'the second option'],
  four: ['4 weeks', 'last', 'the last', 'third'],
  several: ['4', 'all', 'either'],
  none: ['3 weeks', '7', 'soon', 'weeks', 'a while'],
};

const SURENESS: readonly ChoiceOption[] = [
  { id: 'yes', label: 'Yes' },
  { id: 'not-yet', label: 'Not yet' },
  { id: 'never', label: 'Never', synonyms: ['no'] },
];
const SURENESS_REPLIES: Replies = {
  yes: ['yes', 'Yes.', '1', 'first'],
  'not-yet': ['not yet', 'Not yet!', 'no, not yet', '2', 'not yet, sorry'],
  never: ['never', 'no', '3', 'last', 'NO'],
  none: ['4', 'perhaps', 'who are you?'],
};

const TONE: readonly ChoiceOption[] = [
  { id: 'formal', label: 'Formal' },
  { id: 'warm', label: 'Warm' },
  { id: 'brief', label: 'Brief', synonyms: ['short'] },
];
const TONE_REPLIES: Replies = {
  formal: ['formal', 'formal please', 'more formal', 'formel', 'the formal one', '1', 'a formal tone'],
  warm: ['warm', 'warm and friendly', 'warmly', 'the warm one', '2', 'warm not formal', 'actually warm'],
  brief: [
    'brief',
    'short',
    'keep it short',
    'breif',
    'briefly',
    '3',
    'short, not formal',
    'brief rather than formal',
    'formal, sorry, brief',
  ],
  several: ['formal or brief', 'warm and brief', 'both', '1, 3'],
  none: [
    'not formal',
    'neither',
    'informal',
    'angry',
    'neither formal nor warm',
    'without being formal',
    'something else',
  ],
};

const LISTS = {
  ANSWER: [ANSWER, ANSWER_REPLIES],
  REASONS: [REASONS, REASON_REPLIES],
  WEEKS: [WEEKS, WEEK_REPLIES],
  SURENESS: [SURENESS, SURENESS_REPLIES],
  TONE: [TONE, TONE_REPLIES],
} as const;

const picked = (choice: ReturnType<typeof readChoice>): string =>
  choice.type === 'one' ? choice.id : choice.type;

describe('a reply to a list of options', () => {
  for (const [name, [options, replies]] of Object.entries(LISTS)) {
    for (const [wanted, texts] of Object.entries(replies)) {
      it.each(texts)(`"%s" picks ${wanted} of ${name}`, (text) => {
        expect(picked(readChoice(text, options))).toBe(wanted);
      });
    }
  }

  it('names all the options that a near tie may mean', () => {
    expect(readChoice('1 or 2', ANSWER)).toEqual({ type: 'several', ids: ['accept', 'negotiate'] });
    expect(readChoice('4', WEEKS)).toEqual({ type: 'several', ids: ['four'] });
  });
});

describe('lists that make a reply ambiguous', () => {
  it('asks when two options have the same words', () => {
    const twins = [
      { id: 'a', label: 'Call them' },
      { id: 'b', label: 'Phone', synonyms: ['call them'] },
    ];
    expect(readChoice('call them', twins)).toEqual({ type: 'several', ids: ['a', 'b'] });
  });

  it('reads "former" and "latter" of two', () => {
    const pair = [
      { id: 'stay', label: 'Stay' },
      { id: 'go', label: 'Go' },
    ];
    expect(readChoice('the former', pair)).toEqual({ type: 'one', id: 'stay' });
    expect(readChoice('the latter', pair)).toEqual({ type: 'one', id: 'go' });
    expect(readChoice('both', pair.slice(0, 1))).toEqual({ type: 'none' });
    expect(readChoice('1 and 7', pair)).toEqual({ type: 'none' });
  });

  it('asks when the words of a long reply fit two options', () => {
    expect(readChoice('commute, location, right, early', REASONS)).toEqual({
      type: 'several',
      ids: ['fit', 'commute'],
    });
  });

  it('asks whether a number is a place or a label', () => {
    const weeks = [
      { id: 'long', label: '2 weeks' },
      { id: 'short', label: '1 week' },
    ];
    expect(readChoice('1', weeks)).toEqual({ type: 'several', ids: ['long', 'short'] });
  });

  it('has nothing to pick from an empty list', () => {
    expect(readChoice('1', [])).toEqual({ type: 'none' });
    expect(readChoice('accept', [])).toEqual({ type: 'none' });
  });

  it('knows an option whose label has no word of its own', () => {
    const options = [
      { id: 'x', label: 'The one' },
      { id: 'y', label: 'Something with Acme' },
    ];
    expect(readChoice('acme', options)).toEqual({ type: 'one', id: 'y' });
  });
});
