import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Driver } from '../../../src/store/driver.js';
import { openPglite } from '../../../src/store/pglite.js';
import type { Heard } from '../../stories/driver.js';
import { StoryService } from '../../stories/story-service.js';
import { createSlackDriver, type SlackDriver } from './driver.js';
import { event, fixture } from './fixtures.js';
import { answer } from './web-api-server.js';

/* An offer from the first word to the hello a year later, by three people who use Slack in three ways. */

const USER = 'U061F7AUR';
const CHANNEL = 'D061F7AUR';
let database: Driver;
let slack: SlackDriver;
beforeAll(async () => {
  database = await openPglite(null);
});
afterAll(() => database.close());
beforeEach(async () => {
  const service = await StoryService.create(database, 'Europe/Berlin', '2026-11-20T10:00');
  slack = await createSlackDriver(service, { user: USER, zone: 'Europe/Berlin' });
});
afterEach(() => slack.close());

const textOf = (heard: readonly Heard[]) => heard.map(({ text }) => text).join('\n\n');

/** What was said to it, as text. */
async function told(deed: Promise<unknown>): Promise<string> {
  await deed;
  return textOf(await slack.heard());
}

/** What somebody with a good alternative who wants to decline would choose, wherever it is offered. */
const CHOICES = [
  ...[
    'Closer to what I want',
    'It fits',
    'My present job',
    'Better',
    "I'd like to work with them",
    'Nothing',
  ],
  ...[
    'Nothing falls short',
    'Say no',
    'No reason',
    'By email',
    'Warm',
    'Very much',
    "That's all I know",
    'Skip',
  ],
];
const ASIDE = ['Back', 'Why do you ask?', 'Pause', 'Fill in as a form', 'Keep it'];

/**
 * Answers one question after the other: with the day where one is asked for, with `words` where they fit the question,
 * else with a choice. Ends where `until` is said, or where nothing is asked any more.
 */
async function goOn(
  first: readonly Heard[],
  does: (answer: string) => Promise<void>,
  words: readonly (readonly [RegExp, string])[],
  until: RegExp,
): Promise<string> {
  let heard = first;
  for (let turn = 0; turn < 40; turn++) {
    const last = heard.at(-1);
    if (until.test(textOf(heard)) || !last?.buttons.includes('Why do you ask?')) return textOf(heard);
    const fitting = words.find(([question]) => question.test(last.text))?.[1];
    const choice =
      CHOICES.find((one) => last.buttons.includes(one)) ?? last.buttons.find((one) => !ASIDE.includes(one));
    const given = fitting ?? choice;
    if (given === undefined) throw new Error(`There is no answer to: ${last.text}`);
    await does(given);
    heard = await slack.heard();
  }
  throw new Error(`It never came to ${until}: ${textOf(heard)}`);
}

const DRAFT = /Here is a draft/;
const BY_WHEN = /By when do they want your answer/;
const NEVER = /^$/;

/** A year later there is a word about getting back in touch, and the log knows how it ended. */
async function reconnects(): Promise<void> {
  expect(await told(slack.moveClock('2027-12-01T12:00'))).toContain('say hello again');
  expect((await slack.openHome()).text).toContain('declined');
}

describe('the roadmap of an offer', () => {
  it('is finished by somebody who only clicks', async () => {
    await slack.openHome();
    await slack.clickAtHome('I have an offer');
    const said = await goOn(await slack.heard(), slack.click, [[BY_WHEN, '2026-11-27']], DRAFT);
    expect(said).toContain('[your name]');
    expect(said).toContain('Worth a second look');
    await slack.click('I sent it');
    const sent = await slack.heard();
    expect(textOf(sent)).toContain('Well done');
    await goOn(sent, slack.click, [], NEVER);
    await reconnects();
    expect(slack.api.views).toEqual([]);
  });

  it('is finished by somebody who only types', async () => {
    const words = [
      [/role called/, 'Analyst'],
      [/base pay/, '85k a year'],
      [/Who is it going to/, 'Ana'],
      [/how do you sign/, 'Robin'],
    ] as const;
    await slack.type('I got an offer from Acme and must answer by November 27');
    const said = await goOn(await slack.heard(), slack.type, words, DRAFT);
    expect(said).toContain('Hi Ana');
    await told(slack.type('edit'));
    const own = 'Hi Ana, thank you for the offer. I have decided to decline it. All the best, Robin';
    expect(await told(slack.type(own))).toContain(own);
    await slack.type('I sent it');
    const sent = await slack.heard();
    expect(textOf(sent)).toContain('Well done');
    await goOn(sent, slack.type, [], NEVER);
    expect(await told(slack.type('reminders'))).toContain('2027');
    await reconnects();
    expect(slack.api.views).toEqual([]);
  });

  it('is finished on a phone: by a message handed over, a slip of the thumb, pickers and forms', async () => {
    for (const method of ['assistant.threads.setSuggestedPrompts', 'assistant.threads.setStatus'])
      slack.api.misbehave(method, (_, response) => answer(response, { ok: false, error: 'not_allowed' }));
    await told(slack.open());
    const handed = {
      ...fixture('message-shortcut'),
      user: { id: USER, team_id: 'T024BE7LD' },
      message: { text: 'We are so happy that it worked out.' },
      response_url: undefined,
    };
    expect(await told(slack.send(handed))).toContain('Which of these comes closest?');
    await told(slack.click('I have an offer'));
    const slip = { user: USER, type: 'message', text: 'Acne', ts: '1795190000.000100' };
    await told(slack.send(event('message', { ...slip, channel: CHANNEL })));
    const mended = { ...slip, text: 'Acme', edited: { user: USER, ts: '1795190030.000000' } };
    const change = { channel: CHANNEL, message: mended, previous_message: slip };
    expect(await told(slack.send(event('message-changed', change)))).toContain('Acme (before: Acne)');
    await told(slack.click('2026-11-27'));
    await slack.click('Fill in as a form');
    expect(await slack.fill({ Role: 'Analyst', 'Base pay': '85k', Start: '2027-02-01' })).toEqual({});
    await goOn(await slack.heard(), slack.click, [], DRAFT);
    await slack.click('Edit');
    await slack.fill({ 'The whole text': 'Hi Ana, thank you for the offer. I decline it. Best, Robin' });
    expect(textOf(await slack.heard())).toContain('I decline it.');
    await slack.click('I sent it');
    await goOn(await slack.heard(), slack.click, [], NEVER);
    const bars = (await slack.openHome()).text.split('\n').filter((line) => line.includes('█'));
    expect(Math.max(...bars.map((line) => line.length))).toBeLessThanOrEqual(40);
    await reconnects();
  });
});
