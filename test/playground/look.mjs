// The Playground's own page in a browser, for pictures of what a person sees.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export async function openLook(url, folder) {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  // One page for both: loading it anew would install the app again and forget what was said.
  const page = await browser.newPage({ viewport: { width: 1200, height: 1500 } });
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.locator('[data-lexical-editor=true]').first().waitFor();
  return {
    async at(name) {
      await page.waitForTimeout(800);
      await page.screenshot({ path: join(folder, `${name}.png`) });
    },
    async click(label) {
      await page.getByRole('button', { name: label, exact: true }).last().click();
    },
    /** An entry of a list, and the button that takes it. */
    async pick(label) {
      await page.getByRole('combobox').last().click();
      await page.getByRole('option', { name: label, exact: true }).last().click();
      await page.getByRole('button', { name: 'Choose', exact: true }).last().click();
    },
    close: () => browser.close(),
  };
}
