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
  return opportunities.flatMap(entriesOf).sort((one, other) => one.at.localeCompare(other.at));
}

function entriesOf(opportunity: Opportunity): Entry[] {
  const { id, code, facts, drafts, closed } = opportunity;
  const fact = (name: string): string | null => {
    const value = facts[name];
    return typeof value === 'string' ? value : null;
  };
  const current = currentOf(opportunity);
  const open = drafts.filter((draft) => draft.sentAt === null);
  const decided = current === null ? closed : [...closed, current];
  return decided.map(({ at, result, stage, sent }, index) => {
    const isLatest = index === decided.length - 1;
    const own = drafts.filter((draft) => sent.includes(draft.id));
    const until = decided.slice(0, index + 1).flatMap((one) => one.sent);
    return {
      id,
      code,
      company: fact('company') ?? fact('newCompany'),
      role: fact('role'),
      contact: fact('contact'),
      stage,
      result,
      at,
      reason: reasonOf(isLatest ? [...open, ...own] : own, own),
      negotiated: drafts.some((draft) => until.includes(draft.id) && NEGOTIATING.includes(draft.kind)),
      feedback: isLatest ? fact('feedback') : null,
      terms: isLatest ? fact('wouldChange') : null,
      interest: isLatest ? fact('interest') : null,
      sent: own,
    };
  });
}

/** The decision that counts now, with what went out for it; null while there is none. */
export function currentOf(opportunity: Opportunity): Opportunity['closed'][number] | null {
  const { decision, decidedAt, drafts, closed } = opportunity;
  const before = closed.at(-1);
  const closedDrafts = closed.flatMap(({ sent }) => sent);
  const sent = drafts.filter(({ id, sentAt }) => sentAt !== null && !closedDrafts.includes(id));
  // An outcome stays that of the earlier decision until something goes out for the new one.
  const outcome = sent.length === 0 && before?.result === opportunity.outcome ? null : opportunity.outcome;
  const result = outcome ?? (isPending(decision) ? null : decision);
  const at = before !== undefined && decidedAt === before.at ? null : decidedAt;
  const since = at ?? sent[0]?.sentAt ?? decidedAt;
  if (result === null || since === null) return null;
  return { at: since, result, stage: stageOf(opportunity), sent: sent.map(({ id }) => id) };
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
