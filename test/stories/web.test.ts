import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { findChromium, launchChromium, warnWithoutChromium } from '../channels/web/browser.js';
import { createWebDriver } from '../channels/web/driver.js';
import { tellAll } from './tell.js';

const chromium = findChromium();
if (chromium === null) warnWithoutChromium('the stories on the web playground');

describe.skipIf(chromium === null)('stories on the web playground, in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium ?? '');
  });
  afterAll(() => browser.close());
  tellAll((service, zone) => createWebDriver({ browser, service, zone, locale: 'en-US' }), {
    opensFirst: true,
    refusesEmpty: true,
    editsInForm: true,
  });
});
