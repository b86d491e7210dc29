import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Three projects, so that each suite has its own report and its own folder.
const project = (name: string) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`] },
});

export default defineConfig({
  test: {
    // The encrypted driver is a native module that keeps state per process.
    pool: 'forks',
    // One fewer is the default, which leaves half of a small machine idle.
    maxWorkers: availableParallelism(),
    // Loading the core once for each file took longer than many a file. A test's state lives in its own world.
    isolate: false,
    // Threads and processes that a test starts read the same programs again and again: what Node made of them is kept.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules', '.cache', 'compiled') },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // npm run coverage: how much of the rules the unit tests alone reach.
    coverage: {
      provider: 'v8',
      include: ['src-shared/features/*/rules.ts', 'src-shared/features/checker/rules/**/*.ts'],
      reporter: [['text', { skipFull: true }]],
      thresholds: { lines: 95 },
    },
    projects: [project('unit'), project('integration'), project('security')],
  },
});
