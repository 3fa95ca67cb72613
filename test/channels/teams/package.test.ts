import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, inflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { advance } from '../../../src/coach/conversation/advance.js';
import { loadWords } from '../../../src/templates.js';
import { admitted, parse } from './fixtures.js';

const SCRIPT = 'scripts/teams-package.mjs';
const APP = '00000000-0000-4000-8000-000000000000';
const folder = mkdtempSync(join(tmpdir(), 'bowout-teams-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (environment: Record<string, string>, file = join(folder, 'app.zip')) =>
  promisify(execFile)(process.execPath, [SCRIPT, file], { env: environment }).then(() =>
    readZip(readFileSync(file)),
  );

/** Reads a zip file by its list of entries, and checks each entry's checksum. */
function readZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  const entries = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < zip.readUInt16LE(end + 10); i += 1) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const [packed, nameLength, start] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const data = inflateRawSync(zip.subarray(start + 30 + nameLength, start + 30 + nameLength + packed));
    expect(crc32(data)).toBe(zip.readUInt32LE(at + 16));
    entries.set(name, data);
    at += 46 + nameLength;
  }
  return entries;
}

const words = loadWords('en');

/** Whether the coach answers the word with something better than the menu for what it did not understand. */
function isUnderstood(title: string): boolean {
  const typed = parse(admitted('message', { text: title }));
  if (typed.type !== 'inbound' || typed.inbound.input.type === 'left') return false;
  const context = {
    now: '2026-11-20T10:00:00Z',
    zone: 'Europe/Berlin',
    locale: 'en-US',
    words,
    reminders: [],
  };
  const { state } = advance(null, { type: 'hello' }, context);
  const { messages } = advance(state, typed.inbound.input, context);
  return !messages.some(
    ({ key }) => key === 'conversation.not-understood' || key === 'conversation.not-read',
  );
}

describe('the app package', () => {
  it('holds the manifest of this installation and both icons, at its root', async () => {
    const entries = await run({ TEAMS_APP_ID: APP, BASE_URL: 'https://bowout.example.com/' });
    expect([...entries.keys()]).toEqual(['manifest.json', 'color.png', 'outline.png']);
    const manifest = JSON.parse(String(entries.get('manifest.json')));
    expect(manifest).toMatchObject({
      manifestVersion: '1.22',
      id: APP,
      developer: {
        websiteUrl: 'https://bowout.example.com',
        privacyUrl: 'https://bowout.example.com/privacy',
      },
      bots: [{ botId: APP, scopes: ['personal'] }],
    });
    expect(JSON.stringify(manifest)).not.toContain('{{');
  });

  it('keeps to what Teams allows', async () => {
    const entries = await run({ TEAMS_APP_ID: APP, BASE_URL: 'https://bowout.example.com' });
    const { name, description, bots } = JSON.parse(String(entries.get('manifest.json')));
    expect(name.short.length).toBeLessThanOrEqual(30);
    expect(name.full.length).toBeLessThanOrEqual(100);
    expect(description.short.length).toBeLessThanOrEqual(80);
    expect(bots[0].commandLists[0].commands.length).toBeLessThanOrEqual(10);
    for (const { title } of bots[0].commandLists[0].commands)
      expect([title, isUnderstood(title)]).toEqual([title, true]);
    for (const [icon, size] of [
      ['color.png', 192],
      ['outline.png', 32],
    ] as const) {
      const png = entries.get(icon);
      expect([png?.readUInt32BE(16), png?.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  it('is checked offline, and is not made when Teams would not take it', async () => {
    const copy = join(folder, 'copy');
    for (const part of ['scripts', 'deploy/teams']) cpSync(part, join(copy, part), { recursive: true });
    symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
    const file = join(copy, 'deploy/teams/manifest.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"#1F3A5F"', '"blue"'));
    const env = { TEAMS_APP_ID: APP, BASE_URL: 'https://bowout.example.com' };
    const made = promisify(execFile)(process.execPath, [join(copy, SCRIPT), join(copy, 'app.zip')], { env });
    await expect(made).rejects.toThrow('/accentColor must match pattern');
    expect(existsSync(join(copy, 'app.zip'))).toBe(false);
  });

  it.each([
    ['TEAMS_APP_ID', { BASE_URL: 'https://bowout.example.com' }],
    ['TEAMS_APP_ID', { TEAMS_APP_ID: 'not an id', BASE_URL: 'https://bowout.example.com' }],
    ['BASE_URL', { TEAMS_APP_ID: APP, BASE_URL: 'http://localhost:3000' }],
  ])('is not made without a good %s', async (name, environment) => {
    await expect(run(environment as Record<string, string>, join(folder, 'none.zip'))).rejects.toThrow(
      `${name} is`,
    );
  });
});
