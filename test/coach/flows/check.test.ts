import { describe, expect, test } from 'vitest';
import { checkFlow } from '../../../src/coach/conversation/check.js';
import { flows } from '../../../src/coach/flows/registry.js';
import { loadWords } from '../../../src/templates.js';

const words = loadWords('en-US');

describe('every flow: each step reachable, each way ends, each word there and understood', () => {
  for (const flow of Object.values(flows)) {
    test(flow.id, () => expect(checkFlow(flow, words)).toEqual([]));
  }
});
