import { describe, expect, test } from 'vitest';
import { bringInCard, touchesOthers } from '../../../src/coach/flows/bring-in.js';
import { words } from './view.js';

describe('whom to bring in, and what to ask them (K37)', () => {
  test.each([
    ['offer', { mobility: 'strains' }, true],
    ['offer', { mobility: 'fits' }, false],
    ['offer', { mobility: 'fits', gap: 'move' }, true],
    ['interviewed', { move: 'zones' }, true],
    ['interviewed', { move: 'none' }, false],
    ['interviewed', { doubt: 'move' }, true],
    ['comparison', {}, true],
    ['counteroffer', { mobility: 'clashes' }, false],
  ])('%s with %o: %s', (flow, answers, expected) => expect(touchesOthers(flow, answers)).toBe(expected));

  test('three people, each with questions to take along; two careers and a move are among them', () => {
    const { sections } = bringInCard(words);
    expect(sections).toHaveLength(3);
    for (const { items } of sections) for (const item of items) expect(item).toMatch(/\?$/);
    expect(sections.flatMap(({ items }) => items).join(' ')).toMatch(/your own work.*permit/);
  });
});
