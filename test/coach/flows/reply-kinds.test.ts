import { describe, expect, test } from 'vitest';
import { readKind } from '../../../src/coach/draft/catalogue.js';
import { channels, reasons, replyKinds, shortOf } from '../../../src/coach/flows/reply-kinds.js';
import { loadWords } from '../../../src/templates.js';

const words = loadWords('en-US');
const kinds = [...replyKinds, ...Object.values(shortOf)];

describe('what the reply asks is what the templates can write', () => {
  for (const kind of kinds) {
    test(`${kind}: every channel of the catalogue is offered, and no other`, () => {
      expect(new Set(channels[kind] ?? ['email'])).toEqual(new Set(readKind(kind, words).channels));
    });

    test(`${kind}: every reason offered is one that the catalogue has words for`, () => {
      for (const reason of reasons[kind] ?? []) expect(readKind(kind, words).reasons).toContain(reason);
    });
  }

  for (const kind of [
    'decline-invitation',
    'decline-invitation-referring',
    'decline-invitation-short',
    'withdraw',
    'withdraw-short',
  ]) {
    test(`${kind}: every reason of the catalogue is offered`, () => {
      expect(new Set(reasons[kind])).toEqual(new Set(readKind(kind, words).reasons));
    });
  }

  test('a short form exists for each no, and says the same in fewer words', () => {
    expect(Object.keys(shortOf)).toEqual(['decline-offer', 'decline-invitation', 'withdraw']);
    for (const [kind, short] of Object.entries(shortOf)) expect(reasons[short]).toEqual(reasons[kind]);
  });
});
