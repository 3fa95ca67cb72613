import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp, mountCalendar, mountHealth } from '../src/http.js';
import { createLog } from '../src/log.js';
import { listen, stop } from './channels/teams/connector.js';

const TOKEN = 'a'.repeat(43);
const FILE = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';

let server: Server;
let url: string;
let logged = '';
beforeAll(async () => {
  const app = createApp();
  mountHealth(app, { problem: async () => null });
  const log = createLog('trace', {
    write: (line) => {
      logged += line;
    },
  });
  const read = async (token: string) => {
    if (token === 'broken') throw new Error('the database does not answer');
    return token === TOKEN ? FILE : null;
  };
  mountCalendar(app, read, log);
  server = createServer(app);
  url = await listen(server);
});
afterAll(() => stop(server));

describe('a calendar address', () => {
  test('gives the file to whoever has it, and to no cache', async () => {
    const response = await fetch(`${url}calendar/${TOKEN}.ics`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    expect(await response.text()).toBe(FILE);
  });

  test.each([
    'x.ics',
    `${TOKEN}`,
    `${TOKEN}.ics.ics`,
    `${TOKEN}.ICS`,
    '%00.ics',
    '..%2f..%2fetc%2fpasswd.ics',
  ])('is no other, such as %s', async (name) => {
    const response = await fetch(`${url}calendar/${name}`);
    expect([response.status, await response.text()]).toEqual([
      404,
      'There is no calendar at this address.\n',
    ]);
  });

  test('that can not be read just now tells nothing of why, and stands in no log', async () => {
    const response = await fetch(`${url}calendar/broken.ics`);
    expect([response.status, await response.text()]).toEqual([
      503,
      'The calendar cannot be read just now.\n',
    ]);
    expect(logged).toContain('a calendar could not be read');
    expect(logged).not.toContain('broken');
  });
});

test.each(['healthz', 'readyz', `calendar/${TOKEN}.ics`, 'calendar/x.ics', 'nothing/here'])(
  'the answer to /%s keeps browsers from guessing, framing, telling and running anything',
  async (path) => {
    const { headers } = await fetch(`${url}${path}`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  },
);
