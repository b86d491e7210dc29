import { defineConfig } from '@playwright/test';

// One window at a time: each journey starts an application of its own over a vault of its own, and a screen, a session
// bus and two cores are shared by all. A journey that fails fails; a retry would only hide which one is unsteady.
export default defineConfig({
  testDir: 'test/e2e/journeys',
  outputDir: 'artifacts/e2e',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'artifacts/test/e2e.json' }]],
  use: { trace: 'off' },
});
