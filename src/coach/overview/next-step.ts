import type { Action } from '../conversation/action.js';
import { encodeAction } from '../conversation/action.js';
import type { Opportunity } from '../conversation/state.js';
import { type Talk, text } from '../conversation/talk.js';
import { isPending } from '../journal/log.js';
import type { Choice } from '../message.js';

/** What comes next for an opportunity, and the button that goes there. */
export interface NextStep {
  readonly id: 'under-way' | 'send' | 'wait' | 'go' | 'decide' | 'write';
  readonly text: string;
  readonly choice: Choice;
}

export function nextStep(talk: Talk, opportunity: Opportunity): NextStep {
  const { id: about, code, flow } = opportunity;
  const frame = talk.state.frames.findLast((one) => one.about === about);
  const last = opportunity.drafts.at(-1);
  const step = (id: NextStep['id'], action: Action, title = ''): NextStep => ({
    id,
    text: text(talk, `overview.next.${id}.text`, { title }),
    choice: { label: text(talk, `overview.next.${id}.button`, { code }), action: encodeAction(action) },
  });
  if (frame) return step('under-way', { do: 'continue', about }, text(talk, `${frame.flow}.title`));
  if (last?.sentAt === null) return step('send', { do: 'draft', draft: last.id, deed: 'show' });
  if (isWaiting(opportunity)) return step('wait', { do: 'start', flow: 'pushback', about });
  const { decision } = opportunity;
  if (decision === 'go' || decision === 'go-on')
    return step('go', { do: 'start', flow: 'interviewed', about });
  const asksForTime = decision === 'ask-for-time' || decision === 'hold';
  if (isPending(decision) && !asksForTime) return step('decide', { do: 'start', flow, about });
  return step('write', { do: 'start', flow: 'reply', about });
}

/** Something went out, and an answer may come. Whoever named a day to answer by owes the answer instead. */
function isWaiting({ decision, drafts }: Opportunity): boolean {
  const sent = drafts.at(-1);
  return sent !== undefined && !(decision === null && sent.kind === 'hold');
}
