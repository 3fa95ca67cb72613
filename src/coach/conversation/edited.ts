import type { Choice } from '../message.js';
import { readCommand } from '../understand/command.js';
import { readDistress } from '../understand/distress.js';
import { readOpening } from '../understand/opening.js';
import { decideAgain } from './decide-again.js';
import { editDraft } from './draft-deeds.js';
import { newDraft, showDraft } from './drafts.js';
import type { CoachEvent } from './event.js';
import type { Conclusion, Step } from './flow.js';
import { type Active, active, answer, look, viewOf } from './frames.js';
import { flowOf, toldIn } from './opening.js';
import { type Reading, read } from './read.js';
import { correctionIn } from './repair.js';
import { changed, goOn, settle } from './respond.js';
import { showValue } from './show.js';
import type { Frame, Value } from './state.js';
import { choice, say, type Talk, text, toTopic } from './talk.js';

/** What an edited message says of one question now. */
interface Said {
  readonly step: Step;
  readonly reading: Reading;
}

/**
 * An earlier message was edited (conversation.md §2). What it answered is corrected, with all that follows from it;
 * where that is settled, it is said, with the way to change it. An edit that changes nothing is passed over.
 */
export function edited(talk: Talk, line: string): void {
  if (line !== '' && readDistress(line)) return say(talk, 'conversation.distress');
  const draft = talk.state.opportunities
    .flatMap(({ drafts }) => drafts)
    .findLast(({ message }) => message === talk.message);
  if (draft) return draft.body === line ? undefined : editDraft(talk, draft.id, line);
  const isOpen = holding(talk, talk.state.frames);
  const frame = isOpen ?? holding(talk, talk.state.ended);
  const said = frame ? saidOf(talk, look(talk, frame), line) : null;
  if (!frame || !said) return elsewhere(talk, line);
  const its = look(talk, frame);
  const news = said.filter(({ step, reading }) => !isSame(reading, its.answers[step.id]));
  if (news.length === 0) return;
  if (!isOpen) return amend(talk, its, news);
  const [only, another] = news;
  if (only && !another && isAsking(talk) && active(talk)?.frame === frame)
    return settle(talk, its, only.step, only.reading, line, 'typed');
  correctHere(talk, its, news);
}

/** Says what is different now, and asks on where nothing else was asked. */
function correctHere(talk: Talk, its: Active, news: readonly Said[]): void {
  const changes = take(talk, its, news);
  say(talk, 'conversation.edited.changed', { changes }, talk.state.paused ? [toTopic(talk, 'resume')] : []);
  askAgain(talk);
}

const holding = ({ message }: Talk, frames: readonly Frame[]): Frame | undefined =>
  frames.findLast(({ cells }) => Object.values(cells).some((cell) => cell.message === message));

const isSame = (reading: Reading, before: Value | undefined): boolean =>
  reading.type === 'value' && JSON.stringify(reading.value) === JSON.stringify(before);

const isAsking = ({ state }: Talk): boolean => !state.paused && state.expecting === null;

function askAgain(talk: Talk): void {
  if (isAsking(talk)) goOn(talk);
}

/** Null when the message was no answer, and when what it answered is not asked any more. */
function saidOf(talk: Talk, its: Active, line: string): Said[] | null {
  const { frame, flow, steps } = its;
  const told = steps.filter(({ id }) => frame.cells[id]?.message === talk.message);
  const [step, another] = told;
  if (!step) return null;
  // A pasted letter is the whole of an answer; any other first sentence may tell several things.
  if (frame.cells[step.id]?.source === 'known' && step.kind !== 'long-text') {
    if (flowOf(readOpening(line).stage) !== flow.id) return null;
    const facts = toldIn(talk, readOpening(line), line);
    return steps.flatMap((one) => {
      const value = facts[one.id];
      const isFree = its.answers[one.id] === undefined || told.includes(one);
      return value !== undefined && isFree ? [{ step: one, reading: { type: 'value', value } }] : [];
    });
  }
  return another ? null : [{ step, reading: read(talk, its, step, correctionIn(talk, its, line)) }];
}

/** Writes down what can be read; returns in words what is different now, and what could not be read. */
function take(talk: Talk, its: Active, news: readonly Said[]): string {
  const lines = news.map(({ step, reading }) => {
    const before = its.answers[step.id] ?? null;
    if (reading.type === 'value') return changed(talk, its, step, before, reading.value);
    const label = text(talk, `${its.flow.id}.steps.${step.id}.label`);
    const value = showValue(its.flow, step, before, talk.context.words);
    return text(talk, 'conversation.edited.unread', { label, value });
  });
  const cells = news.flatMap(({ step, reading }) =>
    reading.type === 'value'
      ? [[step.id, { value: reading.value, raw: null, source: 'typed' as const }] as const]
      : [],
  );
  if (cells.length > 0) answer(talk, its, Object.fromEntries(cells));
  return lines.join(' ');
}

/** The flow had ended: what followed from it follows anew, unless a decision or a message went out by it. */
function amend(talk: Talk, its: Active, news: readonly Said[]): void {
  const { frame, flow } = its;
  const conclusion = flow.conclude(viewOf(talk, its));
  const settled = settledBy(conclusion, its);
  if (settled !== null) return afterwards(talk, its, news, settled);
  if (news.every(({ reading }) => reading.type !== 'value')) return correctHere(talk, its, news);
  for (const event of conclusion.events) takeBack(talk, its, event);
  say(talk, 'conversation.edited.changed', { changes: take(talk, its, news) });
  talk.state.ended = talk.state.ended.filter((other) => other !== frame);
  talk.state.frames.push(frame);
  talk.state.expecting = null;
  talk.state.paused = false;
  goOn(talk);
}

/** What was added to a list is taken out, since the flow adds it anew. */
function takeBack(talk: Talk, { opportunity: { facts } }: Active, event: CoachEvent): void {
  if (event.type === 'reviewed') talk.state.profile.reviews.pop();
  if (event.type !== 'noted' || !event.besides) return;
  const kept = String(facts[event.fact])
    .replace(event.value, () => '')
    .trim();
  if (kept === '') delete facts[event.fact];
  else facts[event.fact] = kept;
}

/** What an ended flow led to that an edit does not undo, or null. */
function settledBy({ events, next }: Conclusion, { frame, opportunity }: Active): 'decided' | 'sent' | null {
  if (opportunity.drafts.some(({ id, sentAt }) => sentAt !== null && isAfter(id, frame.id))) return 'sent';
  return next !== undefined || events.some(({ type }) => type === 'decided') ? 'decided' : null;
}

/** Ids count up, whatever they name. */
const isAfter = (id: string, other: string): boolean => Number(id.slice(1)) > Number(other.slice(1));

/** Facts are noted also late, and a draft that waits is written anew with them; what was settled stays. */
function afterwards(talk: Talk, its: Active, news: readonly Said[], settled: 'decided' | 'sent'): void {
  const { opportunity } = its;
  const facts = news.filter(({ step }) => step.fact !== undefined);
  const changes = facts.length > 0 ? take(talk, its, facts) : text(talk, 'conversation.edited.unchanged');
  const last = opportunity.drafts.at(-1);
  const waiting = facts.length > 0 && last && last.sentAt === null ? last : null;
  const own = waiting?.edited ? text(talk, 'conversation.edited.own-words') : '';
  say(talk, `conversation.edited.${settled}`, { changes, own }, waysOn(talk, its, settled));
  if (waiting && !waiting.edited) {
    const { kind, reason, channel, register, facts } = waiting;
    const draft = newDraft(talk, opportunity, { kind, reason, channel, register, facts });
    showDraft(talk, opportunity, draft, text(talk, 'drafts.ready'));
  }
  askAgain(talk);
}

function waysOn(talk: Talk, { flow, opportunity }: Active, settled: 'decided' | 'sent'): Choice[] {
  const about = opportunity.id;
  const write = choice(talk, 'conversation.edited.write', { do: 'start', flow: 'reply', about });
  if (settled === 'sent') return [write];
  const again = decideAgain(talk, opportunity);
  const through = choice(talk, 'conversation.edited.through', { do: 'start', flow: flow.id, about });
  return again.length > 0 ? again : [through];
}

/** It was no answer. Where the new words ask for something, the person would wait for it in vain. */
function elsewhere(talk: Talk, line: string): void {
  if (readOpening(line).stage === 'none' && readCommand(line).command === 'none') return;
  say(talk, 'conversation.edited.elsewhere');
}
