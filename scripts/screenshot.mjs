// Draws docs/playground.png, the README's picture: the real server, a real browser, a real conversation.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const data = await mkdtemp(join(tmpdir(), 'bowout-screenshot-'));
const server = spawn(process.execPath, ['dist/cli.js', 'start'], {
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
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 860 }, timezoneId: 'Europe/Berlin' });
  await page.goto(url);
  await page.locator('#clock[aria-busy=false]').waitFor();
  const said = page.locator('#log .coach');
  for (const text of [
    'I got an offer from Acme, they want an answer in two weeks',
    'Data engineer',
    "That's all I know",
  ]) {
    const before = await said.count();
    await page.locator('#answer').fill(text);
    await page.locator('#composer button').click();
    await said.nth(before).waitFor();
    await page.locator('html[data-unsent="0"]').waitFor({ state: 'attached' });
  }
  await page.screenshot({ path: join(root, 'docs', 'playground.png') });
} finally {
  await browser.close();
  server.removeAllListeners('close');
  server.kill('SIGTERM');
  await rm(data, { recursive: true, force: true });
}
