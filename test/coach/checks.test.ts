import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { notEmpty } from '../../src/coach/checks.js';
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

test('nothing at all is refused where something is needed, be it a text or a list', () => {
  const text = z.string().refine(...notEmpty);
  const list = z.array(z.string()).refine(...notEmpty);
  expect(text.safeParse('').error?.issues).toMatchObject([{ message: 'is empty' }]);
  expect(list.safeParse([]).success).toBe(false);
  expect([text.parse('x'), list.parse([''])]).toEqual(['x', ['']]);
});
