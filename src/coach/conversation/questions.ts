import type { Texts } from '../words.js';
import { say, type Talk } from './talk.js';

/**
 * Answers a question that was asked in the middle. Its words are `coach.questions.<id>`: `match` lists what must be
 * in the question, each a few word beginnings; `text` is the answer. False when it is none that the coach knows.
 */
export function answerQuestion(talk: Talk, typed: string): boolean {
  const topics = talk.context.words.group('coach.questions');
  for (const [id, topic] of Object.entries(topics)) {
    if (asks(typed, (topic as Texts)['match'] as readonly string[])) {
      say(talk, `questions.${id}.text`);
      return true;
    }
  }
  return false;
}

/** Whether it is a question that holds one of the matches. */
export function asks(typed: string, matches: readonly string[]): boolean {
  if (!isQuestion(typed)) return false;
  const asked = typed.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  return matches.some((match) => holds(asked, match));
}

const OPENERS =
  /^(who|whose|what|which|why|how|when|where|is|are|am|can|could|will|would|do|does|did|should|may)\b/i;

export function isQuestion(typed: string): boolean {
  return typed.trim().endsWith('?') || OPENERS.test(typed.trim());
}

function holds(asked: readonly string[], match: string): boolean {
  return match.split(' ').every((stem) => asked.some((word) => word.startsWith(stem)));
}
