import { look } from '../conversation/frames.js';
import { type Talk, text, toTopic, when } from '../conversation/talk.js';
import { compareAnswers, comparison } from '../flows/comparison.js';
import { comparisonPicture, rowsOf } from '../flows/comparison-card.js';
import type { Choice } from '../message.js';
import type { RangesPicture } from '../picture.js';
import { dateOf } from '../remind/calendar.js';

export interface ComparisonPart {
  readonly heading: string;
  /** From when it is, or that there is none. */
  readonly text: string;
  /** Null while there is nothing to draw. It names employers, as they were typed for it. */
  readonly picture: RangesPicture | null;
  /** Begins a comparison, or goes on with it. */
  readonly start: Choice;
}

/** The comparison under way, else the last one as it ended (K39). */
export function comparisonPart(talk: Talk): ComparisonPart {
  const { words } = talk.context;
  const { compared, frames } = talk.state;
  const frame = frames.find(({ flow }) => flow === comparison.id);
  const answers = frame && look(talk, frame).answers;
  const soFar = answers && comparisonPicture(rowsOf(answers, compareAnswers(answers), words), words);
  const last = compared && comparisonPicture(compared.rows, words);
  const part = { heading: text(talk, 'overview.comparison.heading'), start: toTopic(talk, 'compare') };
  if (soFar) return { ...part, text: text(talk, 'overview.comparison.under-way'), picture: soFar };
  if (compared && last) {
    const date = when(talk, dateOf(compared.at));
    return { ...part, text: text(talk, 'overview.comparison.as-of', { date }), picture: last };
  }
  return { ...part, text: text(talk, 'overview.comparison.empty'), picture: null };
}
