// Draws the README's pictures in docs/: the real server, a real browser, a real conversation. `BOWOUT=dist/cli.js` names another build.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const desktop = { width: 1280, height: 1000 };
const phone = { width: 390, height: 844 };
/** Long enough for a picture to come and for what moves to come to rest, in milliseconds. */
const REST = 800;

const program = resolve(root, process.env.BOWOUT ?? 'dist/cli.js');
const data = await mkdtemp(join(tmpdir(), 'bowout-screenshot-'));
const server = spawn(process.execPath, [program, 'start'], {
  cwd: root,
  env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: join(data, 'store'), LOG_LEVEL: 'warn' },
});
const url = await new Promise((resolve, reject) => {
  let printed = '';
  server.stdout.on('data', (chunk) => {
    printed += chunk;
    const found = /http:\/\/localhost:\d+/.exec(printed);
    if (found) resolve(found[0]);
  });
  server.once('close', () => reject(new Error(`The server did not start:\n${printed}`)));
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--lang=en-GB'],
});
try {
  const page = await browser.newPage({ viewport: desktop, timezoneId: 'Europe/Berlin', locale: 'en-GB' });
  await page.goto(url);
  await page.locator('#clock[aria-busy=false]').waitFor();
  await startOnATuesdayMorning(page);
  await say(page, [
    'I got an offer from Acme, they want an answer in ten days',
    'Data engineer',
    '85k a year',
    "That's all I know",
    'ledger',
    'More pay than now\nA team that I know from a project',
    'An hour on the train each way',
    'In two years I could lead the team',
    'compare',
    ...['2', '1', 'skip', '1', '1', '2', '1', '1'],
    ...['Globex', '79k a year', 'skip', '2', '1', '1'],
    ...['skip', 'skip'],
  ]);
  await picture(page, 'playground');
  await say(page, [
    '1',
    ...['sideways', 'it fits', 'my present job', 'about the same', 'mixed', 'nothing', '1', 'Say no', 'skip'],
  ]);
  await say(page, [
    'It is not the right fit',
    'your open answers about the team',
    'Ana',
    'Robin',
    'email',
    'warm',
  ]);
  await page.locator('.draft').waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByText('Why this sentence?').click();
  await page.mouse.move(900, 500);
  await page.mouse.wheel(0, 420);
  await picture(page, 'playground-letter');
  await page.getByText('Why this sentence?').click();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(phone);
  await page.locator('.draft').scrollIntoViewIfNeeded();
  await picture(page, 'playground-phone');
  await page.locator('#panel-toggle').click();
  await picture(page, 'playground-phone-overview');
} finally {
  await browser.close();
  server.removeAllListeners('close');
  server.kill('SIGTERM');
  await rm(data, { recursive: true, force: true });
}

/** One after the other, each when the coach has answered the one before. */
async function say(page, lines) {
  const said = page.locator('#log .coach');
  for (const line of lines) {
    const before = await said.count();
    await page.locator('#answer').fill(line);
    await page.locator('#composer button[type=submit]').click();
    await said.nth(before).waitFor();
    await page.locator('html[data-unsent="0"]').waitFor({ state: 'attached' });
  }
}

/** A picture made at night would tell of quiet hours. */
async function startOnATuesdayMorning(page) {
  const day = new Date();
  do day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() !== 2);
  await page.locator('#clock-to').fill(`${day.toISOString().slice(0, 10)}T09:40`);
  await page.locator('#clock-pick button').click();
  await page.locator('#clock-time', { hasText: '09:40' }).waitFor();
}

async function picture(page, name) {
  await page.waitForTimeout(REST);
  await page.screenshot({ path: join(root, 'docs', `${name}.png`) });
}
