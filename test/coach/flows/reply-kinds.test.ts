import { describe, expect, test } from 'vitest';
import { optionsOf } from '../../../src/coach/conversation/flow.js';
import { draftKinds, readKind } from '../../../src/coach/draft/catalogue.js';
import { reply } from '../../../src/coach/flows/reply.js';
import {
  channels,
  families,
  reasons,
  replyKinds,
  sayAgain,
  shortOf,
  variants,
} from '../../../src/coach/flows/reply-kinds.js';
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

  test.each(kinds)('%s: there are words for the moment after it was sent', (kind) => {
    expect(words.text(`coach.drafts.sent.${kind}`)).toMatch(/^Well done/);
  });

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

  test('whatever reason was given with a no can be given again, and has a name', () => {
    expect(new Set(sayAgain)).toEqual(new Set(readKind('answer-why', words).reasons));
    for (const reason of sayAgain) expect(words.has(`coach.reply.steps.reason.options.${reason}`)).toBe(true);
  });

  test('every answer in the place of a reason is one that the template knows', () => {
    for (const { kind, of } of variants) expect(new Set(of)).toEqual(new Set(readKind(kind, words).reasons));
  });

  test('a kind that is changed is picked from its own family, and from all when it has none', () => {
    const step = reply.steps.find(({ id }) => id === 'kind');
    if (!step) throw new Error('The reply has no step "kind".');
    expect(optionsOf(step, { kind: 'hold' })).toEqual(families['yes']);
    expect(optionsOf(step, {})).toEqual(replyKinds);
  });

  test('every kind of the catalogue can be asked for, the short forms by a button', () => {
    expect(new Set(kinds)).toEqual(new Set(draftKinds(words)));
  });

  test('a short form exists for each no, and says the same in fewer words', () => {
    expect(Object.keys(shortOf)).toEqual(['decline-offer', 'decline-invitation', 'withdraw']);
    for (const [kind, short] of Object.entries(shortOf)) expect(reasons[short]).toEqual(reasons[kind]);
  });
});
