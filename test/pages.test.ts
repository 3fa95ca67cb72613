import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../src/http.js';
import { mountPages } from '../src/pages.js';
import { loadWords } from '../src/templates.js';
import { listen, stop } from './channels/teams/connector.js';

let server: Server;
let url: string;
beforeAll(async () => {
  const app = createApp();
  mountPages(app, loadWords('en'), 7);
  server = createServer(app);
  url = await listen(server);
});
afterAll(() => stop(server));

const get = async (path: string) => {
  const response = await fetch(`${url}${path}`);
  return { response, html: await response.text() };
};

describe.each(['privacy', 'terms'])('/%s, which the app packages link to', (path) => {
  test('is a page in plain words', async () => {
    const { response, html } = await get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(html).toMatch(/<h1>[^<]+<\/h1>/);
    expect(html.match(/<h2>/g)?.length).toBeGreaterThanOrEqual(4);
    expect(html).not.toContain('{{');
    expect(html).not.toContain('<p></p>');
  });

  test('runs nothing and can be framed nowhere; only its own style is let in', async () => {
    const { response, html } = await get(path);
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/style-src 'sha256-[\w+/]{43}='/);
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(html).not.toContain('<script');
  });
});

test('the privacy page says how long things are kept here, and what removing the app does', async () => {
  const { html } = await get('privacy');
  expect(html).toContain('7 months');
  expect(html).toContain('Removing the app from Microsoft Teams deletes everything');
});
