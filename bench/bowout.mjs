// What the measures need of the built product.
import { randomBytes, randomUUID } from 'node:crypto';
import { createService } from '../dist/service/service.js';
import { openStore } from '../dist/store/open-store.js';
import { loadWords } from '../dist/templates.js';

export const silent = { info() {}, warn() {}, error() {}, debug() {}, child: () => silent };

export const words = loadWords('en');

export function openPostgres(databaseUrl, encryptionKey = randomBytes(32).toString('hex')) {
  return openStore({ databaseUrl, dataDir: '', encryptionKey, log: silent });
}

/** A service whose channel takes every message at once and posts nothing. */
export function serviceOn(store, { onSend = () => {} } = {}) {
  const channel = {
    name: 'slack',
    async send(delivery) {
      onSend(delivery);
      return { type: 'sent', externalId: delivery.id };
    },
  };
  return createService({
    store,
    channels: [channel],
    wordsFor: () => words,
    clock: () => null,
    owner: randomUUID(),
    log: silent,
  });
}

export function somebody(n, tenant = 'T1') {
  const who = { tenant: `slack:${tenant}`, person: `U${n}` };
  return { who, address: { channel: 'slack', to: { team: tenant, user: `U${n}`, channel: `D${n}` } } };
}

export const context = {
  now: '2026-11-21T09:00:00Z',
  zone: 'Europe/London',
  locale: 'en-US',
  words,
  reminders: [],
};

/** The start of a flow and its first four questions, as typed; `waterfall.mjs` asks the same. */
export const FOUR_ANSWERS = ['I have a counteroffer', 'Acme', 'They have made one', 'No way to grow', '95k'];
