import { touchesOthers } from '../flows/bring-in.js';
import type { Choice, Field, Form, QuestionMessage } from '../message.js';
import { encodeAction } from './action.js';
import { optionsOf, progress, type Step } from './flow.js';
import { type Active, viewOf } from './frames.js';
import { readWithin } from './read.js';
import { showValue } from './show.js';
import type { Value } from './state.js';
import { choice, preview, type Talk, text, toControl, toTopic } from './talk.js';

const fields: Readonly<Record<Step['kind'], Field>> = {
  text: 'text',
  'long-text': 'long-text',
  company: 'text',
  date: 'date',
  pay: 'pay',
  choice: 'choice',
};

/** Asks the open question: what comes before it, the question, and the buttons that fit. */
export function ask(talk: Talk, now: Active, step: Step, lead = ''): void {
  introduce(talk, now, step);
  talk.messages.push(question(talk, now, step, lead));
}

/** The summary and the recommendation before a decision: once, and again when an answer changed or on request. */
function introduce(talk: Talk, now: Active, step: Step): void {
  const { frame } = now;
  if (!step.preface || frame.again !== null || frame.introduced === frame.undo.length) return;
  frame.introduced = frame.undo.length;
  talk.messages.push(...step.preface(viewOf(talk, now)));
}

function question(talk: Talk, now: Active, step: Step, lead: string): QuestionMessage {
  const { flow, frame } = now;
  const words = wordsOf(talk, now, step);
  const current = frame.cells[step.id];
  const told = frame.again === step.id ? null : readWithin(talk, now, step);
  const soFar =
    frame.again === step.id && current
      ? text(talk, 'conversation.so-far', { value: showValue(flow, step, current.value, talk.context.words) })
      : '';
  return {
    kind: 'question',
    key: `${flow.id}.${step.id}`,
    preview: preview(talk, 'question'),
    text: [lead, soFar, told ? confirmation(talk, now, step, told.value) : words.ask]
      .filter(Boolean)
      .join('\n\n'),
    progress: progressText(talk, now, step),
    field: fields[step.kind],
    answer: encodeAction({ do: 'answer', frame: frame.id, step: step.id }),
    choices: [
      ...(told ? [yesTo(talk, now, step, told.value)] : []),
      ...optionChoices(talk, now, step),
      ...extras(talk, now, step),
    ],
    controls: controlsOf(talk, now, step),
    form: formOf(talk, now, step),
  };
}

const confirmation = (talk: Talk, { flow }: Active, step: Step, value: Value): string =>
  text(talk, `${flow.id}.steps.${step.id}.confirm`, {
    value: showValue(flow, step, value, talk.context.words),
  });

const yesTo = (talk: Talk, { frame }: Active, step: Step, value: Value): Choice =>
  choice(talk, 'conversation.buttons.yes', {
    do: 'answer',
    frame: frame.id,
    step: step.id,
    value: String(value),
  });

/** The words of a step, with what they may name filled in. */
export function wordsOf(
  talk: Talk,
  { flow, opportunity, answers }: Active,
  step: Step,
): { ask: string; why: string; label: string } {
  const company = answers['company'] ?? opportunity.facts['company'];
  const variables = {
    company: typeof company === 'string' ? company : opportunity.code,
    code: opportunity.code,
  };
  const of = (part: string): string => text(talk, `${flow.id}.steps.${step.id}.${part}`, variables);
  return { ask: of('ask'), why: of('why'), label: of('label') };
}

/** "3 of about 7": never goes backwards, and never stands in front of a single question. */
function progressText(talk: Talk, { frame, steps }: Active, step: Step): string | null {
  const { done, of } = progress(steps, step);
  if (of < 3) return null;
  frame.shown = Math.max(frame.shown, done);
  return text(talk, 'conversation.progress', { done: frame.shown, of: Math.max(of, frame.shown) });
}

function optionChoices(talk: Talk, { flow, frame, answers }: Active, step: Step): Choice[] {
  return optionsOf(step, answers).map((option) => ({
    label: text(talk, `${flow.id}.steps.${step.id}.options.${option}`),
    action: encodeAction({ do: 'answer', frame: frame.id, step: step.id, value: option }),
  }));
}

/** The ledger and the checklist are offered where the decision is made, and others to ask where it touches them (K35–K37). */
function extras(talk: Talk, { flow, answers }: Active, step: Step): Choice[] {
  if (step.id !== 'decision') return [];
  return [
    toTopic(talk, 'ledger'),
    toTopic(talk, 'checklist'),
    ...(answers['alternatives'] === 'another-offer' ? [toTopic(talk, 'compare')] : []),
    ...(touchesOthers(flow.id, answers) ? [toTopic(talk, 'bring-in')] : []),
  ];
}

function controlsOf(talk: Talk, { frame, steps }: Active, step: Step): Choice[] {
  const first = steps.every((other) => other === step || frame.cells[other.id] === undefined);
  return [
    ...(frame.again === step.id ? [toTopic(talk, 'keep')] : []),
    ...(step.optional && frame.again !== step.id ? [toControl(talk, 'skip')] : []),
    ...(step.group && step.optional ? [toTopic(talk, 'enough')] : []),
    ...(first ? [] : [toControl(talk, 'back')]),
    toControl(talk, 'why'),
    toControl(talk, 'pause'),
  ];
}

/** The unanswered questions of the open question's group as one form. */
function formOf(talk: Talk, now: Active, step: Step): Form | null {
  if (!step.group || now.frame.again !== null) return null;
  const form = groupForm(talk, now, step.group);
  return form && form.fields.length > 1 ? form : null;
}

/** The unanswered questions of a group as one form, however many are left; null when none is, or there is no such group. */
export function groupForm(talk: Talk, now: Active, group: string): Form | null {
  const { flow, frame, steps, answers } = now;
  const open = steps.filter((step) => step.group === group && answers[step.id] === undefined);
  if (open.length === 0) return null;
  return {
    title: text(talk, `${flow.id}.forms.${group}`),
    fields: open.map((step) => {
      const { label, ask } = wordsOf(talk, now, step);
      const own = `${flow.id}.steps.${step.id}.hint`;
      const hint = talk.context.words.has(`coach.${own}`) ? text(talk, own) : ask;
      return {
        id: step.id,
        label,
        hint,
        required: !step.optional,
        field: fields[step.kind],
        options: optionsOf(step, answers).map((value) => ({
          value,
          label: text(talk, `${flow.id}.steps.${step.id}.options.${value}`),
        })),
        value: null,
      };
    }),
    submit: choice(talk, 'conversation.buttons.submit', { do: 'form', frame: frame.id, group }),
  };
}
