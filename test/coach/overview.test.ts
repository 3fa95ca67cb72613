import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { decodeAction } from '../../src/coach/conversation/action.js';
import { newState, type Opportunity, type State } from '../../src/coach/conversation/state.js';
import { type CardMessage, toPlainText } from '../../src/coach/message.js';
import { type Overview, overview, privateOverview } from '../../src/coach/overview.js';
import { CoachAlone } from '../stories/coach-alone.js';
import { draft, opportunity } from './journal/samples.js';

let coach: CoachAlone;
beforeEach(() => {
  coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
});

const OFFER = 'I got an offer from Acme as Analyst, they want an answer by November 27';

const say = (...lines: readonly string[]) => lines.map((text) => coach.do({ type: 'text', text })).at(-1);
const see = (): Overview =>
  overview(coach.state, {
    now: coach.now,
    zone: coach.zone,
    locale: 'en-US',
    words: coach.words,
    reminders: coach.reminders,
  });

/** What a person sees whose opportunities are these. */
function of(opportunities: readonly Opportunity[], more: Partial<State> = {}): Overview {
  coach.state = { ...newState('Europe/Berlin'), opportunities, ...more };
  return see();
}

/** Everything that stands in it, whatever it belongs to. */
const wordsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(wordsIn)
      : [];

describe('the overview', () => {
  test('of a new person is empty and says so, with all settings and services at hand', () => {
    const shown = see();
    expect(shown).toMatchObject({ title: 'Your overview', resume: null, now: '2026-11-20T16:00' });
    for (const part of [shown.opportunities, shown.reminders, shown.drafts, shown.journal]) {
      expect(part).toMatchObject({ items: [], total: 0 });
      expect(part.empty).not.toBe('');
    }
    expect(shown.settings.items.map(({ line }) => line)).toContain('Quiet hours: 18:00 to 09:00');
    expect(shown.more.choices.map(({ label }) => label)).toContain('Export');
  });

  test('that only the person sees has the names, and still says that discreet mode is on', () => {
    say(OFFER);
    const context = {
      now: coach.now,
      zone: coach.zone,
      locale: 'en-US',
      words: coach.words,
      reminders: coach.reminders,
    };
    const shown = privateOverview(coach.state, context);
    expect(see().opportunities.items[0]?.title).toBe('A');
    expect(shown.opportunities.items[0]?.title).toContain('Acme');
    expect([shown.discreet, shown.settings]).toEqual([true, see().settings]);
    expect((coach.state as State).profile.discreet).toBe(true);
  });

  test('of somebody with an offer says what is open, until when, and what comes next', () => {
    say(OFFER);
    const [one] = see().opportunities.items;
    expect(one).toMatchObject({
      code: 'A',
      name: 'Acme, Analyst',
      title: 'A',
      stage: 'offer in hand, open',
      deadline: { at: '2026-11-27', words: 'Friday, November 27, 2026', away: 'in 7 days' },
      next: { id: 'under-way', text: 'We are in the middle of your offer.' },
    });
    const { items, total } = see().reminders;
    expect(total).toBe(3);
    expect(items[0]).toMatchObject({
      when: { at: '2026-11-25T09:00', away: 'in 5 days' },
      what: { discreet: 'the date you were given (A)', full: 'the date you were given (Acme, Analyst)' },
    });
  });

  test('names a reminder that is about no single opportunity by what it is', () => {
    const shown = overview(null, {
      now: coach.now,
      zone: coach.zone,
      locale: 'en-US',
      words: coach.words,
      reminders: [
        {
          id: 'all:review:quarter',
          kind: 'review',
          about: 'all',
          at: '2027-02-19T10:00',
          zone: coach.zone,
          until: null,
        },
      ],
    });
    expect(shown.reminders.items[0]).toMatchObject({
      what: { discreet: 'a look back', full: 'a look back' },
      when: { away: 'in 2 months' },
    });
  });

  test('keeps every title and line to code names until discreet mode is off', () => {
    say(OFFER);
    const lines = (shown: Overview): string[] => [
      ...shown.opportunities.items.flatMap(({ title, line }) => [title, line]),
      ...shown.reminders.items.map(({ line }) => line),
    ];
    expect(lines(see()).join()).not.toContain('Acme');
    coach.do({ type: 'click', action: JSON.stringify({ do: 'setting', name: 'discreet', value: 'false' }) });
    for (const line of lines(see())) expect(line).toContain('Acme');
  });

  test('greets by name, and tells a break with the button that ends it', () => {
    coach.state = {
      ...newState('Europe/Berlin'),
      profile: { ...newState('Europe/Berlin').profile, me: 'Ana' },
    };
    expect(see().text).toContain('Ana');
    expect(see().pause).toMatchObject({ isOn: false, change: { label: 'Pause' } });
    say(OFFER, 'pause');
    expect(see().pause).toMatchObject({ isOn: true, change: { label: 'Go on' } });
    expect(see().pause.text).toContain('break');
    expect((say('home') ?? []).map(toPlainText).join()).toContain('We are taking a break');
  });

  test('changes nothing', () => {
    say(OFFER);
    const before = JSON.stringify(coach.state);
    see();
    expect(JSON.stringify(coach.state)).toBe(before);
  });
});

describe('what comes next', () => {
  const unsent = { ...draft('decline-offer', 'pay', null), id: 'd2', edited: true };
  const sent = draft('decline-offer', 'pay', '2026-11-19T10:00');
  test.each<[string, Partial<Opportunity>]>([
    ['decide', {}],
    ['decide', { decision: 'later' }],
    ['decide', { drafts: [draft('hold', 'none', '2026-11-19T10:00')] }],
    ['go', { decision: 'go' }],
    ['go', { decision: 'go-on' }],
    ['write', { decision: 'decline' }],
    ['write', { decision: 'ask-for-time' }],
    ['write', { decision: 'hold' }],
    ['send', { decision: 'decline', drafts: [sent, unsent] }],
    ['wait', { decision: 'negotiate', outcome: 'negotiating', drafts: [unsent, sent] }],
    ['wait', { decision: 'ask-for-time', drafts: [draft('ask-for-time', 'none', '2026-11-19T10:00')] }],
    ['wait', { drafts: [draft('recruiter-boundary', 'none', '2026-11-19T10:00')] }],
  ])('%s: %j', (id, about) => {
    const [item] = of([opportunity(about)]).opportunities.items;
    expect(item?.next.id).toBe(id);
    expect(coach.do({ type: 'click', action: item?.next.choice.action ?? '' })).not.toEqual([]);
  });

  test('what was put aside for another is taken up where it was', () => {
    say(OFFER, 'Analyst', 'my boss made a counteroffer at Globex');
    const first = see().opportunities.items.at(-1);
    expect(first).toMatchObject({ code: 'A', next: { id: 'under-way' } });
    const messages = coach.do({ type: 'click', action: first?.next.choice.action ?? '' });
    expect(messages.map(toPlainText).join()).toContain('Back to your offer.');
    expect((coach.state as State).frames.at(-1)?.about).toBe('o1');
  });

  test('a button for what was ended meanwhile says so', () => {
    say(OFFER);
    const action = JSON.stringify({ do: 'continue', about: 'o9' });
    expect(coach.do({ type: 'click', action })[0]?.key).toBe('conversation.stale');
  });

  test('what is settled is not open any more, and a stage without words of its own has some', () => {
    expect(of([opportunity({ outcome: 'declined' })]).opportunities.items).toEqual([]);
    expect(of([opportunity({ flow: 'rehearse' })]).opportunities.items[0]?.stage).toBe('under way, open');
  });
});

describe('names', () => {
  test.each([
    [{ company: 'Acme', role: 'Analyst' }, 'Acme, Analyst', 'A (Acme, Analyst)'],
    [{ company: 'Acme' }, 'Acme', 'A (Acme)'],
    [{ newCompany: 'Globex' }, 'Globex', 'A (Globex)'],
    [{ role: 'Analyst' }, 'Analyst', 'A (Analyst)'],
    [{}, null, 'A'],
  ])('%j is %s', (facts, name, title) => {
    const { profile } = newState('Europe/Berlin');
    const [item] = of([opportunity({ facts })], { profile: { ...profile, discreet: false } }).opportunities
      .items;
    expect(item).toMatchObject({ name, title });
  });
});

describe('the ledger', () => {
  test('shows what was written, line by line, and the way to write more', () => {
    const facts = { 'ledger.benefits': 'More pay\n\n Better title ', 'ledger.costs': null };
    const ledger = of([opportunity({ facts })]).opportunities.items[0]?.ledger;
    expect(ledger?.parts.map(({ items }) => items)).toEqual([['More pay', 'Better title'], [], []]);
    expect(ledger?.isEmpty).toBe(false);
    expect(decodeAction(ledger?.fill.action ?? '')).toEqual({ do: 'start', flow: 'ledger', about: 'o1' });
    expect(of([opportunity()]).opportunities.items[0]?.ledger.isEmpty).toBe(true);
  });
});

describe('the way of an opportunity', () => {
  test('has what was done, the dates that are set and what will be reminded of, oldest first', () => {
    say(OFFER);
    const state = coach.state as State;
    const [first] = state.opportunities;
    if (!first) throw new Error('The offer opened no opportunity.');
    const drafts = [
      { ...draft('ask-for-time', 'none', '2026-11-19T10:00'), id: 'd8' },
      { ...draft('negotiate', 'pay', null), id: 'd9' },
    ];
    const decided = { decision: 'ask-for-time', decidedAt: '2026-11-18T09:00' } as const;
    coach.state = { ...state, opportunities: [{ ...first, ...decided, drafts }] };
    const timeline = see().opportunities.items[0]?.timeline;
    expect(timeline?.items.map(({ kind, what, isPast }) => [kind, what, isPast])).toEqual([
      ['done', 'decided: ask for time', true],
      ['done', 'sent: Ask for more time', true],
      ['reminder', 'reminder: the date you were given', false],
      ['reminder', 'reminder: the date you were given', false],
      ['date', 'their date', false],
      ['reminder', 'reminder: the date you were given', false],
    ]);
    expect(timeline?.picture).toMatchObject({
      title: 'A: what was, and what comes',
      now: { at: '2026-11-20T16:00' },
    });
    expect(timeline?.picture?.facts).toEqual(timeline?.items.map(({ line }) => line));
    expect(timeline?.items[4]?.line).toBe('Friday, November 27, 2026 (in 7 days): their date');
  });

  test('is told in the conversation, as a picture and in words', () => {
    expect(say('timeline')?.[0]?.key).toBe('greeting.hello');
    expect(say('time line')?.map(({ key }) => key)).toEqual(['menu.nothing-yet']);
    say(OFFER);
    const [card, question] = say('timeline') ?? [];
    expect(card).toMatchObject({
      kind: 'card',
      title: 'A: what was, and what comes',
      sections: [{ heading: 'Ahead', items: { length: 4 } }],
      picture: { kind: 'timeline' },
    });
    expect(question?.kind).toBe('question');
    coach.moveClock('2026-11-28T10:00');
    expect(say('timeline')?.[0]).toMatchObject({
      sections: [{ heading: 'So far', items: ['Friday, November 27, 2026 (yesterday): their date'] }],
    });
    coach.state = { ...newState('Europe/Berlin'), opportunities: [opportunity()] };
    expect(say('timeline')?.[0]).toMatchObject({ text: 'There is no date yet.', picture: null });
  });

  test('a date is over only when its day is, and nothing is drawn where nothing is known', () => {
    const over = (deadline: string) =>
      of([opportunity({ facts: { deadline } })]).opportunities.items[0]?.timeline.items[0]?.isPast;
    expect(over('2026-11-19')).toBe(true);
    expect(over('2026-11-20')).toBe(false);
    expect(over('2026-11-20T15:00')).toBe(true);
    const facts = { interview: '2026-12-01T09:00', start: '2027-01-04', deadline: null };
    const dated = of([opportunity({ facts })]).opportunities.items[0]?.timeline;
    expect(dated?.items.map(({ what }) => what)).toEqual(['the interview', 'the first day']);
    expect(of([opportunity()]).opportunities.items[0]?.timeline).toMatchObject({ items: [], picture: null });
  });
});

describe('what was put side by side', () => {
  const compare = ['compare', '2', '1'];
  const offers = [
    'Acme',
    '90k a year',
    'skip',
    '1',
    '1',
    '1',
    '1',
    '1',
    'Globex',
    '80k a year',
    'skip',
    '1',
    '2',
  ];

  test('is drawn while it is under way, and stays as it was at its end', () => {
    expect(see().comparison).toMatchObject({ picture: null, start: { label: 'Compare side by side' } });
    say(...compare);
    expect(see().comparison.picture).toBeNull();
    say(...offers, 'skip', 'skip', 'skip');
    const { picture, text } = see().comparison;
    expect(text).toBe('As it stands so far.');
    expect(picture?.rows.map(({ label }) => label)).toEqual(['Acme', 'Globex']);
    expect(picture?.facts[0]).toMatch(/^Acme: \d+ of 100$/);
    expect(picture?.facts[1]).toMatch(/^Globex: \d+ to \d+ of 100$/);
    say('1');
    expect(see().comparison).toMatchObject({ text: 'As it stood on Friday, November 20, 2026.', picture });
  });

  test('goes with an opportunity that is deleted', () => {
    say(...compare, ...offers, 'skip', 'skip', 'skip', '1');
    expect((coach.state as State).compared).not.toBeNull();
    say('delete opportunity A', 'yes');
    expect((coach.state as State).compared).toBeNull();
    expect(see().comparison.picture).toBeNull();
  });

  test('is no picture where nothing can be told of all', () => {
    say(...compare, ...Array.from({ length: 16 }, () => 'skip'), '1');
    expect((coach.state as State).compared).toMatchObject({ rows: [] });
    expect(see().comparison.picture).toBeNull();
  });
});

describe('drafts', () => {
  test('are the latest five, with what they are for and whether they went out', () => {
    const drafts = Array.from({ length: 12 }, (_, index) => ({
      ...draft(index === 11 ? 'decline-offer' : 'negotiate', 'pay', index === 11 ? '2026-11-19T10:00' : null),
      id: `d${index + 1}`,
      edited: true,
    }));
    const shown = of([opportunity({ drafts })]).drafts;
    expect(shown.total).toBe(12);
    expect(shown.items.map(({ id }) => id)).toEqual(['d12', 'd11', 'd10', 'd9', 'd8']);
    expect(shown.items[0]?.line).toBe(
      'No to an offer by email, A: sent on Thursday, November 19, 2026, 10:00 AM',
    );
    expect(shown.items[1]?.line).toContain('not marked as sent');
    const [opened] = coach.do({ type: 'click', action: shown.items[0]?.open.action ?? '' });
    expect(opened?.kind).toBe('draft');
  });
});

describe('the journal', () => {
  const decided = (id: string, reason: string, at: string): Opportunity =>
    opportunity({
      id,
      outcome: 'declined',
      decision: 'decline',
      decidedAt: at,
      drafts: [draft('decline-offer', reason, at)],
    });

  test('shows decisions, latest first, and each reason month by month, those without one last', () => {
    const { items, reasons } = of([
      decided('o1', 'pay', '2026-09-02T10:00'),
      decided('o2', 'none', '2026-11-03T10:00'),
      decided('o3', 'pay', '2026-11-04T10:00'),
      decided('o4', 'market', '2026-11-05T10:00'),
    ]).journal;
    expect(items.map(({ about }) => about)).toEqual(['o4', 'o3', 'o2', 'o1']);
    expect(items[2]).toMatchObject({ reason: null, line: 'Tuesday, November 3, 2026: A, declined' });
    expect(items[3]?.line).toBe('Wednesday, September 2, 2026: A, declined (Pay)');
    expect(reasons.months.map(({ id }) => id)).toEqual(['2026-09', '2026-10', '2026-11']);
    expect(reasons.series.map(({ id, counts }) => [id, counts])).toEqual([
      ['pay', [1, 0, 1]],
      ['market', [0, 0, 1]],
      ['none', [0, 0, 1]],
    ]);
    expect(reasons.lines[0]).toBe('Pay: 2 (September 2026: 1, November 2026: 1)');
    expect(reasons.lines[2]).toBe('no reason given: 1 (November 2026: 1)');
  });

  test('looks back twelve months at most; a reason from before is left out', () => {
    const { reasons } = of([decided('o1', 'pay', '2024-01-05T10:00')]).journal;
    expect(reasons.months).toHaveLength(12);
    expect(reasons.months.at(-1)).toEqual({ id: '2026-11', label: 'November 2026', short: 'Nov 26' });
    expect(reasons.series).toEqual([]);
  });

  test('is a picture with the same facts as words, and none without a decision', () => {
    const { reasons, picture } = of([decided('o1', 'pay', '2026-11-02T10:00')]).journal;
    expect(picture).toMatchObject({ kind: 'columns', columns: ['Nov 26'], facts: reasons.lines });
    expect(picture?.series).toEqual([{ id: 'pay', label: 'Pay', counts: [1], total: 1 }]);
    expect(of([]).journal.picture).toBeNull();
    const many = ['pay', 'market', 'timing', 'culture', 'location', 'career-fit', 'none', 'none'];
    const drawn = of(many.map((reason, index) => decided(`o${index}`, reason, '2026-11-02T10:00'))).journal;
    expect(drawn.reasons.series.length).toBeGreaterThan(6);
    expect(drawn.picture?.series).toHaveLength(6);
    expect(drawn.picture?.series.at(-1)).toEqual({ label: 'all others', counts: [3] });
    of([decided('o1', 'pay', '2026-11-02T10:00')]);
    expect(say('review')?.[0]).toMatchObject({ kind: 'card', picture: { kind: 'columns' } });
    expect(say('cancel', 'yes', 'home')?.[0]).toMatchObject({
      key: 'overview',
      picture: { kind: 'columns' },
    });
  });
});

describe('what was written down to lean on', () => {
  test('reasons, the story and the next step; and what was set out after each look back', () => {
    const { profile } = newState('Europe/Berlin');
    const confidence = {
      at: '2026-11-01T10:00',
      about: 'o1',
      reasons: ['Rest', 'Team'],
      story: 'Mine',
      action: null,
    };
    const reviews = [
      { at: '2026-05-01T10:00', adjustments: ['Ask early'] },
      { at: '2026-08-01T10:00', adjustments: ['Ask once', 'Note it'] },
    ];
    const shown = of([], { profile: { ...profile, confidence, reviews } });
    expect(shown.confidence.items).toEqual(['Rest', 'Team', 'Mine']);
    expect(shown.reviews.items[0]).toBe('Set out on Saturday, August 1, 2026: Ask once; Note it');
  });
});

describe('"home", "overview" and "dashboard"', () => {
  test.each(['home', 'my overview', 'Dashboard'])('%s answers in the conversation', (typed) => {
    const [card] = say(OFFER, typed) ?? [];
    expect(card).toMatchObject({ kind: 'card', key: 'overview', title: 'Your overview' });
    expect(toPlainText(card as CardMessage)).toContain('Their date: Friday, November 27, 2026 (in 7 days)');
    expect(card?.choices.map(({ label }) => label)).toEqual([
      'Go on with A',
      'My reminders',
      'What lies on the way',
      'Settings',
      'Help',
    ]);
  });

  test('says what is not there yet', () => {
    say('hello');
    const [card] = say('home') ?? [];
    expect(toPlainText(card as CardMessage)).toContain('Nothing is open.');
    expect(card?.choices.map(({ label }) => label)).toEqual(['Settings', 'Help']);
  });

  test('the open question comes again after it', () => {
    expect(say(OFFER, 'home')?.at(-1)?.kind).toBe('question');
  });
});

describe('whatever was said before', () => {
  test('every button fits, every text is said, and a click is answered', () => {
    const typed = fc.constantFrom(
      OFFER,
      'my boss made a counteroffer',
      '1',
      '2',
      '3',
      'skip',
      'yes',
      'Friday',
      'decline',
    );
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 25 }), fc.nat(), (lines, pick) => {
        coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
        say(...lines);
        const actions = wordsIn(see()).filter((word) => word.startsWith('{"do"'));
        for (const action of actions) {
          expect(action.length).toBeLessThanOrEqual(120);
          expect(decodeAction(action), action).not.toBeNull();
        }
        coach.do({ type: 'click', action: actions[pick % actions.length] ?? '' });
      }),
      { numRuns: 40 },
    );
  });
});
