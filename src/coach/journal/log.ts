import type { Draft, Opportunity } from '../conversation/state.js';
import type { Local } from '../remind/calendar.js';

/** One decision, as the career log shows it (K99). It is read from the opportunity, so that it can't disagree with it. */
export interface Entry {
  readonly id: string;
  readonly code: string;
  readonly company: string | null;
  readonly role: string | null;
  readonly contact: string | null;
  /** The stage's id, as the flow's: `offer`, `invited`… */
  readonly stage: string;
  /** An outcome or, while there is none, the decision. */
  readonly result: string;
  readonly at: Local;
  /** The reason given, `none` for none, or null while nothing was written. */
  readonly reason: string | null;
  readonly negotiated: boolean;
  readonly feedback: string | null;
  /** Terms that would have changed the answer. */
  readonly terms: string | null;
  readonly interest: string | null;
  /** Every reply that went out, oldest first. */
  readonly sent: readonly Draft[];
}

/** Replies that ask for something, or only keep in touch: their reason is not the decision's. */
const ASKING: readonly string[] = [
  'negotiate',
  'name-the-change',
  'ask-for-time',
  'hold',
  'reconnect',
  'stay-in-touch',
  'keep-option-open',
  'ask-about-other-role',
  'ask-reason-for-withdrawal',
  'recruiter-boundary',
  'follow-up-after-call',
];

/** Decisions to decide later, or to see more before deciding. */
const PENDING: readonly string[] = ['later', 'ask-for-time', 'hold', 'go', 'go-on'];

/** Whether the answer to the employer is still to be found. */
export function isPending(decision: Opportunity['decision']): boolean {
  return decision === null || PENDING.includes(decision);
}

const NEGOTIATING: readonly string[] = ['negotiate', 'name-the-change'];

/** The stage of someone who came only for the words, by what they wrote; the longest beginning counts. */
const STAGES: readonly (readonly [beginning: string, stage: string])[] = [
  ['decline-invitation', 'invited'],
  ['withdraw', 'interviewed'],
  ['rescind-acceptance', 'accepted'],
  ['stay-decline', 'counteroffer'],
  ['decline-counteroffer', 'counteroffer'],
  ['name-the-change', 'counteroffer'],
  ['decline-offer', 'offer'],
  ['accept-offer', 'offer'],
  ['negotiate', 'offer'],
];

/** Every decision so far, oldest first. Asking for time or putting it off decides nothing yet. */
export function entries(opportunities: readonly Opportunity[]): Entry[] {
  return opportunities.flatMap(entryOf).sort((one, other) => one.at.localeCompare(other.at));
}

function entryOf(opportunity: Opportunity): Entry[] {
  const { id, code, facts, decision, drafts } = opportunity;
  const sent = drafts.filter((draft) => draft.sentAt !== null);
  const decided = isPending(decision) ? null : decision;
  const result = opportunity.outcome ?? decided;
  const at = opportunity.decidedAt ?? sent[0]?.sentAt ?? null;
  if (result === null || at === null) return [];
  const fact = (name: string): string | null => {
    const value = facts[name];
    return typeof value === 'string' ? value : null;
  };
  return [
    {
      id,
      code,
      company: fact('company') ?? fact('newCompany'),
      role: fact('role'),
      contact: fact('contact'),
      stage: stageOf(opportunity),
      result,
      at,
      reason: reasonOf(drafts, sent),
      negotiated: sent.some(({ kind }) => NEGOTIATING.includes(kind)),
      feedback: fact('feedback'),
      terms: fact('wouldChange'),
      interest: fact('interest'),
      sent,
    },
  ];
}

/** The stage's id. Who came only for the words is where these belong. */
export function stageOf({ flow, drafts }: Opportunity): string {
  if (flow !== 'reply') return flow;
  const kind = drafts[0]?.kind ?? '';
  return STAGES.find(([beginning]) => kind.startsWith(beginning))?.[1] ?? flow;
}

/** What was sent counts; before that, what was written. */
function reasonOf(drafts: readonly Draft[], sent: readonly Draft[]): string | null {
  const deciding = ({ kind }: Draft): boolean => !ASKING.includes(kind);
  return (sent.findLast(deciding) ?? drafts.findLast(deciding))?.reason ?? null;
}
