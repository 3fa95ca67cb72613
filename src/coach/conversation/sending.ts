import { close } from './close.js';
import { isSpoken, newDraft, showDraft, type Wanted } from './drafts.js';
import { open } from './frames.js';
import { offerCalendar } from './privacy.js';
import { forgetNoAnswer, promiseAfterSending, promiseDecideBy } from './promises.js';
import { goOn } from './respond.js';
import type { Draft, Opportunity } from './state.js';
import { choice, nextId, say, type Talk, text, today, when } from './talk.js';

/** What each kind of reply leads to once it is sent. Kinds without an entry leave things open. */
const outcomes: Readonly<Record<string, Opportunity['outcome']>> = {
  'accept-offer': 'accepted',
  'decline-offer': 'declined',
  'decline-offer-short': 'declined',
  'decline-counteroffer': 'declined',
  'rescind-acceptance': 'rescinded',
  'stay-decline-new-employer': 'rescinded',
  negotiate: 'negotiating',
  'name-the-change': 'negotiating',
  reconnect: 'reconnected',
  'decline-invitation': 'declined',
  'decline-invitation-short': 'declined',
  'decline-invitation-referring': 'declined',
  withdraw: 'withdrew',
  'withdraw-short': 'withdrew',
};

/** Kinds that repeat or explain a no: where none was filed yet, they are the no. */
const restating: readonly string[] = ['answer-why', 'stand-by-decision', 'final-no'];

/** What the person said no to, by the kind of the reply: it decides when to get back in touch (K102). */
const declined: Readonly<Record<string, 'invitation' | 'offer'>> = {
  'decline-invitation': 'invitation',
  'decline-invitation-short': 'invitation',
  'decline-invitation-referring': 'invitation',
  withdraw: 'invitation',
  'withdraw-short': 'invitation',
  'decline-offer': 'offer',
  'decline-offer-short': 'offer',
  'rescind-acceptance': 'offer',
  'stay-decline-new-employer': 'offer',
};

/** What the line in writing after a call restates, by the kind of the call (K57). Other kinds are confirmed by their own email. */
const afterCall: Readonly<Record<string, string>> = {
  'decline-offer': 'declined-offer',
  'decline-counteroffer': 'declined-counteroffer',
  'stay-decline-new-employer': 'rescinded-acceptance',
  'rescind-acceptance': 'rescinded-acceptance',
  'decline-invitation': 'declined-invitation',
  withdraw: 'withdrew',
};

/** The person has sent it, or made the call: what they sent is what is filed. */
export function sent(talk: Talk, opportunity: Opportunity, draft: Draft): void {
  if (draft.sentAt !== null) return say(talk, 'drafts.already-sent', { at: when(talk, draft.sentAt) });
  draft.sentAt = today(talk);
  const stands = opportunity.outcome !== null && opportunity.outcome !== 'negotiating';
  const restated = restating.includes(draft.kind) && !stands ? 'declined' : opportunity.outcome;
  const outcome = outcomes[draft.kind] ?? restated;
  if (outcome !== opportunity.outcome && opportunity.outcome !== null) close(opportunity, outcome, draft.id);
  opportunity.outcome = outcome;
  const called = isSpoken(draft);
  const settled = ['accepted', 'declined', 'withdrew', 'rescinded'].includes(opportunity.outcome ?? '');
  promiseAfterSending(talk, opportunity, { kind: draft.kind, called, settled });
  if (timesSent(opportunity, draft.kind) > 1) forgetNoAnswer(talk, opportunity);
  if (called) {
    say(talk, draft.channel === 'phone' ? 'drafts.called' : 'drafts.left', {}, [
      choice(
        talk,
        'drafts.buttons.follow-up',
        { do: 'draft', draft: draft.id, deed: 'follow-up' },
        'primary',
      ),
    ]);
  } else {
    const { id } = opportunity;
    const tookBack = draft.kind === 'rescind-acceptance' || draft.reason === 'rescinded-acceptance';
    say(talk, `drafts.sent.${draft.kind}`, {}, [
      choice(talk, 'conversation.buttons.answered', { do: 'start', flow: 'pushback', about: id }),
      ...(tookBack
        ? [choice(talk, 'drafts.buttons.look-back', { do: 'start', flow: 'look-back', about: id })]
        : []),
    ]);
  }
  offerCalendar(talk, opportunity);
  const until = draft.facts['until'];
  if (draft.kind === 'hold' && until !== undefined) {
    // The day that was named is the day to decide by.
    opportunity.decision = null;
    opportunity.decidedAt = null;
    promiseDecideBy(talk, opportunity, until);
  }
  const after = declined[draft.kind];
  if (after !== undefined && !asksToStayInTouch(talk, opportunity))
    open(talk, 'stay-in-touch', opportunity.id, { after });
  if (!talk.state.paused) goOn(talk);
}

function asksToStayInTouch(talk: Talk, { id, facts }: Opportunity): boolean {
  const isAsking = talk.state.frames.some(({ flow, about }) => flow === 'stay-in-touch' && about === id);
  return isAsking || facts['interest'] !== undefined;
}

/** After a call: the same decision in a short email, the same day (K49, K57). After a voicemail nobody has talked yet: the whole email (K51). */
export function followUp(talk: Talk, opportunity: Opportunity, draft: Draft): void {
  const restates = draft.channel === 'phone' ? afterCall[draft.kind] : undefined;
  const { reason, register, facts } = draft;
  const wanted: Wanted =
    restates === undefined
      ? { kind: draft.kind, reason, channel: 'email', register, facts }
      : { kind: 'follow-up-after-call', reason: restates, channel: 'email', register, facts: {} };
  showDraft(talk, opportunity, newDraft(talk, opportunity, wanted), text(talk, 'drafts.ready'));
}

/** The last message once more, word for word; more than one confirmation is not owed (K88). */
export function repeatDraft(talk: Talk, opportunity: Opportunity): void {
  const last = opportunity.drafts.findLast((one) => one.sentAt !== null);
  if (!last) {
    open(talk, 'reply', opportunity.id, {});
    return goOn(talk, text(talk, 'drafts.nothing-sent'));
  }
  if (timesSent(opportunity, last.kind) > 1) return say(talk, 'drafts.confirmed-once');
  const draft: Draft = { ...last, id: nextId(talk, 'd'), sentAt: null };
  opportunity.drafts.push(draft);
  showDraft(talk, opportunity, draft, text(talk, 'drafts.once-more'));
}

const timesSent = ({ drafts }: Opportunity, kind: string): number =>
  drafts.filter((draft) => draft.kind === kind && draft.sentAt !== null).length;
