import { type Draft, decisions, type Opportunity } from '../../../src/coach/conversation/state.js';

export { decisions };

export function draft(kind: string, reason: string, sentAt: string | null): Draft {
  return {
    id: `d${kind}${sentAt}`,
    kind,
    reason,
    channel: 'email',
    register: 'warm',
    facts: {},
    subjects: [],
    body: 'Dear Ana',
    edited: false,
    sentAt,
  };
}

export function opportunity(about: Partial<Opportunity> = {}): Opportunity {
  return {
    id: 'o1',
    code: 'A',
    flow: 'offer',
    facts: {},
    decision: null,
    decidedAt: null,
    drafts: [],
    outcome: null,
    closed: [],
    ...about,
  };
}
