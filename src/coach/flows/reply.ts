import type { Answers, Conclusion, Flow, View } from '../conversation/flow.js';
import { channels, families, familyOf, reasons, replyKinds, shortOf, variants } from './reply-kinds.js';

const kindOf = (answers: Answers): string => String(answers['kind']);

const isOf =
  (...kinds: readonly string[]) =>
  (answers: Answers): boolean =>
    kinds.includes(kindOf(answers));

const has =
  (table: Readonly<Record<string, unknown>>) =>
  (answers: Answers): boolean =>
    table[kindOf(answers)] !== undefined;

const kind = { reads: ['kind'] } as const;
const only = (...kinds: readonly string[]) => ({ ...kind, when: isOf(...kinds) });

/** The questions that stand in the place of a reason. */
const instead = variants.map(({ kind, step, of }) => ({
  id: step,
  kind: 'choice' as const,
  options: of,
  ...only(kind),
}));

/** Short answers in the middle of an exchange need no praise. */
const warmest = only(
  'accept-offer',
  'ask-for-time',
  'decline-counteroffer',
  'decline-invitation',
  'decline-invitation-referring',
  'decline-offer',
  'keep-option-open',
  'name-the-change',
  'negotiate',
  'reconnect',
  'rescind-acceptance',
  'stay-decline-new-employer',
  'stay-in-touch',
  'withdraw',
);

function conclude({ answers }: View): Conclusion {
  return { events: [{ type: 'compose', answers }] };
}

/** From a decision to a draft (K15, K40–K49): what the reply needs, no more. */
export const reply: Flow = {
  id: 'reply',
  version: 1,
  steps: [
    { id: 'family', kind: 'choice', options: Object.keys(families), unless: 'kind' },
    {
      id: 'kind',
      kind: 'choice',
      reads: ['family'],
      options: (answers) => families[String(answers['family'] ?? familyOf(kindOf(answers)))] ?? replyKinds,
    },
    {
      id: 'company',
      kind: 'company',
      fact: 'company',
      optional: true,
      ...kind,
      when: (answers) => !isOf('stay-decline-new-employer')(answers),
    },
    { id: 'newCompany', kind: 'company', fact: 'newCompany', ...only('stay-decline-new-employer') },
    {
      id: 'role',
      kind: 'text',
      fact: 'role',
      optional: true,
      ...only(
        'decline-offer',
        'decline-invitation',
        'decline-invitation-referring',
        'withdraw',
        'accept-offer',
        'negotiate',
        'rescind-acceptance',
        'recruiter-boundary',
      ),
    },
    {
      id: 'reason',
      kind: 'choice',
      ...kind,
      when: has(reasons),
      options: (answers) => reasons[kindOf(answers)] ?? [],
    },
    ...instead,
    { id: 'feedback', kind: 'text', optional: true, ...only('give-feedback') },
    {
      id: 'costs',
      kind: 'long-text',
      fact: 'incurred',
      optional: true,
      ...only('ask-reason-for-withdrawal'),
    },
    { id: 'ask', kind: 'text', ...only('negotiate', 'name-the-change') },
    {
      id: 'until',
      kind: 'date',
      ahead: true,
      ...only('ask-for-time', 'name-the-change', 'hold', 'recruiter-boundary'),
    },
    { id: 'again', kind: 'date', ahead: true, optional: true, ...only('keep-option-open') },
    { id: 'start', kind: 'date', fact: 'start', optional: true, ...only('accept-offer') },
    { id: 'role2', kind: 'text', optional: true, ...only('ask-about-other-role', 'reconnect') },
    { id: 'met', kind: 'text', fact: 'met', optional: true, ...only('reconnect', 'refer-colleague') },
    { id: 'change', kind: 'text', optional: true, ...only('reconnect') },
    {
      id: 'colleague',
      kind: 'text',
      optional: true,
      ...only('decline-invitation-referring', 'refer-colleague'),
    },
    { id: 'callDay', kind: 'text', optional: true, ...only('follow-up-after-call') },
    {
      id: 'handover',
      kind: 'text',
      optional: true,
      ...only('rescind-acceptance'),
    },
    { id: 'appreciation', kind: 'text', optional: true, ...warmest },
    { id: 'to', kind: 'text', fact: 'contact', optional: true },
    { id: 'me', kind: 'text', fact: 'me.me', optional: true },
    {
      id: 'channel',
      kind: 'choice',
      ...kind,
      when: has(channels),
      options: (answers) => channels[kindOf(answers)] ?? [],
    },
    {
      id: 'register',
      kind: 'choice',
      fact: 'me.register',
      options: ['warm', 'formal', 'brief'],
      ...kind,
      when: (answers) => !Object.values(shortOf).includes(kindOf(answers)),
    },
  ],
  conclude,
};
