import {
  type Candidate,
  type Comparison,
  criteria,
  type PayQuestion,
  rated,
  totalPay,
} from '../assess/comparison.js';
import type { Answers, View } from '../conversation/flow.js';
import { showPay } from '../conversation/show.js';
import { gauge } from '../journal/picture.js';
import type { CardMessage } from '../message.js';
import type { Range, RangesPicture } from '../picture.js';
import type { Words } from '../words.js';
import { card } from './cards.js';

const KEY = 'comparison.picture';

/** A bar for each, a sentence, what would change it, and what is to be asked (K39). */
export function comparisonCard(
  { answers, words }: View,
  candidates: readonly Candidate[],
  found: Comparison,
): CardMessage {
  const text = (key: string, variables = {}): string => words.text(`coach.${KEY}.${key}`, variables);
  const name = (index: number): string => nameOf(answers, index, words);
  const leader = found.leader === null ? '' : name(found.leader);
  const rows = rowsOf(answers, found, words);
  const reach = rows.map(({ label, from, to }) =>
    text(from === to ? 'line' : 'line-open', { name: label, bar: gauge(from / 100, to / 100), from, to }),
  );
  const made = card(KEY, words, text(`standing.${found.standing}`, { leader }), [
    { heading: text('headings.picture'), items: reach },
    ...candidates.map((candidate, index) => ({
      heading: name(index),
      items: behind(candidate, words),
    })),
    {
      heading: text('headings.flips'),
      items: found.flips.slice(0, 3).map(({ criterion, weight, leader: other }) =>
        text('flip', {
          criterion: text(`weighed.${criterion}`),
          weight: text(`weights.${weight}`),
          leader: name(other),
        }),
      ),
    },
    { heading: text('headings.questions'), items: questions(found, name, words) },
  ]);
  return { ...made, picture: comparisonPicture(rows, words) };
}

/** How far each is sure and could still come; none while nothing can be told of all. */
export function rowsOf(answers: Answers, { reach, standing }: Comparison, words: Words): Range[] {
  if (standing === 'nothing') return [];
  return reach.map(({ sure, possible }, index) => ({
    label: nameOf(answers, index, words),
    from: Math.round(sure * 100),
    to: Math.round(possible * 100),
  }));
}

/** Null where there is nothing to draw. */
export function comparisonPicture(rows: readonly Range[], words: Words): RangesPicture | null {
  const text = (key: string, variables = {}): string => words.text(`coach.${KEY}.${key}`, variables);
  if (rows.length === 0) return null;
  return {
    kind: 'ranges',
    title: text('title'),
    facts: rows.map(({ label: name, from, to }) =>
      text(from === to ? 'fact' : 'fact-open', { name, from, to }),
    ),
    names: { sure: text('sure'), possible: text('possible') },
    rows,
  };
}

function nameOf(answers: Answers, index: number, words: Words): string {
  const name = answers[`name${index + 1}`];
  return typeof name === 'string' ? name : words.text(`coach.${KEY}.unnamed`, { number: index + 1 });
}

/** What was said, and nothing for what was not. */
function behind(candidate: Candidate, words: Words): string[] {
  const total = totalPay(candidate);
  const label = (criterion: string): string => words.text(`coach.${KEY}.criteria.${criterion}`);
  const said = (criterion: string, value: string): string =>
    words.text(`coach.${KEY}.said`, { criterion: label(criterion), value });
  const isSure = candidate.pay?.min === candidate.pay?.max;
  const pay = total && showPay({ ...total, min: total.sure, max: isSure ? total.sure : null }, words);
  return [
    ...(pay === null ? [] : [said('pay', pay)]),
    ...rated.flatMap((criterion) => {
      const rating = candidate.ratings[criterion];
      return rating === undefined ? [] : [said(criterion, words.text(`coach.${KEY}.ratings.${rating}`))];
    }),
  ];
}

/** One line a question; those about people, place and so on are put together for each criterion. */
function questions(
  { open, payQuestions }: Comparison,
  name: (index: number) => string,
  words: Words,
): string[] {
  const list = (of: readonly number[]): string => new Intl.ListFormat(words.locale).format(of.map(name));
  const about = ({ id, of }: PayQuestion): string =>
    words.text(`coach.${KEY}.pay-questions.${id}`, { names: list(of) });
  const ratings = criteria.flatMap((criterion) => {
    const of = open.filter((one) => one.criterion === criterion).map(({ candidate }) => candidate);
    return of.length === 0 ? [] : [words.text(`coach.${KEY}.questions.${criterion}`, { names: list(of) })];
  });
  return [...payQuestions.map(about), ...ratings];
}
