import { type Talk, text, when } from '../conversation/talk.js';
import { dateOf } from '../remind/calendar.js';
import { type Part, part } from './part.js';

/** Reasons, story and next step that were kept, a line each (K104). */
export function confidencePart(talk: Talk): Part<string> {
  const kept = talk.state.profile.confidence;
  const lines = kept ? [...kept.reasons, kept.story, kept.action].filter((line) => line !== null) : [];
  return part(talk, 'confidence', 'confidence', lines, (line) => line);
}

/** What was set out to do differently, a line each look back, latest first (K100). */
export function reviewPart(talk: Talk): Part<string> {
  const { reviews } = talk.state.profile;
  return part(talk, 'review', 'review', reviews.toReversed(), ({ at, adjustments }) =>
    text(talk, 'overview.review', { date: when(talk, dateOf(at)), adjustments: adjustments.join('; ') }),
  );
}
