import { summary } from '../flows/cards.js';
import { flowById } from '../flows/registry.js';
import type { Choice } from '../message.js';
import { readChoice } from '../understand/choice.js';
import { encodeAction } from './action.js';
import { active, open, viewOf } from './frames.js';
import { goOn } from './respond.js';
import type { Opportunity, Value } from './state.js';
import { choice, say, type Talk, text } from './talk.js';

type Preset = Readonly<Record<string, Value>>;

const wasSent = ({ drafts }: Opportunity): boolean => drafts.some((draft) => draft.sentAt !== null);

/** Flows that go on with something begun before, and what they can go on with. */
const continues: Readonly<Record<string, (opportunity: Opportunity) => boolean>> = {
  pushback: wasSent,
  rehearse: ({ drafts }) => drafts.length > 0,
  reconnect: ({ outcome }) => outcome === 'declined' || outcome === 'withdrew' || outcome === 'rescinded',
  accepted: ({ outcome, decision }) => outcome === 'accepted' || decision === 'accept',
  feedback: () => true,
  'offer-withdrawn': ({ outcome, decision }) => outcome !== 'declined' && decision !== 'decline',
};

/** Whether a flow goes on with something begun before. */
export const isContinuing = (flow: string): boolean => Object.hasOwn(continues, flow);

/** Whether an answer may come: something went out. */
export const waitsForAnswer = ({ state }: Talk): boolean => state.opportunities.some(wasSent);

/** Says that it is a new one, also where an earlier one would fit. */
const NEW = 'new';

/** What a flow is likely about: by the company's name, or whatever it could go on with. */
function candidates(talk: Talk, flow: string, company: string | null): readonly Opportunity[] {
  const all = talk.state.opportunities;
  if (company === null) return all.filter((one) => continues[flow]?.(one));
  const wanted = company.toLowerCase();
  return all.filter(({ facts }) => String(facts['company']).toLowerCase() === wanted);
}

/**
 * Starts a flow about what it goes on with: the one that fits, or the one that the person picks. Never silently:
 * the one is named, with a button for another. What was said already is kept in the preset.
 */
export function startAbout(talk: Talk, flow: string, company: string | null, preset: Preset): void {
  const fitting = candidates(talk, flow, company);
  const [only] = fitting;
  if (!only) {
    open(talk, flow, null, company === null ? preset : { ...preset, company });
    const now = active(talk);
    if (now && company !== null) talk.messages.push(summary(viewOf(talk, now)));
    return goOn(talk, codeOfLatest(talk));
  }
  if (fitting.length > 1) return which(talk, flow, fitting, preset);
  say(talk, 'menu.about.one', { name: nameOf(talk, only) }, [
    choice(talk, 'menu.about.another', { do: 'start', flow, about: NEW }),
  ]);
  open(talk, flow, only.id, preset);
  goOn(talk);
}

function which(talk: Talk, flow: string, fitting: readonly Opportunity[], preset: Preset): void {
  talk.state.expecting = { type: 'about', flow, preset, among: fitting.map(({ id }) => id) };
  const pick = (label: string, value: string): Choice => ({
    label,
    action: encodeAction({ do: 'expected', value }),
  });
  say(talk, 'menu.about.which', {}, [
    ...fitting.map((one) => pick(nameOf(talk, one), one.id)),
    pick(text(talk, 'menu.about.another'), NEW),
  ]);
}

const nameOf = (talk: Talk, { code, facts }: Opportunity): string => {
  const company = facts['company'];
  return typeof company === 'string' ? text(talk, 'menu.about.name', { code, company }) : code;
};

/** The person picked which one it is about, by a click or in words. */
export function chooseAbout(
  talk: Talk,
  { flow, preset, among }: { flow: string; preset: Preset; among: readonly string[] },
  said: string,
): void {
  const known = talk.state.opportunities.filter(({ id }) => among.includes(id));
  const options = [
    ...known.map((one) => ({ id: one.id, label: nameOf(talk, one), synonyms: [one.code] })),
    { id: NEW, label: text(talk, 'menu.about.another') },
  ];
  const read = readChoice(said, options);
  const picked = options.find(({ id }) => id === said)?.id ?? (read.type === 'one' ? read.id : null);
  if (picked === null) return which(talk, flow, known, preset);
  talk.state.expecting = null;
  begin(talk, flow, picked, preset);
}

/** The same flow about another one: what was typed for it moves along, what belonged to the first stays there. */
export function startOver(talk: Talk, flow: string, about: string, preset: Preset = {}): void {
  const now = active(talk);
  const same = now?.flow.id === flow ? now.frame : null;
  if (same) talk.state.frames = talk.state.frames.filter((frame) => frame !== same);
  const typed = flowById(flow).steps.flatMap(({ id, fact }) => {
    const cell = fact === undefined ? same?.cells[id] : undefined;
    return cell ? [[id, cell.value] as const] : [];
  });
  begin(talk, flow, about, { ...Object.fromEntries(typed), ...preset });
}

function begin(talk: Talk, flow: string, about: string, preset: Preset): void {
  open(talk, flow, about === NEW ? null : about, preset);
  goOn(talk, about === NEW ? codeOfLatest(talk) : '');
}

/** How the one that was just begun is called wherever others may look. */
export const codeOfLatest = (talk: Talk): string =>
  text(talk, 'conversation.code', { code: (talk.state.opportunities.at(-1) as Opportunity).code });
