// npm run mutation: changes the pure rules of every feature one by one and tells which changes no unit test notices.
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.rules.config.ts', related: true },
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: ['src-shared/features/*/rules.ts'],
  ignorePatterns: ['out', 'dist', 'artifacts', 'coverage', 'assets/handbook'],
  tempDirName: 'artifacts/mutation/sandbox',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'artifacts/mutation/report.json' },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  thresholds: { high: 90, low: 80, break: null },
};
