import { confidenceCard } from '../journal/cards.js';
import { entries } from '../journal/log.js';
import { active, open } from './frames.js';
import { goOn } from './respond.js';
import { choice, opportunityOf, say, type Talk } from './talk.js';

/** Three reasons, the story in two lines and one action: what was kept, or the questions for it (K104). */
export function confidenceTopic(talk: Talk): void {
  const decided = entries(talk.state.opportunities).map(({ id }) => id);
  const now = active(talk)?.opportunity.id;
  const about = decided.find((id) => id === now) ?? decided.at(-1) ?? null;
  const kept = talk.state.profile.confidence;
  if (!kept) return startConfidence(talk, about);
  const code = opportunityOf(talk, kept.about)?.code ?? '';
  talk.messages.push({
    ...confidenceCard(kept, code, talk.context.words),
    choices:
      about === null ? [] : [choice(talk, 'confidence.anew', { do: 'start', flow: 'confidence', about })],
  });
}

function startConfidence(talk: Talk, about: string | null): void {
  if (about === null) return say(talk, 'confidence.none');
  open(talk, 'confidence', about, {});
  goOn(talk);
}
