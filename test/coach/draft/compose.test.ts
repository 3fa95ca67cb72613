import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DraftChoice,
  draftCultures,
  draftKinds,
  draftRegisters,
  listDrafts,
  optionalFacts,
  readKind,
  requiredFacts,
} from '../../../src/coach/draft/catalogue.js';
import { checkDraft } from '../../../src/coach/draft/check.js';
import { composeDraft } from '../../../src/coach/draft/compose.js';
import { type FactName, type Facts, factNames } from '../../../src/coach/draft/facts.js';
import { countWords } from '../../../src/coach/draft/size.js';
import { createWords } from '../../../src/coach/words.js';
import { loadWords } from '../../../src/templates.js';

const words = loadWords('en');
const all = listDrafts(words);

const seven: Facts = {
  me: 'Ben Okafor',
  name: 'Ms Ana Silva',
  company: 'Northwind Analytics',
  role: 'Senior Data Analyst',
  date: 'Friday, 27 November',
  ask: 'a base salary of 72,000 euros',
  appreciation: 'your open answers about the on-call rota',
};

const every: Facts = {
  ...seven,
  reasonForAsk: 'it is what the market pays',
  amount: '72,000 euros a year',
  start: '1 February',
  terms: 'two remote days and 30 days of leave',
  callDay: 'this morning',
  lastDay: 'Friday, 18 December',
  handover: 'the billing project',
  colleague: 'a former colleague with ten years in logistics',
  role2: 'Team Lead',
  feedback: 'The task took a whole weekend.',
  costs: 'a flight for 340 euros',
  met: 'in March',
  change: 'I have finished my degree',
};

const only = (names: readonly FactName[]): Facts =>
  Object.fromEntries(names.map((name) => [name, every[name]]));
const required = (choice: DraftChoice): Facts => only(requiredFacts(choice.kind, words));
const compose = (choice: DraftChoice, facts: Facts) => composeDraft({ ...choice, facts }, words);
const name = (choice: DraftChoice): string => Object.values(choice).join(' ');
const sentences = (text: string): string[] => text.split(/(?<=[.!?])\s+/u);

/** Facts for every draft: those a form asks everybody for, only the needed ones, and a sentence for the appreciation. */
const givens: readonly [string, (choice: DraftChoice) => Facts][] = [
  ['the seven common facts', () => seven],
  ['only the required facts', required],
  ['an appreciation that is a sentence', () => ({ ...seven, appreciation: 'I enjoyed meeting the team' })],
];

describe('the catalogue', () => {
  test('has every kind of reply in knowledge.md K52-K75 and K103', () => {
    expect(draftKinds(words)).toEqual([
      'accept-offer',
      'answer-why',
      'ask-about-other-role',
      'ask-for-time',
      'ask-reason-for-withdrawal',
      'decline-counteroffer',
      'decline-invitation',
      'decline-invitation-referring',
      'decline-invitation-short',
      'decline-offer',
      'decline-offer-short',
      'final-no',
      'follow-up-after-call',
      'give-feedback',
      'hold',
      'keep-option-open',
      'name-the-change',
      'negotiate',
      'reconnect',
      'recruiter-boundary',
      'refer-colleague',
      'rescind-acceptance',
      'stand-by-decision',
      'stay-decline-new-employer',
      'stay-in-touch',
      'withdraw',
      'withdraw-short',
    ]);
  });

  test('offers each in the channels that the table allows: phone with voicemail, and short messages', () => {
    const having = (channel: string) =>
      draftKinds(words).filter((kind) => readKind(kind, words).channels.some((one) => one === channel));
    const aloud = [
      'accept-offer',
      'ask-for-time',
      'decline-counteroffer',
      'decline-invitation',
      'decline-offer',
      'negotiate',
      'rescind-acceptance',
      'stay-decline-new-employer',
      'withdraw',
    ];
    expect(having('email')).toEqual(draftKinds(words));
    expect(having('phone')).toEqual(aloud);
    expect(having('voicemail')).toEqual(aloud);
    expect(having('message')).toEqual([
      'answer-why',
      'decline-invitation',
      'decline-invitation-short',
      'decline-offer-short',
      'reconnect',
      'refer-colleague',
      'stay-in-touch',
      'withdraw',
      'withdraw-short',
    ]);
  });

  test('lists each combination once, in three registers and three cultures', () => {
    expect(draftCultures(words)).toEqual(['anglo', 'asia-pacific', 'continental']);
    expect(new Set(all.map(name)).size).toBe(all.length);
    for (const kind of draftKinds(words)) {
      const { reasons, channels } = readKind(kind, words);
      const listed = all.filter((choice) => choice.kind === kind);
      expect(listed.length).toBe(reasons.length * channels.length * 3 * 3);
    }
  });

  test('requires only facts that every conversation has, so that any draft can be shown at once', () => {
    const common = new Set(Object.keys(seven));
    for (const kind of draftKinds(words)) {
      expect(requiredFacts(kind, words).filter((fact) => !common.has(fact))).toEqual([]);
    }
  });

  test('uses each optional fact it names in some draft of the kind, and no other', () => {
    for (const kind of draftKinds(words)) {
      const ofKind = all.filter((choice) => choice.kind === kind);
      const used = (fact: FactName): boolean =>
        ofKind.some((choice) => {
          const given = fact === 'company' ? { ...every, name: null } : every;
          const { text, subjects } = compose(choice, given);
          return [text, ...subjects].some((one) => one.includes(String(every[fact])));
        });
      const said = new Set([...requiredFacts(kind, words), ...optionalFacts(kind, words)]);
      expect([kind, factNames.filter((fact) => used(fact))]).toEqual([
        kind,
        factNames.filter((fact) => said.has(fact)),
      ]);
    }
  });
});

describe.each(givens)('every draft, given %s', (_given, factsFor) => {
  const drafts = all.map((choice) => ({ choice, ...compose(choice, factsFor(choice)) }));

  test('is complete: no blank, no trace of a template, signed by the person', () => {
    for (const { choice, text, subjects } of drafts) {
      for (const one of [text, ...subjects]) {
        expect(one, name(choice)).not.toMatch(/[{}[\]<>]|undefined|null|\s[,.;:]|,,|\.\.| {2}|\(\)/u);
        expect(one.trim(), name(choice)).toBe(one);
        expect(one, name(choice)).not.toBe('');
      }
      expect(text, name(choice)).toContain('Ben Okafor');
    }
  });

  test('comes back from the draft check with nothing to mend', () => {
    for (const { choice, text } of drafts) {
      const found = checkDraft({ text, channel: choice.channel, kind: choice.kind }, words);
      expect(found, name(choice)).toEqual([]);
    }
  });

  test('is as short as its channel: 120 words by email, 50 on voicemail, three sentences in a message', () => {
    for (const { choice, text } of drafts) {
      const limit = { email: 120, phone: 210, voicemail: 50, message: 75 }[choice.channel];
      expect(countWords(text), name(choice)).toBeLessThanOrEqual(limit);
      const body = text.split('\n\n')[1] ?? '';
      if (choice.channel === 'message') expect(sentences(body).length, name(choice)).toBeLessThanOrEqual(3);
      if (choice.kind.endsWith('-short')) expect(sentences(body).length, name(choice)).toBe(2);
    }
  });

  test('keeps the order of K40: thanks, decision or request, reason, goodwill', () => {
    const order = [
      'greeting',
      'opening',
      'courtesy',
      'thanks',
      'appreciation',
      'decision',
      'reason',
      'goodwill',
      'signoff',
    ];
    for (const { choice, parts } of drafts) {
      const roles = parts.map(({ role }) => (role === 'request' ? 'decision' : role));
      const known = roles.filter((role) => order.includes(role));
      expect(known, name(choice)).toEqual([...known].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
      expect(known, name(choice)).toEqual(expect.arrayContaining(['thanks', 'decision']));
    }
  });

  test('uses no wording that grovels, hedges or sounds like a form', () => {
    for (const { choice, text } of drafts) {
      expect(text, name(choice)).not.toMatch(
        /unfortunately|regret|sorry|apolog|reach out|circle back|touch base|at this time|hereby inform|perhaps|maybe|might/iu,
      );
    }
  });
});

describe('a draft', () => {
  const example: DraftChoice = {
    kind: 'decline-offer',
    reason: 'growth',
    channel: 'email',
    register: 'warm',
    culture: 'anglo',
  };

  test('reads like a letter from a person', () => {
    expect(compose(example, seven)).toMatchObject({
      subjects: [
        'Your offer for the Senior Data Analyst position',
        'My decision about your offer',
        'Ben Okafor: my answer to your offer',
      ],
      text: [
        'Hi Ms Ana Silva,',
        'Thank you so much for offering me the Senior Data Analyst role at Northwind Analytics. I really valued your open answers about the on-call rota.',
        "I've given it a lot of thought, and I've decided not to take it. The simple reason is that I'm looking for a step that takes me further along my long-term plans.",
        "I wish you and the team all the best, and I'd love to stay in touch.",
        'Warmly,\nBen Okafor',
      ].join('\n\n'),
    });
  });

  test('can say of each of its parts why it is there', () => {
    for (const choice of all) {
      const { text, parts } = compose(choice, seven);
      for (const part of parts) {
        expect(text, name(choice)).toContain(part.text);
        expect(part.why, name(choice)).toMatch(/\.$/u);
      }
    }
    const decision = compose({ ...example, kind: 'final-no', reason: 'none' }, seven).parts.find(
      ({ role }) => role === 'decision',
    );
    expect(decision?.why).toBe('The word "final" ends the exchange. After this you owe no further answer.');
  });

  test('has two or three subject lines by email and none elsewhere', () => {
    for (const choice of all) {
      const { subjects } = compose(choice, seven);
      if (choice.channel === 'email') expect([2, 3]).toContain(subjects.length);
      else expect(subjects).toEqual([]);
    }
  });

  test('sounds different in each register and culture, in most of its sentences', () => {
    for (const choice of all.filter(
      ({ register, culture }) => register === 'formal' && culture === 'anglo',
    )) {
      const voices = draftRegisters.flatMap((register) =>
        draftCultures(words).map(
          (culture) => new Set(sentences(compose({ ...choice, register, culture }, seven).text)),
        ),
      );
      for (const [i, one] of voices.entries()) {
        for (const other of voices.slice(i + 1)) {
          const shared = [...one].filter((sentence) => other.has(sentence)).length;
          const most = choice.channel === 'phone' ? 0.75 : 0.5;
          expect(shared / Math.min(one.size, other.size), name(choice)).toBeLessThanOrEqual(most);
        }
      }
    }
  });

  test('greets naturally without a name: the team, or simply whoever reads it', () => {
    const { name: _without, ...nameless } = seven;
    expect(compose(example, nameless).text).toMatch(/^Hi Northwind Analytics team,/u);
    expect(compose(example, { me: 'Ben' }).text).toMatch(/^Hi there,/u);
    expect(compose({ ...example, kind: 'decline-counteroffer' }, nameless).text).toMatch(/^Hi there,/u);
  });

  test('takes the person’s own reason in place of the listed one', () => {
    const { text } = compose({ ...example, kind: 'negotiate', reason: 'market' }, every);
    expect(text).toContain('it is what the market pays');
    expect(text).not.toContain('in line with the market');
    expect(compose({ ...example, kind: 'reconnect', reason: 'none' }, every).text).toContain(
      'I have finished my degree',
    );
  });

  test('leaves out what does not fit on a voicemail, and keeps the decision', () => {
    const voicemail: DraftChoice = { ...example, channel: 'voicemail', culture: 'asia-pacific' };
    const long = {
      ...seven,
      appreciation: 'all the patient answers that you gave me about the rota and the team',
    };
    expect(compose(voicemail, long).text).toBe(
      "Hello, Ms Ana Silva. It is Ben Okafor calling. I thank you from the heart for your offer. With gratitude, I would like to share that I've decided not to take it. I will write to you today. Thank you, and take good care.",
    );
  });

  test('drops the courtesy first when an email grows too long', () => {
    const email: DraftChoice = { ...example, culture: 'asia-pacific' };
    const long = { ...seven, appreciation: `${'the many good talks, '.repeat(6)}all of them` };
    expect(compose(email, seven).text).toContain('I hope you are having a good week.');
    expect(compose(email, long).text).not.toContain('I hope you are having a good week.');
  });

  test('keeps a connection note within the 300 characters that LinkedIn takes', () => {
    for (const choice of all.filter(
      ({ kind, channel }) => kind === 'stay-in-touch' && channel === 'message',
    )) {
      expect(compose(choice, seven).text.length, name(choice)).toBeLessThanOrEqual(300);
    }
  });

  test('does not double the full stop of a fact that ends in one', () => {
    const { text } = compose(example, { ...seven, appreciation: 'the talk with Ana.', company: 'Acme Inc.' });
    expect(text).toContain('at Acme Inc. I really valued the talk with Ana.\n');
  });
});

describe('what a person typed', () => {
  const nasty = fc.oneof(
    fc.constantFrom(
      '{{me}}',
      '{{{company}}}',
      '{{#each}}x{{/each}}',
      '<!channel> & <b>bold</b>',
      'שלום {{x}} \u202eabc',
      '$& $1 $$ `',
      'line one\nline two',
      'x'.repeat(500),
    ),
    fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
  );
  const folded = (typed: string): string => typed.replace(/\s*[\r\n\u2028\u2029]+\s*/gu, ' ').trim();

  test('stands in the draft word for word, is never read as a template, and breaks no line', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...all.filter(({ channel }) => channel === 'email')),
        nasty,
        (choice, typed) => {
          const facts: Facts = { ...seven, me: typed, appreciation: typed };
          fc.pre(folded(typed) !== '');
          const { text } = compose(choice, facts);
          const lines = text.split('\n');
          expect(text).toContain(folded(typed));
          expect(lines[lines.length - 1]).toBe(folded(typed));
        },
      ),
    );
  });

  test('gives the same draft every time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), nasty, (choice, typed) => {
        const facts: Facts = { ...seven, company: typed };
        expect(compose(choice, facts)).toEqual(compose(choice, facts));
      }),
    );
  });

  test('counts as not said when it is only spaces', () => {
    const choice = all[0] as DraftChoice;
    expect(compose(choice, { ...seven, company: ' \n ' })).toEqual(
      compose(choice, { ...seven, company: null }),
    );
  });
});

describe('a request that cannot be met names the value and the remedy', () => {
  const ask: DraftChoice = {
    kind: 'negotiate',
    reason: 'none',
    channel: 'email',
    register: 'brief',
    culture: 'anglo',
  };
  test.each([
    [{ ...ask, kind: 'shout' }, seven, /no kind of draft "shout": use one of accept-offer/u],
    [{ ...ask, reason: 'boredom' }, seven, /no reason "boredom": use one of none, market/u],
    [{ ...ask, channel: 'message' as const }, seven, /no channel "message": use one of email, phone/u],
    [{ ...ask, culture: 'martian' }, seven, /no culture "martian": use one of anglo/u],
    [ask, { me: 'Ben' }, /needs "ask" \(the one thing asked for.*add it to the facts/u],
    [ask, {}, /needs "me" \(.*\) and "ask" \(/u],
  ])('%o', (choice, facts, message) => {
    expect(() => compose(choice, facts)).toThrow(message);
  });

  test('a template file that says nothing about its kind is an error that names it', () => {
    const broken = createWords('xx', { drafts: { kinds: { odd: { reasons: ['none'] } }, cultures: {} } });
    expect(() => readKind('odd', broken)).toThrow(/The draft kind "odd" in templates\/xx/u);
  });
});
