import { defineConfig } from 'vitest/config';

// For the mutation of the checker's rules, which runs tests again and again: those that pin what the rules find.
export default defineConfig({
  test: { include: ['test/unit/checker/{what-rules-find,listed-words,what-findings-name}.test.ts'], testTimeout: 60_000 },
});
