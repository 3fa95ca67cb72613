import { describe, expect, test } from 'vitest';

import { render } from '../../src/channels/slack/render.js';
import { renderMessage } from '../../src/channels/teams/render.js';
import { renderText } from '../../src/channels/terminal/render.js';
import { render as view } from '../../src/channels/web/render.js';
import { flows } from '../../src/coach/flows/registry.js';
import { type Message, toPlainText } from '../../src/coach/message.js';
import { buttonsOf, CoachAlone } from '../stories/coach-alone.js';
import { problemsOf } from './slack/block-kit.js';
import { lintActivity } from './teams/card-lint.js';

/** What would be more than text somewhere: in Slack, in Teams' Markdown, in a template, on a page, in a statement. */
const INJECTIONS = [
  '<!channel> wake up',
  '<@U123ABC> look',
  '<https://evil.example|your pay slip>',
  '[your pay slip](https://evil.example)',
  '**bold** _it_ `code` # head',
  '{{constructor}} {{{me}}} {{#x}}y{{/x}}',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  "'; drop table people; --",
  '<at>Robin</at> &amp; &lt;b&gt;',
];

/** Every answer that can be typed is the injection; the rest is answered as somebody would. */
function tellEverywhere(
  flow: string,
  injection: string,
): { coach: CoachAlone; messages: Message[]; typed: number } {
  const coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
  const messages = [...coach.do({ type: 'click', action: JSON.stringify({ do: 'start', flow }) })];
  let typed = 0;
  for (let turn = 0; turn < 60; turn += 1) {
    const question = messages.findLast((message) => message.kind === 'question');
    if (question?.kind !== 'question' || question !== messages.at(-1)) break;
    const option = question.field === 'choice' ? question.choices[0] : undefined;
    const isText = question.field === 'text' || question.field === 'long-text';
    if (isText) typed += 1;
    const value = isText ? injection : question.field === 'pay' ? '80k a year' : 'in ten days';
    // As a text box hands it over, so that no word in it is taken for a command.
    messages.push(
      ...coach.do(
        option ? { type: 'click', action: option.action } : { type: 'click', action: question.answer, value },
      ),
    );
  }
  for (const message of [...messages])
    if (message.kind === 'draft')
      messages.push(...coach.do({ type: 'click', action: message.edit, value: `Hello,\n\n${injection}` }));
  for (const word of ['list', 'drafts', 'log', 'reminders', 'ledger', 'checklist'])
    messages.push(...coach.do({ type: 'text', text: word }));
  coach.do({ type: 'text', text: 'export' });
  messages.push(...coach.do({ type: 'click', action: JSON.stringify({ do: 'expected', value: 'show' }) }));
  messages.push(...coach.moveClock('2026-12-20T10:00'));
  return { coach, messages, typed };
}

/** Every value at any depth. */
function* nodes(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* nodes(inner);
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('what a person types stays text', () => {
  for (const flow of Object.keys(flows))
    test(`in every field of ${flow}, on every channel`, () => {
      for (const injection of INJECTIONS) {
        const { messages, typed, coach } = tellEverywhere(flow, injection);
        const own = flat(injection);
        const isIn = (text: string): boolean => flat(text).includes(own);
        // What a flow keeps, it shows again.
        if (typed > 0 && JSON.stringify(coach.state).includes(JSON.stringify(injection).slice(1, -1)))
          expect(
            messages.some((message) => isIn(toPlainText(message))),
            `${flow}: ${injection}`,
          ).toBe(true);
        for (const message of messages) {
          const holds = isIn(toPlainText(message));
          const labels = buttonsOf(message).map(({ label }) => label);

          const slack = render(message, coach.words);
          expect(problemsOf(slack), message.key).toEqual([]);
          for (const node of nodes(slack.blocks))
            expect(String(node['type'])).not.toMatch(/^(?:mrkdwn|link|user|broadcast|channel)$/);
          const shown = [...nodes(slack.blocks)]
            .map((node) => node['text'])
            .filter((text) => typeof text === 'string');
          const isCut = JSON.stringify(slack.blocks).includes(coach.words.text('slack.cut'));
          if (holds && !isCut)
            expect(isIn(shown.join(' ')), `Slack, ${message.key}: ${injection}`).toBe(true);

          const activities = renderMessage(message, coach.words);
          for (const activity of activities)
            expect(lintActivity(activity as unknown as Record<string, unknown>), message.key).toEqual([]);
          if (holds)
            expect(
              isIn([...nodes(activities)].map((node) => node['text'] ?? '').join(' ')),
              `Teams, ${message.key}`,
            ).toBe(true);

          // The page writes every string of a view as text, never as markup (see its own tests).
          const page = JSON.stringify(view(message));
          if (holds)
            expect(
              page.includes(JSON.stringify(injection).slice(1, -1)) || message.kind === 'draft',
              `web, ${message.key}`,
            ).toBe(true);
          if (holds) expect(isIn(renderText(message)), `terminal, ${message.key}`).toBe(true);
          for (const label of labels) expect(label.trim()).not.toBe('');
        }
      }
    });
});
