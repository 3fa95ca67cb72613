import { describe, expect, test } from 'vitest';

import { render } from '../../src/channels/slack/render.js';
import { renderMessage } from '../../src/channels/teams/render.js';
import { renderText } from '../../src/channels/terminal/render.js';
import { render as view } from '../../src/channels/web/render.js';
import type { Flow } from '../../src/coach/conversation/flow.js';
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

/** The steps of a flow that take words of the person's own. */
const textSteps = (flow: Flow): string[] =>
  flow.steps
    .filter(({ kind }) => ['text', 'long-text', 'company'].includes(kind))
    .map(({ id }) => `${flow.id}.${id}`);

interface Told {
  readonly coach: CoachAlone;
  readonly messages: Message[];
  /** The questions that were answered with the words. */
  readonly typed: readonly string[];
}

/** Every answer that can be typed is these words; of the options `pick` takes one. */
function tellEverywhere(flow: string, words: string, pick: (among: number) => number): Told {
  const coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
  const messages = [...coach.do({ type: 'click', action: JSON.stringify({ do: 'start', flow }) })];
  const typed: string[] = [];
  const click = (action: string, value?: string): void =>
    void messages.push(...coach.do({ type: 'click', action, ...(value === undefined ? {} : { value }) }));
  for (let turn = 0; turn < 60; turn += 1) {
    const question = messages.at(-1);
    if (question?.kind !== 'question') break;
    const { field, answer, key } = question;
    // As a text box hands it over, so that no word in it is taken for a command.
    if (field === 'text' || field === 'long-text') {
      typed.push(key);
      click(answer, words);
      continue;
    }
    // Where it can't be an answer, it is tried all the same.
    if (!typed.includes(key)) {
      typed.push(key);
      click(answer, words);
      if (messages.at(-1)?.key !== key) continue;
    }
    const options = field === 'choice' ? question.choices : [];
    const option = options[pick(options.length)];
    if (option) click(option.action);
    else click(answer, field === 'pay' ? '80k a year' : 'in ten days');
  }
  for (const message of [...messages])
    if (message.kind === 'draft') click(message.edit, `Hello,\n\n${words}`);
  for (const word of [
    'list',
    'overview',
    'drafts',
    'log',
    'reminders',
    'ledger',
    'checklist',
    'confidence',
    'compare',
  ])
    messages.push(...coach.do({ type: 'text', text: word }));
  coach.do({ type: 'text', text: 'export' });
  click(JSON.stringify({ do: 'expected', value: 'show' }));
  messages.push(...coach.moveClock('2026-12-20T10:00'));
  return { coach, messages, typed };
}

/** The same choices each time, others for each walk. */
function walk(seed: number): (among: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (among) => {
    // The first walk takes the first option everywhere.
    if (seed === 0 || among === 0) return 0;
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * among);
  };
}

const MOST_WALKS = 400;

/** As many walks through a flow as are needed to come to each of its steps that take words. */
function walksThrough(flow: Flow): { readonly walks: number[]; readonly missed: readonly string[] } {
  const missed = new Set(textSteps(flow));
  const walks: number[] = [];
  for (let seed = 0; seed < MOST_WALKS && (missed.size > 0 || seed === 0); seed += 1) {
    const met = tellEverywhere(flow.id, 'plain words', walk(seed)).typed.filter((key) => missed.has(key));
    if (met.length === 0 && seed > 0) continue;
    walks.push(seed);
    for (const key of met) missed.delete(key);
  }
  return { walks, missed: [...missed] };
}

/** Every value at any depth. */
function* nodes(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* nodes(inner);
}

/** A source of the coach's, or a mail to nobody yet, with the whole text as its body. */
function isOwnLink(address: string): boolean {
  const { protocol, pathname, searchParams } = new URL(address);
  if (protocol !== 'mailto:') return protocol === 'https:' && !address.includes('evil');
  return pathname === '' && [...searchParams.keys()].every((name) => ['subject', 'body'].includes(name));
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('what a person types stays text', () => {
  for (const flow of Object.values(flows))
    test(`in every field of ${flow.id}, on every channel`, { timeout: 120_000 }, () => {
      const { walks, missed } = walksThrough(flow);
      expect(missed, 'every step that takes words is come to').toEqual([]);
      for (const [injection, seed] of INJECTIONS.flatMap((one) =>
        walks.map((each) => [one, each] as const),
      )) {
        const { messages, typed, coach } = tellEverywhere(flow.id, injection, walk(seed));
        const own = flat(injection);
        const isIn = (text: string): boolean => flat(text).includes(own);
        // What a flow keeps, it shows again.
        if (typed.length > 0 && JSON.stringify(coach.state).includes(JSON.stringify(injection).slice(1, -1)))
          expect(
            messages.some((message) => isIn(toPlainText(message))),
            `${flow.id}: ${injection}`,
          ).toBe(true);
        for (const message of messages) {
          const holds = isIn(toPlainText(message));
          const labels = buttonsOf(message).map(({ label }) => label);

          const slack = render(message, coach.words);
          expect(problemsOf(slack), message.key).toEqual([]);
          for (const node of nodes(slack.blocks)) {
            expect(String(node['type'])).not.toMatch(/^(?:mrkdwn|user|broadcast|channel)$/);
            if (node['type'] === 'link')
              expect(isOwnLink(String(node['url'])), String(node['url'])).toBe(true);
          }
          const shown = [...nodes(slack.blocks)]
            .map((node) => node['text'])
            .filter((text) => typeof text === 'string');
          const isCut = JSON.stringify(slack.blocks).includes(coach.words.text('slack.cut'));
          if (holds && !isCut)
            expect(isIn(shown.join(' ')), `Slack, ${message.key}: ${injection}`).toBe(true);

          const activities = renderMessage(message, coach.words, 'a1');
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
