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
  const keptFor = kept && opportunityOf(talk, kept.about);
  if (!kept || !keptFor) return startConfidence(talk, about);
  talk.messages.push({
    ...confidenceCard(kept, keptFor.code, talk.context.words),
    choices: [choice(talk, 'confidence.anew', { do: 'start', flow: 'confidence', about: keptFor.id })],
  });
}

function startConfidence(talk: Talk, about: string | null): void {
  if (about === null) return say(talk, 'confidence.none');
  open(talk, 'confidence', about, {});
  goOn(talk);
}
