import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newState } from '../../../src/coach/conversation/state.js';
import { ranges } from '../../picture/samples.js';
import { findChromium, launchChromium, warnWithoutChromium } from './browser.js';
import { keepSomebody } from './kept.js';
import { type Playground, startPlayground } from './playground.js';
import { card, greeting, reminder } from './samples.js';

const chromium = findChromium();
if (!chromium) warnWithoutChromium('the panel beside the conversation');

describe('what the page asks for', () => {
  let playground: Playground;
  let cookie: string;
  beforeAll(async () => {
    playground = await startPlayground();
    cookie = await newPerson();
  });
  afterAll(() => playground.close());

  const newPerson = async (): Promise<string> =>
    (await fetch(playground.url)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const get = (path: string, headers: Record<string, string> = { Cookie: cookie }): Promise<Response> =>
    fetch(`${playground.url}/playground/${path}`, { headers });

  it('is the overview, with the pictures that can be drawn', async () => {
    playground.keep(null);
    expect(await (await get('panel')).json()).toMatchObject({
      overview: { title: 'Your overview' },
      pictures: {},
    });
    keepSomebody(playground);
    const response = await get('panel');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({
      overview: { opportunities: { total: 1 }, journal: { total: 1 } },
      pictures: { comparison: expect.stringMatching(/^[\w-]{12}$/), reasons: expect.any(String) },
    });
  });

  it('is a picture, which as an image may neither run nor load anything', async () => {
    keepSomebody(playground);
    for (const width of [340, 600]) {
      const response = await get(`picture/comparison?width=${width}`);
      expect(response.headers.get('content-type')).toContain('image/svg+xml');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      );
      const svg = await response.text();
      expect(svg).toContain(`width="${width}"`);
      expect(svg).toContain('Initech');
    }
  });

  it.each([
    'picture/comparison?width=9999',
    'picture/comparison',
    'picture/else?width=340',
    'picture/toString?width=340',
  ])('%s is nothing', async (path) => {
    keepSomebody(playground);
    expect((await get(path)).status).toBe(404);
  });

  it('is told to nobody without the cookie, nor to another site', async () => {
    for (const path of ['panel', 'picture/comparison?width=340']) {
      expect((await get(path, {})).status).toBe(401);
      expect((await get(path, { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    }
  });

  it('is the picture of a message only for the person to whom it was said', async () => {
    playground.answer(() => [{ ...card, picture: ranges }]);
    const body = {
      id: crypto.randomUUID(),
      input: { type: 'text', text: 'x' },
      said: 'x',
      zone: null,
      locale: null,
    };
    await fetch(`${playground.url}/playground/input`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: playground.url, Cookie: cookie },
      body: JSON.stringify(body),
    });
    const who = playground.inbounds.at(-1)?.who.person ?? '';
    const entry = playground.web.history.since(who, null).at(-1)?.entry.id;
    playground.keep(null);
    expect((await get(`picture/${entry}?width=340`)).status).toBe(200);
    expect((await get(`picture/${body.id}?width=340`)).status).toBe(404);
    expect((await get(`picture/${entry}?width=340`, { Cookie: await newPerson() })).status).toBe(404);
  });
});

describe.skipIf(!chromium)('the panel beside the conversation', () => {
  let browser: Browser;
  let playground: Playground;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    browser = await launchChromium(chromium ?? '');
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    playground = await startPlayground();
    playground.answer(({ input }) => (input.type === 'hello' ? [greeting] : []));
    complaints = [];
  });
  afterEach(async () => {
    await page.context().close();
    await playground.close();
    expect(complaints).toEqual([]);
  });

  async function open(options: BrowserContextOptions = {}): Promise<void> {
    const context = await browser.newContext({ timezoneId: 'Europe/Berlin', locale: 'en-GB', ...options });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(playground.url);
    await page.getByRole('button', { name: 'I have an offer' }).waitFor();
    await page.locator('#panel-parts[aria-busy=false]').waitFor({ state: 'attached' });
  }

  const panel = () => page.getByRole('region', { name: 'Where you stand' });
  const part = (name: string) =>
    panel()
      .locator('details')
      .filter({ has: page.getByRole('heading', { name }) });
  /** In CSS pixels, 0 until it has come. */
  const widthOf = (selector: string) =>
    page.evaluate<number>(`document.querySelector('${selector} img')?.naturalWidth ?? 0`);
  const lastClick = () => playground.inbounds.at(-1)?.input;

  it('is folded and says what will stand there while there is nothing', async () => {
    await open();
    expect(await panel().locator('details[open]').count()).toBe(0);
    await panel().getByText('Your drafts').click();
    expect(await panel().getByText('There is no draft yet.').isVisible()).toBe(true);
  });

  it('shows what is open with the next step, the list, the comparison and the journal as pictures and in words', async () => {
    keepSomebody(playground);
    await open();
    const offer = panel().getByRole('region', { name: 'A' });
    await offer.getByText('offer in hand, open').waitFor();
    await offer.getByText('in 7 days').waitFor();
    await part('Costs and benefits').getByText('A smaller team').waitFor();
    for (const [id, name] of [
      ['comparison', 'Side by side'],
      ['journal', 'Your decisions'],
    ] as const) {
      const image = part(name).getByRole('img');
      await image.scrollIntoViewIfNeeded();
      await expect.poll(() => widthOf(`[data-part=${id}]`)).toBe(340);
      const alternative = (await image.getAttribute('alt')) ?? '';
      const [, fact = ''] = alternative.split('. ');
      await part(name).getByText(fact.replace(/\.$/, ''), { exact: true }).waitFor();
    }
    await part('Your drafts').getByText('No to an offer by email').waitFor();
    await offer.getByRole('button', { name: 'Go on with A' }).click();
    await expect.poll(lastClick).toEqual({ type: 'click', action: '{"do":"continue","about":"o1"}' });
  });

  it('tells what lies on the way, and moves with the clock', async () => {
    const coach = keepSomebody(playground);
    await open();
    const way = part('What lies on the way').getByRole('listitem');
    expect(await way.nth(0).textContent()).toMatch(/^Now · .*16:00/);
    expect(await way.nth(1).textContent()).toContain('in 5 days');
    coach.moveClock('2026-11-26T10:00');
    playground.keep(coach.state, coach.reminders);
    playground.plan('2026-11-25T09:00', reminder);
    await page.getByLabel('Or pick a time').fill('2026-11-26T10:00');
    await page.getByRole('button', { name: 'Go there' }).click();
    await expect.poll(() => way.nth(0).textContent()).toMatch(/^Now · .*26 November 2026.*10:00/);
    expect(await way.nth(1).textContent()).toContain('tomorrow');
  });

  it('leaves a part as its reader left it, and opens what was empty before', async () => {
    keepSomebody(playground);
    await open();
    const ledger = part('Costs and benefits');
    await ledger.locator('summary').click();
    const kept = newState('Europe/Berlin');
    playground.keep(kept);
    await page.locator('#answer').fill('Something');
    await page.locator('#answer').press('Enter');
    await panel().getByText('Nothing is open.').waitFor();
    keepSomebody(playground);
    await page.locator('#answer').fill('Something else');
    await page.locator('#answer').press('Enter');
    await panel().getByRole('button', { name: 'Go on with A' }).waitFor();
    expect(await part('Open').getAttribute('open')).not.toBeNull();
  });

  it('has on a phone a page of its own, and leaves the conversation free', async () => {
    keepSomebody(playground);
    await open({ viewport: { width: 390, height: 844 } });
    expect(await panel().isVisible()).toBe(false);
    const toggle = page.getByRole('button', { name: 'Overview' });
    await toggle.click();
    expect(await toggle.getAttribute('aria-expanded')).toBe('true');
    await panel().getByText('offer in hand, open').waitFor();
    expect(await page.locator('#log').isVisible()).toBe(false);
    const [wide, view] = await page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    expect(wide).toBe(view);
    await panel().getByRole('button', { name: 'Back to the conversation' }).click();
    expect(await page.locator('#log').isVisible()).toBe(true);
    expect(await panel().isVisible()).toBe(false);
    await page.waitForTimeout(700);
    await toggle.click();
    await page.keyboard.press('Escape');
    expect(await panel().isVisible()).toBe(false);
    await page.waitForTimeout(700);
    await toggle.click();
    await panel().getByRole('button', { name: 'Go on with A' }).click();
    await page.locator('#log').getByText('Go on with A').waitFor();
  });

  it('a message with a picture shows it, wide where there is room', async () => {
    await open({ viewport: { width: 1280, height: 900 } });
    playground.answer(() => [{ ...card, picture: ranges }]);
    await page.getByRole('button', { name: 'I have an offer' }).click();
    const image = page.locator('#log').getByRole('img');
    await image.scrollIntoViewIfNeeded();
    await expect.poll(() => widthOf('#log')).toBe(600);
    expect(await image.getAttribute('alt')).toBe([ranges.title, ...ranges.facts].join('. '));
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => widthOf('#log')).toBe(340);
  });
});
