import { encodeAction } from '../conversation/action.js';
import type { View } from '../conversation/flow.js';
import type { CardMessage } from '../message.js';
import { card } from './cards.js';
import type { Nearness } from './interview-day.js';

/** Going there, openly: what to say early, where leverage ends, and one next step (K32, K38). */
export function goingCard(view: View, near: Nearness): CardMessage {
  const { words, answers, opportunity } = view;
  const of = (part: string): string => words.text(`coach.going.${part}`);
  const step = near === 'passed' || near === 'soon' ? near : 'ahead';
  const about = answers['beyond'] === undefined ? [] : [of('said-yes')];
  return {
    ...card('going', words, of(near === 'passed' ? 'over' : 'intro'), [
      { heading: of('open'), items: [...about, ...words.list('coach.going.openly')] },
      { heading: of('limit'), items: [of('leverage')] },
      { heading: of('next'), items: [of(`step.${step}`)] },
    ]),
    choices: [
      {
        label: of('been-there'),
        action: encodeAction({ do: 'start', flow: 'interviewed', about: opportunity.id }),
      },
      {
        label: of('feedback'),
        action: encodeAction({ do: 'start', flow: 'feedback', about: opportunity.id }),
      },
    ],
  };
}
