import { describe } from 'vitest';
import { openPglite } from '../../src/store/pglite.js';
import { testStore } from './store.suite.js';

describe('the store on PGlite in memory', () => {
  testStore(async () => ({ driver: await openPglite(null), drop: async () => undefined }));
});
