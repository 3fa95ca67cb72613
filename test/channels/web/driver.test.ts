import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/coach/message.js';
import type { Channel, Delivery, Handle, PersonKey } from '../../../src/service/ports.js';
import { loadWords } from '../../../src/templates.js';
import type { StoryDriver } from '../../stories/driver.js';
import { findChromium, launchChromium, warnWithoutChromium } from './browser.js';
import { createWebDriver, type StoryService } from './driver.js';
import { choiceQuestion, dateQuestion, draft, greeting, plain, reminder, summary } from './samples.js';

const chromium = findChromium();
if (!chromium) warnWithoutChromium('the driver that plays stories on the web');

/** Answers each event with the next messages, but delivers them only when drained, as an outbox does. */
function scripted(...answers: readonly (readonly Message[])[]): StoryService {
  const left = [...answers];
  const outbox: Delivery[] = [];
  let channel: Channel;
  let who: PersonKey;
  let now = '2026-11-20T15:00:00.000Z';
  let count = 0;
  const enqueue = (messages: readonly Message[]): void => {
    for (const message of messages) {
      count += 1;
      const address = { channel: 'web' as const, to: { person: who.person } };
      outbox.push({ id: `m${count}`, who, address, message, attempt: 1 });
    }
  };
  const drain = async (): Promise<void> => {
    for (const delivery of outbox.splice(0)) await channel.send(delivery);
  };
  const moveTo = async (_who: PersonKey, local: string): Promise<string> => {
    now = new Date(Date.parse(`${local}:00+01:00`)).toISOString();
    enqueue([reminder]);
    await drain();
    return now;
  };
  const handle: Handle = async (inbound) => {
    who = inbound.who;
    enqueue(left.shift() ?? []);
    return 'handled';
  };
  return {
    mountOn(given) {
      channel = given;
      return handle;
    },
    drain,
    moveClock: async (to) => void (await moveTo(who, to)),
    look: async (_who, see) =>
      see(null, { now, zone: null, locale: 'en', words: loadWords('en'), reminders: [] }),
    clock: { now: () => now, moveTo, nextReminder: async () => null },
    close: async () => {},
  };
}

describe.skipIf(!chromium)('the web driver', () => {
  let browser: Browser;
  let driver: StoryDriver;
  beforeAll(async () => {
    browser = await launchChromium(chromium ?? '');
  });
  afterEach(() => driver.close());
  afterAll(() => browser.close());

  const play = async (...answers: readonly (readonly Message[])[]): Promise<void> => {
    driver = await createWebDriver({ browser, service: scripted(...answers), zone: 'Europe/Berlin' });
    await driver.open();
  };

  it('hears each message once, with its text and the coach’s own buttons', async () => {
    await play([greeting], [choiceQuestion], [summary, draft]);
    expect(await driver.heard()).toEqual([
      { text: greeting.text, buttons: greeting.choices.map((choice) => choice.label) },
    ]);
    await driver.click('I have an offer');
    expect(await driver.heard()).toEqual([
      {
        text: '2 of about 7\n\nHow did the offer reach you?',
        buttons: ['In writing', 'By phone', 'Through a recruiter', 'Back', 'Skip', 'Why?'],
      },
    ]);
    await driver.type('by phone');
    const [first, second] = await driver.heard();
    expect(first?.buttons).toEqual([
      'Change: Company',
      'Change: Answer by',
      'Change: What speaks for it',
      'That is right',
      'Start over',
    ]);
    expect(first?.text).toContain('Friday, 27 November 2026');
    expect(second?.text).toContain(draft.body);
    expect(second?.buttons).toEqual(['Edit', 'I have sent it', 'Shorter', 'More formal']);
    expect(await driver.heard()).toEqual([]);
  });

  it('clicks the newest of several buttons, and picks a date', async () => {
    const again = { ...greeting, text: 'Once more.' };
    await play([greeting], [again], [dateQuestion], [plain('Thank you.')]);
    await driver.click('I have an offer');
    await driver.click('I have an offer');
    await driver.heard();
    await driver.click('2026-11-27');
    expect((await driver.heard()).map((each) => each.text)).toEqual(['Thank you.']);
  });

  it('types into the editor that a click opened', async () => {
    await play([draft], [plain('It is saved.')]);
    await driver.heard();
    await driver.click('Edit');
    await driver.type('Dear all,\n\nno.');
    expect((await driver.heard()).map((each) => each.text)).toEqual(['It is saved.']);
  });

  it('moves the clock and hears what falls due', async () => {
    await play([greeting]);
    await driver.heard();
    await driver.moveClock('2026-11-27T09:00');
    expect((await driver.heard()).map((each) => each.text)).toEqual([reminder.text]);
  });
});
