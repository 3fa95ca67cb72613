import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ranges } from '../../picture/samples.js';
import { findChromium, launchChromium, warnWithoutChromium } from './browser.js';
import { keepSomebody } from './kept.js';
import { type Playground, startPlayground } from './playground.js';
import {
  card,
  choiceQuestion,
  dateQuestion,
  draft,
  formQuestion,
  greeting,
  plain,
  reminder,
  summary,
} from './samples.js';

const chromium = findChromium();
if (!chromium) warnWithoutChromium('the accessibility of the playground page');

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AUDIT = `axe.run(document, { resultTypes: ['violations'] }).then((results) =>
  results.violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' | ')))`;

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };

describe.skipIf(!chromium)('axe finds nothing', () => {
  let browser: Browser;
  let playground: Playground;

  beforeAll(async () => {
    browser = await launchChromium(chromium ?? '');
    playground = await startPlayground();
  });
  afterAll(async () => {
    await browser.close();
    await playground.close();
  });

  const cases = (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['phone', 'desktop'] as const).map((size) => ({ colorScheme, size })),
  );

  it.each(cases)('in $colorScheme on a $size', async ({ colorScheme, size }) => {
    // The policy would stop the audit's own script; the other tests run with it.
    const context = await browser.newContext({ colorScheme, viewport: sizes[size], bypassCSP: true });
    const page = await context.newPage();
    playground.answer(({ input }) => (input.type === 'hello' ? [greeting] : []));
    await page.goto(playground.url);
    await page.getByText('I have an offer').waitFor();
    await page.evaluate(axe);
    const audit = () => page.evaluate<string[]>(AUDIT);
    expect(await audit()).toEqual([]);

    playground.answer(() => [choiceQuestion, dateQuestion, plain('Good.'), formQuestion]);
    await page.getByText('I have an offer').click();
    await page.getByText('Answer several at once').click();
    if (size === 'phone') await page.locator('#clock-toggle').click();
    expect(await audit()).toEqual([]);
    if (size === 'phone') await page.locator('#clock-toggle').click();

    playground.answer(() => [summary, card, draft, reminder]);
    await page.getByText('Save these').click();
    await page.getByText('Why this sentence?').click();
    await page.getByText('Copy the reply').click();
    await page.getByText('Copied').waitFor();
    expect(await audit()).toEqual([]);

    keepSomebody(playground);
    playground.answer(() => [{ ...card, picture: ranges }]);
    await page.locator('#answer').fill('Compare them');
    await page.locator('#answer').press('Enter');
    await page.locator('#log .picture').waitFor();
    if (size === 'phone') await page.locator('#panel-toggle').click();
    await page.getByText('offer in hand, open').waitFor();
    await page.getByText('Where you stand').waitFor();
    expect(await audit()).toEqual([]);
    if (size === 'phone') await page.getByText('Back to the conversation').click();

    playground.answer(() => {
      throw new Error('not now');
    });
    await page.getByText('Edit', { exact: true }).click();
    await page.locator('#answer').fill('Sent later');
    await page.locator('#answer').press('Enter');
    await page.getByText('Not sent yet.').waitFor();
    expect(await audit()).toEqual([]);
    await context.close();
  });

  it('at 200 % zoom: nothing is cut off, and the answer field is in reach', async () => {
    // A browser at 200 % shows a page of half the size in its own pixels.
    const viewport = { width: 640, height: 450 };
    const context = await browser.newContext({ viewport, deviceScaleFactor: 2 });
    const page = await context.newPage();
    playground.answer(() => [greeting, formQuestion, summary, card, draft, reminder]);
    await page.goto(playground.url);
    await page.getByText(reminder.text).waitFor();
    await page.getByText('Answer several at once').waitFor({ state: 'hidden' });
    const [wide, view] = await page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    expect(wide).toBe(view);
    const box = await page.locator('#answer').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
    await context.close();
  });
});
