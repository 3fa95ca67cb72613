import { readKind } from '../draft/catalogue.js';
import { newDraft, showDraft } from './drafts.js';
import type { CoachEvent } from './event.js';
import { promiseDecideBy, promiseReconnect, promiseToSend } from './promises.js';
import type { Opportunity } from './state.js';
import { type Talk, text, today } from './talk.js';

/** Applies what a flow concluded to the opportunity it is about. */
export function happen(talk: Talk, opportunity: Opportunity, event: CoachEvent): void {
  switch (event.type) {
    case 'decided':
      opportunity.decision = event.decision;
      opportunity.decidedAt = today(talk);
      promiseToSend(talk, opportunity);
      return;
    case 'decide-by':
      promiseDecideBy(talk, opportunity, event.date);
      return;
    case 'reconnect-in':
      promiseReconnect(talk, opportunity, event.months);
      return;
    case 'compose': {
      const { answers } = event;
      const kind = String(answers['kind']);
      const channels = readKind(kind, talk.context.words).channels;
      const wanted = answers['channel'] === 'phone' && channels.includes('phone') ? 'phone' : 'email';
      const draft = newDraft(talk, opportunity, {
        kind,
        reason: String(answers['reason'] ?? 'none'),
        channel: wanted,
        register: talk.state.profile.register ?? 'warm',
        facts: Object.fromEntries(
          ['ask', 'until', 'appreciation'].flatMap((id) => {
            const value = answers[id];
            return typeof value === 'string' ? [[id, value]] : [];
          }),
        ),
      });
      showDraft(talk, opportunity, draft, text(talk, 'drafts.ready'));
    }
  }
}
