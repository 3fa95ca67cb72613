/** The replies that can be written, by what they are for: first the family, then the kind (K09, K52–K75). */
export const families: Readonly<Record<string, readonly string[]>> = {
  no: [
    'decline-offer',
    'decline-invitation',
    'decline-invitation-referring',
    'withdraw',
    'decline-counteroffer',
  ],
  yes: ['accept-offer', 'ask-for-time', 'hold', 'rescind-acceptance', 'stay-decline-new-employer'],
  ask: ['negotiate', 'name-the-change', 'ask-about-other-role', 'ask-reason-for-withdrawal'],
  answer: ['answer-why', 'stand-by-decision', 'final-no', 'recruiter-boundary', 'give-feedback'],
  touch: ['keep-option-open', 'follow-up-after-call', 'stay-in-touch', 'reconnect', 'refer-colleague'],
};

/** Two sentences for someone pressed for time, by the kind that says the same in full (K56). */
export const shortOf: Readonly<Record<string, string>> = {
  'decline-offer': 'decline-offer-short',
  'decline-invitation': 'decline-invitation-short',
  withdraw: 'withdraw-short',
};

export const replyKinds: readonly string[] = Object.values(families).flat();

export function familyOf(kind: string): string | undefined {
  return Object.keys(families).find((family) => families[family]?.includes(kind));
}

const toOffer = [
  'none',
  'fit',
  'accepted-another',
  'pay',
  'growth',
  'work-life',
  'visa-relocation',
  'personal',
] as const;

const toWithdraw = ['none', 'fit', 'employment-model', 'visa-relocation', 'pay', 'accepted-another'] as const;

const toInvitation = [
  'none',
  'accepted-another',
  'role-mismatch',
  'personal',
  'timing',
  'commute',
  'mobility',
  'no-capacity',
] as const;

/** The reasons that the drafts of a kind can give; one, the same to everyone at that employer (K41). */
export const reasons: Readonly<Record<string, readonly string[]>> = {
  'decline-offer': toOffer,
  'decline-offer-short': toOffer,
  'decline-invitation': toInvitation,
  'decline-invitation-short': toInvitation,
  'decline-invitation-referring': toInvitation,
  withdraw: toWithdraw,
  'withdraw-short': toWithdraw,
  negotiate: ['none', 'market', 'experience', 'scope', 'relocation', 'home'],
  'ask-for-time': ['none', 'contract', 'home', 'relocation', 'another-talk'],
  'decline-counteroffer': ['none', 'growth', 'work-life', 'commitment', 'direction'],
  'stay-decline-new-employer': ['none', 'staying', 'personal'],
  'rescind-acceptance': ['none', 'accepted-another', 'staying', 'fit', 'visa-relocation', 'personal'],
  'answer-why': [
    'fit',
    'accepted-another',
    'pay',
    'growth',
    'work-life',
    'visa-relocation',
    'timing',
    'personal',
  ],
  'keep-option-open': ['commitments', 'family', 'project'],
  reconnect: ['none', 'situation', 'skills', 'move', 'free'],
};

/** Every reason that can be given again when they ask why, whatever it was given for (K65). */
export const sayAgain: readonly string[] = [
  'accepted-another',
  'role-mismatch',
  'fit',
  'pay',
  'growth',
  'work-life',
  'visa-relocation',
  'employment-model',
  'timing',
  'commute',
  'mobility',
  'no-capacity',
  'personal',
];

/** Kinds whose draft depends on another question than a reason: the step that asks it, and its answers. */
export const variants: readonly {
  readonly kind: string;
  readonly step: string;
  readonly of: readonly string[];
}[] = [
  { kind: 'stand-by-decision', step: 'terms', of: ['none', 'better-terms'] },
  {
    kind: 'give-feedback',
    step: 'point',
    of: ['role-clarity', 'process-length', 'pay-range', 'preparation'],
  },
  {
    kind: 'follow-up-after-call',
    step: 'said',
    of: [
      'declined-offer',
      'declined-invitation',
      'withdrew',
      'rescinded-acceptance',
      'declined-counteroffer',
    ],
  },
];

/** How a reply of a kind can go out, the usual way first (K48–K50); by email alone, when absent. A withdrawn yes is told by voice. */
export const channels: Readonly<Record<string, readonly string[]>> = {
  'decline-offer-short': ['email', 'message'],
  'decline-invitation-short': ['email', 'message'],
  'withdraw-short': ['email', 'message'],
  'decline-offer': ['email', 'phone', 'voicemail'],
  'decline-invitation': ['email', 'phone', 'voicemail', 'message'],
  withdraw: ['email', 'phone', 'voicemail', 'message'],
  'decline-counteroffer': ['email', 'phone', 'voicemail'],
  'accept-offer': ['email', 'phone', 'voicemail'],
  'ask-for-time': ['email', 'phone', 'voicemail'],
  'rescind-acceptance': ['phone', 'voicemail', 'email'],
  'stay-decline-new-employer': ['phone', 'voicemail', 'email'],
  negotiate: ['email', 'phone', 'voicemail'],
  'answer-why': ['email', 'message'],
  'stay-in-touch': ['message', 'email'],
  reconnect: ['email', 'message'],
  'refer-colleague': ['email', 'message'],
};
