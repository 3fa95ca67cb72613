import { describe, expect, test } from 'vitest';
import type { Flow } from '../../../src/coach/conversation/flow.js';
import { accepted } from '../../../src/coach/flows/accepted.js';
import { counteroffer } from '../../../src/coach/flows/counteroffer.js';
import { assessInvited, invited } from '../../../src/coach/flows/invited.js';
import { assessOffer, offer } from '../../../src/coach/flows/offer.js';
import { aView, beforeDecision, words } from './view.js';

const fine = {
  goals: 'forward',
  mobility: 'fits',
  alternatives: 'nothing',
  people: 'fit',
  warning: 'none',
  gap: 'none',
};

describe('mobility branches in wherever a yes may hang on it (K93)', () => {
  test('an offer whose word on the visa is vague is asked about before anything is promised', () => {
    expect(assessOffer(fine).verdict).toBe('accept');
    expect(assessOffer({ ...fine, move: 'vague' }).verdict).toBe('find-out');
    expect(assessOffer({ ...fine, move: 'refused' }).verdict).toBe('decline');
    const shown = beforeDecision(aView(offer, { ...fine, move: 'vague' }));
    expect(shown).toContain('Ask for a clear one in writing before you commit');
    expect(shown).toContain('Do you sponsor a visa for this role');
  });

  test('an offer whose warning is the visa comes with an adviser to ask, whatever it points to', () => {
    expect(beforeDecision(aView(offer, { ...fine, warning: 'timing-visa' }))).toContain(
      words.text('coach.assess.cautions.visa'),
    );
  });

  test('an invitation with a vague word on the visa is worth one question first; a refusal ends it', () => {
    const lenses = { career: 'forward', logistics: 'fits', timing: 'yes', readiness: 'yes' };
    expect(assessInvited({ ...lenses, move: 'clear' }).verdict).toBe('go');
    expect(assessInvited({ ...lenses, move: 'vague' }).verdict).toBe('ask-first');
    expect(assessInvited({ ...lenses, move: 'refused' }).verdict).toBe('decline');
  });

  test.each<[string, Flow]>([
    ['offer', offer],
    ['invited', invited],
  ])('%s: a contract with an agency, with its trade-offs and the questions about it', (_, flow) => {
    const shown = beforeDecision(aView(flow, { ...fine, contract: 'agency' }));
    expect(shown).toContain('tax, insurance, paid leave and notice follow that contract');
    expect(shown).toContain('With whom would I sign');
    expect(beforeDecision(aView(flow, { ...fine, contract: 'direct', move: 'none' }))).not.toContain(
      'Worth weighing',
    );
  });

  test.each([
    [{ move: 'zones' }, 'tied to a time zone shapes every evening'],
    [{ unsettled: 'housing' }, 'A home in the new place'],
    [{ unsettled: 'language' }, 'Another language touches'],
    [{ unsettled: 'family' }, 'Those who move with you'],
    [{ unsettled: 'clash' }, 'another move or studies'],
    [{ papers: 'nothing' }, 'before papers are filed and money is spent'],
    [{ papers: 'filed' }, 'tell your sponsor and your adviser at once'],
    [{ contract: 'unsaid' }, 'Nobody has said who your contract is with'],
  ])('an offer with %o', (answers, words) =>
    expect(beforeDecision(aView(offer, { ...fine, move: 'clear', ...answers }))).toContain(words),
  );

  test.each([
    [{ newMove: 'here' }, 'Your permit hangs on your present job'],
    [{ newMove: 'vague' }, 'ask for a clear word on the visa'],
    [{ newMove: 'filed' }, 'tell your sponsor and your adviser at once'],
    [{ newMove: 'agency' }, 'agency or umbrella company'],
    [{ newJob: 'said-yes' }, 'The new job is not signed'],
  ])('a counteroffer with %o', (answers, words) =>
    expect(beforeDecision(aView(counteroffer, { newJob: 'signed', leaving: 'pay', ...answers }))).toContain(
      words,
    ),
  );

  test.each([
    [{ move: 'vague' }, 'a fair and honest reason to step back'],
    [{ contract: 'agency' }, 'bind you to the agency and not to the company'],
    [{ contract: 'contractor' }, 'bind you to the agency and not to the company'],
  ])('a yes regretted with %o', (answers, words) =>
    expect(beforeDecision(aView(accepted, { how: 'spoken', move: 'none', ...answers }))).toContain(words),
  );
});
