import { describe, expect, test } from 'vitest';
import { decodeAction } from '../../src/coach/conversation/action.js';

const STRANGE: readonly [unknown][] = [
  [{ toString: 'x' }],
  [{ length: { toString: 'x', valueOf: 1 } }],
  [{ length: -1 }],
  [[]],
  ['x'.repeat(41)],
];

describe('what stands in place of a text', () => {
  test.each(STRANGE)('is refused, whatever it claims its length to be: %j', (value) => {
    expect(decodeAction(JSON.stringify({ do: 'expected', value }))).toBeNull();
  });
});
