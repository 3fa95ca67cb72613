import { parseArgs } from 'node:util';
import { isZone } from '../coach/remind/calendar.js';
import { readConfig } from '../config.js';
import { createLog } from '../log.js';
import { openStore } from '../store/open-store.js';
import { chat } from './chat.js';

/** `bowout chat`: reads its options, opens the store and talks until the input ends. */
export async function startChat(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      memory: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      now: { type: 'string' },
      tz: { type: 'string' },
      locale: { type: 'string', default: 'en-US' },
    },
  });
  const now = values.now === undefined ? null : readInstant(values.now);
  const zone = readZone(values.tz ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const config = readConfig(undefined, { LOG_LEVEL: 'error' });
  const log = createLog(config.logLevel, process.stderr);
  const store = await openStore({
    ...config,
    ...(values.memory && { databaseUrl: null, dataDir: 'memory' }),
    log,
  });
  try {
    await chat({
      store,
      log,
      json: values.json,
      now,
      zone,
      locale: values.locale,
      input: process.stdin,
      output: process.stdout,
      interactive: process.stdin.isTTY === true && !values.json,
    });
  } finally {
    await store.close();
  }
}

function readInstant(text: string): string {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()))
    throw new Error(`--now "${text}" is no time: write it like 2026-11-20T16:00:00Z.`);
  return instant.toISOString().replace(/\.\d+Z$/, 'Z');
}

function readZone(zone: string): string {
  if (!isZone(zone)) throw new Error(`--tz "${zone}" is no time zone: write it like Europe/Berlin.`);
  return zone;
}
