import { defineConfig } from '@playwright/test';

// Each journey starts an application of its own over a vault of its own. On a screen that somebody looks at they come one
// after the other; `npm test` without one lets several run, each worker on a screen and a session bus of its own. A journey
// that fails fails; a retry would only hide which one is unsteady.
export default defineConfig({
  testDir: 'test/e2e/journeys',
  outputDir: 'artifacts/e2e',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  // As patient as every click is: a page that is fetched while lint has the processor is late, not wrong.
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'artifacts/test/e2e.json' }]],
  use: { trace: 'off' },
});
