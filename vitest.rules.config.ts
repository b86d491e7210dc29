import { defineConfig } from 'vitest/config';

// For npm run mutation, which runs tests again and again: only those that can notice a changed rule.
export default defineConfig({
  test: { include: ['test/unit/**/*.test.ts'], exclude: ['test/unit/{app,checker,document-editor,i18n,scripts,templates}/**'], testTimeout: 60_000 },
});
