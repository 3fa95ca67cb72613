import mustache from 'mustache';
import { render } from '../../dist/channels/slack/render.js';
import { renderMessage } from '../../dist/channels/teams/render.js';
import { advance } from '../../dist/coach/conversation/advance.js';
import { listDrafts } from '../../dist/coach/draft/catalogue.js';
import { composeDraft } from '../../dist/coach/draft/compose.js';
import { context, FOUR_ANSWERS, words } from '../bowout.mjs';

export const measure = {
  title: 'Render one question to Block Kit and to an Adaptive Card; write one draft',
  unit: 'µs each',
  better: 'lower',
  sides: ['slack', 'teams', 'mustache question', 'draft', 'mustache draft'],
  goals: [
    { side: 'slack', over: 'mustache question', atMost: 4 },
    { side: 'teams', over: 'mustache question', atMost: 4 },
    { side: 'draft', over: 'mustache draft', atMost: 4 },
  ],
  note:
    'Beside them, Mustache renders the same texts: the question with its progress, labels and buttons, each with one ' +
    'value put in; the draft as one template with the person’s facts put in.',
};

export function run(side, { quick }) {
  const count = quick ? 2_000 : 20_000;
  const work = works[side]();
  for (let n = 0; n < count / 4; n++) work(n);
  const started = performance.now();
  for (let n = 0; n < count; n++) work(n);
  return { value: ((performance.now() - started) * 1_000) / count };
}

const works = {
  slack: () => () => render(question, words),
  teams: () => () => renderMessage(question, words),
  'mustache question': () => {
    const texts = textsOf(question).map((text) => `${text} {{name}}`);
    return (n) => texts.map((text) => mustache.render(text, { name: n }));
  },
  draft: () => () => composeDraft(request, words),
  'mustache draft': () => {
    const { text, subjects } = composeDraft(request, words);
    const template = [...subjects, text]
      .join('\n')
      .replaceAll(facts.company, '{{company}}')
      .replaceAll(facts.name, '{{name}}')
      .replaceAll(facts.role, '{{role}}')
      .replaceAll(facts.me, '{{me}}');
    return () => mustache.render(template, facts);
  },
};

const facts = {
  me: 'Kim',
  name: 'Dana Fox',
  role: 'data engineer',
  company: 'Acme',
  date: 'Friday',
  ask: 'two more days',
};
const request = {
  ...listDrafts(words).find(({ kind, channel }) => kind === 'decline-offer' && channel === 'email'),
  facts,
};
const question = [...FOUR_ANSWERS.slice(0, 3)]
  .reduce(({ state }, text) => advance(state, { type: 'text', text }, context), { state: null })
  .messages.at(-1);

function textsOf({ text, progress, choices, controls, preview }) {
  const labels = [...(choices ?? []), ...(controls ?? [])].map(({ label }) => label);
  return [text, progress ?? '', preview, ...labels];
}
