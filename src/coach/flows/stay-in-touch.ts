import type { Answers, Flow } from '../conversation/flow.js';

/** Months until the next hello: three to six after an invitation, six to twelve after an offer; sooner when the interest is high. */
const usual = { invitation: ['3', '4', '6', 'never'], offer: ['6', '9', '12', 'never'] } as const;
const sooner = { invitation: ['1', '2', '3', 'never'], offer: ['3', '6', '9', 'never'] } as const;

function months(answers: Answers): readonly string[] {
  const of = answers['interest'] === 'high' ? sooner : usual;
  return answers['after'] === 'invitation' ? of.invitation : of.offer;
}

/** After a no: how much the door is to stay open, what would have changed the answer, and when to write again (K99, K102, K112). */
export const stayInTouch: Flow = {
  id: 'stay-in-touch',
  version: 2,
  steps: [
    { id: 'after', kind: 'choice', options: ['invitation', 'offer'] },
    { id: 'interest', kind: 'choice', fact: 'interest', options: ['low', 'medium', 'high'] },
    { id: 'terms', kind: 'text', fact: 'wouldChange', optional: true },
    { id: 'months', kind: 'choice', options: months, reads: ['after', 'interest'] },
  ],
  conclude: ({ answers }) => {
    const chosen = Number(answers['months']);
    if (Number.isNaN(chosen)) return { events: [{ type: 'offer-plan' }], say: 'never' };
    return { events: [{ type: 'reconnect-in', months: chosen }, { type: 'offer-plan' }], say: 'done' };
  },
  /** Until version 2 only an offer led here. */
  migrations: { 1: (cells) => ({ ...cells, after: { value: 'offer', raw: null, source: 'known' } }) },
};
