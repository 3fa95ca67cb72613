import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { listReminders } from '../../src/commands/reminders.js';
import { createLog } from '../../src/log.js';
import { openStore } from '../../src/store/open-store.js';
import { aPerson, aReminder } from '../contract/samples.js';

describe('bowout reminders', () => {
  const who = aPerson();
  let dataDir: string;
  const printed: string[] = [];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'bowout-reminders-'));
    vi.stubEnv('DATA_DIR', dataDir);
    vi.stubEnv('DATABASE_URL', '');
    vi.stubEnv('ENCRYPTION_KEY', '');
    // Vitest sets one of its own, which is no address.
    vi.stubEnv('BASE_URL', '');
    const store = await openStore({
      databaseUrl: null,
      dataDir,
      encryptionKey: null,
      log: createLog('silent'),
    });
    await store.turn(who, async (turn) => {
      await turn.planReminder(aReminder('later'), '2027-03-20T13:00:00Z');
      await turn.planReminder(aReminder('o1:reply-by:24h'), '2027-03-14T13:00:00Z');
    });
    await store.close();
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed.push(String(text));
      return true;
    });
  });
  afterEach(() => void printed.splice(0));
  afterAll(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('lists what is coming, soonest first, at the times of the person', async () => {
    await listReminders(['--tenant', who.tenant, '--person', who.person]);

    expect(printed.join('')).toBe(
      '2027-03-14T09:00  America/New_York  reply-by  o1:reply-by:24h\n' +
        '2027-03-20T09:00  America/New_York  reply-by  later\n',
    );
  });

  it('says when nothing is', async () => {
    await listReminders(['--tenant', who.tenant, '--person', 'U0NOBODY']);

    expect(printed.join('')).toBe('Nothing is coming for U0NOBODY.\n');
  });

  it('asks whose', async () => {
    await expect(listReminders(['--person', 'U1'])).rejects.toThrow(
      'reminders needs whose: --tenant slack:T0123 --person U0123.',
    );
  });
});
