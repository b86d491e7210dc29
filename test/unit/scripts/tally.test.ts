import { describe, expect, it } from 'vitest';
import { closingLine, countStage, sumCounts } from '../../../scripts/test/tally.mjs';

// Cut from reports that the runners wrote: vitest 4.1 `--reporter=json`, playwright 1.65 `--reporter=json`.
const vitestReport = (over: object = {}) => ({
  numTotalTestSuites: 2,
  numFailedTestSuites: 0,
  numTotalTests: 4,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 0,
  success: true,
  testResults: [
    {
      status: 'passed',
      name: '/repo/test/unit/kernel/money.test.ts',
      message: '',
      assertionResults: [
        { status: 'passed', title: 'adds', failureMessages: [] },
        { status: 'pending', title: 'waits', failureMessages: [] },
      ],
    },
  ],
  ...over,
});

const playwrightReport = (stats: object = {}) => ({
  config: {},
  suites: [],
  errors: [],
  stats: { startTime: '2025-01-01T00:00:00Z', duration: 1, expected: 5, skipped: 0, unexpected: 0, flaky: 0, ...stats },
});

const vitest = (report: unknown, exitCode = 0) => countStage({ kind: 'vitest', exitCode, report });
const playwright = (report: unknown, exitCode = 0) => countStage({ kind: 'playwright', exitCode, report });

describe('counting a stage', () => {
  it('a check counts one', () => {
    expect(countStage({ kind: 'check', exitCode: 0, report: null })).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countStage({ kind: 'check', exitCode: 2, report: null })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('a suite counts what its runner reported', () => {
    expect(vitest(vitestReport())).toEqual({ passed: 3, failed: 0, skipped: 1 });
    expect(vitest(vitestReport({ numFailedTests: 2, success: false }), 1)).toEqual({ passed: 3, failed: 2, skipped: 1 });
    expect(vitest(vitestReport({ numTodoTests: 2 }))).toEqual({ passed: 3, failed: 0, skipped: 3 });
  });

  it('a file that could not be imported is a failure, beside tests that passed', () => {
    const broken = { status: 'failed', name: '/repo/test/unit/x.test.ts', message: 'Cannot find', assertionResults: [] };
    expect(vitest(vitestReport({ testResults: [broken, broken] }), 1)).toMatchObject({ passed: 3, failed: 2 });
  });

  it('a file with a failed test is not counted twice', () => {
    const file = { status: 'failed', message: '', assertionResults: [{ status: 'failed', title: 'adds' }] };
    expect(vitest(vitestReport({ numFailedTests: 1, testResults: [file] }), 1)).toMatchObject({ failed: 1 });
  });

  it('a runner that left no report is a failure, whatever its exit code', () => {
    expect(vitest(null)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(playwright(null, 139)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('a suite without a single test that ran is a failure', () => {
    const empty = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] };
    expect(vitest(vitestReport(empty))).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(vitest(vitestReport({ ...empty, numPendingTests: 7 }))).toEqual({ passed: 0, failed: 1, skipped: 7 });
    expect(playwright(playwrightReport({ expected: 0 }))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('a bad end that no test explains is a failure: an unhandled error, a leak, a killed worker', () => {
    expect(vitest(vitestReport(), 1)).toEqual({ passed: 3, failed: 1, skipped: 1 });
    expect(playwright(playwrightReport(), 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it('a journey that passed only at a second attempt is a failure', () => {
    expect(playwright(playwrightReport({ unexpected: 1, flaky: 2, skipped: 1 }), 1)).toEqual({
      passed: 5,
      failed: 3,
      skipped: 1,
    });
  });
});

describe('the closing line', () => {
  it('sums the stages', () => {
    const stages = [{ passed: 3, failed: 0, skipped: 1 }, { passed: 5, failed: 2, skipped: 0 }];
    expect(sumCounts(stages)).toEqual({ passed: 8, failed: 2, skipped: 1 });
    expect(sumCounts([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });

  it('names skipped tests only when there are some', () => {
    expect(closingLine({ passed: 8, failed: 0, skipped: 0 })).toBe('8 passed, 0 failed');
    expect(closingLine({ passed: 8, failed: 2, skipped: 1 })).toBe('8 passed, 2 failed, 1 skipped');
  });
});
