import { isFresh, type Note, readCautions, readNotes } from '../evidence/notes.js';
import { card } from '../flows/cards.js';
import { formatLocal } from '../remind/calendar.js';
import { encodeAction } from './action.js';
import { active } from './frames.js';
import { asks } from './questions.js';
import { say, type Talk, text, today, toTopic } from './talk.js';

/** "Why do you say that?", "What do studies say?" */
export function asksForEvidence(talk: Talk, typed: string): boolean {
  return asks(typed, talk.context.words.group('coach.evidence')['match'] as readonly string[]);
}

/** The graded notes about what is open now, or all of them. Folklore is named as such. */
export function showEvidence(talk: Talk): void {
  const { words } = talk.context;
  const flow = active(talk)?.flow.id;
  const fresh = readNotes(words).filter(({ asOf }) => isFresh(asOf, today(talk)));
  const near = fresh.filter(({ topics }) => topics.some((topic) => topic.split('.')[0] === flow));
  const notes = near.length > 0 ? near : fresh;
  const of = (grade: string): string[] =>
    notes.filter((note) => note.grade.startsWith(grade)).map((note) => noteLine(talk, note));
  const sections = ['A', 'B', 'C'].map((grade) => ({
    heading: text(talk, `evidence.grades.${grade}`),
    items: of(grade),
  }));
  talk.messages.push({
    ...card('evidence', words, text(talk, notes.length > 0 ? 'evidence.intro' : 'evidence.stale'), sections),
    choices: [toTopic(talk, 'cautions')],
  });
}

function noteLine(talk: Talk, { text: claim, grade, source, asOf }: Note): string {
  return text(talk, 'evidence.line', {
    claim,
    grade,
    source,
    asOf: formatLocal(asOf, talk.context.words.locale),
  });
}

/** Which country's cautions? They are shown on request, and stop nobody. */
export function askWhichCaution(talk: Talk): void {
  say(
    talk,
    'evidence.which',
    {},
    readCautions(talk.context.words).map(({ country, title }) => ({
      label: title,
      action: encodeAction({ do: 'caution', country }),
    })),
  );
}

/** One country's card; one that nobody has looked at for a year is not shown. */
export function showCaution(talk: Talk, country: string): void {
  const { words } = talk.context;
  const caution = readCautions(words).find((one) => one.country === country);
  if (!caution) return say(talk, 'conversation.gone');
  const { title, lines, source, asOf } = caution;
  const day = formatLocal(asOf, words.locale);
  if (!isFresh(asOf, today(talk))) return say(talk, 'evidence.caution-stale', { title, asOf: day });
  const sections = [
    { heading: text(talk, 'evidence.caution.heading'), items: lines },
    { heading: text(talk, 'evidence.caution.whom'), items: [text(talk, 'evidence.caution.counsel')] },
  ];
  talk.messages.push({
    ...card('evidence.caution', words, text(talk, 'evidence.caution.text', { source, asOf: day }), sections),
    title,
  });
}
