import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Driver } from '../../../src/store/driver.js';
import { openPglite } from '../../../src/store/pglite.js';
import { StoryService } from '../../stories/story-service.js';
import { createSlackDriver, type SlackDriver } from './driver.js';
import { event, fixture } from './fixtures.js';

/* Another person's ids, in every action and in every place from which one can come. */

const SAM = { id: 'U061F7AUR', team_id: 'T024BE7LD' };
const EVE = { id: 'U0EVIL0001', team_id: 'T024BE7LD' };
const EVES = 'D0EVIL0001';
/** What only Sam ever said. */
const SECRETS = /Umbrella|Mendel|Tuesday the ninth|Robin/;

let database: Driver;
let service: StoryService;
let slack: SlackDriver;
let stamps = 0;
beforeAll(async () => {
  database = await openPglite(null);
});
afterAll(() => database.close());
beforeEach(async () => {
  service = await StoryService.create(database, 'Europe/Berlin', '2026-11-20T10:00');
  slack = await createSlackDriver(service, { user: SAM.id, zone: 'Europe/Berlin' });
});
afterEach(() => slack.close());

const kept = (person: string) =>
  service.look({ tenant: 'slack:T024BE7LD', person }, (state, { reminders }) =>
    JSON.stringify({ state, reminders }),
  );

/** Sam has an open question, a draft, reminders, and a decision in the log. */
async function samTellsAll(): Promise<void> {
  const does = async (deed: Promise<void>) => {
    await deed;
    await slack.heard();
  };
  await does(slack.type('I just need the words to decline the offer from Umbrella'));
  for (const label of ['A no', 'No to an offer']) await does(slack.click(label));
  for (const line of ['Mendel engineer', 'Pay', 'skip', 'Ana', 'Robin']) await does(slack.type(line));
  await does(slack.click('By email'));
  await does(slack.type('warm'));
  await does(slack.click('Edit'));
  await does(slack.type('Hello, the Tuesday the ninth does not suit me. No, thank you. Robin'));
  await does(slack.type('I got an offer from Umbrella Two, they want an answer by November 27'));
  await does(slack.type('reminders'));
}

async function eveSays(...lines: string[]): Promise<void> {
  for (const text of lines)
    await slack.send(
      event('message', { user: EVE.id, channel: EVES, text, ts: `${1_795_400_000 + ++stamps}.000100` }),
    );
}

const control = (action: string) => ({
  type: 'button',
  action_id: 'do:0',
  block_id: 'again-0',
  action_ts: `${1_795_410_000 + ++stamps}.000100`,
  text: { type: 'plain_text', text: 'x', emoji: false },
  value: action,
});

/** Every way in which an action can come back from Slack, by Eve. */
const ways: Record<string, (action: string) => Promise<unknown>> = {
  'a button': (action) =>
    slack.send({
      ...fixture('click-button'),
      user: EVE,
      channel: { id: EVES, name: 'directmessage' },
      actions: [control(action)],
    }),
  'a button that opens a form': (action) =>
    slack.send({
      ...fixture('click-edit'),
      user: EVE,
      channel: { id: EVES, name: 'directmessage' },
      actions: [{ ...control(action), action_id: 'form:0' }],
    }),
  'a date picker': (action) =>
    slack.send({
      ...fixture('click-date'),
      user: EVE,
      channel: { id: EVES, name: 'directmessage' },
      actions: [
        { ...control(''), type: 'datepicker', action_id: `enter:${action}`, selected_date: '2026-12-04' },
      ],
    }),
  'the Home tab': (action) =>
    slack.send({ ...fixture('click-at-home'), user: EVE, actions: [control(action)] }),
  'a form': (action) => {
    const values = { 'field:text': { entry: { value: 'Nothing of mine.' } } };
    const view = {
      ...(fixture('view-submission')['view'] as object),
      id: `V${++stamps}`,
      private_metadata: JSON.stringify({ action, channel: EVES }),
      state: { values },
    };
    return slack.send({ ...fixture('view-submission'), user: EVE, view });
  },
};

/** Every action that Sam was shown, and what it does. */
function shownToSam(): string[] {
  const found = JSON.stringify([slack.api.posted, [...slack.api.homes.values()], slack.api.views]);
  const actions = [...found.matchAll(/\{\\+"do\\+":(?:[^{}]|\\+")*?\}/g)].map(([text]) =>
    text.replaceAll('\\', ''),
  );
  return [...new Set(actions)];
}

/** One of each kind that names something, with ids of Sam's. */
function ofEachKind(drafts: readonly string[] = ['d1']): string[] {
  const named: object[] = [
    { do: 'answer', frame: 'f2', step: 'role', value: 'x' },
    { do: 'change', frame: 'f2', step: 'role', value: 'x' },
    { do: 'form', frame: 'f2', group: 'terms' },
    { do: 'control', control: 'undo' },
    { do: 'topic', topic: 'drafts' },
    { do: 'start', flow: 'feedback', about: 'o1' },
    { do: 'continue', about: 'o1' },
    { do: 'setting', name: 'culture', value: 'continental' },
    { do: 'settings' },
    { do: 'expected', value: 'delete' },
    ...['edit', 'sent', 'show', 'why', 'check', 'phone', 'follow-up'].flatMap((deed) =>
      drafts.map((draft) => ({ do: 'draft', draft, deed })),
    ),
    ...['done', 'snooze', 'move', 'cancel', 'show'].map((deed) => ({
      do: 'reminder',
      reminder: 'o1:reply-by:24h',
      deed,
    })),
    { do: 'plan', about: 'o1', deed: 'begin' },
    { do: 'log', from: 0 },
    { do: 'entry', about: 'o1' },
    { do: 'caution', country: 'de' },
    { do: 'remove', what: 'all' },
    { do: 'delete', about: 'o1' },
  ];
  return named.map((action) => JSON.stringify(action));
}

const kindOf = (action: string): string => (JSON.parse(action) as { do: string }).do;

describe('another person’s ids', () => {
  it('are tried in every kind of action that there is', () => {
    const source = readFileSync(
      new URL('../../../src/coach/conversation/action.ts', import.meta.url),
      'utf8',
    );
    const kinds = [...source.matchAll(/do: z\.literal\('([a-z]+)'\)/g)].map(([, kind]) => kind);
    expect(new Set(ofEachKind().map(kindOf))).toEqual(new Set(kinds));
  });

  it.each(Object.keys(ways))(
    'change nothing and show nothing of theirs, from %s',
    async (way) => {
      await samTellsAll();
      await slack.openHome();
      await eveSays('hello', 'I have an offer', 'Initech', 'December 1');
      await slack.heard();
      const before = await kept(SAM.id);
      const [posted, opened] = [slack.api.posted.length, slack.api.views.length];
      const drafts = [...before.matchAll(/"id":"(d\d+)"/g)].map(([, id]) => String(id));
      expect(drafts.length).toBeGreaterThan(0);
      const actions = new Set([...shownToSam(), ...ofEachKind(drafts)]);
      for (const action of actions) await ways[way]?.(action);
      await slack.heard();
      expect(await kept(SAM.id)).toBe(before);
      const told = slack.api.posted.slice(posted);
      expect(told.length).toBeGreaterThan(10);
      expect(new Set(told.map(({ channel }) => channel))).toEqual(new Set([EVES]));
      const seen = JSON.stringify([told, slack.api.homes.get(EVE.id) ?? null, slack.api.views.slice(opened)]);
      expect(SECRETS.exec(seen)?.[0]).toBeUndefined();
    },
    120_000,
  );
});
