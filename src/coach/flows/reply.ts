import type { Answers, Conclusion, Flow, View } from '../conversation/flow.js';

/** The kinds of reply that can be started here, in the order shown. */
export const replyKinds = [
  'decline-offer',
  'negotiate',
  'ask-for-time',
  'accept-offer',
  'decline-counteroffer',
  'stay-decline-new-employer',
  'name-the-change',
  'reconnect',
] as const;

/** The reasons that the drafts of a kind can give; one, the same to everyone at that employer (K41). */
const reasons: Readonly<Record<string, readonly string[]>> = {
  'decline-offer': [
    'none',
    'fit',
    'accepted-another',
    'pay',
    'growth',
    'work-life',
    'visa-relocation',
    'personal',
  ],
  negotiate: ['none', 'market', 'experience', 'scope', 'relocation', 'home'],
  'ask-for-time': ['none', 'contract', 'home', 'relocation', 'another-talk'],
  'decline-counteroffer': ['none', 'growth', 'work-life', 'commitment', 'direction'],
  'stay-decline-new-employer': ['none', 'staying', 'personal'],
  reconnect: ['none', 'situation', 'skills', 'move', 'free'],
};

const isOf =
  (...kinds: readonly string[]) =>
  (answers: Answers): boolean =>
    kinds.includes(String(answers['kind']));

function conclude({ answers }: View): Conclusion {
  return { events: [{ type: 'compose', answers }] };
}

/** From a decision to a draft (K15, K40–K49): what the reply needs, no more. */
export const reply: Flow = {
  id: 'reply',
  version: 1,
  steps: [
    { id: 'kind', kind: 'choice', options: replyKinds },
    {
      id: 'company',
      kind: 'company',
      fact: 'company',
      reads: ['kind'],
      when: (answers) => !isOf('stay-decline-new-employer')(answers),
    },
    {
      id: 'newCompany',
      kind: 'company',
      fact: 'newCompany',
      reads: ['kind'],
      when: isOf('stay-decline-new-employer'),
    },
    {
      id: 'role',
      kind: 'text',
      fact: 'role',
      optional: true,
      reads: ['kind'],
      when: isOf('decline-offer', 'accept-offer', 'negotiate'),
    },
    {
      id: 'reason',
      kind: 'choice',
      reads: ['kind'],
      when: (answers) => reasons[String(answers['kind'])] !== undefined,
      options: (answers) => reasons[String(answers['kind'])] ?? [],
    },
    { id: 'ask', kind: 'text', reads: ['kind'], when: isOf('negotiate', 'name-the-change') },
    {
      id: 'until',
      kind: 'date',
      ahead: true,
      reads: ['kind'],
      when: isOf('ask-for-time', 'name-the-change'),
    },
    { id: 'start', kind: 'date', fact: 'start', optional: true, reads: ['kind'], when: isOf('accept-offer') },
    { id: 'appreciation', kind: 'text', optional: true },
    { id: 'to', kind: 'text', fact: 'contact', optional: true },
    { id: 'me', kind: 'text', fact: 'me.me' },
    { id: 'channel', kind: 'choice', options: ['email', 'phone'] },
    { id: 'register', kind: 'choice', fact: 'me.register', options: ['warm', 'formal', 'brief'] },
  ],
  conclude,
};
