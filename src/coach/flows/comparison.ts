import {
  type Candidate,
  type Comparison,
  compare,
  criteria,
  type Rating,
  rated,
  ratings,
  type Weight,
  type Weighting,
  weights,
} from '../assess/comparison.js';
import type { Answers, Flow, Step } from '../conversation/flow.js';
import type { Pay } from '../conversation/state.js';
import { summary } from './cards.js';
import { comparisonCard, rowsOf } from './comparison-card.js';

/** How many can be put side by side; the first is the opportunity that the flow is about. */
export const PLACES = [1, 2, 3, 4] as const;

/** One form for each: its name, what it pays, and how it looks on each criterion. */
function form(place: number): Step[] {
  const shared = {
    group: `option${place}`,
    optional: true,
    ...(place > 2
      ? {
          reads: ['count'],
          when: (answers: Answers): boolean => Number(answers['count']) >= place,
        }
      : {}),
  };
  const fact = (name: string): { fact?: string } => (place === 1 ? { fact: name } : {});
  return [
    { id: `name${place}`, kind: 'company', ...shared, ...fact('company') },
    { id: `pay${place}`, kind: 'pay', ...shared, ...fact('pay') },
    { id: `top${place}`, kind: 'pay', ...shared },
    ...rated.map(
      (criterion): Step => ({
        id: `${criterion}${place}`,
        kind: 'choice',
        options: ratings,
        ...shared,
      }),
    ),
  ];
}

/** What was said about each, in order; skipped is not known. */
export function candidatesOf(answers: Answers): Candidate[] {
  const pay = (id: string): Pay | null => {
    const value = answers[id];
    return typeof value === 'object' ? value : null;
  };
  return PLACES.slice(0, Number(answers['count'])).map((place) => ({
    pay: pay(`pay${place}`),
    onTop: pay(`top${place}`),
    ratings: Object.fromEntries(
      rated.flatMap((criterion) => {
        const value = answers[`${criterion}${place}`];
        return typeof value === 'string' ? [[criterion, value as Rating]] : [];
      }),
    ),
  }));
}

/** All count the same unless the person weighs them; a skipped weight matters like the others. */
export function weightingOf(answers: Answers): Weighting {
  return Object.fromEntries(
    criteria.map((criterion) => [criterion, (answers[`weight-${criterion}`] ?? 'matters') as Weight]),
  ) as Weighting;
}

export function compareAnswers(answers: Answers): Comparison {
  return compare(candidatesOf(answers), weightingOf(answers));
}

/** Up to four opportunities, the present job included, on the same criteria (K13, K39). */
export const comparison: Flow = {
  id: 'comparison',
  version: 1,
  steps: [
    { id: 'count', kind: 'choice', options: ['2', '3', '4'] },
    { id: 'weigh', kind: 'choice', options: ['same', 'own'] },
    ...criteria.map(
      (criterion): Step => ({
        id: `weight-${criterion}`,
        kind: 'choice',
        options: weights,
        group: 'weights',
        optional: true,
        reads: ['weigh'],
        when: (answers) => answers['weigh'] === 'own',
      }),
    ),
    ...PLACES.flatMap(form),
    {
      id: 'result',
      kind: 'choice',
      options: ['fits', 'off', 'unsure'],
      preface: (view) => [
        comparisonCard(view, candidatesOf(view.answers), compareAnswers(view.answers)),
        summary({ ...view, answers: said(view.answers) }),
      ],
    },
  ],
  conclude: ({ answers, words }) => ({
    events: [{ type: 'compared', rows: rowsOf(answers, compareAnswers(answers), words) }],
    say: String(answers['result']),
  }),
};

/** What was answered, each with its button; what was skipped is among the questions already. */
function said(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null));
}
