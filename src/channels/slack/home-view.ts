import type { Choice } from '../../coach/message.js';
import type { Part } from '../../coach/overview/part.js';
import type { Overview } from '../../coach/overview.js';
import type { Words } from '../../coach/words.js';
import { type Block, context, header, list, prose, verbatim } from './blocks.js';
import { AGAIN, button, buttons } from './controls.js';
import { LIMITS } from './limits.js';

/** What `views.publish` takes. */
export interface HomeView {
  readonly type: 'home';
  readonly blocks: readonly Block[];
}

/** The widest bar, in characters: it fits on a phone. */
const WIDEST = 12;

/**
 * Where everything stands, as the Home tab. Only the person sees it, and Slack keeps no history of it, so the names
 * stand here also in discreet mode. `note` tells what a click here did in the conversation.
 */
export function homeView(overview: Overview, words: Words, note: string | null): HomeView {
  const sections = [
    greeting(overview, note),
    opportunities(overview),
    reminders(overview),
    drafts(overview),
    journal(overview, words),
    lookingBack(overview),
    settings(overview),
    more(overview),
  ];
  const blocks = sections.flatMap((section, i) => named(section, i));
  return { type: 'home', blocks: blocks.slice(0, LIMITS.viewBlocks) };
}

/** Slack wants the ids of rows to differ in the whole view. */
function named(section: readonly Block[], number: number): Block[] {
  return section.map((block, i) =>
    block.type === 'actions' ? { ...block, block_id: `${block.block_id}-${number}-${i}` } : block,
  );
}

function greeting({ title, text, pause, resume, starts }: Overview, note: string | null): Block[] {
  return [
    ...header(title),
    ...(note === null ? [] : prose(note)),
    ...prose(pause.isOn ? pause.text : text),
    ...buttons(AGAIN, [...(resume ? [primary(resume)] : starts), ...(resume ? [pause.change] : [])]),
  ];
}

const primary = (choice: Choice): Choice => ({ ...choice, style: 'primary' });

function opportunities({ opportunities }: Overview): Block[] {
  return part(
    opportunities,
    opportunities.items.map(({ line, next }) => ({ line, choice: next.choice })),
  );
}

function reminders({ reminders }: Overview): Block[] {
  return part(
    reminders,
    reminders.items.map(({ line, change }) => ({ line, choice: change })),
  );
}

function drafts({ drafts }: Overview): Block[] {
  return part(
    drafts,
    drafts.items.map(({ line, open }) => ({ line, choice: open })),
  );
}

function journal({ journal }: Overview, words: Words): Block[] {
  const { items, reasons } = journal;
  const picture = [
    ...context(words.text('slack.home.reasons')),
    ...verbatim(bars(reasons.series)),
    ...list('', reasons.lines),
  ];
  return [
    ...part(
      journal,
      items.map(({ line, open }) => ({ line, choice: open })),
    ),
    ...(reasons.series.length === 0 ? [] : picture),
  ];
}

/** A heading, a line with its button for each item, and the way to all of them where only the first are shown. */
function part(
  { heading, total, empty, all }: Part<unknown>,
  items: readonly { readonly line: string; readonly choice: Choice }[],
): Block[] {
  return [
    ...header(heading),
    ...items.flatMap(({ line, choice }, i) => prose(line, button(choice, i))),
    ...(items.length === 0 ? prose(empty) : []),
    ...(total > items.length ? buttons(AGAIN, [all]) : []),
  ];
}

/** One line a reason; the same stands below in words. */
function bars(series: readonly { readonly label: string; readonly total: number }[]): string {
  const most = Math.max(...series.map(({ total }) => total));
  return series
    .map(({ label, total }) => {
      const length = Math.max(1, Math.round((total / Math.max(most, WIDEST)) * WIDEST));
      return `${'█'.repeat(length).padEnd(WIDEST)} ${total}  ${label}`;
    })
    .join('\n');
}

function lookingBack({ confidence, reviews }: Overview): Block[] {
  return [confidence, reviews].flatMap(({ heading, items }) =>
    items.length === 0 ? [] : [...header(heading), ...list('', items)],
  );
}

function settings({ settings }: Overview): Block[] {
  return [
    ...header(settings.heading),
    ...list(
      '',
      settings.items.map(({ line }) => line),
    ),
    ...buttons(AGAIN, [settings.form], settings.form.action),
  ];
}

function more({ more }: Overview): Block[] {
  return [...header(more.heading), ...buttons(AGAIN, more.choices)];
}
