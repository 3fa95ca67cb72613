import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.sort((a, b) => a.moduleId.localeCompare(b.moduleId));
  }
}

// One row after the other: each takes the machine and the database server for itself.
export default defineConfig({
  test: {
    include: ['test/chaos/*.chaos.ts'],
    fileParallelism: false,
    sequence: { sequencer: ByName },
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
  },
});
