import everyFeature from './stryker.config.mjs';

// npm run mutation -- stryker.checker.config.mjs --mutate 'src-shared/features/checker/rules/disputes/*.ts': the checker's
// rules, folder by folder. Nearly every change is to a pattern that is made once, so that each is tried in a fresh run of
// the tests, a second each: all folders together take more than an hour on two cores.
export default {
  ...everyFeature,
  vitest: { configFile: 'vitest.checker.config.ts', related: false },
  mutate: ['src-shared/features/checker/rules/**/*.ts'],
  jsonReporter: { fileName: 'artifacts/mutation/checker.json' },
};
