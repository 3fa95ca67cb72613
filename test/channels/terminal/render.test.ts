import { expect, test } from 'vitest';
import { renderText } from '../../../src/channels/terminal/render.js';
import { CoachAlone } from '../../stories/coach-alone.js';

/** The draft of someone who only wants the words, as a terminal shows it. */
function draftOnScreen(): { coach: CoachAlone; screen: string } {
  const coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
  const lines = [
    'I just need the words to decline the offer from Acme',
    'a no',
    'no to an offer',
    'skip',
    'pay',
  ];
  const rest = ['skip', 'Ana', 'Robin', 'by email', 'warm'];
  const said = [...lines, ...rest].map((text) => coach.do({ type: 'text', text }));
  return { coach, screen: (said.at(-1) ?? []).map(renderText).join('\n') };
}

test('below a draft stands what can be typed to learn why it says what it says', () => {
  const { coach, screen } = draftOnScreen();
  const label = /\((Why [^·)]+)\)$/.exec(screen)?.[1];
  expect(label).toBeDefined();
  const said = coach.do({ type: 'text', text: label ?? '' });
  expect(said.map(({ key }) => key)).toEqual(['drafts.why']);
  expect(said.map(renderText).join('\n')).toContain('Thanks come first');
});
