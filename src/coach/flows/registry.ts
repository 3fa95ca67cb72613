import type { Flow } from '../conversation/flow.js';
import { confidence } from './confidence.js';
import { counteroffer } from './counteroffer.js';
import { decideBy } from './decide-by.js';
import { developmentGoal } from './development-goal.js';
import { feedback } from './feedback.js';
import { ledger } from './ledger.js';
import { offer } from './offer.js';
import { quarterlyReview } from './quarterly-review.js';
import { reply } from './reply.js';
import { stayInTouch } from './stay-in-touch.js';

/** Every flow by its id. */
export const flows: Readonly<Record<string, Flow>> = Object.fromEntries(
  [
    offer,
    counteroffer,
    reply,
    decideBy,
    ledger,
    stayInTouch,
    confidence,
    developmentGoal,
    feedback,
    quarterlyReview,
  ].map((flow) => [flow.id, flow]),
);

/** Throws for a flow that no version knows. */
export function flowById(id: string): Flow {
  const flow = flows[id];
  if (!flow) throw new Error(`There is no flow "${id}": the flows are ${Object.keys(flows).join(', ')}.`);
  return flow;
}
