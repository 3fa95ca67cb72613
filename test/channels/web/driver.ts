import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { mountWeb, type PlaygroundClock } from '../../../src/channels/web/mount.js';
import { createWeb } from '../../../src/channels/web/web.js';
import { createLog } from '../../../src/log.js';
import type { Channel, Handle, Look } from '../../../src/service/ports.js';
import { loadWords } from '../../../src/templates.js';
import type { Heard, StoryDriver } from '../../stories/driver.js';

/** The service as a story runs it, on its own store and clock. */
export interface StoryService {
  mountOn(channel: Channel): Handle;
  drain(): Promise<void>;
  moveClock(to: string): Promise<void>;
  readonly look: Look;
  clock: PlaygroundClock;
  close(): Promise<void>;
}

/** As in the page's dom.js, and a little more. */
const DOUBLE_CLICK_MS = 700;
const PATIENCE = { timeout: 20_000, interval: 20 };
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Plays a person in a real browser on the real page: reads what is rendered, clicks and types.
 * What is typed goes into an open editor, else into the answer field. `zone` is the browser's IANA zone. The browser stays open; `close` ends its page, the server and the service.
 */
export async function createWebDriver(params: {
  readonly browser: Browser;
  readonly service: StoryService;
  readonly zone: string;
  readonly locale?: string;
}): Promise<StoryDriver> {
  const { browser, service, zone, locale = 'en-GB' } = params;
  const web = createWeb({ now: (who) => service.clock.now(who) });
  const sent = new Set<string>();
  const gone = new Set<string>();
  const channel: Channel = {
    name: 'web',
    async send(delivery) {
      const outcome = await web.send(delivery);
      if (outcome.type === 'sent') sent.add(delivery.id);
      return outcome;
    },
    async find(delivery) {
      return (await web.find?.(delivery)) ?? null;
    },
    async remove(removal) {
      if (!web.remove) throw new Error('the playground can take messages away');
      sent.delete(removal.delivery);
      gone.add(removal.delivery);
      return web.remove(removal);
    },
    forget(who) {
      sent.clear();
      web.forget(who);
    },
  };
  const app = express();
  const mounted = mountWeb(app, {
    web,
    handle: service.mountOn(channel),
    look: service.look,
    clock: service.clock,
    words: loadWords('en'),
    log: createLog('silent'),
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const context = await browser.newContext({
    timezoneId: zone,
    locale,
    viewport: { width: 1200, height: 900 },
  });
  const page = await context.newPage();
  const read = new Set<string>();
  let moved = false;
  let clicked = '';

  /** What was done has reached the coach, and all that it said is on the page. */
  const settle = async (): Promise<void> => {
    await page.locator('html[data-unsent="0"]').waitFor({ state: 'attached' });
    await service.drain();
    await expect
      .poll(async () => {
        // Asked again from here: the page's content policy lets nothing inside it evaluate a text twice.
        const shown = await page.evaluate<string[]>(
          `[...document.querySelectorAll('#log .coach')].map((each) => each.dataset.id)`,
        );
        return [...sent].every((id) => shown.includes(id)) && ![...gone].some((id) => shown.includes(id));
      }, PATIENCE)
      .toBe(true);
  };

  return {
    async open() {
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.locator('#clock[aria-busy=false]').waitFor();
      await settle();
    },
    async type(text) {
      const editor = page.locator('#log .editor:visible').last();
      if (await editor.isVisible()) {
        await editor.locator('textarea').fill(text);
        await editor.locator('button[type=submit]').click();
      } else {
        await page.locator('#answer').fill(text);
        await page.locator('#composer button').click();
      }
      await settle();
    },
    async click(label) {
      if (label === clicked) await page.waitForTimeout(DOUBLE_CLICK_MS);
      clicked = label;
      if (ISO_DATE.test(label)) await pickDate(page, label);
      else await newestButton(page, label).click();
      await settle();
    },
    async heard() {
      await settle();
      const heard = await hear(page, read);
      for (const { id } of heard) read.add(id);
      return heard.map(({ text, buttons }) => ({ text, buttons }));
    },
    async moveClock(to) {
      // The page takes a second click that follows at once for a double click, as nobody would mean two moves.
      if (moved) await page.waitForTimeout(DOUBLE_CLICK_MS);
      moved = true;
      await page.locator('#clock-to').fill(to);
      const answered = page.waitForResponse((response) => response.url().endsWith('/playground/clock'));
      await page.locator('#clock-pick button').click();
      const response = await answered;
      if (!response.ok()) throw new Error(`The clock did not move to ${to}: ${await response.text()}`);
      await settle();
    },
    async close() {
      await context.close();
      mounted.close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await service.close();
    },
  };
}

/** Labels stand alone in their buttons: numbers and ticks are drawn by the style sheet. */
function newestButton(page: Page, label: string): Locator {
  const exactly = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
  return page.locator('#log button:visible').filter({ hasText: exactly }).last();
}

async function pickDate(page: Page, date: string): Promise<void> {
  const picker = page
    .locator('#log form:visible')
    .filter({ has: page.locator('input[type=date]') })
    .last();
  await picker.locator('input[type=date]').first().fill(date);
  await picker.locator('button[type=submit]').click();
}

/**
 * Runs in the page, as text, since the tests know no browser types. Reads what is visible: buttons are taken
 * out of the text for the moment of reading; only those that carry an action are the coach's.
 */
function hear(page: Page, read: ReadonlySet<string>): Promise<(Heard & { id: string })[]> {
  const known = JSON.stringify([...read]);
  return page.evaluate<
    (Heard & { id: string })[]
  >(`[...document.querySelectorAll('#log .coach')].filter((each) => !${known}.includes(each.dataset.id)).map((message) => {
    const visible = [...message.querySelectorAll('button, form')].filter((each) => each.checkVisibility());
    const buttons = visible.filter((each) => each.dataset.action !== undefined).map((each) => each.innerText);
    for (const each of visible) each.style.display = 'none';
    const text = message.querySelector('.body').innerText.trim();
    for (const each of visible) each.style.display = '';
    return { id: message.dataset.id, text, buttons };
  })`);
}
