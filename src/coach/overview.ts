import { settings, type Topic } from './conversation/action.js';
import { FIRST, starts } from './conversation/menu.js';
import { settingLine, toSetting, toSettings } from './conversation/settings.js';
import { begin, type Context, type Talk, text, toControl, today, toTopic } from './conversation/talk.js';
import type { Choice } from './message.js';
import { type ComparisonPart, comparisonPart } from './overview/comparison.js';
import { type DraftItem, draftPart } from './overview/drafts.js';
import { type JournalPart, journalPart } from './overview/journal.js';
import { confidencePart, reviewPart } from './overview/look-back.js';
import { type OpportunityItem, opportunityPart } from './overview/opportunities.js';
import type { Part } from './overview/part.js';
import { type ReminderItem, reminderPart } from './overview/reminders.js';
import type { Local } from './remind/calendar.js';

/**
 * Where everything stands, for the home of any channel. All texts are plain, as in messages; every `Choice` goes back
 * into the conversation as a click. In discreet mode each `title` and `line` keeps to code names.
 */
export interface Overview {
  readonly title: string;
  readonly text: string;
  readonly discreet: boolean;
  /** The person's wall clock, and its IANA zone. */
  readonly now: Local;
  readonly zone: string;
  /** Whether the person takes a break, in words too, and the button that begins or ends it. */
  readonly pause: { readonly isOn: boolean; readonly text: string; readonly change: Choice };
  /** Goes on with the question that is open; null when none is. */
  readonly resume: Choice | null;
  /** What can be begun. */
  readonly starts: readonly Choice[];
  readonly opportunities: Part<OpportunityItem>;
  readonly reminders: Part<ReminderItem>;
  readonly drafts: Part<DraftItem>;
  readonly journal: JournalPart;
  readonly comparison: ComparisonPart;
  readonly confidence: Part<string>;
  readonly reviews: Part<string>;
  readonly settings: {
    readonly heading: string;
    readonly items: readonly { readonly line: string; readonly change: Choice }[];
    /** Changes them all at once, for channels that have forms. */
    readonly form: Choice;
  };
  readonly more: { readonly heading: string; readonly choices: readonly Choice[] };
}

const MORE: readonly Topic[] = ['compare', 'privacy', 'export', 'calendar', 'delete', 'help'];

/** `stored` is null for a new person. Pure. Throws when the state can't be read. */
export function overview(stored: unknown, context: Context): Overview {
  return lookAround(begin(stored, context));
}

/** The same with the names, for where nobody but the person looks and nothing is kept. */
export function privateOverview(stored: unknown, context: Context): Overview {
  const talk = begin(stored, context);
  const { state } = talk;
  const named = { ...talk, state: { ...state, profile: { ...state.profile, discreet: false } } };
  const { discreet, settings } = lookAround(talk);
  return { ...lookAround(named), discreet, settings };
}

/** The same in the midst of a turn. */
export function lookAround(talk: Talk): Overview {
  const { profile, paused, frames } = talk.state;
  const heading = (id: string): string => text(talk, `overview.headings.${id}`);
  return {
    title: text(talk, 'overview.title'),
    text: text(talk, 'overview.text', { name: profile.me ?? '' }),
    discreet: profile.discreet,
    now: today(talk),
    zone: profile.zone,
    pause: {
      isOn: paused,
      text: text(talk, `overview.paused.${paused}`),
      change: paused ? toTopic(talk, 'resume') : toControl(talk, 'pause'),
    },
    resume: frames.length > 0 ? toTopic(talk, 'resume') : null,
    starts: [...starts(talk, FIRST), toTopic(talk, 'more')],
    opportunities: opportunityPart(talk),
    reminders: reminderPart(talk),
    drafts: draftPart(talk),
    journal: journalPart(talk),
    comparison: comparisonPart(talk),
    confidence: confidencePart(talk),
    reviews: reviewPart(talk),
    settings: {
      heading: heading('settings'),
      items: settings.map((name) => ({ line: settingLine(talk, name), change: toSetting(talk, name) })),
      form: toSettings(talk),
    },
    more: { heading: heading('more'), choices: MORE.map((topic) => toTopic(talk, topic)) },
  };
}
