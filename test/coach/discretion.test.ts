import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { State } from '../../src/coach/conversation/state.js';
import { flows } from '../../src/coach/flows/registry.js';
import { type Message, toPlainText } from '../../src/coach/message.js';
import { reminderKinds } from '../../src/coach/remind/reminder.js';
import type { Texts } from '../../src/coach/words.js';
import { buttonsOf, CoachAlone } from '../stories/coach-alone.js';
import { readStories } from '../stories/story.js';

/** Words that tell a passer-by, or whoever owns the workspace, what somebody is about to do. */
const TELLING =
  /\b(?:offer|counter-?offer|interview|job|role|vacancy|hir(?:e|ed|ing)|recruit|employ|company|firm|boss|salary|pay|paid|bonus|raise|money|contract|resign|quit|leav(?:e|ing)|notice period|declin|accept|reject|withdr[ae]w|negotiat|candidate|career|competitor)\w*/i;
const MONEY = /[€$£¥₹]\s?\d|\d[\d.,]*\s?(?:k\b|thousand|lakh|EUR|USD|GBP|CHF)/i;

/** Named only here, so that they can be found wherever they should not be. */
const COMPANY = 'Zorblatt';
const PAY = '93417';
const NAMES = ['Zorblatt', '93417', '93,417', 'Quixley', 'Wimblehurst', 'Vexation'];

const words = new CoachAlone('Europe/Berlin', '2026-11-20T16:00').words;

function textsIn(group: Texts | string | readonly string[]): string[] {
  if (typeof group === 'string') return [group];
  return Object.values(group).flatMap((one: Texts | string | readonly string[]) => textsIn(one));
}

const previews = new Set(textsIn(words.group('coach.conversation.preview')));

/** What others may see at a glance: every preview, and a reminder as a whole, which comes unasked. */
function lint(coach: CoachAlone, messages: readonly Message[], never: readonly string[]): void {
  if (hasTurnedItOff(coach)) return;
  for (const message of messages) {
    expect(previews, `${message.key}: the preview says nothing but that there is something`).toContain(
      message.preview,
    );
    if (message.kind !== 'reminder') continue;
    const shown = [toPlainText(message), ...buttonsOf(message).map(({ label }) => label)].join('\n');
    expect(shown, message.key).not.toMatch(TELLING);
    expect(shown, message.key).not.toMatch(MONEY);
    for (const word of never) expect(shown.toLowerCase(), message.key).not.toContain(word.toLowerCase());
  }
}

/** Discreet mode is on unless the person says otherwise. */
function hasTurnedItOff({ state }: CoachAlone): boolean {
  return (state as State | null)?.profile.discreet === false;
}

describe('what may be seen over a shoulder', () => {
  test('no preview and no reminder holds a word that tells', () => {
    const unasked = reminderKinds.flatMap((kind) => textsIn(words.group(`coach.reminders.${kind}`)));
    for (const text of [...previews, ...unasked]) {
      expect(text).not.toMatch(TELLING);
      expect(text).not.toMatch(MONEY);
    }
    for (const text of unasked)
      expect(text.match(/\{\{[#/^]?(\w+)\}\}/g) ?? [], text).toSatisfy((tags: string[]) =>
        tags.every((tag) => /^\{\{[#/^]?(?:code|day|date|months)\}\}$/.test(tag)),
      );
  });

  test('the list of words finds what it is for', () => {
    for (const text of ['Your offer from', 'the interview', 'resigning', 'their counter-offer', 'Your pay'])
      expect(text).toMatch(TELLING);
    for (const text of ['€85,000', '85k', '60 thousand', '90,000 USD']) expect(text).toMatch(MONEY);
  });

  test('whoever turns discreet mode off reads the first line, at most 120 letters of it', () => {
    const coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
    coach.do({ type: 'hello' });
    coach.do({ type: 'click', action: JSON.stringify({ do: 'setting', name: 'discreet', value: 'false' }) });
    const said = coach.do({ type: 'text', text: 'privacy' });
    for (const message of said) {
      const [line = ''] = toPlainText(message).split('\n');
      expect(line.startsWith(message.preview.replace(/…$/, ''))).toBe(true);
      expect(message.preview.length).toBeLessThanOrEqual(120);
    }
    expect(said.some(({ preview }) => !previews.has(preview))).toBe(true);
    coach.do({ type: 'click', action: JSON.stringify({ do: 'setting', name: 'discreet', value: 'true' }) });
    lint(coach, coach.do({ type: 'text', text: 'privacy' }), []);
  });

  for (const story of readStories())
    test(`${story.file}`, () => {
      const coach = new CoachAlone(story.zone, story.now);
      const ownWords = new Set(
        textsIn(words.group('coach.reminders')).flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []),
      );
      const said = new Set<string>();
      for (const line of story.lines) {
        // Names only: common words and dates stand in reminders of themselves.
        if (line.does.type === 'type' || line.does.type === 'edit')
          for (const [name] of line.does.text.matchAll(/(?<=\p{L}[ ,]+)\p{Lu}[\p{L}]{3,}/gu))
            if (!ownWords.has(name.toLowerCase()) && !isCalendarWord(name)) said.add(name);
        lint(coach, coach.play(line.does), [...said]);
      }
    });
});

function isCalendarWord(name: string): boolean {
  const days = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 10, 16 + day)));
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 1)));
  const format = (date: Date, what: 'weekday' | 'month') =>
    date.toLocaleString('en-US', { [what]: 'long', timeZone: 'UTC' });
  return [
    ...days.map((day) => format(day, 'weekday')),
    ...months.map((month) => format(month, 'month')),
  ].some((word) => word.toLowerCase().startsWith(name.toLowerCase()));
}

describe('whatever a person tells in any flow', () => {
  const typed = fc.constantFrom(
    COMPANY,
    `my pay at ${COMPANY} is ${PAY}`,
    `${PAY} a year`,
    'Quixley Wimblehurst',
    'I leave because of Vexation',
    'in ten days',
    'tomorrow',
    'skip',
    'yes',
    '1',
    '2',
    '3',
  );
  for (const flow of Object.keys(flows))
    test(`${flow}: reminders and previews keep it to themselves`, () => {
      fc.assert(
        fc.property(fc.array(fc.oneof(typed, fc.nat(60)), { minLength: 10, maxLength: 45 }), (deeds) => {
          const coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
          const actions: string[] = [];
          const heard = (messages: readonly Message[]): void => {
            lint(coach, messages, NAMES);
            for (const message of messages) actions.push(...buttonsOf(message).map(({ action }) => action));
          };
          heard(coach.do({ type: 'click', action: JSON.stringify({ do: 'start', flow }) }));
          for (const deed of deeds)
            heard(
              typeof deed === 'string'
                ? coach.do({ type: 'text', text: deed })
                : coach.do({ type: 'click', action: actions.at(-1 - (deed % actions.length)) ?? '' }),
            );
          for (const month of ['2026-11-25', '2026-12-15', '2027-03-10', '2028-01-15'])
            heard(coach.moveClock(`${month}T10:00`));
        }),
        { numRuns: 15 },
      );
    });
});
