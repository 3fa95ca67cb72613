import type { Flow } from '../conversation/flow.js';
import { accepted } from './accepted.js';
import { beforeNo } from './before-no.js';
import { comparison } from './comparison.js';
import { confidence } from './confidence.js';
import { counteroffer } from './counteroffer.js';
import { decideBy } from './decide-by.js';
import { developmentGoal } from './development-goal.js';
import { feedback } from './feedback.js';
import { interviewed } from './interviewed.js';
import { invited } from './invited.js';
import { invitedAfterAccepting } from './invited-after-accepting.js';
import { ledger } from './ledger.js';
import { lookBack } from './look-back.js';
import { offer } from './offer.js';
import { offerWithdrawn } from './offer-withdrawn.js';
import { pushback } from './pushback.js';
import { quarterlyReview } from './quarterly-review.js';
import { reconnect } from './reconnect.js';
import { rehearse } from './rehearse.js';
import { reply } from './reply.js';
import { stayInTouch } from './stay-in-touch.js';

/** Every flow by its id. */
export const flows: Readonly<Record<string, Flow>> = Object.fromEntries(
  [
    invited,
    invitedAfterAccepting,
    interviewed,
    offer,
    counteroffer,
    reply,
    decideBy,
    ledger,
    stayInTouch,
    comparison,
    confidence,
    developmentGoal,
    feedback,
    quarterlyReview,
    accepted,
    offerWithdrawn,
    pushback,
    reconnect,
    rehearse,
    beforeNo,
    lookBack,
  ].map((flow) => [flow.id, flow]),
);

/** Throws for a flow that no version knows. */
export function flowById(id: string): Flow {
  const flow = flows[id];
  if (!flow) throw new Error(`There is no flow "${id}": the flows are ${Object.keys(flows).join(', ')}.`);
  return flow;
}
