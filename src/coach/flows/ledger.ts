import type { Flow } from '../conversation/flow.js';
import { ledgerCard } from './cards.js';

/** The cost ledger: what accepting brings, costs, and does in the long run; kept as the person's record (K35). */
export const ledger: Flow = {
  id: 'ledger',
  version: 1,
  steps: [
    { id: 'benefits', kind: 'long-text', fact: 'ledger.benefits', optional: true },
    { id: 'costs', kind: 'long-text', fact: 'ledger.costs', optional: true },
    { id: 'later', kind: 'long-text', fact: 'ledger.later', optional: true },
  ],
  conclude: (view) => ({ events: [], show: [ledgerCard(view.opportunity, view.words)] }),
};
