import { describe, expect, test } from 'vitest';
import { logCard } from '../../../src/coach/journal/cards.js';
import { entries } from '../../../src/coach/journal/log.js';
import { toPlainText } from '../../../src/coach/message.js';
import { loadWords } from '../../../src/templates.js';
import { decisions, draft, opportunity } from './samples.js';

const words = loadWords('en-US');
const DAY = '2026-11-20T10:00';

describe('the career log (K99)', () => {
  test('has one entry a decision, oldest first, with all that is known of it', () => {
    const declined = opportunity({
      outcome: 'declined',
      decision: 'decline',
      decidedAt: DAY,
      facts: {
        company: 'Acme',
        role: 'Analyst',
        contact: 'Ana',
        feedback: 'Good',
        wouldChange: 'pay',
        interest: 'high',
      },
      drafts: [
        draft('negotiate', 'market', '2026-11-18T10:00'),
        draft('decline-offer', 'pay', DAY),
        draft('decline-offer', 'fit', null),
      ],
    });
    const earlier = opportunity({
      id: 'o2',
      decision: 'stay',
      decidedAt: '2026-10-01T10:00',
      facts: { newCompany: 'Globex' },
    });
    const log = entries([declined, earlier]);
    expect(log.map(({ id }) => id)).toEqual(['o2', 'o1']);
    expect(log[1]).toMatchObject({
      company: 'Acme',
      role: 'Analyst',
      contact: 'Ana',
      stage: 'offer',
      result: 'declined',
      at: DAY,
      reason: 'pay',
      negotiated: true,
      feedback: 'Good',
      terms: 'pay',
      interest: 'high',
    });
    expect(log[1]?.sent.map(({ kind }) => kind)).toEqual(['negotiate', 'decline-offer']);
    expect(toPlainText(logCard(log, 2, words))).toContain('Asked for a change: yes');
    expect(log[0]).toMatchObject({
      company: 'Globex',
      result: 'stay',
      reason: null,
      negotiated: false,
      sent: [],
    });
  });

  test('is empty while nothing is decided: asking for time and deciding later decide nothing', () => {
    const pending = (['later', 'ask-for-time', null] as const).map((decision) =>
      opportunity({ decision, decidedAt: DAY }),
    );
    expect(entries(pending)).toEqual([]);
  });

  test('tells the reason of the decision, not of a question on the way; written counts until something is sent', () => {
    const written = opportunity({
      decision: 'decline',
      decidedAt: DAY,
      drafts: [draft('decline-offer', 'growth', null), draft('negotiate', 'market', null)],
    });
    expect(entries([written])[0]?.reason).toBe('growth');
  });

  test('knows the stage of someone who came only for the words', () => {
    const stage = (kind: string): string | undefined =>
      entries([opportunity({ flow: 'reply', outcome: 'declined', drafts: [draft(kind, 'none', DAY)] })])[0]
        ?.stage;
    expect(
      [
        'decline-invitation-short',
        'withdraw',
        'decline-offer',
        'rescind-acceptance',
        'stay-decline-new-employer',
      ].map(stage),
    ).toEqual(['invited', 'interviewed', 'offer', 'accepted', 'counteroffer']);
    expect(stage('final-no')).toBe('reply');
    expect(entries([opportunity({ flow: 'reply', outcome: 'expired', decidedAt: DAY })])[0]?.stage).toBe(
      'reply',
    );
  });

  test('can name every decision there is, and a reply or a reason that has no name of its own', () => {
    for (const decision of decisions) {
      const card = logCard(entries([opportunity({ decision, decidedAt: DAY })]), 1, words);
      expect(toPlainText(card)).not.toContain('{{');
    }
    const own = opportunity({ outcome: 'declined', drafts: [draft('unheard-of', 'unheard-of', DAY)] });
    const text = toPlainText(logCard(entries([own]), 7, words));
    expect(text).toContain('Reason given: one of your own');
    expect(text).toContain('a reply (by email)');
    expect(text).toContain('1 of 7');
  });
});

describe('several decisions about one opportunity (K99)', () => {
  test('each that was carried out keeps its entry, and what went out for it', () => {
    const both = opportunity({
      decision: 'decline',
      decidedAt: '2026-11-18T10:00',
      outcome: 'reconnected',
      facts: { feedback: 'Strong portfolio' },
      closed: [
        { at: '2026-11-18T10:00', result: 'declined', stage: 'offer', sent: [`ddecline-offer${DAY}`] },
      ],
      drafts: [draft('decline-offer', 'pay', DAY), draft('reconnect', 'none', '2027-06-01T10:00')],
    });
    const log = entries([both]);
    expect(log).toMatchObject([
      { result: 'declined', at: '2026-11-18T10:00', reason: 'pay', feedback: null },
      { result: 'reconnected', at: '2027-06-01T10:00', reason: null, feedback: 'Strong portfolio' },
    ]);
    expect(log.map(({ sent }) => sent.map(({ kind }) => kind))).toEqual([['decline-offer'], ['reconnect']]);
  });

  test('an outcome stays with the decision that it came from until something goes out for the next', () => {
    const closed = [{ at: DAY, result: 'negotiating', stage: 'offer', sent: [`dnegotiate${DAY}`] }];
    const about = { decidedAt: '2026-11-25T10:00', outcome: 'negotiating', closed } as const;
    const drafts = [draft('negotiate', 'market', DAY)];
    expect(
      entries([opportunity({ ...about, drafts, decision: 'accept' })]).map(({ result }) => result),
    ).toEqual(['negotiating', 'accept']);
    expect(entries([opportunity({ ...about, drafts, decision: null })]).map(({ result }) => result)).toEqual([
      'negotiating',
    ]);
  });
});
